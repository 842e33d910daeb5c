// What is said of a sweep: how results respond to the values of keys, and what each step is worth.
#pragma once

#include <cstddef>

#include "aforo/document/document.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::told {

// With worlds, those of its points: one alternative of the scenario for each.
[[nodiscard]] document::Document sweep(const results::Sweep& sweep, document::Lang lang,
                                       const results::Worlds* worlds = nullptr, const results::Manifest& manifest = {});

// Of an axis, along the line that starts at point `start`: the place of the value from which on no step brings more
// beneficiaries than its error; the number of values when every step up to the last does.
[[nodiscard]] std::size_t saturation(const results::Sweep& sweep, std::size_t axis, std::size_t start);

}  // namespace aforo::told
