#include "aforo/random/quantile.hpp"

#include <algorithm>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cstdint>

namespace aforo::random {

namespace {

template <std::size_t N>
double polynomial(const double (&c)[N], double x) {
    double sum = c[N - 1];
    for (std::size_t i = N - 1; i-- > 0;) {
        sum = sum * x + c[i];
    }
    return sum;
}

constexpr double central_p[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double central_q[] = {1.0,
                                4.2313330701600911252e+1,
                                6.8718700749205790830e+2,
                                5.3941960214247511077e+3,
                                2.1213794301586595867e+4,
                                3.9307895800092710610e+4,
                                2.8729085735721942674e+4,
                                5.2264952788528545610e+3};
constexpr double middle_p[] = {1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
                               3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
                               2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double middle_q[] = {1.0,
                               2.05319162663775882187e0,
                               1.67638483018380384940e0,
                               6.89767334985100004550e-1,
                               1.48103976427480074590e-1,
                               1.51986665636164571966e-2,
                               5.47593808499534494600e-4,
                               1.05075007164441684324e-9};
constexpr double tail_p[] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                             2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                             2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double tail_q[] = {1.0,
                             5.99832206555887937690e-1,
                             1.36929880922735805310e-1,
                             1.48753612908506148525e-2,
                             7.86869131145613259100e-4,
                             1.84631831751005468180e-5,
                             1.42151175831644588870e-7,
                             2.04426310338993978564e-15};

// Extreme parameters of a distribution are no reason to stop: with this policy Boost returns its nearest value.
namespace errors = boost::math::policies;
using NeverThrows =
    errors::policy<errors::domain_error<errors::ignore_error>, errors::pole_error<errors::ignore_error>,
                   errors::overflow_error<errors::ignore_error>, errors::evaluation_error<errors::ignore_error>>;

// The quantile at the normal's z of a gamma with mean 1 and small cv: the first terms of the expansion of Cornish and
// Fisher (1960) for the chi-squared (Goldberg and Levine, 1946). Boost's iterations take seconds for such a cv.
// For cv ≤ 0.03 and |z| ≤ 6.4 the relative error is below 1e-8.
double narrow_gamma(double cv, double z) {
    const double z2 = z * z;
    const double terms[] = {1,
                            z,
                            (z2 - 1) / 3,
                            z * (z2 - 7) / 36,
                            -((3 * z2 + 7) * z2 - 16) / 810,
                            z * ((9 * z2 + 256) * z2 - 433) / 38880};
    return polynomial(terms, cv);
}
constexpr double narrow_cv = 0.03;

}  // namespace

double normal_quantile(double u) {
    const double q = u - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(central_p, r) / polynomial(central_q, r);
    }
    const double r = std::sqrt(-std::log(std::min(u, 1 - u)));
    const double z = r <= 5 ? polynomial(middle_p, r - 1.6) / polynomial(middle_q, r - 1.6)
                            : polynomial(tail_p, r - 5) / polynomial(tail_q, r - 5);
    return q < 0 ? -z : z;
}

std::vector<double> poisson_cumulative(double mean) {
    double term = std::exp(-mean);
    std::vector<double> sums = {term};
    for (int k = 1; k < 400 && sums.back() < 1 - 1e-16; ++k) {
        term *= mean / k;
        sums.push_back(std::min(1.0, sums.back() + term));
    }
    sums.back() = 1;
    return sums;
}

Quantile Quantile::constant(double value) {
    Quantile q;
    q.a_ = value;
    return q;
}

Quantile Quantile::uniform(double low, double high) {
    Quantile q;
    q.kind_ = Kind::linear;
    q.a_ = low;
    q.b_ = high - low;
    return q;
}

Quantile Quantile::exponential(double mean) {
    if (mean <= 0) return constant(0);
    return tabulate([=](double p, bool upper) { return -mean * (upper ? std::log(p) : std::log1p(-p)); });
}

Quantile Quantile::triangular(double low, double mode, double high) {
    if (low == high) return constant(low);
    const double at_mode = (mode - low) / (high - low);
    return tabulate([=](double p, bool upper) {
        const double u = upper ? 1 - p : p;
        if (u <= at_mode) {
            return low + std::sqrt(u * (high - low) * (mode - low));
        }
        return high - std::sqrt((upper ? p : 1 - u) * (high - low) * (high - mode));
    });
}

Quantile Quantile::gamma(double mean, double cv) {
    if (is_constant(mean, cv)) return constant(mean);
    if (cv < narrow_cv) {
        return tabulate([=](double p, bool upper) {
            const double z = normal_quantile(p);
            return mean * narrow_gamma(cv, upper ? -z : z);
        });
    }
    const double shape = 1 / (cv * cv);
    const double scale = mean / shape;
    return tabulate([=](double p, bool upper) {
        return scale * (upper ? boost::math::gamma_q_inv(shape, p, NeverThrows())
                              : boost::math::gamma_p_inv(shape, p, NeverThrows()));
    });
}

Quantile Quantile::normal(double mean, double sd) {
    return tabulate([=](double p, bool upper) {
        const double z = normal_quantile(p);
        return mean + sd * (upper ? -z : z);
    });
}

Quantile Quantile::logistic() {
    return tabulate([](double p, bool upper) {
        const double logit = std::log(p / (1 - p));
        return upper ? -logit : logit;
    });
}

Quantile Quantile::lognormal(double mean, double cv) {
    if (is_constant(mean, cv)) return constant(mean);
    const double variance = std::log1p(cv * cv);
    const double mu = std::log(mean) - variance / 2, sd = std::sqrt(variance);
    return tabulate([=](double p, bool upper) {
        const double z = normal_quantile(p);
        return std::exp(mu + sd * (upper ? -z : z));
    });
}

Quantile Quantile::lognormal_about(double median, double sigma) {
    if (is_constant(median, sigma)) return constant(median);
    return tabulate([=](double p, bool upper) {
        const double z = normal_quantile(p);
        return median * std::exp(sigma * (upper ? -z : z));
    });
}

Quantile Quantile::weibull(double mean, double cv) {
    if (is_constant(mean, cv)) return constant(mean);
    // Finds the shape that gives this cv. The cv decreases in the shape, so bisection on the logarithm of the shape
    // works.
    const auto cv_of = [](double log_shape) {
        const double inverse = std::exp(-log_shape);
        const double log_ratio = std::lgamma(1 + 2 * inverse) - 2 * std::lgamma(1 + inverse);
        return std::sqrt(std::expm1(log_ratio));
    };
    double low = std::log(0.02), high = std::log(200.0);
    while (cv_of(high) > cv) high += std::log(10.0);
    for (int i = 0; i < 100; ++i) {
        const double middle = (low + high) / 2;
        (cv_of(middle) > cv ? low : high) = middle;
    }
    const double inverse = std::exp(-low);
    const double scale = mean / std::exp(std::lgamma(1 + inverse));
    return tabulate(
        [=](double p, bool upper) { return scale * std::pow(upper ? -std::log(p) : -std::log1p(-p), inverse); });
}

double Quantile::distance(std::size_t knot) {
    const int octave = static_cast<int>(knot) / steps, step = static_cast<int>(knot) % steps;
    return std::ldexp(1 + static_cast<double>(step) / steps, octave - octaves - 1);
}

template <class F>
Quantile Quantile::tabulate(F quantile) {
    Quantile q;
    q.kind_ = Kind::table;
    q.table_.resize(2 * knots + 1);
    for (std::size_t i = 0; i < knots; ++i) {
        const double p = distance(i);
        q.table_[i] = quantile(p, false);
        q.table_[knots + i] = quantile(p, true);
    }
    q.table_.back() = q.table_[2 * knots - 1];  // past the knot of the median, where it is read with weight 0
    return q;
}

Quantile Quantile::empirical(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    std::vector<Point> points = {{0, values.front()}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        points.push_back({(static_cast<double>(i) + 0.5) / static_cast<double>(values.size()), values[i]});
    }
    points.push_back({1, values.back()});
    return through(points);
}

// Between two neighbouring values of any part every part is linear, and so is the mixture. Its points are therefore all
// those values, each with the probability of less than it and of at most it.
Quantile Quantile::mixture(const std::vector<Part>& parts) {
    double total = 0;
    for (const auto& p : parts) total += p.weight;
    struct Walk {
        double weight;
        std::vector<Point> points;
        std::size_t next = 0;  // the first point whose value is not below the current x
    };
    std::vector<Walk> walks;
    std::vector<double> values;
    for (const auto& p : parts) {
        if (p.weight <= 0) continue;
        walks.push_back({p.weight / total, p.of.points()});
        for (const auto& point : walks.back().points) values.push_back(point.value);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());

    std::vector<Point> mixed;
    for (const double x : values) {
        double less = 0, no_more = 0;
        for (auto& [weight, points, next] : walks) {
            while (next < points.size() && points[next].value < x) ++next;
            if (next == points.size()) {
                less += weight;
                no_more += weight;
            } else if (points[next].value <= x) {
                std::size_t last = next;
                while (last + 1 < points.size() && points[last + 1].value <= x) ++last;
                less += weight * points[next].u;
                no_more += weight * points[last].u;
            } else if (next > 0) {
                const Point &a = points[next - 1], &b = points[next];
                const double u = a.u + (x - a.value) / (b.value - a.value) * (b.u - a.u);
                less += weight * u;
                no_more += weight * u;
            }
        }
        const double before = mixed.empty() ? 0 : mixed.back().u;  // keeps u from decreasing by a rounding error
        less = std::clamp(less, before, 1.0);
        mixed.push_back({less, x});
        if (no_more > less) mixed.push_back({std::min(no_more, 1.0), x});
    }
    mixed.back().u = 1;
    return through(mixed);
}

Quantile Quantile::through(const std::vector<Point>& points) {
    Quantile q;
    q.kind_ = Kind::pieces;
    for (const auto& p : points) q.table_.push_back(p.u);
    for (const auto& p : points) q.table_.push_back(p.value);
    return q;
}

std::vector<Quantile::Point> Quantile::points() const {
    switch (kind_) {
        case Kind::constant:
            return {{0, a_}, {1, a_}};
        case Kind::linear:
            return {{0, a_}, {1, a_ + b_}};
        case Kind::table:
        case Kind::pieces:
            break;
    }
    std::vector<Point> all;
    if (kind_ == Kind::pieces) {
        const std::size_t n = table_.size() / 2;
        for (std::size_t i = 0; i < n; ++i) all.push_back({table_[i], table_[n + i]});
        return all;
    }
    all.push_back({0, table_.front()});
    double highest = 0;  // special functions may err in the last digit
    const auto add = [&](double u, double value) { all.push_back({u, highest = std::max(highest, value)}); };
    for (std::size_t i = 0; i < knots; ++i) add(distance(i), table_[i]);
    for (std::size_t i = knots - 1; i-- > 0;) add(1 - distance(i), table_[knots + i]);
    add(1, 0);
    return all;
}

}  // namespace aforo::random
