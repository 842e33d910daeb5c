// The report of what one more of each thing would bring: at how many centres one more advisor helps, where most and
// least, more money in each component, and the limits by quarter.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"

namespace aforo::told {

[[nodiscard]] document::Document marginals(const results::Marginals& m, document::Lang lang,
                                           const results::Manifest& manifest = {});

}  // namespace aforo::told
