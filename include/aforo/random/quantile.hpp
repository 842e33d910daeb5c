// Distributions by inversion: one uniform in, one variate out, never decreasing in the uniform (common random numbers
// depend on it). Costly quantiles are read from a table made once.
#pragma once

#include <cmath>
#include <vector>

namespace aforo::random {

// Quantile of the standard normal (Wichura 1988, AS 241 PPND16: relative error about 1e-16).
[[nodiscard]] double normal_quantile(double u);

// The cumulative probabilities P(N ≤ k) of a Poisson of mean `mean` (≤ 50), up to where they reach 1 as doubles.
[[nodiscard]] std::vector<double> poisson_cumulative(double mean);

// A non-negative quantity that varies. Immutable; `operator()` is its quantile function.
class Quantile {
public:
    Quantile() = default;  // the constant 0

    [[nodiscard]] static Quantile constant(double value);
    [[nodiscard]] static Quantile uniform(double low, double high);
    [[nodiscard]] static Quantile triangular(double low, double mode, double high);
    [[nodiscard]] static Quantile exponential(double mean);
    [[nodiscard]] static Quantile gamma(double mean, double cv);
    [[nodiscard]] static Quantile lognormal(double mean, double cv);
    [[nodiscard]] static Quantile weibull(double mean, double cv);

    [[nodiscard]] double operator()(double u) const {
        switch (kind_) {
            case Kind::constant:
                return a_;
            case Kind::linear:
                return a_ + u * b_;
            case Kind::exponential:
                return -a_ * std::log1p(-u);
            case Kind::table:
                break;
        }
        return from_table(u);
    }

private:
    enum class Kind { constant, linear, exponential, table };

    // Knots at p = 2^-k (1 + j/steps), p the distance from the nearer end of (0, 1), one table for each end, linear in
    // between: knots crowd where quantiles bend, so the relative error stays small far out in the tails (tests/random
    // states it and holds it).
    template <class F>
    static Quantile tabulate(F quantile);
    [[nodiscard]] double from_table(double u) const;

    static constexpr int step_bits = 5;
    static constexpr int steps = 1 << step_bits;  // knots per halving
    static constexpr int octaves = 32;            // halvings of 1/2: 2^-33 is the smallest uniform

    Kind kind_ = Kind::constant;
    double a_ = 0, b_ = 0;
    std::vector<double> lower_, upper_;  // by distance from 0 and from 1
};

}  // namespace aforo::random
