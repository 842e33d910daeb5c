// Numbers that must still sum once they are rounded. Private to the module.
#pragma once

#include <vector>

namespace aforo::told {

// Whole numbers, or with `decimals` places, nearest to the values, that sum to the rounded total: by largest remainder.
[[nodiscard]] std::vector<double> rounded_to_sum(const std::vector<double>& values, double total, int decimals);

}  // namespace aforo::told
