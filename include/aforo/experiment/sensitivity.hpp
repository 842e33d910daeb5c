// What drives a figure, when it fails, and what to find out first: from worlds, and from one assumption at a time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/experiment/condition.hpp"
#include "aforo/experiment/worlds.hpp"
#include "aforo/results/sensitivity.hpp"

namespace aforo::experiment {

struct SensitivityOptions {
    WorldsOptions worlds;  // the replications of its study are those of each world
    results::FigureKey of;
    bool is_difference = false;      // of the first alternative against the base
    std::optional<Condition> fails;  // when the plan does
    int replications = 10;           // of each end of a bar; 0: no bars
    int trajectories = 20;           // 0: none
    int rows = 0;                    // of the design of Saltelli; 0: none
};

struct SensitivityResult {
    results::Sensitivity sensitivity;
    bool interrupted = false;
};

// For the base and its alternatives, as in worlds(). The result depends only on scenarios and seed, not on threads.
[[nodiscard]] SensitivityResult sensitivity(const std::vector<scenario::Scenario>& scenarios,
                                            const std::optional<CalibrationProblem>& problem,
                                            const SensitivityOptions& options, const results::Run& base);

}  // namespace aforo::experiment
