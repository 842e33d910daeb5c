// What every replication gave, and the estimates made from it before the reader's eyes.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

constexpr auto measures =
    std::to_array<std::string_view>({"beneficiaries", "attended_persons", "admissions", "graduates", "alliances",
                                     "coverage_target", "wait_days_mean", "waiting_year_end", "spending", "unit_cost"});

struct Column {
    std::string title;
    std::span<const double> values;
    const results::Estimate* estimate;
    Look look;
};

std::vector<Column> columns_of(const Subject& s) {
    std::vector<Column> columns;
    for (const auto measure : measures) {
        for (const int year : s.run.years) {
            // A total is of the programme, or of all components.
            for (const auto level : {results::Level::programme, results::Level::component}) {
                const auto values = s.index.samples({measure, year, level});
                if (values.empty()) continue;
                const auto* of = s.run.column(measure);
                const std::string unit = of->unit.starts_with("M$") ? " (M$)" : "";
                columns.push_back({label_of(s.run, measure, s.lang) + unit + " " + std::to_string(year), values,
                                   s.index.estimate({measure, year, level}), look_of(of->shape)});
                break;
            }
        }
    }
    return columns;
}

Style total_of(Style style) {
    return style == Style::fine_share ? Style::total_share
           : style == Style::decimal  ? Style::total_decimal
                                      : Style::total_count;
}

struct Statistic {
    T label;
    const char* before;  // the cells' range
    const char* after;
    double results::Estimate::*value;
};
// TINV takes both tails. The half-width has more places than the mean.
constexpr auto statistics = std::to_array<Statistic>({
    {T::book_average, "=AVERAGE(", ")", &results::Estimate::mean},
    {T::half_width, nullptr, nullptr, &results::Estimate::half_width},
    {T::book_p10, "=PERCENTILE(", ",0.1)", &results::Estimate::p10},
    {T::book_median, "=PERCENTILE(", ",0.5)", &results::Estimate::p50},
    {T::book_p90, "=PERCENTILE(", ",0.9)", &results::Estimate::p90},
});

void add_statistics(Page& page, std::size_t row, std::size_t at, const Column& column, const Range& values) {
    const std::string cells = values.name();
    for (const auto& statistic : statistics) {
        const Style style = total_of(column.look.value);
        const double value = column.estimate->*statistic.value;
        if (statistic.before == nullptr) {
            const std::string formula = fmt::format("=TINV(0.05,COUNT({0})-1)*STDEV({0})/SQRT(COUNT({0}))", cells);
            page.formula(row++, at, formula, value, column.look.value == Style::count ? Style::total_decimal : style);
        } else {
            page.formula(row++, at, statistic.before + cells + statistic.after, value, style);
        }
    }
}

}  // namespace

void replication_sheet(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_replications));
    const auto columns = columns_of(s);
    const std::size_t header = title_rows(page, s.say(T::book_replications), {s.say(T::book_replications_note)}, 10);
    std::vector<std::string> titles = {s.say(T::book_replication)};
    for (const auto& column : columns) titles.push_back(column.title);
    page.header(header, titles);
    const auto count = columns.empty() ? 0 : columns.front().values.size();
    const std::size_t last = header + count;
    for (std::size_t r = 0; r < count; ++r) page.number(header + 1 + r, 0, static_cast<double>(r), Style::general);
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (std::size_t r = 0; r < count; ++r)
            page.number(header + 1 + r, c + 1, columns[c].values[r], columns[c].look.value);
        add_statistics(page, last + 1, c + 1, columns[c], {header + 1, c + 1, last, c + 1});
    }
    for (std::size_t i = 0; i < statistics.size() && count > 0; ++i)
        page.text(last + 1 + i, 0, s.say(statistics[i].label), Style::total_text);
    page.main_table(header, last, titles.size());
}

}  // namespace aforo::report
