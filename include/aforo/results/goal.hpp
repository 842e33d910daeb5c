// How much of a lever a goal takes: where it is reached with the probability that was asked for, where it is not, and
// what the programme is like there.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::results {

// A condition on a figure of one future.
struct GoalCondition {
    std::string text;  // as it was given
    FigureKey of;
    bool is_below = false;  // it is to be at most the threshold; else at least
    double threshold = 0;
};

// What is moved: from which value to which, in steps; what it is in the base.
struct GoalLever {
    std::string asked;      // a key of the scenario, or the name of one of its levers
    bool is_named = false;  // one of its levers
    Text name;              // for people
    double base = undefined, low = 0, high = 0, step = 1;
    std::string unit;  // that its values are written in, and what they are divided by for it
    double scale = 1;
    double price = undefined;  // M$ a year of one more, where the scenario says it
    // In worlds, of its number where they draw or fit it: at the place that was reached, 1 in 10 worlds has less and 1
    // in 10 more, as it keeps its ratio to what the number is in each.
    std::optional<std::pair<double, double>> in_worlds = {};
};

// A value of one lever up to which the scenario can be, and what is wrong with it beyond.
struct GoalBound {
    double at = 0;
    bool is_upper = true;
    std::string why;
};

// Of futures at a place, how many met all goals.
struct GoalTest {
    enum class Claim { sought, open, passes, fails } claim = Claim::sought;
    int look = 0;  // 0: the search
    int futures = 0, met = 0;
    double low = 0, high = 1;  // of the probability: the bounds that the claim rests on, or of 95 %
};

struct GoalPlace {
    std::vector<double> at;           // by lever
    std::vector<std::string> values;  // the same, as a scenario writes them; "" of a lever of its own
    std::vector<GoalTest> tests;      // in the order in which they were made
    Estimate figure;                  // that of the first goal, over the futures of the last of them
    double cost = undefined;          // M$ in the year of the first goal: what is appropriated, and the levers' prices
};

struct Goal {
    enum class Answer {
        already,       // the scenario as it is does
        certified,     // a place does, and one step less does not
        range,         // the least one lies between two places
        lowest,        // the lowest place does already: the least one lies below it
        out_of_reach,  // no place does
        undecided      // what was tested tells neither
    } answer = Answer::undecided;
    Run base;
    std::vector<GoalCondition> conditions;
    double probability = 0.9, confidence = 0.95;
    std::vector<GoalLever> levers;
    GoalTest of_base;  // the scenario as it is
    Estimate base_figure;
    double base_cost = undefined;   // as GoalPlace::cost
    std::vector<GoalPlace> places;  // in the order of the lever
    std::vector<GoalBound> bounds;  // of one lever, where some of its values cannot be
    int fails = -1, passes = -1;    // places; -1: none
    bool is_reversed = false;       // less of the lever meets the goal more
    int turning_back = 0, compared = 0;
    int looks = 0;
    bool is_in_worlds = false;  // each future is a world of its own
    int drawn = 0, worlds = 0;  // of those: draws, and those that agree with the published figures
    // At the place that passes, or else the best one that was reached.
    int reached = -1;
    std::optional<Run> there;
    std::vector<ParameterChange> changes;  // of the scenario there
    GoalTest year_after;                   // the first goal, a year later; no futures where the horizon has none
    // Of two levers: the least of the second for each of the first, as the search found it; the cheapest is claimed
    // only where all its cheaper neighbours fail.
    std::vector<int> frontier;  // places
    bool is_cheapest = false;
};

}  // namespace aforo::results
