// Why: what of the difference between two scenarios is due to each change (Shapley), and what one more of each thing
// would bring to one.
#pragma once

#include <string>
#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/scenario/edit.hpp"

namespace aforo::experiment {

// All combinations of the changes from one scenario to another. Scenario S has the changes of player i where bit i of S
// is set: 0 is the base, the last the other.
struct Coalitions {
    std::vector<results::Player> players;
    std::vector<scenario::Scenario> scenarios;
};

// A player a key; more than eight, a section of the scenario each. Players that apart from each other make a scenario
// that is not valid (advisors without the money for them) become one. No players when nothing differs.
[[nodiscard]] Coalitions coalitions(const scenario::Scenario& base, const scenario::Scenario& other);

struct Explained {
    results::Explanation explanation;
    bool interrupted = false;  // then of the replications that all combinations have; nothing below two
};
// φ_i = Σ_S |S|! (m − |S| − 1)! / m! [f(S ∪ i) − f(S)] over the S without i [Shapley 1953], every f under the same
// numbers.
[[nodiscard]] Explained explain(const Coalitions& coalitions, const Options& options);

struct Raised {
    results::Marginals marginals;
    bool interrupted = false;  // then of those that were finished
};
// What the base alone would do with a hundredth more money for each component from the first measured year on, and with
// the money for the plans of one advisor more; and what that advisor adds to this money at each centre, with its
// salary. Where money is what limits, plans come of money, not of advisors. Centres that open or close are left out.
[[nodiscard]] Raised marginals(const scenario::Scenario& base, const Options& options);
// How many scenarios that takes, beside the base.
[[nodiscard]] std::size_t marginals_of(const scenario::Scenario& base);

}  // namespace aforo::experiment
