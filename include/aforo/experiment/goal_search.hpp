// Finds the least place of a lever at which a future meets its goals with a given probability: sought on some futures,
// certified on others that the search has not used. It knows neither scenarios nor simulation; the caller says which
// futures meet the goals.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace aforo::experiment {

// Which of the first n futures of a stream meet all goals at a place. Future i of a stream is the same at every place.
// Stream 0 is for the search, stream i for look i of the certificate. Nothing when it was stopped.
using Trials = std::function<std::optional<std::vector<bool>>(std::size_t place, int stream, int n)>;

struct GoalSearchOptions {
    std::size_t places = 1;                    // in the order in which goals are met more and more
    double probability = 0.9;                  // P
    double alpha = 0.05;                       // with which anything that is claimed may be wrong
    int first_search = 20, last_search = 160;  // futures: doubled from one to the other
    int looks = 4;                             // of the certificate, each on twice the futures of the one before
    // Of the first look: n = max(400, ⌈40 / (1 − P)⌉).
    [[nodiscard]] int futures_of_look(int look) const;
};

// A place tested at a look, with one-sided Clopper–Pearson bounds on its probability, each at the remaining alpha. It
// passes when the lower bound is at least P, fails when the upper bound is below P, and is open otherwise.
struct TestedPlace {
    enum class Claim { open, passes, fails } claim = Claim::open;
    std::size_t place = 0;
    int stream = 0, futures = 0, met = 0;
    double low = 0, high = 1;

    [[nodiscard]] double share() const { return static_cast<double>(met) / futures; }
};

struct GoalSearch {
    // The greatest place that fails and the least that passes; places between are undetermined. Without a failing one
    // the lowest place may already meet the goals; without a passing one perhaps no place does.
    std::optional<std::size_t> fails, passes;
    std::vector<TestedPlace> tested;  // by the certificate, in order
    std::vector<TestedPlace> sought;  // by the search, each with the most futures requested; without claims
    int looks = 0;
    // Futures of the search that meet the goals at a place but not at a greater one, and the number compared. If there
    // are many, the least place means little.
    int turning_back = 0, compared = 0;
    bool interrupted = false;

    [[nodiscard]] bool is_certified() const { return passes && fails && *passes == *fails + 1; }
};

// The search bisects sample paths of growing length [Chen, Schmeiser 2001; Pasupathy, Kim 2011], each a step function
// if goals are met more and more. Then come looks i = 1, 2, … on fresh futures, with alpha / 2^i each, half for the
// claim that a place passes and half for the claim that the place below fails. With common random numbers a future that
// meets the goals at a place also does so above it, so of all places claimed to pass only the least can be wrong.
[[nodiscard]] GoalSearch seek_goal(const Trials& trials, const GoalSearchOptions& options);

// Tests a single place with the given futures and alpha for each claim; nothing when it was stopped.
[[nodiscard]] std::optional<TestedPlace> test_place(const Trials& trials, std::size_t place, int stream, int futures,
                                                    double probability, double alpha);

}  // namespace aforo::experiment
