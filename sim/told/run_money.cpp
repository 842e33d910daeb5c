// Budget, spending and balance by year and component, with the ledger's difference; and the funds that run out.
#include <algorithm>
#include <cmath>

#include "aforo/core/time.hpp"
#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

Table spending_table(const Subject& s) {
    std::vector<views::MoneyColumn> shown;
    std::copy_if(views::budget.begin(), views::budget.end(), std::back_inserter(shown),
                 [&](const auto& c) { return c.is_always || s.run.is_ever(std::string(c.measure)); });
    const bool has_ranges = s.run.replications != 1;
    Table table{{s.left(words::year), s.left(words::component)}};
    for (const auto& c : shown) {
        table.columns.push_back(s.right(c.title));
        if (c.has_range && has_ranges) table.columns.push_back(s.right(words::p10_p90));
    }
    std::vector<std::string> ids;
    for (const auto& line : s.run.planned.components) ids.push_back(line.id);
    ids.insert(ids.end(), {results::administration, ""});
    for (const int year : s.run.years) {
        table.rule();
        for (const auto& id : ids) {
            std::vector<Sentence> cells = {id == ids.front() ? sayable(year) : Sentence(),
                                           sayable(component_name(id, s.lang))};
            for (const auto& c : shown) {
                const Figure figure = s.figures.money(c.measure, year, id).shaped(results::shapes::money);
                cells.push_back(figure.with_error());
                if (c.has_range && has_ranges) cells.push_back(figure.range());
            }
            table.row(std::move(cells));
        }
    }
    return table;
}

// 23-12, from a day of the year that may be fractional.
Sentence day_of_year(int year, double day) {
    const auto midnight = core::new_year(year) + core::days(static_cast<int>(std::lround(day)) - 1);
    return Cell(document::Date{core::iso(midnight), document::Date::Style::short_});
}

Sentence day_range(const Subject& s, const results::Exhaustion& e) {
    constexpr Text from_to{"{0} a {1}", "{0} to {1}"};
    const Figure day = s.figures.find({"first_refusal_day", e.year, Level::component, e.component});
    if (day.estimate == nullptr || day.estimate->n < 2) return planned(results::undefined, {});
    const Sentence low = day_of_year(e.year, day.estimate->p10), high = day_of_year(e.year, day.estimate->p90);
    return reads_alike(low, high) ? low : s.say(from_to, low, high);
}

Table exhaustion_table(const Subject& s) {
    constexpr Text first_day{"Día", "Day"};
    constexpr Text in_replications{"{0} de {1}", "{0} of {1}"};
    Table table{{s.left(words::year), s.left(words::component), s.right(first_day)}};
    if (s.run.replications != 1)
        table.columns.insert(table.columns.end(), {s.right(words::p10_p90), s.right(words::replications)});
    for (const auto& e : s.run.exhaustions) {
        if (!(e.share > 0)) continue;
        std::vector<Sentence> cells = {sayable(e.year), sayable(component_name(e.component, s.lang)),
                                       sayable(document::Date{e.median_first_day, document::Date::Style::short_})};
        if (s.run.replications != 1) {
            cells.push_back(day_range(s, e));
            cells.push_back(s.say(in_replications, Cell(document::count(e.share * s.run.replications)),
                                  Cell(document::count(s.run.replications))));
        }
        table.row(std::move(cells));
    }
    return table;
}

}  // namespace

std::vector<Details> money_tables(const Subject& s) {
    constexpr Text budget{"Ejecución del presupuesto (M$)", "Budget execution (M$)"};
    constexpr Text note{
        "Presupuesto + traspasos netos + exceso = gasto + recortes + saldo devuelto, por réplica, componente y año. "
        "Diferencia: "
        "{0}",
        "Appropriation + net transfers + overrun = spending + cuts + unspent, by replication, component and year. "
        "Difference: "
        "{0}"};
    constexpr Text exhausted{"Fondos que se agotan: día en que por primera vez faltan para un gasto variable (mediana)",
                             "Funds that run out: day on which they are first lacking for a variable cost (median)"};
    const Cell difference = document::Pesos{s.run.worst_ledger_difference};
    return {
        {s.say(budget), false, {Tabled{spending_table(s)}, Paragraph{s.say(note, difference), Paragraph::Kind::note}}},
        {s.say(exhausted), true, {Tabled{exhaustion_table(s)}}}};
}

}  // namespace aforo::told
