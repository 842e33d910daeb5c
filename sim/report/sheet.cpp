#include "aforo/report/sheet.hpp"

#include <limits>

#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : undefined; }

double at(const std::vector<double>& values, std::size_t i) { return i < values.size() ? values[i] : undefined; }

// A row of the population table: a label and a cell for each year.
template <class Cell>
std::vector<std::string> by_year(const results::Sheet& sheet, std::string label, Cell cell) {
    std::vector<std::string> row = {std::move(label)};
    for (std::size_t i = 0; i < sheet.years.size(); ++i) {
        row.push_back(cell(i));
    }
    return row;
}

std::string table_text(const Cells& cells, const std::vector<TableColumn>& shape) {
    std::vector<TableColumn> columns = shape;
    columns.resize(cells.front().size(), shape.back());
    for (std::size_t c = 0; c < columns.size(); ++c) {
        columns[c].title = cells.front()[c];
    }
    Table table(columns);
    for (std::size_t r = 1; r < cells.size(); ++r) {
        table.row(cells[r]);
    }
    return table.str();
}

}  // namespace

Cells component_cells(const results::Sheet& sheet, Lang lang) {
    const Format f(lang);
    Cells cells = {{phrase(T::component, lang), phrase(T::production_unit, lang),
                    phrase(T::estimated_spending, lang, sheet.year, sheet.price_year),
                    phrase(T::estimated_production, lang, sheet.year),
                    phrase(T::estimated_unit_cost, lang, sheet.year, sheet.price_year)}};
    for (const auto& line : sheet.components) {
        cells.push_back({printable(line.name), printable(line.production_unit), f.number(line.spending),
                         f.number(line.production), f.number(ratio(line.spending, line.production))});
    }
    cells.push_back({phrase(T::admin_spending, lang), "", f.number(sheet.admin_spending), "", ""});
    cells.push_back({phrase(T::total, lang), "", f.number(sheet.total_spending), "", ""});
    const double admin_share = ratio(sheet.admin_spending, sheet.total_spending);
    cells.push_back({phrase(T::admin_share, lang), "", f.sheet_percent(admin_share, 0), "", ""});
    return cells;
}

Cells population_cells(const results::Sheet& sheet, Lang lang) {
    const Format f(lang);
    Cells cells = {
        by_year(sheet, phrase(T::concept_title, lang), [&](auto i) { return std::to_string(sheet.years[i]); })};
    const auto add = [&](T label, auto cell) { cells.push_back(by_year(sheet, phrase(label, lang), cell)); };
    const auto served = [&](std::size_t i) { return at(sheet.beneficiaries, i); };
    const auto target = [&](std::size_t i) { return at(sheet.target_population, i); };

    add(T::target_population, [&](auto i) { return f.number(target(i)); });
    add(T::beneficiary_population, [&](auto i) { return f.number(served(i)); });
    add(T::coverage_potential, [&](auto i) { return f.sheet_percent(ratio(served(i), sheet.potential_population)); });
    add(T::coverage_target, [&](auto i) { return f.sheet_percent(ratio(served(i), target(i))); });
    if (!sheet.spending_per_beneficiary.empty()) {
        add(T::spending_per_beneficiary, [&](auto i) { return f.number(at(sheet.spending_per_beneficiary, i)); });
    }
    if (!sheet.unique_beneficiaries.empty()) {
        add(T::unique_beneficiaries, [&](auto i) { return f.number(at(sheet.unique_beneficiaries, i)); });
    }
    return cells;
}

std::string sheet_text(const results::Sheet& sheet, Lang lang) {
    const std::vector<TableColumn> component_shape = {{"", Align::left, 31},
                                                      {"", Align::left, 14},
                                                      {"", Align::right, 19},
                                                      {"", Align::right, 13},
                                                      {"", Align::right, 19}};
    const std::vector<TableColumn> population_shape = {{"", Align::left, 36}, {"", Align::right, 14}};
    return phrase(T::components_title, lang) + "\n\n" + table_text(component_cells(sheet, lang), component_shape) +
           "\n" + phrase(T::population_title, lang) + "\n\n" +
           table_text(population_cells(sheet, lang), population_shape);
}

}  // namespace aforo::report
