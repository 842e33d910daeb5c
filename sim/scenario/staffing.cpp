#include "aforo/scenario/staffing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace aforo::scenario {

namespace {

using core::Date;

bool is_open(const std::optional<Date>& opens, const std::optional<Date>& closes, Date day) {
    return (!opens || day >= *opens) && (!closes || day < *closes);
}

// Calls `visit` for each month of a year, with its first day and the first day of the next month.
template <class Visit>
void each_month(int year, Visit visit) {
    for (unsigned m = 1; m <= 12; ++m)
        visit(core::date(year, m, 1), m == 12 ? core::new_year(year + 1) : core::date(year, m + 1, 1));
}

// Consecutive days in [from, until); empty when `until` is not later.
struct Stretch {
    Date from, until;

    [[nodiscard]] std::int64_t days() const { return std::max<std::int64_t>(0, (until - from).count()); }
    // The part of it between an opening and a closing.
    [[nodiscard]] Stretch within(const std::optional<Date>& opens, const std::optional<Date>& closes) const {
        return {std::max(from, opens.value_or(from)), std::min(until, closes.value_or(until))};
    }
};

Stretch work_of(const Network& network, const Satellite& satellite, Stretch days) {
    const auto parent = network.centres.find(satellite.parent);
    days = days.within(satellite.opens, satellite.closes);
    return parent == network.centres.end() ? days : days.within(parent->second.opens, parent->second.closes);
}

std::int64_t own_advisor_parts(const Scenario& s, int year) {
    std::int64_t parts = 0;
    each_month(year, [&](Date month, Date next) {
        for (const auto& [id, satellite] : s.network.satellites) {
            parts += satellite.advisors * work_of(s.network, satellite, {month, next}).days() *
                     (parts_of_month / (next - month).count());
        }
    });
    return parts;
}

std::int64_t change_parts(const Scenario& s, int year) {
    std::int64_t parts = 0;
    each_month(year, [&](Date month, Date next) {
        for (const auto& change : s.advisory.changes) {
            const auto centre = s.network.centres.find(change.centre);
            if (centre == s.network.centres.end()) continue;
            const Stretch there =
                Stretch{std::max(month, change.on), next}.within(centre->second.opens, centre->second.closes);
            parts += change.advisors * there.days() * (parts_of_month / (next - month).count());
        }
    });
    return parts;
}

// The cost of advisors for these parts of months.
Money cost_of_parts(Money annual_cost, std::int64_t parts) {
    return core::scaled(annual_cost, parts, 12 * parts_of_month);
}

// The cost of staff in full-time equivalents, which have at most six decimals.
Money cost_of_staff(Money annual_cost, double staff) {
    return core::scaled(annual_cost, std::llround(staff * 1e6), 1'000'000);
}

}  // namespace

const Complexity& complexity_of(const Network& network, const Satellite& satellite) {
    static const Complexity none;
    const auto kind = network.complexities.find(satellite.complexity);
    return kind == network.complexities.end() ? none : kind->second;
}

bool works_on(const Centre& centre, Date day) { return is_open(centre.opens, centre.closes, day); }

bool works_on(const Network& network, const Satellite& satellite, Date day) {
    const auto parent = network.centres.find(satellite.parent);
    return is_open(satellite.opens, satellite.closes, day) &&
           (parent == network.centres.end() || works_on(parent->second, day));
}

std::vector<Date> staff_days(const Scenario& s, Date from, Date until) {
    std::vector<Date> days;
    const auto add = [&](const std::optional<Date>& day) {
        if (day && *day >= from && *day < until) days.push_back(*day);
    };
    for (int year = core::year_of(from); core::new_year(year) < until; ++year)
        each_month(year, [&](Date month, Date) { add(month); });
    for (const auto& [id, centre] : s.network.centres) {
        add(centre.opens);
        add(centre.closes);
    }
    for (const auto& [id, satellite] : s.network.satellites) {
        add(satellite.opens);
        add(satellite.closes);
    }
    for (const auto& change : s.advisory.changes) add(change.on);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    return days;
}

double satellite_years(const Scenario& s, int year) {
    const double level = s.horizon.level(s.advisory.satellite_growth, year);
    const auto week = static_cast<double>(s.calendar.weekdays.size());
    double months = 0;
    each_month(year, [&](Date month, Date next) {
        for (const auto& [id, satellite] : s.network.satellites) {
            const std::int64_t there = work_of(s.network, satellite, {month, next}).days();
            if (there == 0) continue;
            const double part = static_cast<double>(there) / static_cast<double>((next - month).count());
            // A satellite is visited on at least one day a week and on at most all of them.
            const double days = std::max(1, satellite.visiting_days);
            months += complexity_of(s.network, satellite).cost * std::clamp(days * level, 1.0, std::max(1.0, week)) /
                      days * part;
        }
    });
    return months / 12;
}

