// Which offices work and how many advisors they have, day by day, as the scenario states them or as its budget pays
// them, and what that costs. Pure; needs a scenario whose growths are in range and whose network holds together.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// Other fixed costs of a component: they grow with its budget.
template <class C>
[[nodiscard]] Money other_costs(const C& component, const Horizon& horizon, int year) {
    return core::scaled_by_decimal(component.other_costs, horizon.level(component.budget_growth, year));
}

// The complexity of a satellite; one that changes nothing for a satellite without any.
[[nodiscard]] const Complexity& complexity_of(const Network& network, const Satellite& satellite);

// From the day of `opens` until before the day of `closes`; a satellite only while its centre works.
[[nodiscard]] bool works_on(const Centre& centre, core::Date day);
[[nodiscard]] bool works_on(const Network& network, const Satellite& satellite, core::Date day);

// The days from `from` until before `until` from which something else may hold than on the day before: the first of
// each month, and the days on which an office opens or closes or staff changes. In order.
[[nodiscard]] std::vector<core::Date> staff_days(const Scenario& s, core::Date from, core::Date until);

// A year's money is of twelve equal months. Who is there for some days of a month is paid that part of it, counted
// exactly: in parts that the days of every month divide.
inline constexpr std::int64_t parts_of_month = 28LL * 29 * 5 * 3 * 31;

// Satellites that work in a year, by the months that they do, at their level of visits and their complexity's cost.
[[nodiscard]] double satellite_years(const Scenario& s, int year);

// Advisors that are not at satellites, nationally. Fixed: the number stated, rounded half up. Funded: ⌊(appropriation −
// satellites − other costs − plan cost × planned admissions − advisors beside) / cost of an advisor⌋, where those
// beside are the satellites' own and the changes; negative when not even those can be paid.
[[nodiscard]] std::int64_t national_advisors(const Scenario& s, int year);

// Advisors at each centre, by id, on a day: the national number over the centres that work, by
// demand or equally, by largest remainder; and the changes made by then, which may ask for more than there are.
[[nodiscard]] std::vector<std::int64_t> centre_advisors(const Scenario& s, core::Date day);

// What the advisory component pays for in a year, whatever is asked of it.
struct AdvisoryYear {
    std::int64_t advisor_parts = 0;  // of months, of centres' and of satellites' own
    double satellite_years = 0;
};
[[nodiscard]] AdvisoryYear advisory_year(const Scenario& s, int year);

// By component, of a year: the appropriation, and what is committed of it on 1 January.
[[nodiscard]] std::array<Money, 4> appropriations(const Scenario& s, int year);
[[nodiscard]] std::array<Money, 4> fixed_costs(const Scenario& s, int year);

}  // namespace aforo::scenario
