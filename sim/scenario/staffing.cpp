#include "aforo/scenario/staffing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string>

#include "aforo/scenario/exceptions.hpp"

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

// Calls `visit(day, parts)` for each stretch of the rest of a year in which no staff changes, with its first day and
// its length in parts of a month. No stretch spans two months.
template <class Visit>
void each_stretch(const Scenario& s, Date from, Visit visit) {
    const int year = core::year_of(from);
    auto days = staff_days(s, from, core::new_year(year + 1));
    days.push_back(core::new_year(year + 1));
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        const std::chrono::year_month_day first(days[i]);
        const unsigned length(std::chrono::year_month_day_last(first.year() / first.month() / std::chrono::last).day());
        visit(days[i], (days[i + 1] - days[i]).count() * (parts_of_month / length));
    }
}

// Staff may have fractions where it is stated for a place; they are counted in millionths.
constexpr std::int64_t millionths = 1'000'000;
std::int64_t in_millionths(double staff) { return std::llround(staff * static_cast<double>(millionths)); }

// Advisors at satellites and by the stated changes, on top of the national number, in millionths of parts of months.
std::int64_t other_advisor_parts(const Scenario& s, int year) {
    std::int64_t parts = 0;
    each_stretch(s, core::new_year(year), [&](Date day, std::int64_t length) {
        double advisors = 0;
        for (const auto& [id, satellite] : s.network.satellites) {
            if (!satellite.within_national) advisors += satellite_advisors(s, id, satellite, day);
        }
        for (const auto& change : s.advisory.changes) {
            const auto centre = s.network.centres.find(change.centre);
            if (centre != s.network.centres.end() && change.on <= day && works_on(centre->second, day))
                advisors += change.advisors;
        }
        parts += in_millionths(advisors) * length;
    });
    return parts;
}

// The cost of staff for these millionths of parts of months.
Money cost_of_parts(Money annual_cost, std::int64_t parts) {
    return core::scaled(annual_cost, parts, 12 * parts_of_month * millionths);
}

// By annual cost, so that pesos are rounded once for each cost, as where nothing changes within the year.
using PartsByCost = std::vector<std::pair<Money, std::int64_t>>;

void add(PartsByCost& parts, Money annual_cost, std::int64_t more) {
    if (parts.empty() || parts.back().first != annual_cost) parts.emplace_back(annual_cost, 0);
    parts.back().second += more;
}

Money cost_of(const PartsByCost& parts) {
    Money all;
    for (const auto& [annual_cost, of] : parts) all += cost_of_parts(annual_cost, of);
    return all;
}

// A national number on a day: it grows from the first year, or from the year of the exception that states it.
double national(const Scenario& s, std::string_view path, double stated, const Growth& growth, Date day) {
    const double level = s.horizon.level(growth, core::year_of(day));
    const Exception* e = ruling(s, path, 0, day);
    if (!e) return stated * level;
    return number_of(*e) * level / s.horizon.level(growth, e->from ? core::year_of(*e->from) : s.horizon.first_year);
}

Money on_day(const Scenario& s, std::string_view path, Money stated, Date day) {
    const Exception* e = ruling(s, path, 0, day);
    return e ? money_of(*e) : stated;
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

double part_of_share(const Network& network, const Satellite& satellite, Date day) {
    const auto has_opened = [&](const Satellite& s) { return !s.opens || *s.opens <= day; };
    int all = 0, opened = 0;
    for (const auto& [id, other] : network.satellites) {
        if (other.parent != satellite.parent) continue;
        ++all;
        opened += has_opened(other) ? 1 : 0;
    }
    if (opened == 0 || opened == all) return 1;
    return has_opened(satellite) ? static_cast<double>(all) / opened : 0;
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
    for (const Date day : exception_days(s, from, until)) days.push_back(day);
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
            const double days = std::max(1, satellite.visiting_days), grown = satellite.days_stay ? 1 : level;
            months += complexity_of(s.network, satellite).cost * std::clamp(days * grown, 1.0, std::max(1.0, week)) /
                      days * part;
        }
    });
    return months / 12;
}

double satellite_advisors(const Scenario& s, int id, const Satellite& satellite, Date day) {
    if (satellite.advisors == 0 || !works_on(s.network, satellite, day)) return 0;
    const Exception* e = ruling(s, "advisory.advisors", id, day);
    return e && has_place(*e) ? number_of(*e) : satellite.advisors;
}

double attention_staff(const Scenario& s, Date day) {
    return national(s, "attention.staff", s.attention.staff, s.attention.staff_growth, day);
}

std::int64_t national_advisors(const Scenario& s, int year) { return national_advisors(s, core::new_year(year)); }

std::int64_t national_advisors(const Scenario& s, Date day) {
    const Advisory& a = s.advisory;
    if (a.staffing == Staffing::fixed || a.annual_cost <= Money())
        return static_cast<std::int64_t>(
            std::floor(national(s, "advisory.advisors", a.advisors, a.advisors_growth, day) + 0.5));
    const int year = core::year_of(day);
    const Money annual_cost = on_day(s, "advisory.annual_cost", a.annual_cost, core::new_year(year));
    const double planned = a.planned_admissions * s.horizon.level(a.planned_admissions_growth, year);
    const Money left = core::scaled_by_decimal(a.budget, s.horizon.level(a.budget_growth, year)) -
                       core::scaled_by_decimal(a.satellite_cost, satellite_years(s, year)) -
                       other_costs(a, s.horizon, year) -
                       core::scaled(a.plan_cost, std::llround(planned * 1e6), 1'000'000) -
                       cost_of_parts(annual_cost, other_advisor_parts(s, year));
    const std::int64_t cost = annual_cost.in_pesos();
    const std::int64_t pesos = left.in_pesos();
    return pesos >= 0 ? pesos / cost : -((-pesos + cost - 1) / cost);
}

