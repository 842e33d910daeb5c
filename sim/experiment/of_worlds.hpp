// What the kept worlds tell of a figure: what it hangs on, and when a rule is met. Private to the module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aforo/experiment/condition.hpp"
#include "aforo/results/sensitivity.hpp"

namespace aforo::experiment {

[[nodiscard]] double mean_of(const std::vector<double>& v);

// Drawn numbers, by input and world. Solved numbers are results rather than inputs.
[[nodiscard]] std::vector<std::vector<double>> inputs_of(const results::Worlds& worlds);

struct OfWorlds {
    std::vector<results::SharedOut> shares;  // by drawn input; none with too few worlds
    double by_chance = results::undefined, luck_share = results::undefined;
};
// Of a figure by world and replication; a world in which it is undefined is left out.
[[nodiscard]] OfWorlds shares_of(const std::vector<std::vector<double>>& figure, const results::Worlds& worlds,
                                 const std::vector<std::vector<double>>& inputs, std::uint64_t seed);

// In which worlds the base meets a condition on the watched figure at `place`, and the box in which most that do lie.
[[nodiscard]] results::Failure failure_of(const Condition& condition, const results::Worlds& worlds, std::size_t place,
                                          const std::vector<std::vector<double>>& inputs, std::uint64_t seed);

}  // namespace aforo::experiment
