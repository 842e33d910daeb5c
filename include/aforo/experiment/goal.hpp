// How much of a lever a goal takes: sought, then certified on futures that the search has not used.
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

// A lever's values, and the settings that give it one of them.
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
    core::Lang lang = core::Lang::en;  // language of diagnostics
};

struct GoalResult {
    results::Goal goal;
    core::Diagnostics wrong = {};  // errors of a value that makes no valid scenario; there is then no answer
    bool interrupted = false;
};

// For one lever or two. The result depends only on scenario and seed, not on threads.
[[nodiscard]] GoalResult goal(const scenario::Scenario& base, const std::vector<LeverGrid>& levers,
                              const GoalOptions& options);

}  // namespace aforo::experiment
