// How much of a figure's variation is luck and how much is ignorance: worlds × replications, every world on the same
// random numbers, Y_wr = μ + a_w + b_r + e_wr [Searle, Casella, McCulloch 1992, 4.3: two-way random model, one value
// per cell].
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace aforo::experiment {

// Values by world and replication, world by world.
struct TwoWay {
    std::size_t worlds = 0, replications = 0;
    double mean = 0;
    double ignorance = 0;          // V_world = Var_w(Ȳ_w·) − MS_e/R, not below 0
    double luck = 0;               // V_b + MS_e, where V_b = Var_r(Ȳ_·r) − MS_e/W, not below 0
    double error = 0;              // MS_e
    std::vector<double> of_world;  // Ȳ_w·

    // The share of luck in the variance of a single future; undefined if nothing varies.
    [[nodiscard]] double share_of_luck() const;
    // The worlds' means with the remaining luck removed: shrunk towards their mean so that their variance is V_world
    // [constrained empirical Bayes: Ghosh 1992].
    [[nodiscard]] std::vector<double> without_luck() const;
};
// Needs two worlds and two replications. Throws BrokenInvariant when the number of values is not worlds × replications.
[[nodiscard]] TwoWay two_way(std::span<const double> values, std::size_t worlds, std::size_t replications);

// Half-width of the 95 % interval of an estimate from blocks, leaving out one at a time, with t at one degree of
// freedom less than blocks [Tukey 1958]. `of_rest` has the estimate without each block.
[[nodiscard]] double jackknife_half_width(std::span<const double> of_rest);

// The quantile at p of ordered values, interpolated linearly, and the order statistics that enclose it with 95 %
// probability [Hahn, Meeker 1991, 5.2], if there are enough values.
struct Quantile {
    double value, low, high;  // low and high are NaN if no pair of ranks encloses it
};
[[nodiscard]] Quantile quantile_of(std::span<const double> in_order, double p);

}  // namespace aforo::experiment
