// The best of several scenarios by a figure, and who is worse in all of several figures.
#include <doctest/doctest.h>

#include <algorithm>

#include "aforo/experiment/rank.hpp"
#include "model/scenarios.hpp"

using namespace aforo;

namespace {

constexpr int year = 2025;

results::Rank ranked(const std::vector<scenario::Scenario>& scenarios, std::vector<results::FigureKey> of,
                     std::optional<bool> is_least = {}) {
    experiment::RankOptions options{.of = std::move(of), .is_least = is_least};
    options.study.replications = 20;
    options.study.threads = 1;
    return experiment::rank(scenarios, options).rank;
}

int dominating(const results::Rank& rank, int scenario) {
    const auto found =
        std::find_if(rank.ranked.begin(), rank.ranked.end(), [&](const auto& r) { return r.scenario == scenario; });
    return found->dominated_by;
}

}  // namespace

TEST_CASE("each figure is better in its own direction: more served sooner is worse in nothing") {
    scenario::Scenario few = testing::small(), more = testing::small();
    more.advisory.advisors = more.advisory.advisors * 3 / 2;
    more.advisory.budget = core::Money::thousands(900'000);
    const results::FigureKey served{"beneficiaries", year}, waits{"wait_days_mean", year}, spent{"spending", year};

    const auto by_served = ranked({few, more}, {served, waits});
    CHECK(by_served.best == 1);
    CHECK_FALSE(by_served.is_least);
    CHECK(dominating(by_served, 0) == 1);
    CHECK(dominating(by_served, 1) == -1);

    const auto by_waits = ranked({few, more}, {waits, served});
    CHECK(by_waits.best == 1);
    CHECK(by_waits.is_least);
    CHECK(ranked({few, more}, {waits}, false).best == 0);

    // More spending is neither better nor worse: who differs in it dominates nobody.
    CHECK(dominating(ranked({few, more}, {served, spent}), 0) == -1);
}
