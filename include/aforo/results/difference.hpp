// Whether a paired difference is more than luck, within its error, or exactly none.
#pragma once

#include "aforo/results/results.hpp"

namespace aforo::results {

// Whether the confidence interval excludes 0. One replication has no interval, so nothing can be told.
[[nodiscard]] bool is_told(const Difference& d);
// Whether there is a confidence interval that contains 0.
[[nodiscard]] bool is_within_error(const Difference& d);
// Whether no replication differs.
[[nodiscard]] bool is_nothing(const Difference& d);

}  // namespace aforo::results
