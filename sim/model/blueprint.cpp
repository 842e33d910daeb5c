#include "aforo/model/blueprint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "aforo/scenario/exceptions.hpp"
#include "aforo/scenario/staffing.hpp"

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
        case K::empirical:
            return Quantile::empirical(d.values);
        case K::mixture: {
            std::vector<Quantile::Part> parts;
            for (const auto& p : d.parts) parts.push_back({p.weight, compile(p.of)});
            return Quantile::mixture(parts);
        }
    }
    return Quantile::constant(d.mean);
}

std::optional<Quantile> compile(const std::optional<scenario::Distribution>& d) {
    return d ? std::optional(compile(*d)) : std::nullopt;
}

Composite composite_of(const scenario::Scenario& s) {
    const double correlation = s.diagnosis.correlation, sd = s.enterprises.sustainability_sd;
    return {.mean = s.enterprises.sustainability_mean,
            .latent = sd * std::sqrt(correlation),
            .scores = sd * std::sqrt((1 - correlation) / 3),
            .errors = s.diagnosis.measurement_error / std::sqrt(3.0)};
}

// A lognormal with the scenario's median and share above the limit.
Quantile sales_of(const scenario::Enterprises& e) {
    if (e.sales_above <= 0) return Quantile::constant(e.sales_median.amount);
    const double sigma =
        std::log(e.sales_limit.amount / e.sales_median.amount) / -random::normal_quantile(e.sales_above);
    return Quantile::lognormal_about(e.sales_median.amount, sigma);
}

Terms compile(const scenario::Terms& t) {
    Terms all{.attention = compile(t.attention.duration),
              .diagnosis = compile(t.diagnosis.duration),
              .session = compile(t.work_plan.session),
              .first_session = compile(t.work_plan.first_session),
              .spacing = compile(t.work_plan.spacing),
              .attention_patience = compile(t.attention.patience),
              .slot_patience = compile(t.waiting_list.patience),
              .diagnosed = t.diagnosis.share,
              .decline = t.waiting_list.decline,
              .dropout_wait_month = t.work_plan.dropout_wait_month,
              .attention_room = static_cast<std::size_t>(t.attention.room),
              .list_room = static_cast<std::size_t>(t.waiting_list.room),
              .attention_cost = t.attention.cost,
              .plan_cost = t.advisory.plan_cost};
    const auto& plan = t.work_plan;
    all.sessions = {static_cast<int>(plan.sessions.low), static_cast<int>(plan.sessions.medium),
                    static_cast<int>(plan.sessions.high)};
    const std::array dropout = {plan.dropout.low, plan.dropout.medium, plan.dropout.high};
    for (std::size_t b = 0; b < 3; ++b) {
        if (all.sessions[b] > 1) all.dropout_hazard[b] = 1 - std::pow(1 - dropout[b], 1.0 / (all.sessions[b] - 1));
    }
    return all;
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
      composite(composite_of(s)),
      more_persons(random::poisson_cumulative(s.enterprises.persons - 1)),
      standard_normal(Quantile::normal(0, 1)),
      standard_logistic(Quantile::logistic()),
      sales(sales_of(s.enterprises)),
      cooldown(compile(s.graduation.cooldown)),
      linkage(compile(s.alliances.duration)),
      returns_after(compile(s.demand.returns_after)),
      day_factor(s.demand.day_cv > 0 ? Quantile::gamma(1, s.demand.day_cv) : Quantile::constant(1)),
      year_factor(s.demand.year_cv > 0 ? Quantile::gamma(1, s.demand.year_cv) : Quantile::constant(1)),
      attention_waited(compile(s.initial.attention_waited)),
      list_waited(compile(s.initial.list_waited)),
      stay(compile(s.work_plan.stay)) {
    lay_out_offices();
    lay_out_own_lists();
    lay_out_potential();
    lay_out_calendar();
    lay_out_day();
    lay_out_executed();
    for (int y = s.horizon.start_year(); y <= s.horizon.last_year; ++y) lay_out_year(y);
    lay_out_spells();
    lay_out_terms();
    lay_out_office_spells();
    lay_out_unit_spells();
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
        const double share = centre.weight / total_weight;
        const OfficeId self(static_cast<std::uint32_t>(offices.size()));
        place[id] = self;
        units.push_back({self});
        offices.push_back({.permanent_id = id,
                           .centre = self,
                           .unit = UnitId(self.value),
                           .region = region_ids.at(centre.region),
                           .demand_share = satellite_count[id] == 0 ? share : share * (1 - n.rural_share),
                           .female = region.female,
                           .legal_entity = region.legal_entity});
    }
    centres = offices.size();
    satellites_.resize(centres);
    for (const auto& [id, satellite] : n.satellites) {
        const OfficeId parent = place.at(satellite.parent), self(static_cast<std::uint32_t>(offices.size()));
        const Office& main = offices[parent.value];
        const double share =
            n.centres.at(satellite.parent).weight / total_weight * n.rural_share / satellite_count[satellite.parent];
        const scenario::Complexity& complexity = scenario::complexity_of(n, satellite);
        UnitId unit = main.unit;
        if (satellite.advisors > 0) {
            unit = UnitId(static_cast<std::uint32_t>(units.size()));
            units.push_back({self});
        }
        satellites_[parent.value].push_back(self);
        offices.push_back({.permanent_id = id,
                           .is_satellite = true,
                           .has_own_list = satellite.own_list && satellite.advisors == 0,
                           .is_hybrid = complexity.hybrid,
                           .centre = parent,
                           .unit = unit,
                           .region = main.region,
                           .demand_share = share,
                           .female = main.female,
                           .legal_entity = main.legal_entity});
    }
}

