#include "aforo/model/blueprint.hpp"

#include <Eigen/Cholesky>
#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace aforo::model {

namespace {

Quantile compile(const scenario::Distribution& d) {
    using K = scenario::Distribution::Kind;
    switch (d.kind) {
        case K::constant:
            return Quantile::constant(d.mean);
        case K::uniform:
            return Quantile::uniform(d.low, d.high);
        case K::triangular:
            return Quantile::triangular(d.low, d.mode, d.high);
        case K::exponential:
            return Quantile::exponential(d.mean);
        case K::gamma:
            return Quantile::gamma(d.mean, d.cv);
        case K::lognormal:
            return Quantile::lognormal(d.mean, d.cv);
        case K::weibull:
            return Quantile::weibull(d.mean, d.cv);
    }
    return Quantile::constant(d.mean);
}

std::optional<Quantile> compile(const std::optional<scenario::Distribution>& d) {
    return d ? std::optional(compile(*d)) : std::nullopt;
}

// The latent sustainability and three true scores, all standardised: a score correlates √ρ with the latent, ρ with
// another score. The lower Cholesky factor turns four independent normals into them.
std::array<std::array<double, 4>, 4> score_factor(double correlation) {
    Eigen::Matrix4d r = Eigen::Matrix4d::Constant(correlation);
    r.row(0).setConstant(std::sqrt(correlation));
    r.col(0).setConstant(std::sqrt(correlation));
    r.diagonal().setOnes();
    const Eigen::Matrix4d l = r.llt().matrixL();
    std::array<std::array<double, 4>, 4> factor{};
    for (int i = 0; i < 4; ++i) {
        for (int j = 0; j < 4; ++j) factor[static_cast<std::size_t>(i)][static_cast<std::size_t>(j)] = l(i, j);
    }
    return factor;
}

// An FTE cost for a fractional staff, exact to the peso: staff counts have at most six decimals.
Money cost_of(Money annual_cost, double staff) {
    return core::scaled(annual_cost, std::llround(staff * 1e6), 1'000'000);
}

}  // namespace

unsigned visiting_weekdays(std::size_t j, int days, std::span<const int> weekdays) {
    const std::size_t week = weekdays.size();
    unsigned mask = 0;
    for (int k = 0; k < days; ++k) {
        const std::size_t place = (j + week * static_cast<std::size_t>(k) / static_cast<std::size_t>(days)) % week;
        mask |= 1u << weekdays[place];
    }
    return mask;
}

Blueprint::Blueprint(const scenario::Scenario& s)
    : scenario(s),
      first_day(core::new_year(s.horizon.start_year())),
      end_day(core::new_year(s.horizon.last_year + 1)),
      first_measured_day(core::new_year(s.horizon.first_year)),
      candidates(random::poisson_cumulative(layer_rate)),
      score_factor(model::score_factor(s.diagnosis.correlation)),
      attention(compile(s.attention.duration)),
      diagnosis(compile(s.diagnosis.duration)),
      session(compile(s.work_plan.session)),
      first_session(compile(s.work_plan.first_session)),
      spacing(compile(s.work_plan.spacing)),
      cooldown(compile(s.graduation.cooldown)),
      linkage(compile(s.alliances.duration)),
      attention_patience(compile(s.attention.patience)),
      slot_patience(compile(s.waiting_list.patience)),
      stay(compile(s.work_plan.stay)) {
    if (s.enterprises.sales_above > 0) {
        sales_sigma = std::log(s.enterprises.sales_limit.amount / s.enterprises.sales_median.amount) /
                      random::normal_quantile(1 - s.enterprises.sales_above);
    }
    if (s.work_plan.sessions > 1) {
        dropout_hazard = 1 - std::pow(1 - s.work_plan.dropout, 1.0 / (s.work_plan.sessions - 1));
    }
    lay_out_offices();
    lay_out_calendar();
    for (int y = s.horizon.start_year(); y <= s.horizon.last_year; ++y) lay_out_year(y);
    lay_out_agenda();
    weeks = week_day(end_day - core::days(1)) / 7 + 1;
}

