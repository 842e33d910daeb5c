#include <limits>

#include "aforo/report/estimate.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/results/components.hpp"

namespace aforo::report {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

const results::Estimate* find_production(const results::Run& run, int year, const std::string& component) {
    const auto* known = results::find_component(component);
    return known == nullptr ? nullptr : run.find(known->production, year);
}

// Label, planned, simulated, half-width, range, difference; a single replication has neither half-width nor range.
std::vector<std::string> beside(const results::Run& run, const std::string& label, double planned,
                                const results::Estimate* simulated, Shape shape, Lang lang) {
    const EstimateFormat f(lang, run.replications);
    std::vector<std::string> cells = {label, f.value(planned, shape), f.mean(simulated, shape)};
    if (run.replications != 1) {
        cells.insert(cells.end(), {f.half_width(simulated, shape), f.range(simulated, shape)});
    }
    cells.push_back(f.difference(simulated, planned, shape));
    return cells;
}

void add_component(const results::Run& run, const results::ComponentLine& line, Lang lang, Table& table) {
    const int year = run.planned.year;
    const auto add = [&](const std::string& label, double planned, const results::Estimate* simulated, Shape shape) {
        table.row(beside(run, "  " + label, planned, simulated, shape, lang));
    };
    table.heading(printable(line.name));
    add(phrase(T::spending, lang), line.spending, find_money(run, "spending", year, line.id), shapes::money);
    add(printable(line.production_unit), line.production, find_production(run, year, line.id), {});
    add(phrase(T::unit_cost, lang), line.unit_cost(), find_money(run, "unit_cost", year, line.id), {});
}

void add_totals(const results::Run& run, Lang lang, Table& table) {
    const auto& sheet = run.planned;
    const double share = sheet.total_spending > 0 ? sheet.admin_spending / sheet.total_spending : undefined;
    table.row(beside(run, phrase(T::admin_spending, lang) + " (M$)", sheet.admin_spending,
                     find_money(run, "spending", sheet.year, results::administration), shapes::money, lang));
    table.row(beside(run, phrase(T::total, lang) + " (M$)", sheet.total_spending,
                     find_money(run, "spending", sheet.year, ""), shapes::money, lang));
    table.row(beside(run, phrase(T::admin_share, lang), share, find_money(run, "admin_share", sheet.year, ""),
                     shape_of(run, "admin_share"), lang));
}

}  // namespace

Part component_part(const results::Run& run, Lang lang) {
    std::vector<TableColumn> columns = {{phrase(T::component, lang), Align::left, 27},
                                        {phrase(T::planned, lang)},
                                        {phrase(T::simulated, lang)},
                                        {phrase(T::difference, lang)}};
    if (run.replications != 1) {
        columns.insert(columns.end() - 1, {{phrase(T::half_width, lang)}, {phrase(T::range_p10_p90, lang)}});
    }
    Table table(columns);
    for (const auto& line : run.planned.components) {
        add_component(run, line, lang, table);
        table.rule();
    }
    add_totals(run, lang, table);
    return {phrase(T::section_components, lang, run.planned.year), {table}, ""};
}

}  // namespace aforo::report
