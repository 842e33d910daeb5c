// Worlds for machines: what results.json and mundos.csv say of them.
#pragma once

#include <string>

#include "aforo/results/worlds.hpp"

namespace aforo::render {

// The text of an experiment's JSON with "worlds" at its end: "wanted", "drawn", "passed", "fitted", "kept",
// "replications", "inputs" [{"path", "unit", "scale", "base", "low", "high", "shape", "source", "solved", "drawn",
// "kept", "apart", "share", "share_half_width", "direction", "weighs"}…], "refusals", "measures" [{"metric", "year",
// "level", "id", "worlds", "base", "mean", "luck_sd", "ignorance_sd", "luck_share", "luck_share_half_width",
// "ignorance", "both"}…], "alternatives", "regrets", "tolerances", "futures", "share_by_chance". A range is {"p10",
// "p50", "p90"}, each {"value", "low", "high"}; undefined is null.
[[nodiscard]] std::string with_worlds(const std::string& json, const results::Worlds& worlds);

// A line a world: its number, its draw, its block, each input as scenarios write it, each figure's distance from what
// is aimed at in tolerances, and each scenario's mean of each measure of the programme: measure@year, and
// 2:measure@year for the second scenario.
[[nodiscard]] std::string worlds_csv(const results::Worlds& worlds);

}  // namespace aforo::render
