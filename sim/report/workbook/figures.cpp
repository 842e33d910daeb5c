#include <algorithm>
#include <array>
#include <limits>

#include "aforo/results/components.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : undefined; }

// Of the year that the sheet's component table is of.
double of_its_year(const Subject& s, int year, double value) { return year == s.run.planned.year ? value : undefined; }

double of_its_year(const Subject& s, int year, const std::optional<double>& value) {
    return value ? of_its_year(s, year, *value) : undefined;
}

// What the sheet plans of the component whose production the measure is.
double production(const Subject& s, int year, std::string_view measure) {
    const auto& lines = s.run.planned.components;
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& l) {
        const auto* component = results::find_component(l.id);
        return component != nullptr && component->production == measure;
    });
    return line == lines.end() ? undefined : of_its_year(s, year, line->production);
}

double unit_cost(const Subject& s, int year) {
    const auto& sheet = s.run.planned;
    if (sheet.spending_per_beneficiary.empty())
        return of_its_year(s, year, ratio(sheet.total_spending, s.planned_beneficiaries(year)));
    const auto place = std::find(sheet.years.begin(), sheet.years.end(), year) - sheet.years.begin();
    return static_cast<std::size_t>(place) < sheet.spending_per_beneficiary.size()
               ? sheet.spending_per_beneficiary[static_cast<std::size_t>(place)]
               : undefined;
}

constexpr auto all_figures = std::to_array<PlannedMeasure>({
    {"beneficiaries", [](const Subject& s, int year) { return s.planned_beneficiaries(year); }},
    {"coverage_target",
     [](const Subject& s, int year) { return ratio(s.planned_beneficiaries(year), s.planned_target(year)); }},
    {"coverage_potential",
     [](const Subject& s, int year) {
         return ratio(s.planned_beneficiaries(year), s.run.planned.potential_population);
     }},
    {"spending", [](const Subject& s, int year) { return of_its_year(s, year, s.run.planned.total_spending); }},
    {"unit_cost", unit_cost},
    {"admin_share",
     [](const Subject& s, int year) {
         return of_its_year(s, year, ratio(s.run.planned.admin_spending, s.run.planned.total_spending));
     }},
    {"attended_persons", [](const Subject& s, int year) { return production(s, year, "attended_persons"); }},
    {"advised_persons", [](const Subject& s, int year) { return production(s, year, "advised_persons"); }},
    {"alliances", [](const Subject& s, int year) { return production(s, year, "alliances"); }},
    {"survival_t2", [](const Subject& s, int year) { return of_its_year(s, year, s.run.planned.survival_t2); }},
    {"sales_up_t1", [](const Subject& s, int year) { return of_its_year(s, year, s.run.planned.sales_up_t1); }},
    {"arrivals"},
    {"qualified"},
    {"admissions"},
    {"served_share_of_qualified"},
    {"withdrawn"},
    {"graduates"},
    {"dropouts"},
    {"attention_wait_days_mean"},
    {"attention_wait_days_p90"},
    {"wait_days_mean"},
    {"wait_days_p90"},
    {"waiting_year_end"},
    {"orientation_utilisation"},
    {"slot_utilisation"},
    {"hour_utilisation"},
});

constexpr auto by_office = std::to_array<std::string_view>(
    {"attended_persons", "admissions", "graduates", "attention_wait_days_mean", "wait_days_mean", "wait_days_p90",
     "waiting_year_end", "orientation_utilisation", "slot_utilisation", "hour_utilisation", "limit_demand",
     "limit_orientation", "limit_slots", "limit_hours", "limit_funds"});

}  // namespace

std::span<const PlannedMeasure> figures() { return all_figures; }

std::span<const std::string_view> office_measures() { return by_office; }

Look look_of(Shape shape) {
    if (shape.is_percent()) return {Style::fine_share, Style::fine_share, Style::points};
    if (shape.decimals > 1) return {Style::fine_decimal, Style::fine_decimal, Style::signed_fine_decimal};
    if (shape.decimals > 0) return {Style::decimal, Style::decimal, Style::signed_decimal};
    return {};
}

Look look_of(const results::Run& run, std::string_view measure) { return look_of(shape_of(run, measure)); }

std::string unit_of(const Subject& s, std::string_view measure) {
    const auto* column = s.run.column(measure);
    if (column == nullptr) return "";
    return column->shape.is_percent() ? "%" : std::string(unit_label(column->unit, s.lang));
}

double mean_of(const results::Estimate* e) { return e == nullptr ? undefined : e->mean; }

Spread spread_of(const results::Estimate* e) {
    return e == nullptr ? Spread{undefined, undefined, undefined} : Spread{e->half_width, e->p10, e->p90};
}

std::size_t title_rows(Page& page, const std::string& title, const std::vector<std::string>& texts,
                       std::size_t columns) {
    page.text(0, 0, title, Style::title);
    std::size_t row = 1;
    for (const auto& text : texts) page.paragraph(row++, text, columns);
    return row + 1;
}

}  // namespace aforo::report
