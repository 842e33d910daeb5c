// What each measure of a run is: what reports call it, its name in files, its unit, and what it counts.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"

namespace aforo::told {

[[nodiscard]] document::Document definitions(const results::Run& run, document::Lang lang);

}  // namespace aforo::told
