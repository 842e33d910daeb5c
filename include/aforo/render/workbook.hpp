// Documents as an Excel workbook, a sheet a section. Numbers are numbers with a format that the reader's Excel writes
// in its own language; formulas are live, and what they give is stored. The same document gives the same bytes.
#pragma once

#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render {

// The bytes of a .xlsx. It goes through a temporary file: throws core::EnvironmentError, with its path, when the
// machine refuses it.
[[nodiscard]] std::string workbook(const document::Document& document);

}  // namespace aforo::render
