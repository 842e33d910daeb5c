#include "aforo/core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace aforo::core {

namespace {

std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) {
        return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
        return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
        return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

struct Interval {
    char32_t first, last;
};

template <std::size_t N>
bool within(const std::array<Interval, N>& intervals, char32_t c) {
    return std::any_of(intervals.begin(), intervals.end(), [c](Interval i) { return c >= i.first && c <= i.last; });
}

std::string escape_of(const CodePoint& c, std::string_view bytes) {
    if (!c.valid) return fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[0]));
    const auto value = static_cast<std::uint32_t>(c.value);
    if (c.value == '\n') return "\\n";
    return value < 0x100     ? fmt::format("\\x{:02x}", value)
           : value < 0x10000 ? fmt::format("\\u{:04x}", value)
                             : fmt::format("\\U{:08x}", value);
}

std::string escaped(std::string_view text, bool keep_lines) {
    std::string safe;
    safe.reserve(text.size());
    const auto is_letter = [](char c) { return c >= 0x20 && c < 0x7F; };
    while (!text.empty()) {
        const auto run = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_letter) - text.begin());
        safe += text.substr(0, run);  // most texts are printable ASCII throughout
        text.remove_prefix(run);
        if (text.empty()) break;
        const CodePoint c = decode(text);
        const std::string_view bytes = text.substr(0, c.length);
        const bool is_plain = c.valid && (!is_hidden(c.value) || (keep_lines && c.value == '\n'));
        safe += is_plain ? std::string(bytes) : escape_of(c, bytes);
        text.remove_prefix(c.length);
    }
    return safe;
}

}  // namespace

CodePoint decode(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const std::size_t length = sequence_length(byte(0));
    if (length == 0 || length > text.size()) {
        return {};
    }
    constexpr std::array<unsigned, 5> lead_bits = {0, 0x7F, 0x1F, 0x0F, 0x07};
    constexpr std::array<char32_t, 5> least = {0, 0, 0x80, 0x800, 0x10000};
    char32_t value = byte(0) & lead_bits[length];
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            return {};
        }
        value = (value << 6U) | (byte(i) & 0x3FU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < least[length] || surrogate || value > 0x10FFFF) {
        return {};
    }
    return {value, length, true};
}

bool turns_direction(char32_t c) {
    constexpr std::array<Interval, 4> turning = {
        {{0x61C, 0x61C}, {0x200E, 0x200F}, {0x202A, 0x202E}, {0x2066, 0x2069}}};
    return within(turning, c);
}

bool is_hidden(char32_t c) {
    constexpr std::array<Interval, 10> hidden = {{{0x0, 0x1F},
                                                  {0x7F, 0x9F},
                                                  {0xAD, 0xAD},
                                                  {0x180E, 0x180E},
                                                  {0x200B, 0x200D},
                                                  {0x2028, 0x2029},
                                                  {0x2060, 0x206F},
                                                  {0xFEFF, 0xFEFF},
                                                  {0xFFF9, 0xFFFB},
                                                  {0xE0000, 0xE007F}}};
    return within(hidden, c) || turns_direction(c);
}

std::string escaped(std::string_view text) { return escaped(text, false); }
std::string escaped_lines(std::string_view text) { return escaped(text, true); }

}  // namespace aforo::core