void Blueprint::lay_out_offices() {
    const auto& n = scenario.network;
    std::map<std::string, RegionId> region_ids;
    for (const auto& [key, region] : n.regions) {
        region_ids.emplace(key, RegionId(static_cast<std::uint32_t>(region_ids.size())));
    }
    double total_weight = 0;
    for (const auto& [id, centre] : n.centres) total_weight += centre.weight;

    std::map<int, OfficeId> place;
    std::map<int, int> satellite_count;
    for (const auto& [id, satellite] : n.satellites) ++satellite_count[satellite.parent];
    for (const auto& [id, centre] : n.centres) {
        const scenario::Region& region = n.regions.at(centre.region);
        const bool keeps_rural = satellite_count[id] == 0;
        const double share = centre.weight / total_weight;
        const double rural = keeps_rural ? n.rural_share : 0;
        const OfficeId self(static_cast<std::uint32_t>(offices.size()));
        place[id] = self;
        offices.push_back({.permanent_id = id,
                           .centre = self,
                           .region = region_ids.at(centre.region),
                           .demand_share = keeps_rural ? share : share * (1 - n.rural_share),
                           .rural = rural,
                           .urban = (1 - rural) * region.urban,
                           .female = region.female,
                           .legal_entity = region.legal_entity});
    }
    centres = offices.size();
    satellites_.resize(centres);
    for (const auto& [id, satellite] : n.satellites) {
        const OfficeId parent = place.at(satellite.parent);
        const Office& main = offices[parent.value];
        const double share =
            n.centres.at(satellite.parent).weight / total_weight * n.rural_share / satellite_count[satellite.parent];
        satellites_[parent.value].push_back(OfficeId(static_cast<std::uint32_t>(offices.size())));
        offices.push_back({.permanent_id = id,
                           .is_satellite = true,
                           .centre = parent,
                           .region = main.region,
                           .demand_share = share,
                           .rural = 1,
                           .urban = 0,
                           .female = main.female,
                           .legal_entity = main.legal_entity});
    }
}

// Month factors are rates per working day, rescaled so that each year's working days give exactly the year's demand.
void Blueprint::lay_out_calendar() {
    const auto& c = scenario.calendar;
    days.resize(static_cast<std::size_t>((end_day - first_day).count()));
    for (int y = scenario.horizon.start_year(); y <= scenario.horizon.last_year; ++y) {
        const auto holidays = c.holidays == scenario::Holidays::chile ? core::chilean_holidays(y) : std::vector<Date>{};
        double rates = 0;
        for (Date d = core::new_year(y); d < core::new_year(y + 1); d += core::days(1)) {
            Day& day = days[index_of(d)];
            day.year = static_cast<std::int16_t>(y);
            day.month = static_cast<std::int16_t>(core::month_of(d));
            day.works = std::find(c.weekdays.begin(), c.weekdays.end(), core::weekday_of(d)) != c.weekdays.end() &&
                        !std::binary_search(holidays.begin(), holidays.end(), d);
            day.demand = day.works ? scenario.demand.month_factors[core::month_of(d) - 1] : 0;
            rates += day.demand;
        }
        const double arrivals = scenario.demand.arrivals * scenario.demand.growth.level(scenario.horizon.first_year, y);
        for (Date d = core::new_year(y); d < core::new_year(y + 1); d += core::days(1)) {
            Day& day = days[index_of(d)];
            day.demand = rates > 0 ? day.demand * arrivals / rates : 0;
        }
    }
}

void Blueprint::lay_out_year(int year) {
    const int base = scenario.horizon.first_year;
    const auto& a = scenario.advisory;
    Year y;
    y.year = year;
    y.working_days = static_cast<int>(
        std::count_if(days.begin(), days.end(), [&](const Day& d) { return d.year == year && d.works; }));

    std::vector<double> weights;
    for (const auto& [id, centre] : scenario.network.centres) weights.push_back(centre.weight);
    const auto advisors = static_cast<std::int64_t>(std::floor(a.advisors * a.advisors_growth.level(base, year) + 0.5));
    for (const auto n : core::largest_remainder(advisors, weights, a.advisors_at_least)) {
        y.advisors.push_back(static_cast<int>(n));
        y.slots.push_back(static_cast<int>(n) * a.caseload);
    }
    y.coordinators = scenario.alliances.coordinators * scenario.alliances.coordinators_growth.level(base, year) /
                     static_cast<double>(centres);
    const double satellite_level = a.satellite_growth.level(base, year);
    open_satellites(y, satellite_level);
    staff_desks(y, scenario.attention.staff_growth.level(base, year));
    fund(y, satellite_level);
    years.push_back(std::move(y));
}

