// Documents as plain text, for a terminal or a text file.
#pragma once

#include <cstddef>
#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render {

// What a terminal shows of a document, `width` columns wide. Running text wraps a little earlier. Tables have their own
// width; if `fits`, their columns are narrowed, and columns that still do not fit go to further tables. Every line ends
// in
// and none in a space; there is no colour. Names cannot control the terminal. Commands stay on one line, so that they
// can be copied.
[[nodiscard]] std::string text(const document::Document& document, std::size_t width = 110, bool fits = false);

// A single table: `|` between columns, aligned by display width rather than by bytes.
[[nodiscard]] std::string text(const document::Table& table, core::Lang lang);

}  // namespace aforo::render
