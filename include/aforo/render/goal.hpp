// The result of a goal search for machines: results.json of `aforo goal`.
#pragma once

#include <string>

#include "aforo/results/goal.hpp"

namespace aforo::render {

// "answer": already, certified, range, lowest, out_of_reach or undecided; "conditions", "probability", "levers"; "base",
// the scenario as it is; "places" [{"at": by lever, "values", "tests" [{"claim", "look": 0 for the search, "futures",
// "met", "low", "high"}…], "figure": of the first condition, "cost": M$ in its year}…]; "passes", "fails", "reached":
// indices of places, -1 for none; "changes" of the scenario there; with two levers also "frontier" and "cheapest".
[[nodiscard]] std::string goal_json(const results::Goal& goal);

}  // namespace aforo::render
