// The two languages of every text that a person reads.
#pragma once

namespace aforo::core {

enum class Lang { es, en };

// Picks the text of a language.
template <class T>
[[nodiscard]] constexpr const T& in(Lang lang, const T& es, const T& en) {
    return lang == Lang::es ? es : en;
}

}  // namespace aforo::core
