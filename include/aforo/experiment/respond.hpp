// Answers a reviewer's observations: all comparisons on the same random numbers, one set of worlds for all of them, and
// the goals and ranks that they ask for.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "aforo/experiment/condition.hpp"
#include "aforo/experiment/goal.hpp"
#include "aforo/experiment/rank.hpp"
#include "aforo/results/answers.hpp"
#include "aforo/scenario/answers.hpp"

namespace aforo::experiment {

// An observation with its scenarios, as indices into those of the study, and its options read.
struct Question {
    const scenario::Observation* of = nullptr;
    std::size_t base = 0;
    std::vector<std::size_t> alternatives = {};
    struct Goal {
        std::size_t scenario = 0;
        std::vector<LeverGrid> levers;
        std::vector<Condition> conditions;
    };
    std::optional<Goal> goal = {};
    struct Rank {
        std::vector<std::size_t> scenarios;
        results::FigureKey by;
    };
    std::optional<Rank> rank = {};
    std::optional<Condition> fails = {};  // about the base, in worlds
};

struct RespondOptions {
    Options study;                             // `replications`: of every comparison
    std::optional<WorldsOptions> worlds = {};  // without worlds the ranges are of luck alone
    std::optional<CalibrationProblem> problem = {};
    std::optional<std::size_t> combined = {};  // the scenario of the restated sheet
    bool only_claims = false;                  // neither worlds, goals nor ranks
    core::Lang lang = core::Lang::en;          // of diagnostics
};

struct RespondResult {
    // All but the texts, the files and the commands: in the order of the questions.
    std::vector<results::Answered> all;
    results::Run base;  // of the first scenario
    std::optional<results::Comparison> combined;
    std::optional<results::Worlds> worlds;
    core::Diagnostics wrong = {};  // of a lever's value that makes no scenario
    bool interrupted = false;
};

[[nodiscard]] results::FigureKey key_of(const scenario::AnswerMeasure& measure);

// The first scenario is the sheet's. The result depends only on scenarios and seed, not on threads.
[[nodiscard]] RespondResult respond(const std::vector<scenario::Scenario>& scenarios,
                                    const std::vector<Question>& questions, const RespondOptions& options);

}  // namespace aforo::experiment
