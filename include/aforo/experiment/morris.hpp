// Finds out which inputs have any effect, from few evaluations: one input changes at a time, from many points of the
// cube [Morris 1991; mean of absolute effects: Campolongo, Cariboni, Saltelli 2007].
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aforo::experiment {

// Points of [0, 1]^inputs: one trajectory after another, each of `inputs` + 1 points. Each step of a trajectory moves
// one input by half of the levels, and each input moves once. Trajectories are independent, and the first ones do not
// depend on their number. `levels` is even. The same seed gives the same points.
[[nodiscard]] std::vector<std::vector<double>> morris_points(std::size_t inputs, int trajectories, int levels,
                                                             std::uint64_t seed);

// The effects of an input, scaled to its whole range. Undefined without an effect; sd and half_width also with only
// one.
struct ElementaryEffects {
    double mean_absolute, mean, sd;
    double half_width;  // 95 %, of `mean_absolute`: Student's t over trajectories
    int n;              // effects with both ends defined
};
// By input. `y` has a value per point, NaN where there is none; an effect with such an end is left out.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(const std::vector<std::vector<double>>& points,
                                                                std::span<const double> y, std::size_t inputs);

}  // namespace aforo::experiment
