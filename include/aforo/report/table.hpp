// A plain-text table with `|` between columns, aligned by what is seen rather than by bytes. Cells wrap at their
// column's width, headings at the table's. Not a layout engine: no merged cells but those headings, no colour. Other
// renderers (html.hpp) read the same columns and rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace aforo::report {

enum class Align : std::uint8_t { left, right };

struct TableColumn {
    std::string title;  // a \n breaks the line
    Align align = Align::right;
    std::size_t max_width = 24;  // wider texts wrap
};

class Table {
public:
    explicit Table(std::vector<TableColumn> columns) : columns_(std::move(columns)) {}

    // Missing cells are empty; cells beyond the columns are dropped.
    void row(std::vector<std::string> cells);
    // A text across all columns, above the rows that it heads.
    void heading(std::string text);
    // A line across, between the rows before and after it.
    void rule();
    [[nodiscard]] bool empty() const { return rows_.empty(); }
    // Every line ends in \n; no line ends in a space.
    [[nodiscard]] std::string str() const;

    enum class Kind : std::uint8_t { cells, rule, heading };
    struct Row {
        Kind kind = Kind::cells;
        std::vector<std::string> cells;  // a heading's only one is its text
    };
    [[nodiscard]] const std::vector<TableColumn>& columns() const { return columns_; }
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

private:
    using Lines = std::vector<std::string>;
    struct Wrapped {
        std::vector<Lines> cells;  // by column
        [[nodiscard]] std::size_t height() const;
    };

    [[nodiscard]] Wrapped wrap(const std::vector<std::string>& cells) const;
    void print(const Wrapped& row, const std::vector<std::size_t>& widths, std::string& out) const;

    std::vector<TableColumn> columns_;
    std::vector<Row> rows_;
};

}  // namespace aforo::report
