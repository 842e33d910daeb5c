// Texts of others made safe to show: nothing in them drives a terminal, forges a line of a log or hides.
// Not for files that machines read, which have escapes of their own.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace aforo::core {

// Where a text goes, piece by piece as it is made: a file, a digest, standard output. So it is never in memory whole.
using Out = std::function<void(std::string_view)>;

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;  // bytes
    bool valid = false;
};
// The code point at the start of UTF-8 `text`, which is not empty. A byte that is of none stands alone (RFC 3629: no
// overlong forms, no surrogates, up to U+10FFFF).
[[nodiscard]] CodePoint decode(std::string_view text);

// Turns the direction of what follows: what is seen is not what is there.
[[nodiscard]] bool turns_direction(char32_t c);
// Drives a terminal, breaks a line, turns its direction, or takes no room: C0, DEL, C1, separators of lines,
// bidirectional controls, zero-width characters and tags.
[[nodiscard]] bool is_hidden(char32_t c);

// With each hidden character, and each byte that is no UTF-8, as an escape: \x1b, \u202e. One line.
[[nodiscard]] std::string escaped(std::string_view text);
// The same for what is a text of lines by itself: its newlines stay.
[[nodiscard]] std::string escaped_lines(std::string_view text);

}  // namespace aforo::core
