// Distributions fitted to observed lengths of time, against samples of which the distribution is known.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

#include "aforo/experiment/fit.hpp"
#include "aforo/random/quantile.hpp"

using namespace aforo;
using random::Quantile;
using results::Family;

namespace {

// A sample as even as can be: the quantiles at (k − 1/2)/n.
std::vector<double> sample_of(const Quantile& q, int n) {
    std::vector<double> values;
    for (int k = 0; k < n; ++k) values.push_back(q((k + 0.5) / n));
    return values;
}
const results::FittedFamily& of(const results::Fit& f, Family family) {
    return *std::find_if(f.families.begin(), f.families.end(), [&](const auto& one) { return one.family == family; });
}

}  // namespace

TEST_CASE("the family that a sample is of is proposed, with its mean and variation") {
    const std::vector<std::tuple<Family, Quantile, double, double>> all = {
        {Family::gamma, Quantile::gamma(32, 0.6), 32, 0.6},
        {Family::lognormal, Quantile::lognormal(32, 0.6), 32, 0.6},
        {Family::weibull, Quantile::weibull(32, 0.6), 32, 0.6},
        {Family::lognormal, Quantile::lognormal(5, 1.5), 5, 1.5},
        {Family::weibull, Quantile::weibull(5, 1.8), 5, 1.8},
        {Family::gamma, Quantile::gamma(1000, 0.1), 1000, 0.1}};
    for (const auto& [family, quantile, mean, cv] : all) {
        const auto f = experiment::fit(sample_of(quantile, 4000), "min");
        CAPTURE(static_cast<int>(family));
        CAPTURE(cv);
        CHECK(f.proposed == 0);
        CHECK(f.families.front().family == family);
        CHECK(f.families.front().mean == doctest::Approx(mean).epsilon(0.02));
        CHECK(f.families.front().cv == doctest::Approx(cv).epsilon(0.02));
        CHECK(f.families.front().distance < 0.005);
    }
    const auto f = experiment::fit(sample_of(Quantile::exponential(20), 4000), "h");
    CHECK(of(f, Family::exponential).distance < 0.002);
    CHECK(of(f, Family::exponential).mean == doctest::Approx(20).epsilon(0.001));
    CHECK(of(f, Family::gamma).cv == doctest::Approx(1).epsilon(0.01));
    CHECK(of(f, Family::weibull).cv == doctest::Approx(1).epsilon(0.01));
    CHECK(f.families.front().family == Family::exponential);  // the others need a parameter more
}

TEST_CASE("what is said of a family is what the simulation draws") {
    const auto f = experiment::fit(sample_of(Quantile::gamma(30, 0.8), 500), "min");
    const std::vector<std::pair<Family, Quantile (*)(double, double)>> all = {{Family::gamma, Quantile::gamma},
                                                                              {Family::lognormal, Quantile::lognormal},
                                                                              {Family::weibull, Quantile::weibull}};
    for (const auto& [family, make] : all) {
        const auto& one = of(f, family);
        const Quantile q = make(one.mean, one.cv);
        CHECK(q(0.5) == doctest::Approx(one.median).epsilon(1e-3));
        CHECK(q(0.9) == doctest::Approx(one.p90).epsilon(1e-3));
    }
}

TEST_CASE("no maximum near it is higher") {
    const auto values = sample_of(Quantile::gamma(30, 0.8), 300);
    const auto f = experiment::fit(values, "min");
    const auto likelihood = [&](double mean, double cv) {
        const double k = 1 / (cv * cv);
        double sum = 0;
        for (const double x : values)
            sum += (k - 1) * std::log(x) - x * k / mean - k * std::log(mean / k) - std::lgamma(k);
        return sum;
    };
    const auto& gamma = of(f, Family::gamma);
    CHECK(likelihood(gamma.mean, gamma.cv) == doctest::Approx(gamma.log_likelihood));
    for (const double by : {0.98, 1.02}) {
        CHECK(likelihood(gamma.mean * by, gamma.cv) < gamma.log_likelihood);
        CHECK(likelihood(gamma.mean, gamma.cv * by) < gamma.log_likelihood);
    }
    CHECK(gamma.aic == doctest::Approx(4 - 2 * gamma.log_likelihood));
    CHECK(gamma.bic == doctest::Approx(2 * std::log(300) - 2 * gamma.log_likelihood));
}

TEST_CASE("two humps are of no family, so the values themselves are proposed") {
    std::vector<double> values;
    for (int i = 0; i < 200; ++i) values.push_back(i % 2 == 0 ? 5 + 0.01 * i : 100 + 0.01 * i);
    const auto f = experiment::fit(values, "min");
    CHECK(f.families[f.proposed].family == Family::empirical);
    CHECK(f.families[f.proposed].yaml.empty());  // too many to list
    values.resize(30);
    const auto few = experiment::fit(values, "min");
    CHECK(few.families.back().yaml.starts_with("{empirical: {values: [5 min, "));
}

TEST_CASE("values of 0 are a part of their own of a mixture") {
    auto values = sample_of(Quantile::gamma(30, 0.5), 300);
    values.resize(400, 0.0);
    const auto f = experiment::fit(values, "days");
    CHECK(f.zeros == 100);
    CHECK(f.families.front().yaml.starts_with("{mixture: {parts: [{weight: 0.25, of: 0 days}, {weight: 0.75, of: {"));
}
