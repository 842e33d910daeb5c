#include "aforo/experiment/two_way.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/statistics.hpp"

namespace aforo::experiment {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double mean_of(std::span<const double> v) {
    return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
}

double variance_of(std::span<const double> v) {
    const double mean = mean_of(v);
    double squares = 0;
    for (const double x : v) squares += (x - mean) * (x - mean);
    return squares / static_cast<double>(v.size() - 1);
}

}  // namespace

double TwoWay::share_of_luck() const { return luck + ignorance > 0 ? luck / (luck + ignorance) : undefined; }

std::vector<double> TwoWay::without_luck() const {
    const double all = ignorance + error / static_cast<double>(replications);
    const double drawn = all > 0 ? std::sqrt(ignorance / all) : 1;
    std::vector<double> means;
    for (const double m : of_world) means.push_back(mean + drawn * (m - mean));
    return means;
}

TwoWay two_way(std::span<const double> values, std::size_t worlds, std::size_t replications) {
    core::ensure(worlds >= 2 && replications >= 2 && values.size() == worlds * replications,
                 "a layout has two worlds and two replications at least, and a value in each cell");
    TwoWay t{.worlds = worlds, .replications = replications, .mean = mean_of(values)};
    std::vector<double> of_replication(replications);
    for (std::size_t w = 0; w < worlds; ++w)
        t.of_world.push_back(mean_of(values.subspan(w * replications, replications)));
    for (std::size_t r = 0; r < replications; ++r) {
        for (std::size_t w = 0; w < worlds; ++w) of_replication[r] += values[w * replications + r];
        of_replication[r] /= static_cast<double>(worlds);
    }
    double squares = 0;
    for (std::size_t w = 0; w < worlds; ++w) {
        for (std::size_t r = 0; r < replications; ++r) {
            const double e = values[w * replications + r] - t.of_world[w] - of_replication[r] + t.mean;
            squares += e * e;
        }
    }
    t.error = squares / static_cast<double>((worlds - 1) * (replications - 1));
    t.ignorance = std::max(0.0, variance_of(t.of_world) - t.error / static_cast<double>(replications));
    t.luck = std::max(0.0, variance_of(of_replication) - t.error / static_cast<double>(worlds)) + t.error;
    return t;
}

double jackknife_half_width(std::span<const double> of_rest) {
    const auto n = static_cast<double>(of_rest.size());
    if (of_rest.size() < 2) return undefined;
    return student_t(0.975, n - 1) * std::sqrt((n - 1) * (n - 1) / n * variance_of(of_rest));
}

Quantile quantile_of(std::span<const double> v, double p) {
    Quantile q{undefined, undefined, undefined};
    if (v.empty()) return q;
    const double place = p * static_cast<double>(v.size() - 1);
    const auto i = static_cast<std::size_t>(place);
    q.value = i + 1 < v.size() ? v[i] + (place - static_cast<double>(i)) * (v[i + 1] - v[i]) : v[i];
    // P(v_(l) ≤ quantile) = P(at least l values below it); two-sided with 2,5 % on each side.
    const boost::math::binomial_distribution<> below(static_cast<double>(v.size()), p);
    std::size_t low = 0, high = 0;  // ranks from 1; 0: none
    for (std::size_t k = 1; k <= v.size(); ++k) {
        const auto rank = static_cast<double>(k);
        if (boost::math::cdf(below, rank - 1) <= 0.025) low = k;
        if (high == 0 && boost::math::cdf(below, rank - 1) >= 0.975) high = k;
    }
    if (low > 0 && high > 0) q.low = v[low - 1], q.high = v[high - 1];
    return q;
}

}  // namespace aforo::experiment
