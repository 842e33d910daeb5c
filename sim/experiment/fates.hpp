// How the same enterprises fare in two scenarios. Private to the module.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "aforo/measure/replication.hpp"
#include "aforo/results/results.hpp"

namespace aforo::experiment {

// For one replication, by type of enterprise: the columns of results::fate_names.
using FateCounts = std::array<std::array<double, results::fate_names.size()>, measure::types>;

// Both lists are in the order of keys. An enterprise has the type that it has where it was admitted, in the base if in
// both.
[[nodiscard]] FateCounts fates_of(const std::vector<measure::Admission>& base,
                                  const std::vector<measure::Admission>& alternative);

// Estimates over replications: for all enterprises, then for each group.
[[nodiscard]] std::vector<results::Fates> estimate_fates(std::span<const FateCounts> counts, double alpha);

}  // namespace aforo::experiment
