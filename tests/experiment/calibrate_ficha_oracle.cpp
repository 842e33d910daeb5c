// The sheet, fitted again from starts that were moved away from it. One here; AFORO_STARTS=10 for more, as at night;
// AFORO_BY=0.5 from farther away, where a fit that is not found is told only.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdlib>

#include "aforo/experiment/calibrate.hpp"
#include "aforo/random/streams.hpp"
#include "model/scenarios.hpp"

using namespace aforo;
using namespace aforo::experiment;

namespace {

// Each key by a factor of its own, from 1 − by to 1 + by, within its bounds; nearer, where the scenario cannot be so:
// who writes one is told, and has to write another.
CalibrationProblem moved(const CalibrationProblem& problem, std::uint32_t start, double by) {
    const random::Streams streams(2024, start);
    CalibrationProblem away = problem;
    Point at;
    for (std::size_t i = 0; i < away.keys.size(); ++i) {
        auto& k = away.keys[i];
        k.now.amount *= 1 + by * (2 * streams.draw(i, 0)[0] - 1);
        k.now.amount = std::clamp(k.now.amount, k.range.low, k.range.high);
        at.push_back(k.now.amount);
    }
    auto there = placed(problem, problem.scenario, at);
    if (!there) return moved(problem, start, 0.8 * by);
    away.scenario = std::move(*there);
    MESSAGE(fmt::format("start {}: moved by up to {:.0f} %", start, 100 * by));
    return away;
}

CalibrateOptions options() {
    CalibrateOptions o;
    o.study.seed = 2024;
    o.study.replications = 60;
    o.extends = "ficha-2024.yaml";
    return o;
}

}  // namespace

TEST_CASE("the sheet is fitted to all of its figures of 2024, from wherever it starts, the same fit up to its error") {
    const std::string file = std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml";
    const auto base = calibration_problem(testing::read_scenario("scenarios/ficha-2024.yaml"), file, core::Lang::en);
    REQUIRE(base.problem);
    const char* asked = std::getenv("AFORO_STARTS");
    const int starts = asked ? std::atoi(asked) : 1;
    const char* away = std::getenv("AFORO_BY");
    const double by = away ? std::atof(away) : 0.2;
    int found = 0;
    const auto central = calibrate(*base.problem, options());
    for (int start = 0; start < starts; ++start) {
        CAPTURE(start);
        const auto began = std::chrono::steady_clock::now();
        const auto fit = calibrate(moved(*base.problem, static_cast<std::uint32_t>(start), by), options());
        MESSAGE(fmt::format("start {}: {:.1f} s", start,
                            std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count()));
        found += fit.calibration.is_met ? 1 : 0;
        if (by > 0.2) {
            for (const auto& f : fit.calibration.figures) {
                if (!f.is_met) MESSAGE(fmt::format("start {}: {} is out of reach", start, f.name));
            }
            continue;
        }
        for (const auto& f : fit.calibration.figures) {
            CAPTURE(f.name);
            CAPTURE(f.after.mean);
            CHECK(f.is_met);
        }
        CHECK(fit.calibration.is_met);
        CHECK(fit.calibration.rank == 10);
        for (std::size_t i = 0; i < base.problem->keys.size(); ++i) {
            const auto& k = central.calibration.keys[i];
            CAPTURE(k.path);
            CAPTURE(fit.solution.at[i]);
            CHECK(std::abs(fit.solution.at[i] - central.solution.at[i]) < 3 * k.error + 2e-3 * std::abs(k.after_value));
        }
    }
    MESSAGE(fmt::format("{} of {} starts fitted", found, starts));
}
