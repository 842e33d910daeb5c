// The first screen: what the run says in a sentence, four figures beside their plan, and the money by year.
#include <cmath>

#include "aforo/report/about.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/verdict.hpp"
#include "aforo/results/components.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

double ratio(double part, double whole) { return part / whole; }

// «En 2027 el programa llega a 34.665 ± 51 beneficiarios; lo planificado son 34.560 (+0,3 %).»
std::string reach(const Subject& s) {
    if (s.run.years.empty()) {
        return "";
    }
    const int year = s.run.years.back();
    const auto* e = s.index.estimate({"beneficiaries", year});
    if (!has_value(e)) {
        return "";
    }
    const std::string served = s.estimates.mean_and_half_width(e, {});
    const double planned = s.planned_beneficiaries(year);
    return std::isfinite(planned)
               ? s.say(T::reach_planned, year, served, s.format.number(planned), s.estimates.difference(e, planned, {}))
               : s.say(T::reach, year, served);
}

// A figure of a tile: its value in a year, beside its plan.
struct Value {
    const results::Estimate* simulated = nullptr;
    double planned = 0;
    Shape shape;
};

Html line(const std::string& text, const char* kind) {
    return text.empty() ? Html() : element("p", {{"class", kind}}, {text});
}

std::string beside_plan(const Subject& s, int year, const Value& v) {
    if (!std::isfinite(v.planned)) {
        return s.say(T::no_plan, year);
    }
    const std::string difference = s.estimates.difference(v.simulated, v.planned, v.shape);
    const std::string planned = s.estimates.value(v.planned, v.shape);
    return difference == undefined_mark ? s.say(T::plan_alone, year, planned)
                                        : s.say(T::plan_and_difference, year, planned, difference);
}

// What the same figure is in the last year, in a line.
std::string later(const Subject& s, int year, const Value& v) {
    const std::string mean = s.estimates.mean_and_half_width(v.simulated, v.shape);
    if (!std::isfinite(v.planned)) {
        return s.say(T::later_alone, year, mean);
    }
    const std::string difference = s.estimates.difference(v.simulated, v.planned, v.shape);
    return difference == undefined_mark
               ? s.say(T::later_alone, year, mean)
               : s.say(T::later_beside, year, mean, s.estimates.value(v.planned, v.shape), difference);
}

struct Tile {
    T label;
    Value (*value)(const Subject&, int year);
    T unit = T::count_;  // none
    Value (*second)(const Subject&, int year) = nullptr;
    T second_label = T::count_;
};

Value beneficiaries(const Subject& s, int year) {
    return {s.index.estimate({"beneficiaries", year}), s.planned_beneficiaries(year), {}};
}
Value of_target(const Subject& s, int year) {
    return {s.index.estimate({"coverage_target", year}), ratio(s.planned_beneficiaries(year), s.planned_target(year)),
            shape_of(s.run, "coverage_target")};
}
Value of_potential(const Subject& s, int year) {
    return {s.index.estimate({"coverage_potential", year}),
            ratio(s.planned_beneficiaries(year), s.run.planned.potential_population),
            shape_of(s.run, "coverage_potential")};
}
Value cost(const Subject& s, int year) {
    const bool known = year == s.run.planned.year;
    return {s.money("unit_cost", year),
            known ? ratio(s.run.planned.total_spending, s.planned_beneficiaries(year)) : std::nan(""), shapes::money};
}
Value balance(const Subject& s, int year) { return {s.money("unspent", year), 0, shapes::money}; }

constexpr std::array<Tile, 4> tiles = {{{T::tile_beneficiaries, beneficiaries},
                                        {T::tile_coverage, of_target, T::count_, of_potential, T::tile_potential},
                                        {T::tile_cost, cost, T::thousands_unit},
                                        {T::tile_balance, balance, T::thousands_unit}}};

// The year that the sheet plans in full, if it was simulated.
int year_of_plan(const Subject& s) {
    for (const int year : s.run.years) {
        if (year == s.run.planned.year) {
            return year;
        }
    }
    return s.run.years.front();
}

std::string share_of_budget(const Subject& s, int year) {
    const auto* left = s.money("unspent", year);
    const auto* budget = s.money("appropriation", year);
    const bool known = has_value(left) && has_value(budget) && budget->mean > 0;
    return known ? s.say(T::of_budget, s.format.percent(left->mean / budget->mean, 1), year) : "";
}

