// The report on two runs: the differences in their inputs, in how they were run, and in their results.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/run_difference.hpp"

namespace aforo::told {

[[nodiscard]] document::Document run_difference(const results::RunDifference& d, document::Lang lang);

}  // namespace aforo::told
