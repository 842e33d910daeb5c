// Runs a scenario over a grid of values of some keys: how results respond, and the effect of each step.
#pragma once

#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/scenario/edit.hpp"

namespace aforo::experiment {

struct Grid {
    std::vector<scenario::Variation> axes;
    std::vector<scenario::Scenario> scenarios;  // one per point; the last axis varies fastest
};

struct Swept {
    results::Sweep sweep;
    bool interrupted = false;  // then it holds the points that were finished
};

// All points use the same random numbers; steps are paired, each with a 95 % interval.
[[nodiscard]] Swept sweep(Grid grid, const Options& options);

}  // namespace aforo::experiment
