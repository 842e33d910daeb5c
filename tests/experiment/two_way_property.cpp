// What tells luck from not knowing, against models whose variances are known.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "aforo/experiment/draws.hpp"
#include "aforo/experiment/two_way.hpp"

using namespace aforo::experiment;

namespace {

struct Moments {
    double mean = 0, error = 0;
};
Moments moments(const std::vector<double>& v) {
    const auto n = static_cast<double>(v.size());
    const double mean = std::accumulate(v.begin(), v.end(), 0.0) / n;
    double squares = 0;
    for (const double x : v) squares += (x - mean) * (x - mean);
    return {mean, std::sqrt(squares / (n - 1) / n)};
}

}  // namespace

TEST_CASE("variances of a mixed model are found again, without bias") {
    // Y = 100 + a + b + e with variances 4, 1 and 9; 400 layouts of 32 worlds and 6 replications. A fault of 10 % in a
    // variance stands out by more than five standard errors.
    std::mt19937_64 random(2024);
    std::normal_distribution<double> normal;
    constexpr std::size_t worlds = 32, replications = 6;
    std::vector<double> ignorance, luck, share;
    for (int layout = 0; layout < 400; ++layout) {
        std::vector<double> values, b;
        for (std::size_t r = 0; r < replications; ++r) b.push_back(normal(random));
        for (std::size_t w = 0; w < worlds; ++w) {
            const double a = 2 * normal(random);
            for (std::size_t r = 0; r < replications; ++r) values.push_back(100 + a + b[r] + 3 * normal(random));
        }
        const TwoWay t = two_way(values, worlds, replications);
        ignorance.push_back(t.ignorance);
        luck.push_back(t.luck);
        share.push_back(t.share_of_luck());
    }
    const Moments i = moments(ignorance), l = moments(luck), s = moments(share);
    CHECK(std::abs(i.mean - 4) < 4 * i.error);
    CHECK(std::abs(l.mean - 10) < 4 * l.error);
    CHECK(i.error < 0.08);
    CHECK(std::abs(s.mean - 10.0 / 14) < 0.03);  // a ratio: nearly without bias
}

TEST_CASE("means of worlds without luck vary by what not knowing is, and by nothing where there is none") {
    std::mt19937_64 random(7);
    std::normal_distribution<double> normal;
    std::vector<double> luck_only, both;
    for (int w = 0; w < 500; ++w) {
        const double a = 3 * normal(random);
        for (int r = 0; r < 4; ++r) {
            luck_only.push_back(6 * normal(random));
            both.push_back(a + 6 * normal(random));
        }
    }
    const auto spread = [](std::vector<double> v) {
        const Moments m = moments(v);
        return m.error * std::sqrt(static_cast<double>(v.size()));
    };
    CHECK(spread(two_way(luck_only, 500, 4).without_luck()) < 1);
    CHECK(spread(two_way(both, 500, 4).of_world) > 4);  // √(9 + 36/4) = 4,2
    CHECK(spread(two_way(both, 500, 4).without_luck()) == doctest::Approx(3).epsilon(0.12));
}

TEST_CASE("values without any spread are neither luck nor ignorance") {
    const std::vector<double> values(6, 5);
    const TwoWay t = two_way(values, 3, 2);
    CHECK(t.ignorance == 0);
    CHECK(t.luck == 0);
    CHECK(std::isnan(t.share_of_luck()));
    CHECK(t.without_luck() == std::vector<double>{5, 5, 5});
}

