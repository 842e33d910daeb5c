// Every office from north to south, by year, and their sums, which meet those of the programme.
#include <cmath>

#include "page/places.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

using results::Level;

constexpr std::size_t first_measure = 4;         // after region, office, kind and year
constexpr std::size_t most_offices_drawn = 120;  // more bars cannot be read

// Counts have their error and their range beside them; there are too many figures for all to have them.
bool has_range(std::string_view measure) { return measure == "attended_persons" || measure == "admissions"; }
std::size_t columns_of(std::string_view measure) { return has_range(measure) ? 4 : 1; }
// Counts by office sum to the programme's.
bool adds_up(const Subject& s, std::string_view measure) { return shape_of(s.run, measure).kind == Kind::count; }

std::vector<std::string> titles(const Subject& s) {
    std::vector<std::string> titles = {s.say(T::region), s.say(T::office), s.say(T::kind), s.say(T::year)};
    for (const auto measure : office_measures()) {
        titles.emplace_back(label_of(s.run, measure, s.lang));
        if (has_range(measure)) titles.insert(titles.end(), {s.say(T::half_width), "p10", "p90"});
    }
    return titles;
}

void add_office(Page& page, const Subject& s, std::size_t row, const Place& place, int year) {
    page.text(row, 0, place.region);
    page.text(row, 1, place.name);
    page.text(row, 2, s.say(place.office->kind == "satellite" ? T::satellite : T::centre));
    page.number(row, 3, year, Style::general);
    std::size_t column = first_measure;
    for (const auto measure : office_measures()) {
        const auto* e = s.index.estimate({measure, year, Level::office, place.office->id});
        const Look look = look_of(s.run, measure);
        page.number(row, column++, mean_of(e), look.value == Style::fine_share ? Style::share : look.value);
        if (!has_range(measure)) continue;
        const auto [half_width, p10, p90] = spread_of(e);
        page.number(row, column++, half_width, look.error);
        page.number(row, column++, p10, look.value);
        page.number(row, column++, p90, look.value);
    }
}

// One row a year: the sum over the offices of what adds up.
void add_total(Page& page, const Subject& s, std::size_t row, std::size_t header, std::size_t last, int year) {
    page.text(row, 0, s.say(T::total), Style::total_text);
    page.number(row, 3, year, Style::general);
    std::size_t column = first_measure;
    for (const auto measure : office_measures()) {
        const double total = mean_of(s.index.estimate({measure, year}));
        if (adds_up(s, measure) && std::isfinite(total)) {
            const auto rows = [&](std::size_t c) { return Range{header + 1, c, last, c}.name(true); };
            page.formula(row, column, "=SUMIF(" + rows(3) + "," + cell_name(row, 3) + "," + rows(column) + ")", total,
                         Style::total_count);
        }
        column += columns_of(measure);
    }
}

std::size_t column_of_measure(std::string_view wanted) {
    std::size_t column = first_measure;
    for (const auto measure : office_measures()) {
        if (measure == wanted) break;
        column += columns_of(measure);
    }
    return column;
}

// Satellites have no slots of their own: where they have none, that bar is missing.
Chart use_chart(const Subject& s, std::size_t first, std::size_t last) {
    Chart chart{.kind = Chart::Kind::bars,
                .title = s.say(T::book_chart_use, s.run.years.back()),
                .alternative = s.say(T::book_chart_use_about, s.run.years.back()),
                .is_share = true,
                .width = 1400};
    const auto add = [&](std::string_view measure, const char* colour) {
        const std::size_t column = column_of_measure(measure);
        chart.series.push_back(
            {label_of(s.run, measure, s.lang), Range{first, 1, last, 1}, Range{first, column, last, column}, colour});
    };
    add("slot_utilisation", blue);
    add("orientation_utilisation", teal);
    return chart;
}

}  // namespace

void office_sheet(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_offices));
    const auto places = north_to_south(s);
    const auto names = titles(s);
    const std::size_t header = title_rows(page, s.say(T::book_offices_title), {s.say(T::book_offices_note)},
                                          std::min<std::size_t>(names.size(), 12));
    page.header(header, names);
    std::size_t row = header;
    for (const int year : s.run.years) {
        for (const auto& place : places) add_office(page, s, ++row, place, year);
    }
    const std::size_t last = row;
    page.main_table(header, last, names.size(), 2);
    if (places.empty()) return;
    for (const int year : s.run.years) add_total(page, s, ++row, header, last, year);
    const std::size_t of_last_year = last + 1 - places.size();
    Chart chart = use_chart(s, of_last_year, of_last_year + std::min(places.size(), most_offices_drawn) - 1);
    chart.row = row + 2;
    page.chart(chart);
}

}  // namespace aforo::report