void Blueprint::lay_out_own_lists() {
    std::vector<double> of_unit(units.size(), 0.0);
    for (const Office& o : offices) of_unit[o.unit.value] += o.demand_share;
    for (std::uint32_t i = 0; i < offices.size(); ++i) {
        const Office& o = offices[i];
        const double all = of_unit[o.unit.value];
        if (o.has_own_list) own_lists.push_back({OfficeId(i), o.unit, all > 0 ? o.demand_share / all : 0});
    }
}

// The potential population is distributed by inhabitants, or by demand where the scenario gives none.
void Blueprint::lay_out_potential() {
    std::vector<double> weights(scenario.network.regions.size(), 0.0);
    std::size_t r = 0;
    for (const auto& [key, region] : scenario.network.regions) weights[r++] = region.population;
    double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (total <= 0) {
        for (const Office& o : offices) weights[o.region.value] += o.demand_share;
        total = std::accumulate(weights.begin(), weights.end(), 0.0);
    }
    for (const double w : weights) potential.push_back(scenario.population.potential * w / total);
    const auto all = static_cast<std::int64_t>(std::floor(scenario.population.potential));
    for (const std::int64_t n : core::largest_remainder(all, weights))
        whole_potential.push_back(static_cast<double>(n));
}

// Month factors are rates per working day, scaled so that the working days of a year add up to the year's demand.
void Blueprint::lay_out_calendar() {
    const auto& c = scenario.calendar;
    days.resize(static_cast<std::size_t>((end_day - first_day).count()));
    const double first_week = c.weekly_hours.from.empty() ? 0 : core::in_hours(c.weekly_hours.on(Date::min()));
    for (int y = scenario.horizon.start_year(); y <= scenario.horizon.last_year; ++y) {
        const std::vector<Date> holidays = c.holidays.in(y);
        double rates = 0;
        for (Date d = core::new_year(y); d < core::new_year(y + 1); d += core::days(1)) {
            Day& day = days[index_of(d)];
            day.year = static_cast<std::int16_t>(y);
            day.month = static_cast<std::int16_t>(core::month_of(d));
            day.month_index = static_cast<std::int16_t>((y - scenario.horizon.start_year()) * 12 + day.month - 1);
            day.works = std::find(c.weekdays.begin(), c.weekdays.end(), core::weekday_of(d)) != c.weekdays.end() &&
                        !std::binary_search(holidays.begin(), holidays.end(), d);
            day.demand = day.works ? scenario.demand.month_factors[core::month_of(d) - 1] *
                                         scenario.demand.weekday_factors[static_cast<std::size_t>(core::weekday_of(d))]
                                   : 0;
            if (first_week > 0) day.legal_hours = core::in_hours(c.weekly_hours.on(d)) / first_week;
            rates += day.demand;
        }
        const double arrivals = scenario.demand.arrivals * scenario.horizon.level(scenario.demand.growth, y);
        for (Date d = core::new_year(y); d < core::new_year(y + 1); d += core::days(1)) {
            Day& day = days[index_of(d)];
            day.demand = rates > 0 ? day.demand * arrivals / rates : 0;
        }
    }
    months = static_cast<std::size_t>(days.back().month_index) + 1;
}

