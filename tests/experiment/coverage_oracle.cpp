#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "aforo/experiment/statistics.hpp"
#include "des/queues.hpp"

using namespace aforo;

// Ten replications an interval, of the first 5000 customers of an M/M/1 of load 0.5. It starts empty, which lowers
// their mean wait by less than a thousandth: by a fortieth of an interval's standard error.
TEST_CASE("of 1000 intervals of 95 % for the mean wait of an M/M/1, which is 1, 93 to 97 % hold it") {
    experiment::CriticalT critical;
    int held = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        std::vector<double> waits;
        for (std::uint32_t replication = 0; replication < 10; ++replication) {
            testing::OneServer<des::Heap, testing::Keyed> queue(0.5, testing::Keyed(seed, replication));
            waits.push_back(queue.mean_wait(5000));
        }
        const auto e = experiment::estimate(waits, critical);
        if (std::abs(e.mean - 1) <= e.half_width) ++held;
    }
    CAPTURE(held);
    CHECK(held >= 930);
    CHECK(held <= 970);
}
