#include <doctest/doctest.h>

#include <boost/math/constants/constants.hpp>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/logistic.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <cmath>
#include <ctime>
#include <functional>
#include <vector>

#include "aforo/random/quantile.hpp"
#include "aforo/random/streams.hpp"

using namespace aforo::random;

namespace {

struct Atom {
    double at, probability;
};

struct Offered {
    const char* name;
    Quantile quantile;
    double mean, sd;
    std::function<double(double)> exact;  // the true quantile, from another source
    std::vector<Atom> atoms = {};
};

struct Component {
    double weight;
    std::function<double(double)> cdf;
};

// The quantile of a mixture of continuous distributions, by bisection of its distribution function.
std::function<double(double)> inverse_of(std::vector<Component> parts) {
    return [parts = std::move(parts)](double u) {
        double low = 0, high = 1e7;
        for (int i = 0; i < 200; ++i) {
            const double middle = (low + high) / 2;
            double p = 0;
            for (const auto& part : parts) p += part.weight * part.cdf(middle);
            (p < u ? low : high) = middle;
        }
        return high;
    };
}

// Boost's quantile, in the upper half as that of the complement, which keeps its digits far out.
template <class Distribution>
std::function<double(double)> boosts(Distribution d) {
    return [=](double u) { return u < 0.5 ? quantile(d, u) : quantile(complement(d, 1 - u)); };
}

// Boost's Weibull of this mean and coefficient of variation: Boost knows shapes, and the cv falls as they grow.
boost::math::weibull_distribution<> weibull(double mean, double cv) {
    double low = 0.1, high = 50;
    for (int i = 0; i < 100; ++i) {
        const double shape = (low + high) / 2;
        const boost::math::weibull_distribution<> d(shape);
        (standard_deviation(d) / boost::math::mean(d) > cv ? low : high) = shape;
    }
    const double unscaled = boost::math::mean(boost::math::weibull_distribution<>(low));
    return boost::math::weibull_distribution<>(low, mean / unscaled);
}

std::vector<Offered> offered() {
    const boost::math::gamma_distribution<> gamma(4.0, 22.5), sharp(1 / 0.0225, 28 * 0.0225);
    const double variance = std::log1p(0.49);
    const boost::math::lognormal_distribution<> lognormal(std::log(100.0) - variance / 2, std::sqrt(variance));
    return {
        {"constant", Quantile::constant(7), 7, 0, [](double) { return 7.0; }},
        {"uniform", Quantile::uniform(2, 10), 6, 8 / std::sqrt(12.0),
         boosts(boost::math::uniform_distribution<>(2, 10))},
        {"triangular", Quantile::triangular(0, 3, 9), 4, std::sqrt(63.0 / 18),
         boosts(boost::math::triangular_distribution<>(0, 3, 9))},
        {"exponential", Quantile::exponential(120), 120, 120,
         boosts(boost::math::exponential_distribution<>(1.0 / 120))},
        {"gamma, cv 0.5", Quantile::gamma(90, 0.5), 90, 45, boosts(gamma)},
        {"gamma, cv 0.15", Quantile::gamma(28, 0.15), 28, 4.2, boosts(sharp)},
        {"gamma, cv 1.2", Quantile::gamma(10, 1.2), 10, 12,
         boosts(boost::math::gamma_distribution<>(1 / 1.44, 10 * 1.44))},
        {"normal", Quantile::normal(0, 1), 0, 1, boosts(boost::math::normal_distribution<>())},
        {"logistic", Quantile::logistic(), 0, boost::math::constants::pi<double>() / std::sqrt(3.0),
         boosts(boost::math::logistic_distribution<>())},
        {"lognormal, cv 0.7", Quantile::lognormal(100, 0.7), 100, 70, boosts(lognormal)},
        {"weibull, cv 1 (exponential)", Quantile::weibull(50, 1), 50, 50,
         boosts(boost::math::exponential_distribution<>(0.02))},
        {"weibull, cv 0.5", Quantile::weibull(50, 0.5), 50, 25, boosts(weibull(50, 0.5))},
        {"weibull, cv 1.5", Quantile::weibull(50, 1.5), 50, 75, boosts(weibull(50, 1.5))},
        // The mean square over a straight piece from a to b is (a² + ab + b²)/3.
        {"empirical",
         Quantile::empirical({13, 5, 8, 8}),
         8.5,
         std::sqrt(25 / 8.0 + (25 + 40 + 64) / 12.0 + 64 / 4.0 + (64 + 104 + 169) / 12.0 + 169 / 8.0 - 8.5 * 8.5),
         [](double u) {
             return u < 0.375 ? std::max(5.0, 5 + 12 * (u - 0.125))
                              : std::min(13.0, std::max(8.0, 8 + 20 * (u - 0.625)));
         },
         {{8, 0.25}, {5, 0.125}, {13, 0.125}}},
        {"empirical, of one value", Quantile::empirical({6}), 6, 0, [](double) { return 6.0; }, {{6, 1}}},
        {"mixture of an atom at 0 and an exponential",
         Quantile::mixture({{0.1, Quantile::constant(0)}, {0.9, Quantile::exponential(30)}}),
         27,
         std::sqrt(0.9 * 1800 - 27 * 27),
         [](double u) { return u <= 0.1 ? 0.0 : -30 * std::log((1 - u) / 0.9); },
         {{0, 0.1}}},
        {"mixture with an atom in the middle and a part of no weight",
         Quantile::mixture({{3, Quantile::uniform(0, 8)}, {1, Quantile::constant(2)}, {0, Quantile::constant(9)}}),
         3.5,
         std::sqrt(0.75 * 64 / 3 + 0.25 * 4 - 3.5 * 3.5),
         [](double u) { return u <= 0.1875   ? 8 * u / 0.75
                               : u <= 0.4375 ? 2.0
                                             : 8 * (u - 0.25) / 0.75; },
         {{2, 0.25}}},
        {"mixture with a gap", Quantile::mixture({{0.3, Quantile::uniform(1, 2)}, {0.7, Quantile::uniform(4, 6)}}),
         3.95, std::sqrt(0.3 * 7 / 3 + 0.7 * 76 / 3 - 3.95 * 3.95),
         [](double u) { return u <= 0.3 ? 1 + u / 0.3 : 4 + 2 * (u - 0.3) / 0.7; }},
        {"mixture of single values with frequencies",
         Quantile::mixture({{0.2, Quantile::constant(5)}, {0.5, Quantile::constant(8)}, {0.3, Quantile::constant(13)}}),
         8.9,
         std::sqrt(0.2 * 25 + 0.5 * 64 + 0.3 * 169 - 8.9 * 8.9),
         [](double u) { return u <= 0.2   ? 5.0
                               : u <= 0.7 ? 8.0
                                          : 13.0; },
         {{5, 0.2}, {8, 0.5}, {13, 0.3}}},
        {"mixture of a gamma and a lognormal of other sizes",
         Quantile::mixture({{0.25, Quantile::gamma(90, 0.5)}, {0.75, Quantile::lognormal(100, 0.7)}}), 97.5,
         std::sqrt(0.25 * (8100 + 2025) + 0.75 * (10000 + 4900) - 97.5 * 97.5),
         inverse_of(
             {{0.25, [=](double x) { return cdf(gamma, x); }}, {0.75, [=](double x) { return cdf(lognormal, x); }}})},
        {"mixture of a short and a rare long one",
         Quantile::mixture({{0.99, Quantile::exponential(1)}, {0.01, Quantile::exponential(1000)}}), 10.99,
         std::sqrt(0.99 * 2 + 0.01 * 2e6 - 10.99 * 10.99),
         inverse_of({{0.99, [](double x) { return -std::expm1(-x); }},
                     {0.01, [](double x) { return -std::expm1(-x / 1000); }}})}};
}

constexpr int draws = 200'000;

double uniform(int i) { return Streams(7, 3).draw(static_cast<std::uint64_t>(i), 1)[i % 4]; }

}  // namespace

