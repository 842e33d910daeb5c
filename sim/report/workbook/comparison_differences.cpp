// The sheets of a comparison that hold its differences: the verdicts, the sheet side by side, and all of them.
#include <algorithm>
#include <cmath>

#include "aforo/results/components.hpp"
#include "workbook/comparison_sheets.hpp"

namespace aforo::report {

namespace {

using results::Difference;
using results::Level;

// What a beneficiary more costs has a place more than in reports for people in a hurry.
Look look_of_difference(const Compared& c, const Difference& d) {
    if (d.measure == results::marginal_cost) return {Style::decimal, Style::decimal, Style::signed_decimal};
    return look_of(c.comparison.base, d.measure);
}

std::string id_text(const Compared& c, const Difference& d) {
    if (d.level == Level::component) return component_name(d.id, c.s.lang);
    if (d.level == Level::group) return std::string(group_label(d.id, c.s.lang));
    const auto& regions = c.comparison.base.regions;
    const auto region = std::find_if(regions.begin(), regions.end(), [&](const auto& r) { return r.id == d.id; });
    return d.level == Level::region && region != regions.end() ? region->name : d.id;
}

std::string told(const Compared& c, const Difference& d) {
    if (is_nothing(d)) return "=";
    return is_told(d)           ? c.s.say(T::book_told)
           : is_within_error(d) ? c.s.say(T::cannot_be_told)
                                : std::string(undefined_mark);
}

// Base, alternative, difference, its half-width and its interval, from `column` on. Paired: where a measure is not
// defined in every replication, the difference is not that of the two means, so it is no formula.
void write_difference(Page& page, std::size_t row, std::size_t column, const Compared& c, const Difference& d) {
    const Look look = look_of_difference(c, d);
    const bool is_share = look.difference == Style::points;
    const double scale = is_share ? 100 : 1;
    const double half_width = spread_of(&d.value).half_width * scale;
    const Style error = is_share ? Style::decimal : look.error;
    if (d.measure != results::marginal_cost) {
        page.number(row, column, mean_of(&d.base), look.value);
        page.number(row, column + 1, mean_of(&d.alternative), look.value);
    }
    page.number(row, column + 2, mean_of(&d.value) * scale, look.difference);
    page.number(row, column + 3, half_width, error);
    if (!std::isfinite(half_width)) return;
    const std::string mean = cell_name(row, column + 2), width = cell_name(row, column + 3);
    page.formula(row, column + 4, "=" + mean + "-" + width, d.value.mean * scale - half_width, look.difference);
    page.formula(row, column + 5, "=" + mean + "+" + width, d.value.mean * scale + half_width, look.difference);
}

// A row a year: beneficiaries of the base and of each alternative, for the chart.
std::size_t add_beneficiaries(Page& page, const Compared& c, std::size_t header) {
    std::vector<std::string> titles = {c.s.say(T::year), c.comparison.base.scenario};
    for (const auto& a : c.comparison.alternatives) titles.push_back(a.run.scenario);
    page.header(header, titles);
    std::size_t row = header;
    for (const int year : c.comparison.base.years) {
        page.number(++row, 0, year, Style::general);
        page.number(row, 1, mean_of(c.comparison.base.find("beneficiaries", year)));
        for (std::size_t i = 0; i < c.comparison.alternatives.size(); ++i)
            page.number(row, i + 2, mean_of(c.comparison.alternatives[i].run.find("beneficiaries", year)));
    }
    return row;
}

Chart beneficiary_chart(const Compared& c, std::size_t header, std::size_t last) {
    constexpr std::array<const char*, 4> colours = {blue, orange, teal, plum};
    Chart chart{.title = c.s.say(T::book_chart_compared),
                .alternative = c.s.say(T::book_chart_compared_about),
                .y = label_of(c.comparison.base, "beneficiaries", c.s.lang)};
    const auto add = [&](std::size_t column, const std::string& name) {
        chart.series.push_back({name, Range{header + 1, 0, last, 0}, Range{header + 1, column, last, column},
                                colours[(column - 1) % colours.size()], column > colours.size()});
    };
    add(1, c.comparison.base.scenario);
    for (std::size_t i = 0; i < c.comparison.alternatives.size(); ++i)
        add(i + 2, c.comparison.alternatives[i].run.scenario);
    return chart;
}

// The programme's first, then those by region, group and component; offices are too many for a sheet.
std::vector<const Difference*> in_order(const results::Alternative& a) {
    std::vector<const Difference*> differences;
    for (const auto& d : a.differences) {
        if (d.level != Level::office && d.value.n > 0) differences.push_back(&d);
    }
    std::stable_sort(differences.begin(), differences.end(),
                     [](const Difference* x, const Difference* y) { return x->level < y->level; });
    return differences;
}

struct SheetRow {
    const char* measure;
    Level level;
    const char* id;
};
// The component table of the sheet, of its year; then the population table, of every year.
std::vector<SheetRow> component_rows() {
    std::vector<SheetRow> rows;
    for (const auto& c : results::components) {
        rows.push_back({"spending", Level::component, c.id});
        if (*c.production == '\0') continue;
        rows.push_back({c.production, Level::programme, ""});
        rows.push_back({"unit_cost", Level::component, c.id});
    }
    rows.push_back({"spending", Level::programme, ""});
    rows.push_back({"admin_share", Level::programme, ""});
    return rows;
}
constexpr auto population_rows = std::to_array<SheetRow>({{"beneficiaries", Level::programme, ""},
                                                          {"coverage_potential", Level::programme, ""},
                                                          {"coverage_target", Level::programme, ""},
                                                          {"unit_cost", Level::programme, ""},
                                                          {"beneficiaries_unique_cumulative", Level::programme, ""}});

// One row, with the base and, for each alternative, itself, the difference, its half-width and whether it is told.
void add_side_by_side(Page& page, const Compared& c, std::span<const results::Index> indices, std::size_t row,
                      const SheetRow& of, int year) {
    const std::string label = label_of(c.comparison.base, of.measure, c.s.lang);
    page.text(row, 0, *of.id == '\0' ? label : label + ", " + component_name(of.id, c.s.lang));
    page.number(row, 1, year, Style::general);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        const Difference* d = indices[i].difference({of.measure, year, of.level, of.id});
        if (d == nullptr) continue;
        const Look look = look_of_difference(c, *d);
        const bool is_share = look.difference == Style::points;
        const std::size_t column = 3 + 4 * i;
        if (i == 0) page.number(row, 2, mean_of(&d->base), look.value);
        page.number(row, column, mean_of(&d->alternative), look.value);
        page.number(row, column + 1, mean_of(&d->value) * (is_share ? 100 : 1), look.difference);
        page.number(row, column + 2, spread_of(&d->value).half_width * (is_share ? 100 : 1),
                    is_share ? Style::decimal : look.error);
        page.text(row, column + 3, told(c, *d));
    }
}

}  // namespace

