// Writes a section of a document as a sheet: places its blocks, then writes their cells. Private to the module.
#pragma once

#include "aforo/document/document.hpp"
#include "cells.hpp"
#include "workbook/book.hpp"

namespace aforo::render {

// Whether paper shows the whole sheet, or only what is above its first table.
enum class OnPaper : std::uint8_t { all, head };
void add_sheet(Book& book, const document::Section& section, const Cells& cells, OnPaper on_paper = OnPaper::all);

}  // namespace aforo::render
