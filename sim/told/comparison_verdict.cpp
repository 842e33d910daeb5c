// The verdict on an alternative: clauses from intervals, each only where there is something to say.
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "comparison_parts.hpp"
#include "concern.hpp"
#include "labels.hpp"
#include "limits.hpp"
#include "planned.hpp"
#include "views.hpp"

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

constexpr Text limits_of{"Con «{0}»: {1}", "With “{0}”: {1}"};
constexpr Text limits_alike{"Con «{0}»: lo mismo.", "With “{0}”: the same."};
constexpr Text whole_horizon{"{0}–{1}", "{0}–{1}"};
constexpr Text same{"Con «{0}» nada cambia frente a «{1}»: cada diferencia es exactamente 0",
                    "With “{0}” nothing changes against “{1}”: every difference is exactly 0"};
constexpr Text one_replication{"Con «{0}»: una sola réplica no dice qué diferencias son más que azar",
                               "With “{0}”: a single replication does not tell which differences are more than chance"};
// Who is served in two years is a beneficiary of each, as in the sheet.
constexpr Text summed{"sumando los años {0}", "summed over {0}"}, in_year{"en {0}", "in {0}"};
constexpr Text lead_told{"Con «{0}» hay {1} beneficiarios {2} que con «{3}» {4} ({5})",
                         "With “{0}” there are {1} beneficiaries {2} than with “{3}” {4} ({5})"};
constexpr Text lead_untold{"Con «{0}» los beneficiarios de {1} no se distinguen de los de «{2}» ({3})",
                           "With “{0}” the beneficiaries of {1} cannot be told from those of “{2}” ({3})"};
constexpr Text lead_same{"Con «{0}» los beneficiarios de {1} son los mismos que con «{2}»",
                         "With “{0}” the beneficiaries of {1} are those of “{2}”"};
constexpr Text lead_unknown{"Con «{0}» en vez de «{1}»", "With “{0}” instead of “{1}”"};
constexpr Text reached{"en {1} el programa llega a {0} beneficiarios{2}, {3} {4} ({5})",
                       "in {1} the programme reaches {0} beneficiaries{2}, {3} {4} ({5})"};
constexpr Text reached_untold{"en {1} el programa llega a {0} beneficiarios{2}; no se distingue ({3})",
                              "in {1} the programme reaches {0} beneficiaries{2}, which cannot be told ({3})"};
constexpr Text reached_same{"en {1} el programa llega a {0} beneficiarios{2}, los mismos",
                            "in {1} the programme reaches {0} beneficiaries{2}, the same"};
constexpr Text planned_for{" (la meta: {0})", " (planned: {0})"};
constexpr Text unique{"contando cada empresa una sola vez, {2}–{3} llega a {0}, {1}",
                      "counting each enterprise once, {2}–{3} reaches {0}, {1}"};
constexpr Text so_many{"{0} {1} ({2})", "{0} {1} ({2})"},
    not_told{"que no se distingue ({0})", "which cannot be told ({0})"}, just_the_same{"las mismas", "the same"};
constexpr Text covered{"la cobertura de la población objetivo de {2} pasa de {0} a {1}",
                       "coverage of the target population in {2} goes from {0} to {1}"};
constexpr Text graduated{"egresan {0} {1} en {2}", "{0} {1} graduate in {2}"};
constexpr Text left_unattended{"se van sin ser atendidas {0} empresas {1} en {2}",
                               "{0} enterprises {1} leave unattended in {2}"};
// Of the year's flows: who is admitted may have qualified before.
constexpr Text admitted_by_group{"admisiones de {0}, y las que califican ese año: {1}",
                                 "admissions of {0}, and those that qualify in the year: {1}"};
constexpr Text admitted_of_group{"{0}, {1} de {2} (con la base, {3} de {4})",
                                 "{0}, {1} of {2} (under the base, {3} of {4})"};
constexpr Text admitted_untold{"{0}, {1} de {2}, que no se distingue", "{0}, {1} of {2}, which cannot be told"};
constexpr Text with_share{"{0}, {1}", "{0}, {1}"};
constexpr Text served_of_all{
    "las admisiones de {2} equivalen al {0} de las que califican ese año; con la base, al {1}",
    "admissions in {2} amount to {0} of those that qualify in the year; under the base, to {1}"};
