// Documents as an HTML page in one file that opens without a server or a connection. It depends only on the document,
// so the same document gives the same bytes. Its charts are Vega-Lite specifications, drawn by the runtime embedded in
// the page; its security policy allows no request and no other script.
#pragma once

#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render {

[[nodiscard]] std::string page(const document::Document& document);

}  // namespace aforo::render
