#include "bounds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "aforo/scenario/staffing.hpp"

namespace aforo::scenario {

namespace {

// Pesos in a year over all accounts. It is below half of what 64 bits hold, because at most two such amounts are added.
constexpr double most_money = 4e18;
// A person at a desk is identified by 16 bits.
constexpr double most_persons_at_a_desk = 65'535;
constexpr double most_advisors = 1e6, most_slots = 2e9, most_arrivals = 1e8, most_linkages = 1e8;
constexpr std::size_t most_changes = 20'000, most_dated_rules = 1'000, most_regions = 1'000;

// The smallest uniform is 2^-33. With this exponent Bernstein's bounds hold for every quantile that can be drawn.
constexpr double exponent = 33 * 0.6931471805599453;

// The largest value of a gamma of mean 1 (Boucheron, Lugosi and Massart, Concentration Inequalities, 2013, 2.4).
double most_of_gamma(double cv) { return 1 + cv * std::sqrt(2 * exponent) + cv * cv * exponent; }

// The largest sum of this many Poisson counts whose means sum to `mean`. A count is drawn in layers of mean 64.
double most_of_poissons(double mean, double counts) {
    const double layers = counts + mean / 64;
    return mean + std::sqrt(2 * exponent * mean * layers) + layers * exponent * 2 / 3;
}

struct Part {
    std::string path;
    double pesos;
};

class Bounds {
public:
    explicit Bounds(const Scenario& s) : s_(s) {}

    std::vector<Excess> find() {
        counts();
        if (found_.empty()) {
            for (int year = s_.horizon.start_year(); year <= s_.horizon.last_year; ++year) money_of(year);
        }
        return std::move(found_);
    }

private:
    [[nodiscard]] double level(const Growth& g, int year) const { return s_.horizon.level(g, year); }
    static double pesos(Money m) { return static_cast<double>(m.in_pesos()); }

    // ---- counts

    void counts() {
        too_long("network.regions", s_.network.regions.size(), most_regions);
        too_long("advisory.changes", s_.advisory.changes.size(), most_changes);
        too_long("funding.freezes", s_.funding.freezes.size(), most_dated_rules);
        too_long("funding.transfers", s_.funding.transfers.size(), most_dated_rules);
        too_long("funding.cuts", s_.funding.cuts.size(), most_dated_rules);
        if (!found_.empty()) return;
        yearly(most_arrivals, "demand.growth", {"llegarían {:.3g} empresas", "{:.3g} enterprises would come"},
               [&](int year) { return s_.demand.arrivals * level(s_.demand.growth, year); });
        if (s_.advisory.staffing == Staffing::fixed) {
            yearly(most_advisors, "advisory.advisors_growth",
                   {"habría {:.3g} asesores", "there would be {:.3g} advisors"},
                   [&](int year) { return s_.advisory.advisors * level(s_.advisory.advisors_growth, year); });
        }
        yearly(most_slots, "advisory.caseload", {"habría {:.3g} cupos", "there would be {:.3g} slots"},
               [&](int year) { return slots(year); });
        yearly(most_linkages, "alliances.linkages",
               {"se iniciarían {:.3g} vinculaciones", "{:.3g} linkages would be started"},
               [&](int year) { return linkages(year); });
        yearly(most_persons_at_a_desk, "attention.staff",
               {"el mesón de una oficina tendría {:.3g} personas", "the desk of an office would have {:.3g} persons"},
               [&](int year) { return persons_at_a_desk(year); });
    }

    void too_long(const char* path, std::size_t n, std::size_t most) {
        if (n <= most) return;
        found_.push_back({path,
                          {fmt::format("son {}", n), fmt::format("there are {}", n)},
                          {fmt::format("el máximo es {}", most), fmt::format("the maximum is {}", most)}});
    }

    template <class Of>
    void yearly(double most, const char* path, const Message& what, Of of) {
        for (int year = s_.horizon.start_year(); year <= s_.horizon.last_year; ++year) {
            const double n = of(year);
            if (n <= most) continue;
            found_.push_back({path,
                              {fmt::format("en {} ", year) + fmt::format(fmt::runtime(what.es), n),
                               fmt::format("in {} ", year) + fmt::format(fmt::runtime(what.en), n)},
                              {fmt::format("el máximo es {:.0f}", most), fmt::format("the maximum is {:.0f}", most)}});
            return;
        }
    }

