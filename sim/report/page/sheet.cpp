// The sheet in DIPRES's own form, as planned and as simulated.
#include "aforo/report/sheet.hpp"

#include "aforo/report/table.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

double mean_of(const results::Estimate* e) { return has_value(e) ? e->mean : 0; }

// The form has room for one figure in each cell: the mean. Its range is in the other tables, and the page says so.
results::Sheet simulated(const Subject& s) {
    results::Sheet made = s.run.planned;
    const auto of = [&](std::string_view measure) { return mean_of(s.lookup.find(measure, made.year)); };
    for (auto& line : made.components) {
        line.spending = mean_of(s.money("spending", made.year, line.id));
        line.production = of(line.id == "attention"  ? "attended_persons"
                             : line.id == "advisory" ? "advised_persons"
                                                     : "alliances");
    }
    made.admin_spending = mean_of(s.money("spending", made.year, "admin"));
    made.total_spending = mean_of(s.money("spending", made.year));
    made.years = s.run.years;
    made.target_population.clear();
    made.beneficiaries.clear();
    made.spending_per_beneficiary.clear();
    made.unique_beneficiaries.clear();
    for (const int year : made.years) {
        made.target_population.push_back(s.planned_target(year));
        made.beneficiaries.push_back(mean_of(s.lookup.find("beneficiaries", year)));
        made.spending_per_beneficiary.push_back(mean_of(s.money("unit_cost", year)));
        made.unique_beneficiaries.push_back(mean_of(s.lookup.find("beneficiaries_unique_cumulative", year)));
    }
    return made;
}

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
    return form(s, s.run.planned, T::sheet_planned) + form(s, simulated(s), T::sheet_simulated) +
           element("p", {{"class", "note"}}, {s.say(T::sheet_note)});
}

}  // namespace aforo::report
