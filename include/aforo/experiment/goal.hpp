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
#include "aforo/experiment/worlds.hpp"
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
    bool in_worlds = false;  // each future is a world of its own, so that the probability is of not knowing, too
    core::Lang lang = core::Lang::en;  // of diagnostics
};

struct GoalResult {
    results::Goal goal;
    core::Diagnostics wrong = {};     // of a value that makes no scenario: then there is no answer
    bool has_too_few_worlds = false;  // Goal::drawn and worlds say how few
    bool interrupted = false;
};

// Of one lever, or of two. `problem`: what worlds are fitted to; unless given, every draw is a world. The same for the
// same scenario and seed, whatever the threads.
[[nodiscard]] GoalResult goal(const scenario::Scenario& base, const std::vector<LeverGrid>& levers,
                              const GoalOptions& options, const std::optional<CalibrationProblem>& problem = {});

// About how many it takes, for who foretells how long: whole ones, and of the year of the published figures.
struct GoalReplications {
    double whole = 0, looks = 0;
};
[[nodiscard]] GoalReplications replications_of_goal(const GoalOptions& options);

}  // namespace aforo::experiment
