// The JSON files that other programs read. The same results give the same bytes. Texts for people (terminal, page) and
// files of documents (csv.hpp) are elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aforo/core/text.hpp"
#include "aforo/document/document.hpp"
#include "aforo/results/calibration.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/run_difference.hpp"

namespace aforo::render {

// A text as a JSON string with quotes. Characters that control a terminal or are invisible are escaped, although JSON
// does not require it.
[[nodiscard]] std::string json_text(std::string_view text);

// {"aforo", "scenario", "digest", "seed", "replications", "metrics": [{"metric", "unit", "year", "level", "id", "n",
// "mean", "sd", "half_width", "p10", "p50", "p90"}…], "series": [the same with "month" after "year"…]}, one metric per
// line so that two runs can be compared line by line. Monthly values of single offices are only in run.sqlite.
// Numbers read back as the same doubles; a number that is not finite is null.
[[nodiscard]] std::string results_json(const results::Run& run);

// {"aforo", "base", "digest", "seed", "replications", "alternatives": [{"alternative", "digest"}…], "changes":
// [{"alternative", "path", "from", "to"}…], "fates": [{"alternative", "group", "fate", "n", "mean", "half_width"}…],
// "differences": [{"base", "alternative", "metric", "unit", "year", "level", "id", "n", "base_mean",
// "alternative_mean", "mean", "half_width", "gain"}…]}, one per line; year 0 is all measured years together.
[[nodiscard]] std::string comparison_json(const results::Comparison& comparison);

// {"aforo", "scenario", "seed", "replications", "axes": [{"key", "values", "also": keys in step}…], "metrics":
// [{"point": […], "metric", …as in results.json}…], "steps": [{"key", "from": […], "to": […], "metric", …, "mean",
// "half_width", "gain"}…]}, one per line.
void sweep_json(const results::Sweep& sweep, const core::Out& out);

// {"aforo", "base", "other", "seed", "replications", "players": [{"player", "path", "from", "to"}…], "explanations":
// [{"metric", "unit", "year", "player", "mean", "half_width", "numerator", "denominator"}…]}: shares are exactly
// numerator / denominator (null if the measure has no whole numbers); player "" stands for the whole difference.
[[nodiscard]] std::string explanation_json(const results::Explanation& e);

// {"aforo", "scenario", "seed", "replications", "marginals": [{"level", "id", "money", "beneficiaries", "half_width",
// "cost", "cost_half_width"}…]}.
[[nodiscard]] std::string marginals_json(const results::Marginals& m);

// The result of a calibration: "keys", "figures", "singular", "sensitivity", "compensations", "steps", "exhaustions",
// "held_out" and others, as in results/calibration.hpp.
[[nodiscard]] std::string calibration_json(const results::Calibration& c);

// {"from": {"folder", "aforo", "scenario", "scenario_file", "scenario_digest", "results_digest", "seed",
// "replications", "precision"}, "to": {the same}, "inputs_from": "files" or "stored", "inputs": [{"path", "from":
// {"value", "range", "source", "file", "line"}, "to": {the same}}…], "compared_as": "same_bits", "paired" or "welch",
// "equal", "within_error", "unknown_error", "only_from", "only_to", "differences": [{"metric", "unit", "year", "level",
// "id", "n", "from_mean", "to_mean", "mean", "half_width"}…]}. A file is null if it is not known.
[[nodiscard]] std::string run_difference_json(const results::RunDifference& d);

// The report itself: {"aforo", "name", "replications", "verdict": [sentences], "sections": [{"id", "title", "tables":
// [{"columns", "rows": [[cells]…]}…]}…]}. A figure is its number, unrounded; with its error {"n", "mean", "half_width",
// "p10", "p50", "p90"}; other cells are texts as they read.
[[nodiscard]] std::string document_json(const document::Document& document);

// {"aforo", "program", "scenario", "about": {"author", "date", "status", "reason"} if stated, "scenario_file",
// "scenario_digest", "seed", "replications", "precision", "results_digest", "run_file_digest", "command"}, one key per
// line; precision is null if none was requested.
[[nodiscard]] std::string manifest_json(const results::Manifest& manifest);

// The manifest that manifest_json wrote, or what is wrong with the text if it is not one.
struct ManifestRead {
    std::optional<results::Manifest> manifest;
    results::Text problem;
};
[[nodiscard]] ManifestRead read_manifest(std::string_view json);

}  // namespace aforo::render
