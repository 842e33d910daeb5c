// Pieces of JSON as text. Private to the module.
#pragma once

#include <cmath>
#include <string>
#include <string_view>

#include "aforo/render/format.hpp"
#include "aforo/render/machine.hpp"

namespace aforo::render {

// Boost.JSON escapes texts. It does not write numbers, because its 2E4 for 20000 is valid but bad to compare by eye.
inline std::string quoted(std::string_view text) { return json_text(text); }

inline std::string number(double value) { return std::isfinite(value) ? shortest(value) : "null"; }

}  // namespace aforo::render
