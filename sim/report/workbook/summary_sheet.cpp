// The verdict, the figures by year beside their plan, and the waiting lists by month, with their pictures.
#include <cmath>

#include "aforo/report/sections.hpp"
#include "aforo/report/verdict.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

constexpr std::size_t columns = 10;

std::string reach(const Subject& s) {
    const int year = s.run.years.back();
    const auto* e = s.index.estimate({"beneficiaries", year});
    if (!has_value(e)) return "";
    const double planned = s.planned_beneficiaries(year);
    const std::string mean = s.estimates.mean_and_half_width(e, {});
    return std::isfinite(planned)
               ? s.say(T::reach_planned, year, mean, s.format.number(planned), s.estimates.difference(e, planned, {}))
               : s.say(T::reach, year, mean);
}

// Label to p90, and where there is a plan what is simulated less it, live.
void add_figure(Page& page, const Subject& s, std::size_t row, const PlannedMeasure& figure, int year,
                const results::Estimate* e) {
    const Look look = look_of(s.run, figure.measure);
    const double planned = figure.planned == nullptr ? NAN : figure.planned(s, year), mean = mean_of(e);
    const auto [half_width, p10, p90] = spread_of(e);
    page.text(row, 0, label_of(s.run, figure.measure, s.lang));
    page.text(row, 1, unit_of(s, figure.measure));
    page.number(row, 2, year, Style::general);
    if (std::isfinite(planned)) page.number(row, 3, planned, look.value);
    page.number(row, 4, mean, look.value);
    page.number(row, 5, half_width, look.error);
    page.number(row, 6, p10, look.value);
    page.number(row, 7, p90, look.value);
    if (!std::isfinite(planned) || !std::isfinite(mean)) return;
    const std::string difference = cell_name(row, 4) + "-" + cell_name(row, 3);
    const bool is_share = look.difference == Style::points;
    page.formula(row, 8, is_share ? "=(" + difference + ")*100" : "=" + difference,
                 (mean - planned) * (is_share ? 100 : 1), look.difference);
    if (!is_share && planned > 0) {
        page.formula(row, 9, "=" + cell_name(row, 8) + "/" + cell_name(row, 3), mean / planned - 1,
                     Style::signed_share);
    }
}

std::size_t add_figures(Page& page, const Subject& s, std::size_t row) {
    for (const auto& figure : figures()) {
        for (const int year : s.run.years) {
            const auto* e = s.index.estimate({figure.measure, year});
            if (e == nullptr) e = s.money(figure.measure, year);
            if (e != nullptr) add_figure(page, s, row++, figure, year, e);
        }
    }
    return row;
}

Chart beneficiary_chart(const Subject& s, std::size_t row) {
    const std::size_t last = row + s.run.years.size() - 1;
    const auto rows = [&](std::size_t column) { return Range{row, column, last, column}; };
    const int first_year = s.run.years.front(), last_year = s.run.years.back();
    return {.title = s.say(T::book_chart_beneficiaries, first_year, last_year),
            .alternative = s.say(T::book_chart_beneficiaries_about) + " " + reach(s),
            .y = label_of(s.run, "beneficiaries", s.lang),
            .series = {{s.say(T::planned), rows(2), rows(3), orange},
                       {s.say(T::simulated), rows(2), rows(4), blue},
                       {"p10", rows(2), rows(6), teal, true},
                       {"p90", rows(2), rows(7), teal, true}}};
}

// Month, then mean, p10 and p90 of each queue. The last row, or `row` when the run has no months.
std::size_t add_months(Page& page, const Subject& s, std::size_t row) {
    for (const int year : s.run.years) {
        for (int month = 1; month <= 12; ++month) {
            if (s.index.estimate({"waiting", year, results::Level::programme, "", month}) == nullptr) continue;
            page.month(++row, 0, year, month);
            std::size_t column = 1;
            for (const char* measure : {"waiting", "attention_waiting"}) {
                const auto* e = s.index.estimate({measure, year, results::Level::programme, "", month});
                const auto [half_width, p10, p90] = spread_of(e);
                page.number(row, column++, mean_of(e));
                page.number(row, column++, half_width, Style::decimal);
                page.number(row, column++, p10);
                page.number(row, column++, p90);
            }
        }
    }
    return row;
}

Chart waiting_chart(const Subject& s, std::size_t header, std::size_t last) {
    const auto rows = [&](std::size_t column) { return Range{header + 1, column, last, column}; };
    return {.title = s.say(T::book_chart_waiting),
            .alternative = s.say(T::book_chart_waiting_about),
            .y = s.say(T::axis_waiting),
            .dates = true,
            .series = {{s.say(T::simulated), rows(0), rows(1), blue},
                       {"p10", rows(0), rows(3), teal, true},
                       {"p90", rows(0), rows(4), teal, true}}};
}

std::vector<std::string> month_titles(const Subject& s) {
    std::vector<std::string> titles = {s.say(T::month)};
    for (const char* measure : {"waiting", "attention_waiting"}) {
        const std::string name = label_of(s.run, measure, s.lang);
        titles.insert(titles.end(), {name, s.say(T::half_width), "p10", "p90"});
    }
    return titles;
}

}  // namespace

void summary_sheet(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_summary));
    page.limit_width(0, 46);
    std::vector<std::string> texts = {reach(s), limit_sentence(s.run, s.lang), how_to_read(s.run.replications, s.lang)};
    std::erase(texts, "");
    const std::size_t header = title_rows(page, s.say(T::page_title, s.run.scenario), texts, columns);
    page.header(header, {s.say(T::measure), s.say(T::book_unit), s.say(T::year), s.say(T::planned), s.say(T::simulated),
                         s.say(T::half_width), "p10", "p90", s.say(T::difference), s.say(T::book_relative)});
    const std::size_t end = add_figures(page, s, header + 1);
    page.main_table(header, end - 1, columns);
    const std::size_t months = end + 1;
    page.text(months, 0, s.say(T::book_months), Style::section);
    const std::size_t last = add_months(page, s, months + 1);
    page.header(months + 1, month_titles(s));
    if (end > header + 1) {
        Chart chart = beneficiary_chart(s, header + 1);
        chart.row = header + 1;  // below what every page repeats
        chart.column = columns + 1;
        page.chart(chart);
    }
    if (last > months + 1) {
        Chart chart = waiting_chart(s, months + 1, last);
        chart.row = header + 21;
        chart.column = columns + 1;
        page.chart(chart);
    }
}

}  // namespace aforo::report
