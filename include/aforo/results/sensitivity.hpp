// What drives a figure, when the plan fails, and what is worth finding out first. It comes from worlds that agree with
// the published figures, and from moving one assumption at a time.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::results {

// `input` indexes Worlds::inputs. Shares need not sum to 1, because the inputs of kept worlds depend on one another.
struct SharedOut {
    int input = 0;
    double share = 0, half_width = undefined;  // of the variance of the worlds' means, with its 95 % interval
    double direction = 0;                      // a rank correlation
    bool is_told = false;                      // it exceeds what the largest of all inputs would have by chance
};

// The effect of an input at its 10th and 90th percentile, all others unchanged: the figure minus the central one,
// paired by replication. An end has no value (n 0) where the scenario is impossible. `fitted` ends are recalibrated,
// and have no value either where even so they do not agree with the published figures.
struct TornadoBar {
    int input = 0;
    double low = undefined, high = undefined;  // in the number's own unit
    Estimate raw_low, raw_high, fitted_low, fitted_high;

    // The greatest absolute effect of an end, raw or fitted.
    [[nodiscard]] double width() const {
        double widest = 0;
        for (const Estimate* e : {&raw_low, &raw_high, &fitted_low, &fitted_high}) {
            if (e->n > 0 && std::isfinite(e->mean)) widest = std::max(widest, std::abs(e->mean));
        }
        return widest;
    }
};

// The effects of one input over its whole range, from many starting points (Morris).
struct ScreenedInput {
    int input = 0;
    double mean_absolute = undefined, mean = undefined, sd = undefined, half_width = undefined;
    int n = 0;
};

// First-order and total share of the variance, for independent inputs without calibration (Sobol').
struct VarianceIndex {
    int input = 0;
    double first = undefined, first_half_width = undefined, total = undefined, total_half_width = undefined;
};

struct FailureLimit {
    int input = 0;
    double low = undefined, high = undefined;  // undefined: no limit on this side
    int reproduced = 0;                        // of `Failure::halves`
};
struct Failure {
    std::string rule;  // as the user wrote it: beneficiaries < 30000 in 2027
    FigureKey of;
    bool is_below = true;
    double threshold = 0;
    int worlds = 0, failing = 0, doubtful = 0;  // doubtful: within two standard errors of the threshold
    double share = 0, low = 0, high = 0;        // share of the failing worlds, with its 95 % interval
    double share_of_futures = 0;
    bool too_few = false;  // too few failing or too few other worlds: no box is sought
    std::vector<FailureLimit> limits;
    double coverage = 0, density = 0, mass = 0, p_value = 1;
    int halves = 0;
    bool is_told = false;
    std::vector<char> failed;  // by world
};

// What it would be worth to know an assumption, if one beneficiary is worth `worth` M$.
struct Finding {
    double worth = 0;
    int best = 0;                                   // scenario: 0 the base
    double perfect = 0, perfect_half_width = 0;     // M$, over the horizon
    std::vector<std::pair<int, double>> of_inputs;  // those that are told
    std::vector<double> inputs;                     // all, by drawn input: M$
    double by_chance = 0;                           // what the greatest of them would be by chance, 95 times of 100
    std::vector<double> net;                        // by scenario: the mean of what it gives less what it costs, M$
};

struct Sensitivity {
    Run base;  // with the central assumptions
    FigureKey of;
    bool is_difference = false;  // the figure is the first alternative minus the base
    std::vector<std::string> scenarios;
    Worlds worlds;
    double luck_share = undefined;
    std::vector<SharedOut> shares;  // by drawn input
    double by_chance = undefined;
    std::vector<TornadoBar> bars;  // by drawn input
    Estimate central;              // the figure with the central assumptions
    int trajectories = 0;
    std::vector<ScreenedInput> screened;
    int rows = 0;  // rows of Saltelli's design that are possible scenarios; 0: not asked for
    std::vector<VarianceIndex> indices;
    std::optional<Failure> failure;
    std::vector<Finding> findings;        // none without alternatives
    std::optional<WorldRegrets> regrets;  // of the figure's level; none of one that is neither better nor worse
};

}  // namespace aforo::results
