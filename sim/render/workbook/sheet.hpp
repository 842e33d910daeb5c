// A section of a document as a sheet: where its blocks come to lie, then their cells. Private to the module.
#pragma once

#include "aforo/document/document.hpp"
#include "cells.hpp"
#include "workbook/book.hpp"

namespace aforo::render {

// Whether paper holds all of it, or only what stands above its first table.
enum class OnPaper : std::uint8_t { all, head };
void add_sheet(Book& book, const document::Section& section, const Cells& cells, OnPaper on_paper = OnPaper::all);

}  // namespace aforo::render
