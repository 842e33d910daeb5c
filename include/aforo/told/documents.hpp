// The reports of all experiments, as documents. Each is made in the file of its name in sim/told; without a manifest it
// says nothing of a folder or a command.
#pragma once

#include <cstddef>

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"

namespace aforo::results {
struct Calibration;
struct Fit;
struct Goal;
struct Rank;
struct RunDifference;
struct Sensitivity;
struct Worlds;
struct YearsOfMonths;
}  // namespace aforo::results

namespace aforo::told {

// The report of a run: the verdict and the figures of the first screen, all parts of its page, the tables for a
// terminal and the sheets of its workbook.
// Without samples there is no part about single replications: neither the risk of missing the plan nor the sheet of
// replications.
[[nodiscard]] document::Document run(const results::Run& run, const results::Samples& samples,
                                     const results::Manifest& manifest, core::Lang lang,
                                     const results::Worlds* worlds = nullptr);

// All measures of the run with their label, name, unit and definition.
[[nodiscard]] document::Document definitions(const results::Run& run, core::Lang lang);

// The report of a comparison: for each alternative the verdict, what changes in the scenario, what results differ, who
// wins and who loses, and the sheet side by side.
[[nodiscard]] document::Document comparison(const results::Comparison& c, core::Lang lang,
                                            const results::Worlds* worlds = nullptr,
                                            const results::Manifest& manifest = {});

// The report of a sweep: how results respond to the values of keys, and the effect of each step.
// `worlds` are those of its points, with one alternative of the scenario for each.
[[nodiscard]] document::Document sweep(const results::Sweep& sweep, core::Lang lang,
                                       const results::Worlds* worlds = nullptr, const results::Manifest& manifest = {});

// On the line along an axis that starts at point `start`: the index of the first value after which no step brings more
// beneficiaries than its error; the number of values if the last step still does.
[[nodiscard]] std::size_t saturation(const results::Sweep& sweep, std::size_t axis, std::size_t start);

// The report of why two scenarios differ: their queues, the effect of each change between them, and the limits by
// quarter.
[[nodiscard]] document::Document explanation(const results::Explanation& e, core::Lang lang,
                                             const results::Manifest& manifest = {});

// The report of what one more of each thing would bring: at how many centres one more advisor helps, where most and
// least, more money in each component, and the limits by quarter.
[[nodiscard]] document::Document marginals(const results::Marginals& m, core::Lang lang,
                                           const results::Manifest& manifest = {});

// The report of a calibration: which figures are met, what the keys became, what the figures do not determine, and each
// figure as predicted by the others.
[[nodiscard]] document::Document calibration(const results::Calibration& calibration, core::Lang lang,
                                             const results::Manifest& manifest = {});

// The report of a sensitivity analysis: what weighs most, when the plan fails, and what to find out first.
[[nodiscard]] document::Document sensitivity(const results::Sensitivity& s, core::Lang lang,
                                             const results::Manifest& manifest = {});

// The report of a goal search.
[[nodiscard]] document::Document goal(const results::Goal& goal, core::Lang lang,
                                      const results::Manifest& manifest = {});

// The report of a ranking of scenarios.
[[nodiscard]] document::Document rank(const results::Rank& rank, core::Lang lang,
                                      const results::Manifest& manifest = {});

// Which distribution observed lengths of time may have, with what to paste in a scenario.
[[nodiscard]] document::Document fit(const results::Fit& fit, core::Lang lang);

// Working days by month, and the arrivals that the factors of months mean.
[[nodiscard]] document::Document calendar(const results::YearsOfMonths& years, core::Lang lang);

// The report on two runs: the differences in their inputs, in how they were run, and in their results.
[[nodiscard]] document::Document run_difference(const results::RunDifference& d, core::Lang lang);

}  // namespace aforo::told
