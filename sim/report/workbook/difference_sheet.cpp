// What is simulated less what is planned, with the interval of that difference.
#include <cmath>

#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

constexpr std::size_t columns = 12;

// Points of a share; else the measure's own unit.
void add_row(Page& page, const Subject& s, std::size_t row, const PlannedMeasure& figure, int year,
             const results::Estimate* e) {
    const Look look = look_of(s.run, figure.measure);
    const double planned = figure.planned(s, year), mean = mean_of(e);
    const auto [half_width, p10, p90] = spread_of(e);
    const bool is_share = look.difference == Style::points;
    const double scale = is_share ? 100 : 1;
    page.text(row, 0, label_of(s.run, figure.measure, s.lang));
    page.text(row, 1, is_share ? "pp" : unit_of(s, figure.measure));
    page.number(row, 2, year, Style::general);
    page.number(row, 3, planned, look.value);
    page.number(row, 4, mean, look.value);
    page.number(row, 5, half_width, look.error);
    const auto less_planned = [&](std::size_t at, const std::string& what, double value) {
        const std::string difference = "(" + what + "-" + cell_name(row, 3) + ")";
        page.formula(row, at, "=" + difference + (is_share ? "*100" : ""), (value - planned) * scale, look.difference);
    };
    const std::string simulated = cell_name(row, 4), error = cell_name(row, 5);
    less_planned(6, simulated, mean);
    less_planned(7, simulated + "-" + error, mean - half_width);
    less_planned(8, simulated + "+" + error, mean + half_width);
    page.number(row, 9, (p10 - planned) * scale, look.difference);
    page.number(row, 10, (p90 - planned) * scale, look.difference);
    if (!std::isfinite(half_width)) return page.text(row, 11, undefined_mark);
    page.text(row, 11, s.say(std::abs(mean - planned) > half_width ? T::book_told : T::cannot_be_told));
}

}  // namespace

void difference_sheet(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_differences));
    page.limit_width(0, 46);
    const std::size_t header =
        title_rows(page, s.say(T::book_differences_title), {s.say(T::book_differences_note)}, columns);
    page.header(header, {s.say(T::measure), s.say(T::book_unit), s.say(T::year), s.say(T::planned), s.say(T::simulated),
                         s.say(T::half_width), s.say(T::difference), s.say(T::book_from), s.say(T::book_to),
                         s.say(T::book_p10_less), s.say(T::book_p90_less), s.say(T::book_stands_out)});
    std::size_t row = header;
    for (const auto& figure : figures()) {
        if (figure.planned == nullptr) continue;
        for (const int year : s.run.years) {
            const auto* e = s.index.estimate({figure.measure, year});
            if (e == nullptr) e = s.money(figure.measure, year);
            if (has_value(e) && std::isfinite(figure.planned(s, year))) add_row(page, s, ++row, figure, year, e);
        }
    }
    page.main_table(header, row, columns);
}

}  // namespace aforo::report