TEST_CASE("every distribution has the mean and the standard deviation that it is asked for") {
    for (const auto& d : offered()) {
        CAPTURE(d.name);
        double sum = 0, squares = 0;
        for (int i = 0; i < draws; ++i) {
            const double x = d.quantile(uniform(i));
            sum += x;
            squares += x * x;
        }
        const double mean = sum / draws, sd = std::sqrt(std::max(0.0, squares / draws - mean * mean));
        CHECK(std::abs(mean - d.mean) <= 4.5 * d.sd / std::sqrt(draws) + 1e-9);
        CHECK(sd == doctest::Approx(d.sd).epsilon(0.02));
    }
}

TEST_CASE("every quantile function is monotone in the uniform") {
    for (const auto& d : offered()) {
        CAPTURE(d.name);
        double before = -1e100;
        for (int i = 0; i <= 100'000; ++i) {
            const double x = d.quantile((i + 0.5) / 100'001.0);
            REQUIRE(x >= before);
            before = x;
        }
        CHECK(d.quantile(0x1p-33) <= d.quantile(0.5));
        CHECK(d.quantile(1 - 0x1p-33) >= before);
    }
}

TEST_CASE("a tabulated quantile is within 2e-4 of the exact one, relative, out to 1e-9 in both tails") {
    for (const auto& d : offered()) {
        CAPTURE(d.name);
        for (double p = 1e-9; p < 0.5; p *= 1.173) {
            CAPTURE(p);
            CHECK(d.quantile(p) == doctest::Approx(d.exact(p)).epsilon(2e-4).scale(1e-100));
            CHECK(d.quantile(1 - p) == doctest::Approx(d.exact(1 - p)).epsilon(2e-4).scale(1e-100));
        }
    }
}

// Where the quantile first exceeds (or reaches) `value`: monotone, so by bisection.
static double edge(const Quantile& q, const std::function<bool(double)>& is_past) {
    double low = 0, high = 1;
    for (int i = 0; i < 100; ++i) {
        const double middle = (low + high) / 2;
        (is_past(q(middle)) ? high : low) = middle;
    }
    return high;
}

TEST_CASE("an atom has exactly its probability, to the last uniform of 32 bits") {
    int looked_at = 0;
    for (const auto& d : offered()) {
        CAPTURE(d.name);
        for (const auto& atom : d.atoms) {
            CAPTURE(atom.at);
            const double begins = edge(d.quantile, [&](double x) { return x >= atom.at; });
            const double ends = edge(d.quantile, [&](double x) { return x > atom.at; });
            CHECK(std::abs(ends - begins - atom.probability) < 0x1p-33);
            CHECK(d.quantile((begins + ends) / 2) == atom.at);
            ++looked_at;
        }
    }
    CHECK(looked_at >= 8);
}

TEST_CASE("observed values are the quantiles of (k - 1/2)/n, with straight lines between them") {
    const auto q = Quantile::empirical({30, 10, 20, 60, 40});
    const std::pair<double, double> by_hand[] = {{0.01, 10}, {0.1, 10}, {0.2, 15}, {0.3, 20}, {0.5, 30},
                                                 {0.6, 35},  {0.7, 40}, {0.8, 50}, {0.9, 60}, {0.99, 60}};
    for (const auto& point : by_hand) {
        CAPTURE(point.first);
        CHECK(q(point.first) == doctest::Approx(point.second).epsilon(1e-12));
    }
}

TEST_CASE("a mixture of one is that one; a mixture of mixtures is one of their parts") {
    const auto gamma = Quantile::gamma(90, 0.5), lognormal = Quantile::lognormal(100, 0.7);
    const auto alone = Quantile::mixture({{1, gamma}}),
               nested =
                   Quantile::mixture({{0.5, Quantile::mixture({{0.2, gamma}, {0.8, lognormal}})}, {0.5, lognormal}}),
               flat = Quantile::mixture({{0.1, gamma}, {0.9, lognormal}});
    for (int i = 0; i < 10'000; ++i) {
        const double u = uniform(i);
        CAPTURE(u);
        REQUIRE(alone(u) == doctest::Approx(gamma(u)).epsilon(1e-9));
        REQUIRE(nested(u) == doctest::Approx(flat(u)).epsilon(1e-9));
    }
}

TEST_CASE("more weight on the lesser part lowers the mixture at every uniform") {
    const auto mixed = [](double weight) {
        return Quantile::mixture({{weight, Quantile::constant(0)}, {1 - weight, Quantile::gamma(90, 0.5)}});
    };
    const auto some = mixed(0.2), more = mixed(0.3);
    for (int i = 0; i < 10'000; ++i) REQUIRE(more(uniform(i)) <= some(uniform(i)));
}

TEST_CASE("the normal quantile agrees with Boost's to 1e-13") {
    const boost::math::normal_distribution<> normal;
    for (double p = 1e-12; p < 1; p = p < 0.4 ? p * 1.31 : p + 0.0137) {
        CAPTURE(p);
        CHECK(normal_quantile(p) == doctest::Approx(quantile(normal, p)).epsilon(1e-13));
    }
}

TEST_CASE("Poisson cumulative probabilities agree with Boost's and end in 1") {
    for (const double mean : {0.0, 0.3, 2.0, 17.0}) {
        const auto sums = poisson_cumulative(mean);
        CHECK(sums.back() == 1);
        for (std::size_t k = 0; k < sums.size() && mean > 0; ++k) {
            CHECK(
                sums[k] ==
                doctest::Approx(cdf(boost::math::poisson_distribution<>(mean), static_cast<double>(k))).epsilon(1e-12));
        }
    }
}

namespace {

constexpr double spreads[] = {0,    1e-12, 9.9e-6, 1e-5, 3e-5, 1e-4, 1e-3, 0.0064, 0.02, 0.0299, 0.03, 0.0301, 0.1,
                              0.15, 0.3,   0.5,    0.9,  1,    1.2,  2,    3,      5,    10,     30,   99,     100};

std::vector<std::pair<const char*, Quantile>> of_spread(double mean, double cv) {
    return {{"gamma", Quantile::gamma(mean, cv)},
            {"lognormal", Quantile::lognormal(mean, cv)},
            {"weibull", Quantile::weibull(mean, cv)}};
}

// By the middles of short steps in both tails, down to the smallest uniform.
double mean_of(const Quantile& q) {
    constexpr int steps = 256;
    double sum = 0;
    for (int octave = 0; octave < 33; ++octave) {
        for (int i = 0; i < steps; ++i) {
            const double width = std::ldexp(1.0 / steps, octave - 34),
                         p = std::ldexp(1 + (i + 0.5) / steps, octave - 34);
            sum += width * (q(p) + q(1 - p));
        }
    }
    return sum;
}

}  // namespace

TEST_CASE("whatever the coefficient of variation, quantiles are finite and never decrease, and the mean is the mean") {
    for (const double mean : {1e-3, 1.0, 5.4e6, 1e15}) {
        for (const double cv : spreads) {
            for (const auto& [name, q] : of_spread(mean, cv)) {
                CAPTURE(name);
                CAPTURE(mean);
                CAPTURE(cv);
                double before = 0;
                for (double p = 0x1p-33; p < 0.5; p *= 1.1) {
                    const double x = q(p);
                    REQUIRE(std::isfinite(x));
                    REQUIRE(x >= before);
                    before = x;
                }
                for (double p = 0.5; p > 0x1p-33; p /= 1.1) {
                    const double x = q(1 - p);
                    REQUIRE(std::isfinite(x));
                    REQUIRE(x >= before);
                    before = x;
                }
                CHECK(mean_of(q) == doctest::Approx(mean).epsilon(5e-4));
            }
        }
    }
}

TEST_CASE("below the least coefficient of variation a distribution is its mean, off by 2e-4 at most") {
    for (const auto& [name, q] : of_spread(90, 0.99 * Quantile::least_cv)) {
        CAPTURE(name);
        CHECK(q(0x1p-33) == 90);
        CHECK(q(1 - 0x1p-33) == 90);
    }
    for (const auto& [name, q] : of_spread(90, Quantile::least_cv)) {  // what the constant leaves out
        CAPTURE(name);
        CHECK(q(0x1p-33) < 90);
        CHECK(q(1 - 0x1p-33) > 90);
        CHECK(std::abs(q(0x1p-33) / 90 - 1) < 2e-4);
        CHECK(std::abs(q(1 - 0x1p-33) / 90 - 1) < 2e-4);
    }
}

TEST_CASE("narrow and wide distributions have the standard deviation that they are asked for") {
    for (const double cv : {1e-5, 1e-4, 0.003, 0.02, 0.0299, 0.0301, 2.0, 3.0}) {
        for (const auto& [name, q] : of_spread(1, cv)) {
            CAPTURE(name);
            CAPTURE(cv);
            double squares = 0;
            constexpr int steps = 256;
            for (int octave = 0; octave < 33; ++octave) {
                for (int i = 0; i < steps; ++i) {
                    const double width = std::ldexp(1.0 / steps, octave - 34),
                                 p = std::ldexp(1 + (i + 0.5) / steps, octave - 34);
                    squares += width * ((q(p) - 1) * (q(p) - 1) + (q(1 - p) - 1) * (q(1 - p) - 1));
                }
            }
            CHECK(std::sqrt(squares) == doctest::Approx(cv).epsilon(1e-3));
        }
    }
}

TEST_CASE("the expansion for narrow gammas meets Boost's where they meet, to 1e-8 beside the straight lines") {
    for (const double cv : {0.0299999, 0.02, 0.012}) {
        const double shape = 1 / (cv * cv);
        const boost::math::gamma_distribution<> gamma(shape, 1 / shape);
        const auto q = Quantile::gamma(1, cv);
        for (double p = 0x1p-33; p < 0.5; p *= 2) {  // at knots
            CAPTURE(p);
            CHECK(std::abs(q(p) / quantile(gamma, p) - 1) < 1e-8);
            CHECK(std::abs(q(1 - p) / quantile(complement(gamma, p)) - 1) < 1e-8);
        }
    }
}

TEST_CASE("distributions of no width are their only value") {
    CHECK(Quantile::triangular(5, 5, 5)(0.3) == 5);
    CHECK(Quantile::uniform(5, 5)(0.3) == 5);
    CHECK(Quantile::exponential(0)(0.3) == 0);
    CHECK(Quantile::gamma(0, 1)(0.3) == 0);
    CHECK(Quantile::lognormal(0, 1)(0.3) == 0);
    CHECK(Quantile::weibull(0, 1)(0.3) == 0);
    CHECK(Quantile::empirical({5})(0.3) == 5);
    CHECK(Quantile::mixture({{0, Quantile::gamma(1, 1)}, {1, Quantile::constant(5)}})(0.3) == 5);
}

TEST_CASE("a lognormal about its median is the lognormal of the mean and the spread that follow") {
    const double sigma = 1.48;
    const auto about = Quantile::lognormal_about(800, sigma),
               by_mean = Quantile::lognormal(800 * std::exp(sigma * sigma / 2), std::sqrt(std::expm1(sigma * sigma)));
    for (int i = 0; i < 1'000; ++i) CHECK(about(uniform(i)) == doctest::Approx(by_mean(uniform(i))).epsilon(1e-12));
    CHECK(about(0.5) == doctest::Approx(800).epsilon(1e-12));
}

// Of the processor, with room for a sanitizer: seconds before there was a bound.
TEST_CASE("a table takes milliseconds to make, whatever its parameters") {
    const std::clock_t began = std::clock();
    int tables = 0;
    for (const double cv : spreads) tables += static_cast<int>(of_spread(1, cv).size());
    const double seconds = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    MESSAGE(tables << " tables in " << seconds << " s");
    CHECK(seconds < 0.1 * tables);
}