std::int64_t national_advisors(const Scenario& s, int year) {
    const Advisory& a = s.advisory;
    if (a.staffing == Staffing::fixed || a.annual_cost <= Money()) {
        return static_cast<std::int64_t>(std::floor(a.advisors * s.horizon.level(a.advisors_growth, year) + 0.5));
    }
    const double planned = a.planned_admissions * s.horizon.level(a.planned_admissions_growth, year);
    const Money left = core::scaled_by_decimal(a.budget, s.horizon.level(a.budget_growth, year)) -
                       core::scaled_by_decimal(a.satellite_cost, satellite_years(s, year)) -
                       other_costs(a, s.horizon, year) -
                       core::scaled(a.plan_cost, std::llround(planned * 1e6), 1'000'000) -
                       cost_of_parts(a.annual_cost, own_advisor_parts(s, year) + change_parts(s, year));
    const std::int64_t cost = a.annual_cost.in_pesos();
    const std::int64_t pesos = left.in_pesos();
    return pesos >= 0 ? pesos / cost : -((-pesos + cost - 1) / cost);
}

std::vector<std::int64_t> centre_advisors(const Scenario& s, Date day) {
    const Advisory& a = s.advisory;
    std::vector<std::int64_t> advisors(s.network.centres.size(), 0);
    std::vector<int> ids;
    std::vector<std::size_t> open;
    std::vector<double> weights;
    for (const auto& [id, centre] : s.network.centres) {
        if (works_on(centre, day)) {
            open.push_back(ids.size());
            weights.push_back(a.allocation == Allocation::demand ? centre.weight : 1);
        }
        ids.push_back(id);
    }
    if (!open.empty() && std::accumulate(weights.begin(), weights.end(), 0.0) > 0) {
        const std::int64_t national = national_advisors(s, core::year_of(day));
        const std::int64_t least = std::min<std::int64_t>(a.advisors_at_least, national / std::ssize(open));
        const auto parts = core::largest_remainder(national, weights, least);
        for (std::size_t i = 0; i < open.size(); ++i) advisors[open[i]] = parts[i];
    }
    for (const auto& change : a.changes) {
        const auto id = std::lower_bound(ids.begin(), ids.end(), change.centre);
        if (id == ids.end() || *id != change.centre || change.on > day) continue;
        if (works_on(s.network.centres.at(*id), day))
            advisors[static_cast<std::size_t>(id - ids.begin())] += change.advisors;
    }
    return advisors;
}

AdvisoryYear advisory_year(const Scenario& s, int year) {
    AdvisoryYear paid{.advisor_parts = own_advisor_parts(s, year), .satellite_years = satellite_years(s, year)};
    auto days = staff_days(s, core::new_year(year), core::new_year(year + 1));
    days.push_back(core::new_year(year + 1));
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {  // no interval spans two months
        const auto advisors = centre_advisors(s, days[i]);
        const std::chrono::year_month_day first(days[i]);
        const unsigned length(std::chrono::year_month_day_last(first.year() / first.month() / std::chrono::last).day());
        paid.advisor_parts += std::accumulate(advisors.begin(), advisors.end(), std::int64_t{0}) *
                              (days[i + 1] - days[i]).count() * (parts_of_month / length);
    }
    return paid;
}

std::array<Money, 4> appropriations(const Scenario& s, int year) {
    const auto of = [&](const auto& c) {
        return core::scaled_by_decimal(c.budget, s.horizon.level(c.budget_growth, year));
    };
    return {of(s.attention), of(s.advisory), of(s.alliances), of(s.administration)};
}

std::array<Money, 4> fixed_costs(const Scenario& s, int year) {
    const AdvisoryYear advisory = advisory_year(s, year);
    return {
        cost_of_staff(s.attention.annual_cost, s.attention.staff * s.horizon.level(s.attention.staff_growth, year)) +
            other_costs(s.attention, s.horizon, year),
        cost_of_parts(s.advisory.annual_cost, advisory.advisor_parts) +
            core::scaled_by_decimal(s.advisory.satellite_cost, advisory.satellite_years) +
            other_costs(s.advisory, s.horizon, year),
        cost_of_staff(s.alliances.annual_cost,
                      s.alliances.coordinators * s.horizon.level(s.alliances.coordinators_growth, year)) +
            other_costs(s.alliances, s.horizon, year),
        other_costs(s.administration, s.horizon, year)};
}

}  // namespace aforo::scenario
