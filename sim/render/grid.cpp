#include "grid.hpp"

#include <algorithm>

#include "utf8.hpp"

namespace aforo::render {

namespace {

using document::Align;
using document::Row;
using document::Table;

using Lines = std::vector<std::string>;

std::string padded(const std::string& text, std::size_t width, Align align) {
    const std::size_t taken = display_width(text);
    const std::string fill(width > taken ? width - taken : 0, ' ');
    return align == Align::left ? text + fill : fill + text;
}

std::string ruler(const std::vector<std::size_t>& widths) {
    std::string line;
    for (const std::size_t width : widths) line += (line.empty() ? "" : "+") + std::string(width + 2, '-');
    return line + "\n";
}

// The cells of a row, each wrapped at its column's width.
std::vector<Lines> wrapped_row(const Table& table, const Row& row, const Cells& cells) {
    std::vector<Lines> all;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string text = c < row.cells.size() ? cells.text(row.cells[c]) : "";
        const std::string indent(c == 0 ? static_cast<std::size_t>(2 * row.indent) : 0, ' ');
        all.push_back(wrapped(indent + text, table.columns[c].width));
    }
    return all;
}

// Totals have a line above them.
bool begins_totals(const Table& table, std::size_t r) {
    if (r == 0 || table.rows[r].kind != Row::Kind::total) return false;
    const auto above = table.rows[r - 1].kind;
    return above != Row::Kind::rule && above != Row::Kind::total;
}

void print(const Table& table, const std::vector<Lines>& row, const std::vector<std::size_t>& widths,
           std::string& out) {
    std::size_t height = 0;
    for (const auto& cell : row) height = std::max(height, cell.size());
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        for (std::size_t c = 0; c < row.size(); ++c) {
            text += (c == 0 ? " " : " | ");
            text += padded(line < row[c].size() ? row[c][line] : "", widths[c], table.columns[c].align);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + "\n";
    }
}

}  // namespace

std::string grid(const Table& table, const Cells& cells) {
    std::vector<std::vector<Lines>> all(1);
    for (const auto& column : table.columns)
        all.front().push_back(wrapped(printable_lines(column.title), column.width));
    for (const auto& row : table.rows) {
        const bool has_cells = row.kind == Row::Kind::cells || row.kind == Row::Kind::total;
        all.push_back(has_cells ? wrapped_row(table, row, cells) : std::vector<Lines>());
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const auto& row : all) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            for (const auto& line : row[c]) widths[c] = std::max(widths[c], display_width(line));
        }
    }
    const std::string line = ruler(widths);
    std::string out;
    print(table, all.front(), widths, out);
    out += line;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const Row& row = table.rows[r];
        if (row.kind == Row::Kind::heading) {
            for (const auto& part : wrapped(cells.text(row.cells.front()), line.size() - 3)) out += " " + part + "\n";
            continue;
        }
        if (row.kind == Row::Kind::rule || begins_totals(table, r)) out += line;
        print(table, all[r + 1], widths, out);
    }
    return out;
}

}  // namespace aforo::render
