#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <numeric>

#include "../../sim/experiment/reduce.hpp"  // the module's own
#include "../../sim/experiment/shapley.hpp"
#include "aforo/measure/replication.hpp"
#include "model/scenarios.hpp"

using namespace aforo;
using experiment::Shapley;
using results::Whole;

TEST_CASE("of the glove game the only right glove has two thirds") {  // Shapley, Shubik
    // Players 0 and 1 have a left glove each, player 2 the right one; a pair is worth 1.
    const auto value = [](std::size_t set) { return std::int64_t{(set & 4) != 0 && (set & 3) != 0}; };
    const auto shares = Shapley(3).shares<Whole>(value);
    CHECK(Shapley(3).whole() == 6);
    CHECK((shares[0] == 1));
    CHECK((shares[1] == 1));
    CHECK((shares[2] == 4));
}

TEST_CASE("of the airport game each pays its part of every stretch that it needs") {  // Littlechild and Owen, 1973
    // The longest runway that one of the set needs: 1, 2, … 8 stretches. The k-th stretch is shared by 9 − k.
    const auto value = [](std::size_t set) { return static_cast<std::int64_t>(std::bit_width(set)); };
    const Shapley shapley(8);
    const auto shares = shapley.shares<Whole>(value);
    Whole expected = 0, sum = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        expected += shapley.whole() / static_cast<std::int64_t>(8 - i);  // 8! is a multiple of 1 to 8
        CHECK((shares[i] == expected));
        sum += shares[i];
    }
    CHECK((sum == Whole{8} * shapley.whole()));
}

TEST_CASE("shares of the greatest amounts of money are exact with as many changes as there may be") {
    // Every player adds its own amount, and all of them together one peso more.
    constexpr std::array<std::int64_t, 8> own = {1'000'000'000'000'000'003, -999'999'999'999'999'989, 7, 0,
                                                 1'000'000'000'000'000'033, 999'999'999'999'999'877,  1, -1};
    const auto value = [&](std::size_t set) {
        std::int64_t sum = set == 255;
        for (std::size_t i = 0; i < own.size(); ++i) sum += (set >> i & 1) != 0 ? own[i] : 0;
        return sum;
    };
    const Shapley shapley(8);
    CHECK(shapley.whole() == 40320);
    const auto shares = shapley.shares<Whole>(value);
    for (std::size_t i = 0; i < own.size(); ++i)
        CHECK((shares[i] == Whole{own[i]} * shapley.whole() + shapley.whole() / 8));
    CHECK(
        (std::accumulate(shares.begin(), shares.end(), Whole{0}) == Whole{shapley.whole()} * (value(255) - value(0))));
}

TEST_CASE("the yearly values of a measure are one a year, though its months carry the same name") {
    const scenario::Scenario s = testing::small();
    const model::Blueprint blueprint(s);
    measure::Replication replication(blueprint);
    const auto values = replication.run(1, 0);
    const auto& keys = replication.keys();
    for (const char* measure : {"beneficiaries", "admissions", "spending"}) {
        CAPTURE(measure);
        const auto places = experiment::yearly(keys, measure);
        REQUIRE(places.size() == 2);
        for (std::size_t i = 0; i < places.size(); ++i) {
            CHECK(keys[places[i]].month == 0);
            CHECK(keys[places[i]].year == 2024 + static_cast<int>(i));
        }
    }
}