constexpr Text offered_in_time{"de quienes piden plan tienen oferta dentro de 90 días: {0}{1}",
                               "of those who ask for a plan, these are offered one within 90 days: {0}{1}"};
constexpr Text offered_of_group{"de {0}, {1}", "of {0}, {1}"};
constexpr Text offered_in_year{"en {2} el {0} (con la base, el {1})", "in {2} {0} (under the base, {1})"},
    offered_in_next{"en {2} el {0} ({1})", "in {2} {0} ({1})"},
    offered_alike{"sin cambio distinguible", "no change that can be seen"};
// Who asks at the end is not seen for 90 days.
constexpr Text seen_in_part{"; quienes piden en los últimos 90 días de {0} se ven solo en parte",
                            "; those who ask in the last 90 days of {0} are seen only in part"};
constexpr Text withdrawn{"se retiran de la espera, sin plan, {0} empresas {1} en {2}",
                         "{0} enterprises {1} leave the list in {2}, without a plan"};
constexpr Text cost_each{"el gasto por beneficiario de {2} pasa de M$ {0} a {1}",
                         "spending per beneficiary in {2} goes from M$ {0} to {1}"};
constexpr Text spent{"se gastan M$ {0} {1} entre {2} y {3} ({4})", "M$ {0} {1} are spent from {2} to {3} ({4})"};
constexpr Text spent_untold{"el gasto no se distingue", "spending cannot be told"};
constexpr Text spent_on{"en {0} se gastan M$ {1} {2} en {3}", "M$ {1} {2} are spent on {0} in {3}"};
constexpr Text spent_on_untold{"el gasto en {0} de {1} no se distingue", "spending on {0} in {1} cannot be told"};
constexpr Text spent_on_same{"el gasto en {0} de {1} es el mismo", "spending on {0} in {1} is the same"};
constexpr Text marginal{
    "por cada beneficiario de más se gastan M$ {0} más; el gasto medio por beneficiario con la base es M$ {1}",
    "for each additional beneficiary M$ {0} more are spent; the base spends M$ {1} on each on average"};
constexpr Text saving{
    "por cada beneficiario que se pierde se ahorran M$ {0}; el gasto medio por beneficiario con la base es M$ {1}",
    "for each beneficiary that is lost M$ {0} are saved; the base spends M$ {1} on each on average"};
constexpr Text affected{"entran {0} planes y dejan de entrar {1}; {2} se adelantan y {3} se atrasan",
                        "{0} plans enter and {1} drop out; {2} come earlier and {3} later"};
constexpr Text place_told{"en {0} {1} {2}", "{1} {2} at {0}"};
constexpr Text region_told{"en {0} {1} {2} ({3})", "{1} {2} in {0} ({3})"};
constexpr Text places_changed{"las admisiones de {0} cambian, por oficina: {1}{2}",
                              "admissions of {0} change, by office: {1}{2}"};
constexpr Text and_others{" y en {0} más", " and at {0} more"};
constexpr Text regions_changed{"las admisiones de {0} de la región de lo que cambia: {1}",
                               "admissions of {0} in the region of what changes: {1}"};
constexpr Text places_untold{"en ninguna de las oficinas que cambian ({0}) se distinguen las admisiones de {1}",
                             "at none of the offices that change ({0}) can the admissions of {1} be told"};
constexpr Text also{"en {0} cambian además: {1}", "in {0} these change too: {1}"};
constexpr Text also_a_little{"en {0} cambian poco, ni en 1 % ni en un punto: {1}",
                             "in {0} these change a little, by under 1% or a point: {1}"};
constexpr Text what_error_means{
    "± es el margen de error de 95 % por azar; no contiene lo que no se sabe de los supuestos.",
    "± is the 95% margin of error due to chance; it does not hold what is not known of the assumptions."};
constexpr Text more{"más", "more"};
constexpr Text fewer{"menos", "fewer"};
constexpr Text less{"menos", "less"};

// A smaller difference of shares, or smaller relative to the base, does not get its own clause even if it can be told
// from 0.
constexpr double worth_a_word = 0.01;
// Of a group's admissions, relative to all of the base.
constexpr double worth_of_a_group = 0.005;
constexpr std::size_t most_places = 6;

