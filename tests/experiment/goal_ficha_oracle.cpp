// What docs/answers.md says of the goal of 10 % by advisors, at few futures.
#include <doctest/doctest.h>

#include <algorithm>

#include "aforo/experiment/experiment.hpp"
#include "aforo/results/index.hpp"
#include "aforo/scenario/lever.hpp"
#include "model/scenarios.hpp"

using namespace aforo;

TEST_CASE("10 % of the target population takes 439 advisors with their money; money alone is not enough") {
    const scenario::Scenario base = testing::read_scenario("scenarios/presupuesto/plano-asesoria.yaml");
    const auto coverage = [&](const char* lever, double at) {
        const auto there =
            scenario::with(base, scenario::settings_of(base.levers.at(lever), at), "test", core::Lang::en);
        REQUIRE(there.scenario);
        experiment::Options options;
        options.seed = 77;
        options.replications = 5;
        const auto outcome = experiment::run(*there.scenario, options);
        const auto all = results::Index(outcome.run, outcome.samples).samples({"coverage_target", 2027});
        return std::vector<double>(all.begin(), all.end());
    };
    for (const double reached : coverage("asesores", 439)) CHECK(reached >= 0.1);
    for (const double reached : coverage("asesores", 438)) CHECK(reached < 0.1);
    for (const double reached : coverage("planes", 20000)) CHECK(reached < 0.08);
}
