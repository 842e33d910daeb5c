// Ranks scenarios by a figure under common random numbers: the best with a stated probability, and the set that cannot
// be told from it.
#pragma once

#include <optional>
#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/experiment/worlds.hpp"
#include "aforo/results/rank.hpp"

namespace aforo::experiment {

struct RankOptions {
    Options study;                       // `replications`: of all, for the set
    std::vector<results::FigureKey> of;  // the first one ranks
    // Whether the least of the first figure is best; unless given, and of the other figures, as the direction of the
    // measure says (results/column.hpp).
    std::optional<bool> is_least = {};
    std::optional<double> delta = {};  // unless given, 1 % of the first scenario's value
    double alpha = 0.05;
    int most = 1000;  // replications of one
};

struct RankResult {
    results::Rank rank;
    bool has_no_delta = false;  // no delta was given, and the first scenario's value is 0 or undefined
    bool interrupted = false;
};

// The result depends only on scenarios and seed, not on threads.
[[nodiscard]] RankResult rank(const std::vector<scenario::Scenario>& scenarios, const RankOptions& options);

// The same scenarios in the worlds of the first one, and how much each loses there in the figure that ranks. False when
// it was stopped.
[[nodiscard]] bool add_worlds(const std::vector<scenario::Scenario>& scenarios,
                              const std::optional<CalibrationProblem>& problem, const WorldsOptions& options,
                              results::Rank& rank);

}  // namespace aforo::experiment
