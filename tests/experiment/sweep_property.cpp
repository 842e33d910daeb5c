#include <doctest/doctest.h>

#include <algorithm>

#include "aforo/experiment/sweep.hpp"
#include "model/scenarios.hpp"

using namespace aforo;

namespace {

experiment::Grid grid_of(const scenario::Scenario& base, const std::vector<std::string>& vary) {
    experiment::Grid grid;
    std::vector<std::vector<scenario::Setting>> points(1);
    for (const auto& text : vary) {
        auto v = scenario::variation(base, text, core::Lang::en);
        REQUIRE(v.variation.has_value());
        std::vector<std::vector<scenario::Setting>> more;
        for (const auto& point : points) {
            for (const auto& value : v.variation->values) {
                more.push_back(point);
                more.back().push_back({v.variation->path, value});
            }
        }
        points = more;
        grid.axes.push_back(*v.variation);
    }
    for (const auto& settings : points) {
        auto s = scenario::with(base, settings, "grid", core::Lang::en);
        REQUIRE(s.scenario.has_value());
        grid.scenarios.push_back(*s.scenario);
    }
    return grid;
}

const results::Difference& total(const results::SweepStep& step, const std::string& measure) {
    const auto found = std::find_if(step.differences.begin(), step.differences.end(), [&](const auto& d) {
        return d.measure == measure && d.year == 0 && d.level == results::Level::programme;
    });
    REQUIRE(found != step.differences.end());
    return *found;
}

}  // namespace

TEST_CASE("a sweep has every combination, a step between neighbours on each axis, and the runs of its points") {
    scenario::Scenario base = testing::small();
    base.advisory.budget = base.advisory.budget * 3;
    const auto grid = grid_of(base, {"advisory.advisors=8,12", "demand.arrivals=x0.5:x1.5:3"});
    experiment::Options options;
    options.seed = 3;
    options.replications = 4;
    const auto swept = experiment::sweep(grid, options);
    REQUIRE(swept.sweep.points.size() == 6);
    CHECK(swept.sweep.points[1].at == std::vector<std::size_t>{0, 1});
    CHECK(swept.sweep.steps.size() == 3 + 2 * 2);
    for (std::size_t p = 0; p < 6; ++p) {
        const auto alone = experiment::run(grid.scenarios[p], options);
        CHECK(swept.sweep.points[p].run.find("beneficiaries", 2025)->mean ==
              alone.run.find("beneficiaries", 2025)->mean);
    }
    for (const auto& step : swept.sweep.steps) {
        CHECK(swept.sweep.points[step.from].at[step.axis] + 1 == swept.sweep.points[step.to].at[step.axis]);
        const auto& served = total(step, "beneficiaries");
        if (step.axis == 0) CHECK(served.value.mean >= 0);  // more advisors never serve fewer here
        double sum = 0;
        for (const int year : swept.sweep.points.front().run.years)
            sum += swept.sweep.points[step.to].run.find("beneficiaries", year)->mean -
                   swept.sweep.points[step.from].run.find("beneficiaries", year)->mean;
        CHECK(served.value.mean == doctest::Approx(sum));
    }
}

TEST_CASE("what one more costs is the money over the beneficiaries of the step") {
    scenario::Scenario base = testing::small();
    base.advisory.budget = base.advisory.budget * 3;
    const auto grid = grid_of(base, {"advisory.advisors=8,10"});
    experiment::Options options;
    options.seed = 3;
    options.replications = 6;
    const auto swept = experiment::sweep(grid, options);
    const auto& step = swept.sweep.steps.front();
    const auto& cost = total(step, results::marginal_cost);
    CHECK(cost.value.mean ==
          doctest::Approx(total(step, "spending").value.mean / total(step, "beneficiaries").value.mean));
    CHECK(cost.value.half_width > 0);
    CHECK(cost.value.half_width < cost.value.mean);
}
