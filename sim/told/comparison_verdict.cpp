// The verdict on an alternative: clauses made from intervals, each only where it says something.
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "comparison_parts.hpp"
#include "labels.hpp"
#include "limits.hpp"
#include "planned.hpp"

namespace aforo::told {

namespace {

using document::Cell;
using document::Clause;
using document::Estimated;
using document::Of;
using document::Sentence;
using document::Verdict;
using results::Alternative;
using results::Comparison;
using results::Difference;
using results::Fate;
using results::is_nothing;
using results::is_told;
using results::Level;
using results::Shape;
namespace shapes = results::shapes;

// Groups of enterprises by their potential.
constexpr std::array bands = {"band=low", "band=medium", "band=high"};

// What rules, reserves and criteria call the groups that they are about.
struct GroupsOfWord {
    const char* word;
    std::array<std::string_view, 4> members;
};
constexpr auto groups_of_words = std::to_array<GroupsOfWord>(
    {{"women", {"sex=female", "sex=male"}},
     {"rural", {"territory=rural", "territory=mixed", "territory=urban"}},
     {"formal", {"kind=informal", "kind=natural_person", "kind=legal_entity", "kind=cooperative"}}});

constexpr Text verdict_of{"Con «{0}», {1}", "With “{0}”, {1}"};
constexpr Text limits_of{"Con «{0}»: {1}", "With “{0}”: {1}"};
constexpr Text same{"nada cambia frente a «{0}»: cada diferencia es exactamente 0",
                    "nothing changes against “{0}”: every difference is exactly 0"};
constexpr Text one_replication{"una sola réplica no dice qué diferencias son más que azar",
                               "a single replication does not tell which differences are more than chance"};
constexpr Text whole_told{"entre {0} y {1} hay {2} beneficiarios, {3} {4} que con «{5}» ({6})",
                          "from {0} to {1} there are {2} beneficiaries, {3} {4} than with “{5}” ({6})"};
constexpr Text whole_untold{"los beneficiarios de {0} a {1} no se distinguen de los de «{2}» (diferencia {3})",
                            "the beneficiaries from {0} to {1} cannot be told from those of “{2}” (difference {3})"};
constexpr Text whole_same{"los beneficiarios de {0} a {1} son los mismos que con «{2}»",
                          "the beneficiaries from {0} to {1} are those of “{2}”"};
constexpr Text in_year{"en {0} son {1} {2}", "in {0} they are {1} {2}"};
constexpr Text reached{"el programa llega a {0} beneficiarios en {1}{2}: {3} {4} que con «{5}» ({6})",
                       "the programme reaches {0} beneficiaries in {1}{2}: {3} {4} than with “{5}” ({6})"};
constexpr Text reached_untold{"los beneficiarios de {1} ({0}) no se distinguen de los de «{2}» (diferencia {3})",
                              "the beneficiaries of {1} ({0}) cannot be told from those of “{2}” (difference {3})"};
constexpr Text reached_same{"los {0} beneficiarios de {1} son los mismos que con «{2}»",
                            "the {0} beneficiaries of {1} are those of “{2}”"};
constexpr Text planned_for{" (el plan: {0})", " (planned: {0})"};
constexpr Text covered{"la cobertura de la población objetivo de {2} pasa de {0} a {1}",
                       "coverage of the target population in {2} goes from {0} to {1}"};
constexpr Text graduated{"egresan {0} {1} en {2}", "{0} {1} graduate in {2}"};
constexpr Text left_unattended{"se van sin ser atendidas {0} empresas {1} en {2}",
                               "{0} enterprises {1} leave unattended in {2}"};
constexpr Text served_of_group{"en {3}, de las que califican {0} tienen plan {1}, y con la base {2}",
                               "in {3}, of those that qualify {0}, {1} get a plan, and under the base {2}"};
constexpr Text of_band{"con {0}", "with {0}"}, of_group{"({0})", "({0})"};
constexpr Text spent{"se gastan M$ {0} {1} entre {2} y {3}", "M$ {0} {1} are spent from {2} to {3}"};
constexpr Text spent_untold{"el gasto no se distingue", "spending cannot be told"};
constexpr Text marginal{"cada beneficiario adicional cuesta M$ {0}, donde el promedio de la base es {1}",
                        "each additional beneficiary costs M$ {0}, where the base's average is {1}"};
constexpr Text saving{"por cada beneficiario que se pierde se ahorran M$ {0}, donde el promedio de la base es {1}",
                      "for each beneficiary that is lost M$ {0} are saved, where the base's average is {1}"};
constexpr Text affected{"entran {0} planes y dejan de entrar {1}; {2} se adelantan y {3} se atrasan",
                        "{0} plans enter and {1} drop out; {2} come earlier and {3} later"};
constexpr Text more{"más", "more"};
constexpr Text fewer{"menos", "fewer"};
constexpr Text less{"menos", "less"};

class Telling {
public:
    Telling(const Comparison& c, const Alternative& a, Lang lang)
        : c_(c), a_(a), index_(a.differences), lang_(lang), last_(c.base.years.back()) {}

