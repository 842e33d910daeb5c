// The verdict, the figures by year beside their plan, and the waiting lists by month, with charts; and the differences
// from the plan with their intervals.
#include <cmath>

#include "limits.hpp"
#include "reading.hpp"
#include "run_parts.hpp"
#include "sheet_cells.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

constexpr Text relative{"Diferencia %", "Difference %"};
// Column indices in the table of figures, which is the first of its sheet.
constexpr std::size_t year_column = 2, planned_column = 3, simulated_column = 4, p10_column = 6, p90_column = 7,
                      difference_column = 8;

Figure find(const Subject& s, std::string_view measure, int year) {
    const Figure found = s.figures.find({measure, year});
    return found.estimate != nullptr ? found : s.figures.money(measure, year);
}

double planned_of(const Subject& s, const views::PlannedRow& row, int year) {
    return row.planned == nullptr ? results::undefined : row.planned(s.run.planned, year);
}

// Label to p90 and, if there is a plan, the simulated value minus it as a live formula.
void add_figure(const Subject& s, const views::PlannedRow& row, const Figure& figure, Table& table) {
    const Shape shape = sheet_shape(figure.shape);
    const double plan = planned_of(s, row, figure.of.year), mean = figure.mean_value();
    std::vector<Sentence> cells = {sayable(s.label(row.measure)), sayable(unit_of(s.run, row.measure, s.lang)),
                                   sayable(figure.of.year), std::isfinite(plan) ? number(plan, shape) : Sentence()};
    add_spread(figure, cells);
    if (std::isfinite(plan) && std::isfinite(mean)) {
        const auto at = [&](std::size_t column) { return cell_at(0, table.rows.size(), column); };
        cells.push_back(live_less({at(simulated_column)}, at(planned_column), mean - plan, shape));
        if (!shape.is_percent() && plan > 0)
            cells.push_back(live_ratio(at(difference_column), at(planned_column), mean / plan - 1));
    }
    table.row(std::move(cells));
}

Table figures_table(const Subject& s) {
    Table table{{s.left(words::measure, 46), s.left(words::unit), s.right(words::year), s.right(words::planned),
                 s.right(words::simulated), s.right(words::half_width), s.right(words::p10), s.right(words::p90),
                 s.right(words::difference), s.right(relative)}};
    for (const auto& row : views::summary) {
        for (const int year : s.run.years) {
            if (const Figure figure = find(s, row.measure, year); figure.estimate != nullptr)
                add_figure(s, row, figure, table);
        }
    }
    return table;
}

SheetChart beneficiary_chart(const Subject& s) {
    constexpr Text title{"Beneficiarios {0}–{1}: planificado y simulado",
                         "Beneficiaries {0}–{1}: planned and simulated"};
    constexpr Text about{"Gráfico de líneas: beneficiarios planificados y simulados por año, con el rango p10–p90.",
                         "Line chart: planned and simulated beneficiaries by year, with the p10–p90 range."};
    const std::size_t last = s.run.years.size() - 1;  // the first rows of the table are beneficiaries
    const auto rows = [&](std::size_t column) { return down(0, column, 0, last); };
    SheetChart chart{.title = s.title(title, s.run.years.front(), s.run.years.back()),
                     .alternative = in(about, s.lang),
                     .y = s.label("beneficiaries")};
    chart.lines = {{in(words::planned, s.lang), rows(year_column), rows(planned_column), Colour::orange},
                   {in(words::simulated, s.lang), rows(year_column), rows(simulated_column), Colour::blue},
                   {in(words::p10, s.lang), rows(year_column), rows(p10_column), Colour::teal, true},
                   {in(words::p90, s.lang), rows(year_column), rows(p90_column), Colour::teal, true}};
    return chart;
}

// Month, then mean, error, p10 and p90 of each queue.
Table months_table(const Subject& s) {
    Table table{{s.left(words::month)}};
    for (const auto measure : views::queues) {
        table.columns.insert(
            table.columns.end(),
            {{s.label(measure)}, s.right(words::half_width), s.right(words::p10), s.right(words::p90)});
    }
    for (const int year : s.run.years) {
        for (int month = 1; month <= 12; ++month) {
            const auto find = [&](std::string_view measure) {
                return s.figures.find({measure, year, Level::programme, "", month});
            };
            if (find(views::queues.front()).estimate == nullptr) continue;
            std::vector<Sentence> cells = {sayable(document::Month{year, month})};
            for (const auto measure : views::queues) add_spread(find(measure), cells);
            table.row(std::move(cells));
        }
    }
    return table;
}