class Telling {
public:
    Telling(const Comparison& c, const Alternative& a, Lang lang)
        : c_(c),
          a_(a),
          index_(a.differences),
          lang_(lang),
          last_(c.base.years.back()),
          concern_(concern_of(a.changes, c.base)) {}

    [[nodiscard]] Verdict verdict() {
        const bool is_same = std::all_of(a_.differences.begin(), a_.differences.end(),
                                         [](const Difference& d) { return d.value.n == 0 || is_nothing(d); });
        Verdict verdict;
        if (is_same) {
            verdict.lead = say(same, lang_, a_.run.scenario, c_.base.scenario);
        } else if (c_.base.replications == 1) {
            verdict.lead = say(one_replication, lang_, a_.run.scenario);
            fates();
        } else {
            verdict.lead = lead();
            clauses();
        }
        verdict.clauses = std::move(clauses_);
        limits(verdict, is_same);
        if (!is_same && c_.base.replications > 1) verdict.after.push_back(say(what_error_means, lang_));
        return verdict;
    }

private:
    void add(Sentence clause, const Of& of, bool is_told) { clauses_.push_back({std::move(clause), of, is_told}); }
    void add(Sentence clause, const Difference& d) {
        if (d.level == Level::programme) spoken_.push_back(d.measure);
        add(std::move(clause), of(d), is_told(d) || is_nothing(d));
    }

    [[nodiscard]] Sentence direction(const Difference& d, const Text& down) const {
        return say(d.value.mean > 0 ? more : down, lang_);
    }
    [[nodiscard]] Shape shape_of(const Difference& d) const { return told::shape_of(c_.base, d.measure); }

    // Whether a difference of an amount is large enough for a clause of its own.
    [[nodiscard]] static bool is_worth_a_clause(const Difference& d) {
        return is_told(d) && std::abs(d.value.mean) >= worth_a_word * std::abs(d.base.mean);
    }

    void clauses() {
        if (const Sentence said = changes_said(a_, lang_); !said.empty()) add(said, {}, true);
        unique_ones();
        beneficiaries(last_);
        for (const int year : concern_.years) beneficiaries(year);
        worst_year();
        coverage();
        served();
        offered();
        withdrawals();
        graduates();
        attention();
        fates();
        spending();
        unit_cost();
        components();
        places();
        others();
    }

    // What limits the base, and the alternative if that is different.
    void limits(Verdict& verdict, bool is_same) const {
        const Sentence base = limit_sentence(c_.base, lang_), alternative = limit_sentence(a_.run, lang_);
        verdict.after.push_back(say(limits_of, lang_, c_.base.scenario, base.lower()));
        if (is_same) return;
        verdict.after.push_back(reads_alike(base, alternative)
                                    ? say(limits_alike, lang_, a_.run.scenario)
                                    : say(limits_of, lang_, a_.run.scenario, alternative.lower()));
    }

    // Speaks of the whole horizon before single years.
    [[nodiscard]] Sentence lead() {
        const std::string &name = a_.run.scenario, &base = c_.base.scenario;
        const bool is_of_one_year = c_.base.years.size() < 2;
        const Difference* d = index_.difference({"beneficiaries", is_of_one_year ? last_ : 0});
        if (d == nullptr) return say(lead_unknown, lang_, name, base);
        spoken_.emplace_back("beneficiaries");
        const Sentence when =
            is_of_one_year ? document::sayable(last_) : say(whole_horizon, lang_, c_.base.years.front(), last_);
        if (is_nothing(*d)) return say(lead_same, lang_, name, when, base);
        if (!is_told(*d)) return say(lead_untold, lang_, name, when, base, size_of(d, {}));
        return say(lead_told, lang_, name, amount_of(*d, {}), direction(*d, fewer), base,
                   say(is_of_one_year ? in_year : summed, lang_, when), relative_to_base(*d));
    }

    // The year that changes most, if it goes against all years together.
    void worst_year() {
        const Difference* all = index_.difference({"beneficiaries", 0});
        const Difference* most = nullptr;
        for (const int year : c_.base.years) {
            const Difference* d = index_.difference({"beneficiaries", year});
            if (d == nullptr || !is_told(*d)) continue;
            if (most == nullptr || std::abs(d->value.mean) > std::abs(most->value.mean)) most = d;
        }
        const bool goes_another_way = most != nullptr && all != nullptr && most->value.mean * all->value.mean < 0;
        // Where nothing can be told of the last year, the horizon's difference comes of others.
        const Difference* last = index_.difference({"beneficiaries", last_});
        const bool is_of_others =
            most != nullptr && all != nullptr && is_told(*all) && last != nullptr && !is_told(*last);
        if (goes_another_way || is_of_others) beneficiaries(most->year);
    }

