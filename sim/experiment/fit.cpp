#include "aforo/experiment/fit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <cmath>
#include <functional>
#include <numeric>

#include "aforo/scenario/edit.hpp"

namespace aforo::experiment {

namespace {

namespace math = boost::math;
using results::Family;
using results::FittedFamily;
using Values = std::vector<double>;

// A distribution with its functions, so that all families are compared by the same code.
struct Candidate {
    Family family;
    int parameters;
    double mean, cv;
    std::function<double(double)> density, cumulative, quantile;
};

template <class D>
Candidate candidate(Family family, int parameters, double mean, double cv, D d) {
    return {family,
            parameters,
            mean,
            cv,
            [d](double x) { return math::pdf(d, x); },
            [d](double x) { return math::cdf(d, x); },
            [d](double p) { return math::quantile(d, p); }};
}

double mean_of(const Values& v) { return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size()); }

// The root of a function that is negative at `low` and positive at `high`.
template <class F>
double root_of(F f, double low, double high) {
    std::uintmax_t rounds = 200;
    const auto ends = math::tools::toms748_solve(f, low, high, math::tools::eps_tolerance<double>(50), rounds);
    return (ends.first + ends.second) / 2;
}

Candidate exponential(const Values& v) {
    const double mean = mean_of(v);
    return candidate(Family::exponential, 1, mean, 1, math::exponential(1 / mean));
}

// The shape k solves log k − ψ(k) = log of the mean − mean of the logs, whose left side falls from ∞ to 0.
Candidate gamma(const Values& v) {
    const double mean = mean_of(v);
    double logs = 0;
    for (const double x : v) logs += std::log(x / mean);
    const double s = -logs / static_cast<double>(v.size());
    const double shape = std::exp(root_of(
        [&](double log_k) {
            const double k = std::exp(log_k);
            return s - (log_k - math::digamma(k));
        },
        std::log(1e-3), std::log(1e8)));
    return candidate(Family::gamma, 2, mean, 1 / std::sqrt(shape), math::gamma_distribution(shape, mean / shape));
}

Candidate lognormal(const Values& v) {
    Values logs(v.size());
    std::transform(v.begin(), v.end(), logs.begin(), [](double x) { return std::log(x); });
    const double mu = mean_of(logs);
    double square = 0;
    for (const double x : logs) square += (x - mu) * (x - mu);
    square /= static_cast<double>(v.size());
    return candidate(Family::lognormal, 2, std::exp(mu + square / 2), std::sqrt(std::expm1(square)),
                     math::lognormal(mu, std::sqrt(square)));
}

// The shape k solves Σ xᵏ log x / Σ xᵏ − 1/k = mean of the logs, whose left side rises. Values are relative to the
// greatest, so that no power overflows.
Candidate weibull(const Values& v) {
    const double greatest = *std::max_element(v.begin(), v.end());
    Values logs(v.size());
    std::transform(v.begin(), v.end(), logs.begin(), [&](double x) { return std::log(x / greatest); });
    const double mean_log = mean_of(logs);
    const auto powers = [&](double k) {
        double sum = 0, with_log = 0;
        for (const double l : logs) {
            const double power = std::exp(k * l);
            sum += power;
            with_log += power * l;
        }
        return std::pair{sum, with_log};
    };
    const double shape = root_of(
        [&](double k) {
            const auto [sum, with_log] = powers(k);
            return with_log / sum - 1 / k - mean_log;
        },
        1e-3, 1e5);
    const double scale = greatest * std::pow(powers(shape).first / static_cast<double>(v.size()), 1 / shape);
    const double first = std::lgamma(1 + 1 / shape), second = std::lgamma(1 + 2 / shape);
    return candidate(Family::weibull, 2, scale * std::exp(first), std::sqrt(std::expm1(second - 2 * first)),
                     math::weibull(shape, scale));
}

// The greatest distance between the observed and the stated shares, before and after each step of the observed ones.
double distance_of(const Values& sorted, const Candidate& c) {
    const auto n = static_cast<double>(sorted.size());
    double greatest = 0;
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t next = i + 1;
        while (next < sorted.size() && sorted[next] == sorted[i]) ++next;
        const double f = c.cumulative(sorted[i]);
        greatest =
            std::max({greatest, std::abs(f - static_cast<double>(i) / n), std::abs(static_cast<double>(next) / n - f)});
        i = next;
    }
    return greatest;
}

double tails_of(const Values& sorted, const Candidate& c) {
    const std::size_t n = sorted.size();
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double low = std::clamp(c.cumulative(sorted[i]), 1e-300, 1.0);
        const double high = std::clamp(1 - c.cumulative(sorted[n - 1 - i]), 1e-16, 1.0);
        sum += (2 * static_cast<double>(i) + 1) * (std::log(low) + std::log(high));
    }
    return -static_cast<double>(n) - sum / static_cast<double>(n);
}

// The p-quantile as the simulation takes it from observed values (Hazen).
double quantile_of(const Values& sorted, double p) {
    const double at = p * static_cast<double>(sorted.size()) - 0.5;
    if (at <= 0) return sorted.front();
    const auto i = static_cast<std::size_t>(at);
    if (i + 1 >= sorted.size()) return sorted.back();
    return sorted[i] + (at - static_cast<double>(i)) * (sorted[i + 1] - sorted[i]);
}