// Arrival rates are constant within each hour of the clock.
void Blueprint::lay_out_day() {
    const auto& factors = scenario.demand.hour_factors;
    if (std::all_of(factors.begin(), factors.end(), [&](double f) { return f == factors[0]; })) return;
    const double opens = core::in_hours(scenario.calendar.opens),
                 closes = opens + core::in_hours(scenario.calendar.day);
    day_shape_ = {{0, 0}};
    for (int h = 0; h < 24; ++h) {
        const double from = std::max(opens, static_cast<double>(h)), to = std::min(closes, h + 1.0);
        if (from >= to) continue;
        day_shape_.push_back(
            {to - opens, day_shape_.back().cumulative + (to - from) * factors[static_cast<std::size_t>(h)]});
    }
}

Duration Blueprint::time_of_day(double place) const {
    if (day_shape_.empty()) {
        return Duration(static_cast<std::int64_t>(place * static_cast<double>(scenario.calendar.day.count())));
    }
    const double cumulative = place * day_shape_.back().cumulative;
    const auto next = std::upper_bound(day_shape_.begin() + 1, day_shape_.end() - 1, cumulative,
                                       [](double c, const Knot& k) { return c < k.cumulative; });
    const Knot &a = *(next - 1), &b = *next;
    return core::from_hours(a.hours +
                            (b.hours - a.hours) * (cumulative - a.cumulative) / (b.cumulative - a.cumulative));
}

void Blueprint::lay_out_executed() {
    cut = scenario::end_of_executed(scenario);
    if (!cut) return;
    executed.resize(months);
    for (std::size_t m = 0; m < months; ++m) {
        const int year = scenario.horizon.start_year() + static_cast<int>(m / 12);
        const auto month = scenario.executed.find(fmt::format("{}-{:02}", year, m % 12 + 1));
        if (month == scenario.executed.end()) continue;
        const auto& [attended, beneficiaries, alliances, spending] = month->second;
        executed[m] = {.attended = attended,
                       .beneficiaries = beneficiaries,
                       .alliances = alliances,
                       .spending = {spending.attention, spending.advisory, spending.alliances, spending.administration},
                       .working_days = static_cast<int>(std::count_if(days.begin(), days.end(), [&](const Day& d) {
                           return d.works && d.month_index == static_cast<std::int16_t>(m);
                       }))};
    }
}

void Blueprint::lay_out_year(int year) {
    Year y;
    y.year = year;
    y.working_days = static_cast<int>(
        std::count_if(days.begin(), days.end(), [&](const Day& d) { return d.year == year && d.works; }));
    y.coordinators =
        scenario.alliances.coordinators * scenario.horizon.level(scenario.alliances.coordinators_growth, year);
    open_satellites(y, scenario.horizon.level(scenario.advisory.satellite_growth, year));
    y.appropriation = scenario::appropriations(scenario, year);
    y.fixed_cost = scenario::fixed_costs(scenario, year);
    const bool is_cut = cut && *cut > core::new_year(year) && *cut < core::new_year(year + 1);
    const bool is_over = cut && *cut >= core::new_year(year + 1) &&
                         is_executed(static_cast<std::size_t>(year - scenario.horizon.start_year()) * 12);
    const int executed_months = is_over ? 12 : is_cut ? static_cast<int>(core::month_of(*cut)) - 1 : 0;
    y.committed = is_over ? std::array<Money, 4>{} : is_cut ? scenario::fixed_costs_from(scenario, *cut) : y.fixed_cost;
    for (std::size_t c = 0; c < 4; ++c) {
        y.monthly_fixed[c].assign(static_cast<std::size_t>(executed_months), Money());
        if (is_over) continue;
        const auto rest = core::split_evenly(y.committed[c], 12 - executed_months);
        y.monthly_fixed[c].insert(y.monthly_fixed[c].end(), rest.begin(), rest.end());
    }
    years.push_back(std::move(y));
}

