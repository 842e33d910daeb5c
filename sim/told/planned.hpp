// What the sheet plans for a year; NaN if it plans nothing.
#pragma once

#include <algorithm>

#include "aforo/results/components.hpp"
#include "aforo/results/results.hpp"

namespace aforo::told::plan {

using results::Sheet;
using Function = double (*)(const Sheet& sheet, int year);

[[nodiscard]] inline double ratio(double part, double whole) { return whole > 0 ? part / whole : results::undefined; }

[[nodiscard]] inline double of_year(const Sheet& sheet, const std::vector<double>& values, int year) {
    const auto found = std::find(sheet.years.begin(), sheet.years.end(), year);
    const auto place = static_cast<std::size_t>(found - sheet.years.begin());
    return place < values.size() ? values[place] : results::undefined;
}
// A value that the sheet gives only for the year of its component table.
[[nodiscard]] inline double of_its_year(const Sheet& sheet, int year, double value) {
    return year == sheet.year ? value : results::undefined;
}

[[nodiscard]] inline double beneficiaries(const Sheet& s, int year) { return of_year(s, s.beneficiaries, year); }
[[nodiscard]] inline double target(const Sheet& s, int year) { return of_year(s, s.target_population, year); }
[[nodiscard]] inline double coverage_target(const Sheet& s, int year) {
    return ratio(beneficiaries(s, year), target(s, year));
}
[[nodiscard]] inline double coverage_potential(const Sheet& s, int year) {
    return ratio(beneficiaries(s, year), s.potential_population);
}
[[nodiscard]] inline double spending(const Sheet& s, int year) { return of_its_year(s, year, s.total_spending); }
// If the sheet does not give it: its own year's total over its beneficiaries. It has no totals of other years.
[[nodiscard]] inline double unit_cost(const Sheet& s, int year) {
    return s.spending_per_beneficiary.empty() ? of_its_year(s, year, ratio(s.total_spending, beneficiaries(s, year)))
                                              : of_year(s, s.spending_per_beneficiary, year);
}
[[nodiscard]] inline double admin_share(const Sheet& s, int year) {
    return of_its_year(s, year, ratio(s.admin_spending, s.total_spending));
}
// Of the component whose production this measure counts.
[[nodiscard]] inline double production(const Sheet& s, int year, std::string_view measure) {
    const auto line = std::find_if(s.components.begin(), s.components.end(), [&](const auto& l) {
        const auto* component = results::find_component(l.id);
        return component != nullptr && component->production == measure;
    });
    return line == s.components.end() ? results::undefined : of_its_year(s, year, line->production);
}
template <std::size_t component>
[[nodiscard]] double production_of(const Sheet& s, int year) {
    return production(s, year, results::components[component].production);
}
[[nodiscard]] inline double survival(const Sheet& s, int year) {
    return of_its_year(s, year, s.survival_t2.value_or(results::undefined));
}
[[nodiscard]] inline double sales(const Sheet& s, int year) {
    return of_its_year(s, year, s.sales_up_t1.value_or(results::undefined));
}

}  // namespace aforo::told::plan
