// From the values of replications to a run. Private to the module.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "aforo/experiment/study.hpp"

namespace aforo::experiment {

// Value `i` of every replication.
[[nodiscard]] std::vector<double> column_of(Values values, std::size_t i);

// Where the yearly values of a measure of the programme stand, one for each year. Its months may carry the same name.
[[nodiscard]] std::vector<std::size_t> yearly(const std::vector<measure::Key>& keys, std::string_view measure);

// All that these replications say.
[[nodiscard]] Outcome outcome_of(const scenario::Scenario& scenario, const std::vector<measure::Key>& keys,
                                 Values values, std::uint64_t seed);

}  // namespace aforo::experiment
