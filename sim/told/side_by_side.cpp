// The sheets of two scenarios in one table: what changes, cell by cell.
#include "comparison_parts.hpp"
#include "ficha.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

using document::Cell;
using document::Sentence;
using document::Table;
using results::Difference;
using results::Level;
using results::Sheet;

const char* production_of(const std::string& component) {
    const auto* known = results::find_component(component);
    return known == nullptr ? "" : known->production;
}

// The difference behind each cell, laid out as the table; nullptr where there is none.
using Sources = std::vector<std::vector<const Difference*>>;

Sources component_sources(const Sheet& sheet, const results::Index& index) {
    const int year = sheet.year;
    Sources sources;
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
    Sources sources = {{}};  // the target population is not simulated
    for (const char* measure : views::population_compared) {
        sources.push_back({nullptr});
        for (const int year : sheet.years) sources.back().push_back(index.difference({measure, year}));
    }
    return sources;
}

// «base → alternative» where the cells read differently, with ~ if the difference is within its error. Cells with two
// figures are `width` wide.
Table beside(Table base, const Table& alternative, const Sources& sources, std::size_t width) {
    for (std::size_t c = 0; c < base.columns.size(); ++c) base.columns[c].width = c == 0 ? 27 : width;
    for (std::size_t r = 0; r < base.rows.size() && r < alternative.rows.size(); ++r) {
        auto& cells = base.rows[r].cells;
        for (std::size_t c = 0; c < cells.size() && c < alternative.rows[r].cells.size(); ++c) {
            const Sentence& other = alternative.rows[r].cells[c];
            if (reads_alike(cells[c], other)) continue;
            const Difference* d = r < sources.size() && c < sources[r].size() ? sources[r][c] : nullptr;
            const bool in_error = d != nullptr && results::is_within_error(*d);
            cells[c] += Cell(document::Words{in_error ? " ~ " : " → "});
            cells[c] += other;
        }
    }
    return base;
}

}  // namespace

std::vector<Table> side_by_side(const results::Comparison& c, const results::Alternative& a,
                                const results::Index& index, Lang lang) {
    const Sheet base = simulated_sheet(c.base), alternative = simulated_sheet(a.run);
    return {
        beside(component_form(base, lang), component_form(alternative, lang), component_sources(base, index), 25),
        beside(population_form(base, lang), population_form(alternative, lang), population_sources(base, index), 17)};
}

}  // namespace aforo::told
