// Makes texts that a cell of a workbook can hold. Private to the module.
#pragma once

#include <string>
#include <string_view>

namespace aforo::render {

inline constexpr std::size_t longest_cell = 32'767;  // UTF-16 units

// Valid text without control characters or others that XML forbids, cut to the longest length. What would be read as an
// escape (_x0041_) is escaped itself.
[[nodiscard]] std::string safe_cell_text(std::string_view text);

}  // namespace aforo::render