// Satellite-days grow with staff: rounded nationally, largest remainder over satellites, ties by id.
void Blueprint::open_satellites(Year& y, double level) const {
    const auto& week = scenario.calendar.weekdays;
    unsigned every_day = 0;
    for (const int d : week) every_day |= 1u << d;
    y.open_weekdays.assign(offices.size(), every_day);
    std::vector<double> visits;
    for (const auto& [id, satellite] : scenario.network.satellites) visits.push_back(satellite.visiting_days);
    const double total = std::accumulate(visits.begin(), visits.end(), 0.0);
    if (visits.empty()) return;
    const auto national = static_cast<std::int64_t>(std::floor(total * level + 0.5));
    const auto days_a_week =
        total > 0 ? core::largest_remainder(national, visits) : std::vector<std::int64_t>(visits.size());
    for (std::size_t j = 0; j < visits.size(); ++j) {
        const int n = static_cast<int>(std::min(days_a_week[j], static_cast<std::int64_t>(week.size())));
        y.open_weekdays[centres + j] = visiting_weekdays(j, n, week);
    }
}

// FTE in proportion to demand; ⌈FTE⌉ persons share its hours over the days that the office opens. Where few days would
// make a longer day than the calendar's, more persons share them.
void Blueprint::staff_desks(Year& y, double level) const {
    const auto& a = scenario.attention;
    for (std::size_t o = 0; o < offices.size(); ++o) {
        const double fte = a.staff * level * offices[o].demand_share;
        const auto persons = static_cast<int>(std::ceil(fte - 1e-9));
        if (a.always_open) {
            y.desks.push_back({persons, std::chrono::days(36500)});
            continue;
        }
        int open_days = 0;
        for (Date d = core::new_year(y.year); d < core::new_year(y.year + 1); d += core::days(1)) {
            open_days += on(d).works && (y.open_weekdays[o] >> core::weekday_of(d) & 1u) ? 1 : 0;
        }
        const double hours_a_day = open_days > 0 ? fte * core::in_hours(a.direct_hours) / open_days : 0;
        const int needed =
            std::max(persons, static_cast<int>(std::ceil(hours_a_day / core::in_hours(scenario.calendar.day) - 1e-9)));
        y.desks.push_back(needed > 0 && hours_a_day > 0 ? Desk{needed, core::from_hours(hours_a_day / needed)}
                                                        : Desk{});
    }
}

void Blueprint::fund(Year& y, double satellite_level) const {
    const int base = scenario.horizon.first_year;
    const auto& [att, adv, all, adm] =
        std::tie(scenario.attention, scenario.advisory, scenario.alliances, scenario.administration);
    y.appropriation = {core::scaled_by_decimal(att.budget, att.budget_growth.level(base, y.year)),
                       core::scaled_by_decimal(adv.budget, adv.budget_growth.level(base, y.year)),
                       core::scaled_by_decimal(all.budget, all.budget_growth.level(base, y.year)),
                       core::scaled_by_decimal(adm.budget, adm.budget_growth.level(base, y.year))};
    const auto advisors = std::accumulate(y.advisors.begin(), y.advisors.end(), std::int64_t{0});
    const auto satellites = static_cast<std::int64_t>(offices.size() - centres);
    y.fixed_cost = {
        cost_of(att.annual_cost, att.staff * att.staff_growth.level(base, y.year)),
        adv.annual_cost * advisors + core::scaled_by_decimal(adv.satellite_cost * satellites, satellite_level),
        cost_of(all.annual_cost, all.coordinators * all.coordinators_growth.level(base, y.year)), Money()};
}

void Blueprint::lay_out_agenda() {
    const auto& a = scenario.advisory;
    agenda.assign(centres * days.size(), Duration{});
    for (std::size_t c = 0; c < centres; ++c) {
        for (Date d = first_day; d < end_day; d += core::days(1)) {
            const Day& day = on(d);
            if (!day.works) continue;
            const Year& y = year(day.year);
            Duration hours = core::from_hours(y.advisors[c] * core::in_hours(a.direct_hours) / y.working_days);
            for (const OfficeId s : satellites_[c]) {
                if (is_open(s, d)) hours -= a.travel;
            }
            agenda[c * days.size() + index_of(d)] = std::max(hours, Duration{});
        }
    }
}

}  // namespace aforo::model
