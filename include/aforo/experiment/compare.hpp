// Scenarios side by side under common random numbers: what each measure differs by, replication by replication, and how
// the same enterprises fare.
#pragma once

#include <vector>

#include "aforo/experiment/experiment.hpp"

namespace aforo::experiment {

// Paired, with intervals of 1 − alpha. Both outcomes are of the same seed and of as many replications; a measure that
// is undefined on one side of a replication is left out of it.
[[nodiscard]] std::vector<results::Difference> differences(const Outcome& base, const Outcome& alternative,
                                                           double alpha);

struct Compared {
    results::Comparison comparison;
    bool precision_reached = true;
    bool interrupted = false;  // then of the replications, or else of the alternatives, that were finished
};

// Runs the first scenario and each of the others with the same seed, and tells them apart. A precision is the
// half-width wanted for each difference in a year's beneficiaries, as a share of the base's beneficiaries; it is looked
// at after 10, 20, 40, 80, 120 … replications.
[[nodiscard]] Compared compare(const std::vector<scenario::Scenario>& scenarios, const Options& options);

}  // namespace aforo::experiment
