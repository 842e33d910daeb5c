// The answers to a reviewer's observations: the observation to the letter, what was simulated for it, the figures that
// its answer says, which of its claims hold, what the answer hangs on and what would settle it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aforo/results/goal.hpp"
#include "aforo/results/rank.hpp"
#include "aforo/results/sensitivity.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::results {

// What a sentence says at {name}. `scenario`: 0 the base, else an alternative, from 1.
struct AnsweredFigure {
    enum class Show : std::uint8_t { value, difference, percent, range, lever, cost, size } show = Show::value;
    std::string name;
    FigureKey of;
    std::size_t scenario = 0;
};

struct AnsweredClaim {
    std::string text;      // as the file states it
    bool is_open = false;  // predicts nothing
    bool holds = false;
    FigureKey of;
    std::size_t scenario = 0;
    bool is_bound = false;  // bounds of a figure instead of a direction
    Estimate observed;      // the difference, or the figure
};

// The main figure's difference between the proposal and the base over the worlds; the base's own figure where the
// observation has no alternative.
struct AnsweredInWorlds {
    bool is_difference = true;
    WorldDifference difference;     // of a figure without alternative only `ignorance`, as the figure's range
    std::vector<SharedOut> shares;  // by drawn input; none with too few worlds
    double by_chance = undefined;
    double luck_share = undefined;
    // What is worth finding out before choosing between base and proposal by the main figure.
    struct Worth {
        enum class Answer : std::uint8_t {
            not_asked,  // there is nothing to choose, or neither is better
            too_few,    // too few worlds to tell
            nothing,    // the choice is the same whatever the assumptions
            unnamed,    // knowing all would be worth something, but no assumption can be named
            named
        } answer = Answer::not_asked;
        double perfect = 0, perfect_half_width = 0;  // in the figure's unit
        std::vector<std::pair<int, double>> inputs;  // those that are told, the most worth first
        int proposal_better = 0, base_better = 0, worlds = 0;
    } worth;
};

struct Answered {
    enum class Status : std::uint8_t { simulated, by_definition, outside } status = Status::simulated;
    std::string id;
    Text pillar, asked, reason;
    std::string quote;
    Text line, answer;                  // templates
    std::vector<std::string> commands;  // that give what it says again
    std::vector<FigureKey> measures;    // shown; the first is the main one
    std::vector<AnsweredFigure> figures;
    std::vector<AnsweredClaim> claims;
    std::optional<Comparison> comparison;  // base and alternatives; only the base where there are none
    std::optional<Goal> goal;
    std::optional<Rank> rank;
    std::optional<Failure> failure;
    std::optional<AnsweredInWorlds> in_worlds;
};

struct Answers {
    Text title;
    std::string file;
    Run base;  // the sheet's scenario
    std::vector<Answered> all;
    // The sheet with all improvements together, where it was asked for: the comparison has it as its only alternative.
    struct Restated {
        struct Criterion {
            Text variable;
            std::string original;
            Text proposed;
        };
        struct Indicator {
            std::string original, formula;
            std::vector<std::string> published;
            FigureKey of;
            Text proposed;
        };
        Comparison comparison;
        std::string method;
        Text proposed_method;
        std::vector<Criterion> criteria;
        std::vector<Indicator> indicators;
    };
    std::optional<Restated> restated;
    std::optional<Worlds> worlds;
};

}  // namespace aforo::results
