// Reports of runs and experiments: an HTML page in a single file that opens without a server or a connection. It is
// made of what the folder holds and nothing else, so the same run gives the same bytes. Its charts are Vega-Lite
// specifications drawn by the runtime that the page carries; its security policy lets no request out and no other
// script in. Not a place to compute: estimates come ready.
#pragma once

#include <string>

#include "aforo/core/language.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

[[nodiscard]] std::string run_page(const results::Run& run, const results::Samples& samples,
                                   const results::Manifest& manifest, core::Lang lang);

// Alternatives against a base, as aforo compare leaves them.
[[nodiscard]] std::string comparison_page(const results::Comparison& comparison, core::Lang lang);

// A grid of values, as aforo sweep leaves it.
[[nodiscard]] std::string sweep_page(const results::Sweep& sweep, core::Lang lang);

// Why two scenarios differ, and what one more would bring, as aforo explain leaves them.
[[nodiscard]] std::string explanation_page(const results::Explanation& explanation, core::Lang lang);
[[nodiscard]] std::string marginals_page(const results::Marginals& marginals, core::Lang lang);

}  // namespace aforo::report
