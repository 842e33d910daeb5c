// What `aforo explain` prints and leaves: why two scenarios differ, or what one more of each thing would bring to one.
#pragma once

#include <string>
#include <vector>

#include "aforo/report/format.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

// The queues of a run in words: since when they grow, and what lacks at how many centres. A queue grows from the first
// month on from which it is always over twice the shortest of the first year, if it comes to a week of work.
[[nodiscard]] std::string queue_story(const results::Run& run, Lang lang);

// Whole numbers, or with `decimals` places, nearest to the values, that sum to the rounded total: by largest remainder.
[[nodiscard]] std::vector<double> rounded_to_sum(const std::vector<double>& values, double total, int decimals);

// What changes, what each change brings, and the limits by quarter.
[[nodiscard]] std::vector<Part> explanation_parts(const results::Explanation& e, Lang lang);
// One more of each component's money, one advisor more at each centre, and the limits by quarter.
[[nodiscard]] std::vector<Part> marginals_parts(const results::Marginals& m, Lang lang);
// At how many centres an advisor more helps, and where most and least.
[[nodiscard]] std::string marginals_verdict(const results::Marginals& m, Lang lang);

[[nodiscard]] std::string explanation_text(const results::Explanation& e, Lang lang);
[[nodiscard]] std::string marginals_text(const results::Marginals& m, Lang lang);

// {"aforo", "base", "other", "seed", "replications", "players": [{"player", "path", "from", "to"}…], "explanations":
// [{"metric", "unit", "year", "player", "mean", "half_width", "numerator", "denominator"}…]}: shares are exactly
// numerator / denominator, null where the measure is not of whole numbers; "" is the player of the whole difference.
[[nodiscard]] std::string explanation_json(const results::Explanation& e);
// {"aforo", "scenario", "seed", "replications", "marginals": [{"level", "id", "money", "beneficiaries", "half_width",
// "cost", "cost_half_width"}…]}.
[[nodiscard]] std::string marginals_json(const results::Marginals& m);

// scenario,office,name,year,month,limit,share,half_width: of the days of a month on which the limit binds there.
[[nodiscard]] std::string limits_csv(const std::vector<const results::Run*>& runs);

}  // namespace aforo::report
