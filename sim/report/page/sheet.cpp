// The sheet in DIPRES's own form, as planned and as simulated.
#include "aforo/report/sheet.hpp"

#include "aforo/report/table.hpp"
#include "page/parts.hpp"
#include "side_by_side.hpp"

namespace aforo::report {

namespace {

Html table_of(const Cells& cells, std::size_t texts, const std::string& caption) {
    std::vector<TableColumn> columns;
    for (std::size_t c = 0; c < cells.front().size(); ++c) {
        columns.push_back({cells.front()[c], c < texts ? Align::left : Align::right});
    }
    Table table(columns);
    for (std::size_t r = 1; r < cells.size(); ++r) {
        table.row(cells[r]);
    }
    return html_table(table, caption);
}

// The form has room for one figure in each cell: the mean. Its range is in the other tables, and the page says so.
Html form(const Subject& s, const results::Sheet& sheet, T title) {
    const std::string heading = s.say(title);
    Html made = element("h3", {}, {heading});
    made += table_of(component_cells(sheet, s.lang), 2, heading + ": " + s.say(T::components_title));
    return made + table_of(population_cells(sheet, s.lang), 1, heading + ": " + s.say(T::population_title));
}

}  // namespace

Html sheet(const Subject& s) {
    if (s.run.planned.components.empty()) {
        return {};
    }
    return form(s, s.run.planned, T::sheet_planned) + form(s, simulated_sheet(s.run), T::sheet_simulated) +
           element("p", {{"class", "note"}}, {s.say(T::sheet_note)});
}

}  // namespace aforo::report
