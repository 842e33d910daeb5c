// Goals of programmes, sought with the simulator: where the truth is known in closed form, and where it is plain.
#include <doctest/doctest.h>

#include <boost/math/distributions/poisson.hpp>
#include <cmath>

#include "aforo/experiment/goal.hpp"
#include "aforo/scenario/lever.hpp"
#include "model/scenarios.hpp"
#include "support/folders.hpp"
#include "support/rates.hpp"

using namespace aforo;
using Answer = results::Goal::Answer;

namespace {

experiment::LeverGrid grid(const std::string& path, double low, double step, std::size_t places, double base) {
    experiment::LeverGrid g{.lever = {.asked = path, .name = {path, path}, .base = base, .low = low, .step = step},
                            .places = places,
                            .settings = [path](double at) {
                                return std::vector<scenario::Setting>{
                                    {path, scenario::Quantity{scenario::Quantity::Kind::number, at}.text()}};
                            }};
    g.lever.high = low + step * static_cast<double>(places - 1);
    return g;
}

experiment::Condition at_least(const std::string& measure, double threshold, int year) {
    return {.text = measure, .of = {measure, year}, .is_below = false, .threshold = threshold, .holds_at = true};
}

experiment::GoalOptions options(std::vector<experiment::Condition> conditions, std::uint64_t seed = 1) {
    experiment::GoalOptions o{.conditions = std::move(conditions)};
    o.study.seed = seed;
    o.study.replications = 4;
    o.study.threads = 1;
    return o;
}

// Who comes in a year is a Poisson number of the mean that the scenario says.
scenario::Scenario doors() {
    auto read = scenario::read(AFORO_SOURCE_DIR "/scenarios/verificacion/base.yaml", core::Lang::en);
    REQUIRE(read.scenario);
    read.scenario->horizon.last_year = 2025;
    read.scenario->horizon.run_in_years = 0;
    return *read.scenario;
}

}  // namespace

TEST_CASE("the least demand that fills a year nine times in ten is that of the Poisson distribution") {
    scenario::Scenario base = doors();
    base.demand.arrivals = 250;
    constexpr double wanted = 300;
    const auto lever = grid("demand.arrivals", 250, 20, 10, 250);
    const auto probability = [](double mean) {
        return boost::math::cdf(boost::math::complement(boost::math::poisson(mean), wanted - 1));
    };
    std::size_t least = 0;
    while (probability(lever.at(least)) < 0.9) ++least;
    REQUIRE(probability(lever.at(least)) > 0.95);
    REQUIRE(probability(lever.at(least - 1)) < 0.82);
    int certified = 0, wrong = 0;
    constexpr int times = 25;
    for (std::uint64_t seed = 1; seed <= times; ++seed) {
        const auto found = experiment::goal(base, {lever}, options({at_least("arrivals", wanted, 2025)}, seed));
        REQUIRE(found.wrong.empty());
        const auto& g = found.goal;
        REQUIRE(g.passes >= 0);
        const double passes = g.places[static_cast<std::size_t>(g.passes)].at.front();
        wrong += probability(passes) < 0.9 ? 1 : 0;
        if (g.fails >= 0) wrong += probability(g.places[static_cast<std::size_t>(g.fails)].at.front()) >= 0.9 ? 1 : 0;
        certified += g.answer == Answer::certified && passes == lever.at(least) ? 1 : 0;
    }
    MESSAGE(certified << " of " << times << " certified, " << wrong << " wrong");
    CHECK(testing::may_be_at_least(0.8, certified, times));
    CHECK(testing::may_be_at_most(0.05, wrong, times));
}

