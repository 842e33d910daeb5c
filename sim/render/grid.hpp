// A table as plain text: `|` between columns, aligned by display width rather than bytes. Cells wrap at their column's
// width, headings at the table's. Only headings span columns; no colour. Private to the module.
#pragma once

#include <string>

#include "cells.hpp"

namespace aforo::render {

// Every line ends in \n; no line ends in a space.
[[nodiscard]] std::string grid(const document::Table& table, const Cells& cells);

}  // namespace aforo::render
