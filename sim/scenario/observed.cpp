#include "observed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "aforo/scenario/staffing.hpp"

namespace aforo::scenario {

namespace {

using core::Date;
using Months = std::array<double, 12>;
using Weekdays = std::array<double, 7>;

std::size_t month_index(Date d) { return core::month_of(d) - 1; }
std::size_t weekday_index(Date d) { return static_cast<std::size_t>(core::weekday_of(d)); }

class Fit {
public:
    Fit(const Scenario& s, const std::vector<Observed>& observed, std::vector<Objection>& objections)
        : s_(s), observed_(observed), objections_(objections), weekdays_(s.demand.weekday_factors) {
        for (const Observed& o : observed_) {
            year_[month_index(o.on)] = core::year_of(o.on);
            total_[month_index(o.on)] += o.count;
        }
        for (std::size_t m = 0; m < 12; ++m) {
            for (Date d = first(m); d < after(m); d += core::days(1)) {
                if (works(d)) days_[m].push_back(d);
            }
        }
    }

    ObservedDemand solve(HowObserved how) {
        if (how.by_day) fit_weekdays();
        for (const Observed& o : observed_) {
            const std::size_t m = month_index(o.on);
            if (o.count > 0 && !how.by_day && working_days(core::year_of(o.on), m) <= 0)
                object(o,
                       {"en ese mes no hay ningún día hábil con demanda", "that month has no working day with demand"});
        }
        Months wanted = total_;
        if (how.by_office && objections_.empty()) share_out(wanted, how.gives_weights);
        if (!objections_.empty()) return {};
        fit_months(wanted);
        if (how.by_day) found_.weekday_factors = weekdays_;
        return std::move(found_);
    }

private:
    [[nodiscard]] Date first(std::size_t m) const { return core::date(year_[m], static_cast<unsigned>(m + 1), 1); }
    [[nodiscard]] Date after(std::size_t m) const {
        return m == 11 ? core::new_year(year_[m] + 1) : core::date(year_[m], static_cast<unsigned>(m + 2), 1);
    }
    [[nodiscard]] bool works(Date d) {
        const int year = core::year_of(d);
        const auto [holidays, is_new] = holidays_.try_emplace(year);
        if (is_new) holidays->second = s_.calendar.holidays.in(year);
        const auto& week = s_.calendar.weekdays;
        return std::find(week.begin(), week.end(), core::weekday_of(d)) != week.end() &&
               !std::binary_search(holidays->second.begin(), holidays->second.end(), d);
    }
    // The working days of a month, each as much as its weekday's factor.
    [[nodiscard]] double working_days(int year, std::size_t m) {
        double sum = 0;
        const Date last = m == 11 ? core::new_year(year + 1) : core::date(year, static_cast<unsigned>(m + 2), 1);
        for (Date d = core::date(year, static_cast<unsigned>(m + 1), 1); d < last; d += core::days(1))
            sum += works(d) ? weekdays_[weekday_index(d)] : 0;
        return sum;
    }
    void object(const Observed& o, const Message& what, const Message& hint = {}) {
        objections_.push_back({o.place, what, hint});
    }

    // The factors of months and weekdays under which the observed months and weekdays are both what is expected: the
    // fit of greatest likelihood of a rate that is a product of both. Each is fitted given the other, in turn, until
    // nothing moves.
    void fit_weekdays() {
        Weekdays seen{};
        for (const Observed& o : observed_) {
            if (o.count > 0 && !works(o.on)) {
                object(o,
                       {fmt::format("{} no se atiende, y llegaron", core::iso(o.on)),
                        fmt::format("offices are closed on {}, and there are arrivals", core::iso(o.on))},
                       {"revise calendar.weekdays y calendar.holidays, o súmelas al día en que se atendieron",
                        "look at calendar.weekdays and calendar.holidays, or add them to the day of their service"});
            }
            seen[weekday_index(o.on)] += o.count;
        }
        if (!objections_.empty()) return;
        weekdays_.fill(0);
        for (const auto& month : days_) {
            for (const Date d : month) weekdays_[weekday_index(d)] = seen[weekday_index(d)] > 0 ? 1 : 0;
        }
        for (int round = 0; round < 500; ++round) {
            Weekdays expected{};
            for (std::size_t m = 0; m < 12; ++m) {
                const double sum = working_days(year_[m], m);
                for (const Date d : days_[m])
                    expected[weekday_index(d)] += sum > 0 ? total_[m] * weekdays_[weekday_index(d)] / sum : 0;
            }
            double moved = 0;
            for (std::size_t k = 0; k < 7; ++k) {
                if (expected[k] <= 0) continue;
                moved = std::max(moved, std::abs(seen[k] / expected[k] - 1));
                weekdays_[k] *= seen[k] / expected[k];
            }
            if (moved < 1e-13) break;
        }
        // Scaled so that the mean of the days on which somebody comes is 1.
        const double sum = std::accumulate(weekdays_.begin(), weekdays_.end(), 0.0);
        const auto some = std::count_if(weekdays_.begin(), weekdays_.end(), [](double f) { return f > 0; });
        for (double& f : weekdays_) f = some > 0 ? f * static_cast<double>(some) / sum : 0;
    }

