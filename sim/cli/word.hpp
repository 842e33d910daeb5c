// Documents for a word processor, which another program converts (pandoc).
#pragma once

#include <string>

#include "aforo/document/document.hpp"

namespace aforo::cli {

inline constexpr const char* word_format = "docx";  // in `aforo report --format`

[[nodiscard]] bool can_write_word();
// How to get what writes them.
[[nodiscard]] std::string how_to_write_word(core::Lang lang);
// The same document gives the same bytes with the same pandoc. Throws EnvironmentError if it is not there or fails.
[[nodiscard]] std::string word(const document::Document& document);

}  // namespace aforo::cli
