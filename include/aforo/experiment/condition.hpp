// A condition on a figure of one future: beneficiaries < 30000 in 2027.
#pragma once

#include <string>

#include "aforo/results/worlds.hpp"

namespace aforo::experiment {

struct Condition {
    std::string text;  // as the user wrote it
    results::FigureKey of;
    bool is_below = true;  // holds below the threshold; otherwise above it
    double threshold = 0;
    bool holds_at = false;  // also holds at the threshold

    // Returns false for an undefined value.
    [[nodiscard]] bool holds(double value) const {
        return (is_below ? value < threshold : value > threshold) || (holds_at && value == threshold);
    }
};

}  // namespace aforo::experiment
