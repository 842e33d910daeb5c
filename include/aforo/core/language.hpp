// The two languages of every text that a person reads.
#pragma once

#include <string_view>

namespace aforo::core {

enum class Lang { es, en };

// A text of aforo's own in both languages, written where it is used.
struct Text {
    std::string_view es, en;
    [[nodiscard]] constexpr std::string_view in(Lang lang) const { return lang == Lang::es ? es : en; }
};

// Picks the text of a language. It returns a view, so the texts must outlive the result, as literals do.
[[nodiscard]] constexpr std::string_view in(Lang lang, std::string_view es, std::string_view en) {
    return lang == Lang::es ? es : en;
}

}  // namespace aforo::core