    [[nodiscard]] double advisors_beside() const {
        double beside = 0;
        for (const auto& [id, satellite] : s_.network.satellites) beside += satellite.advisors;
        for (const auto& change : s_.advisory.changes) beside += std::max(0, change.advisors);
        return beside;
    }
    [[nodiscard]] double slots(int year) const {
        const auto& a = s_.advisory;
        double national = a.advisors * level(a.advisors_growth, year);
        if (a.staffing == Staffing::funded) {
            const double paid = pesos(a.budget) * level(a.budget_growth, year) / std::max(1.0, pesos(a.annual_cost));
            national = std::min(paid, most_advisors);
        }
        return (national + advisors_beside()) * a.caseload;
    }
    [[nodiscard]] double linkages(int year) const {
        const auto& a = s_.alliances;
        return a.linkages * a.coordinators * level(a.coordinators_growth, year);
    }

    // FTE are shared among working offices in proportion to demand; an office has as many persons as it takes to share
    // its hours over the days that it is open.
    [[nodiscard]] double persons_at_a_desk(int year) const {
        const auto& a = s_.attention;
        const auto& n = s_.network;
        double most = 0, days_of_satellites = 7;
        for (const auto& [id, satellite] : n.satellites) {
            const double days = std::min(7.0, satellite.visiting_days * level(s_.advisory.satellite_growth, year));
            days_of_satellites = std::min(days_of_satellites, std::max(1.0, std::floor(days)));
        }
        for (const core::Date day : staff_days(s_, core::new_year(year), core::new_year(year + 1))) {
            double working = 0, largest = 0;
            for (const auto& [id, centre] : n.centres) {
                if (!works_on(centre, day)) continue;
                working += centre.weight;
                largest = std::max(largest, centre.weight);
            }
            if (working <= 0) continue;
            const double fte = a.staff * level(a.staff_growth, year) * largest / working;
            const auto week = static_cast<double>(s_.calendar.weekdays.size());
            // A centre can have all FTE, a satellite the rural part of them.
            const double at_centre = at_desk(fte, week),
                         at_satellite = at_desk(fte * n.rural_share, days_of_satellites);
            most = std::max({most, at_centre, n.satellites.empty() ? 0 : at_satellite});
        }
        return most;
    }
    [[nodiscard]] double at_desk(double fte, double days_a_week) const {
        if (s_.attention.always_open) return fte;
        constexpr double weeks = 52, holidays = 20;
        const double open_days = std::max(1.0, days_a_week * weeks - holidays);
        const double hours_a_day = fte * core::in_hours(s_.attention.direct_hours) / open_days;
        return std::max(fte, hours_a_day / core::in_hours(s_.calendar.day));
    }

    // ---- how often variable costs can arise

    [[nodiscard]] double offices() const {
        return static_cast<double>(s_.network.centres.size() + s_.network.satellites.size());
    }
    [[nodiscard]] double linkages_until(int year) const {
        const double centres = static_cast<double>(s_.network.centres.size());
        double all = 0;
        for (int y = s_.horizon.start_year(); y <= year; ++y) {
            const double mean = linkages(y);
            if (mean > 0) all += most_of_poissons(mean, centres * 366);
        }
        return all;
    }
    // The most enterprises that can have come by the end of a year.
    [[nodiscard]] double arrivals_until(int year) const {
        const auto& d = s_.demand;
        double all = 0;
        for (int y = s_.horizon.start_year(); y <= year; ++y) {
            const double alliances =
                s_.alliances.demand_effect > 0 ? s_.alliances.demand_effect * linkages_until(y) : 0;
            const double mean =
                d.arrivals * level(d.growth, y) * most_of_gamma(d.year_cv) * most_of_gamma(d.day_cv) * (1 + alliances);
            if (mean > 0) all += most_of_poissons(mean, offices() * 366);
        }
        return all;
    }
    // The most returns of one enterprise: a longer run of successes is rarer than the smallest uniform.
    [[nodiscard]] double most_returns() const {
        const auto& d = s_.demand;
        if (d.returning <= 0) return 0;
        const double most = exponent / -std::log(d.returning);
        return d.max_returns ? std::min<double>(most, *d.max_returns) : most;
    }
    [[nodiscard]] double attentions(int year) const {
        const auto& a = s_.attention;
        const bool nobody = a.staff <= 0 || (a.direct_hours <= Duration{} && !a.always_open);
        return nobody ? 0 : arrivals_until(year) * (1 + most_returns());
    }
    [[nodiscard]] double plans(int year) const {
        const double places = slots(year);
        if (places <= 0) return 0;
        const double cut_short = s_.advisory.slot_cut == SlotCut::return_to_list ? 12 * places : 0;
        return arrivals_until(year) * s_.graduation.max_plans + cut_short;
    }

    // ---- money

