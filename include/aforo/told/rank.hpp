// The report of a ranking of scenarios.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/rank.hpp"

namespace aforo::told {

[[nodiscard]] document::Document rank(const results::Rank& rank, document::Lang lang,
                                      const results::Manifest& manifest);

}  // namespace aforo::told
