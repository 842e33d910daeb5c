// Documents as an Excel workbook, one sheet per section. Numbers are stored as numbers whose format Excel shows in the
// reader's locale; formulas are live, with their values stored. The same document gives the same bytes.
#pragma once

#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render {

// The bytes of an .xlsx file. It is written to a temporary file first; throws core::EnvironmentError, with its path,
// when the system refuses that.
[[nodiscard]] std::string workbook(const document::Document& document);

}  // namespace aforo::render
