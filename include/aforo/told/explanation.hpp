// The report of why two scenarios differ: their queues, the effect of each change between them, and the limits by
// quarter.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"

namespace aforo::told {

[[nodiscard]] document::Document explanation(const results::Explanation& e, document::Lang lang,
                                             const results::Manifest& manifest = {});

}  // namespace aforo::told