TEST_CASE("the interval of a quantile holds it as often as it says, and few values have none") {
    std::mt19937_64 random(11);
    std::normal_distribution<double> normal;
    constexpr double true_p10 = -1.2815515655446004;
    int held = 0;
    constexpr int times = 1000;
    for (int i = 0; i < times; ++i) {
        std::vector<double> v(60);
        for (double& x : v) x = normal(random);
        std::sort(v.begin(), v.end());
        const Quantile q = quantile_of(v, 0.1);
        held += q.low <= true_p10 && true_p10 <= q.high ? 1 : 0;
    }
    CHECK(held >= 930);  // 0,95 or more; below 930 with a probability under 0,005 were it 0,95
    std::vector<double> few(35), enough(36);
    std::iota(few.begin(), few.end(), 0.0);
    std::iota(enough.begin(), enough.end(), 0.0);
    CHECK(std::isnan(quantile_of(few, 0.1).low));
    CHECK(std::isfinite(quantile_of(enough, 0.1).low));
    CHECK(quantile_of(few, 0.5).value == 17);
}

TEST_CASE("leaving out blocks gives the error of a mean of blocks") {
    // Of means of blocks the jackknife is the classical interval: t(7) s/√8.
    const std::vector<double> blocks = {3, 5, 4, 6, 2, 5, 4, 3};
    std::vector<double> rests;
    const double sum = std::accumulate(blocks.begin(), blocks.end(), 0.0);
    for (const double b : blocks) rests.push_back((sum - b) / 7);
    const Moments m = moments(blocks);
    CHECK(jackknife_half_width(rests) == doctest::Approx(2.364624 * m.error));
}

TEST_CASE("independent draws have the mean, the spread and the clumps of independent numbers") {
    Draws draws(3, 7, Draws::Kind::independent), again(3, 7, Draws::Kind::independent);
    constexpr int n = 4000, cells = 100;
    std::vector<int> counts(cells);
    double sum = 0, squares = 0, products = 0, before = 0.5, lagged = 0;
    for (int i = 0; i < n; ++i) {
        const auto p = draws.next();
        CHECK(p == again.next());
        sum += p[0];
        squares += (p[0] - 0.5) * (p[0] - 0.5);
        products += (p[0] - 0.5) * (p[1] - 0.5);
        lagged += (p[0] - 0.5) * (before - 0.5);
        before = p[0];
        ++counts[static_cast<std::size_t>(p[2] * cells)];
    }
    const double sd = std::sqrt(1.0 / 12), root = std::sqrt(static_cast<double>(n));
    CHECK(std::abs(sum / n - 0.5) < 4 * sd / root);
    CHECK(std::abs(squares / n - 1.0 / 12) < 4 * std::sqrt(1.0 / 180) / root);
    CHECK(std::abs(products / n) < 4 / 12.0 / root);
    CHECK(std::abs(lagged / n) < 4 / 12.0 / root);
    // Even points would leave hardly any spread between the cells: theirs is that of a chi square with 99 degrees.
    double chi = 0;
    for (const int c : counts) chi += (c - n / cells) * (c - n / cells) / static_cast<double>(n / cells);
    CHECK(chi > 55);
    CHECK(chi < 160);
}

TEST_CASE("draws fill the cube evenly, each block by itself, and are the same again") {
    Draws draws(5, 99), again(5, 99), other(5, 100);
    std::vector<double> sums(5), of_block(5);
    std::vector<int> tenths(10);
    bool is_same = true, is_other = false;
    constexpr int n = 8 * 64;
    for (int i = 0; i < n; ++i) {
        const auto p = draws.next();
        is_same = is_same && p == again.next();
        is_other = is_other || p != other.next();
        for (std::size_t d = 0; d < 5; ++d) {
            CHECK(p[d] > 0);
            CHECK(p[d] < 1);
            sums[d] += p[d];
            if (i % 8 == 3) of_block[d] += p[d];
        }
        ++tenths[static_cast<std::size_t>(p[2] * 10)];
    }
    CHECK(is_same);
    CHECK(is_other);
    for (std::size_t d = 0; d < 5; ++d) {
        CHECK(std::abs(sums[d] / n - 0.5) < 0.004);  // points at random: 0,013
        CHECK(std::abs(of_block[d] / 64 - 0.5) < 0.025);
    }
    for (const int tenth : tenths) CHECK(std::abs(tenth - n / 10) < 8);
}
