// How much of a lever it takes to reach a goal: sought, then certified on futures that the search has not seen.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"
#include "aforo/experiment/condition.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/experiment/goal_search.hpp"
#include "aforo/results/goal.hpp"
#include "aforo/scenario/edit.hpp"

namespace aforo::experiment {

// A lever's values, and the scenario with it set to one of them.
struct LeverGrid {
    results::GoalLever lever;
    std::size_t places = 1;
    std::function<std::vector<scenario::Setting>(double at)> settings;

    [[nodiscard]] double at(std::size_t place) const { return lever.low + lever.step * static_cast<double>(place); }
};

struct GoalOptions {
    Options study;  // `replications`: of the scenario as it is
    std::vector<Condition> conditions;
    double probability = 0.9;
    double alpha = 0.05;
    int looks = 2;
    core::Lang lang = core::Lang::en;  // of diagnostics
};

struct GoalResult {
    results::Goal goal;
    core::Diagnostics wrong = {};  // of a value that makes no scenario: then there is no answer
    bool interrupted = false;
};

// Of one lever, or of two. The same for the same scenario and seed, whatever the threads.
[[nodiscard]] GoalResult goal(const scenario::Scenario& base, const std::vector<LeverGrid>& levers,
                              const GoalOptions& options);

}  // namespace aforo::experiment
