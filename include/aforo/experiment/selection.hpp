// Which of several alternatives is best, from values under common random numbers; it knows nothing of scenarios. More
// is better; callers for whom less is better pass negated values.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace aforo::experiment {

// By alternative, then by replication; all have the same number of replications.
using Alternatives = std::vector<std::vector<double>>;

// Those that cannot be told from the best: i is kept if its mean is at least that of each other l less
// t_{1−alpha/(k−1),n−1} S_il/√n, S_il the spread of the paired differences [Nelson, Swann, Goldsman, Song 2001]. It
// holds the best with probability 1 − alpha or more. With fewer than two replications, all.
[[nodiscard]] std::vector<std::size_t> not_told_from_best(const Alternatives& values, double alpha);

// For each alternative, the earlier one that equals it in every replication; otherwise itself.
[[nodiscard]] std::vector<std::size_t> twins(const Alternatives& values);

struct KnockoutOptions {
    double alpha = 0.025;  // the probability that the survivor is worse than the best by delta or more
    double delta = 1;      // the least difference that matters
    int first = 20;        // replications of all alternatives
    int step = 10;         // additional replications of the remaining ones, each time
    int most = 2000;       // replications of one alternative; after them it ends undecided
};

// The first n values of an alternative; nothing when it was stopped.
using MoreValues =
    std::function<std::optional<std::vector<std::vector<double>>>(const std::vector<std::size_t>& alternatives, int n)>;

struct Knockout {
    std::size_t best = 0;         // the survivor: the best, or within delta of it
    std::vector<int> left_after;  // by alternative: the replications after which it left; 0: it did not
    int replications = 0;         // of the survivor
    bool is_decided = true;       // one survived
    bool interrupted = false;
};

// KN [Kim, Nelson 2001]: from n0 replications the spreads S_il of differences; i leaves at r when its mean is below
// that of some l by more than W = max{0, δ/2r (h² S²_il/δ² − r)}, h² = 2η(n0 − 1), η = ½[(2α/(k−1))^{−2/(n0−1)} − 1].
// Valid under common numbers. Twins leave at once.
[[nodiscard]] Knockout knock_out(std::size_t alternatives, const MoreValues& more, const KnockoutOptions& options);

}  // namespace aforo::experiment
