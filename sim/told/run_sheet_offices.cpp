// Every office from north to south, by year, with sums that equal those of the programme.
#include <algorithm>
#include <cmath>

#include "run_parts.hpp"
#include "sheet_cells.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

constexpr std::size_t first_measure = 4, year_column = 3;  // after region, office, kind and year
constexpr std::size_t most_offices_drawn = 120;            // more bars would be illegible

std::size_t columns_of(const views::OfficeMeasure& m) { return m.has_range ? 4 : 1; }

// A figure of an office has fewer decimal places than one of the programme.
Shape office_shape(Shape shape) { return shape.is_percent() ? results::shapes::share : shape; }

std::size_t column_of(std::string_view wanted) {
    std::size_t column = first_measure;
    for (const auto& m : views::offices) {
        if (m.measure == wanted) break;
        column += columns_of(m);
    }
    return column;
}

Table titled(const Subject& s) {
    Table table{{s.left(words::region), s.left(words::office), s.left(words::kind), s.right(words::year)}};
    for (const auto& m : views::offices) {
        table.columns.push_back({s.label(m.measure)});
        if (m.has_range) {
            table.columns.insert(table.columns.end(),
                                 {s.right(words::half_width), s.right(words::p10), s.right(words::p90)});
        }
    }
    return table;
}

void add_office(const Subject& s, const Place& place, int year, Table& table) {
    std::vector<Sentence> cells = {sayable(place.region), sayable(place.name), sayable(place.kind(s.lang)),
                                   sayable(year)};
    for (const auto& m : views::offices) {
        const Figure figure = s.figures.find({m.measure, year, Level::office, place.office->id});
        if (m.has_range) {
            add_spread(figure, cells);
        } else {
            cells.push_back(figure.shaped(office_shape(figure.shape)).mean());
        }
    }
    table.row(std::move(cells));
}

// One row per year with the sums over offices, for measures that add up, as counts by office do.
void add_total(const Subject& s, int year, std::size_t offices, Table& table) {
    std::vector<Sentence> cells(table.columns.size());
    cells[0] = s.say(words::total);
    cells[year_column] = sayable(year);
    std::size_t column = first_measure;
    for (const auto& m : views::offices) {
        const Figure total = s.figures.find({m.measure, year});
        if (total.shape.kind == results::Kind::count && std::isfinite(total.mean_value())) {
            const auto rows = [&](std::size_t c) { return absolute(down(0, c, 0, offices - 1)); };
            cells[column] = sayable(live(
                {"=SUMIF(", rows(year_column), ",", cell_at(0, table.rows.size(), year_column), ",", rows(column), ")"},
                total.mean_value()));
        }
        column += columns_of(m);
    }
    table.total(std::move(cells));
}

// For the last year. Satellites without slots of their own have no bar for them.
SheetChart use_chart(const Subject& s, std::size_t first, std::size_t count) {
    constexpr Text title{"Uso de cupos y de horas de orientación por centro, de norte a sur, {0}",
                         "Use of slots and of orientation hours by centre, north to south, {0}"};
    constexpr Text about{
        "Gráfico de barras: parte de los cupos y de las horas de orientación de cada centro que se usa en {0}. Los "
        "datos están en la tabla de esta hoja.",
        "Bar chart: the share of each centre's slots and orientation hours that is used in {0}. The data are in the "
        "table of this sheet."};
    SheetChart chart{.kind = SheetChart::Kind::bars,
                     .title = s.title(title, s.last_year()),
                     .alternative = s.title(about, s.last_year()),
                     .is_share = true,
                     .is_below = true,
                     .width = 1400};
    constexpr std::array<Colour, 2> colours = {Colour::blue, Colour::teal};
    const std::size_t last = first + std::min(count, most_offices_drawn) - 1;
    for (std::size_t i = 0; i < views::offices_drawn.size(); ++i) {
        const auto measure = views::offices_drawn[i];
        chart.lines.push_back(
            {s.label(measure), down(0, 1, first, last), down(0, column_of(measure), first, last), colours[i]});
    }
    return chart;
}

}  // namespace

Section office_sheet(const Subject& s) {
    constexpr Text title{"Centros y satélites, de norte a sur", "Centres and satellites, north to south"};
    constexpr Text note{
        "Promedios de las réplicas; ± y rango de las dos primeras medidas. Los límites son la parte de los días del "
        "año "
        "en que cada uno actúa. Los totales se suman con fórmulas y son los del programa.",
        "Means of the replications; ± and range of the first two measures. Limits are the share of the year's days on "
        "which each binds. Totals are summed by formulas and are those of the programme."};
    Section section{
        "hoja-centros", in(title, s.lang), {Paragraph{s.say(note)}}, Media::workbook, in(sheets::offices, s.lang)};
    section.is_annex = true;
    const auto places = north_to_south(s.run);
    Table table = titled(s);
    for (const int year : s.run.years) {
        for (const auto& place : places) add_office(s, place, year, table);
    }
    const std::size_t offices = table.rows.size();
    if (offices > 0) {
        for (const int year : s.run.years) add_total(s, year, offices, table);
    }
    section.blocks.emplace_back(Tabled{std::move(table), {}, Media::workbook, true});
    if (offices > 0) section.blocks.emplace_back(use_chart(s, offices - places.size(), places.size()));
    return section;
}

}  // namespace aforo::told
