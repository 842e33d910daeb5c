// What the published production needs at least against what a scenario has, in closed form: a draw of assumptions that
// fails here cannot give the published year, and is refused before anything is simulated.
#pragma once

#include <span>

#include "aforo/experiment/calibrate.hpp"
#include "aforo/results/results.hpp"

namespace aforo::experiment {

// Production of the first year that the published figures say; 0 where they do not.
struct Production {
    double attended = 0, advised = 0, alliances = 0;
};
[[nodiscard]] Production production_of(const CalibrationProblem& problem);

struct Screen {
    const char* id;
    results::Text name;
    // The part of what there is that is needed at least; above 1 it cannot be. 0 where nothing limits it.
    double (*load)(const scenario::Scenario&, const Production&);
};
// The cheapest first.
[[nodiscard]] std::span<const Screen> screens();

}  // namespace aforo::experiment
