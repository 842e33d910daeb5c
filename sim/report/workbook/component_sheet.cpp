// The sheet's component table beside what is simulated, then spending by component and year.
#include <cmath>

#include "aforo/results/components.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

constexpr std::size_t columns = 9;

struct Row {
    std::string component, label;
    double planned;
    const results::Estimate* simulated;
    Look look;
};

std::vector<Row> rows_of(const Subject& s) {
    const auto& sheet = s.run.planned;
    const Look cost = {Style::decimal, Style::decimal, Style::signed_decimal};
    std::vector<Row> rows;
    for (const auto& line : sheet.components) {
        const auto* component = results::find_component(line.id);
        const auto* produced = s.index.estimate({component == nullptr ? "" : component->production, sheet.year});
        rows.push_back({line.name, s.say(T::spending), line.spending, s.money("spending", sheet.year, line.id), {}});
        rows.push_back({line.name, line.production_unit, line.production, produced, {}});
        rows.push_back(
            {line.name, s.say(T::unit_cost), line.unit_cost(), s.money("unit_cost", sheet.year, line.id), cost});
    }
    const double share = sheet.total_spending > 0 ? sheet.admin_spending / sheet.total_spending : NAN;
    rows.push_back({s.say(T::admin_spending),
                    s.say(T::spending),
                    sheet.admin_spending,
                    s.money("spending", sheet.year, results::administration),
                    {}});
    rows.push_back({s.say(T::total), s.say(T::spending), sheet.total_spending, s.money("spending", sheet.year), {}});
    rows.push_back({s.say(T::total), s.say(T::admin_share), share, s.money("admin_share", sheet.year),
                    look_of(s.run, "admin_share")});
    return rows;
}

void add_row(Page& page, std::size_t at, const Row& row) {
    const double mean = mean_of(row.simulated);
    const auto [half_width, p10, p90] = spread_of(row.simulated);
    page.text(at, 0, row.component, Style::wrapped);
    page.text(at, 1, row.label, Style::wrapped);
    page.number(at, 2, row.planned, row.look.value);
    page.number(at, 3, mean, row.look.value);
    page.number(at, 4, half_width, row.look.error);
    page.number(at, 5, p10, row.look.value);
    page.number(at, 6, p90, row.look.value);
    if (!std::isfinite(mean) || !std::isfinite(row.planned)) return;
    const std::string difference = cell_name(at, 3) + "-" + cell_name(at, 2);
    const bool is_share = row.look.difference == Style::points;
    page.formula(at, 7, is_share ? "=(" + difference + ")*100" : "=" + difference,
                 (mean - row.planned) * (is_share ? 100 : 1), row.look.difference);
    if (!is_share && row.planned > 0) {
        page.formula(at, 8, "=" + cell_name(at, 7) + "/" + cell_name(at, 2), mean / row.planned - 1,
                     Style::signed_share);
    }
}

std::vector<std::string> spenders(const Subject& s) {
    std::vector<std::string> ids;
    for (const auto& line : s.run.planned.components) ids.push_back(line.id);
    ids.emplace_back(results::administration);
    return ids;
}

// A row a year: what each component spends, their sum, the appropriation and what is left of it.
std::size_t add_years(Page& page, const Subject& s, std::size_t header) {
    const auto ids = spenders(s);
    std::vector<std::string> titles = {s.say(T::year)};
    for (const auto& id : ids) titles.push_back(component_name(id, s.lang));
    titles.insert(titles.end(), {s.say(T::total), s.say(T::appropriation), s.say(T::unspent_simulated)});
    const bool has_overrun = s.run.is_ever("overrun");
    if (has_overrun) titles.push_back(s.say(T::overrun_simulated));
    page.header(header, titles);
    std::size_t row = header;
    for (const int year : s.run.years) {
        page.number(++row, 0, year, Style::general);
        for (std::size_t i = 0; i < ids.size(); ++i)
            page.number(row, i + 1, mean_of(s.money("spending", year, ids[i])));
        const std::size_t total = ids.size() + 1;
        const double spent = mean_of(s.money("spending", year));
        if (std::isfinite(spent))
            page.formula(row, total, "=SUM(" + Range{row, 1, row, ids.size()}.name() + ")", spent, Style::total_count);
        page.number(row, total + 1, mean_of(s.money("appropriation", year)));
        page.number(row, total + 2, mean_of(s.money("unspent", year)));
        if (has_overrun) page.number(row, total + 3, mean_of(s.money("overrun", year)));
    }
    return row;
}

Chart spending_chart(const Subject& s, std::size_t header, std::size_t last) {
    constexpr std::array<const char*, 4> colours = {teal, blue, orange, plum};
    Chart chart{.kind = Chart::Kind::stacked,
                .title = s.say(T::money_title, s.run.planned.price_year),
                .alternative = s.say(T::book_chart_spending_about),
                .y = "M$"};
    const auto ids = spenders(s);
    for (std::size_t i = 0; i < ids.size(); ++i) {
        chart.series.push_back({component_name(ids[i], s.lang), Range{header + 1, 0, last, 0},
                                Range{header + 1, i + 1, last, i + 1}, colours[i % colours.size()]});
    }
    return chart;
}

}  // namespace

void component_sheet(Book& book, const Subject& s) {
    Page& page = book.add(s.say(T::book_components));
    page.limit_width(0, 44);
    page.limit_width(1, 34);
    const std::size_t header = title_rows(page, s.say(T::section_components, s.run.planned.year),
                                          {s.say(T::how_to_read_money, s.run.planned.price_year)}, columns);
    page.header(header, {s.say(T::component), s.say(T::measure), s.say(T::planned), s.say(T::simulated),
                         s.say(T::half_width), "p10", "p90", s.say(T::difference), s.say(T::book_relative)});
    std::size_t row = header;
    for (const auto& line : rows_of(s)) add_row(page, ++row, line);
    page.main_table(header, row, columns, 0);
    const std::size_t years = row + 2;
    page.text(years, 0, s.say(T::money_title, s.run.planned.price_year), Style::section);
    const std::size_t last = add_years(page, s, years + 1);
    page.paragraph(last + 1, s.say(T::money_note, s.format.pesos(s.run.worst_ledger_difference)), columns);
    Chart chart = spending_chart(s, years + 1, last);
    chart.row = header + 1;  // beside the tables: below them it would be cut by the end of a page
    chart.column = columns + 1;
    page.chart(chart);
}

}  // namespace aforo::report