    void beneficiaries(int year) {
        const Difference* d = index_.difference({"beneficiaries", year});
        const bool is_said = std::find(years_.begin(), years_.end(), year) != years_.end();
        if (d == nullptr || is_said || c_.base.years.size() < 2) return;
        years_.push_back(year);
        const Sentence now = alternative_of(*d, {}), plan = planned(year);
        if (is_nothing(*d)) {
            add(say(reached_same, lang_, now, year, plan), *d);
        } else if (!is_told(*d)) {
            add(say(reached_untold, lang_, now, year, plan, size_of(d, {})), *d);
        } else {
            const Sentence share = d->base.mean > 0 ? relative_to_base(*d) : document::sayable(document::Value{});
            add(say(reached, lang_, now, year, plan, amount_of(*d, {}), direction(*d, fewer), share), *d);
        }
    }
    // The sheet's plan for the year.
    [[nodiscard]] Sentence planned(int year) const {
        const double plan = plan::beneficiaries(c_.base.planned, year);
        return plan > 0 ? say(planned_for, lang_, document::count(plan)) : Sentence();
    }

    // Different enterprises: the sum over years counts whoever is served in two of them twice.
    void unique_ones() {
        const Difference* d = index_.difference({"beneficiaries_unique_cumulative", last_});
        if (d == nullptr || d->value.n == 0 || c_.base.years.size() < 2) return;
        const Sentence change = is_nothing(*d) ? say(just_the_same, lang_)
                                : is_told(*d)
                                    ? say(so_many, lang_, amount_of(*d, {}), direction(*d, fewer), relative_to_base(*d))
                                    : say(not_told, lang_, size_of(d, {}));
        add(say(unique, lang_, alternative_of(*d, {}), change, c_.base.years.front(), last_), *d);
    }

    void coverage() {
        const Difference* d = index_.difference({"coverage_target", last_});
        if (d == nullptr || !is_told(*d)) return;
        Shape shape = shape_of(*d);
        // Two that differ by a whole last decimal are not written alike.
        shape.decimals = decimals_to_see(100 * d->value.mean / 2, shape.decimals);
        add(say(covered, lang_, base_of(*d, shape), alternative_of(*d, shape), last_), *d);
        spoken_.emplace_back("coverage_potential");  // the same beneficiaries relative to another population
    }
    void graduates() {
        const Difference* d = index_.difference({"graduates", last_});
        if (d == nullptr || !is_worth_a_clause(*d)) return;
        add(say(graduated, lang_, amount_of(*d, {}), direction(*d, fewer), last_), *d);
    }

    void withdrawals() {
        const Difference *d = index_.difference({"withdrawn", last_}),
                         *served = index_.difference({"beneficiaries", last_});
        if (d == nullptr || served == nullptr || !is_told(*d)) return;
        if (std::abs(d->value.mean) < worth_a_word * served->base.mean) return;
        add(say(withdrawn, lang_, amount_of(*d, {}), direction(*d, fewer), last_), *d);
    }

    // The waits of those attended say nothing of those who leave, so only the latter are told.
    void attention() {
        const Difference* left = index_.difference({"left_attention", last_});
        if (left == nullptr || !is_told(*left)) return;
        add(say(left_unattended, lang_, amount_of(*left, {}), direction(*left, fewer), last_), *left);
    }

