#include "aforo/report/table.hpp"

#include <algorithm>

#include "aforo/report/utf8.hpp"

namespace aforo::report {

namespace {

std::string padded(const std::string& text, std::size_t width, Align align) {
    const std::size_t taken = display_width(text);
    const std::string fill(width > taken ? width - taken : 0, ' ');
    return align == Align::left ? text + fill : fill + text;
}

std::string ruler(const std::vector<std::size_t>& widths) {
    std::string line;
    for (const std::size_t width : widths) {
        line += (line.empty() ? "" : "+") + std::string(width + 2, '-');
    }
    return line + "\n";
}

}  // namespace

void Table::row(std::vector<std::string> cells) {
    cells.resize(columns_.size());
    rows_.push_back({Kind::cells, std::move(cells)});
}

void Table::heading(std::string text) { rows_.push_back({Kind::heading, {std::move(text)}}); }

void Table::rule() {
    if (!rows_.empty() && rows_.back().kind != Kind::rule) {
        rows_.push_back({Kind::rule, {}});
    }
}

std::size_t Table::Wrapped::height() const {
    std::size_t lines = 0;
    for (const auto& cell : cells) {
        lines = std::max(lines, cell.size());
    }
    return lines;
}

Table::Wrapped Table::wrap(const std::vector<std::string>& cells) const {
    Wrapped row;
    for (std::size_t c = 0; c < cells.size(); ++c) {
        row.cells.push_back(wrapped(cells[c], columns_[c].max_width));
    }
    return row;
}

void Table::print(const Wrapped& row, const std::vector<std::size_t>& widths, std::string& out) const {
    for (std::size_t line = 0; line < row.height(); ++line) {
        std::string text;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const auto& cell = row.cells[c];
            text += (c == 0 ? " " : " | ");
            text += padded(line < cell.size() ? cell[line] : "", widths[c], columns_[c].align);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out += text + "\n";
    }
}

std::string Table::str() const {
    std::vector<std::string> titles;
    for (const auto& column : columns_) {
        titles.push_back(column.title);
    }
    std::vector<Wrapped> all = {wrap(titles)};
    for (const auto& row : rows_) {
        all.push_back(row.kind == Kind::cells ? wrap(row.cells) : Wrapped());
    }
    std::vector<std::size_t> widths(columns_.size(), 0);
    for (const auto& row : all) {
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            for (const auto& line : row.cells[c]) {
                widths[c] = std::max(widths[c], display_width(line));
            }
        }
    }
    const std::string line = ruler(widths);
    std::string out;
    print(all.front(), widths, out);
    out += line;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
        switch (rows_[r].kind) {
            case Kind::cells:
                print(all[r + 1], widths, out);
                break;
            case Kind::rule:
                out += line;
                break;
            case Kind::heading:
                for (const auto& part : wrapped(rows_[r].cells.front(), line.size() - 3)) {
                    out += " " + part + "\n";
                }
        }
    }
    return out;
}

}  // namespace aforo::report
