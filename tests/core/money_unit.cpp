#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include "aforo/core/money.hpp"

using namespace aforo::core;

namespace {

using Parts = std::vector<std::int64_t>;

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

Parts split(std::int64_t whole, const std::vector<double>& weights, std::int64_t minimum = 0) {
    return largest_remainder(whole, weights, minimum);
}

std::int64_t sum(const Parts& parts) { return std::accumulate(parts.begin(), parts.end(), std::int64_t{0}); }

// The same numbers in every run: a linear congruence (Lehmer, 1951).
class Numbers {
public:
    int up_to(int limit) {
        state_ = state_ * 48271 % 2147483647;
        return static_cast<int>(state_ % static_cast<std::uint64_t>(limit + 1));
    }

private:
    std::uint64_t state_ = 20'240'101;
};

}  // namespace

TEST_CASE("money adds, subtracts and multiplies in whole pesos") {
    CHECK(Money::pesos(3) + Money::pesos(4) == Money::pesos(7));
    CHECK(Money::pesos(3) - Money::pesos(4) == Money::pesos(-1));
    CHECK(Money::pesos(3) * 4 == Money::pesos(12));
    CHECK(4 * Money::pesos(3) == Money::pesos(12));
    Money total;
    total += Money::pesos(10);
    total -= Money::pesos(4);
    CHECK(total.in_pesos() == 6);
}

