// Rounds numbers so that they still add up. Private to the module.
#pragma once

#include <vector>

namespace aforo::told {

// The values rounded to `decimals` places so that they sum to the rounded total, by largest remainder.
[[nodiscard]] std::vector<double> rounded_to_sum(const std::vector<double>& values, double total, int decimals);

}  // namespace aforo::told
