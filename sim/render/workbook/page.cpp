#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "aforo/core/contracts.hpp"
#include "aforo/render/format.hpp"
#include "utf8.hpp"
#include "workbook/book.hpp"
#include "workbook/safe_text.hpp"

namespace aforo::render {

namespace {

constexpr double narrowest = 8, widest = 60;  // of a column, in characters
constexpr double line_height = 15;            // points

void must(lxw_error error) { core::ensure(error == LXW_NO_ERROR, lxw_strerror(error)); }

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

std::string column_name(std::size_t column) {
    std::string name;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) {
        name.insert(name.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return name;
}

// Allows for separators, signs and units besides digits.
double width_of_number(double value, const Look& look) {
    const double digits = std::floor(std::log10(std::max(1.0, std::abs(value)))) + 1;
    if (look.number.find_first_of("%p") != std::string::npos) return 8;
    return digits + std::floor(digits / 3) + (look.number == "General" ? 4 : 3);
}

// Letters are narrower than digits in some programs' fonts and wider in others'. 409 is Excel's greatest row height.
double height_of(const std::string& text, double width) {
    const auto columns = static_cast<std::size_t>(std::max(8.0, width * 0.92));
    if (display_width(text) <= columns) return line_height;
    return std::min(409.0, line_height * static_cast<double>(wrapped(text, columns).size()));
}

double longest_word(const std::string& text) {
    double longest = 0;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        longest = std::max(longest, static_cast<double>(display_width(text.substr(from, to - from))));
        from = to + 1;
    }
    return longest;
}

}  // namespace

std::string cell_name(std::size_t row, std::size_t column, bool is_absolute) {
    const char* fixed = is_absolute ? "$" : "";
    return fmt::format("{}{}{}{}", fixed, column_name(column), fixed, row + 1);
}

std::string Range::name(bool is_absolute) const {
    return cell_name(row, column, is_absolute) + ":" + cell_name(last_row, last_column, is_absolute);
}

void Page::widen(std::size_t column, double width) {
    if (widths_.size() <= column) widths_.resize(column + 1, narrowest);
    widths_[column] = std::max(widths_[column], width);
}

double Page::most_of(std::size_t column) const {
    return column < limits_.size() && limits_[column] > 0 ? limits_[column] : widest;
}

double Page::width_of(std::size_t column) const {
    return std::min(most_of(column), column < widths_.size() ? widths_[column] : narrowest);
}

void Page::limit_width(std::size_t column, double most) {
    if (limits_.size() <= column) limits_.resize(column + 1, 0);
    limits_[column] = std::max(limits_[column], most);
}

void Page::text(std::size_t row, std::size_t column, std::string_view text, const Look& look) {
    const std::string safe = safe_cell_text(text);
    // A title extends over the empty cells beside it.
    const bool overflows = look.kind == Look::Kind::title || look.kind == Look::Kind::section;
    if (!overflows) widen(column, static_cast<double>(display_width(safe)) + 2);
    must(worksheet_write_string(sheet_, row_of(row), column_of(column), safe.c_str(), book_.format(look)));
    if (look.kind == Look::Kind::wrapped || look.kind == Look::Kind::code) wrapped_.push_back({row, column, safe});
}

void Page::number(std::size_t row, std::size_t column, double value, const Look& look) {
    if (!std::isfinite(value)) return text(row, column, undefined_mark);
    widen(column, width_of_number(value, look));
    must(worksheet_write_number(sheet_, row_of(row), column_of(column), value, book_.format(look)));
}

void Page::formula(std::size_t row, std::size_t column, const std::string& formula, double value, const Look& look) {
    if (!std::isfinite(value)) return text(row, column, undefined_mark);  // a sum of undefined cells would show 0
    widen(column, width_of_number(value, look));
    must(worksheet_write_formula_num(sheet_, row_of(row), column_of(column), formula.c_str(), book_.format(look),
                                     value));
}

void Page::month(std::size_t row, std::size_t column, int year, int month) {
    lxw_datetime date{year, month, 1, 0, 0, 0};
    widen(column, 12);
    must(worksheet_write_datetime(sheet_, row_of(row), column_of(column), &date,
                                  book_.format({Look::Kind::date, "mmm yyyy"})));
}

void Page::header(std::size_t row, const std::vector<std::string>& titles) {
    for (std::size_t c = 0; c < titles.size(); ++c) {
        const std::string safe = safe_cell_text(titles[c]);
        // Room for the filter's button, and for the whole title in the three lines of the row.
        widen(c, std::max(longest_word(safe) + 4, static_cast<double>(display_width(safe)) / 2.4));
        must(worksheet_write_string(sheet_, row_of(row), column_of(c), safe.c_str(),
                                    book_.format({Look::Kind::header})));
    }
    must(worksheet_set_row(sheet_, row_of(row), 45, nullptr));
}

void Page::main_table(std::size_t header_row, std::size_t last_row, std::size_t columns, std::size_t frozen_columns) {
    const lxw_row_t top = row_of(header_row);
    worksheet_freeze_panes(sheet_, top + 1, column_of(frozen_columns));
    must(worksheet_repeat_rows(sheet_, top, top));
    if (last_row > header_row) must(worksheet_autofilter(sheet_, top, 0, row_of(last_row), column_of(columns - 1)));
}

void Page::print_only(std::size_t rows, std::size_t columns) {
    must(worksheet_print_area(sheet_, 0, 0, row_of(rows - 1), column_of(columns - 1)));
}

void Page::paragraph(std::size_t row, std::string_view text, std::size_t columns, const Look& look) {
    paragraphs_.push_back({row, columns, safe_cell_text(text), look});
}

void Page::write_paragraph(const Paragraph& p) {
    if (p.columns < 2) return text(p.row, 0, p.text, p.look);
    double width = 0;
    for (std::size_t c = 0; c < p.columns; ++c) width += width_of(c);
    must(worksheet_merge_range(sheet_, row_of(p.row), 0, row_of(p.row), column_of(p.columns - 1), p.text.c_str(),
                               book_.format(p.look)));
    must(worksheet_set_row(sheet_, row_of(p.row), height_of(p.text, width), nullptr));
}

void Page::set_heights() {
    std::map<std::size_t, double> heights;
    for (const auto& cell : wrapped_)
        heights[cell.row] = std::max(heights[cell.row], height_of(cell.text, width_of(cell.column)));
    for (const auto& [row, height] : heights) {
        if (height > line_height) must(worksheet_set_row(sheet_, row_of(row), height, nullptr));
    }
}

void Page::finish() {
    for (const auto& p : paragraphs_) write_paragraph(p);
    for (std::size_t c = 0; c < widths_.size(); ++c) {
        must(worksheet_set_column(sheet_, column_of(c), column_of(c), width_of(c), nullptr));
    }
    set_heights();
    worksheet_set_landscape(sheet_);
    worksheet_set_paper(sheet_, 9);  // A4
    worksheet_fit_to_pages(sheet_, 1, 0);
    must(worksheet_set_footer(sheet_, "&L&A&R&P / &N"));
    // Digests and seeds are texts on purpose.
    must(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"));
}

}  // namespace aforo::render
