// The least place of a lever at which one future meets its goals with a probability: sought on some futures, certified
// on others that the search has not seen. Knows neither scenarios nor simulation: whether futures meet the goals comes
// from whoever asks.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace aforo::experiment {

// At a place, the first n futures of a stream: which of them meet all goals. Future i of a stream is the same at every
// place. Stream 0 is for the search, stream i for look i of the certificate. Nothing when it was stopped.
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

// A place at a look: with the one-sided bounds of Clopper and Pearson on the probability, each at what is left of alpha
// for it. It passes where the lower is P or more, fails where the upper is under P, and else is open.
struct TestedPlace {
    enum class Claim { open, passes, fails } claim = Claim::open;
    std::size_t place = 0;
    int stream = 0, futures = 0, met = 0;
    double low = 0, high = 1;

    [[nodiscard]] double share() const { return static_cast<double>(met) / futures; }
};

struct GoalSearch {
    // The greatest place that fails and the least that passes; what lies between is undetermined. Without a failing one
    // the lowest place may do already, without a passing one none may do.
    std::optional<std::size_t> fails, passes;
    std::vector<TestedPlace> tested;  // of the certificate, in the order in which they were
    std::vector<TestedPlace> sought;  // of the search, each with the most futures that it was asked; without claims
    int looks = 0;
    // Futures of the search that meet the goals at a place and not at a greater one that was looked at, of how many:
    // where they are many, a least place says little.
    int turning_back = 0, compared = 0;
    bool interrupted = false;

    [[nodiscard]] bool is_certified() const { return passes && fails && *passes == *fails + 1; }
};

// Sample paths of growing length are bisected [Chen, Schmeiser 2001; Pasupathy, Kim 2011], each a step function where
// goals are met more and more. Then looks i = 1, 2, … on fresh futures, with alpha / 2^i each, halved between the claim
// that a place passes and the claim that the one below fails. Under common numbers a future that meets the goals at a
// place does so above it, so that of all places claimed to pass only the least one can be wrong.
[[nodiscard]] GoalSearch seek_goal(const Trials& trials, const GoalSearchOptions& options);

// One place alone, at the first look's futures and half of its alpha for each claim; nothing when it was stopped.
[[nodiscard]] std::optional<TestedPlace> test_place(const Trials& trials, std::size_t place, int stream, int futures,
                                                    double probability, double alpha);

}  // namespace aforo::experiment
