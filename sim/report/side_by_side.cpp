#include "side_by_side.hpp"

#include <algorithm>
#include <limits>

#include "aforo/report/sections.hpp"
#include "aforo/report/sheet.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/results/components.hpp"

namespace aforo::report {

namespace {

using results::Difference;
using results::Level;
using results::Run;
using results::Sheet;

double mean_of(const results::Estimate* e) { return e == nullptr ? results::undefined : e->mean; }

const char* production_of(const std::string& component) {
    const auto* known = results::find_component(component);
    return known == nullptr ? "" : known->production;
}

// The difference behind each cell, in the places of component_cells(); nullptr where there is none.
using Sources = std::vector<std::vector<const Difference*>>;

Sources component_sources(const Sheet& sheet, const results::Index& index) {
    const int year = sheet.year;
    Sources sources = {{}};
    for (const auto& line : sheet.components) {
        sources.push_back({nullptr, nullptr, index.difference({"spending", year, Level::component, line.id}),
                           index.difference({production_of(line.id), year}),
                           index.difference({"unit_cost", year, Level::component, line.id})});
    }
    sources.push_back(
        {nullptr, nullptr, index.difference({"spending", year, Level::component, results::administration})});
    sources.push_back({nullptr, nullptr, index.difference({"spending", year})});
    sources.push_back({nullptr, nullptr, index.difference({"admin_share", year})});
    return sources;
}

Sources population_sources(const Sheet& sheet, const results::Index& index) {
    Sources sources = {{}, {}};  // titles; what is targeted is not simulated
    for (const char* measure :
         {"beneficiaries", "coverage_potential", "coverage_target", "unit_cost", "beneficiaries_unique_cumulative"}) {
        sources.push_back({nullptr});
        for (const int year : sheet.years) sources.back().push_back(index.difference({measure, year}));
    }
    return sources;
}

// base → alternative where the cells differ.
Cells beside(const Cells& base, const Cells& alternative, const Sources& sources) {
    Cells cells = base;
    for (std::size_t r = 0; r < cells.size() && r < alternative.size(); ++r) {
        for (std::size_t c = 0; c < cells[r].size() && c < alternative[r].size(); ++c) {
            if (cells[r][c] == alternative[r][c]) continue;
            const Difference* d = r < sources.size() && c < sources[r].size() ? sources[r][c] : nullptr;
            const bool in_error = d != nullptr && is_within_error(*d);
            cells[r][c] += (in_error ? " ~ " : " → ") + alternative[r][c];
        }
    }
    return cells;
}

Table table_of(const Cells& cells, std::size_t texts, std::size_t width) {
    std::vector<TableColumn> columns;
    for (std::size_t c = 0; c < cells.front().size(); ++c)
        columns.push_back({cells.front()[c], c < texts ? Align::left : Align::right, c == 0 ? 27 : width});
    Table table(columns);
    for (std::size_t r = 1; r < cells.size(); ++r) table.row(cells[r]);
    return table;
}

}  // namespace

Sheet simulated_sheet(const Run& run) {
    Sheet sheet = run.planned;
    const auto spent_on = [&](const std::string& component) {
        return mean_of(find_money(run, "spending", sheet.year, component));
    };
    for (auto& line : sheet.components) {
        line.spending = spent_on(line.id);
        line.production = mean_of(run.find(production_of(line.id), sheet.year));
    }
    sheet.admin_spending = spent_on(results::administration);
    sheet.total_spending = spent_on("");
    const Sheet planned = sheet;
    sheet.years = run.years;
    sheet.beneficiaries.clear();
    sheet.target_population.clear();
    for (const int year : sheet.years) {
        const auto place = std::find(planned.years.begin(), planned.years.end(), year);
        sheet.target_population.push_back(
            place == planned.years.end()
                ? std::numeric_limits<double>::quiet_NaN()
                : planned.target_population[static_cast<std::size_t>(place - planned.years.begin())]);
        sheet.beneficiaries.push_back(mean_of(run.find("beneficiaries", year)));
        sheet.spending_per_beneficiary.push_back(mean_of(find_money(run, "unit_cost", year, "")));
        sheet.unique_beneficiaries.push_back(mean_of(run.find("beneficiaries_unique_cumulative", year)));
    }
    return sheet;
}

Part side_by_side_part(const results::Comparison& c, const results::Alternative& a, const results::Index& index,
                       Lang lang) {
    const Sheet base = simulated_sheet(c.base), alternative = simulated_sheet(a.run);
    const Cells components =
        beside(component_cells(base, lang), component_cells(alternative, lang), component_sources(base, index));
    const Cells population =
        beside(population_cells(base, lang), population_cells(alternative, lang), population_sources(base, index));
    return {phrase(T::sheets_title, lang),
            {table_of(components, 2, 25), table_of(population, 1, 17)},
            phrase(T::sheets_note, lang)};
}

}  // namespace aforo::report
