// Documents as plain text, for a terminal or a file of notes.
#pragma once

#include <cstddef>
#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render {

// What the terminal shows of a document, at most some `width` columns wide: running text wraps a little before that,
// and tables as their columns ask, however wide, unless they have to fit: then columns narrow, and go on in further
// tables. Every line ends in \n; none ends in a space. No colour. A name cannot drive the terminal. Commands stay in
// one line, to be copied.
[[nodiscard]] std::string text(const document::Document& document, std::size_t width = 110, bool fits = false);

// One table by itself: `|` between columns, aligned by what is seen rather than by bytes.
[[nodiscard]] std::string text(const document::Table& table, core::Lang lang);

}  // namespace aforo::render
