// A workbook in the making: what the sheets need of libxlsxwriter, with texts that cannot become formulas. Private to
// the module. Not a general writer: rows and columns count from 0, and nothing is styled but by these styles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "aforo/core/temporary_folder.hpp"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace aforo::report {

enum class Style : std::uint8_t {
    text,
    wrapped,
    label,  // bold
    title,
    section,
    header,
    note,
    code,
    general,  // as it is: 20240101, 0.1
    count,
    decimal,
    fine_decimal,  // with two places
    share,
    fine_share,  // with two places
    signed_count,
    signed_decimal,
    signed_fine_decimal,
    signed_share,
    points,  // percentage points
    pesos,
    month,
    total_text,
    total_count,
    total_decimal,
    total_share,
    total_pesos,
    count_of_styles
};

// A rectangle of cells of a page.
struct Range {
    std::size_t row = 0, column = 0, last_row = 0, last_column = 0;
    [[nodiscard]] std::string name(bool absolute = false) const;  // B5:B44
};
[[nodiscard]] std::string cell_name(std::size_t row, std::size_t column);  // B5

struct Series {
    std::string name;
    Range labels, values;
    const char* colour = "";  // 12436D
    bool is_bound = false;    // of a range: thin and dashed
};

struct Chart {
    enum class Kind : std::uint8_t { lines, stacked, bars } kind = Kind::lines;
    std::string title, alternative;  // what one who cannot see it is told
    std::string x, y;
    bool is_share = false;
    bool dates = false;
    std::vector<Series> series;
    std::size_t row = 0, column = 0;
    int width = 720, height = 360;  // pixels
};

inline constexpr const char* blue = "12436D";
inline constexpr const char* teal = "28A197";
inline constexpr const char* plum = "801650";
inline constexpr const char* orange = "F46A25";

class Book;

class Page {
public:
    Page(Book& book, lxw_worksheet* sheet, std::string name) : book_(book), sheet_(sheet), name_(std::move(name)) {}

    // A data text is always a text, whatever it starts with.
    void text(std::size_t row, std::size_t column, std::string_view text, Style style = Style::text);
    // «—» for what is not finite.
    void number(std::size_t row, std::size_t column, double value, Style style = Style::count);
    // `value` is what it gives, stored for those who do not compute.
    void formula(std::size_t row, std::size_t column, const std::string& formula, double value, Style style);
    void month(std::size_t row, std::size_t column, int year, int month);
    // Titles of columns; frozen, filtered down to `last_row` and repeated on every page if this is the page's table.
    void header(std::size_t row, const std::vector<std::string>& titles);
    void main_table(std::size_t header_row, std::size_t last_row, std::size_t columns, std::size_t frozen_columns = 1);
    // Running text across so many columns, as high as it takes.
    void paragraph(std::size_t row, std::string_view text, std::size_t columns, Style style = Style::wrapped);
    // At most so wide, in characters; texts beyond it are wrapped if their style says so.
    void limit_width(std::size_t column, double most);
    void chart(const Chart& chart);
    // Widths, heights and print set-up, once all is written.
    void finish();

private:
    struct Paragraph {
        std::size_t row, columns;
        std::string text;
        Style style;
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

    Page& add(const std::string& name);
    // Ends it and gives its bytes.
    [[nodiscard]] std::string bytes();

    [[nodiscard]] lxw_format* format(Style style) const { return formats_[static_cast<std::size_t>(style)]; }
    [[nodiscard]] lxw_workbook* handle() const { return workbook_; }

private:
    void make_formats();

    core::TemporaryFolder folder_;  // goes after the workbook that is in it
    lxw_workbook* workbook_ = nullptr;
    std::vector<lxw_format*> formats_;
    std::deque<Page> pages_;
};

}  // namespace aforo::report