    [[nodiscard]] Verdict verdict() {
        const bool is_same = std::all_of(a_.differences.begin(), a_.differences.end(),
                                         [](const Difference& d) { return d.value.n == 0 || is_nothing(d); });
        if (is_same) {
            add(say(same, lang_, c_.base.scenario), {}, true);
        } else if (c_.base.replications == 1) {
            add(say(one_replication, lang_), {}, false);
            fates();
        } else {
            all_years();
            beneficiaries();
            worst_year();
            coverage();
            graduates();
            attention();
            served();
            spending();
            fates();
        }
        Verdict verdict{.lead = {}, .clauses = std::move(clauses_)};
        verdict.lead = say(verdict_of, lang_, a_.run.scenario, verdict.clauses.front().text);
        verdict.clauses.erase(verdict.clauses.begin());
        limits(verdict, is_same);
        return verdict;
    }

private:
    void add(Sentence clause, const Of& of, bool is_told) { clauses_.push_back({std::move(clause), of, is_told}); }
    void add(Sentence clause, const Difference& d) { add(std::move(clause), of(d), is_told(d) || is_nothing(d)); }

    [[nodiscard]] Sentence direction(const Difference& d, const Text& down) const {
        return say(d.value.mean > 0 ? more : down, lang_);
    }
    [[nodiscard]] Shape shape_of(const Difference& d) const { return told::shape_of(c_.base, d.measure); }

    // Of the base, and of the alternative where they say otherwise.
    void limits(Verdict& verdict, bool is_same) const {
        const Sentence base = limit_sentence(c_.base, lang_), alternative = limit_sentence(a_.run, lang_);
        verdict.after.push_back(say(limits_of, lang_, c_.base.scenario, base.lower()));
        if (!is_same && !reads_alike(base, alternative))
            verdict.after.push_back(say(limits_of, lang_, a_.run.scenario, alternative.lower()));
    }

    // The whole horizon before any of its years.
    void all_years() {
        const Difference* d = index_.difference({"beneficiaries", 0});
        if (d == nullptr || c_.base.years.size() < 2) return;
        const int first = c_.base.years.front();
        if (is_nothing(*d)) {
            add(say(whole_same, lang_, first, last_, c_.base.scenario), *d);
        } else if (!is_told(*d)) {
            add(say(whole_untold, lang_, first, last_, c_.base.scenario, size_of(d, {})), *d);
        } else {
            add(say(whole_told, lang_, first, last_, alternative_of(*d, {}), amount_of(*d, {}), direction(*d, fewer),
                    c_.base.scenario, relative_to_base(*d)),
                *d);
        }
    }
    // The year that moves most, where it goes the other way than all of them together.
    void worst_year() {
        const Difference* all = index_.difference({"beneficiaries", 0});
        const Difference* most = nullptr;
        for (const int year : c_.base.years) {
            const Difference* d = index_.difference({"beneficiaries", year});
            if (d == nullptr || !is_told(*d)) continue;
            if (most == nullptr || std::abs(d->value.mean) > std::abs(most->value.mean)) most = d;
        }
        const bool goes_another_way =
            most != nullptr && all != nullptr && most->value.mean * all->value.mean < 0 && most->year != last_;
        if (goes_another_way)
            add(say(in_year, lang_, most->year, amount_of(*most, {}), direction(*most, fewer)), *most);
    }

