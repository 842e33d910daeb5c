// What is said of two runs: what differs of what went in, of how they were run, and of what came out.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/run_difference.hpp"

namespace aforo::told {

[[nodiscard]] document::Document run_difference(const results::RunDifference& d, document::Lang lang);

}  // namespace aforo::told
