// Which of several scenarios is best in a figure, and which ones cannot be told from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::results {

struct Ranked {
    int scenario = 0;              // of Rank::scenarios
    Estimate value;                // of the first figure, over Rank::replications
    Estimate behind;               // how much worse than the chosen one, paired; n 0 of that one itself
    bool is_in_set = false;        // cannot be told from the best
    bool is_equivalent = false;    // within delta of the chosen one, by its mean
    int same_as = -1;              // the scenario that it is the same as in every replication
    int left_after = 0;            // replications after which it was out; 0: it never was
    std::vector<Estimate> others;  // of the other figures
    int dominated_by = -1;         // a scenario that is better in some figure, as far as can be told, and worse in none
};

struct Rank {
    Run base;  // the first scenario
    std::vector<std::string> scenarios;
    std::vector<FigureKey> of;
    bool is_least = false;  // the lowest value is best
    double delta = 0;       // the least difference that matters
    double confidence = 0.95;
    int replications = 0;        // of all
    std::vector<Ranked> ranked;  // the best mean first
    int best = 0;                // index of the chosen scenario
    int replications_of_best = 0;
    bool is_decided = true;
    std::optional<Worlds> worlds;         // in which all of them are, the first scenario's
    std::optional<WorldRegrets> regrets;  // there, of the first figure
};

}  // namespace aforo::results
