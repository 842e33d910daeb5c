// aforo goal: the least of a lever that reaches a goal, certified on fresh futures.
#pragma once

#include <string>
#include <vector>

#include "effort.hpp"

namespace aforo::cli {

struct GoalArguments : ExperimentArguments {
    std::string file;
    std::vector<std::string> reach;  // MEASURE[@ID] >= NUMBER in YEAR
    std::vector<std::string> by;     // KEY=from:to[:step]
    double probability = 0.9;
    bool in_worlds = false;
};

[[nodiscard]] int goal(const GoalArguments& arguments, core::Lang lang);

}  // namespace aforo::cli
