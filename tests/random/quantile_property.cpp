#include <doctest/doctest.h>

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <cmath>
#include <functional>
#include <vector>

#include "aforo/random/quantile.hpp"
#include "aforo/random/streams.hpp"

using namespace aforo::random;

namespace {

struct Offered {
    const char* name;
    Quantile quantile;
    double mean, sd;
    std::function<double(double)> exact;  // the true quantile, where another source has it
};

std::vector<Offered> offered() {
    const boost::math::gamma_distribution<> gamma(4.0, 22.5), sharp(1 / 0.0225, 28 * 0.0225);
    const double variance = std::log1p(0.49);
    const boost::math::lognormal_distribution<> lognormal(std::log(100.0) - variance / 2, std::sqrt(variance));
    return {
        {"constant", Quantile::constant(7), 7, 0, [](double) { return 7.0; }},
        {"uniform", Quantile::uniform(2, 10), 6, 8 / std::sqrt(12.0), [](double u) { return 2 + 8 * u; }},
        {"triangular", Quantile::triangular(0, 3, 9), 4, std::sqrt(63.0 / 18),
         [](double u) { return u < 1.0 / 3 ? std::sqrt(27 * u) : 9 - std::sqrt(54 * (1 - u)); }},
        {"exponential", Quantile::exponential(120), 120, 120, [](double u) { return -120 * std::log1p(-u); }},
        {"gamma, cv 0.5", Quantile::gamma(90, 0.5), 90, 45, [=](double u) { return quantile(gamma, u); }},
        {"gamma, cv 0.15", Quantile::gamma(28, 0.15), 28, 4.2, [=](double u) { return quantile(sharp, u); }},
        {"lognormal, cv 0.7", Quantile::lognormal(100, 0.7), 100, 70, [=](double u) { return quantile(lognormal, u); }},
        {"weibull, cv 1 (exponential)", Quantile::weibull(50, 1), 50, 50,
         [](double u) { return -50 * std::log1p(-u); }},
        {"weibull, cv 0.5", Quantile::weibull(50, 0.5), 50, 25, nullptr}};
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
        double before = -1;
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
        if (!d.exact) continue;
        CAPTURE(d.name);
        for (double p = 1e-9; p < 0.5; p *= 1.173) {
            CAPTURE(p);
            CHECK(d.quantile(p) == doctest::Approx(d.exact(p)).epsilon(2e-4));
            CHECK(d.quantile(1 - p) == doctest::Approx(d.exact(1 - p)).epsilon(2e-4));
        }
    }
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
