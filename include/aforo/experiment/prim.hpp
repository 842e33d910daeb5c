// When the plan fails: a box, in few inputs, that holds many of the worlds that fail and few of the others. Patient
// rule induction [Friedman, Fisher 1999; scenario discovery: Bryant, Lempert 2010].
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace aforo::experiment {

struct BoxLimit {
    std::size_t input;
    double low, high;  // −∞, +∞: not on this side
    int reproduced;    // of `halves_of_worlds`: in how many the box found restricts this input too
};
struct BoxStep {
    double coverage;         // of the worlds that fail, those inside
    double density;          // of the worlds inside, those that fail
    double mass;             // of all worlds, those inside
    std::size_t restricted;  // inputs
};
struct FailureBox {
    bool too_few = false;          // worlds that fail or worlds that do not: then nothing else is told
    std::vector<BoxLimit> limits;  // by input; none: nothing is worth restricting
    BoxStep box{1, 0, 1, 0};
    std::vector<BoxStep> trajectory;  // in the inputs of the box, from all worlds inwards
    double p_value = 1;  // share of shuffled outcomes whose best box is as good; the outcome itself counts as one
    bool is_told = false;
};
inline constexpr int fewest_of_each_kind = 30, halves_of_worlds = 10;
inline constexpr std::size_t most_restricted = 3;

// `inputs`: by input, a value a world; `fails`: by world. Peels a twentieth of the worlds inside at a time, from the
// side that leaves the greatest density for what it takes. Of the boxes passed the best is the one that goes most with
// failing: the greatest correlation of being inside and failing (φ), which weighs coverage and density alike whether
// few worlds fail or most. It loses the restrictions without which φ is no less, or that its worlds do not support (the
// quasi-p-value of Bryant and Lempert above 0,05), and beyond three those that φ needs least; in the inputs that are
// left all is peeled once more. The p-value compares φ with that of the same search on shuffled outcomes, so that it
// counts that the box was chosen; it is told up to 0,05. The same for the same seed.
[[nodiscard]] FailureBox failure_box(const std::vector<std::vector<double>>& inputs, const std::vector<bool>& fails,
                                     std::uint64_t seed, int permutations = 200);

}  // namespace aforo::experiment
