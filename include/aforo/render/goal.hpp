// The result of a goal search for machines: results.json of `aforo goal`.
#pragma once

#include <string>

#include "aforo/results/goal.hpp"

namespace aforo::render {

// "answer": already, certified, range, lowest, out_of_reach or undecided; "conditions", "probability", "levers";
// "base", the scenario as it is; "places" [{"at": by lever, "values", "tests" [{"claim", "look": 0 of the search,
// "futures", "met", "low", "high"}…], "figure": of the first condition, "cost": M$ of its year}…]; "passes", "fails",
// "reached": places, -1 for none; "changes" of the scenario there; of two levers "frontier" and whether it is the
// "cheapest".
[[nodiscard]] std::string goal_json(const results::Goal& goal);

}  // namespace aforo::render
