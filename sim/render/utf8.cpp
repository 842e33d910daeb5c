#include "utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "aforo/core/text.hpp"

namespace aforo::render {

namespace {

using core::CodePoint;
using core::decode;

struct Interval {
    char32_t first, last;
};

template <std::size_t N>
bool within(const std::array<Interval, N>& intervals, char32_t c) {
    return std::any_of(intervals.begin(), intervals.end(), [c](Interval i) { return c >= i.first && c <= i.last; });
}

std::size_t width_of(char32_t c) {
    constexpr std::array<Interval, 6> nothing = {
        {{0x0, 0x1F}, {0x7F, 0x9F}, {0x300, 0x36F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};
    constexpr std::array<Interval, 8> wide = {{{0x1100, 0x115F},
                                               {0x2E80, 0xA4CF},
                                               {0xAC00, 0xD7A3},
                                               {0xF900, 0xFAFF},
                                               {0xFE30, 0xFE6F},
                                               {0xFF00, 0xFF60},
                                               {0x1F300, 0x1FAFF},
                                               {0x20000, 0x3FFFD}}};
    if (within(nothing, c)) {
        return 0;
    }
    return within(wide, c) ? 2 : 1;
}

// Maps each code point of `text` through `replacement(code point, bytes)`.
template <class Replace>
std::string mapped(std::string_view text, Replace replacement) {
    std::string result;
    while (!text.empty()) {
        const CodePoint c = decode(text);
        result += replacement(c, text.substr(0, c.length));
        text.remove_prefix(c.length);
    }
    return result;
}

// The number of bytes of the longest prefix that fits in `width`; at least one code point.
std::size_t fitting(std::string_view text, std::size_t width) {
    std::size_t bytes = 0, taken = 0;
    while (bytes < text.size()) {
        const CodePoint c = decode(text.substr(bytes));
        taken += c.valid ? width_of(c.value) : 1;
        if (taken > width && bytes > 0) {
            break;
        }
        bytes += c.length;
    }
    return bytes;
}

// The end of the first word. A percent sign belongs to the number before it.
std::size_t end_of_word(std::string_view line) {
    std::size_t space = line.find(' ');
    while (space != std::string_view::npos && line.substr(space + 1).starts_with('%')) {
        space = line.find(' ', space + 1);
    }
    return std::min(space, line.size());
}

// Leading spaces are the indentation, which all lines of the result keep.
void wrap_line(std::string_view line, std::size_t width, std::vector<std::string>& out) {
    const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
    const std::string indent(std::min(spaces, width / 2), ' ');
    width -= indent.size();
    line.remove_prefix(spaces);
    const std::size_t before = out.size();
    std::string current;
    while (!line.empty()) {
        const std::size_t space = end_of_word(line);
        std::string_view word = line.substr(0, space);
        line.remove_prefix(std::min(space + 1, line.size()));
        if (!current.empty() && display_width(current) + 1 + display_width(word) > width) {
            out.push_back(indent + current);
            current.clear();
        }
        while (display_width(word) > width) {
            const std::size_t cut = fitting(word, width);
            out.push_back(indent + std::string(word.substr(0, cut)));
            word.remove_prefix(cut);
        }
        current += (current.empty() ? "" : " ") + std::string(word);
    }
    if (!current.empty() || out.size() == before) {
        out.push_back(indent + current);
    }
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const CodePoint c = decode(text);
        width += c.valid ? width_of(c.value) : 1;
        text.remove_prefix(c.length);
    }
    return width;
}

std::string valid_utf8(std::string_view text) {
    return mapped(text, [](CodePoint c, std::string_view bytes) { return c.valid ? bytes : "\uFFFD"; });
}

std::string printable(std::string_view text) {
    return mapped(text, [](CodePoint c, std::string_view bytes) -> std::string_view {
        if (!c.valid) {
            return "\uFFFD";
        }
        if (!core::is_hidden(c.value)) return bytes;
        return c.value < 0xA0 ? " " : "";  // a control becomes a gap, a character without width nothing
    });
}

std::string printable_lines(std::string_view text) {
    std::string all;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        all += (from == 0 ? "" : "\n") + printable(text.substr(from, end - from));
        from = end + 1;
    }
    return all;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        wrap_line(text.substr(from, end - from), std::max<std::size_t>(width, 1), lines);
        from = end + 1;
    }
    return lines;
}

}  // namespace aforo::render
