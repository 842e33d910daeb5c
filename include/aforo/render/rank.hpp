// A ranking of scenarios for machines: results.json of `aforo rank`.
#pragma once

#include <string>

#include "aforo/results/rank.hpp"

namespace aforo::render {

// "figures" [{"metric", "year", "level", "id"}…], "least_is_best", "delta", "confidence", "replications", "best": a
// place of "scenarios", "decided", "ranked" [{"scenario", "value", "behind", "in_set", "equivalent", "same_as",
// "left_after", "others", "dominated_by"}…], the best mean first; -1 and null: none.
[[nodiscard]] std::string rank_json(const results::Rank& rank);

}  // namespace aforo::render
