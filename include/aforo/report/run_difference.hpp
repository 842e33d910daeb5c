// What `aforo diff` says of two runs: what differs of what went in, then what differs of what came out.
#pragma once

#include <string>

#include "aforo/report/format.hpp"
#include "aforo/results/run_difference.hpp"

namespace aforo::report {

[[nodiscard]] std::string run_difference_text(const results::RunDifference& d, Lang lang);

// {"from": {"folder", "aforo", "scenario", "scenario_file", "scenario_digest", "results_digest", "seed",
// "replications", "precision"}, "to": {the same}, "inputs_from": "files" or "stored", "inputs": [{"path", "from":
// {"value", "range", "source", "file", "line"}, "to": {the same}}…], "compared_as": "same_bits", "paired" or "welch",
// "equal", "within_error", "unknown_error", "only_from", "only_to", "differences": [{"metric", "unit", "year", "level",
// "id", "n", "from_mean", "to_mean", "mean", "half_width"}…]}. A file is null where none is known.
[[nodiscard]] std::string run_difference_json(const results::RunDifference& d);

}  // namespace aforo::report
