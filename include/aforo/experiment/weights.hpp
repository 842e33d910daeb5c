// The weight of each assumption: the share of a figure's variance over worlds that goes with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aforo::experiment {

// A correlation ratio, Var(E[Y|x])/Var(Y), from groups of equal size by x, corrected for their number (ε², Kelley
// 1935), so that it is about 0 if x does not matter. There are ten groups, or fewer to have at least six values in
// each.
[[nodiscard]] double correlation_ratio(std::span<const double> x, std::span<const double> y);

struct Weight {
    double share = 0;       // ε² of the means of worlds
    double half_width = 0;  // 95 %, by leaving out one block of draws at a time; NaN where a block is too small
    double direction = 0;  // Spearman's rank correlation, whose sign tells whether the figure grows with the assumption
    bool is_told = false;  // above what the largest of all inputs reaches by chance in 95 of 100 permutations
};
struct Weights {
    std::vector<Weight> inputs;
    double by_chance = 0;  // the threshold
};
// `inputs` has, for each input, a value per world; `y` and `blocks` are by world. The same seed gives the same result.
// Needs 12 worlds.
[[nodiscard]] Weights weights_of(const std::vector<std::vector<double>>& inputs, std::span<const double> y,
                                 std::span<const int> blocks, std::uint64_t seed);
inline constexpr std::size_t fewest_worlds_to_weigh = 12;

}  // namespace aforo::experiment
