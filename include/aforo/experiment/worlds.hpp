// Worlds: draws of all assumptions over their ranges, refitted to the published figures and kept if they agree with
// them [history matching: Bower, Goldstein, Vernon 2010]. Each world is simulated, and the variation of measures is
// split into luck and ignorance. Alternatives are simulated in the same worlds.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/experiment/calibrate.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/assumed.hpp"

namespace aforo::experiment {

// Studies of one experiment that share an archive have separate ranges of places in it.
inline constexpr std::size_t first_place_of_fits = std::size_t{1} << 20, first_place_of_worlds = std::size_t{1} << 21;
[[nodiscard]] constexpr std::size_t place_of_alternative(std::size_t i) {  // from 1
    return first_place_of_worlds + (i << 14);
}

// As measured on the national sheet, for who foretells how long it takes: of what the screens let through so many are
// kept, after so many replications of the first year each; a few more are simulated whole, for what doubled tolerances
// would keep; before them the base's own fit.
inline constexpr double kept_of_fitted = 0.6, replications_to_fit = 27, whole_of_kept = 1.15,
                        replications_of_base = 112;

struct WorldsOptions {
    Options study;                                 // `replications`: of each world
    int kept = 128;                                // how many are wanted
    int most_draws = 100'000;                      // before it ends with those that there are
    std::vector<results::FigureKey> watched = {};  // of which each world keeps every replication
    std::string extends;                           // what the deltas extend
    bool is_independent = false;                   // draws are, of one another: else they fill their ranges evenly
};

struct WorldsResult {
    results::Worlds worlds;
    bool interrupted = false;
};

// For the base and its alternatives. Without a problem nothing is fitted, and every draw that can be simulated is a
// world. The result depends only on scenarios and seed, not on threads. `base` is the base's own run, if there is one.
[[nodiscard]] WorldsResult worlds(const std::vector<scenario::Scenario>& scenarios,
                                  const std::optional<CalibrationProblem>& problem, const WorldsOptions& options,
                                  const results::Run* base);

// The probability of a number drawn jointly with another, from the probabilities that each would have alone.
[[nodiscard]] double together(double with, double own, double rank_correlation);
// The value of a number at probability p over its range, on a logarithmic scale if the range exceeds a factor of 10.
[[nodiscard]] double drawn_value(const scenario::Assumed& number, double p);

}  // namespace aforo::experiment
