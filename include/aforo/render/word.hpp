// A document for a word processor.
#pragma once

#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render {

// The document as plain HTML, without charts or styles, for a converter to .docx: real headings, tables with numbered
// captions, quotations; a chart as the table of its figures. The title is the title of the page.
[[nodiscard]] std::string word_html(const document::Document& document);

}  // namespace aforo::render
