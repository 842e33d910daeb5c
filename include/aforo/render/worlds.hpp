// Worlds for machines: their part of results.json, and mundos.csv.
#pragma once

#include <string>

#include "aforo/results/worlds.hpp"

namespace aforo::render {

// An experiment's JSON with a member "worlds" added at the end: "wanted", "drawn", "passed", "fitted", "kept",
// "replications", "inputs" [{"path", "unit", "scale", "base", "low", "high", "shape", "source", "solved", "drawn",
// "kept", "apart", "share", "share_half_width", "direction", "weighs"}…], "refusals", "measures" [{"metric", "year",
// "level", "id", "worlds", "base", "mean", "luck_sd", "ignorance_sd", "luck_share", "luck_share_half_width",
// "ignorance", "both"}…], "alternatives", "regrets", "tolerances", "futures", "share_by_chance". A range is {"p10",
// "p50", "p90"}, each {"value", "low", "high"}; undefined is null.
[[nodiscard]] std::string with_worlds(const std::string& json, const results::Worlds& worlds);

// One line per world: its number, draw and block, each input as scenarios write it, each figure's distance from its aim
// in tolerances, and each scenario's mean of every headline: measure@year, and 2:measure@year for the second scenario.
[[nodiscard]] std::string worlds_csv(const results::Worlds& worlds);

}  // namespace aforo::render
