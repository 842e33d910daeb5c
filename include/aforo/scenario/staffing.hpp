// Which offices work and how many advisors they have, day by day, as stated or as the budget pays for them, and what
// that costs. Pure functions; they need a scenario with valid growths and a consistent network.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

// Other fixed costs of a component, which grow with its budget.
template <class C>
[[nodiscard]] Money other_costs(const C& component, const Horizon& horizon, int year) {
    return core::scaled_by_decimal(component.other_costs, horizon.level(component.budget_growth, year));
}

// The complexity of a satellite; for a satellite without one, a complexity whose factors are all neutral.
[[nodiscard]] const Complexity& complexity_of(const Network& network, const Satellite& satellite);

// An office works from the day `opens` until the day before `closes`; a satellite, only while its centre works.
[[nodiscard]] bool works_on(const Centre& centre, core::Date day);
[[nodiscard]] bool works_on(const Network& network, const Satellite& satellite, core::Date day);

// What a satellite has on a day of its equal share of its centre's rural demand: 1 where all satellites of the centre have
// opened, more while some have not, and 0 before it opens itself; 1, which the centre has, where none has opened yet. So
// a satellite changes nothing before it opens.
[[nodiscard]] double part_of_share(const Network& network, const Satellite& satellite, core::Date day);

// The days in [from, until) on which staff or offices may differ from the day before: the first of each month, and the
// days on which an office opens or closes or staff changes. Ascending.
[[nodiscard]] std::vector<core::Date> staff_days(const Scenario& s, core::Date from, core::Date until);

// Staff is paid in twelve equal months. Whoever is there for some days of a month is paid that part of it, counted
// exactly: in parts of a month that the number of days of any month divides.
inline constexpr std::int64_t parts_of_month = 28LL * 29 * 5 * 3 * 31;

// Satellites that work in a year, weighted by their working months, visits and complexity's cost.
[[nodiscard]] double satellite_years(const Scenario& s, int year);

// Orientation staff nationally on a day, in FTE.
[[nodiscard]] double attention_staff(const Scenario& s, core::Date day);

// Advisors of a satellite's own on a day.
[[nodiscard]] double satellite_advisors(const Scenario& s, int id, const Satellite& satellite, core::Date day);

// Advisors nationally on a day (on 1 January of a year), without those at satellites that are on top. Fixed: the stated
// number, rounded half up. Funded: ⌊(appropriation − satellites − other costs − plan cost × planned admissions − other
// advisors) / cost of an advisor⌋, where the other advisors are those on top and the stated changes; negative when the
// budget cannot pay even those.
[[nodiscard]] std::int64_t national_advisors(const Scenario& s, core::Date day);
[[nodiscard]] std::int64_t national_advisors(const Scenario& s, int year);

// Advisors at each centre, by id, on a day: what is stated for the centre (which may have a fraction); of the others,
// the rest of the national number allocated to the working ones by demand or equally, in whole persons by largest
// remainder; plus the changes made so far (which may take away more than there are).
[[nodiscard]] std::vector<double> centre_advisors(const Scenario& s, core::Date day);

// What all advisors cost in a year.
[[nodiscard]] Money advisor_cost(const Scenario& s, int year);

// By component, for a year: the appropriation, and the part of it that is committed on 1 January.
[[nodiscard]] std::array<Money, 4> appropriations(const Scenario& s, int year);
[[nodiscard]] std::array<Money, 4> fixed_costs(const Scenario& s, int year);

// The day after the last executed month; nothing where none was executed.
[[nodiscard]] std::optional<core::Date> end_of_executed(const Scenario& s);
// The part of a year's fixed costs that falls in the months from `from`, a first day of a month, on.
[[nodiscard]] std::array<Money, 4> fixed_costs_from(const Scenario& s, core::Date from);

}  // namespace aforo::scenario
