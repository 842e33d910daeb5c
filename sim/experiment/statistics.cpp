#include "aforo/experiment/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <vector>

namespace aforo::experiment {

double student_t(double p, double freedom) { return boost::math::quantile(boost::math::students_t(freedom), p); }

namespace {

// Linear interpolation between order statistics (Hyndman and Fan, type 7).
double quantile(const std::vector<double>& sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(place);
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (place - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

}  // namespace

double CriticalT::operator()(std::size_t n) {
    if (known_.size() <= n) known_.resize(n + 1, 0.0);
    if (!(known_[n] > 0)) known_[n] = student_t(1 - alpha_ / 2, static_cast<double>(n) - 1);
    return known_[n];
}

double difference(double from, double to) {
    constexpr double rounding = 4 * std::numeric_limits<double>::epsilon();  // allows for some sums and one division
    const double apart = to - from;
    return std::abs(apart) <= rounding * std::max(std::abs(from), std::abs(to)) ? 0 : apart;
}

results::Estimate estimate(std::span<const double> values, double alpha) {
    CriticalT critical(alpha);
    return estimate(values, critical);
}

results::Estimate estimate(std::span<const double> values, CriticalT& critical) {
    std::vector<double> v;
    for (const double x : values) {
        if (!std::isnan(x)) v.push_back(x);
    }
    results::Estimate e;
    e.n = static_cast<int>(v.size());
    if (v.empty()) return e;
    const auto n = static_cast<double>(v.size());
    const auto [least, most] = std::minmax_element(v.begin(), v.end());
    if (*least == *most) {  // a constant has no rounding error of a sum
        e.mean = e.p50 = *least;
        if (v.size() < 2) return e;  // one value does not tell whether it varies
        e.p10 = e.p90 = *least;
        e.sd = e.half_width = 0;
        return e;
    }
    double sum = 0;
    for (const double x : v) sum += x;
    e.mean = sum / n;
    double squares = 0;
    for (const double x : v) squares += (x - e.mean) * (x - e.mean);
    e.sd = std::sqrt(squares / (n - 1));
    e.half_width = critical(v.size()) * e.sd / std::sqrt(n);
    std::sort(v.begin(), v.end());
    e.p10 = quantile(v, 0.1);
    e.p50 = quantile(v, 0.5);
    e.p90 = quantile(v, 0.9);
    return e;
}

}  // namespace aforo::experiment
