// What a paired difference says: more than luck, nothing that can be told, or nothing at all.
#pragma once

#include "aforo/results/results.hpp"

namespace aforo::results {

// Its interval does not hold 0. One replication tells nothing.
[[nodiscard]] bool is_told(const Difference& d);
// There is an interval, and 0 is in it.
[[nodiscard]] bool is_within_error(const Difference& d);
// No replication differs.
[[nodiscard]] bool is_nothing(const Difference& d);

}  // namespace aforo::results
