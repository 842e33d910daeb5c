// The verdict on an alternative: clauses made from intervals, each only where it says something.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "comparison_parts.hpp"
#include "labels.hpp"
#include "limits.hpp"

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

constexpr Text verdict_of{"Con «{0}», {1}", "With “{0}”, {1}"};
constexpr Text limits_of{"Con «{0}»: {1}", "With “{0}”: {1}"};
constexpr Text same{"nada cambia frente a «{0}»: cada diferencia es exactamente 0",
                    "nothing changes against “{0}”: every difference is exactly 0"};
constexpr Text one_replication{"una sola réplica no dice qué diferencias son más que azar",
                               "a single replication does not tell which differences are more than chance"};
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
constexpr Text wait_of{"{0} {1} días {2} en {3}", "{0} {1} days {2} in {3}"};
constexpr Text wait_of_all{"las empresas admitidas esperan un cupo", "admitted enterprises wait for a slot"};
constexpr Text wait_of_band{"las de {0} esperan un cupo", "those of {0} wait for a slot"};
constexpr Text wait_for_attention{"las atendidas esperan la atención", "those attended wait for attention"};
constexpr Text served_of_band{"de las de {0} que califican se atiende a {1} en {3}, en vez de a {2}",
                              "of those of {0} that qualify {1} are served in {3} instead of {2}"};
constexpr Text spent{"se gastan M$ {0} {1} entre {2} y {3}", "M$ {0} {1} are spent from {2} to {3}"};
constexpr Text spent_untold{"el gasto no se distingue", "spending cannot be told"};
constexpr Text marginal{"cada beneficiario adicional cuesta M$ {0}, donde el promedio de la base es {1}",
                        "each additional beneficiary costs M$ {0}, where the base's average is {1}"};
constexpr Text saving{"cada beneficiario menos ahorra M$ {0}, donde el promedio de la base es {1}",
                      "each beneficiary fewer saves M$ {0}, where the base's average is {1}"};
constexpr Text win_and_lose{"ganan {0} empresas y pierden {1}", "{0} enterprises win and {1} lose"};
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
            beneficiaries();
            coverage();
            graduates();
            attention();
            waits();
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
        const auto& sheet = c_.base.planned;
        const auto place = std::find(sheet.years.begin(), sheet.years.end(), last_);
        if (place == sheet.years.end()) return {};
        const double plan = sheet.beneficiaries[static_cast<std::size_t>(place - sheet.years.begin())];
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

    // Who is attended waits, and who is not leaves.
    void attention() {
        constexpr double worth_a_word = 0.01;  // of the arrivals
        const Difference *left = index_.difference({"left_attention", last_}),
                         *arrivals = index_.difference({"arrivals", last_});
        if (left != nullptr && arrivals != nullptr && is_told(*left) &&
            std::abs(left->value.mean) > worth_a_word * arrivals->base.mean)
            add(say(left_unattended, lang_, amount_of(*left, {}), direction(*left, fewer), last_), *left);
        wait(index_.difference({"attention_wait_days_mean", last_}), say(wait_for_attention, lang_));
    }

    // Of all, and of the band whose wait changes most.
    void waits() {
        const Difference* all = index_.difference({"wait_days_mean", last_});
        wait(all, say(wait_of_all, lang_));
        const Difference* most = nullptr;
        for (const char* band : bands) {
            const Difference* d = index_.difference({"wait_days_mean", last_, Level::group, band});
            if (d == nullptr || !is_told(*d)) continue;
            if (most == nullptr || std::abs(d->value.mean) > std::abs(most->value.mean)) most = d;
        }
        const bool is_another =
            most != nullptr && (all == nullptr || std::abs(most->value.mean - all->value.mean) >
                                                      most->value.half_width + all->value.half_width);
        if (is_another) wait(most, say(wait_of_band, lang_, band_name(most->id, lang_)));
    }
    void wait(const Difference* d, const Sentence& whose) {
        constexpr double worth_a_word = 1;  // day
        if (d == nullptr || !is_told(*d) || std::abs(d->value.mean) < worth_a_word) return;
        add(say(wait_of, lang_, whose, amount_of(*d, shape_of(*d)), direction(*d, less), last_), *d);
    }

    // The mean wait of those admitted flatters a rule that leaves the others waiting: of each band, how many are
    // served.
    void served() {
        constexpr double worth_a_word = 0.01;
        for (const char* band : bands) {
            const Difference* d = index_.difference({"served_share_of_qualified", last_, Level::group, band});
            if (d == nullptr || !is_told(*d) || std::abs(d->value.mean) < worth_a_word) continue;
            const auto share = [&](double ratio) {
                document::Value value = document::share(ratio);
                value.of = of(*d);
                return value;
            };
            add(say(served_of_band, lang_, band_name(band, lang_), share(d->alternative.mean), share(d->base.mean),
                    last_),
                *d);
        }
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
            add(say(win_and_lose, lang_, fate_of(all, Fate::winners), fate_of(all, Fate::losers)), {}, true);
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
