#include <doctest/doctest.h>

#include <cmath>

#include "aforo/verify/theory.hpp"

using namespace aforo::verify;
using doctest::Approx;

TEST_CASE("waits and losses are the published ones") {
    CHECK(stationary({.arrivals = 0.5, .service = 1, .servers = 1}).wait == Approx(1.0));
    CHECK(stationary({.arrivals = 9, .service = 1, .servers = 10}).wait == Approx(0.668732).epsilon(1e-6));
    CHECK(stationary({.arrivals = 48, .service = 1, .servers = 50, .impatience = 0.5}).abandoned ==
          Approx(0.030912).epsilon(1e-4));
    // Erlang B by its recursion.
    double blocked = 1;
    for (int c = 1; c <= 10; ++c) blocked = 8 * blocked / (c + 8 * blocked);
    CHECK(stationary({.arrivals = 8, .service = 1, .servers = 10, .room = 0}).blocked == Approx(blocked));
    // M/M/1/K: (1 − ρ) ρ^K / (1 − ρ^(K+1)).
    const double rho = 0.8;
    CHECK(stationary({.arrivals = rho, .service = 1, .servers = 1, .room = 3}).blocked ==
          Approx((1 - rho) * std::pow(rho, 4) / (1 - std::pow(rho, 5))));
    CHECK(stationary({.arrivals = 95, .service = 1, .servers = 100}).wait == Approx(0.101291).epsilon(1e-4));
}

TEST_CASE("a general service waits as its variance says, and an exponential one as M/M/1") {
    CHECK(wait_of_mg1(0.8, 1, 1) == Approx(stationary({.arrivals = 0.8, .service = 1, .servers = 1}).wait));
    CHECK(wait_of_mg1(0.8, 1, 0) == Approx(wait_of_mg1(0.8, 1, 1) / 2));
}

TEST_CASE("with two classes the first waits less, and both together as one") {
    const auto waits = waits_of_priority({3, 6}, 1, 10);
    CHECK(waits[0] == Approx(0.095533).epsilon(1e-5));
    CHECK(waits[1] == Approx(0.955331).epsilon(1e-5));
    CHECK((3 * waits[0] + 6 * waits[1]) / 9 == Approx(stationary({.arrivals = 9, .service = 1, .servers = 10}).wait));

    const auto leave = abandoned_of_priority({3, 7}, 1, 10, 0.25);
    CHECK(leave[0] == Approx(0.023290).epsilon(1e-4));
    CHECK(leave[1] == Approx(0.109690).epsilon(1e-4));
    const double all = stationary({.arrivals = 10, .service = 1, .servers = 10, .impatience = 0.25}).abandoned;
    CHECK(0.3 * leave[0] + 0.7 * leave[1] == Approx(all).epsilon(1e-8));
}

TEST_CASE("with servers for all the number is the rate times the stay, once it has settled") {
    const std::vector<double> per_day(3000, 7.0);
    CHECK(number_after(per_day, 60) == Approx(420));
    CHECK(number_after(std::vector<double>{7.0}, 1e9) == Approx(7));
}

TEST_CASE("shifts that never end are M/M/c") {
    std::array<double, 24> even{};
    even.fill(1.4);
    const double wait = wait_of_shifts(even, 1, {{0, 24}, {0, 24}});
    CHECK(wait == Approx(stationary({.arrivals = 1.4, .service = 1, .servers = 2}).wait).epsilon(1e-6));
}
