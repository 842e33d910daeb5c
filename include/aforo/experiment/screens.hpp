// Compares, in closed form, the least that the published production needs with what a scenario has. A draw of
// assumptions that fails here cannot reach the published year and is rejected before anything is simulated.
#pragma once

#include <span>

#include "aforo/experiment/calibrate.hpp"
#include "aforo/results/results.hpp"

namespace aforo::experiment {

// The published production of the first year; 0 where there is none.
struct Production {
    double attended = 0, advised = 0, alliances = 0;
};
[[nodiscard]] Production production_of(const CalibrationProblem& problem);

struct Screen {
    const char* id;
    results::Text name;
    // The least need as a part of what there is; above 1 it is impossible. 0 where nothing limits it.
    double (*load)(const scenario::Scenario&, const Production&);
};
// All screens, the cheapest first.
[[nodiscard]] std::span<const Screen> screens();

}  // namespace aforo::experiment
