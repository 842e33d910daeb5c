// Elementary effects, against functions whose effects are known.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <set>

#include "aforo/experiment/morris.hpp"
#include "support/rates.hpp"

using namespace aforo::experiment;

namespace {

using Points = std::vector<std::vector<double>>;

template <class Function>
std::vector<double> values(const Points& points, Function f) {
    std::vector<double> y;
    for (const auto& x : points) y.push_back(f(x));
    return y;
}

}  // namespace

TEST_CASE("a trajectory moves each input once, by half of the levels, within the cube") {
    constexpr std::size_t inputs = 7;
    const Points points = morris_points(inputs, 30, 4, 1);
    REQUIRE(points.size() == 30 * (inputs + 1));
    std::set<double> levels;
    for (std::size_t t = 0; t < 30; ++t) {
        std::vector<int> moves(inputs);
        for (std::size_t step = 0; step < inputs; ++step) {
            const auto &from = points[t * (inputs + 1) + step], &to = points[t * (inputs + 1) + step + 1];
            for (std::size_t i = 0; i < inputs; ++i) {
                levels.insert(from[i]);
                if (from[i] == to[i]) continue;
                ++moves[i];
                CHECK(std::abs(to[i] - from[i]) == doctest::Approx(2.0 / 3));
            }
        }
        CHECK(moves == std::vector<int>(inputs, 1));
    }
    CHECK(levels == std::set<double>{0, 1.0 / 3, 2.0 / 3, 1});
}

TEST_CASE("the same seed gives the same trajectories, and more of them begin with them") {
    const Points few = morris_points(5, 4, 4, 9), more = morris_points(5, 8, 4, 9);
    CHECK(few == Points(more.begin(), more.begin() + 24));
    CHECK(morris_points(5, 4, 4, 10) != few);
}

TEST_CASE("effects of a linear function are its slopes, exactly") {
    const Points points = morris_points(4, 20, 4, 3);
    const auto y = values(points, [](const auto& x) { return 5 + 3 * x[0] - 8 * x[1] + 0.5 * x[2]; });
    const auto effects = elementary_effects(points, y, 4);
    const double slopes[] = {3, -8, 0.5, 0};
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(effects[i].mean == doctest::Approx(slopes[i]).epsilon(1e-12).scale(1));
        CHECK(effects[i].mean_absolute == doctest::Approx(std::abs(slopes[i])).epsilon(1e-12).scale(1));
        CHECK(effects[i].sd < 1e-12);
        CHECK(effects[i].half_width < 1e-12);
        CHECK(effects[i].n == 20);
    }
}

TEST_CASE("an effect that goes both ways has no mean, and the mean of its size") {
    // (x − 1/2)² from 0 to 2/3 falls by 2/9, from 1/3 to 1 it grows by as much: −1/3 or 1/3 for the whole range.
    const Points points = morris_points(1, 400, 4, 5);
    const auto y = values(points, [](const auto& x) { return (x[0] - 0.5) * (x[0] - 0.5); });
    const auto effects = elementary_effects(points, y, 1);
    CHECK(effects[0].mean_absolute == doctest::Approx(1.0 / 3));
    CHECK(effects[0].half_width < 1e-12);
    CHECK(std::abs(effects[0].mean) < 4 * effects[0].sd / std::sqrt(400));
    CHECK(effects[0].sd == doctest::Approx(1.0 / 3).epsilon(0.05));
}

TEST_CASE("intervals hold the mean effect of an interaction as often as they say") {
    // x0 x1: the effect of x0 is x1, which lies on 0, 1/3, 2/3 or 1: mean 1/2, sd √5/6. At 20 trajectories an interval
    // that were a third too short would hold it in 82 % and be found out.
    int held = 0;
    constexpr int times = 1000;
    for (int k = 0; k < times; ++k) {
        const Points points = morris_points(3, 20, 4, 100 + static_cast<std::uint64_t>(k));
        const auto e = elementary_effects(points, values(points, [](const auto& x) { return x[0] * x[1]; }), 3);
        held += std::abs(e[0].mean_absolute - 0.5) <= e[0].half_width ? 1 : 0;
        if (k == 0) CHECK(e[2].mean_absolute == 0);
    }
    MESSAGE(held << " of " << times);
    CHECK(aforo::testing::may_be_at_least(0.95, held, times));
    CHECK(aforo::testing::may_be_at_most(0.95, held, times));
}

TEST_CASE("effects that lack an end are left out, and how many are left is told") {
    const Points points = morris_points(2, 10, 4, 3);
    auto y = values(points, [](const auto& x) { return 2 * x[0] + x[1]; });
    y[0] = y[4] = std::numeric_limits<double>::quiet_NaN();  // the start of the first, the middle of the second
    const auto effects = elementary_effects(points, y, 2);
    CHECK(effects[0].n + effects[1].n == 20 - 3);
    CHECK(effects[0].mean == doctest::Approx(2));
    CHECK(effects[1].mean == doctest::Approx(1));
    for (double& v : y) v = std::numeric_limits<double>::quiet_NaN();
    CHECK(elementary_effects(points, y, 2)[0].n == 0);
    CHECK(std::isnan(elementary_effects(points, y, 2)[0].mean_absolute));
}
