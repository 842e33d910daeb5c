#include "workbook/safe_text.hpp"

#include <algorithm>
#include <cctype>

#include "utf8.hpp"

namespace aforo::render {

namespace {

// Whether the text starts with the workbook's escape of a UTF-16 unit, such as _x005F_.
bool is_escape(std::string_view text) {
    return text.size() >= 7 && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, [](unsigned char c) { return std::isxdigit(c) != 0; });
}

// Whether the text starts with U+FFFE or U+FFFF, which XML does not allow.
bool is_no_character(std::string_view text) {
    return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

// The number of UTF-16 units of the character that starts with this byte.
std::size_t units_from(unsigned char byte) { return byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xF0 ? 1 : 2; }

}  // namespace

std::string safe_cell_text(std::string_view text) {
    const std::string clean = printable(text);
    std::string out;
    out.reserve(clean.size());
    std::size_t units = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const std::string_view rest = std::string_view(clean).substr(i);
        units += units_from(static_cast<unsigned char>(clean[i]));
        if (units + 8 > longest_cell) {
            return out + "…";
        }
        if (is_no_character(rest)) {
            out += "\xEF\xBF\xBD";
            i += 2;
        } else if (is_escape(rest)) {
            out += "_x005F_";
            units += 6;
        } else {
            out += clean[i];
        }
    }
    return out;
}

}  // namespace aforo::render
