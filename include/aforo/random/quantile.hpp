// Distributions by inversion: one uniform gives one variate. A variate never decreases in its uniform, because common
// random numbers depend on that. Costly quantile functions are read from a table made once.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

namespace aforo::random {

// The quantile function of the standard normal (Wichura 1988, AS 241 PPND16: relative error about 1e-16).
[[nodiscard]] double normal_quantile(double u);

// The cumulative probabilities P(N ≤ k) of a Poisson with mean `mean` (≤ 50), until they reach 1 as doubles.
[[nodiscard]] std::vector<double> poisson_cumulative(double mean);

// The quantile function of a random quantity, as `operator()`. Only the normal and the logistic give negative values.
// Immutable.
class Quantile {
public:
    Quantile() = default;  // the constant 0

    // Below this coefficient of variation a gamma, a lognormal and a Weibull are replaced by their mean: no quantile is
    // then off by more than 2e-4 of itself, which is also the error of the tables.
    static constexpr double least_cv = 1e-5;
    // The largest coefficient of variation. Up to it the mean of a table is within 5e-4 of the true one; up to a cv of
    // 1.2 a quantile is within 2e-4 of itself, beyond within 4e-3 of the greater of itself and the mean. Uniforms end
    // at 2^-33, so beyond a cv of 5 a lognormal's standard deviation comes out too low, by 20 % at 100.
    static constexpr double most_cv = 100;

    [[nodiscard]] static Quantile constant(double value);
    [[nodiscard]] static Quantile uniform(double low, double high);
    [[nodiscard]] static Quantile triangular(double low, double mode, double high);
    [[nodiscard]] static Quantile exponential(double mean);
    [[nodiscard]] static Quantile gamma(double mean, double cv);
    [[nodiscard]] static Quantile normal(double mean, double sd);
    // The standard logistic: log(u / (1 − u)).
    [[nodiscard]] static Quantile logistic();
    [[nodiscard]] static Quantile lognormal(double mean, double cv);
    // A lognormal given by its median and the standard deviation of its logarithm.
    [[nodiscard]] static Quantile lognormal_about(double median, double sigma);
    [[nodiscard]] static Quantile weibull(double mean, double cv);
    // An interpolation of at least one observed value: the k-th of n in order is the quantile at (k - 1/2)/n, linear in
    // between, constant beyond the least and the greatest (Hazen 1914; Hyndman and Fan 1996, definition 5). Among the
    // usual plotting positions these are the ones that keep the mean of the values exactly.
    [[nodiscard]] static Quantile empirical(std::vector<double> values);
    // The quantile function of a mixture: it never decreases in the uniform, which choosing a part and then drawing
    // from it would not guarantee. It is made by merging the parts' tables, and its relative error is at most theirs,
    // because stretching every part by a factor stretches the mixture by it. Atoms and gaps are exact. Weights are
    // relative to their sum; none is negative.
    struct Part;
    [[nodiscard]] static Quantile mixture(const std::vector<Part>& parts);

    [[nodiscard]] double operator()(double u) const {
        // Most quantities are tables. This test is inline, as a call here would make the other kinds wait on memory.
        if (kind_ == Kind::table) return from_table(u);
        switch (kind_) {
            case Kind::constant:
                return a_;
            case Kind::linear:
                return a_ + u * b_;
            case Kind::table:
            case Kind::pieces:
                break;
        }
        return from_pieces(u);
    }

private:
    enum class Kind { constant, linear, table, pieces };

    [[nodiscard]] static bool is_constant(double mean, double cv) { return mean <= 0 || cv < least_cv; }

    // Makes a table with knots at p = 2^-k (1 + j/steps), where p is the distance to the nearer end of (0, 1): one
    // table for each end, linear between knots. Knots are dense where quantiles bend, so the relative error stays small
    // far out in the tails (the bounds are tested in tests/random).
    template <class F>
    static Quantile tabulate(F quantile);
    [[nodiscard]] static double distance(std::size_t knot);  // p grows with the index, from 2^-33 to 1/2
    [[nodiscard]] double from_table(double u) const {
        // The exponent and first mantissa bits of a double give the knot; the remaining bits, the fraction of the way
        // on.
        const double p = std::max(std::min(u, 1 - u), 0x1p-33);
        const auto bits = std::bit_cast<std::uint64_t>(p);
        constexpr std::uint64_t first = std::bit_cast<std::uint64_t>(0x1p-33) >> (52 - step_bits);
        const auto knot = static_cast<std::size_t>((bits >> (52 - step_bits)) - first);
        const double* t = table_.data() + (u > 0.5 ? knots : 0) + knot;
        constexpr std::uint64_t rest = (std::uint64_t{1} << (52 - step_bits)) - 1;
        const double way =
            static_cast<double>(static_cast<std::int64_t>(bits & rest)) * (1.0 / static_cast<double>(rest + 1));
        return t[0] + way * (t[1] - t[0]);
    }

    // A piecewise linear function from u = 0 to u = 1; `u` and `value` never decrease along the points. Two points of
    // equal value are an atom, two of equal `u` a gap.
    struct Point {
        double u, value;
    };
    [[nodiscard]] static Quantile through(const std::vector<Point>& points);
    [[nodiscard]] std::vector<Point> points() const;
    [[nodiscard]] double from_pieces(double u) const {
        u = std::max(u, 0x1p-33);
        const std::size_t n = table_.size() / 2;
        const double* end = table_.data() + n - 1;
        const double* b = std::lower_bound(table_.data() + 1, end, u);  // b[-1] < u ≤ b[0]
        const double *x = b + n, way = (u - b[-1]) / (b[0] - b[-1]);
        return std::min(x[0], x[-1] + way * (x[0] - x[-1]));
    }

    static constexpr int step_bits = 5;
    static constexpr int steps = 1 << step_bits;  // knots per halving
    static constexpr int octaves = 32;            // halvings of 1/2: 2^-33 is the smallest uniform
    static constexpr std::size_t knots = std::size_t{steps} * octaves + 1;

    Kind kind_ = Kind::constant;
    double a_ = 0, b_ = 0;
    std::vector<double> table_;  // table: by distance from 0, then from 1; pieces: every u, then every value
};

struct Quantile::Part {
    double weight;
    Quantile of;
};

}  // namespace aforo::random
