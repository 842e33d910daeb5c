// How the same enterprises fare in two scenarios. Private to the module.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "aforo/measure/replication.hpp"
#include "aforo/results/results.hpp"

namespace aforo::experiment {

// For one replication, the columns of results::fate_names: for all enterprises, then for each group.
using FateCounts = std::array<std::array<double, results::fate_names.size()>, 1 + measure::groups>;

// Both lists are in the order of keys. An enterprise is in the groups that it has where it was admitted. Within a group
// that it has in one scenario only, it is there as if the other had not admitted it: so plans entering minus plans
// dropped are the change in admissions of every group, too.
[[nodiscard]] FateCounts fates_of(const std::vector<measure::Admission>& base,
                                  const std::vector<measure::Admission>& alternative);

// Estimates over replications, in the same order.
[[nodiscard]] std::vector<results::Fates> estimate_fates(std::span<const FateCounts> counts, double alpha);

}  // namespace aforo::experiment