Html tile(const Subject& s, const Tile& t) {
    const int year = year_of_plan(s), last = s.run.years.back();
    const Value v = t.value(s, year);
    const std::string unit = t.unit == T::count_ ? "" : s.say(t.unit) + " ";
    Html made = element("h2", {}, {s.say(t.label, year)});
    made += element("p", {{"class", "big"}},
                    {element("span", {{"class", "unit"}}, {unit}), s.estimates.mean(v.simulated, v.shape)});
    made += line(t.label == T::tile_balance ? share_of_budget(s, year) : beside_plan(s, year, v), "plan");
    if (const std::string range = s.futures(v.simulated, v.shape); !range.empty()) {
        made += element("p", {{"class", "futures"}},
                        {s.say(T::futures), " ", element("span", {{"class", "whole"}}, {range})});
    }
    if (t.second != nullptr) {
        const Value second = t.second(s, year);
        made += line(s.say(t.second_label, s.estimates.mean(second.simulated, second.shape)) + " " +
                         beside_plan(s, year, second),
                     "later");
    }
    if (last != year) {
        made += line(later(s, last, t.value(s, last)), "later");
    }
    return element("article", {{"class", "tile"}}, {made});
}

// Zero unless a replication's books did not close, which would have ended the run.
std::string ledger_difference(const Subject& s) { return s.format.pesos(s.run.worst_ledger_difference); }

std::vector<std::string> money_row(const Subject& s, const std::string& label, std::string_view measure,
                                   std::string_view component) {
    std::vector<std::string> cells = {label};
    for (const int year : s.run.years) {
        cells.push_back(s.estimates.mean_and_half_width(s.money(measure, year, component), shapes::money));
    }
    return cells;
}

Html money_by_year(const Subject& s) {
    std::vector<TableColumn> columns = {{s.say(T::component), Align::left}};
    for (const int year : s.run.years) {
        columns.push_back({std::to_string(year)});
    }
    Table table(columns);
    for (const auto& component : s.run.planned.components) {
        table.row(money_row(s, component_name(component.id, s.lang), "spending", component.id));
    }
    table.row(money_row(s, component_name(results::administration, s.lang), "spending", results::administration));
    table.rule();
    table.row(money_row(s, s.say(T::total_spending), "spending", ""));
    table.row(money_row(s, s.say(T::unspent_simulated), "unspent", ""));
    table.row(money_row(s, s.say(T::appropriation), "appropriation", ""));
    if (s.run.is_ever("overrun")) {  // appropriation and overrun come to spending and what is unspent
        table.row(money_row(s, s.say(T::overrun_simulated), "overrun", ""));
    }
    table.rule();
    std::vector<std::string> last = {s.say(T::difference)};
    last.resize(columns.size(), ledger_difference(s));
    table.row(last);
    return element("section", {{"class", "first"}, {"aria-labelledby", "dinero-t"}},
                   {element("h2", {{"id", "dinero-t"}}, {s.say(T::money_title, s.run.planned.price_year)}),
                    html_table(table, s.say(T::money_title, s.run.planned.price_year)),
                    element("p", {{"class", "note"}}, {s.say(T::money_note, ledger_difference(s))})});
}

}  // namespace

Html headline(const Subject& s) {
    const std::string replications = s.say(s.run.replications == 1 ? T::replication_count_one : T::replication_count,
                                           s.format.number(s.run.replications));
    Html made = element("p", {{"class", "eyebrow"}}, {s.say(T::eyebrow)});
    made += line(draft_mark({&s.run}, s.lang), "draft");
    made += element("h1", {}, {s.run.scenario});
    made += element("p", {{"class", "verdict"}}, {reach(s)});
    made += element("p", {{"class", "limits"}}, {limit_sentence(s.run, s.lang)});
    made += element("p", {{"class", "meta"}},
                    {s.say(T::made_from, s.run.version, replications, s.run.seed, s.run.digest.substr(0, 8))});
    if (s.run.years.empty()) {
        return element("header", {}, {made});
    }
    Html all;
    for (const auto& t : tiles) {
        all += tile(s, t);
    }
    const std::string how =
        how_to_read(s.run.replications, s.lang) + " " + s.say(T::how_to_read_money, s.run.planned.price_year);
    return element("header", {}, {made}) + element("div", {{"class", "tiles"}}, {all}) + money_by_year(s) +
           element("p", {{"class", "note"}}, {how});
}

}  // namespace aforo::report
