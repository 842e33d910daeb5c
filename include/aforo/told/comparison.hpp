// The report of a comparison: for each alternative the verdict, what changes in the scenario, what results differ, who
// wins and who loses, and the sheet side by side.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::told {

[[nodiscard]] document::Document comparison(const results::Comparison& c, document::Lang lang,
                                            const results::Worlds* worlds = nullptr,
                                            const results::Manifest& manifest = {});

}  // namespace aforo::told
