// What weighs on a figure, when the plan fails, and what is worth finding out first: from worlds that agree with the
// published figures, and from one assumption moved at a time.
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::results {

// Of worlds: an input of Worlds::inputs. Shares need not sum to 1, as inputs of kept worlds depend on one another.
struct SharedOut {
    int input = 0;
    double share = 0, half_width = undefined;  // of the variance of the worlds' means, with its 95 % interval
    double direction = 0;                      // a rank correlation
    bool is_told = false;                      // more than the largest of all would have by chance
};

// An input at the values with a tenth below it and a tenth above it, all others as they are: how much the figure
// differs from the central one, paired by replication. Without values (n 0) where the scenario cannot be so; fitted
// anew, where it does not agree with the published figures either.
struct TornadoBar {
    int input = 0;
    double low = undefined, high = undefined;  // in the number's own unit
    Estimate raw_low, raw_high, fitted_low, fitted_high;

    // The greatest distance of an end, raw or fitted anew.
    [[nodiscard]] double width() const {
        double widest = 0;
        for (const Estimate* e : {&raw_low, &raw_high, &fitted_low, &fitted_high}) {
            if (e->n > 0 && std::isfinite(e->mean)) widest = std::max(widest, std::abs(e->mean));
        }
        return widest;
    }
};

// One input moved from many places: effects over its whole range.
struct ScreenedInput {
    int input = 0;
    double mean_absolute = undefined, mean = undefined, sd = undefined, half_width = undefined;
    int n = 0;
};

// Of raw and independent inputs: the part of the variance that an input has by itself, and with all others.
struct VarianceIndex {
    int input = 0;
    double first = undefined, first_half_width = undefined, total = undefined, total_half_width = undefined;
};

struct FailureLimit {
    int input = 0;
    double low = undefined, high = undefined;  // undefined: not on this side
    int reproduced = 0;                        // of `Failure::halves`
};
struct Failure {
    std::string rule;  // beneficiaries < 30000 in 2027
    FigureKey of;
    bool is_below = true;
    double threshold = 0;
    int worlds = 0, failing = 0, doubtful = 0;  // doubtful: within two standard errors of the threshold
    double share = 0, low = 0, high = 0;        // of the worlds, with its 95 % interval
    double share_of_futures = 0;
    bool too_few = false;  // worlds of one kind: no box is sought
    std::vector<FailureLimit> limits;
    double coverage = 0, density = 0, mass = 0, p_value = 1;
    int halves = 0;
    bool is_told = false;
    std::vector<char> failed;  // by world
};

// What knowing would be worth where one beneficiary is worth so much (M$).
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
    bool is_difference = false;  // of the first alternative against the base
    std::vector<std::string> scenarios;
    Worlds worlds;
    double luck_share = undefined;
    std::vector<SharedOut> shares;  // by drawn input
    double by_chance = undefined;
    std::vector<TornadoBar> bars;  // by drawn input
    Estimate central;              // of the figure
    int trajectories = 0;
    std::vector<ScreenedInput> screened;
    int rows = 0;  // of the design of Saltelli, that could be; 0: not asked for
    std::vector<VarianceIndex> indices;
    std::optional<Failure> failure;
    std::vector<Finding> findings;        // none without alternatives
    std::optional<WorldRegrets> regrets;  // of the figure's level; none of one that is neither better nor worse
};

}  // namespace aforo::results