// Six digits: nobody measures more, and they are written without an exponent.
std::string number(double x) {
    const double size = x > 0 ? std::pow(10, 5 - std::floor(std::log10(x))) : 1;
    return scenario::Quantity{scenario::Quantity::Kind::number, std::round(x * size) / size}.text();
}

constexpr std::size_t most_to_list = 40;

// Values of 0 are a part of their own, because no family but the empirical has them.
std::string yaml_of(const FittedFamily& f, const results::Fit& fit, const Values& all) {
    if (f.family == Family::empirical) {
        if (all.size() > most_to_list) return "";
        std::string values;
        for (const double x : all) values += (values.empty() ? "" : ", ") + number(x) + " " + fit.unit;
        return "{empirical: {values: [" + values + "]}}";
    }
    static constexpr std::array words = {"exponential", "gamma", "lognormal", "weibull"};
    const std::string mean = number(f.mean) + " " + fit.unit;
    const std::string one = f.family == Family::exponential
                                ? fmt::format("{{exponential: {{mean: {}}}}}", mean)
                                : fmt::format("{{{}: {{mean: {}, cv: {}}}}}",
                                              words.at(static_cast<std::size_t>(f.family)), mean, number(f.cv));
    if (fit.zeros == 0) return one;
    // Weights sum to 1 to the last digit.
    const double none = std::round(1e6 * static_cast<double>(fit.zeros) / static_cast<double>(fit.values)) / 1e6;
    return fmt::format("{{mixture: {{parts: [{{weight: {}, of: 0 {}}}, {{weight: {}, of: {}}}]}}}}", number(none),
                       fit.unit, number(1 - none), one);
}

FittedFamily judged(const Candidate& c, const Values& above) {
    const auto n = static_cast<double>(above.size());
    FittedFamily f{.family = c.family, .mean = c.mean, .cv = c.cv, .parameters = c.parameters};
    double sum = 0;
    for (const double x : above) sum += std::log(std::max(c.density(x), 1e-300));
    f.log_likelihood = sum;
    f.aic = 2 * c.parameters - 2 * sum;
    f.bic = c.parameters * std::log(n) - 2 * sum;
    f.distance = distance_of(above, c);
    f.tails = tails_of(above, c);
    f.median = c.quantile(0.5);
    f.p90 = c.quantile(0.9);
    return f;
}

}  // namespace

results::Fit fit(std::vector<double> values, const std::string& unit) {
    std::sort(values.begin(), values.end());
    const Values above(std::upper_bound(values.begin(), values.end(), 0.0), values.end());
    results::Fit fit{.unit = unit, .values = values.size(), .zeros = values.size() - above.size()};
    fit.mean = mean_of(values);
    double square = 0;
    for (const double x : values) square += (x - fit.mean) * (x - fit.mean);
    fit.cv = std::sqrt(square / static_cast<double>(values.size() - 1)) / fit.mean;
    fit.least = values.front();
    fit.median = quantile_of(values, 0.5);
    fit.p90 = quantile_of(values, 0.9);
    fit.greatest = values.back();
    fit.by_chance = 1.358 / std::sqrt(static_cast<double>(above.size()));  // 5 % of samples, by Kolmogorov's limit

    std::vector<Candidate> candidates = {exponential(above), gamma(above), lognormal(above), weibull(above)};
    std::vector<std::pair<FittedFamily, std::size_t>> ranked;
    for (std::size_t i = 0; i < candidates.size(); ++i) ranked.emplace_back(judged(candidates[i], above), i);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first.aic < b.first.aic; });
    for (const auto& [family, i] : ranked) fit.families.push_back(family);
    double above_square = 0;
    const double above_mean = mean_of(above);
    for (const double x : above) above_square += (x - above_mean) * (x - above_mean);
    fit.families.push_back({.family = Family::empirical,
                            .mean = above_mean,
                            .cv = std::sqrt(above_square / static_cast<double>(above.size())) / above_mean,
                            .median = quantile_of(above, 0.5),
                            .p90 = quantile_of(above, 0.9)});
    for (auto& family : fit.families) family.yaml = yaml_of(family, fit, values);
    // With many values every family is told from the truth, so it must also be off by what matters.
    constexpr double what_matters = 0.05;
    if (fit.families.front().distance > std::max(fit.by_chance, what_matters)) fit.proposed = fit.families.size() - 1;

    constexpr std::size_t most_points = 60;
    const std::size_t points = std::min(most_points, above.size());
    for (std::size_t k = 0; k < points; ++k) {
        const std::size_t at = points == 1 ? 0 : k * (above.size() - 1) / (points - 1);
        const double x = above[at];
        if (!fit.points.empty() && fit.points.back().x == x) continue;
        const auto up_to = std::upper_bound(above.begin(), above.end(), x) - above.begin();
        results::Fit::Point point{x, static_cast<double>(up_to) / static_cast<double>(above.size()), {}};
        for (const auto& [family, i] : ranked) point.fitted.push_back(candidates[i].cumulative(x));
        fit.points.push_back(std::move(point));
    }
    return fit;
}

}  // namespace aforo::experiment