std::vector<double> centre_advisors(const Scenario& s, Date day) {
    const Advisory& a = s.advisory;
    std::vector<double> advisors(s.network.centres.size(), 0);
    std::vector<int> ids;
    std::vector<std::size_t> shared;  // centres that share the national number
    std::vector<double> weights;
    double elsewhere = 0;  // of the national number
    for (const auto& [id, satellite] : s.network.satellites) {
        if (satellite.within_national) elsewhere += satellite_advisors(s, id, satellite, day);
    }
    for (const auto& [id, centre] : s.network.centres) {
        if (works_on(centre, day)) {
            const Exception* e = ruling(s, "advisory.advisors", id, day);
            if (e && has_place(*e)) {
                elsewhere += advisors[ids.size()] = number_of(*e);
            } else {
                shared.push_back(ids.size());
                weights.push_back(a.allocation == Allocation::demand ? centre.weight : 1);
            }
        }
        ids.push_back(id);
    }
    if (!shared.empty() && std::accumulate(weights.begin(), weights.end(), 0.0) > 0) {
        const std::int64_t left = national_advisors(s, day) - static_cast<std::int64_t>(std::ceil(elsewhere - 1e-9));
        const std::int64_t least = std::min<std::int64_t>(a.advisors_at_least, left / std::ssize(shared));
        const auto parts = core::largest_remainder(left, weights, least);
        for (std::size_t i = 0; i < shared.size(); ++i) advisors[shared[i]] = static_cast<double>(parts[i]);
    }
    for (const auto& change : a.changes) {
        const auto id = std::lower_bound(ids.begin(), ids.end(), change.centre);
        if (id == ids.end() || *id != change.centre || change.on > day) continue;
        if (works_on(s.network.centres.at(*id), day))
            advisors[static_cast<std::size_t>(id - ids.begin())] += change.advisors;
    }
    return advisors;
}

namespace {

Money advisor_cost_from(const Scenario& s, Date from) {
    PartsByCost parts;
    each_stretch(s, from, [&](Date day, std::int64_t length) {
        const auto at_centres = centre_advisors(s, day);
        double advisors = std::accumulate(at_centres.begin(), at_centres.end(), 0.0);
        for (const auto& [id, satellite] : s.network.satellites) advisors += satellite_advisors(s, id, satellite, day);
        const Money cost = on_day(s, "advisory.annual_cost", s.advisory.annual_cost, day);
        add(parts, cost, in_millionths(advisors) * length);
    });
    return cost_of(parts);
}

// What falls in the months from `from` on of an amount that is the same in all twelve.
Money rest_of(Money whole, Date from) {
    const auto months = core::split_evenly(whole, 12);
    Money rest;
    for (std::size_t m = core::month_of(from) - 1; m < months.size(); ++m) rest += months[m];
    return rest;
}

Money attention_cost(const Scenario& s, Date from) {
    const Attention& a = s.attention;
    if (!has_exceptions(s, "attention.staff") && !has_exceptions(s, "attention.annual_cost"))
        return rest_of(cost_of_staff(a.annual_cost, a.staff * s.horizon.level(a.staff_growth, core::year_of(from))),
                       from);
    PartsByCost parts;
    each_stretch(s, from, [&](Date day, std::int64_t length) {
        add(parts, on_day(s, "attention.annual_cost", a.annual_cost, day),
            in_millionths(attention_staff(s, day)) * length);
    });
    return cost_of(parts);
}

}  // namespace

Money advisor_cost(const Scenario& s, int year) { return advisor_cost_from(s, core::new_year(year)); }

std::array<Money, 4> appropriations(const Scenario& s, int year) {
    const auto of = [&](const auto& c) {
        return core::scaled_by_decimal(c.budget, s.horizon.level(c.budget_growth, year));
    };
    const Money direct = of(s.attention) + of(s.advisory) + of(s.alliances);
    const double share = s.administration.of_programme;
    return {of(s.attention), of(s.advisory), of(s.alliances),
            share > 0 ? core::scaled_by_decimal(direct, share / (1 - share)) : of(s.administration)};
}

std::array<Money, 4> fixed_costs(const Scenario& s, int year) { return fixed_costs_from(s, core::new_year(year)); }

std::array<Money, 4> fixed_costs_from(const Scenario& s, Date from) {
    const int year = core::year_of(from);
    const auto rest = [&](Money whole) { return rest_of(whole, from); };
    return {attention_cost(s, from) + rest(other_costs(s.attention, s.horizon, year)),
            advisor_cost_from(s, from) +
                rest(core::scaled_by_decimal(s.advisory.satellite_cost, satellite_years(s, year))) +
                rest(other_costs(s.advisory, s.horizon, year)),
            rest(cost_of_staff(s.alliances.annual_cost,
                               s.alliances.coordinators * s.horizon.level(s.alliances.coordinators_growth, year))) +
                rest(other_costs(s.alliances, s.horizon, year)),
            rest(other_costs(s.administration, s.horizon, year))};
}

std::optional<Date> end_of_executed(const Scenario& s) {
    if (s.executed.empty()) return std::nullopt;
    const std::string& last = s.executed.rbegin()->first;  // it was checked: 2025-05
    const int year = std::stoi(last.substr(0, 4));
    const unsigned month = static_cast<unsigned>(std::stoi(last.substr(5)));
    return month == 12 ? core::new_year(year + 1) : core::date(year, month + 1, 1);
}

}  // namespace aforo::scenario
