// What so many values tell: an estimate never says more than they do.
#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "aforo/experiment/statistics.hpp"

using namespace aforo;
using results::undefined;

namespace {

results::Estimate of(const std::vector<double>& values) { return experiment::estimate(values); }

}  // namespace

TEST_CASE("nothing has no mean, whether it is empty or undefined in every replication") {
    for (const auto& e : {of({}), of({undefined, undefined}), results::Estimate{}}) {
        CHECK(e.n == 0);
        for (const double v : {e.mean, e.sd, e.half_width, e.p10, e.p50, e.p90}) CHECK(std::isnan(v));
    }
}

TEST_CASE("one value is its own mean and median; of how it varies it tells nothing") {
    for (const auto& e : {of({7}), of({undefined, 7, undefined})}) {
        CHECK(e.n == 1);
        CHECK(e.mean == 7);
        CHECK(e.p50 == 7);
        for (const double v : {e.sd, e.half_width, e.p10, e.p90}) CHECK(std::isnan(v));
    }
}

TEST_CASE("two equal values do not vary: sd and half-width are 0, which is not the same as unknown") {
    const auto e = of({7, undefined, 7});
    CHECK(e.n == 2);
    CHECK(e.sd == 0);
    CHECK(e.half_width == 0);
    CHECK(e.p10 == 7);
    CHECK(e.p90 == 7);
}

TEST_CASE("two values that differ have the interval of Student's t with one degree of freedom") {
    const auto e = of({1, 3});
    CHECK(e.mean == 2);
    CHECK(e.sd == doctest::Approx(std::sqrt(2)));
    CHECK(e.half_width == doctest::Approx(12.7062));  // t₁,₀.₉₇₅ × √2 / √2
    CHECK(e.p10 == doctest::Approx(1.2));
}

TEST_CASE("a difference that is no more than the rounding of the two is none") {
    CHECK(experiment::difference(0.1, 0.1 + 1e-17) == 0);
    CHECK(experiment::difference(0.3, 0.1 + 0.2) == 0);
    CHECK(experiment::difference(-0.3, -(0.1 + 0.2)) == 0);
    CHECK(experiment::difference(0, 1e-17) == 1e-17);                        // of its own size
    CHECK(experiment::difference(15'563'465.123, 15'563'465.124) > 0.0009);  // a peso of a programme's
    CHECK(experiment::difference(3, 5) == 2);
    CHECK(experiment::difference(5, 3) == -2);
    CHECK(std::isnan(experiment::difference(undefined, 1)));
    CHECK(std::isnan(experiment::difference(1, undefined)));
}
