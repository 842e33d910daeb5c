// What machines read of a run: results.json and manifest.json. Same run, same bytes. Not for people (terminal, page).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aforo/results/results.hpp"

namespace aforo::report {

// A text as JSON writes it, in quotes. What drives a terminal or hides is escaped, though JSON would not ask for it.
[[nodiscard]] std::string json_text(std::string_view text);

// {"aforo", "scenario", "digest", "seed", "replications", "metrics": [{"metric", "unit", "year", "level", "id", "n",
// "mean", "sd", "half_width", "p10", "p50", "p90"}…], "series": [the same with "month" after "year"…]}, one metric a
// line so that two runs can be compared line by line. The months of single offices are in run.sqlite only.
// Numbers read back as the same doubles; one that is not finite is null.
[[nodiscard]] std::string results_json(const results::Run& run);

// {"aforo", "base", "digest", "seed", "replications", "alternatives": [{"alternative", "digest"}…], "changes":
// [{"alternative", "path", "from", "to"}…], "fates": [{"alternative", "group", "fate", "n", "mean", "half_width"}…],
// "differences": [{"base", "alternative", "metric", "unit", "year", "level", "id", "n", "base_mean",
// "alternative_mean", "mean", "half_width", "gain"}…]}, one a line; year 0 is all measured years together.
[[nodiscard]] std::string comparison_json(const results::Comparison& comparison);

// {"aforo", "program", "scenario", "about": {"author", "date", "status", "reason"} where said, "scenario_file",
// "scenario_digest", "seed", "replications", "precision", "results_digest", "run_file_digest", "command"}, one key a
// line; precision is null when none was asked for.
[[nodiscard]] std::string manifest_json(const results::Manifest& manifest);

// The same, read back; or what is wrong with the text, if it is no manifest.
struct ManifestRead {
    std::optional<results::Manifest> manifest;
    results::Text problem;
};
[[nodiscard]] ManifestRead read_manifest(std::string_view json);

}  // namespace aforo::report
