// The report of a calibration: which figures are met, what the keys became, what the figures do not determine, and each
// figure as predicted by the others.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/calibration.hpp"
#include "aforo/results/results.hpp"

namespace aforo::told {

[[nodiscard]] document::Document calibration(const results::Calibration& calibration, core::Lang lang,
                                             const results::Manifest& manifest = {});

}  // namespace aforo::told
