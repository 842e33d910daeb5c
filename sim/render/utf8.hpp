// Private to the module. What a text measures on the screen, and texts made safe to print. Not a Unicode library: Latin
// texts with the combining marks, wide letters and emoji that a user may put in a name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aforo::render {

// Columns of a fixed-width screen that the text takes.
[[nodiscard]] std::size_t display_width(std::string_view text);

// The same text as valid UTF-8: each byte that is not becomes U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view text);

// Valid UTF-8 in which control characters (escape sequences among them) became spaces, and what turns directions or
// takes no room is gone: a name cannot drive a terminal, nor seem another.
[[nodiscard]] std::string printable(std::string_view text);
// The same of a text of ours that may break its lines.
[[nodiscard]] std::string printable_lines(std::string_view text);

// Breaks at spaces (and at each \n) so that no line is wider than `width`; a longer word is cut. Never empty. A number
// and its percent sign stay together.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace aforo::render
