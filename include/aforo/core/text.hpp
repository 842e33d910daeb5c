// Makes texts from others safe to show: nothing in them can control a terminal, forge a line of a log or stay
// invisible. This is not for files that machines read, which have their own escapes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace aforo::core {

// Receives a text piece by piece (a file, a digest, standard output), so that it is never in memory whole.
using Out = std::function<void(std::string_view)>;

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 1;  // bytes
    bool valid = false;
};
// The code point at the start of UTF-8 `text`, which is not empty. A byte that belongs to no valid code point is taken
// alone (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF).
[[nodiscard]] CodePoint decode(std::string_view text);

// Whether `c` changes the direction of the text after it, so that what is seen is not what is there.
[[nodiscard]] bool turns_direction(char32_t c);
// Whether `c` controls a terminal, breaks a line, changes direction or takes no room: C0, DEL, C1, line separators,
// bidirectional controls, zero-width characters and tags.
[[nodiscard]] bool is_hidden(char32_t c);

// The text on one line, with each hidden character and each byte that is not UTF-8 as an escape: \x1b, \u202e.
[[nodiscard]] std::string escaped(std::string_view text);
// The same, but newlines stay, for texts that have several lines.
[[nodiscard]] std::string escaped_lines(std::string_view text);

}  // namespace aforo::core
