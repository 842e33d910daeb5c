// Which distribution observed lengths of time may have: numbers in, numbers out; it knows no simulation.
#pragma once

#include <string>
#include <vector>

#include "aforo/results/fit.hpp"

namespace aforo::experiment {

inline constexpr std::size_t fewest_to_fit = 10;  // values above 0

// `values` are not negative, in `unit`; at least fewest_to_fit of them are above 0 and not all of those are equal.
[[nodiscard]] results::Fit fit(std::vector<double> values, const std::string& unit);

}  // namespace aforo::experiment
