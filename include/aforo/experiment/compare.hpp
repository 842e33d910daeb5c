// Compares scenarios under common random numbers: the differences in each measure, replication by replication, and how
// the same enterprises fare.
#pragma once

#include <vector>

#include "aforo/experiment/experiment.hpp"

namespace aforo::experiment {

// Paired differences, with intervals of 1 − alpha. Both outcomes have the same seed and number of replications; a
// replication in which a measure is undefined on one side is left out for that measure.
[[nodiscard]] std::vector<results::Difference> differences(const Outcome& base, const Outcome& alternative,
                                                           double alpha);

struct Compared {
    results::Comparison comparison;
    bool precision_reached = true;
    bool interrupted = false;  // then it holds the replications, or else the alternatives, that were finished
};

// Runs all scenarios with the same seed and compares each with the first. A precision is the wanted half-width of each
// difference in a year's beneficiaries, relative to the base's beneficiaries; it is checked after 10, 20, 40, 80, 120 …
// replications.
[[nodiscard]] Compared compare(const std::vector<scenario::Scenario>& scenarios, const Options& options);

// Several comparisons with the same base, each of some of the scenarios (by index, from 1): all are simulated once, and
// each comparison is what compare() gives of its own scenarios alone. A precision is not looked for.
struct ComparedGroups {
    std::vector<results::Comparison> comparisons;  // by group; none when interrupted
    bool interrupted = false;
};
[[nodiscard]] ComparedGroups compare(const std::vector<scenario::Scenario>& scenarios,
                                     const std::vector<std::vector<std::size_t>>& groups, const Options& options);

}  // namespace aforo::experiment
