// The report of a sensitivity analysis: what weighs most, when the plan fails, and what to find out first.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/sensitivity.hpp"

namespace aforo::told {

[[nodiscard]] document::Document sensitivity(const results::Sensitivity& s, core::Lang lang,
                                             const results::Manifest& manifest = {});

}  // namespace aforo::told
