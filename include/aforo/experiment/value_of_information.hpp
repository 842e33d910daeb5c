// What to find out first, where one of several actions is to be chosen: how much more utility a choice is worth that
// knows the world, or one of its inputs, than one that does not [Raiffa, Schlaifer 1961]; and by how much each action
// may be regretted. Utilities are by action, then world; NaN where the action cannot be in the world, which is then
// left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aforo/results/worlds.hpp"

namespace aforo::experiment {

using Utilities = std::vector<std::vector<double>>;

struct Worth {
    double value = 0;       // below 0 where choosing by what is known of the worlds does harm: worth nothing
    double half_width = 0;  // 95 %, by leaving out one block of draws at a time; NaN where a block is too small
};
struct WorthOfInput : Worth {
    bool is_told = false;  // above `by_chance`
};
struct Information {
    std::size_t worlds = 0;            // in which every action can be; under `fewest_worlds_to_inform` no more is told
    std::size_t best = 0;              // the action of the greatest mean utility
    double mean = 0;                   // that utility
    Worth perfect;                     // EVPI
    std::vector<WorthOfInput> inputs;  // EVPPI
    double by_chance = 0;              // the largest of all inputs in 95 of 100 permutations of the worlds; not below 0
};
inline constexpr std::size_t fewest_worlds_to_inform = 24;

// `first`, `second`: the utilities by the replications of one half and of the other; `inputs`: by input, a value a
// world; `blocks`: by world. EVPI: in each world the action is chosen by one half and valued by the other, and the
// other way round, so that luck is not taken for knowledge. EVPPI of an input [regression: Strong, Oakley, Brennan
// 2014]: natural cubic splines of the input, fitted on half of the worlds, choose the action in the other half, where
// it is valued, and the other way round, in several ways to halve; so that what was fitted is not taken for knowledge
// either. What the choice is compared with is the single action that the same half prefers. So neither is on average
// more than the truth, and both are a little less, the more so the fewer the worlds. The same for the same seed.
[[nodiscard]] Information information(const Utilities& first, const Utilities& second,
                                      const std::vector<std::vector<double>>& inputs, std::span<const int> blocks,
                                      std::uint64_t seed);

// By how much less than the best action each one is, world by world. The actions are the scenarios.
[[nodiscard]] results::WorldRegrets regrets(const Utilities& utilities);

}  // namespace aforo::experiment
