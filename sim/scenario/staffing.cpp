#include "aforo/scenario/staffing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace aforo::scenario {

namespace {

using core::Date;

Date first_of_month(Date d) {
    const std::chrono::year_month_day ymd(d);
    return Date(ymd.year() / ymd.month() / std::chrono::day(1));
}

bool is_open(const std::optional<Date>& opens, const std::optional<Date>& closes, Date month) {
    return (!opens || month >= first_of_month(*opens)) && (!closes || month < first_of_month(*closes));
}

template <class Visit>
void each_month(int year, Visit visit) {
    for (unsigned m = 1; m <= 12; ++m) visit(core::date(year, m, 1));
}

std::int64_t own_advisor_months(const Scenario& s, int year) {
    std::int64_t months = 0;
    each_month(year, [&](Date month) {
        for (const auto& [id, satellite] : s.network.satellites) {
            if (works_in(s.network, satellite, month)) months += satellite.advisors;
        }
    });
    return months;
}

std::int64_t change_months(const Scenario& s, int year) {
    std::int64_t months = 0;
    each_month(year, [&](Date month) {
        for (const auto& change : s.advisory.changes) {
            const auto centre = s.network.centres.find(change.centre);
            const bool works = centre != s.network.centres.end() && works_in(centre->second, month);
            if (works && first_of_month(change.on) <= month) months += change.advisors;
        }
    });
    return months;
}

// Of staff in full-time equivalents, which have at most six decimals.
Money cost_of_staff(Money annual_cost, double staff) {
    return core::scaled(annual_cost, std::llround(staff * 1e6), 1'000'000);
}

}  // namespace

const Complexity& complexity_of(const Network& network, const Satellite& satellite) {
    static const Complexity none;
    const auto kind = network.complexities.find(satellite.complexity);
    return kind == network.complexities.end() ? none : kind->second;
}

bool works_in(const Centre& centre, Date month) { return is_open(centre.opens, centre.closes, month); }

bool works_in(const Network& network, const Satellite& satellite, Date month) {
    const auto parent = network.centres.find(satellite.parent);
    return is_open(satellite.opens, satellite.closes, month) &&
           (parent == network.centres.end() || works_in(parent->second, month));
}

double satellite_years(const Scenario& s, int year) {
    const double level = s.advisory.satellite_growth.level(s.horizon.first_year, year);
    const auto week = static_cast<double>(s.calendar.weekdays.size());
    double months = 0;
    each_month(year, [&](Date month) {
        for (const auto& [id, satellite] : s.network.satellites) {
            if (!works_in(s.network, satellite, month)) continue;
            // It is visited on one day a week at least and on all at most.
            const double days = std::max(1, satellite.visiting_days);
            months +=
                complexity_of(s.network, satellite).cost * std::clamp(days * level, 1.0, std::max(1.0, week)) / days;
        }
    });
    return months / 12;
}

std::int64_t national_advisors(const Scenario& s, int year) {
    const Advisory& a = s.advisory;
    const int base = s.horizon.first_year;
    if (a.staffing == Staffing::fixed || a.annual_cost <= Money()) {
        return static_cast<std::int64_t>(std::floor(a.advisors * a.advisors_growth.level(base, year) + 0.5));
    }
    const double planned = a.planned_admissions * a.planned_admissions_growth.level(base, year);
    const Money left = core::scaled_by_decimal(a.budget, a.budget_growth.level(base, year)) -
                       core::scaled_by_decimal(a.satellite_cost, satellite_years(s, year)) -
                       other_costs(a, base, year) - core::scaled(a.plan_cost, std::llround(planned * 1e6), 1'000'000) -
                       core::scaled(a.annual_cost, own_advisor_months(s, year) + change_months(s, year), 12);
    const std::int64_t cost = a.annual_cost.in_pesos();
    const std::int64_t pesos = left.in_pesos();
    return pesos >= 0 ? pesos / cost : -((-pesos + cost - 1) / cost);
}

std::vector<std::int64_t> centre_advisors(const Scenario& s, Date month) {
    const Advisory& a = s.advisory;
    std::vector<std::int64_t> advisors(s.network.centres.size(), 0);
    std::vector<std::size_t> open;
    std::vector<double> weights;
    std::size_t c = 0;
    for (const auto& [id, centre] : s.network.centres) {
        if (works_in(centre, month)) {
            open.push_back(c);
            weights.push_back(a.allocation == Allocation::demand ? centre.weight : 1);
        }
        ++c;
    }
    if (!open.empty() && std::accumulate(weights.begin(), weights.end(), 0.0) > 0) {
        const std::int64_t national = national_advisors(s, core::year_of(month));
        const std::int64_t least = std::min<std::int64_t>(a.advisors_at_least, national / std::ssize(open));
        const auto parts = core::largest_remainder(national, weights, least);
        for (std::size_t i = 0; i < open.size(); ++i) advisors[open[i]] = parts[i];
    }
    c = 0;
    for (const auto& [id, centre] : s.network.centres) {
        for (const auto& change : a.changes) {
            if (change.centre == id && first_of_month(change.on) <= month && works_in(centre, month))
                advisors[c] += change.advisors;
        }
        ++c;
    }
    return advisors;
}

AdvisoryYear advisory_year(const Scenario& s, int year) {
    AdvisoryYear paid{.advisor_months = own_advisor_months(s, year), .satellite_years = satellite_years(s, year)};
    each_month(year, [&](Date month) {
        const auto advisors = centre_advisors(s, month);
        paid.advisor_months += std::accumulate(advisors.begin(), advisors.end(), std::int64_t{0});
    });
    return paid;
}

std::array<Money, 4> appropriations(const Scenario& s, int year) {
    const int base = s.horizon.first_year;
    const auto of = [&](const auto& c) { return core::scaled_by_decimal(c.budget, c.budget_growth.level(base, year)); };
    return {of(s.attention), of(s.advisory), of(s.alliances), of(s.administration)};
}

std::array<Money, 4> fixed_costs(const Scenario& s, int year) {
    const int base = s.horizon.first_year;
    const AdvisoryYear advisory = advisory_year(s, year);
    return {cost_of_staff(s.attention.annual_cost, s.attention.staff * s.attention.staff_growth.level(base, year)) +
                other_costs(s.attention, base, year),
            core::scaled(s.advisory.annual_cost, advisory.advisor_months, 12) +
                core::scaled_by_decimal(s.advisory.satellite_cost, advisory.satellite_years) +
                other_costs(s.advisory, base, year),
            cost_of_staff(s.alliances.annual_cost,
                          s.alliances.coordinators * s.alliances.coordinators_growth.level(base, year)) +
                other_costs(s.alliances, base, year),
            other_costs(s.administration, base, year)};
}

}  // namespace aforo::scenario
