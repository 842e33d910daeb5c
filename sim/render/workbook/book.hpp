// A workbook being made: what sheets need of libxlsxwriter, with texts that cannot become formulas. Not a general
// writer. Rows and columns count from 0; a Look is the appearance of a cell. Private to the module.
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
    std::string number = "General";  // number format in Excel's notation
    bool is_total = false;           // bold, below a line
    document::Tone tone = document::Tone::none;

    auto operator<=>(const Look&) const = default;
};

// A rectangle of cells on a sheet.
struct Range {
    std::size_t row = 0, column = 0, last_row = 0, last_column = 0;
    [[nodiscard]] std::string name(bool is_absolute) const;  // B5:B44
};
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column, bool is_absolute = false);  // B5

// A chart drawn by the workbook, with its cells located.
struct PlacedChart {
    const document::SheetChart* chart = nullptr;
    std::vector<Range> labels, values;  // by line
    std::size_t row = 0, column = 0;
};

class Book;

class Page {
public:
    Page(Book& book, lxw_worksheet* sheet, std::string name) : book_(book), sheet_(sheet), name_(std::move(name)) {}

    // Text stays text, whatever it starts with.
    void text(std::size_t row, std::size_t column, std::string_view text, const Look& look = {});
    // Writes «—» for a value that is not finite.
    void number(std::size_t row, std::size_t column, double value, const Look& look);
    // `value` is stored as the result, for programs that do not compute formulas.
    void formula(std::size_t row, std::size_t column, const std::string& formula, double value, const Look& look);
    void month(std::size_t row, std::size_t column, int year, int month);
    // Writes column titles.
    void header(std::size_t row, const std::vector<std::string>& titles);
    // Only the first rows and columns go on paper.
    void print_only(std::size_t rows, std::size_t columns);
    // Freezes the titles and first columns, filters down to `last_row`, and repeats the titles on every printed page.
    void main_table(std::size_t header_row, std::size_t last_row, std::size_t columns, std::size_t frozen_columns);
    // Writes running text across `columns` columns, with the row height that it needs.
    void paragraph(std::size_t row, std::string_view text, std::size_t columns, const Look& look);
    // Limits the width in characters; of several limits the greatest counts.
    void limit_width(std::size_t column, double most);
    // The width limit of a column.
    [[nodiscard]] double most_of(std::size_t column) const;
    void chart(const PlacedChart& placed);
    // Sets widths, heights and print options; called after everything is written.
    void finish();

private:
    struct Paragraph {
        std::size_t row, columns;
        std::string text;
        Look look;
    };
    // A text wrapped in its cell; not every program adapts the row height itself.
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

    // Adds a sheet, named as nearly as possible like this among valid unused names.
    Page& add(const std::string& wanted);
    // Closes the workbook and returns its bytes.
    [[nodiscard]] std::string bytes();

    [[nodiscard]] lxw_format* format(const Look& look);
    [[nodiscard]] lxw_workbook* handle() const { return workbook_; }

private:
    core::TemporaryFolder folder_;  // must be destroyed after the workbook inside it
    lxw_workbook* workbook_ = nullptr;
    std::map<Look, lxw_format*> formats_;
    std::map<std::string, int> names_;
    std::deque<Page> pages_;
};

}  // namespace aforo::render
