// Staff spell by spell: which offices work, their desks, the advisors of units and their agenda.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "aforo/model/blueprint.hpp"
#include "aforo/scenario/exceptions.hpp"
#include "aforo/scenario/staffing.hpp"

namespace aforo::model {

namespace {

// The same day some months later, or the last day of a shorter month.
Date months_later(Date day, std::size_t months) {
    const std::chrono::year_month_day from(day);
    const std::chrono::year_month month = from.year() / from.month() + std::chrono::months(months);
    return Date(month / std::min(from.day(), std::chrono::year_month_day_last(month / std::chrono::last).day()));
}

// The number of whole months from a day to a later one.
std::size_t months_between(Date from, Date to) {
    const auto month = [](Date d) { return core::year_of(d) * 12 + static_cast<int>(core::month_of(d)); };
    const auto months = static_cast<std::size_t>(month(to) - month(from));
    return months_later(from, months) > to ? months - 1 : months;
}

// The caseloads of a unit's advisors by spell, in units of a full caseload. New advisors build theirs up in equal
// monthly steps; those of the first spell start with a full one. The latest hired leave first.
std::vector<double> caseloads(const std::vector<Date>& spells, const std::vector<double>& advisors, std::size_t steps) {
    struct Hired {
        Date on;
        double persons;
    };
    std::vector<Hired> new_ones;
    std::vector<double> all;
    for (std::size_t m = 0; m < advisors.size(); ++m) {
        double change = m == 0 ? 0 : advisors[m] - advisors[m - 1];
        if (change > 0) new_ones.push_back({spells[m], change});
        while (change < 0 && !new_ones.empty()) {
            const double leave = std::min(-change, new_ones.back().persons);
            change += leave;
            new_ones.back().persons -= leave;
            if (new_ones.back().persons == 0) new_ones.pop_back();
        }
        double whole = advisors[m];
        for (const Hired& h : new_ones) {
            const std::size_t months = months_between(h.on, spells[m]);
            if (months >= steps) continue;
            whole -= h.persons * (1 - static_cast<double>(months + 1) / static_cast<double>(steps + 1));
        }
        all.push_back(whole);
    }
    return all;
}

}  // namespace

// The share of a centre and its satellites in national demand.
double Blueprint::network_share(std::size_t centre) const {
    double share = offices[centre].demand_share;
    for (const OfficeId s : satellites_[centre]) share += offices[s.value].demand_share;
    return share;
}

void Blueprint::lay_out_spells() {
    spells = scenario::staff_days(scenario, first_day, end_day);
    // New advisors step up whole months after their first day, which need not be the first of a month.
    const std::vector<Date> changes = spells;
    for (std::size_t step = 1; step <= ramp_up_months(); ++step) {
        for (const Date d : changes) {
            if (std::chrono::year_month_day(d).day() == std::chrono::day(1)) continue;
            const Date later = months_later(d, step);
            if (later < end_day) spells.push_back(later);
        }
    }
    std::sort(spells.begin(), spells.end());
    spells.erase(std::unique(spells.begin(), spells.end()), spells.end());
    for (std::size_t i = 0; i < spells.size(); ++i) {
        for (Date d = spells[i]; d < end_of_spell(i); d += core::days(1))
            days[index_of(d)].spell = static_cast<std::int16_t>(i);
    }
}

std::vector<bool> Blueprint::offices_that_work(Date day) const {
    std::vector<bool> works;
    for (const auto& [id, centre] : scenario.network.centres) works.push_back(scenario::works_on(centre, day));
    for (const auto& [id, satellite] : scenario.network.satellites)
        works.push_back(scenario::works_on(scenario.network, satellite, day));
    return works;
}

// By month and office: the factor on an office's share, scaled so that all shares of a month add up to what the weights
// give; empty if every share is the same in all months.
std::vector<double> Blueprint::factors_of_offices() const {
    const auto& own = scenario.demand.offices;
    if (own.empty()) return {};
    std::vector<double> factors(12 * offices.size(), 1.0);
    for (std::size_t m = 0; m < 12; ++m) {
        double by_weight = 0, sum = 0;
        for (std::size_t o = 0; o < offices.size(); ++o) {
            double& factor = factors[m * offices.size() + o];
            const auto found = own.find(offices[o].permanent_id);
            if (found != own.end()) factor = found->second.month_factors[m];
            by_weight += offices[o].demand_share;
            sum += offices[o].demand_share * factor;
        }
        for (std::size_t o = 0; o < offices.size(); ++o)
            factors[m * offices.size() + o] *= sum > 0 ? by_weight / sum : 0;
    }
    return factors;
}

// An office that does not work has no demand; that of a satellite that closes goes back to its centre, with the rural
// share, and that of one that has not opened yet is the other satellites'.
void Blueprint::lay_out_office_spells() {
    std::vector<double> urban;  // by region
    for (const auto& [key, region] : scenario.network.regions) urban.push_back(region.urban);
    const std::vector<double> factors = factors_of_offices();
    std::vector<double> shares(offices.size());  // in the spell
    const auto times = [&](std::size_t i, std::size_t office) {
        return factors.empty() ? 1.0 : factors[(core::month_of(spells[i]) - 1) * offices.size() + office];
    };
    for (std::size_t i = 0; i < spells.size(); ++i) {
        const Year& y = year(core::year_of(spells[i]));
        const std::vector<bool> works = offices_that_work(spells[i]);
        const auto centres_that_work =
            std::count(works.begin(), works.begin() + static_cast<std::ptrdiff_t>(centres), true);
        coordinators.push_back(centres_that_work > 0 ? y.coordinators / static_cast<double>(centres_that_work) : 0);
        // All desk staff is at the offices that work, because those who are paid must be somewhere: what is stated for
        // an office there, the rest in proportion to demand.
        double at_work = 1;
        for (std::size_t o = 0; o < centres; ++o) at_work -= works[o] ? 0 : network_share(o);
        double staff = scenario::attention_staff(scenario, spells[i]), sharing = 1;
        std::vector<std::optional<double>> stated(offices.size());
        for (std::size_t o = 0; o < offices.size(); ++o) {
            const auto* e =
                works[o] ? scenario::ruling(scenario, "attention.staff", offices[o].permanent_id, spells[i]) : nullptr;
            if (e && scenario::has_place(*e)) stated[o] = scenario::number_of(*e);
        }
        for (std::size_t o = 0; o < centres; ++o) shares[o] = offices[o].demand_share;
        auto satellite = scenario.network.satellites.begin();
        for (std::size_t o = centres; o < offices.size(); ++o, ++satellite)
            shares[o] =
                offices[o].demand_share * scenario::part_of_share(scenario.network, satellite->second, spells[i]);
        for (std::size_t o = offices.size(); o-- > 0;) {  // satellites before their centres
            const Office& office = offices[o];
            OfficeSpell& spell = office_spells[i * offices.size() + o];
            spell.works = works[o];
            if (!spell.works) continue;
            // By weight, as the staff is allocated, and with the month's factors, as enterprises come.
            double weight = shares[o];
            double total = shares[o] * times(i, o), rural = office.is_satellite ? total : 0;
            if (!office.is_satellite) {
                if (satellites_[o].empty()) rural = total * scenario.network.rural_share;
                for (const OfficeId s : satellites_[o]) {
                    if (office_spell(s.value, i).works) continue;
                    rural += shares[s.value] * times(i, s.value);
                    total += shares[s.value] * times(i, s.value);
                    weight += shares[s.value];
                }
            }
            spell.demand_share = total;
            spell.weight = weight;
            spell.rural = total > 0 ? rural / total : 0;
            spell.urban = (1 - spell.rural) * urban[office.region.value];
            if (stated[o]) {
                staff -= *stated[o];
                sharing -= at_work > 0 ? weight / at_work : 0;
            }
        }
        if (scenario.attention.always_open) {
            lay_out_open_desks(i);
            continue;
        }
        for (std::size_t o = 0; o < offices.size(); ++o) {
            if (!works[o]) continue;
            OfficeSpell& spell = office_spells[i * offices.size() + o];
            const double share = at_work > 0 ? spell.weight / at_work : 0;
            const double fte = stated[o]         ? *stated[o]
                               : sharing == 1    ? staff * share
                               : sharing > 1e-12 ? std::max(0.0, staff) * share / sharing
                                                 : 0;
            spell.desk = desk_of(y, o, fte, spell.desk_hours);
        }
    }
}

// Desks that never close: whole persons, in total as many as the staff.
void Blueprint::lay_out_open_desks(std::size_t spell) {
    std::vector<double> shares;
    for (std::size_t o = 0; o < offices.size(); ++o) shares.push_back(office_spell(o, spell).weight);
    if (std::accumulate(shares.begin(), shares.end(), 0.0) <= 0) return;
    const auto persons =
        core::largest_remainder(std::llround(scenario::attention_staff(scenario, spells[spell])), shares);
    for (std::size_t o = 0; o < offices.size(); ++o)
        office_spells[spell * offices.size() + o].desk = {static_cast<int>(persons[o]), std::chrono::days(36500)};
}

// FTE are in proportion to demand; ⌈FTE⌉ persons share their hours over the office's open days of the year. If few open
// days made their day longer than the calendar's, more persons share the hours.
Desk Blueprint::desk_of(const Year& y, std::size_t office, double fte, Duration hours) const {
    const auto persons = static_cast<int>(std::ceil(fte - 1e-9));
    int open_days = 0;
    for (Date d = core::new_year(y.year); d < core::new_year(y.year + 1); d += core::days(1)) {
        open_days += on(d).works && (y.open_weekdays[office] >> core::weekday_of(d) & 1u) ? 1 : 0;
    }
    const double hours_a_day = open_days > 0 ? fte * core::in_hours(hours) / open_days : 0;
    const int needed =
        std::max(persons, static_cast<int>(std::ceil(hours_a_day / core::in_hours(scenario.calendar.day) - 1e-9)));
    return needed > 0 && hours_a_day > 0 ? Desk{needed, core::from_hours(hours_a_day / needed)} : Desk{};
}

// By unit: first the centres, then the satellites with their own advisors.
std::vector<double> Blueprint::advisors_in(std::size_t spell) const {
    std::vector<double> advisors = scenario::centre_advisors(scenario, spells[spell]);
    advisors.resize(units.size());
    std::size_t o = centres;
    for (const auto& [id, satellite] : scenario.network.satellites) {
        if (satellite.advisors > 0)
            advisors[offices[o].unit.value] = scenario::satellite_advisors(scenario, id, satellite, spells[spell]);
        ++o;
    }
    return advisors;
}

std::size_t Blueprint::ramp_up_months() const {
    return static_cast<std::size_t>(std::llround(core::in_days(scenario.advisory.ramp_up) / core::days_per_month));
}

void Blueprint::lay_out_unit_spells() {
    std::vector<std::vector<double>> advisors(units.size());
    for (std::size_t i = 0; i < spells.size(); ++i) {
        const auto there = advisors_in(i);
        for (std::size_t u = 0; u < units.size(); ++u) advisors[u].push_back(there[u]);
    }
    for (std::size_t u = 0; u < units.size(); ++u) {
        const std::vector<double> caseload = caseloads(spells, advisors[u], ramp_up_months());
        for (std::size_t i = 0; i < spells.size(); ++i) {
            UnitSpell& spell = unit_spells[i * units.size() + u];
            spell.advisors = advisors[u][i];
            spell.slots = static_cast<int>(std::floor(caseload[i] * spell.caseload + 1e-9));
            offers_plans = offers_plans || spell.slots > 0;
        }
    }
}

void Blueprint::lay_out_agenda() {
    agenda.assign(units.size() * days.size(), Duration{});
    for (std::size_t u = 0; u < units.size(); ++u) {
        const OfficeId office = units[u].office;
        for (Date d = first_day; d < end_day; d += core::days(1)) {
            const Day& day = on(d);
            if (!day.works) continue;
            const UnitSpell& spell = unit_spell(u, static_cast<std::size_t>(day.spell));
            Duration hours = core::from_hours(spell.advisors * core::in_hours(spell.direct_hours) * day.legal_hours /
                                              year(day.year).working_days);
            if (!offices[office.value].is_satellite) {
                for (const OfficeId s : satellites_[office.value]) {
                    if (offices[s.value].unit == UnitId(static_cast<std::uint32_t>(u)) && is_open(s, d))
                        hours -= office_spell(s.value, static_cast<std::size_t>(day.spell)).travel;
                }
            }
            agenda[u * days.size() + index_of(d)] = std::max(hours, Duration{});
        }
    }
}

}  // namespace aforo::model
