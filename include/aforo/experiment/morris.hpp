// Which inputs do anything at all, from few evaluations: one input changes at a time, from many places of the cube
// [Morris 1991; mean of absolute effects: Campolongo, Cariboni, Saltelli 2007].
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aforo::experiment {

// Points of [0, 1]^inputs, `inputs` + 1 a trajectory, one trajectory after another. Each step of a trajectory moves one
// input by half of the levels, and each input is moved once. Trajectories are independent of one another; the first
// ones are the same whatever their number. `levels` is even. The same for the same seed.
[[nodiscard]] std::vector<std::vector<double>> morris_points(std::size_t inputs, int trajectories, int levels,
                                                             std::uint64_t seed);

// Of an input, as if it moved over its whole range. Undefined without an effect, the last two without two.
struct ElementaryEffects {
    double mean_absolute, mean, sd;
    double half_width;  // 95 %, of `mean_absolute`: Student's t over trajectories
    int n;              // effects whose two ends are defined
};
// By input. `y`: by point, NaN where there is no value; an effect with such an end is left out.
[[nodiscard]] std::vector<ElementaryEffects> elementary_effects(const std::vector<std::vector<double>>& points,
                                                                std::span<const double> y, std::size_t inputs);

}  // namespace aforo::experiment
