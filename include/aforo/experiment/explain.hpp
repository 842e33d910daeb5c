// Why two scenarios differ: the part of each change in the difference (Shapley), and what one more of each thing would
// bring to one scenario.
#pragma once

#include <string>
#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/scenario/edit.hpp"

namespace aforo::experiment {

// All combinations of the changes from one scenario to another. Scenario S contains the changes of player i if bit i of
// S is set: scenario 0 is the base, the last one is the other.
struct Coalitions {
    std::vector<results::Player> players;
    std::vector<scenario::Scenario> scenarios;
};

// One player per key or, beyond eight keys, per section of the scenario. Changes that are valid only together (advisors
// and the money for them) form one player. No players when nothing differs.
[[nodiscard]] Coalitions coalitions(const scenario::Scenario& base, const scenario::Scenario& other);

struct Explained {
    results::Explanation explanation;
    bool interrupted = false;  // then it holds the replications that all combinations have; nothing below two
};
// φ_i = Σ_S |S|! (m − |S| − 1)! / m! [f(S ∪ i) − f(S)] over the sets S without i [Shapley 1953], every f with the same
// random numbers.
[[nodiscard]] Explained explain(const Coalitions& coalitions, const Options& options);

struct Raised {
    results::Marginals marginals;
    bool interrupted = false;  // then it holds those that were finished
};
// What the base would do with one hundredth more money for each component from the first measured year on, and with the
// money for the plans of one more advisor; and, for each centre, what that advisor, with salary, adds to that same
// money. (Where money is the limit, plans come from money and not from advisors.) Centres that open or close are left
// out.
[[nodiscard]] Raised marginals(const scenario::Scenario& base, const Options& options);
// The number of scenarios that marginals() simulates besides the base.
[[nodiscard]] std::size_t marginals_of(const scenario::Scenario& base);

}  // namespace aforo::experiment
