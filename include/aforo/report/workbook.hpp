// A run, or a comparison of runs, as an Excel workbook: what people who live in spreadsheets check against their own
// figures. Numbers are numbers with a format that the reader's Excel writes in its own language; sums, means and
// percentiles are live formulas whose stored values are those of the run. The same run gives the same bytes.
// Not for machines (report/json.hpp, report/csv.hpp), and not a place to compute: estimates come ready from the run.
#pragma once

#include <string>

#include "aforo/core/language.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

// The bytes of report.xlsx. It goes through a temporary file: throws core::EnvironmentError, with its path, when the
// machine refuses it.
[[nodiscard]] std::string workbook(const results::Run& run, const results::Samples& samples,
                                   const results::Manifest& manifest, core::Lang lang);

// The same of a comparison: verdicts, what changes, paired differences, who wins and who loses, the sheet side by side.
[[nodiscard]] std::string comparison_workbook(const results::Comparison& comparison, core::Lang lang);

// Of a sweep: its points, and its steps with what each is worth. Of explanations: shares that sum to the difference, or
// what one more brings, and the limits by office and month.
[[nodiscard]] std::string sweep_workbook(const results::Sweep& sweep, core::Lang lang);
[[nodiscard]] std::string explanation_workbook(const results::Explanation& explanation, core::Lang lang);
[[nodiscard]] std::string marginals_workbook(const results::Marginals& marginals, core::Lang lang);

}  // namespace aforo::report
