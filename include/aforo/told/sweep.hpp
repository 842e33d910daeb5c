// The report of a sweep: how results respond to the values of keys, and the effect of each step.
#pragma once

#include <cstddef>

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::told {

// `worlds` are those of its points, with one alternative of the scenario for each.
[[nodiscard]] document::Document sweep(const results::Sweep& sweep, document::Lang lang,
                                       const results::Worlds* worlds = nullptr, const results::Manifest& manifest = {});

// On the line along an axis that starts at point `start`: the index of the first value after which no step brings more
// beneficiaries than its error; the number of values if the last step still does.
[[nodiscard]] std::size_t saturation(const results::Sweep& sweep, std::size_t axis, std::size_t start);

}  // namespace aforo::told