// What rules at each office in each spell, and what follows from it and from the office.
void Blueprint::lay_out_terms() {
    office_spells.resize(offices.size() * spells.size());
    scenario::TermsInTime in_time(scenario);
    for (std::size_t i = 0; i < spells.size(); ++i) {
        for (std::size_t o = 0; o < offices.size(); ++o)
            office_spells[i * offices.size() + o].terms = in_time.at(offices[o].permanent_id, spells[i]);
    }
    for (const auto& one : in_time.all()) terms.push_back(compile(one));
    const std::vector<scenario::Terms>& all = in_time.all();
    std::vector<const scenario::Complexity*> complexities(centres, nullptr);
    for (const auto& [id, satellite] : scenario.network.satellites)
        complexities.push_back(&scenario::complexity_of(scenario.network, satellite));
    for (std::size_t i = 0; i < spells.size(); ++i) {
        for (std::size_t o = 0; o < offices.size(); ++o) {
            OfficeSpell& spell = office_spells[i * offices.size() + o];
            const scenario::Terms& here = all[spell.terms];
            spell.no_show = here.work_plan.no_show;
            if (const scenario::Complexity* complexity = complexities[o]) {
                if (spell.no_show > 0) spell.no_show = std::min(0.95, spell.no_show * complexity->no_show);
                spell.travel = core::from_hours(core::in_hours(here.advisory.travel) * complexity->travel);
            }
            spell.desk_hours = here.attention.direct_hours;
        }
    }
    unit_spells.resize(units.size() * spells.size());
    for (std::size_t i = 0; i < spells.size(); ++i) {
        for (std::size_t u = 0; u < units.size(); ++u) {
            const auto& advisory = all[office_spell(units[u].office.value, i).terms].advisory;
            unit_spells[i * units.size() + u] = {.caseload = advisory.caseload, .direct_hours = advisory.direct_hours};
        }
    }
}

// Satellite-days grow with staff: rounded nationally, then allocated by largest remainder, ties by id.
void Blueprint::open_satellites(Year& y, double level) const {
    const auto& week = scenario.calendar.weekdays;
    unsigned every_day = 0;
    for (const int d : week) every_day |= 1u << d;
    y.open_weekdays.assign(offices.size(), every_day);
    std::vector<double> visits, growing;
    for (const auto& [id, satellite] : scenario.network.satellites) {
        visits.push_back(satellite.visiting_days);
        growing.push_back(satellite.days_stay ? 0 : satellite.visiting_days);
    }
    const double total = std::accumulate(growing.begin(), growing.end(), 0.0);
    if (visits.empty()) return;
    const auto national = static_cast<std::int64_t>(std::floor(total * level + 0.5));
    auto days_a_week =
        total > 0 ? core::largest_remainder(national, growing) : std::vector<std::int64_t>(visits.size());
    for (std::size_t j = 0; j < visits.size(); ++j) {
        if (growing[j] == 0) days_a_week[j] = static_cast<std::int64_t>(visits[j]);
    }
    for (std::size_t j = 0; j < visits.size(); ++j) {
        // At least one day, because a satellite's demand goes nowhere else.
        const int n =
            static_cast<int>(std::clamp<std::int64_t>(days_a_week[j], 1, static_cast<std::int64_t>(week.size())));
        y.open_weekdays[centres + j] = visiting_weekdays(j, n, week);
    }
}

}  // namespace aforo::model