    // Who gains and who loses: of the groups that the changed keys concern, and of those of one attribute that go
    // opposite ways, whatever the rule is about, how many are admitted and how many qualify. Waits cover only those
    // admitted and so favour a rule that leaves others out.
    void served() {
        const auto is_of_concern = [&](const std::string& group) {
            return std::find(concern_.groups.begin(), concern_.groups.end(), group) != concern_.groups.end();
        };
        bool is_said = false;
        for (const auto& members : attributes()) {
            const bool is_asked =
                std::any_of(members.begin(), members.end(), [&](const Difference* d) { return is_of_concern(d->id); });
            const bool is_of_several = members.front()->id.find('&') != std::string::npos;
            if (!is_asked && (is_of_several || !are_opposite(members))) continue;
            is_said = true;
            std::vector<Sentence> parts;
            for (const Difference* d : members) parts.push_back(admitted(*d, is_asked));
            const Of first{"served_share_of_qualified", last_, Level::group, members.front()->id};
            add(say(admitted_by_group, lang_, last_, joined(parts, "; ")), first, true);
        }
        const Difference* all = index_.difference({"served_share_of_qualified", last_});
        if (!is_said && all != nullptr && is_told(*all) && std::abs(all->value.mean) >= worth_a_word)
            add(say(served_of_all, lang_, share_of(*all, all->alternative.mean), share_of(*all, all->base.mean), last_),
                *all);
    }
    // The differences in admissions by the groups of each attribute, in the order of results.
    [[nodiscard]] std::vector<std::vector<const Difference*>> attributes() const {
        std::vector<std::vector<const Difference*>> all;
        // sex=female → sex; sex=female&territory=rural → sex&territory
        const auto attribute = [](const Difference* d) {
            std::string name;
            bool is_value = false;
            for (const char c : d->id) {
                is_value = (is_value || c == '=') && c != '&';
                if (!is_value) name += c;
            }
            return name;
        };
        for (const Difference& d : a_.differences) {
            if (d.measure != "admissions" || d.year != last_ || d.level != Level::group || d.value.n == 0) continue;
            // Neither anybody admitted nor anybody who qualifies: no such group is there.
            const Difference* qualified = index_.difference({"qualified", last_, Level::group, d.id});
            const bool has_any = qualified != nullptr && (qualified->base.mean > 0 || qualified->alternative.mean > 0);
            if (!has_any && d.base.mean == 0 && d.alternative.mean == 0) continue;
            if (all.empty() || attribute(all.back().front()) != attribute(&d)) all.emplace_back();
            all.back().push_back(&d);
        }
        return all;
    }
    [[nodiscard]] bool are_opposite(const std::vector<const Difference*>& members) const {
        const Difference* all = index_.difference({"admissions", last_});
        const auto goes = [&](double sign) {
            return std::any_of(members.begin(), members.end(), [&](const Difference* d) {
                const double change = sign * d->value.mean;
                return is_told(*d) && change > 0 && all != nullptr && change >= worth_of_a_group * all->base.mean;
            });
        };
        return goes(1) && goes(-1);
    }
    [[nodiscard]] Sentence admitted(const Difference& d, bool is_asked) {
        const Difference *qualified = index_.difference({"qualified", last_, Level::group, d.id}),
                         *share = index_.difference({"served_share_of_qualified", last_, Level::group, d.id});
        const Sentence whom = Cell(document::Words{group_phrase(d.id, lang_)});
        if (qualified == nullptr) return whom;
        const auto with = [&](const Sentence& of, double ratio) {
            return share != nullptr && std::isfinite(ratio) ? say(with_share, lang_, of, share_of(*share, ratio)) : of;
        };
        const Sentence then =
            with(alternative_of(*qualified, {}), share ? share->alternative.mean : results::undefined);
        const bool is_alike = share != nullptr && share->value.n > 0 && !is_told(*share) && !is_told(d);
        if (is_alike && is_asked) return say(admitted_untold, lang_, whom, alternative_of(d, {}), then);
        return say(admitted_of_group, lang_, whom, alternative_of(d, {}), then, base_of(d, {}),
                   with(base_of(*qualified, {}), share ? share->base.mean : results::undefined));
    }

    [[nodiscard]] static document::Value share_of(const Difference& d, double ratio) {
        document::Value value = document::share(ratio);
        value.of = of(d);
        return value;
    }