    [[nodiscard]] bool works_at(int office, Date d) const {
        const auto centre = s_.network.centres.find(office);
        if (centre != s_.network.centres.end()) return works_on(centre->second, d);
        return works_on(s_.network, s_.network.satellites.at(office), d);
    }

    // The factors of offices: of satellites first, because while one is closed its centre receives its demand. Offices
    // that are closed for a while expect less than their share, so more must be `wanted` of the whole.
    void share_out(Months& wanted, bool gives_weights) {
        std::map<int, Months> seen;
        std::map<int, const Observed*> of_office;
        for (const Observed& o : observed_) {
            seen[o.office][month_index(o.on)] += o.count;
            of_office[o.office] = &o;
        }
        for (const auto& [id, months] : seen) {
            if (!gives_weights) break;
            const auto satellite = s_.network.satellites.find(id);
            const int centre = satellite == s_.network.satellites.end() ? id : satellite->second.parent;
            found_.weights[centre] += std::accumulate(months.begin(), months.end(), 0.0);
        }
        const std::map<int, double> shares = demand_shares(s_.network, found_.weights);
        const auto give = [&](int id, std::size_t m, double expected, double of_others) {
            const double rest = seen[id][m] - of_others;
            if (expected > 0 && rest >= -1e-9 * (1 + of_others)) {
                found_.offices[id][m] = std::max(0.0, rest) / expected;
            } else if (rest > 0) {
                object(*of_office.at(id),
                       {fmt::format("en {:02}-{} llegaron a la oficina {}, que no atiende o no tiene demanda", m + 1,
                                    year_[m], id),
                        fmt::format("in {1}-{0:02} there are arrivals at office {2}, which is closed or has no demand",
                                    m + 1, year_[m], id)},
                       {"revise su apertura y cierre, y network.rural_share si es un satélite",
                        "look at its opening and closing, and at network.rural_share for a satellite"});
            } else if (rest < 0) {
                object(*of_office.at(id),
                       {fmt::format("en {:02}-{} llegaron a la oficina {} menos que a sus satélites cerrados", m + 1,
                                    year_[m], id),
                        fmt::format("in {1}-{0:02} fewer came to office {2} than to its closed satellites", m + 1,
                                    year_[m], id)},
                       {"revise la apertura y el cierre de sus satélites",
                        "look at the opening and closing of its satellites"});
            }
        };
        for (auto& [id, months] : seen) found_.offices[id].fill(0);
        for (std::size_t m = 0; m < 12; ++m) {
            const double sum = working_days(year_[m], m);
            std::map<int, double> left_to_centre;
            const auto expected = [&](int id, bool open) {
                double all = 0;
                const auto satellite = s_.network.satellites.find(id);
                for (const Date d : days_[m]) {
                    if (works_at(id, d) != open || sum <= 0) continue;
                    const double part =
                        satellite == s_.network.satellites.end() ? 1 : part_of_share(s_.network, satellite->second, d);
                    all += part * total_[m] * weekdays_[weekday_index(d)] / sum;
                }
                return all * shares.at(id);
            };
            for (const auto& [id, satellite] : s_.network.satellites) {
                give(id, m, expected(id, true), 0);
                left_to_centre[satellite.parent] += expected(id, false) * found_.offices[id][m];
            }
            for (const auto& [id, centre] : s_.network.centres) give(id, m, expected(id, true), left_to_centre[id]);
            // Only proportions between offices count, so their sum goes to the month.
            double scale = 0;
            for (const auto& [id, months] : found_.offices) scale += shares.at(id) * months[m];
            wanted[m] = total_[m] * scale;
        }
    }

