// A table as plain text: `|` between columns, aligned by what is seen rather than by bytes. Cells wrap at their
// column's width, headings at the table's. Private to the module. No merged cells but headings, no colour.
#pragma once

#include <string>

#include "cells.hpp"

namespace aforo::render {

// Every line ends in \n; no line ends in a space.
[[nodiscard]] std::string grid(const document::Table& table, const Cells& cells);

}  // namespace aforo::render