// Each future has a demand of its own, uniform between 225 and 275 for 250, and who comes is Poisson about that: the
// probability is an integral over the worlds, and the lever is a ratio in each of them.
TEST_CASE("in worlds the least demand is that of the mixture, as a ratio, and is far more than against luck alone") {
    const testing::TemporaryFolder folder;
    const std::string file =
        folder.write("puerta.yaml", "aforo: 1\nname: puerta\nextends: " AFORO_SOURCE_DIR
                                    "/scenarios/verificacion/base.yaml\n"
                                    "demand: {arrivals: {value: 250, range: {low: 225, high: 275, shape: uniform}}}\n");
    auto read = scenario::read(file, core::Lang::en);
    REQUIRE(read.scenario);
    scenario::Scenario base = *read.scenario;
    base.horizon.last_year = 2025;
    base.horizon.run_in_years = 0;
    constexpr double wanted = 300;
    const auto lever = grid("demand.arrivals", 250, 20, 10, 250);
    const auto probability = [](double mean) {
        constexpr int parts = 2000;
        double sum = 0;
        for (int k = 0; k < parts; ++k) {
            const double u = 0.9 + 0.2 * (k + 0.5) / parts;
            sum += boost::math::cdf(boost::math::complement(boost::math::poisson(mean * u), wanted - 1)) / parts;
        }
        return sum;
    };
    int wrong = 0, bounded = 0;
    constexpr int times = 4;
    for (std::uint64_t seed = 1; seed <= times; ++seed) {
        auto of = options({at_least("arrivals", wanted, 2025)}, seed);
        of.in_worlds = true;
        of.looks = 1;
        const auto found = experiment::goal(base, {lever}, of);
        REQUIRE(found.wrong.empty());
        const auto& g = found.goal;
        CHECK(g.is_in_worlds);
        CHECK(g.worlds >= 400);
        REQUIRE(g.passes >= 0);
        const auto& place = g.places[static_cast<std::size_t>(g.passes)];
        wrong += probability(place.at.front()) < 0.9 ? 1 : 0;
        if (g.fails >= 0) wrong += probability(g.places[static_cast<std::size_t>(g.fails)].at.front()) >= 0.9 ? 1 : 0;
        bounded += g.fails >= 0 && g.passes - g.fails <= 3 ? 1 : 0;
        // Every test holds the truth as often as its bounds say; one that is far off is the model's fault.
        const double truth = probability(place.at.front());
        CHECK(std::abs(static_cast<double>(place.tests.back().met) / place.tests.back().futures - truth) <
              4.5 * std::sqrt(truth * (1 - truth) / place.tests.back().futures) + 1e-3);
        // Nine in ten of the numbers there lie as far about it as the range does.
        REQUIRE(g.levers.front().in_worlds);
        CHECK(g.levers.front().in_worlds->first == doctest::Approx(0.92 * place.at.front()).epsilon(0.02));
        CHECK(g.levers.front().in_worlds->second == doctest::Approx(1.08 * place.at.front()).epsilon(0.02));
    }
    MESSAGE(wrong << " wrong, " << bounded << " of " << times << " with a range of three steps at most");
    CHECK(wrong == 0);
    CHECK(bounded >= 2);
}

TEST_CASE("what is met already is told, what cannot be met says how near it comes, less may be more") {
    const scenario::Scenario base = testing::small();
    const int year = base.horizon.last_year;
    const auto advisors = grid("advisory.advisors", 8, 1, 5, 8);
    CHECK(experiment::goal(base, {advisors}, options({at_least("attended_persons", 1, year)})).goal.answer ==
          Answer::already);
    const auto never = experiment::goal(base, {advisors}, options({at_least("beneficiaries", 1e6, year)}));
    CHECK(never.goal.answer == Answer::out_of_reach);
    REQUIRE(never.goal.reached >= 0);
    CHECK(never.goal.there);
    CHECK(never.goal.places[static_cast<std::size_t>(never.goal.reached)].figure.mean > 0);

    // Fewer missed sessions, more plans: the greatest share that still does.
    scenario::Scenario missed = base;
    missed.work_plan.no_show = 0.6;
    const auto few = grid("work_plan.no_show", 0, 0.05, 13, 0.6);
    const auto all = experiment::goal(missed, {few}, options({at_least("no_shows", 0, year)}));
    CHECK(all.goal.answer == Answer::already);
    const double now =
        experiment::goal(missed, {few}, options({at_least("sessions_held", 1e9, year)})).goal.base_figure.mean;
    const auto found = experiment::goal(missed, {few}, options({at_least("sessions_held", now * 1.3, year)}));
    CHECK(found.goal.is_reversed);
    REQUIRE(found.goal.passes >= 0);
    const double at = found.goal.places[static_cast<std::size_t>(found.goal.passes)].at.front();
    CHECK(at < 0.6);
    CHECK(at > 0);
}

