// Who is there to serve, month by month: which offices work, their desks, the advisors of units and their agenda.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "aforo/model/blueprint.hpp"
#include "aforo/scenario/staffing.hpp"

namespace aforo::model {

namespace {

// Of the advisors of a unit month by month, their caseloads counted as parts of a whole one: new ones take it on in
// equal monthly steps, those of the first month have it. The latest hired leave first.
std::vector<double> caseloads(const std::vector<std::int64_t>& advisors, std::size_t steps) {
    struct Hired {
        std::size_t month;
        std::int64_t persons;
    };
    std::vector<Hired> new_ones;
    std::vector<double> all;
    for (std::size_t m = 0; m < advisors.size(); ++m) {
        std::int64_t change = m == 0 ? 0 : advisors[m] - advisors[m - 1];
        if (change > 0) new_ones.push_back({m, change});
        while (change < 0 && !new_ones.empty()) {
            const std::int64_t leave = std::min(-change, new_ones.back().persons);
            change += leave;
            new_ones.back().persons -= leave;
            if (new_ones.back().persons == 0) new_ones.pop_back();
        }
        auto whole = static_cast<double>(advisors[m]);
        for (const Hired& h : new_ones) {
            if (m - h.month >= steps) continue;
            whole -= static_cast<double>(h.persons) *
                     (1 - static_cast<double>(m - h.month + 1) / static_cast<double>(steps + 1));
        }
        all.push_back(whole);
    }
    return all;
}

}  // namespace

// Of a centre with its satellites, in the national demand.
double Blueprint::network_share(std::size_t centre) const {
    double share = offices[centre].demand_share;
    for (const OfficeId s : satellites_[centre]) share += offices[s.value].demand_share;
    return share;
}

core::Date Blueprint::month_begins(std::size_t month) const {
    return core::date(scenario.horizon.start_year() + static_cast<int>(month / 12),
                      static_cast<unsigned>(month % 12) + 1, 1);
}

std::vector<bool> Blueprint::offices_that_work(Date month) const {
    std::vector<bool> works;
    for (const auto& [id, centre] : scenario.network.centres) works.push_back(scenario::works_in(centre, month));
    for (const auto& [id, satellite] : scenario.network.satellites)
        works.push_back(scenario::works_in(scenario.network, satellite, month));
    return works;
}

// An office that does not work has no demand; a satellite's goes back to its centre, the rural share with it.
void Blueprint::lay_out_office_months() {
    office_months.resize(offices.size() * months);
    for (std::size_t m = 0; m < months; ++m) {
        const Year& y = years[m / 12];
        const std::vector<bool> works = offices_that_work(month_begins(m));
        const auto centres_that_work =
            std::count(works.begin(), works.begin() + static_cast<std::ptrdiff_t>(centres), true);
        coordinators.push_back(centres_that_work > 0 ? y.coordinators / static_cast<double>(centres_that_work) : 0);
        // Desk staff is that of the offices that work: who is paid is somewhere.
        double at_work = 1;
        for (std::size_t o = 0; o < centres; ++o) at_work -= works[o] ? 0 : network_share(o);
        for (std::size_t o = offices.size(); o-- > 0;) {  // satellites before their centres
            const Office& office = offices[o];
            OfficeMonth& month = office_months[m * offices.size() + o];
            month.works = works[o];
            if (!month.works) continue;
            const auto region =
                std::next(scenario.network.regions.begin(), static_cast<std::ptrdiff_t>(office.region.value));
            double rural = office.is_satellite ? office.demand_share : 0, total = office.demand_share;
            if (!office.is_satellite) {
                if (satellites_[o].empty()) rural = total * scenario.network.rural_share;
                for (const OfficeId s : satellites_[o]) {
                    if (office_month(s.value, m).works) continue;
                    rural += offices[s.value].demand_share;
                    total += offices[s.value].demand_share;
                }
            }
            month.demand_share = total;
            month.rural = total > 0 ? rural / total : 0;
            month.urban = (1 - month.rural) * region->second.urban;
            if (!scenario.attention.always_open) month.desk = desk_of(y, o, at_work > 0 ? total / at_work : 0);
        }
        if (scenario.attention.always_open) lay_out_open_desks(y, m);
    }
}

// Desks that never close: whole persons, as many in all as the staff is.
void Blueprint::lay_out_open_desks(const Year& y, std::size_t month) {
    const auto& a = scenario.attention;
    std::vector<double> shares;
    for (std::size_t o = 0; o < offices.size(); ++o) shares.push_back(office_month(o, month).demand_share);
    if (std::accumulate(shares.begin(), shares.end(), 0.0) <= 0) return;
    const auto persons = core::largest_remainder(
        std::llround(a.staff * a.staff_growth.level(scenario.horizon.first_year, y.year)), shares);
    for (std::size_t o = 0; o < offices.size(); ++o)
        office_months[month * offices.size() + o].desk = {static_cast<int>(persons[o]), std::chrono::days(36500)};
}

// FTE in proportion to demand; ⌈FTE⌉ persons share its hours over the days that the office opens in a year. Where few
// days would make a longer day than the calendar's, more persons share them.
Desk Blueprint::desk_of(const Year& y, std::size_t office, double demand_share) const {
    const auto& a = scenario.attention;
    const double fte = a.staff * a.staff_growth.level(scenario.horizon.first_year, y.year) * demand_share;
    const auto persons = static_cast<int>(std::ceil(fte - 1e-9));
    int open_days = 0;
    for (Date d = core::new_year(y.year); d < core::new_year(y.year + 1); d += core::days(1)) {
        open_days += on(d).works && (y.open_weekdays[office] >> core::weekday_of(d) & 1u) ? 1 : 0;
    }
    const double hours_a_day = open_days > 0 ? fte * core::in_hours(a.direct_hours) / open_days : 0;
    const int needed =
        std::max(persons, static_cast<int>(std::ceil(hours_a_day / core::in_hours(scenario.calendar.day) - 1e-9)));
    return needed > 0 && hours_a_day > 0 ? Desk{needed, core::from_hours(hours_a_day / needed)} : Desk{};
}

// By unit: the centres, then the satellites with advisors of their own.
std::vector<std::int64_t> Blueprint::advisors_in(std::size_t month) const {
    std::vector<std::int64_t> advisors = scenario::centre_advisors(scenario, month_begins(month));
    advisors.resize(units.size());
    std::size_t o = centres;
    for (const auto& [id, satellite] : scenario.network.satellites) {
        if (satellite.advisors > 0 && office_month(o, month).works)
            advisors[offices[o].unit.value] = satellite.advisors;
        ++o;
    }
    return advisors;
}

void Blueprint::lay_out_unit_months() {
    unit_months.resize(units.size() * months);
    const auto& a = scenario.advisory;
    const auto steps = static_cast<std::size_t>(std::llround(core::in_days(a.ramp_up) / core::days_per_month));
    std::vector<std::vector<std::int64_t>> advisors(units.size());
    for (std::size_t m = 0; m < months; ++m) {
        const auto of_month = advisors_in(m);
        for (std::size_t u = 0; u < units.size(); ++u) advisors[u].push_back(of_month[u]);
    }
    for (std::size_t u = 0; u < units.size(); ++u) {
        const std::vector<double> caseload = caseloads(advisors[u], steps);
        for (std::size_t m = 0; m < months; ++m) {
            unit_months[m * units.size() + u] = {static_cast<int>(advisors[u][m]),
                                                 static_cast<int>(std::floor(caseload[m] * a.caseload + 1e-9))};
        }
    }
}

void Blueprint::lay_out_agenda() {
    const auto& a = scenario.advisory;
    agenda.assign(units.size() * days.size(), Duration{});
    for (std::size_t u = 0; u < units.size(); ++u) {
        const OfficeId office = units[u].office;
        for (Date d = first_day; d < end_day; d += core::days(1)) {
            const Day& day = on(d);
            if (!day.works) continue;
            const int advisors = unit_month(u, static_cast<std::size_t>(day.month_index)).advisors;
            Duration hours = core::from_hours(advisors * core::in_hours(a.direct_hours) * day.legal_hours /
                                              year(day.year).working_days);
            if (!offices[office.value].is_satellite) {
                for (const OfficeId s : satellites_[office.value]) {
                    if (offices[s.value].unit == UnitId(static_cast<std::uint32_t>(u)) && is_open(s, d))
                        hours -= offices[s.value].travel;
                }
            }
            agenda[u * days.size() + index_of(d)] = std::max(hours, Duration{});
        }
    }
}

}  // namespace aforo::model