    // How waits change: the share of those who ask that is offered a plan in time, for all and for the groups
    // concerned, in every year in which it can be told.
    void offered() {
        std::vector<Sentence> parts;
        const Difference* first = nullptr;
        bool is_last_said = false;
        const auto part = [&](Level level, const std::string& group) {
            std::vector<Sentence> years;
            const Difference* any = nullptr;
            for (const int year : c_.base.years) {
                const Difference* d = index_.difference({views::offered, year, level, group});
                if (d == nullptr || d->value.n == 0) continue;
                any = d;
                if (!is_told(*d) || std::abs(d->value.mean) < worth_a_word) continue;
                const bool is_first = first == nullptr;
                if (is_first) first = d;
                is_last_said = is_last_said || year == last_;
                years.push_back(say(is_first ? offered_in_year : offered_in_next, lang_,
                                    share_of(*d, d->alternative.mean), share_of(*d, d->base.mean), year));
            }
            if (any == nullptr || (years.empty() && (first == nullptr || group.empty()))) return;
            const Sentence said = years.empty() ? say(offered_alike, lang_) : joined(years, ", ");
            parts.push_back(group.empty() ? said
                                          : say(offered_of_group, lang_,
                                                Sentence(Cell(document::Words{group_phrase(group, lang_)})), said));
        };
        part(Level::programme, "");
        for (const std::string& group : concern_.groups) part(Level::group, group);
        if (first == nullptr) return;
        add(say(offered_in_time, lang_, joined(parts, "; "),
                is_last_said ? say(seen_in_part, lang_, last_) : Sentence()),
            of(*first), true);
        spoken_.emplace_back(views::offered);
    }

    void unit_cost() {
        const Difference* d = index_.difference({"unit_cost", last_});
        if (d == nullptr || !is_worth_a_clause(*d)) return;
        add(say(cost_each, lang_, base_of(*d, shape_of(*d)), alternative_of(*d, shape_of(*d)), last_), *d);
    }

