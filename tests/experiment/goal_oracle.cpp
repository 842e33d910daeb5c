// Goals are sought on futures of a coin: the probability at each place is known, so that every claim can be judged.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "aforo/experiment/goal_search.hpp"
#include "aforo/random/streams.hpp"
#include "support/rates.hpp"

namespace {

using namespace aforo::experiment;
using aforo::testing::may_be_at_least;
using aforo::testing::may_be_at_most;

using Probabilities = std::vector<double>;

// Future i of a stream meets the goals where its number is under the place's probability: the same number everywhere.
Trials coin(const Probabilities& p, std::uint64_t seed) {
    return [&p, seed](std::size_t place, int stream, int n) -> std::optional<std::vector<bool>> {
        const aforo::random::Streams streams(seed, static_cast<std::uint32_t>(stream));
        std::vector<bool> met;
        for (int i = 0; i < n; ++i) met.push_back(streams.draw(static_cast<std::uint64_t>(i), 0)[0] < p[place]);
        return met;
    };
}

bool is_false(const GoalSearch& found, const Probabilities& p, double probability) {
    return (found.passes && p[*found.passes] < probability) || (found.fails && p[*found.fails] >= probability);
}

GoalSearchOptions options_for(const Probabilities& p, int looks) {
    return {.places = p.size(), .probability = 0.9, .looks = looks};
}

}  // namespace

TEST_CASE("where one step makes the difference, the certificate names it") {
    Probabilities p(60, 0.02);
    for (std::size_t x = 0; x < p.size(); ++x) p[x] = x < 37 ? 0.3 + 0.52 * static_cast<double>(x) / 36 : 0.951;
    int certified = 0, wrong = 0;
    constexpr int times = 200;
    for (std::uint64_t seed = 0; seed < times; ++seed) {
        const auto found = seek_goal(coin(p, seed), options_for(p, 2));
        certified += found.is_certified() && *found.passes == 37 ? 1 : 0;
        wrong += is_false(found, p, 0.9) ? 1 : 0;
        CHECK(found.turning_back == 0);
    }
    MESSAGE(certified << " of " << times << " certified, " << wrong << " wrong");
    CHECK(may_be_at_least(0.8, certified, times));
    CHECK(may_be_at_most(0.05, wrong, times));
}

// At the boundary every claim about the place is false half of the time by chance alone, if nothing held it back.
TEST_CASE("false claims are no more than their level at the boundary") {
    constexpr int times = 1000;
    for (const double at : {0.9 - 1e-9, 0.9}) {
        Probabilities p;
        for (int x = 0; x < 30; ++x) p.push_back(x < 15 ? at - 0.004 * (15 - x) : x == 15 ? at : 0.93);
        int wrong = 0;
        for (std::uint64_t seed = 0; seed < times; ++seed)
            wrong += is_false(seek_goal(coin(p, seed), options_for(p, 3)), p, 0.9) ? 1 : 0;
        MESSAGE(wrong << " of " << times << " false");
        CHECK(may_be_at_most(0.05, wrong, times));
    }
}

TEST_CASE("where steps are small, what is undetermined holds the least place, and looks make it narrow") {
    Probabilities p;
    for (int x = 0; x < 80; ++x) p.push_back(1 / (1 + std::exp(-0.12 * (x - 30))));
    const auto least =
        static_cast<std::size_t>(std::find_if(p.begin(), p.end(), [](double v) { return v >= 0.9; }) - p.begin());
    int held = 0, narrow = 0;
    constexpr int times = 40;
    for (std::uint64_t seed = 0; seed < times; ++seed) {
        const auto found = seek_goal(coin(p, seed), options_for(p, 7));
        REQUIRE(found.passes);
        REQUIRE(found.fails);
        held += *found.fails < least && least <= *found.passes ? 1 : 0;
        narrow += *found.passes - *found.fails <= 3 ? 1 : 0;
    }
    MESSAGE(held << " held, " << narrow << " narrow, of " << times);
    CHECK(may_be_at_least(0.95, held, times));
    CHECK(may_be_at_least(0.8, narrow, times));
}

TEST_CASE("where no place does, the last one fails; where the first does, nothing fails") {
    const Probabilities low(20, 0.4), high(20, 0.99);
    const auto none = seek_goal(coin(low, 1), options_for(low, 2));
    CHECK_FALSE(none.passes);
    CHECK(none.fails == 19);
    const auto all = seek_goal(coin(high, 1), options_for(high, 2));
    CHECK(all.passes == 0);
    CHECK_FALSE(all.fails);
}

TEST_CASE("futures that meet the goals below and not above are counted") {
    Probabilities p(40, 0.2);
    for (std::size_t x = 20; x < 30; ++x) p[x] = 0.95;
    for (std::size_t x = 30; x < 40; ++x) p[x] = 0.9;
    const auto found = seek_goal(coin(p, 3), options_for(p, 1));
    CHECK(found.compared > 0);
    CHECK(found.turning_back > 0);
}

TEST_CASE("a place alone is claimed as its bounds allow") {
    const Probabilities p = {0.97, 0.91, 0.5};
    CHECK(test_place(coin(p, 2), 0, 9, 400, 0.9, 0.05)->claim == TestedPlace::Claim::passes);
    CHECK(test_place(coin(p, 3), 1, 9, 400, 0.9, 0.05)->claim == TestedPlace::Claim::open);
    CHECK(test_place(coin(p, 2), 2, 9, 400, 0.9, 0.05)->claim == TestedPlace::Claim::fails);
}
