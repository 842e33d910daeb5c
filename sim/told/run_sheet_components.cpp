// The sheet's component table beside the simulation, then spending by component and year.
#include <cmath>

#include "reading.hpp"
#include "run_parts.hpp"
#include "sheet_cells.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

constexpr Text relative{"Diferencia %", "Difference %"};
constexpr Shape tenths = {results::Kind::number, 1};
constexpr std::size_t planned_column = 2, simulated_column = 3, difference_column = 7;

void add_row(const std::string& component, const std::string& label, double plan, const Figure& figure, Table& table) {
    const Shape shape = sheet_shape(figure.shape);
    const double mean = figure.mean_value();
    std::vector<Sentence> cells = {sayable(component), sayable(label), number(plan, shape)};
    add_spread(figure, cells);
    if (std::isfinite(mean) && std::isfinite(plan)) {
        const auto at = [&](std::size_t column) { return cell_at(0, table.rows.size(), column); };
        cells.push_back(live_less({at(simulated_column)}, at(planned_column), mean - plan, shape));
        if (!shape.is_percent() && plan > 0)
            cells.push_back(live_ratio(at(difference_column), at(planned_column), mean / plan - 1));
    }
    table.row(std::move(cells));
}

Table form(const Subject& s) {
    const auto& sheet = s.run.planned;
    Table table{{s.left(words::component, 44), s.left(words::measure, 34), s.right(words::planned),
                 s.right(words::simulated), s.right(words::half_width), s.right(words::p10), s.right(words::p90),
                 s.right(words::difference), s.right(relative)}};
    const std::string spending = in(words::spending, s.lang), total = in(words::total, s.lang);
    const auto money = [&](std::string_view measure, std::string_view component) {
        return s.figures.money(measure, sheet.year, component);
    };
    for (const auto& line : sheet.components) {
        const auto* component = results::find_component(line.id);
        add_row(line_name(line, s.lang), spending, line.spending, money("spending", line.id), table);
        add_row(line_name(line, s.lang), line_unit(s.run, line, s.lang), line.production,
                s.figures.find({component == nullptr ? "" : component->production, sheet.year}), table);
        add_row(line_name(line, s.lang), in(words::unit_cost, s.lang), line.unit_cost(),
                money("unit_cost", line.id).shaped(tenths), table);
    }
    add_row(in(words::admin_spending, s.lang), spending, sheet.admin_spending,
            money("spending", results::administration), table);
    add_row(total, spending, sheet.total_spending, money("spending", ""), table);
    add_row(total, in(words::admin_share, s.lang), plan::admin_share(sheet, sheet.year), money("admin_share", ""),
            table);
    return table;
}

std::vector<std::string> spenders(const Subject& s) {
    std::vector<std::string> ids;
    for (const auto& line : s.run.planned.components) ids.push_back(line.id);
    ids.emplace_back(results::administration);
    return ids;
}

// One row per year: spending of each component, their sum, the appropriation and its balance.
Table by_year(const Subject& s) {
    const auto ids = spenders(s);
    Table table{{s.left(words::year)}};
    for (const auto& id : ids) table.columns.push_back({component_name(id, s.lang)});
    table.columns.insert(table.columns.end(),
                         {s.right(words::total), s.right(views::appropriation), s.right(views::unspent)});
    const bool has_overrun = s.run.is_ever("overrun");
    if (has_overrun) table.columns.push_back(s.right(views::overrun));
    for (const int year : s.run.years) {
        std::vector<Sentence> cells = {sayable(year)};
        for (const auto& id : ids) cells.push_back(s.figures.money("spending", year, id).mean());
        const double spent = s.figures.money("spending", year).mean_value();
        cells.push_back(std::isfinite(spent)
                            ? sayable(live({"=SUM(", across(1, table.rows.size(), 1, ids.size()), ")"}, spent))
                            : Sentence());
        for (const char* measure : {"appropriation", "unspent"}) cells.push_back(s.figures.money(measure, year).mean());
        if (has_overrun) cells.push_back(s.figures.money("overrun", year).mean());
        table.row(std::move(cells));
    }
    return table;
}

SheetChart spending_chart(const Subject& s) {
    constexpr Text about{
        "Gráfico de columnas apiladas: gasto simulado por componente y año. Los datos están en la tabla por año de "
        "esta "
        "hoja.",
        "Stacked column chart: simulated spending by component and year. The data are in the table by year of this "
        "sheet."};
    constexpr std::array<Colour, 4> colours = {Colour::teal, Colour::blue, Colour::orange, Colour::plum};
    SheetChart chart{
        .kind = SheetChart::Kind::stacked, .title = plain(money_title(s)), .alternative = in(about, s.lang), .y = "M$"};
    const auto ids = spenders(s);
    const std::size_t last = s.run.years.size() - 1;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        chart.lines.push_back({component_name(ids[i], s.lang), down(1, 0, 0, last), down(1, i + 1, 0, last),
                               colours[i % colours.size()]});
    }
    return chart;  // beside the first table, because below the second a page break would cut it
}

}  // namespace

Section component_sheet(const Subject& s) {
    Section section{"hoja-componentes",
                    s.title(section_components, s.run.planned.year),
                    {},
                    Media::workbook,
                    in(sheets::components, s.lang)};
    if (s.run.years.empty()) return section;
    section.blocks = {Paragraph{how_to_read_money(s.run, s.lang)},         Tabled{form(s), {}, Media::workbook, true},
                      Paragraph{money_title(s), Paragraph::Kind::heading}, Tabled{by_year(s)},
                      Paragraph{money_note(s), Paragraph::Kind::note},     spending_chart(s)};
    return section;
}

}  // namespace aforo::told