void comparison_summary_sheet(Book& book, const Compared& c) {
    Page& page = book.add(c.s.say(T::book_summary));
    std::vector<std::string> verdicts;
    for (const auto& a : c.comparison.alternatives) verdicts.push_back(comparison_verdict(c.comparison, a, c.s.lang));
    const std::size_t header =
        title_rows(page, c.s.say(T::book_compared_title, c.comparison.base.scenario), verdicts, 10);
    page.text(header, 0, c.s.say(T::book_chart_compared), Style::section);
    const std::size_t last = add_beneficiaries(page, c, header + 1);
    page.main_table(header + 1, last, c.comparison.alternatives.size() + 2);
    Chart chart = beneficiary_chart(c, header + 1, last);
    chart.row = last + 2;
    page.chart(chart);
}

void paired_difference_sheet(Book& book, const Compared& c) {
    constexpr std::size_t columns = 14;
    Page& page = book.add(c.s.say(T::book_differences));
    page.limit_width(0, 40);
    page.limit_width(1, 46);
    const std::size_t header = title_rows(page, c.s.say(T::what_differs), {c.s.say(T::differences_note)}, 10);
    page.header(header, {c.s.say(T::alternative), c.s.say(T::measure), c.s.say(T::book_level), c.s.say(T::book_of),
                         c.s.say(T::year), c.s.say(T::book_unit), c.s.say(T::base), c.s.say(T::alternative),
                         c.s.say(T::difference), c.s.say(T::half_width), c.s.say(T::book_from), c.s.say(T::book_to),
                         c.s.say(T::book_stands_out), c.s.say(T::gain)});
    std::size_t row = header;
    for (const auto& a : c.comparison.alternatives) {
        for (const Difference* at : in_order(a)) {
            const Difference& d = *at;
            page.text(++row, 0, a.run.scenario);
            page.text(row, 1, label_of(c.comparison.base, d.measure, c.s.lang));
            page.text(row, 2, level_label(d.level, c.s.lang));
            page.text(row, 3, id_text(c, d));
            write_year(page, row, 4, c, d.year);
            const bool is_share = look_of_difference(c, d).difference == Style::points;
            page.text(row, 5, is_share ? "pp" : std::string(unit_label(d.unit, c.s.lang)));
            write_difference(page, row, 6, c, d);
            page.text(row, 12, told(c, d));
            page.number(row, 13, d.gain, Style::decimal);
        }
    }
    page.main_table(header, row, columns, 2);
}

void side_by_side_sheet(Book& book, const Compared& c) {
    Page& page = book.add(c.s.say(T::book_side_by_side));
    page.limit_width(0, 46);
    std::vector<std::string> titles = {c.s.say(T::measure), c.s.say(T::year), c.comparison.base.scenario};
    std::vector<results::Index> indices;
    for (const auto& a : c.comparison.alternatives) {
        indices.emplace_back(a.differences);
        titles.insert(titles.end(),
                      {a.run.scenario, c.s.say(T::difference), c.s.say(T::half_width), c.s.say(T::book_stands_out)});
    }
    const std::size_t header = title_rows(page, c.s.say(T::sheets_title), {c.s.say(T::book_side_by_side_about)}, 7);
    page.header(header, titles);
    std::size_t row = header;
    for (const auto& of : component_rows())
        add_side_by_side(page, c, indices, ++row, of, c.comparison.base.planned.year);
    for (const auto& of : population_rows) {
        for (const int year : c.comparison.base.years) add_side_by_side(page, c, indices, ++row, of, year);
    }
    page.main_table(header, row, titles.size(), 2);
}

}  // namespace aforo::report