    void money_of(int year) {
        std::vector<Part> parts;
        const double appropriated = appropriations_of(year, parts);
        appropriated_ += appropriated;
        fixed_of(year, parts);
        const double before = sum_of(parts);
        variable(s_.attention.cost, "attention.cost", attentions(year), false, parts);
        variable(s_.advisory.plan_cost, "advisory.plan_cost", plans(year), s_.funding.dropout_return, parts);
        variable(s_.alliances.cost, "alliances.cost", linkages_until(year), false, parts);
        // The share is computed whether it can be paid or not.
        const double direct = appropriated + (sum_of(parts) - before), share = s_.administration.share;
        parts.push_back({"administration.share", direct * share / (1 - share)});
        for (const auto& [name, t] : s_.funding.transfers)
            parts.push_back({"funding.transfers", t.at_most * appropriated});
        judge(year, parts);
    }

    double appropriations_of(int year, std::vector<Part>& parts) const {
        double all = 0;
        const auto add = [&](const std::string& component, const auto& c) {
            const double growth = level(c.budget_growth, year), amount = pesos(c.budget) * growth;
            parts.push_back({component + (growth > 1 ? ".budget_growth" : ".budget"), amount});
            parts.push_back({component + ".other_costs", pesos(c.other_costs) * growth});
            all += amount;
        };
        add("attention", s_.attention);
        add("advisory", s_.advisory);
        add("alliances", s_.alliances);
        const double share = s_.administration.of_programme;
        if (share > 0) parts.push_back({"administration.of_programme", all * share / (1 - share)});
        add("administration", s_.administration);
        return share > 0 ? all / (1 - share) : all;
    }

    void fixed_of(int year, std::vector<Part>& parts) const {
        const auto& c1 = s_.attention;
        const auto& c2 = s_.advisory;
        const auto& c3 = s_.alliances;
        parts.push_back({"attention.annual_cost", pesos(c1.annual_cost) * c1.staff * level(c1.staff_growth, year)});
        parts.push_back(
            {"alliances.annual_cost", pesos(c3.annual_cost) * c3.coordinators * level(c3.coordinators_growth, year)});
        double advisors = advisors_beside();
        if (c2.staffing == Staffing::fixed) {
            advisors += c2.advisors * level(c2.advisors_growth, year) + 1;
        } else {  // the budget bounds the advisors that it pays for
            parts.push_back({"advisory.plan_cost",
                             pesos(c2.plan_cost) * c2.planned_admissions * level(c2.planned_admissions_growth, year)});
        }
        parts.push_back({"advisory.annual_cost", pesos(c2.annual_cost) * advisors});
        parts.push_back({"advisory.satellite_cost", pesos(c2.satellite_cost) * satellite_years(s_, year)});
    }

    // Money beyond the funds is spent only by the overrun rule, and for current plans, whose halves are paid from the
    // funds of their own year. Money that is returned can be spent again.
    void variable(Money cost, const char* path, double times, bool given_back, std::vector<Part>& parts) const {
        const double one = pesos(cost), all = one * times;
        double amount = all;
        if (s_.funding.at_exhaustion != Exhaustion::overrun) {
            amount = one > appropriated_ ? 0 : given_back ? all : std::min(all, appropriated_);
        }
        parts.push_back({path, std::max(amount, one)});  // one is asked for even when it cannot be paid
    }

    static double sum_of(const std::vector<Part>& parts) {
        double sum = 0;
        for (const Part& p : parts) sum += p.pesos;
        return sum;
    }

    // Reports every key that exceeds the limit by itself; if only their sum does, the key with the largest part. A key
    // is reported once.
    void judge(int year, const std::vector<Part>& parts) {
        const double sum = sum_of(parts);
        if (sum <= most_money) return;
        const auto most = std::max_element(parts.begin(), parts.end(),
                                           [](const Part& a, const Part& b) { return a.pesos < b.pesos; });
        for (auto p = parts.begin(); p != parts.end(); ++p) {
            const bool alone = p->pesos > most_money;
            const bool is_told =
                std::any_of(found_.begin(), found_.end(), [&](const Excess& e) { return e.path == p->path; });
            if ((!alone && p != most) || is_told) continue;
            found_.push_back(
                {p->path,
                 {fmt::format("en {} el dinero podría llegar a {:.3g} M$, más de lo que se puede contar al peso", year,
                              (alone ? p->pesos : sum) / 1000),
                  fmt::format("in {} money could reach {:.3g} M$, more than can be counted to the peso", year,
                              (alone ? p->pesos : sum) / 1000)},
                 {fmt::format("el máximo es {:.3g} M$: baje este valor, o aquello por lo que se multiplica",
                              most_money / 1000),
                  fmt::format("the maximum is {:.3g} M$: lower this value, or what multiplies it",
                              most_money / 1000)}});
        }
    }

    const Scenario& s_;
    double appropriated_ = 0;  // appropriations of all components up to the current year
    std::vector<Excess> found_;
};

}  // namespace

std::vector<Excess> excesses(const Scenario& s) { return Bounds(s).find(); }

}  // namespace aforo::scenario
