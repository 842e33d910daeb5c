// The positions of a section's blocks on its sheet. All are placed before any is written, because a formula may refer
// to a table below it. Private to the module.
#pragma once

#include <string>
#include <vector>

#include "aforo/document/document.hpp"
#include "cells.hpp"
#include "workbook/book.hpp"

namespace aforo::render {

// How a cell of a table splits into columns of the sheet: an estimate and its half-width; the ends of a range; a
// difference, its half-width and whether it exceeds it.
enum class Split : std::uint8_t { none, with_error, ends, difference };
[[nodiscard]] std::size_t columns_of(Split split);
[[nodiscard]] Split split_of(const document::Sentence& cell);

struct PlacedTable {
    const document::Table* table = nullptr;
    bool is_main = false;
    std::size_t header = 0;  // its row; the first body row if no column has a title
    bool has_header = false;
    std::vector<std::size_t> rows;     // rows of the sheet by row of the table; a rule has that of the next row
    std::vector<std::size_t> columns;  // first columns of the sheet by column of the table
    std::vector<Split> splits;
    std::size_t width = 0;  // columns of the sheet
    std::size_t end = 0;    // the row after it

    [[nodiscard]] std::size_t body() const { return header + (has_header ? 1 : 0); }
};

struct PlacedText {
    std::string text;
    document::Paragraph::Kind kind = document::Paragraph::Kind::plain;
    std::size_t row = 0;
    bool is_code = false;
};

struct PlacedDefinition {
    const document::Definitions::Item* item = nullptr;
    std::size_t row = 0;
};

struct Layout {
    Layout(const document::Section& section, const Cells& cells);

    // Converts a reference to tables into cells of the sheet.
    [[nodiscard]] Range range_of(const document::Formula::Reference& reference) const;
    [[nodiscard]] std::string formula_of(const document::Formula& formula) const;
    // The number of columns that running text spans.
    [[nodiscard]] std::size_t text_width() const;

    std::vector<PlacedText> texts;
    std::vector<PlacedDefinition> definitions;
    std::vector<PlacedTable> tables;
    std::vector<PlacedChart> charts;

private:
    void place(const std::vector<document::Block>& blocks, const Cells& cells);
    void place(const document::Table& table, bool is_main);
    void place(const document::SheetChart& chart);
    void put_beside(PlacedChart& placed) const;
    void heading(const std::string& text);
    void gap();

    std::string title_;
    std::size_t next_ = 0;     // next free row
    bool is_gap_due_ = false;  // a gap precedes the next block
};

}  // namespace aforo::render
