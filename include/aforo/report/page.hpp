// The report of one run: an HTML page in a single file that opens without a server or a connection. It is made of what
// a run's folder holds and nothing else, so the same run gives the same bytes. Its charts are Vega-Lite specifications
// drawn by the runtime that the page carries; its security policy lets no request out and no other script in.
// Not the comparison of runs, and not a place to compute: estimates come ready from the run.
#pragma once

#include <string>

#include "aforo/core/language.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

[[nodiscard]] std::string run_page(const results::Run& run, const results::Samples& samples,
                                   const results::Manifest& manifest, core::Lang lang);

}  // namespace aforo::report
