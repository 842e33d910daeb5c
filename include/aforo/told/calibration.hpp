// What a calibration comes to: which figures are met, what the keys became, what the figures do not say, and each
// figure foretold by the others.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/calibration.hpp"
#include "aforo/results/results.hpp"

namespace aforo::told {

[[nodiscard]] document::Document calibration(const results::Calibration& calibration, core::Lang lang,
                                             const results::Manifest& manifest = {});

}  // namespace aforo::told