TEST_CASE("goals together take at least what each takes alone; the same seed gives the same answer on any threads") {
    scenario::Scenario base = doors();
    base.demand.arrivals = 250;
    const auto lever = grid("demand.arrivals", 250, 10, 20, 250);
    const auto first = at_least("arrivals", 300, 2025), second = at_least("arrivals", 320, 2025);
    const auto reached = [&](std::vector<experiment::Condition> conditions, int threads) {
        auto o = options(std::move(conditions), 7);
        o.study.threads = threads;
        const auto g = experiment::goal(base, {lever}, o).goal;
        REQUIRE(g.passes >= 0);
        return g.places[static_cast<std::size_t>(g.passes)].at.front();
    };
    CHECK(reached({first, second}, 1) >= reached({first}, 1));
    CHECK(reached({first, second}, 1) == reached({second}, 1));
    CHECK(reached({first}, 1) == reached({first}, 3));
}

TEST_CASE("where some values make no scenario, those that do are tried and the limit is told") {
    const auto found = experiment::goal(testing::small(), {grid("work_plan.no_show", 0.5, 0.25, 5, 0.1)},
                                        options({at_least("beneficiaries", 1e6, 2025)}));
    REQUIRE(found.wrong.empty());
    REQUIRE(found.goal.bounds.size() == 1);
    const auto& bound = found.goal.bounds.front();
    CHECK(bound.is_upper);
    CHECK(bound.at <= 1);
    CHECK(bound.at >= 0.75);
    CHECK(bound.why.find("no_show") != std::string::npos);
    for (const auto& place : found.goal.places) CHECK(place.at.front() <= bound.at);
}

TEST_CASE("where every value makes no scenario, what is wrong is told, and there is no answer") {
    const auto found = experiment::goal(testing::small(), {grid("work_plan.no_show", 1.5, 0.5, 3, 0.1)},
                                        options({at_least("beneficiaries", 1e6, 2025)}));
    CHECK_FALSE(found.wrong.empty());
}

TEST_CASE("of two levers the frontier falls, and the cheapest is claimed where its cheaper neighbours fail") {
    scenario::Scenario base = doors();
    base.demand.arrivals = 200;
    auto demand = grid("demand.arrivals", 200, 40, 6, 200);
    demand.lever.price = 10;
    auto share = grid("diagnosis.share", 0.5, 0.1, 5, 0.5);
    share.lever.price = 2000;
    base.diagnosis.share = 0.5;
    const auto found = experiment::goal(base, {demand, share}, options({at_least("diagnosed", 200, 2025)}));
    const auto& g = found.goal;
    REQUIRE(found.wrong.empty());
    REQUIRE(g.frontier.size() > 1);
    for (std::size_t i = 1; i < g.frontier.size(); ++i) {
        const auto &a = g.places[static_cast<std::size_t>(g.frontier[i - 1])],
                   &b = g.places[static_cast<std::size_t>(g.frontier[i])];
        CHECK(a.at[0] < b.at[0]);
        CHECK(a.at[1] >= b.at[1]);
    }
    REQUIRE(g.passes >= 0);
    // Diagnosed are a Poisson number of the product.
    const auto& p = g.places[static_cast<std::size_t>(g.passes)];
    CHECK(boost::math::cdf(boost::math::complement(boost::math::poisson(p.at[0] * p.at[1]), 199)) >= 0.9);
}

TEST_CASE("a lever's formulas are worked out, and what is none is refused") {
    const auto value = [](const std::string& text, double x) {
        const auto s = scenario::setting_of(text, x);
        return s ? s->value : std::string("none");
    };
    CHECK(value("a.b=${x}", 402) == "402");
    CHECK(value("a.b=${10640935 + (x - 310) * 26970} M$", 320) == "10910635 M$");
    CHECK(value("a.b={2025: ${x / 310}, 2026: 1}", 341) == "{2025: 1.1, 2026: 1}");
    CHECK(value("a.b=${-x + 2*(3 - 1)}", 1) == "3");
    for (const char* wrong :
         {"a.b", "=${x}", "a.b=", "a.b=${x", "a.b=${y}", "a.b=${1/0*x}", "a.b=${x x}", "a.b=${inf}", "a.b=${}"})
        CHECK(value(wrong, 2) == "none");
}
