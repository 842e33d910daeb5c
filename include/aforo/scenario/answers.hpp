// The answers to a reviewer's observations, as a file states them: each observation to the letter, the experiment that
// answers it, the figures that its answer says, and what the answer claims.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/language.hpp"
#include "aforo/scenario/claim.hpp"
#include "aforo/scenario/warnings.hpp"

namespace aforo::scenario {

// A figure: a measure, perhaps of a region, group or component, in a year.
struct AnswerMeasure {
    std::string measure, id;  // id is empty for the programme
    int year = 0;
    core::Place place = {};

    friend bool operator==(const AnswerMeasure& a, const AnswerMeasure& b) {
        return a.measure == b.measure && a.id == b.id && a.year == b.year;
    }
};

// What a sentence says at {name}.
struct AnswerFigure {
    enum class Show : std::uint8_t {
        value,       // of the scenario, with its error
        difference,  // from the base, with its error
        percent,     // the same in % of the base
        range,       // of futures
        lever,       // of the goal: the least that reaches it
        cost,        // of the goal: what that adds to the year's money
        size         // the difference without its sign, where a claim says which way it goes
    };
    std::string name;
    std::string of = {};  // a name among the alternatives; empty for the base
    AnswerMeasure measure = {};
    Show show = Show::value;
};

// What an answer says of its results: a claim about an alternative against the base, or bounds of a figure.
struct AnswerClaim {
    std::string text;     // as written
    std::string of = {};  // a name among the alternatives
    Claim claim = {};
    std::string figure = {};  // for bounds: the name of a figure, which lies between them
    double low = 0, high = 0;
    core::Place place = {};
};

struct AnswerScenario {
    std::string name, file;  // the path as the file writes it, from the file's own folder
    core::Place place = {};
};

// As the options of aforo goal and aforo rank say it.
struct AnswerGoal {
    AnswerScenario scenario;
    std::string reach, by;
    double probability = 0.9;
    core::Place place = {};
};
struct AnswerRank {
    std::vector<AnswerScenario> scenarios;
    std::string by;
    core::Place place = {};
};

struct Observation {
    enum class Status : std::uint8_t { simulated, by_definition, outside };
    std::string id;
    Message pillar;
    std::string quote;  // to the letter
    Message asked;      // what the observation asks for, in a clause
    Status status = Status::simulated;
    Message reason;                            // of a status other than simulated
    AnswerScenario base;                       // empty file: the base of all
    std::vector<AnswerScenario> alternatives;  // the proposal first
    std::optional<AnswerGoal> goal;
    std::optional<AnswerRank> rank;
    std::string fails;                    // a rule for worlds, as the option of aforo sensitivity says it
    std::vector<AnswerMeasure> measures;  // shown; the first is what the answer is about
    std::vector<AnswerFigure> figures;
    Message line, answer;  // templates: the answer in one line, and in two or three sentences
    std::vector<AnswerClaim> claims;
    core::Place place;
};

// The sheet with all improvements together, and the texts of its form that figures do not give. Texts of the sheet are
// to the letter.
struct RestatedSheet {
    AnswerScenario scenario;
    struct Criterion {
        Message variable;
        std::string original;  // empty for a new one
        Message proposed;
    };
    struct Indicator {
        std::string original, formula;
        std::vector<std::string> published;  // for 2022, 2023 and 2024, as the sheet writes them
        AnswerMeasure measure;
        Message proposed;
    };
    std::string method;  // of the potential population
    Message proposed_method;
    std::vector<Criterion> criteria;
    std::vector<Indicator> indicators;
};

struct Answers {
    Message title;
    AnswerScenario base;
    std::optional<RestatedSheet> restated;
    int replications = 20, worlds = 0;
    std::vector<Observation> observations;
};

struct AnswersResult {
    std::optional<Answers> answers;  // present when there are no diagnostics
    core::Diagnostics diagnostics;   // in order of line and column
};

// Reads the text of `file`. Every mistake is found in one go. Whether the measures and the scenarios exist is not
// checked here.
[[nodiscard]] AnswersResult read_answers(const std::string& text, const std::string& file, core::Lang lang);

// Whether the file is one of answers rather than a scenario, by its key observations. False if it cannot be read.
[[nodiscard]] bool are_answers(const std::string& file);

// The parts of a template: text, and the names in its braces, in turn; it begins with a text. A brace is always of a
// name.
[[nodiscard]] std::vector<std::string> parts_of(const std::string& pattern);

}  // namespace aforo::scenario
