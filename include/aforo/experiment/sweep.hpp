// A scenario over a grid of values of some keys: how results respond, and what each step is worth.
#pragma once

#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/scenario/edit.hpp"

namespace aforo::experiment {

struct Grid {
    std::vector<scenario::Variation> axes;
    std::vector<scenario::Scenario> scenarios;  // one a point, the last axis fastest
};

struct Swept {
    results::Sweep sweep;
    bool interrupted = false;  // then of the points that were finished
};

// All with the same numbers; steps are paired, each with intervals of 95 %.
[[nodiscard]] Swept sweep(Grid grid, const Options& options);

}  // namespace aforo::experiment
