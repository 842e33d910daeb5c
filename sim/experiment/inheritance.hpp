// Puts an alternative into a world of the base: its own numbers keep their ratio to the base's, or stay as written.
// Private to the module.
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

    // The alternative with a world's numbers, drawn and solved; nothing where that is no valid scenario.
    [[nodiscard]] std::optional<scenario::Scenario> in(const Candidate& world, const CalibrationProblem* problem) const;
    // The alternative's own values of numbers that the base draws or solves.
    [[nodiscard]] const std::vector<scenario::CarriedNumber>& carried() const { return carried_; }

private:
    const scenario::Scenario* alternative_;
    std::vector<scenario::Assumed> assumed_;  // those of the base
    std::vector<scenario::CarriedNumber> carried_;
};

}  // namespace aforo::experiment
