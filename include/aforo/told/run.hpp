// The report of a run: the verdict and the figures of the first screen, all parts of its page, the tables for a
// terminal and the sheets of its workbook.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::told {

// Without samples there is no part about single replications: neither the risk of missing the plan nor the sheet of
// replications.
[[nodiscard]] document::Document run(const results::Run& run, const results::Samples& samples,
                                     const results::Manifest& manifest, core::Lang lang,
                                     const results::Worlds* worlds = nullptr);

// All measures of the run with their label, name, unit and definition.
[[nodiscard]] document::Document definitions(const results::Run& run, core::Lang lang);

}  // namespace aforo::told
