// What `aforo compare` prints: for each alternative the verdict, what changes in the scenario, what comes out
// differently, who wins and who loses, and the sheet side by side. Not for machines (report/json.hpp).
#pragma once

#include <string>
#include <vector>

#include "aforo/report/estimate.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/results/index.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

// Whether a difference stands out of its error; exactly nothing does not. Of one replication the error is not known:
// the difference neither stands out of it nor is within it.
[[nodiscard]] bool is_told(const results::Difference& d);
[[nodiscard]] bool is_within_error(const results::Difference& d);
// No replication differs.
[[nodiscard]] bool is_nothing(const results::Difference& d);
// +620 ± 90; «no se distingue» inside its error, = for exactly nothing, — where undefined.
[[nodiscard]] std::string difference_text(const results::Difference& d, const EstimateFormat& format, Shape shape,
                                          Lang lang);

// What the alternative comes to, in a few sentences made from intervals only.
[[nodiscard]] std::string comparison_verdict(const results::Comparison& c, const results::Alternative& a, Lang lang);

// What changes in the scenario, what comes out differently, who wins and who loses, and the sheet side by side.
[[nodiscard]] std::vector<Part> comparison_parts(const results::Comparison& c, const results::Alternative& a,
                                                 Lang lang);

[[nodiscard]] std::string comparison_text(const results::Comparison& c, Lang lang);

}  // namespace aforo::report
