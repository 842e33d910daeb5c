// Measures the width of texts on the screen and makes them safe to print. Not a Unicode library: it covers Latin text
// with combining marks, wide letters and emoji, as names may contain. Private to the module.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace aforo::render {

// The columns that the text takes on a fixed-width screen.
[[nodiscard]] std::size_t display_width(std::string_view text);

// The text as valid UTF-8: each invalid byte becomes U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view text);

// Valid UTF-8 with control characters (and so escape sequences) replaced by spaces, and without characters that change
// direction or have no width: a name can neither control a terminal nor look like another name.
[[nodiscard]] std::string printable(std::string_view text);
// The same, keeping line breaks, for texts of aforo's own.
[[nodiscard]] std::string printable_lines(std::string_view text);

// Breaks at spaces and at each
// so that no line is wider than `width`; a longer word is cut. Never empty. A number and its percent sign stay
// together.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace aforo::render
