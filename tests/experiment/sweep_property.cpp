#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "aforo/experiment/compare.hpp"
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

results::Difference total(const results::Sweep& sweep, const results::SweepStep& step, const std::string& measure) {
    const auto all = sweep.differences(step);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& d) {
        return d.measure == measure && d.year == 0 && d.level == results::Level::programme;
    });
    REQUIRE(found != all.end());
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
        CHECK(swept.sweep.find(swept.sweep.points[p], "beneficiaries", 2025)->mean ==
              alone.run.find("beneficiaries", 2025)->mean);
        CHECK(swept.sweep.points[p].years == alone.run.years);
    }
    for (const auto& step : swept.sweep.steps) {
        CHECK(swept.sweep.points[step.from].at[step.axis] + 1 == swept.sweep.points[step.to].at[step.axis]);
        const auto served = total(swept.sweep, step, "beneficiaries");
        if (step.axis == 0) CHECK(served.value.mean >= 0);  // more advisors never serve fewer here
        double sum = 0;
        for (const int year : swept.sweep.run.years)
            sum += swept.sweep.find(swept.sweep.points[step.to], "beneficiaries", year)->mean -
                   swept.sweep.find(swept.sweep.points[step.from], "beneficiaries", year)->mean;
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
    const auto cost = total(swept.sweep, step, results::marginal_cost);
    CHECK(cost.value.mean == doctest::Approx(total(swept.sweep, step, "spending").value.mean /
                                             total(swept.sweep, step, "beneficiaries").value.mean));
    CHECK(cost.value.half_width > 0);
    CHECK(cost.value.half_width < cost.value.mean);
}

TEST_CASE("steps tell what a comparison of their two ends tells") {
    const auto grid = grid_of(testing::small(), {"advisory.advisors=8,10"});
    experiment::Options options;
    options.seed = 3;
    options.replications = 4;
    const auto swept = experiment::sweep(grid, options);
    const auto from = experiment::run(grid.scenarios[0], options), to = experiment::run(grid.scenarios[1], options);
    const auto whole = experiment::differences(from, to, 0.05);
    const auto told = swept.sweep.differences(swept.sweep.steps.front());
    const auto are_equal = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
    CHECK(!told.empty());
    for (const auto& d : told) {
        CAPTURE(d.measure);
        const auto same = std::find_if(whole.begin(), whole.end(), [&](const auto& w) {
            return w.measure == d.measure && w.year == d.year && w.level == d.level && w.id == d.id;
        });
        REQUIRE(same != whole.end());
        CHECK(d.unit == same->unit);
        CHECK(d.value.n == same->value.n);
        CHECK(are_equal(d.value.mean, same->value.mean));
        CHECK(are_equal(d.value.half_width, same->value.half_width));
        CHECK(are_equal(d.gain, same->gain));
    }
}