    void beneficiaries() {
        const Difference* d = index_.difference({"beneficiaries", last_});
        if (d == nullptr) return;
        const std::string& base = c_.base.scenario;
        const Sentence now = alternative_of(*d, {});
        if (is_nothing(*d)) {
            add(say(reached_same, lang_, now, last_, base), *d);
        } else if (!is_told(*d)) {
            add(say(reached_untold, lang_, now, last_, base, size_of(d, {})), *d);
        } else {
            const Sentence share = d->base.mean > 0 ? relative_to_base(*d) : document::sayable(document::Value{});
            add(say(reached, lang_, now, last_, planned(d->alternative.mean), amount_of(*d, {}), direction(*d, fewer),
                    base, share),
                *d);
        }
    }
    // What the sheet plans for the year, where it is not what is reached.
    [[nodiscard]] Sentence planned(double is_reached) const {
        const double plan = plan::beneficiaries(c_.base.planned, last_);
        constexpr double as_planned = 0.02;
        if (!(plan > 0) || std::abs(is_reached / plan - 1) <= as_planned) return {};
        return say(planned_for, lang_, document::count(plan));
    }
    void coverage() {
        const Difference* d = index_.difference({"coverage_target", last_});
        if (d == nullptr || !is_told(*d)) return;
        add(say(covered, lang_, base_of(*d, shape_of(*d)), alternative_of(*d, shape_of(*d)), last_), *d);
    }
    void graduates() {
        const Difference* d = index_.difference({"graduates", last_});
        if (d == nullptr || !is_told(*d)) return;
        add(say(graduated, lang_, amount_of(*d, {}), direction(*d, fewer), last_), *d);
    }

    // How long those wait who are attended says nothing of those who leave: only these are told.
    void attention() {
        constexpr double worth_a_word = 0.01;  // of the arrivals
        const Difference *left = index_.difference({"left_attention", last_}),
                         *arrivals = index_.difference({"arrivals", last_});
        if (left != nullptr && arrivals != nullptr && is_told(*left) &&
            std::abs(left->value.mean) > worth_a_word * arrivals->base.mean)
            add(say(left_unattended, lang_, amount_of(*left, {}), direction(*left, fewer), last_), *left);
    }

    // Waits are of those admitted, and reward a rule that leaves the others out: of each group, how many are served.
    // The groups are those that the changed keys are about, and those by potential.
    void served() {
        constexpr double worth_a_word = 0.01;
        for (const std::string& group : groups()) {
            const Difference* d = index_.difference({"served_share_of_qualified", last_, Level::group, group});
            if (d == nullptr || !is_told(*d) || std::abs(d->value.mean) < worth_a_word) continue;
            const auto share = [&](double ratio) {
                document::Value value = document::share(ratio);
                value.of = of(*d);
                return value;
            };
            const Sentence whose = group.starts_with("band=") ? say(of_band, lang_, band_name(group, lang_))
                                                              : say(of_group, lang_, group_label(group, lang_));
            add(say(served_of_group, lang_, whose, share(d->alternative.mean), share(d->base.mean), last_), *d);
        }
    }
    [[nodiscard]] std::vector<std::string> groups() const {
        std::vector<std::string> found;
        for (const auto& [word, members] : groups_of_words) {
            const bool is_said = std::any_of(a_.changes.begin(), a_.changes.end(), [&, w = word](const auto& change) {
                const bool is_about_whom =
                    change.path.starts_with("waiting_list") || change.path.starts_with("targeting");
                return is_about_whom && (change.from + change.to).find(w) != std::string::npos;
            });
            for (const std::string_view member : members) {
                if (is_said && !member.empty() && std::find(found.begin(), found.end(), member) == found.end())
                    found.emplace_back(member);
            }
        }
        found.insert(found.end(), bands.begin(), bands.end());
        return found;
    }

    void spending() {
        const Difference* d = index_.difference({"spending", 0});
        if (d == nullptr || is_nothing(*d)) return;
        if (!is_told(*d)) {
            add(say(spent_untold, lang_), *d);
            return;
        }
        add(say(spent, lang_, amount_of(*d, shapes::money), direction(*d, less), c_.base.years.front(), last_), *d);
        const Difference* each = index_.difference({results::marginal_cost, 0});
        const Difference* served = index_.difference({"beneficiaries", 0});
        if (each == nullptr || served == nullptr || each->value.mean <= 0 || served->base.mean <= 0) return;
        add(say(served->value.mean > 0 ? marginal : saving, lang_, size_of(each, {}),
                document::count(d->base.mean / served->base.mean)),
            *each);
    }

    void fates() {
        const auto& all = a_.fates.front();
        if (is_without_fates(all)) {
            add(say(words::nobody_wins, lang_), {}, true);
        } else {
            add(say(affected, lang_, fate_of(all, Fate::plans_entering), fate_of(all, Fate::plans_dropped),
                    fate_of(all, Fate::plans_earlier), fate_of(all, Fate::plans_later)),
                {}, true);
        }
    }

    const Comparison& c_;
    const Alternative& a_;
    const results::Index index_;
    const Lang lang_;
    const int last_;
    std::vector<Clause> clauses_;
};

}  // namespace

Verdict comparison_verdict(const Comparison& c, const Alternative& a, Lang lang) {
    return Telling(c, a, lang).verdict();
}

}  // namespace aforo::told