    // Expected in month m of year y: arrivals × level(y) × f(m) × days(y, m) / Σ f × days(y, ·). Where all months are
    // of one year, f is the arrivals per working day. Where they are of several, the sums of those years depend on f,
    // so both are sought in turn (the dominant eigenvector of a positive matrix).
    void fit_months(const Months& wanted) {
        std::map<int, Months> days;
        std::map<int, double> sums;
        for (const int year : year_) sums[year] = 1;
        for (auto& [year, sum] : sums) {
            for (std::size_t m = 0; m < 12; ++m) days[year][m] = working_days(year, m);
        }
        double scale = 1;
        for (int round = 0; round < 1000; ++round) {
            for (std::size_t m = 0; m < 12; ++m) {
                const double there = days[year_[m]][m];
                found_.month_factors[m] =
                    there > 0 ? wanted[m] / there * sums[year_[m]] / s_.horizon.level(s_.demand.growth, year_[m]) : 0;
            }
            std::map<int, double> next;
            double all = 0;
            for (const auto& [year, sum] : sums) {
                for (std::size_t m = 0; m < 12; ++m) next[year] += found_.month_factors[m] * days[year][m];
                all += next[year];
            }
            if (all <= 0) return;
            double moved = 0;
            const double last = scale;
            scale = all / std::accumulate(sums.begin(), sums.end(), 0.0,
                                          [](double sum, const auto& of) { return sum + of.second; });
            for (auto& [year, sum] : sums) {
                const double now = next[year] / scale;
                moved = std::max(moved, std::abs(now / sum - 1));
                sum = now;
            }
            if (moved < 1e-15 && std::abs(scale / last - 1) < 1e-15) break;
        }
        found_.arrivals = scale;
        // Arrivals per working day, where there is one year.
        double expected = 0;
        for (std::size_t m = 0; m < 12; ++m) expected += found_.month_factors[m] * days[year_[m]][m];
        const double unit = std::accumulate(wanted.begin(), wanted.end(), 0.0) / expected;
        for (double& f : found_.month_factors) f *= unit;
    }

    const Scenario& s_;
    const std::vector<Observed>& observed_;
    std::vector<Objection>& objections_;
    std::map<int, std::vector<Date>> holidays_;
    Weekdays weekdays_;
    std::array<int, 12> year_{};
    Months total_{};
    std::array<std::vector<Date>, 12> days_;  // that somebody works
    ObservedDemand found_;
};

}  // namespace

std::map<int, double> demand_shares(const Network& n, const std::map<int, double>& weights) {
    std::map<int, int> satellites;
    for (const auto& [id, satellite] : n.satellites) ++satellites[satellite.parent];
    const auto weight_of = [&](int id, double otherwise) {
        const auto found = weights.find(id);
        return found == weights.end() ? otherwise : found->second;
    };
    double total = 0;
    for (const auto& [id, centre] : n.centres) total += weight_of(id, centre.weight);
    std::map<int, double> shares;
    for (const auto& [id, centre] : n.centres) {
        const double share = total > 0 ? weight_of(id, centre.weight) / total : 0;
        shares[id] = satellites[id] == 0 ? share : share * (1 - n.rural_share);
    }
    for (const auto& [id, satellite] : n.satellites) {
        const auto centre = n.centres.find(satellite.parent);
        const double share =
            centre == n.centres.end() || total <= 0 ? 0 : weight_of(satellite.parent, centre->second.weight) / total;
        shares[id] = share * n.rural_share / satellites[satellite.parent];
    }
    return shares;
}

ObservedDemand demand_of(const Scenario& scenario, const std::vector<Observed>& observed, HowObserved how,
                         std::vector<Objection>& objections) {
    return Fit(scenario, observed, objections).solve(how);
}

}  // namespace aforo::scenario
