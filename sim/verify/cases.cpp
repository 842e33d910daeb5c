// The table of cases. To add one, add a scenario and a line.
#include <algorithm>
#include <cmath>

#include "aforo/core/contracts.hpp"
#include "aforo/verify/theory.hpp"
#include "aforo/verify/verify.hpp"

namespace aforo::verify {

namespace {

using results::Level;
using results::Run;
using results::Samples;
using scenario::Scenario;

// Parameters of the scenarios, in hours.

double arrivals_an_hour(const Scenario& s) {
    const auto days = core::new_year(s.horizon.first_year + 1) - core::new_year(s.horizon.first_year);
    return s.demand.arrivals / (24.0 * static_cast<double>(days.count()));
}
double mean_hours(const scenario::Distribution& d) { return d.mean / 3'600'000; }

int room_of(int room) { return room == 1'000'000 ? -1 : room; }  // the neutral value of the key means no limit

Queue desk(const Scenario& s) {
    return {.arrivals = arrivals_an_hour(s),
            .service = 1 / mean_hours(s.attention.duration),
            .servers = static_cast<int>(s.attention.staff),
            .impatience = s.attention.patience ? 1 / mean_hours(*s.attention.patience) : 0,
            .room = room_of(s.attention.room)};
}
Queue slots(const Scenario& s) {
    return {.arrivals = arrivals_an_hour(s),
            .service = 1 / mean_hours(*s.work_plan.stay),
            .servers = static_cast<int>(s.advisory.advisors) * s.advisory.caseload,
            .impatience = s.waiting_list.patience ? 1 / mean_hours(*s.waiting_list.patience) : 0,
            .room = room_of(s.waiting_list.room)};
}
std::array<double, 2> women_and_men(const Scenario& s) {
    const double women = s.network.regions.begin()->second.female;
    return {arrivals_an_hour(s) * women, arrivals_an_hour(s) * (1 - women)};
}

double wait_at_desk(const Scenario& s) { return stationary(desk(s)).wait; }
double wait_for_slot(const Scenario& s) { return stationary(slots(s)).wait; }
template <std::size_t Class>
double wait_of_class(const Scenario& s) {
    const Queue q = slots(s);
    return waits_of_priority(women_and_men(s), q.service, q.servers)[Class];
}
template <std::size_t Class>
double abandoned_of_class(const Scenario& s) {
    const Queue q = slots(s);
    return abandoned_of_priority(women_and_men(s), q.service, q.servers, q.impatience)[Class];
}
double number_in_plan(const Scenario& s, unsigned month) {
    std::vector<double> per_day;
    for (int year = s.horizon.start_year(); year <= s.horizon.last_year; ++year) {
        const core::Date end = core::new_year(year + 1);
        double rates = 0;
        for (core::Date d = core::new_year(year); d < end; d += core::days(1))
            rates += s.demand.month_factors[core::month_of(d) - 1];
        for (core::Date d = core::new_year(year); d < end; d += core::days(1)) {
            if (year == s.horizon.last_year && core::month_of(d) > month) break;
            per_day.push_back(s.demand.arrivals * s.demand.month_factors[core::month_of(d) - 1] / rates);
        }
    }
    return number_after(per_day, mean_hours(*s.work_plan.stay) / 24);
}
template <unsigned Month>
double number_in_plan_after(const Scenario& s) {
    return number_in_plan(s, Month);
}
double wait_with_shifts(const Scenario& s) {
    const double hours = core::in_hours(s.attention.direct_hours) / 365, opens = core::in_hours(s.calendar.opens);
    std::vector<Shift> persons;
    for (std::size_t p = 0; p < static_cast<std::size_t>(s.attention.staff); ++p) {
        const double from = opens + core::in_hours(s.attention.starts[p % s.attention.starts.size()]);
        persons.push_back({from, from + hours});
    }
    std::array<double, 24> by_hour = s.demand.hour_factors;
    double factors = 0;
    for (const double f : by_hour) factors += f;
    for (double& f : by_hour) f *= arrivals_an_hour(s) * 24 / factors;
    return wait_of_shifts(by_hour, 1 / mean_hours(s.attention.duration), persons);
}

// Measurements by replication: sums over the years, for the programme or for a group.

std::vector<double> sum_over_years(const Run& run, const Samples& samples, const std::string& column,
                                   const std::string& group) {
    std::vector<double> sums(samples.replications, 0.0);
    bool found = false;
    for (std::size_t k = 0; k < run.rows.size(); ++k) {
        const auto& row = run.rows[k];
        if (run.columns[static_cast<std::size_t>(row.column)].name != column || row.id != group ||
            row.level != (group.empty() ? Level::programme : Level::group)) {
            continue;
        }
        found = true;
        const auto values = samples.of(k);
        for (std::size_t r = 0; r < sums.size(); ++r) sums[r] += values[r];
    }
    core::ensure(found, "a verification case measures nothing");
    return sums;
}
std::vector<double> hours(const Run& run, const Samples& samples, const char* days_column, const char* group) {
    std::vector<double> mean = sum_over_years(run, samples, days_column, group);
    for (double& v : mean) v *= 24 / static_cast<double>(run.years.size());
    return mean;
}
std::vector<double> share(const Run& run, const Samples& samples, const char* part, const char* whole,
                          const char* group) {
    std::vector<double> shares = sum_over_years(run, samples, part, group);
    const std::vector<double> all = sum_over_years(run, samples, whole, group);
    for (std::size_t r = 0; r < shares.size(); ++r) shares[r] /= all[r];
    return shares;
}
template <unsigned Month>
std::vector<double> in_plan_after(const Run& run, const Samples& samples) {
    for (std::size_t k = 0; k < run.series.size(); ++k) {
        const auto& row = run.series[k];
        if (run.columns[static_cast<std::size_t>(row.column)].name == "in_plan" && row.year == run.years.back() &&
            row.month == static_cast<int>(Month) && row.level == Level::programme) {
            const auto values = samples.of(run.rows.size() + k);
            return {values.begin(), values.end()};
        }
    }
    core::fail_invariant("a verification case measures nothing");
}

std::vector<double> desk_hours(const Run& run, const Samples& s) {
    return hours(run, s, "attention_wait_days_mean", "");
}
std::vector<double> slot_hours(const Run& run, const Samples& s) { return hours(run, s, "wait_days_mean", ""); }
std::vector<double> women_hours(const Run& run, const Samples& s) {
    return hours(run, s, "wait_days_mean", "sex=female");
}
std::vector<double> men_hours(const Run& run, const Samples& s) { return hours(run, s, "wait_days_mean", "sex=male"); }
std::vector<double> women_withdrawn(const Run& run, const Samples& s) {
    return share(run, s, "withdrawn", "qualified", "sex=female");
}
std::vector<double> men_withdrawn(const Run& run, const Samples& s) {
    return share(run, s, "withdrawn", "qualified", "sex=male");
}
std::vector<double> turned_away(const Run& run, const Samples& s) {
    return share(run, s, "turned_away", "qualified", "");
}
std::vector<double> withdrawn(const Run& run, const Samples& s) { return share(run, s, "withdrawn", "qualified", ""); }
std::vector<double> left(const Run& run, const Samples& s) { return share(run, s, "left_attention", "arrivals", ""); }
std::vector<double> balked(const Run& run, const Samples& s) { return share(run, s, "balked", "arrivals", ""); }

double abandoned(const Scenario& s) { return stationary(desk(s)).abandoned; }
double blocked(const Scenario& s) { return stationary(desk(s)).blocked; }
double turned_away_from_slots(const Scenario& s) { return stationary(slots(s)).blocked; }
double withdrawn_from_slots(const Scenario& s) { return stationary(slots(s)).abandoned; }
double wait_of_general_service(const Scenario& s) {
    const auto& d = s.attention.duration;
    return wait_of_mg1(arrivals_an_hour(s), mean_hours(d), d.kind == scenario::Distribution::Kind::constant ? 0 : d.cv);
}

constexpr const char* wait_es = "espera media, h";
constexpr const char* wait_en = "mean wait, h";
constexpr const char* leave_es = "parte que se va";
constexpr const char* leave_en = "share that leaves";

constexpr Case table[] = {
    {"mm1-50", "M/M/1", wait_es, wait_en, wait_at_desk, desk_hours},
    {"mm1-90", "M/M/1", wait_es, wait_en, wait_at_desk, desk_hours},
    {"mm10-90", "M/M/10", wait_es, wait_en, wait_at_desk, desk_hours},
    {"mm100-95", "M/M/100", wait_es, wait_en, wait_at_desk, desk_hours},
    {"mm50-paciencia", "M/M/50+M", leave_es, leave_en, abandoned, left},
    {"mm10-paciencia", "M/M/10+M", leave_es, leave_en, abandoned, left},
    {"mg1-gamma", "M/G/1", wait_es, wait_en, wait_of_general_service, desk_hours},
    {"mg1-lognormal", "M/G/1", wait_es, wait_en, wait_of_general_service, desk_hours},
    {"md1", "M/D/1", wait_es, wait_en, wait_of_general_service, desk_hours},
    {"mm3-sala", "M/M/3/7", "parte que no cabe", "share that finds no room", blocked, balked},
    {"mm10-sala-paciencia", "M/M/10/20+M", "parte que no cabe", "share that finds no room", blocked, balked},
    {"mm10-sala-paciencia", "M/M/10/20+M", leave_es, leave_en, abandoned, left},
    {"mm10-sin-sala", "M/M/10/10", "parte que no cabe", "share that finds no room", blocked, balked},
    {"cupos", "M/M/20", wait_es, wait_en, wait_for_slot, slot_hours},
    {"cupos-sala-paciencia", "M/M/10/20+M", "parte que no cabe", "share that finds no room", turned_away_from_slots,
     turned_away},
    {"cupos-sala-paciencia", "M/M/10/20+M", leave_es, leave_en, withdrawn_from_slots, withdrawn},
    {"prioridad", "M/M/10, 2", "espera de la 1.ª clase, h", "wait of the 1st class, h", wait_of_class<0>, women_hours},
    {"prioridad", "M/M/10, 2", "espera de la 2.ª clase, h", "wait of the 2nd class, h", wait_of_class<1>, men_hours},
    {"prioridad-paciencia", "M/M/10+M, 2", "se va de la 1.ª clase", "leaves of the 1st class", abandoned_of_class<0>,
     women_withdrawn},
    {"prioridad-paciencia", "M/M/10+M, 2", "se va de la 2.ª clase", "leaves of the 2nd class", abandoned_of_class<1>,
     men_withdrawn},
    {"tandem", "M/M/3 → M/M/12", "espera de atención, h", "wait for attention, h", wait_at_desk, desk_hours},
    {"tandem", "M/M/3 → M/M/12", "espera de cupo, h", "wait for a slot, h", wait_for_slot, slot_hours},
    {"servidores-sin-fin", "Mt/M/∞", "en plan al fin de marzo", "in a plan after March", number_in_plan_after<3>,
     in_plan_after<3>},
    {"servidores-sin-fin", "Mt/M/∞", "en plan al fin de agosto", "in a plan after August", number_in_plan_after<8>,
     in_plan_after<8>},
    {"turnos", "Mt/M/ct", wait_es, wait_en, wait_with_shifts, desk_hours}};

}  // namespace

std::span<const Case> cases() { return table; }

}  // namespace aforo::verify
