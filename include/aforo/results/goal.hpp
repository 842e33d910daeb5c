// The answer to a goal: how much of a lever reaches it with the required probability, how much does not, and how the
// programme fares there.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::results {

// A condition on a figure, which a single future meets or not.
struct GoalCondition {
    std::string text;  // as the user wrote it
    FigureKey of;
    bool is_below = false;  // the figure has to be at most the threshold; otherwise at least
    double threshold = 0;
};

// A lever: the range of values that was searched, in steps, and its value in the base.
struct GoalLever {
    std::string asked;      // a key of the scenario, or the name of one of its levers
    bool is_named = false;  // the scenario declares it
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

// How many futures at one place met all goals.
struct GoalTest {
    enum class Claim { sought, open, passes, fails } claim = Claim::sought;
    int look = 0;  // 0 is the search, later looks certify
    int futures = 0, met = 0;
    double low = 0, high = 1;  // bounds of the probability: those that the claim rests on, or those of 95 %
};

struct GoalPlace {
    std::vector<double> at;           // by lever
    std::vector<std::string> values;  // by lever, as a scenario writes them; "" for a lever that is not a key
    std::vector<GoalTest> tests;      // in the order in which they were made
    Estimate figure;                  // the figure of the first goal, over the futures of the last test
    double cost = undefined;          // M$ in the year of the first goal: the appropriations plus the levers' prices
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
    GoalTest of_base;  // of the scenario as it is
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
    std::vector<ParameterChange> changes;  // of the scenario at that place
    GoalTest year_after;                   // the first goal one year later; no futures where the horizon ends before
    // With two levers: the least of the second for each value of the first, as the search found it. The cheapest is
    // claimed only where all its cheaper neighbours fail.
    std::vector<int> frontier;  // indices of places
    bool is_cheapest = false;
};

}  // namespace aforo::results
