// A sensitivity analysis for machines: results.json of `aforo sensitivity`.
#pragma once

#include <string>

#include "aforo/results/sensitivity.hpp"

namespace aforo::render {

// "scenarios", "figure" {"metric", "year", "level", "id", "difference"}, "shares" [{"path", "share", "half_width",
// "direction", "told"}…], "by_chance", "luck_share", "central", "bars" [{"path", "low", "high", "raw_low", "raw_high",
// "fitted_low", "fitted_high"}…], "screened", "indices", "failure", "findings", "regrets"
// (one by world, null where some scenario cannot be), "choices" and, at its end, "worlds" as a run with worlds has. An
// estimate is {"n", "mean", "half_width"}; undefined is null.
[[nodiscard]] std::string sensitivity_json(const results::Sensitivity& s);

}  // namespace aforo::render
