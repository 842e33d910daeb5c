// How much of what a figure varies by is luck, and how much is not knowing: worlds × replications, every world on the
// same numbers, Y_wr = μ + a_w + b_r + e_wr [Searle, Casella, McCulloch 1992, 4.3: two-way random model, one value a
// cell].
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

    // The part of the variance of a single future that is luck; undefined where nothing varies.
    [[nodiscard]] double share_of_luck() const;
    // The means of worlds without the luck that is left in them: drawn to their mean so that they vary by V_world
    // [constrained empirical Bayes: Ghosh 1992].
    [[nodiscard]] std::vector<double> without_luck() const;
};
// Needs two worlds and two replications. Throws ContractViolation when the values are not so many.
[[nodiscard]] TwoWay two_way(std::span<const double> values, std::size_t worlds, std::size_t replications);

// An estimate from blocks: half-width of its 95 % interval by leaving out one at a time, t with one degree of freedom
// less than there are [Tukey 1958]. `of_rest`: the estimate without each.
[[nodiscard]] double jackknife_half_width(std::span<const double> of_rest);

// The value at p between those in order, linearly; and the ranks of those that hold it with 95 % probability [Hahn,
// Meeker 1991, 5.2], where there are enough.
struct Quantile {
    double value, low, high;  // low and high are NaN where no pair of ranks does
};
[[nodiscard]] Quantile quantile_of(std::span<const double> in_order, double p);

}  // namespace aforo::experiment
