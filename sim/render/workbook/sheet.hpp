// A section of a document as a sheet: where its blocks come to lie, then their cells. Private to the module.
#pragma once

#include "aforo/document/document.hpp"
#include "cells.hpp"
#include "workbook/book.hpp"

namespace aforo::render {

void add_sheet(Book& book, const document::Section& section, const Cells& cells);

}  // namespace aforo::render
