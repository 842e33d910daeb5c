// Scenarios side by side under common random numbers: what each measure differs by, replication by replication.
#pragma once

#include <functional>
#include <vector>

#include "aforo/experiment/experiment.hpp"

namespace aforo::experiment {

// Paired, with intervals of 1 − alpha. Both outcomes are of the same seed and of as many replications; a measure that
// is undefined on one side of a replication is left out of it.
[[nodiscard]] std::vector<results::Difference> differences(const Outcome& base, const Outcome& alternative,
                                                           double alpha);

// Runs the first scenario and each of the others with the same seed, and tells them apart. Stops early as `run` does:
// then fewer alternatives are there than were asked for.
[[nodiscard]] results::Comparison compare(const std::vector<scenario::Scenario>& scenarios, const Options& options);

}  // namespace aforo::experiment
