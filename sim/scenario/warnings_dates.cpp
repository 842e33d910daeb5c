// Values that are rounded, dates that move, and dates outside the simulated years.
#include <algorithm>
#include <cmath>

#include "aforo/scenario/staffing.hpp"
#include "warning_kinds.hpp"

namespace aforo::scenario {

namespace {

// Every growth of the scenario with its path. A visitor of describe.hpp.
class Growths {
public:
    struct Named {
        std::string path;
        Growth growth;
    };

    template <class T>
    void field(const Field& f, T& member) {
        if constexpr (std::is_same_v<T, Growth>) found.push_back({section_ + f.key, member});
    }
    template <class S>
    void section(const Field& f, S& member) {
        section_ = std::string(f.key) + ".";
        describe(*this, member);
        section_.clear();
    }
    template <class K, class S>
    void keyed(const Field&, std::map<K, S>&) {}

    std::vector<Named> found;

private:
    std::string section_;
};

const Message out_of_the_way{"quítelo, o cambie el horizonte", "remove it, or change the horizon"};

Message after(int last_year) {
    return {fmt::format("no tiene efecto: el horizonte termina en {}", last_year),
            fmt::format("has no effect: the horizon ends in {}", last_year)};
}
Message before(int start_year) {
    return {fmt::format("no tiene efecto: lo que se simula empieza en {}", start_year),
            fmt::format("has no effect: what is simulated starts in {}", start_year)};
}
const std::vector<std::string> ends = {"horizon.last_year"};
const std::vector<std::string> starts = {"horizon.first_year", "horizon.run_in_years"};

void working_dates(WarningSearch& w, const std::string& path, const std::optional<core::Date>& opens,
                   const std::optional<core::Date>& closes) {
    const auto& h = w.s.horizon;
    const Message never{"no trabaja ningún día de los que se simulan", "does not work on any day that is simulated"};
    if (opens && *opens >= w.end_day()) w.tell(path + ".opens", never, out_of_the_way, ends);
    if (opens && *opens <= w.first_day()) w.tell(path + ".opens", before(h.start_year()), out_of_the_way, starts);
    if (closes && *closes >= w.end_day()) w.tell(path + ".closes", after(h.last_year), out_of_the_way, ends);
    if (closes && *closes <= w.first_day()) w.tell(path + ".closes", never, out_of_the_way, starts);
}

// For an interval of days, both ends included.
void days_of_one_year(WarningSearch& w, const std::string& path, core::Date from, core::Date until) {
    if (from >= w.end_day()) w.tell(path, after(w.s.horizon.last_year), out_of_the_way, ends);
    if (until < w.first_day()) w.tell(path, before(w.s.horizon.start_year()), out_of_the_way, starts);
}

// The first date only marks the hours that the scenario states, so it may lie before the horizon.
void weekly_hours(WarningSearch& w) {
    const auto& dated = w.s.calendar.weekly_hours.from;
    const auto path_of = [](core::Date d) { return "calendar.weekly_hours." + core::iso(d); };
    for (auto it = dated.begin(); it != dated.end(); ++it) {
        if (it->first >= w.end_day()) {
            w.tell(path_of(it->first), after(w.s.horizon.last_year), out_of_the_way, ends);
        } else if (const auto next = std::next(it);
                   it != dated.begin() && next != dated.end() && next->first <= w.first_day()) {
            w.tell(path_of(it->first), before(w.s.horizon.start_year()), out_of_the_way, starts);
        }
    }
    if (dated.size() == 1)
        w.idle("calendar.weekly_hours", {{"una sola jornada no cambia nunca", "a single week never changes"}, {}});
}

}  // namespace

void whole_people(WarningSearch& w) {
    const auto round = [&](const std::string& path, double written, std::int64_t persons) {
        if (written == std::floor(written)) return;
        w.tell(path,
               {fmt::format("se redondea: son {} personas enteras", persons),
                fmt::format("is rounded: they are {} whole persons", persons)},
               {fmt::format("escriba {}", persons), fmt::format("write {}", persons)});
    };
    const auto& a = w.s.advisory;
    if (a.staffing == Staffing::fixed)
        round("advisory.advisors", a.advisors, national_advisors(w.s, w.s.horizon.first_year));
    if (w.s.attention.always_open) round("attention.staff", w.s.attention.staff, std::llround(w.s.attention.staff));
}

void whole_months(WarningSearch& w) {
    const double months = core::in_days(w.s.advisory.ramp_up) / core::days_per_month;
    const double whole = std::round(months);
    if (std::abs(months - whole) < 1e-6) return;
    w.tell("advisory.ramp_up",
           {fmt::format("se redondea: son {:.0f} meses enteros", whole),
            fmt::format("is rounded: they are {:.0f} whole months", whole)},
           {fmt::format("escriba {:.0f} months", whole), fmt::format("write {:.0f} months", whole)});
}

void outside_horizon(WarningSearch& w) {
    const auto& s = w.s;
    for (const auto& [name, e] : s.exceptions) {
        const std::string path = "exceptions." + name;
        if (e.from && *e.from >= w.end_day()) w.tell(path + ".from", after(s.horizon.last_year), out_of_the_way, ends);
        if (e.until && *e.until <= w.first_day())
            w.tell(path + ".until", before(s.horizon.start_year()), out_of_the_way, starts);
    }
    for (std::size_t i = 0; i < s.advisory.changes.size(); ++i) {
        if (s.advisory.changes[i].on >= w.end_day())
            w.tell(fmt::format("advisory.changes[{}].date", i), after(s.horizon.last_year), out_of_the_way, ends);
    }
    for (const auto& [id, c] : s.network.centres)
        working_dates(w, fmt::format("network.centres.{}", id), c.opens, c.closes);
    for (const auto& [id, c] : s.network.satellites)
        working_dates(w, fmt::format("network.satellites.{}", id), c.opens, c.closes);
    for (const auto& [name, f] : s.funding.freezes) {
        if (f.from.is_yearly()) continue;
        const core::Date until = f.until ? f.until->in(0) : core::date(f.from.year, 12, 31);
        days_of_one_year(w, "funding.freezes." + name + ".from", f.from.in(0), until);
    }
    for (const auto& [name, t] : s.funding.transfers) {
        if (!t.on.is_yearly()) days_of_one_year(w, "funding.transfers." + name + ".date", t.on.in(0), t.on.in(0));
    }
    weekly_hours(w);
    for (const auto& [year, planned] : s.plan.beneficiaries) {
        if (year >= s.horizon.first_year && year <= s.horizon.last_year) continue;
        w.tell(fmt::format("plan.beneficiaries.{}", year),
               {fmt::format("no se imprime: se mide de {} a {}", s.horizon.first_year, s.horizon.last_year),
                fmt::format("is not printed: {} to {} are measured", s.horizon.first_year, s.horizon.last_year)},
               out_of_the_way, {"horizon.first_year", "horizon.last_year"});
    }
}

// A factor applies to every 1 January from its year until the next listed year; the level of the starting year is 1.
// Prices start from the price year.
void growth_outside(WarningSearch& w) {
    const auto& h = w.s.horizon;
    const int price_year = w.s.plan.price_year > 0 ? w.s.plan.price_year : h.first_year;
    Growths growths;
    Scenario copy = w.s;  // the table fills members, so it wants them writable
    describe(growths, copy);
    for (const auto& [path, growth] : growths.found) {
        const bool is_of_prices = path == "funding.index";
        const int first = is_of_prices ? std::min(price_year, h.first_year) : h.start_year(),
                  last = is_of_prices ? std::max(price_year, h.last_year) : h.last_year;
        if (growth.factor.begin()->first == 0) {
            if (first == last) {
                w.idle(path, {{"se simula un solo año", "one year only is simulated"},
                              {"horizon.first_year", "horizon.last_year", "horizon.run_in_years", "plan.price_year"}});
            }
            continue;
        }
        for (auto it = growth.factor.begin(); it != growth.factor.end(); ++it) {
            const auto next = std::next(it);
            const std::string here = fmt::format("{}.{}", path, it->first);
            if (it->first > last) {
                w.tell(here, after(last), out_of_the_way, ends);
            } else if (first == last || (next != growth.factor.end() && next->first <= first + 1)) {
                w.tell(here, before(first), out_of_the_way, starts);
            }
        }
    }
}

void growth_of_nothing(WarningSearch& w) {
    const auto& s = w.s;
    const auto look = [&](const char* path, bool is_nothing, const std::vector<std::string>& by) {
        if (is_nothing) w.idle(path, {{"lo que crece es 0", "what grows is 0"}, by});
    };
    const auto budget = [&](const std::string& component, const auto& c) {
        look((component + ".budget_growth").c_str(), c.budget == Money() && c.other_costs == Money(),
             {component + ".budget", component + ".other_costs"});
    };
    budget("attention", s.attention);
    budget("advisory", s.advisory);
    budget("alliances", s.alliances);
    budget("administration", s.administration);
    look("demand.growth", s.demand.arrivals <= 0, {"demand.arrivals"});
    look("attention.staff_growth", s.attention.staff <= 0, {"attention.staff"});
    look("advisory.advisors_growth", s.advisory.advisors <= 0, {"advisory.advisors"});
    look("advisory.planned_admissions_growth", s.advisory.planned_admissions <= 0, {"advisory.planned_admissions"});
    look("alliances.coordinators_growth", s.alliances.coordinators <= 0, {"alliances.coordinators"});
}

void with_its_centre(WarningSearch& w) {
    for (const auto& [id, satellite] : w.s.network.satellites) {
        const Centre& centre = w.s.network.centres.at(satellite.parent);
        const std::string path = fmt::format("network.satellites.{}", id);
        const std::string of = fmt::format("network.centres.{}", satellite.parent);
        if (centre.opens && satellite.opens && *satellite.opens<*centre.opens&& * centre.opens> w.first_day()) {
            w.tell(path + ".opens",
                   {fmt::format("abre con su centro, el {}", core::iso(*centre.opens)),
                    fmt::format("opens with its centre, on {}", core::iso(*centre.opens))},
                   {"quítelo, o revise " + of + ".opens", "remove it, or look at " + of + ".opens"}, {of + ".opens"});
        }
        if (centre.closes && satellite.closes && *satellite.closes > *centre.closes && *centre.closes < w.end_day()) {
            w.tell(path + ".closes",
                   {fmt::format("cierra con su centro, el {}", core::iso(*centre.closes)),
                    fmt::format("closes with its centre, on {}", core::iso(*centre.closes))},
                   {"quítelo, o revise " + of + ".closes", "remove it, or look at " + of + ".closes"},
                   {of + ".closes"});
        }
    }
}

}  // namespace aforo::scenario