TEST_CASE("money in thousands is a thousand times its pesos") {
    CHECK(Money::thousands(24'000) == Money::pesos(24'000'000));
    CHECK(Money::pesos(1'500).in_thousands() == 1.5);
}

TEST_CASE("money without a value is nothing, and compares by amount") {
    CHECK(Money() == Money::pesos(0));
    CHECK(Money::pesos(-1) < Money());
    CHECK(Money::pesos(2) > Money::pesos(1));
}

TEST_CASE("money that overflows throws instead of wrapping") {
    const Money all = Money::pesos(most);
    const Money one = Money::pesos(1);
    CHECK_THROWS_AS((void)(all + one), BrokenInvariant);
    CHECK_THROWS_AS((void)(Money() - all - one - one), BrokenInvariant);
    CHECK_THROWS_AS((void)(all * 2), BrokenInvariant);
    CHECK_THROWS_AS((void)Money::thousands(most / 999), BrokenInvariant);
    CHECK_THROWS_AS((void)scaled(all, 2, 1), BrokenInvariant);
    CHECK((all - one) + one == all);
}

TEST_CASE("scaled money rounds half away from zero") {
    CHECK(scaled(Money::pesos(10), 1, 4) == Money::pesos(3));    // 2.5
    CHECK(scaled(Money::pesos(-10), 1, 4) == Money::pesos(-3));  // -2.5
    CHECK(scaled(Money::pesos(10), 1, 3) == Money::pesos(3));    // 3.33
    CHECK(scaled(Money::pesos(20), 1, 3) == Money::pesos(7));    // 6.67
    CHECK(scaled(Money::pesos(10), -1, 3) == Money::pesos(-3));
}

TEST_CASE("scaled money is exact even when the product passes 64 bits") {
    CHECK(scaled(Money::pesos(most), 1'000'000, 1'000'000) == Money::pesos(most));
    CHECK(scaled(Money::pesos(most - 1), 1'000, 2'000) == Money::pesos((most - 1) / 2));
}

TEST_CASE("money is not scaled by a fraction without a positive denominator") {
    CHECK_THROWS_AS((void)scaled(Money::pesos(1), 1, 0), BrokenInvariant);
    CHECK_THROWS_AS((void)scaled(Money::pesos(1), 1, -2), BrokenInvariant);
}

TEST_CASE("a decimal factor means the decimal that it prints as") {
    CHECK(scaled_by_decimal(Money::pesos(5), 1.2) == Money::pesos(6));
    CHECK(scaled_by_decimal(Money::pesos(1'000'000'000'000), 1.035) == Money::pesos(1'035'000'000'000));
    CHECK(scaled_by_decimal(Money::pesos(15), 0.1) == Money::pesos(2));  // 1.5: up, although 0.1 is not a binary number
    CHECK(scaled_by_decimal(Money::pesos(7), 1.0) == Money::pesos(7));
    CHECK(scaled_by_decimal(Money::pesos(7), 0.0) == Money());
}

TEST_CASE("money is not scaled by a factor that is not a usable number") {
    CHECK_THROWS_AS((void)scaled_by_decimal(Money::pesos(1), std::nan("")), BrokenInvariant);
    CHECK_THROWS_AS((void)scaled_by_decimal(Money::pesos(1), std::numeric_limits<double>::infinity()), BrokenInvariant);
    CHECK_THROWS_AS((void)scaled_by_decimal(Money::pesos(1), 1e9), BrokenInvariant);
}

TEST_CASE("largest remainder gives the units left over to the largest remainders") {
    // Quotas 4.7, 2.6, 1.5 and 1.2: the two units left go to the first and the second.
    CHECK(split(10, {47, 26, 15, 12}) == Parts{5, 3, 1, 1});
    CHECK(split(0, {1, 2}) == Parts{0, 0});
    CHECK(split(7, {1}) == Parts{7});
}

TEST_CASE("largest remainder gives equal remainders to the lower index") {
    CHECK(split(1, {1, 1, 1}) == Parts{1, 0, 0});
    CHECK(split(5, {1, 1, 1}) == Parts{2, 2, 1});
    CHECK(split(10, {0.1, 0.1, 0.1}) == Parts{4, 3, 3});  // decimals that are not binary numbers are equal too
}

TEST_CASE("largest remainder gives nothing for a weight of zero") {
    CHECK(split(10, {0, 1, 0, 1}) == Parts{0, 5, 0, 5});
}

TEST_CASE("largest remainder takes a share a rounding error below an integer as that integer") {
    CHECK(split(100, {0.29, 0.57, 0.14}) == Parts{29, 57, 14});
}

TEST_CASE("largest remainder keeps the minimum and shares the rest among the others") {
    // Shares 0.2, 0.2 and 9.6: the first two are raised to 1, and the third has what is left.
    CHECK(split(10, {2, 2, 96}, 1) == Parts{1, 1, 8});
    // Raising the first to 3 lowers the second's share from 3.2 to 2.8, so it is raised as well.
    CHECK(split(10, {10, 32, 58}, 3) == Parts{3, 3, 4});
    CHECK(split(10, {0, 1}, 2) == Parts{2, 8});
    CHECK(split(6, {1, 5, 9}, 2) == Parts{2, 2, 2});
}

TEST_CASE("largest remainder refuses what it cannot split") {
    CHECK_THROWS_AS((void)split(10, {}), BrokenInvariant);
    CHECK_THROWS_AS((void)split(10, {0, 0}), BrokenInvariant);
    CHECK_THROWS_AS((void)split(10, {1, -1}), BrokenInvariant);
    CHECK_THROWS_AS((void)split(10, {1, std::nan("")}), BrokenInvariant);
    CHECK_THROWS_AS((void)split(5, {1, 1, 1}, 2), BrokenInvariant);
}

TEST_CASE("largest remainder splits to the last unit, within one unit of the quota, over many random weights") {
    Numbers numbers;
    for (int trial = 0; trial < 2'000; ++trial) {
        std::vector<double> weights(static_cast<std::size_t>(1 + numbers.up_to(70)));
        for (auto& w : weights) {
            w = numbers.up_to(1'000) / 7.0;
        }
        weights[0] += 1;
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        const int whole = numbers.up_to(1'000'000);
        const Parts parts = split(whole, weights);
        REQUIRE(sum(parts) == whole);
        for (std::size_t i = 0; i < weights.size(); ++i) {
            REQUIRE(std::abs(static_cast<double>(parts[i]) - whole * weights[i] / total) < 1 + 1e-6);
        }
    }
}

TEST_CASE("largest remainder with a minimum splits to the last unit and leaves nobody below it") {
    Numbers numbers;
    for (int trial = 0; trial < 2'000; ++trial) {
        std::vector<double> weights(static_cast<std::size_t>(1 + numbers.up_to(30)));
        for (auto& w : weights) {
            w = numbers.up_to(100);
        }
        weights[0] += 1;
        const int minimum = numbers.up_to(5);
        const int whole = minimum * static_cast<int>(weights.size()) + numbers.up_to(200);
        const Parts parts = split(whole, weights, minimum);
        REQUIRE(sum(parts) == whole);
        for (const auto part : parts) {
            REQUIRE(part >= minimum);
        }
    }
}

TEST_CASE("an even split meets its sum to the peso, with shares at most one peso apart") {
    for (const std::int64_t amount : {0LL, 1LL, 100LL, 99'999'999'999LL, -100LL}) {
        for (const int parts : {1, 3, 7, 12, 365}) {
            const auto shares = split_evenly(Money::pesos(amount), parts);
            REQUIRE(std::ssize(shares) == parts);
            Money total;
            for (const Money share : shares) {
                total += share;
                CHECK(std::abs(static_cast<double>(share.in_pesos()) - static_cast<double>(amount) / parts) < 1);
            }
            CHECK(total == Money::pesos(amount));
        }
    }
}

TEST_CASE("an even split needs at least one part") {
    CHECK_THROWS_AS((void)split_evenly(Money::pesos(10), 0), BrokenInvariant);
    CHECK_THROWS_AS((void)split_evenly(Money::pesos(10), -1), BrokenInvariant);
}

TEST_CASE("parts sum to a whole beyond what a double tells apart, and none is below the minimum") {
    for (const std::int64_t whole : {9'007'199'254'740'993, 999'999'999'999'999'999, 3'999'999'999'999'999'999}) {
        for (std::size_t n = 1; n <= 70; ++n) {
            std::vector<double> weights;
            for (std::size_t i = 0; i < n; ++i) weights.push_back(0.1 + static_cast<double>(i * i % 17) / 3);
            const auto parts = largest_remainder(whole, weights, 5);
            CHECK(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == whole);
            CHECK(*std::min_element(parts.begin(), parts.end()) >= 5);
        }
    }
}
