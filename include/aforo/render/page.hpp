// Documents as an HTML page in a single file that opens without a server or a connection. It is made of the document
// and nothing else, so the same document gives the same bytes. Its charts are Vega-Lite specifications drawn by the
// runtime that the page carries; its security policy lets no request out and no other script in.
#pragma once

#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render {

[[nodiscard]] std::string page(const document::Document& document);

}  // namespace aforo::render
