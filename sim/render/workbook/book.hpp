// A workbook in the making: what sheets need of libxlsxwriter, with texts that cannot become formulas. Private to the
// module. Not a general writer: rows and columns count from 0, and what a cell looks like is a Look.
#pragma once

#include <compare>
#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "aforo/core/temporary_folder.hpp"
#include "aforo/document/document.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace aforo::render {

struct Look {
    enum class Kind : std::uint8_t { plain, wrapped, label, title, section, header, note, code, date };
    Kind kind = Kind::plain;
    std::string number = "General";  // its number format, in Excel's words
    bool is_total = false;           // bold, under a line
    document::Tone tone = document::Tone::none;

    auto operator<=>(const Look&) const = default;
};

// A rectangle of cells of a page.
struct Range {
    std::size_t row = 0, column = 0, last_row = 0, last_column = 0;
    [[nodiscard]] std::string name(bool is_absolute) const;  // B5:B44
};
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column, bool is_absolute = false);  // B5

// A chart drawn by the workbook, its cells found.
struct PlacedChart {
    const document::SheetChart* chart = nullptr;
    std::vector<Range> labels, values;  // by line
    std::size_t row = 0, column = 0;
};

class Book;

class Page {
public:
    Page(Book& book, lxw_worksheet* sheet, std::string name) : book_(book), sheet_(sheet), name_(std::move(name)) {}

    // A data text is always a text, whatever it starts with.
    void text(std::size_t row, std::size_t column, std::string_view text, const Look& look = {});
    // «—» for what is not finite.
    void number(std::size_t row, std::size_t column, double value, const Look& look);
    // `value` is what it gives, stored for those who do not compute.
    void formula(std::size_t row, std::size_t column, const std::string& formula, double value, const Look& look);
    void month(std::size_t row, std::size_t column, int year, int month);
    // Titles of columns; frozen, filtered down to `last_row` and repeated on every page if this is the page's table.
    void header(std::size_t row, const std::vector<std::string>& titles);
    // Paper holds the first rows and columns alone.
    void print_only(std::size_t rows, std::size_t columns);
    void main_table(std::size_t header_row, std::size_t last_row, std::size_t columns, std::size_t frozen_columns);
    // Running text across so many columns, as high as it takes.
    void paragraph(std::size_t row, std::string_view text, std::size_t columns, const Look& look);
    // At most so wide, in characters, if asked for more than once the widest.
    void limit_width(std::size_t column, double most);
    // How wide the column may become.
    [[nodiscard]] double most_of(std::size_t column) const;
    void chart(const PlacedChart& placed);
    // Widths, heights and print set-up, once all is written.
    void finish();

private:
    struct Paragraph {
        std::size_t row, columns;
        std::string text;
        Look look;
    };
    // A text that is wrapped in its cell: not every program makes the row high enough by itself.
    struct Wrapped {
        std::size_t row, column;
        std::string text;
    };
    void widen(std::size_t column, double width);
    [[nodiscard]] double width_of(std::size_t column) const;
    void write_paragraph(const Paragraph& p);
    void set_heights();

    Book& book_;
    lxw_worksheet* sheet_;
    std::string name_;
    std::vector<double> widths_, limits_;
    std::vector<Paragraph> paragraphs_;
    std::vector<Wrapped> wrapped_;
};

class Book {
public:
    explicit Book(const std::string& title);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    // Under a name that a sheet may have and no other has, as near to this one as can be.
    Page& add(const std::string& wanted);
    // Ends it and gives its bytes.
    [[nodiscard]] std::string bytes();

    [[nodiscard]] lxw_format* format(const Look& look);
    [[nodiscard]] lxw_workbook* handle() const { return workbook_; }

private:
    core::TemporaryFolder folder_;  // goes after the workbook that is in it
    lxw_workbook* workbook_ = nullptr;
    std::map<Look, lxw_format*> formats_;
    std::map<std::string, int> names_;
    std::deque<Page> pages_;
};

}  // namespace aforo::render
