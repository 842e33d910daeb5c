// The report of a goal search.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/goal.hpp"

namespace aforo::told {

[[nodiscard]] document::Document goal(const results::Goal& goal, document::Lang lang,
                                      const results::Manifest& manifest);

}  // namespace aforo::told
