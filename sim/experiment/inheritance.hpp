// An alternative in a world of the base: what it says otherwise keeps its ratio to the base or stands. Private to the
// module.
#pragma once

#include <optional>
#include <vector>

#include "aforo/experiment/calibrate.hpp"
#include "aforo/scenario/assumed.hpp"
#include "world_search.hpp"

namespace aforo::experiment {

class Inheritance {
public:
    // The alternative must outlive it.
    Inheritance(const scenario::Scenario& base, const scenario::Scenario& alternative);

    // With a world's numbers, drawn and solved; nothing where it cannot be so.
    [[nodiscard]] std::optional<scenario::Scenario> in(const Candidate& world, const CalibrationProblem* problem) const;
    // The numbers of its own that the base draws or solves.
    [[nodiscard]] const std::vector<scenario::CarriedNumber>& carried() const { return carried_; }

private:
    const scenario::Scenario* alternative_;
    std::vector<scenario::Assumed> assumed_;  // of the base
    std::vector<scenario::CarriedNumber> carried_;
};

}  // namespace aforo::experiment
