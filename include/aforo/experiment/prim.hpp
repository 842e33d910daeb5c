// Describes when the plan fails: a box, in few inputs, that holds many of the failing worlds and few others. Patient
// rule induction [Friedman, Fisher 1999; scenario discovery: Bryant, Lempert 2010].
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace aforo::experiment {

struct BoxLimit {
    std::size_t input;
    double low, high;  // ±∞: no limit on that side
    int reproduced;    // in how many of `halves_of_worlds` the box found limits this input too
};
struct BoxStep {
    double coverage;         // share of the failing worlds that are inside
    double density;          // share of the worlds inside that fail
    double mass;             // share of all worlds that are inside
    std::size_t restricted;  // number of restricted inputs
};
struct FailureBox {
    bool too_few = false;          // too few failing or too few other worlds: nothing else is given
    std::vector<BoxLimit> limits;  // by input; empty: nothing is worth restricting
    BoxStep box{1, 0, 1, 0};
    std::vector<BoxStep> trajectory;  // in the inputs of the box, from all worlds inwards
    double p_value = 1;  // share of shuffled outcomes whose best box is as good; the real outcome counts as one
    bool is_told = false;
};
inline constexpr int fewest_of_each_kind = 30, halves_of_worlds = 10;
inline constexpr std::size_t most_restricted = 3;

// `inputs` has, for each input, a value per world; `fails` is by world. The search peels a twentieth of the worlds
// inside at a time, from the side that gives the greatest density for what it removes. The best box on the way has the
// greatest correlation φ between being inside and failing, which weighs coverage and density alike whether few or most
// worlds fail. Restrictions are dropped without which φ is no less, or that the worlds do not support (quasi-p-value of
// Bryant and Lempert above 0,05), and beyond three those that φ needs least; then all is peeled again in the remaining
// inputs. The p-value compares φ with the same search on shuffled outcomes, so it allows for the choice of the box; a
// box is told up to 0,05. The same seed gives the same box.
[[nodiscard]] FailureBox failure_box(const std::vector<std::vector<double>>& inputs, const std::vector<bool>& fails,
                                     std::uint64_t seed, int permutations = 200);

}  // namespace aforo::experiment
