// What is told of a run: the verdict and the figures of the first screen, every part of its page, the tables that a
// terminal prints and the sheets of its workbook.
#pragma once

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::told {

// Without samples there is nothing to be told of single replications: neither the risk of missing the plan nor the
// sheet of replications.
[[nodiscard]] document::Document run(const results::Run& run, const results::Samples& samples,
                                     const results::Manifest& manifest, core::Lang lang,
                                     const results::Worlds* worlds = nullptr);

// Every measure of the run: what it is called, its name, its unit, and its definition.
[[nodiscard]] document::Document definitions(const results::Run& run, core::Lang lang);

}  // namespace aforo::told