    void spending() {
        const Difference* d = index_.difference({"spending", 0});
        if (d == nullptr || is_nothing(*d)) return;
        if (!is_told(*d)) {
            add(say(spent_untold, lang_), *d);
            return;
        }
        add(say(spent, lang_, amount_of(*d, shapes::money), direction(*d, less), c_.base.years.front(), last_,
                relative_to_base(*d)),
            *d);
        const Difference* each = index_.difference({results::marginal_cost, 0});
        const Difference* served = index_.difference({"beneficiaries", 0});
        if (each == nullptr || served == nullptr || each->value.mean <= 0 || served->base.mean <= 0) return;
        // Where far more plans are exchanged than come or go, the net of them is no price.
        const auto& all = a_.fates.front();
        const double exchanged = std::min(all.of(Fate::plans_entering).mean, all.of(Fate::plans_dropped).mean);
        if (exchanged > std::abs(served->value.mean)) return;
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

    // Each component that the changed keys concern, in the last year, with or without an effect; where it has none
    // then, in those of the other years that the keys name in which it has one.
    void components() {
        for (const std::string& id : concern_.components) {
            const Difference* last = index_.difference({"spending", last_, Level::component, id});
            if (last == nullptr || last->value.n == 0) continue;
            const std::string name = component_name(id, lang_);
            std::vector<const Difference*> with_effect;
            for (const int year : concern_.years)
                with_effect.push_back(index_.difference({"spending", year, Level::component, id}));
            std::erase_if(with_effect, [](const Difference* d) { return d == nullptr || !is_told(*d); });
            if (is_told(*last)) with_effect = {last};
            for (const Difference* d : with_effect)
                add(say(spent_on, lang_, name, amount_of(*d, shapes::money), direction(*d, less), d->year), *d);
            if (with_effect.empty())
                add(say(is_nothing(*last) ? spent_on_same : spent_on_untold, lang_, name, last_), *last);
        }
    }

    // The offices that the changed keys name, those that gain first, and their region where they are of one.
    void places() {
        if (concern_.places.empty()) return;
        std::vector<const Difference*> told;
        std::vector<std::string> regions;
        bool do_admit = false;
        for (const auto& office : c_.base.offices) {
            if (std::find(concern_.places.begin(), concern_.places.end(), office.id) == concern_.places.end()) continue;
            if (std::find(regions.begin(), regions.end(), office.region) == regions.end())
                regions.push_back(office.region);
            const Difference* d = index_.difference({"admissions", last_, Level::office, office.id});
            do_admit = do_admit || (d != nullptr && (d->base.mean > 0 || d->alternative.mean > 0));
            if (d != nullptr && is_told(*d)) told.push_back(d);
        }
        if (regions.size() == 1) region(regions.front());
        if (told.empty()) {
            if (do_admit) add(say(places_untold, lang_, concern_.places.size(), last_), {}, false);
            return;
        }
        const std::size_t all = told.size();
        std::stable_sort(told.begin(), told.end(), [](const Difference* x, const Difference* y) {
            return std::abs(x->value.mean) > std::abs(y->value.mean);
        });
        told.resize(std::min(all, most_places));
        std::stable_sort(told.begin(), told.end(),
                         [](const Difference* x, const Difference* y) { return x->value.mean > y->value.mean; });
        std::vector<Sentence> parts;
        for (const Difference* d : told)
            parts.push_back(
                say(place_told, lang_, office_name(c_.base, d->id), amount_of(*d, {}), direction(*d, fewer)));
        add(say(places_changed, lang_, last_, joined(parts, "; "),
                all > told.size() ? say(and_others, lang_, all - told.size()) : Sentence()),
            of(*told.front()), true);
    }
    void region(const std::string& id) {
        const Difference* d = index_.difference({"admissions", last_, Level::region, id});
        if (d == nullptr || d->value.n == 0) return;
        const std::string name = region_name(c_.base, id);
        const Sentence change =
            is_nothing(*d) ? say(just_the_same, lang_)
            : is_told(*d) ? say(region_told, lang_, name, amount_of(*d, {}), direction(*d, fewer), relative_to_base(*d))
                          : say(not_told, lang_, size_of(d, {}));
        add(say(regions_changed, lang_, last_, change), *d);
    }

    // The other detectable outcomes, those farthest beyond their error first. Persons advised are the beneficiaries'
    // once more where one comes for each.
    void others() {
        const Difference *served = index_.difference({"beneficiaries", last_}),
                         *advised = index_.difference({"advised_persons", last_});
        if (served != nullptr && advised != nullptr && std::abs(served->value.mean - advised->value.mean) < 0.5)
            spoken_.emplace_back("advised_persons");
        std::vector<const Difference*> told;
        for (const char* measure : views::in_verdict) {
            const Difference* d = index_.difference({measure, last_});
            const bool is_spoken = std::find(spoken_.begin(), spoken_.end(), measure) != spoken_.end();
            if (d != nullptr && is_told(*d) && !is_spoken) told.push_back(d);
        }
        std::stable_sort(told.begin(), told.end(),
                         [](const Difference* x, const Difference* y) { return errors_away(*x) > errors_away(*y); });
        const auto is_small = [&](const Difference* d) {
            const double scale = shape_of(*d).is_percent() ? 1 : std::abs(d->base.mean);
            return std::abs(d->value.mean) < worth_a_word * scale;
        };
        const auto small = std::stable_partition(told.begin(), told.end(), [&](const auto* d) { return !is_small(d); });
        const auto list = [&](auto begin, auto end, const Text& text) {
            std::vector<Sentence> parts;
            for (auto d = begin; d != end; ++d) parts.push_back(other(**d));
            if (!parts.empty()) add(say(text, lang_, last_, joined(parts, "; ")), of(**begin), true);
        };
        list(told.begin(), small, also);
        list(small, told.end(), also_a_little);
    }
    [[nodiscard]] Sentence other(const Difference& d) const {
        constexpr Text of_shares{"{0}, {1} pp", "{0}, {1} pp"}, plain_one{"{0}, {1}", "{0}, {1}"};
        const Shape shape = shape_of(d);
        const Sentence label = Cell(document::Words{label_of(c_.base, d.measure, lang_)});
        return say(shape.is_percent() ? of_shares : plain_one, lang_, label,
                   size_of(&d, shape.is_percent() ? Shape{results::Kind::points, 2} : shape, Show::signed_and_error));
    }
    // Distance from 0 in half-widths; infinite when all replications differ by the same.
    [[nodiscard]] static double errors_away(const Difference& d) {
        return d.value.half_width > 0 ? std::abs(d.value.mean) / d.value.half_width
                                      : std::numeric_limits<double>::infinity();
    }

    const Comparison& c_;
    const Alternative& a_;
    const results::Index index_;
    const Lang lang_;
    const int last_;
    const Concern concern_;
    std::vector<Clause> clauses_;
    std::vector<std::string> spoken_;  // measures of the programme already told
    std::vector<int> years_;           // years whose beneficiaries were told
};

}  // namespace

Verdict comparison_verdict(const Comparison& c, const Alternative& a, Lang lang) {
    return Telling(c, a, lang).verdict();
}

}  // namespace aforo::told
