// What is said of why two scenarios differ: their queues, what each change between them brings, and the limits by
// quarter.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"

namespace aforo::told {

[[nodiscard]] document::Document explanation(const results::Explanation& e, document::Lang lang,
                                             const results::Manifest& manifest = {});

}  // namespace aforo::told
