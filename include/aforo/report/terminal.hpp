// What `aforo run` prints for a planner: planned beside simulated, each simulated figure with its interval and range,
// at most some 110 columns wide. Not for machines (report/json.hpp).
#pragma once

#include <string>

#include "aforo/report/format.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

// The whole summary: first and last the sentence on what limits the programme; between them components, population,
// indicators, funnel, waits, use of capacity, equity, budget and limits. A measure that the run does not have prints as
// «—»; one that no section names comes under other measures.
[[nodiscard]] std::string summary(const results::Run& run, Lang lang);

// Every measure of the run: what it is called, its name in results.json, its unit and its written definition.
[[nodiscard]] std::string definitions(const results::Run& run, Lang lang);

}  // namespace aforo::report
