// How many advisors a year has, as the scenario states them or as its budget pays them. Pure; needs a scenario whose
// growths are in range.
#pragma once

#include <cmath>
#include <cstdint>

#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// Other fixed costs of a component: they grow with its budget.
template <class C>
[[nodiscard]] Money other_costs(const C& component, int base, int year) {
    return core::scaled_by_decimal(component.other_costs, component.budget_growth.level(base, year));
}

// The advisors beside the national number: satellites' own, and changes by the months of the year that they are there.
[[nodiscard]] inline Money cost_of_advisors_beside(const Scenario& s, int year) {
    std::int64_t own = 0;
    for (const auto& [id, satellite] : s.network.satellites) own += satellite.advisors;
    Money cost = s.advisory.annual_cost * own;
    for (const auto& change : s.advisory.changes) {
        const int since = core::year_of(change.on),
                  months_there = since == year ? 13 - static_cast<int>(core::month_of(change.on)) : 12;
        if (since <= year) cost += core::scaled(s.advisory.annual_cost * change.advisors, months_there, 12);
    }
    return cost;
}

// Fixed: the number stated, rounded half up. Funded: ⌊(appropriation − advisors beside − satellites − other costs −
// plan cost × planned admissions) / cost of an advisor⌋, which is negative when not even those can be paid.
[[nodiscard]] inline std::int64_t national_advisors(const Scenario& s, int year) {
    const Advisory& a = s.advisory;
    const int base = s.horizon.first_year;
    if (a.staffing == Staffing::fixed || a.annual_cost <= Money()) {
        return static_cast<std::int64_t>(std::floor(a.advisors * a.advisors_growth.level(base, year) + 0.5));
    }
    const Money satellites =
        core::scaled_by_decimal(a.satellite_cost * static_cast<std::int64_t>(s.network.satellites.size()),
                                a.satellite_growth.level(base, year));
    const double planned = a.planned_admissions * a.planned_admissions_growth.level(base, year);
    const Money plans = core::scaled(a.plan_cost, std::llround(planned * 1e6), 1'000'000);
    const Money left = core::scaled_by_decimal(a.budget, a.budget_growth.level(base, year)) - satellites -
                       other_costs(a, base, year) - plans - cost_of_advisors_beside(s, year);
    const std::int64_t cost = a.annual_cost.in_pesos();
    const std::int64_t pesos = left.in_pesos();
    return pesos >= 0 ? pesos / cost : -((-pesos + cost - 1) / cost);
}

}  // namespace aforo::scenario
