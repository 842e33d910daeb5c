#include <doctest/doctest.h>

#include <vector>

#include "bench/by_hand.hpp"
#include "queues.hpp"

using namespace aforo;
using namespace testing;

namespace {

// How far the mean of replications lies from `expected`, in standard errors.
double z_of(const std::vector<double>& values, double expected) {
    double sum = 0, squares = 0;
    for (const double x : values) sum += x;
    const auto n = static_cast<double>(values.size());
    for (const double x : values) squares += (x - sum / n) * (x - sum / n);
    return (sum / n - expected) / std::sqrt(squares / (n - 1) / n);
}

}  // namespace

// An M/M/1 that starts empty stays below its long-run mean: by hardly anything after 1000 times the time that it takes
// to forget its start, 1/(1 - √ρ)² = 380 mean services.
TEST_CASE_TEMPLATE("an M/M/1 of load 0.9 waits nine services on average", List, des::Heap, des::Wheel) {
    std::vector<double> waits;
    for (std::uint32_t r = 0; r < 40; ++r) waits.push_back(OneServer<List, Keyed>(0.9, Keyed(1, r)).mean_wait(400'000));
    CHECK(std::abs(z_of(waits, 9.0)) < 4);
}

TEST_CASE_TEMPLATE("an M/M/1 of load 0.5 waits one service on average", List, des::Heap, des::Wheel) {
    std::vector<double> waits;
    for (std::uint32_t r = 0; r < 40; ++r) waits.push_back(OneServer<List, Keyed>(0.5, Keyed(1, r)).mean_wait(100'000));
    CHECK(std::abs(z_of(waits, 1.0)) < 4);
}

// The shares are those of the birth and death process of both classes, solved numerically.
TEST_CASE_TEMPLATE("of an M/M/10+M with priorities both classes abandon as theory says", List, des::Heap, des::Wheel) {
    std::vector<double> first, second;
    for (std::uint32_t r = 0; r < 40; ++r) {
        const auto left = TenServers<List, Keyed>(Keyed(1, r)).abandoned(200'000);
        first.push_back(left[0]);
        second.push_back(left[1]);
    }
    CHECK(std::abs(z_of(first, 0.023290)) < 4);
    CHECK(std::abs(z_of(second, 0.109690)) < 4);
}

TEST_CASE_TEMPLATE("the kernel finds what loops by hand find with the same draws, up to its milliseconds", Draws, Keyed,
                   Sequential) {
    constexpr std::uint32_t customers = 50'000;
    for (std::uint32_t r = 0; r < 5; ++r) {
        const Draws draws(7, r);
        const auto by_kernel =
            doctest::Approx(OneServer<des::Heap, Draws>(0.9, draws).mean_wait(customers)).epsilon(1e-4);
        CHECK(OneServer<des::Wheel, Draws>(0.9, draws).mean_wait(customers) == by_kernel);
        CHECK(by_hand::lindley(0.9, draws, customers) == by_kernel);
        CHECK(by_hand::two_clocks(0.9, draws, customers) == by_kernel);
        CHECK(by_hand::bare_heap(0.9, draws, customers) == by_kernel);

        // A customer whose place falls within the same millisecond may go otherwise: a few of 50 000, not more.
        const auto heap = TenServers<des::Heap, Draws>(draws).abandoned(customers),
                   wheel = TenServers<des::Wheel, Draws>(draws).abandoned(customers),
                   by_hand = by_hand::bare_heap_of_ten(draws, customers);
        CHECK(heap == wheel);
        for (std::size_t c = 0; c < 2; ++c) CHECK(std::abs(by_hand[c] - heap[c]) < 1e-3);
    }
}
