// The inventory example of SSJ, a library for simulation in Java (P. L'Ecuyer, "A user's guide of SSJ", InventoryCRN),
// on aforo's kernel and keyed numbers: how much two policies differ, with common random numbers and without.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "aforo/des/event_list.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/random/quantile.hpp"
#include "aforo/random/streams.hpp"

using namespace aforo;

namespace {

// Each day Poisson(100) items are asked for, what is not there is lost. In the evening, with fewer than `least` left,
// as many are ordered as `full` lacks; with probability 0.95 they are there next morning, else never.
class Inventory {
public:
    Inventory(int least, int full) : least_(least), full_(full) {}

    // The mean profit per day over `days`.
    double profit(const random::Streams& streams, int days) {
        streams_ = streams;
        stock_ = full_;
        orders_ = 0;
        profit_ = 0;
        clock_.restart({}, core::Time(core::days(days)));
        clock_.schedule(core::Time(core::hours(20)), des::Phase::completion, evening, 0);
        clock_.run(
            [this](std::uint8_t type, std::uint32_t n) { type == evening ? close(n) : deliver(static_cast<int>(n)); });
        return profit_ / days;
    }

private:
    enum Type : std::uint8_t { evening, delivery };
    static constexpr double price = 2, holding = 0.1, per_order = 10, per_item = 1, arrives = 0.95;

    void close(std::uint32_t day) {
        const int sold = std::min(stock_, demand(day));
        stock_ -= sold;
        profit_ += price * sold - holding * stock_;
        // SSJ takes the uniforms of orders in a row, so the n-th order has the n-th one: here the order is the entity.
        if (stock_ < least_ && streams_.draw(orders_++, 1)[0] < arrives) {
            const int ordered = full_ - stock_;
            profit_ -= per_order + per_item * ordered;
            clock_.schedule(clock_.now() + core::hours(12), des::Phase::calendar, delivery,
                            static_cast<std::uint32_t>(ordered));
        }
        clock_.schedule(clock_.now() + core::days(1), des::Phase::completion, evening, day + 1);
    }
    void deliver(int items) { stock_ += items; }

    // A Poisson(100) as the sum of two of mean 50, one uniform each.
    [[nodiscard]] int demand(std::uint32_t day) const {
        const auto u = streams_.draw(day, 0);
        const auto poisson = [&](double p) {
            return std::lower_bound(cumulative_.begin(), cumulative_.end(), p) - cumulative_.begin();
        };
        return static_cast<int>(poisson(u[0]) + poisson(u[1]));
    }

    des::Kernel<des::Heap> clock_;
    std::vector<double> cumulative_ = random::poisson_cumulative(50);
    random::Streams streams_{0, 0};
    int least_, full_, stock_ = 0;
    std::uint32_t orders_ = 0;
    double profit_ = 0;
};

// What (80, 200) earns more a day than (80, 198).
results::Estimate difference(std::uint64_t seed, std::uint64_t other_seed, std::uint32_t runs, int days) {
    Inventory a(80, 198), b(80, 200);
    std::vector<double> differences;
    for (std::uint32_t r = 0; r < runs; ++r) {
        differences.push_back(b.profit(random::Streams(other_seed, r), days) -
                              a.profit(random::Streams(seed, r), days));
    }
    return experiment::estimate(differences);
}

// What SSJ prints of two experiments, by its sources (InventoryCRN.res and InventoryCRN.txt).
struct Published {
    std::uint32_t runs;
    int days;
    double common, common_sd, independent, independent_sd, ratio_of_variances;
    double ratio_error;  // its relative standard error: heavy tails make it more than that of normal values
};
constexpr Published published[] = {{500, 2000, 0.308, 0.108, 0.320, 0.483, 19.95, 0.10},
                                   {5000, 200, 0.315, 0.352, 0.266, 1.530, 18.85, 0.03}};

}  // namespace

// Two simulations, theirs and this: both have their error.
TEST_CASE("common random numbers find SSJ's difference between two policies, with a twentieth of the variance") {
    for (const auto& p : published) {
        CAPTURE(p.runs);
        const auto common = difference(1, 1, p.runs, p.days), independent = difference(1, 2, p.runs, p.days);
        const double root = std::sqrt(p.runs);
        CHECK(std::abs(common.mean - p.common) < 4 * std::hypot(common.sd, p.common_sd) / root);
        CHECK(std::abs(independent.mean - p.independent) < 4 * std::hypot(independent.sd, p.independent_sd) / root);
        const double ratio = independent.sd * independent.sd / (common.sd * common.sd);
        CAPTURE(ratio);
        CHECK(std::abs(std::log(ratio / p.ratio_of_variances)) < 4 * std::sqrt(2.0) * p.ratio_error);
        CHECK(common.half_width < independent.half_width / 4);
    }
}
