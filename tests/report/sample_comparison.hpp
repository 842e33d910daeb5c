// Made-up comparisons, sweeps and explanations around the sample run, for the tests of what is printed of them.
#pragma once

#include <tuple>
#include <utility>

#include "report/sample_run.hpp"

namespace aforo::testing {

inline results::Difference difference(const std::string& measure, const std::string& unit, int year, double base,
                                      double change, double half_width) {
    results::Difference d{.measure = measure, .unit = unit, .year = year};
    d.base = around(base, 1);
    d.alternative = around(base + change, 1);
    d.value = {40, change, half_width * 3, half_width, change - half_width, change, change + half_width};
    d.gain = half_width > 0 ? 12.5 : std::nan("");
    return d;
}

// Fewer beneficiaries in the last years, the same in the first; nobody knows of the wait.
inline results::Comparison sample_comparison() {
    results::Comparison c;
    c.base = sample_run();
    results::Alternative a;
    a.run = constrained_run();
    a.run.scenario = "Presupuesto plano <b>";
    a.changes = {{"advisory.budget_growth", "1.2", "1"}, {"network.centres.63", "", "{name: Nuevo}"}};
    const double changes[] = {0, -900, -3400, -7100};
    double total = 0, money = 0;
    for (std::size_t y = 0; y < 4; ++y) {
        const int year = c.base.years[y];
        const double width = y == 0 ? 0 : 90;
        a.differences.push_back(difference("beneficiaries", "enterprises", year, 20'000, changes[y], width));
        a.differences.push_back(difference("graduates", "enterprises", year, 14'000, changes[y] / 2, width));
        a.differences.push_back(
            difference("coverage_target", "ratio", year, 0.069, changes[y] / 289'651, width / 289'651));
        a.differences.push_back(difference("wait_days_mean", "days", year, 0.3, 0.2, 0.5));
        a.differences.push_back(difference("spending", "M$ 2023", year, 15'500'000, changes[y] * 500, width * 100));
        total += changes[y];
        money += changes[y] * 500;
    }
    a.differences.push_back(difference("beneficiaries", "enterprises", 0, 80'000, total, 250));
    a.differences.push_back(difference("spending", "M$ 2023", 0, 62'000'000, money, 30'000));
    a.differences.push_back(difference(results::marginal_cost, "M$ 2023", 0, 0, 500, 12));
    auto low = difference("wait_days_mean", "days", 2027, 12, 31, 4);
    low.level = results::Level::group;
    low.id = "band=low";
    a.differences.push_back(low);
    for (const char* group : {"", "sex=female", "band=low", "kind=cooperative"}) {
        results::Fates fates{group, {}};
        const double size = *group == 'k' ? 0 : *group == '\0' ? 2 : 1;
        for (std::size_t f = 0; f < fates.values.size(); ++f)
            fates.values[f] = around(size * 570 * static_cast<double>(f + 1), 1);
        a.fates.push_back(fates);
    }
    c.alternatives = {a};
    return c;
}

// Two steps of advisors: the first brings beneficiaries, the second does not.
inline results::Sweep sample_sweep() {
    results::Sweep s;
    s.axes = {{"advisory.advisors", {"310", "340", "370"}}};
    s.run = sample_run();
    const auto rows = std::exchange(s.run.rows, {});
    for (std::size_t p = 0; p < 3; ++p) s.points.push_back({{p}, s.run.years, rows});
    for (std::size_t p = 1; p < 3; ++p) {
        const double more = p == 1 ? 1500 : 3;
        results::SweepStep step{0, p - 1, p, {}};
        const auto add = [&](const results::Difference& d) {
            step.differences.push_back({s.measures.size(), d.value, d.gain});
            s.measures.push_back({d.measure, d.unit, d.year, d.level, d.id});
        };
        add(difference("beneficiaries", "enterprises", 0, 80'000, more, 40));
        add(difference("spending", "M$ 2023", 0, 62'000'000, more * 600, 9'000));
        if (p == 1) {
            add(difference(results::marginal_cost, "M$ 2023", 0, 0, 600, 15));
            add(difference(results::marginal_cost, "M$ 2023", 2027, 0, 600, 15));
            add(difference("beneficiaries", "enterprises", 2027, 20'000, 400, 20));
            add(difference("coverage_target", "ratio", 2027, 0.069, 400.0 / 289'651, 0.0001));
        }
        s.steps.push_back(step);
    }
    return s;
}

// A run whose queue for a slot grows from March 2025 on, where slots run out at one of two centres.
inline results::Run queueing_run() {
    results::Run run = sample_run();
    run.offices = {{"1", "Uno", "norte", "centre"}, {"2", "Dos", "sur", "centre"}, {"11", "Lejos", "sur", "satellite"}};
    const int waiting = column(run, "waiting", "enterprises"), slots = column(run, "limit_slots", "ratio");
    for (int m = 0; m < 48; ++m) {
        const int year = 2024 + m / 12, month = m % 12 + 1;
        run.series.push_back(
            {waiting, year, results::Level::programme, "", around(m < 14 ? 90 : 90 + 100 * m, 1), month});
        run.series.push_back({slots, year, results::Level::office, "1", around(m < 14 ? 0.1 : 0.9, 0.1), month});
        run.series.push_back({slots, year, results::Level::office, "2", around(0.2, 0.1), month});
    }
    return run;
}

inline results::Explanation sample_explanation() {
    results::Explanation e;
    e.base = sample_run();
    e.other = queueing_run();
    e.other.scenario = "Otro";
    e.players = {{"demand.arrivals", {{"demand.arrivals", "3000", "4000"}}},
                 {"advisory.advisors + advisory.budget",
                  {{"advisory.advisors", "310", "280"}, {"advisory.budget", "10 M$", "9 M$"}}}};
    for (const auto& [measure, unit, year] :
         {std::tuple{"beneficiaries", "enterprises", 0}, std::tuple{"wait_days_mean", "days", 2027}}) {
        results::Attribution a{.measure = measure, .unit = unit, .year = year};
        a.total = {10, -100.4, 30, 9, -110, -100, -90};
        a.shares = {{10, 20.3, 30, 9, 11, 20, 29}, {10, -120.7, 30, 9, -130, -120, -110}};
        if (year == 0) {
            a.numerators = {406, -2414};
            a.numerator = -2008;
            a.denominator = 20;
        }
        e.attributions.push_back(a);
    }
    return e;
}

inline results::Marginals sample_marginals() {
    results::Marginals m;
    m.base = queueing_run();
    const auto more = [](double mean, double width) {
        return difference("beneficiaries", "enterprises", 0, 80'000, mean, width);
    };
    m.marginals = {{results::Level::office, "1", 26'700, more(210, 12),
                    difference(results::marginal_cost, "M$ 2023", 0, 0, 556, 20)},
                   {results::Level::office, "2", 26'700, more(3, 12), std::nullopt},
                   {results::Level::component, "advisory", 106'409, more(0, 0), std::nullopt},
                   {results::Level::component, results::money_for_plans, 3'200, more(2, 5), std::nullopt}};
    return m;
}

}  // namespace aforo::testing