SheetChart waiting_chart(const Subject& s, std::size_t months) {
    constexpr Text title{"Empresas que esperan un cupo, mes a mes", "Enterprises that wait for a slot, month by month"};
    constexpr Text about{
        "Gráfico de líneas: empresas que esperan un cupo al fin de cada mes, promedio y rango p10–p90. Los datos están "
        "en la tabla por mes de esta hoja.",
        "Line chart: enterprises that wait for a slot at the end of each month, mean and p10–p90 range. The data are "
        "in "
        "the table by month of this sheet."};
    constexpr Text axis{"Esperan un cupo (empresas)", "Waiting for a slot (enterprises)"};
    const auto rows = [&](std::size_t column) { return down(1, column, 0, months - 1); };
    SheetChart chart{
        .title = in(title, s.lang), .alternative = in(about, s.lang), .y = in(axis, s.lang), .has_dates = true};
    chart.lines = {{in(words::simulated, s.lang), rows(0), rows(1), Colour::blue},
                   {in(words::p10, s.lang), rows(0), rows(3), Colour::teal, true},
                   {in(words::p90, s.lang), rows(0), rows(4), Colour::teal, true}};
    chart.rows_down = 20;  // below the chart of beneficiaries
    return chart;
}

// In points for a share, otherwise in the measure's own unit.
void add_difference(const Subject& s, const Figure& figure, double plan, Table& table) {
    const Shape shape = sheet_shape(figure.shape);
    const auto& e = *figure.estimate;
    const auto at = [&](std::size_t column) { return cell_at(0, table.rows.size(), column); };
    constexpr std::size_t error_column = 5;
    const auto less_planned = [&](const char* sign, double value) {
        std::vector<Formula::Part> of = {at(simulated_column)};
        if (*sign != '\0') of.insert(of.end(), {sign, at(error_column)});
        return live_less(std::move(of), at(planned_column), value - plan, shape);
    };
    const auto signed_number = [&](double value) {
        Value difference{value - plan, shape, Value::Style::signed_};
        if (shape.is_percent()) difference.shape.kind = results::Kind::points;
        return sayable(difference);
    };
    const std::string unit = shape.is_percent() ? "pp" : unit_of(s.run, figure.of.measure, s.lang);
    table.row({sayable(s.label(figure.of.measure)), sayable(unit), sayable(figure.of.year), number(plan, shape),
               figure.shaped(shape).mean(), number(e.half_width, error_shape(shape)), less_planned("", e.mean),
               less_planned("-", e.mean - e.half_width), less_planned("+", e.mean + e.half_width), signed_number(e.p10),
               signed_number(e.p90),
               !std::isfinite(e.half_width)
                   ? number(results::undefined, {})
                   : s.say(std::abs(e.mean - plan) > e.half_width ? words::yes : words::cannot_be_told)});
}

}  // namespace

Section summary_sheet(const Subject& s) {
    constexpr Text months_title{"Listas de espera, por mes (al fin de cada mes)",
                                "Waiting lists, by month (at the end of each month)"};
    Section section{
        "resumen", s.title(words::page_title, s.run.scenario), {}, Media::workbook, in(sheets::summary, s.lang)};
    section.file = "resumen.csv";
    if (s.run.years.empty()) return section;
    Table figures = figures_table(s), months = months_table(s);
    const bool has_figures = !figures.empty();
    const std::size_t count = months.rows.size();
    section.blocks = {Paragraph{reach(s)},
                      Paragraph{limit_sentence(s.run, s.lang)},
                      Paragraph{how_to_read(s.run.replications, s.lang)},
                      Tabled{std::move(figures), {}, Media::workbook, true},
                      Paragraph{s.say(months_title), Paragraph::Kind::heading},
                      Tabled{std::move(months)}};
    if (has_figures) section.blocks.emplace_back(beneficiary_chart(s));
    if (count > 0) section.blocks.emplace_back(waiting_chart(s, count));
    return section;
}

Section difference_sheet(const Subject& s) {
    constexpr Text title{"Lo simulado menos lo planificado", "What is simulated less what is planned"};
    constexpr Text note{
        "El intervalo es del promedio simulado (95 %). Una diferencia es distinguible si el intervalo no contiene el "
        "cero; "
        "p10 y p90 dicen dónde caen 8 de cada 10 repeticiones (azar) respecto del plan.",
        "The interval is that of the simulated mean (95%). A difference stands out if the interval does not hold zero; "
        "p10 and p90 say where 8 out of 10 repetitions (luck) fall from the plan."};
    constexpr Text from{"Desde", "From"}, to{"Hasta", "To"}, p10_less{"p10 menos plan", "p10 less plan"},
        p90_less{"p90 menos plan", "p90 less plan"}, stands_out{"¿Es distinguible?", "Can it be told?"};
    Table table{{s.left(words::measure, 46), s.left(words::unit), s.right(words::year), s.right(words::planned),
                 s.right(words::simulated), s.right(words::half_width), s.right(words::difference), s.right(from),
                 s.right(to), s.right(p10_less), s.right(p90_less), s.left(stands_out)}};
    for (const auto& row : views::summary) {
        for (const int year : s.run.years) {
            const Figure figure = find(s, row.measure, year);
            const double plan = planned_of(s, row, year);
            if (figure.has_value() && std::isfinite(plan)) add_difference(s, figure, plan, table);
        }
    }
    return {"hoja-diferencias",
            in(title, s.lang),
            {Paragraph{s.say(note)}, Tabled{std::move(table), {}, Media::workbook, true}},
            Media::workbook,
            in(sheets::differences, s.lang)};
}

}  // namespace aforo::told
