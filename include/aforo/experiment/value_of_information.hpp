// What to find out first, when one of several actions has to be chosen: how much more utility a choice has that knows
// the world, or one of its inputs [Raiffa, Schlaifer 1961]; and how much each action may be regretted. Utilities are by
// action, then by world; a world with a NaN (the action is impossible there) is left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aforo/results/worlds.hpp"

namespace aforo::experiment {

using Utilities = std::vector<std::vector<double>>;

struct Worth {
    double value = 0;       // below 0 if choosing by the estimate does harm: worth nothing
    double half_width = 0;  // 95 %, by leaving out one block of draws at a time; NaN where a block is too small
};
struct WorthOfInput : Worth {
    bool is_told = false;  // above `by_chance`
};
struct Information {
    std::size_t worlds = 0;  // in which every action is possible; below `fewest_worlds_to_inform` no more is told
    std::size_t best = 0;    // the action of greatest mean utility
    double mean = 0;         // its mean utility
    Worth perfect;           // EVPI
    std::vector<WorthOfInput> inputs;  // EVPPI
    double by_chance = 0;              // the largest of all inputs in 95 of 100 permutations of the worlds; not below 0
};
inline constexpr std::size_t fewest_worlds_to_inform = 24;

// `first` and `second` are the utilities in each half of the replications; `inputs` has, for each input, a value per
// world; `blocks` is by world. EVPI: in each world one half chooses the action and the other half values it, and vice
// versa, so that luck is not taken for knowledge. EVPPI of an input [regression: Strong, Oakley, Brennan 2014]: natural
// cubic splines of the input, fitted on half of the worlds, choose the action in the other half, which values it, and
// vice versa, over several ways to halve, so that overfitting is not taken for knowledge. Both are relative to the
// single action that the same half prefers. So on average neither exceeds the truth; both fall somewhat short, the more
// so with few worlds. The same seed gives the same result.
[[nodiscard]] Information information(const Utilities& first, const Utilities& second,
                                      const std::vector<std::vector<double>>& inputs, std::span<const int> blocks,
                                      std::uint64_t seed);

// By how much less than the best action each one is, world by world. The actions are the scenarios.
[[nodiscard]] results::WorldRegrets regrets(const Utilities& utilities);

}  // namespace aforo::experiment
