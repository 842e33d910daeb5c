// Keys without effect on demand, on service at the offices, or on the filter after the diagnosis.
#include <algorithm>
#include <cmath>
#include <functional>

#include "warning_kinds.hpp"

namespace aforo::scenario {

namespace {

using Kind = Criterion::Kind;

// The index of a criterion in the list; the length of the list when it is missing.
std::size_t place_of(const Scenario& s, Kind kind) {
    const auto& all = s.targeting.criteria;
    return static_cast<std::size_t>(
        std::find_if(all.begin(), all.end(), [&](const Criterion& c) { return c.kind == kind; }) - all.begin());
}
bool has(const Scenario& s, Kind kind) { return place_of(s, kind) < s.targeting.criteria.size(); }

}  // namespace

void demand_options(WarningSearch& w) {
    const auto& d = w.s.demand;
    if (d.returning <= 0) w.idle("demand.returns_after", {{"nadie vuelve", "nobody returns"}, {"demand.returning"}});
    if (!d.finite_population) {
        w.idle("demand.renewal",
               {{"la población no se agota", "the population is not used up"}, {"demand.finite_population"}});
    }
    if (w.s.population.potential > 0) return;
    for (const auto& [key, region] : w.s.network.regions) {
        w.idle("network.regions." + key + ".population",
               {{"no hay población potencial que repartir", "there is no potential population to share out"},
                {"population.potential"}});
    }
}

void closed_hours(WarningSearch& w) {
    const auto& s = w.s;
    const double opens = core::in_hours(s.calendar.opens), closes = opens + core::in_hours(s.calendar.day);
    std::string hours, days;
    for (int h = 0; h < 24; ++h) {
        const bool is_open = h < closes && h + 1 > opens;
        if (!is_open && s.demand.hour_factors[static_cast<std::size_t>(h)] > 0)
            hours += fmt::format("{}{} h", hours.empty() ? "" : ", ", h);
    }
    for (int d = 0; d < 7; ++d) {
        const auto& week = s.calendar.weekdays;
        if (std::find(week.begin(), week.end(), d) == week.end() &&
            s.demand.weekday_factors[static_cast<std::size_t>(d)] > 0)
            days += std::string(days.empty() ? "" : ", ") + weekday_names[static_cast<std::size_t>(d)];
    }
    const auto tell = [&](const char* path, const std::string& which, const std::vector<std::string>& by) {
        if (which.empty() || w.is_neutral(path)) return;
        w.tell(path,
               {"no tiene efecto en " + which + ": no llega nadie", "has no effect on " + which + ": nobody comes"},
               {"ponga ahí 0, o revise " + by.front(), "write 0 there, or look at " + by.front()}, by);
    };
    tell("demand.hour_factors", hours, {"calendar.day", "calendar.opens"});
    tell("demand.weekday_factors", days, {"calendar.weekdays"});
}

// Factors are rates per working day, of which only the proportions count; counts of enterprises are whole, and tens and
// more. Those that a data file gives are rates.
void months_like_counts(WarningSearch& w) {
    constexpr double most = 20;
    const auto& factors = w.s.demand.month_factors;
    if (!std::all_of(factors.begin(), factors.end(),
                     [](double f) { return f == 0 || (f >= most && f == std::floor(f)); }))
        return;
    if (std::adjacent_find(factors.begin(), factors.end(), std::not_equal_to<>()) == factors.end()) return;
    w.tell("demand.month_factors",
           {"parecen llegadas de cada mes, y son factores por día hábil: un mes con menos días hábiles tendría menos",
            "look like arrivals of each month, and are factors per working day: a month with fewer of those would have "
            "fewer"},
           {"dé las llegadas en un archivo, con data: {arrivals: …}, o escriba factores cercanos a 1",
            "give the arrivals in a file, with data: {arrivals: …}, or write factors near 1"});
}

void desk_without_limit(WarningSearch& w) {
    if (!w.s.attention.always_open) return;
    const Off off{{"el mesón no cierra", "the desk does not close"}, {"attention.always_open"}};
    w.idle("attention.direct_hours", off);
    w.idle("attention.overrun", off);
}

void nobody_at_the_desk(WarningSearch& w) {
    const auto off = w.nobody_attended();
    if (!off) return;
    for (const char* key : {"starts", "overrun", "cost"}) w.idle(std::string("attention.") + key, *off);
    if (w.s.attention.staff > 0) return;
    for (const char* key : {"annual_cost", "direct_hours", "always_open"})
        w.idle(std::string("attention.") + key, {off->why, {"attention.staff"}});
}

void not_diagnosed(WarningSearch& w) {
    const auto off = w.nobody_diagnosed();
    if (!off) return;
    w.idle_in("diagnosis", *off);
    w.idle_in("targeting", *off);
    w.idle_in("waiting_list", *off);
    for (const char* key : {"committed_to_formalise", "agri_rural", "agri_elsewhere", "attended_sector", "sales_median",
                            "sales_limit", "sales_above", "sustainability_mean", "sustainability_sd"})
        w.idle(std::string("enterprises.") + key, *off);
}

void nobody_waits(WarningSearch& w) {
    const auto look = [&](const std::string& room, int places, std::initializer_list<const char*> keys) {
        if (places > 0) return;
        for (const char* key : keys)
            w.idle(key, {{"no cabe nadie que espere", "there is room for nobody to wait"}, {room}});
    };
    look("attention.room", w.s.attention.room, {"attention.patience"});
    look("waiting_list.room", w.s.waiting_list.room, {"waiting_list.patience", "waiting_list.priority"});
}

// Warns if the room is many times the expected demand (alliances, luck and returns add to that), unless it lifts an
// earlier file's limit.
void room_never_full(WarningSearch& w) {
    const auto& s = w.s;
    double come = 0;
    for (int year = s.horizon.start_year(); year <= s.horizon.last_year; ++year)
        come += s.demand.arrivals * s.horizon.level(s.demand.growth, year);
    const double most = std::min(10 * come / (1 - s.demand.returning) + 1000, 1e6);
    const auto look = [&](const std::string& path, int room) {
        const bool takes_away = room == 1'000'000 && w.is_rewritten(path);
        if (room < most || takes_away) return;
        w.tell(path,
               {fmt::format("no limita: en todos los años se espera que lleguen {:.0f}", come),
                fmt::format("does not limit: {:.0f} are expected to come in all years", come)},
               {"quítela, o ponga menos lugares", "remove it, or make it less room"},
               {"demand.arrivals", "demand.growth", "horizon.last_year", "horizon.run_in_years"});
    };
    look("attention.room", s.attention.room);
    look("waiting_list.room", s.waiting_list.room);
}

void kinds_of_enterprise(WarningSearch& w) {
    const auto& e = w.s.enterprises;
    const Off no_informal{{"ninguna es informal", "none is informal"}, {"enterprises.informal"}};
    if (e.informal <= 0) {
        w.idle("enterprises.committed_to_formalise", no_informal);
        w.idle_in("outcomes.first_invoice", no_informal);
        w.idle_in("outcomes.formalisation", no_informal);
    }
    if (e.sales_above <= 0) {
        w.idle("enterprises.sales_limit",
               {{"todas venden sales_median", "all sell sales_median"}, {"enterprises.sales_above"}});
    }
    const double rural = w.s.network.rural_share;
    if (rural <= 0) {
        w.idle("enterprises.agri_rural",
               {{"no hay territorio rural", "there is no rural territory"}, {"network.rural_share"}});
    }
    if (rural >= 1) {
        w.idle("enterprises.agri_elsewhere",
               {{"todo el territorio es rural", "all territory is rural"}, {"network.rural_share"}});
    }
}

void unused_criterion(WarningSearch& w) {
    const auto& s = w.s;
    const auto look = [&](const char* path, Kind kind, const std::string& name) {
        if (has(s, kind)) return;
        w.idle(path, {{"el criterio " + name + " no está en la lista", "the criterion " + name + " is not in the list"},
                      {"targeting.criteria"}});
    };
    look("enterprises.committed_to_formalise", Kind::formality, "formality");
    look("enterprises.attended_sector", Kind::sector, "sector");
    if (has(s, Kind::standard) || has(s, Kind::bands)) return;
    const Message what{"no selecciona a nadie: sin los criterios standard o bands solo separa bandas en los resultados",
                       "selects nobody: without the criteria standard or bands it only tells bands apart in results"};
    const auto& p = s.work_plan;
    const auto differ = [](const PerBand& b) { return b.low != b.medium || b.medium != b.high; };
    const auto& reserves = s.waiting_list.reserves;
    const bool is_by_band =
        differ(p.sessions) || differ(p.dropout) || std::any_of(reserves.begin(), reserves.end(), [](const Reserve& r) {
            return std::any_of(r.group.all.begin(), r.group.all.end(),
                               [](auto g) { return g >= ReserveGroup::low_band; });
        });
    if (is_by_band) return;
    for (const char* path : {"targeting.pass_standard", "targeting.high_cut"}) {
        if (w.is_neutral(path)) continue;
        w.tell(path, what, {"agregue el criterio a targeting.criteria", "add the criterion to targeting.criteria"},
               {"targeting.criteria", "work_plan.sessions", "work_plan.dropout", "waiting_list.reserves"});
    }
}

void criterion_never_fails(WarningSearch& w) {
    const auto& s = w.s;
    const auto& e = s.enterprises;
    const auto look = [&](Kind kind, bool always, const std::vector<std::string>& by) {
        if (always && has(s, kind))
            w.idle_part(w.part("targeting.criteria", place_of(s, kind)), {{"todas lo cumplen", "all meet it"}, by});
    };
    const auto criterion = [&](Kind kind) {
        return has(s, kind) ? s.targeting.criteria[place_of(s, kind)] : Criterion{};
    };
    const double most_sold = criterion(Kind::sales).at_most;
    look(Kind::sector, e.attended_sector >= 1, {"enterprises.attended_sector"});
    look(Kind::sales, e.sales_above <= 0 && e.sales_median.amount <= most_sold,
         {"enterprises.sales_above", "enterprises.sales_median"});
    look(Kind::formality, e.informal <= 0 || e.committed_to_formalise >= 1,
         {"enterprises.informal", "enterprises.committed_to_formalise"});
    look(Kind::standard, s.targeting.pass_standard <= 0, {"targeting.pass_standard"});
    look(Kind::bands, criterion(Kind::bands).bands.size() == 3, {});
    look(Kind::need, criterion(Kind::need).at_most >= 100, {});
    look(Kind::agri_forestry, e.agri_rural <= 0 || s.network.rural_share <= 0,
         {"enterprises.agri_rural", "network.rural_share"});
}

// Rural agri-forestry always has the same destination, whatever is written.
void unused_destination(WarningSearch& w) {
    for (const auto& criterion : Names<Kind>::table) {
        const Kind kind = criterion.value;
        const std::string path = std::string("targeting.destinations.") + criterion.word;
        if (!w.s.targeting.destinations.contains(criterion.word)) continue;
        if (!has(w.s, kind)) {
            w.idle_part(path, {{"nadie incumple un criterio que no está en la lista",
                                "nobody fails a criterion that is not in the list"},
                               {"targeting.criteria"}});
        } else if (kind == Kind::agri_forestry) {
            w.idle_part(
                path,
                {{"lo silvoagropecuario rural va siempre a INDAP", "rural agri-forestry always goes to INDAP"}, {}});
        }
    }
}

}  // namespace aforo::scenario
