#include "workbook/sheet.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/results/difference.hpp"
#include "utf8.hpp"
#include "words.hpp"
#include "workbook/layout.hpp"

namespace aforo::render {

namespace {

using document::Estimated;
using document::Paragraph;
using document::Row;
using document::Value;
using results::Shape;

constexpr const char* pesos = "\"$\"#,##0;-\"$\"#,##0";

std::string with_sign(const std::string& format) { return "+" + format + ";-" + format + ";" + format; }

// The places of reports, but at most two; shares always have two, as there is room.
std::string number_format(Shape shape, bool is_signed) {
    if (shape.kind == results::Kind::points) return with_sign("0.00\" pp\"");
    if (shape.kind == results::Kind::share) return is_signed ? with_sign("0.0%") : "0.00%";
    const int places = std::clamp(shape.decimals, 0, 2);
    const std::string format = places == 0 ? "#,##0" : "#,##0." + std::string(static_cast<std::size_t>(places), '0');
    return is_signed ? with_sign(format) : format;
}

// The half-width of a count has one more place than the count; that of points has no sign.
std::string error_format(Shape shape) {
    if (shape.kind == results::Kind::points) return "#,##0.0";
    return number_format({shape.kind, std::max(shape.decimals, 1)}, false);
}

// Points are stored as percentage points: 0.01 becomes 1.
double scaled(double value, Shape shape) { return shape.kind == results::Kind::points ? value * 100 : value; }

bool is_signed(Value::Style style) { return style == Value::Style::signed_; }

// Whether it is a year or a place in a list: whole, and not a text from others.
bool is_whole_number(const std::string& words) {
    constexpr std::size_t exact = 15;  // digits that a cell keeps
    return !words.empty() && words.size() <= exact && words.find_first_not_of("0123456789") == std::string::npos;
}

// Writes one cell of a table at `row` and `column` of the sheet.
class CellWriter {
public:
    CellWriter(Page& page, const Layout& layout, const Cells& cells, std::size_t row, std::size_t column, Look look)
        : page_(page), layout_(layout), cells_(cells), row_(row), column_(column), look_(std::move(look)) {}

    void write(const document::Sentence& sentence, int indent) {
        const auto& pieces = sentence.pieces();
        if (pieces.empty()) return;
        if (pieces.size() == 1 && indent == 0) return std::visit(*this, pieces.front());
        text(std::string(static_cast<std::size_t>(2 * indent), ' ') + cells_.text(sentence));
    }

    void operator()(std::monostate) {}
    void operator()(const document::Words& w) {
        if (is_whole_number(w.text)) return number(0, std::stod(w.text), "General");
        text(cells_.text(w));
    }
    void operator()(const document::Name& n) { text(cells_.text(n)); }
    void operator()(const document::Date& d) { text(cells_.text(d)); }
    void operator()(const Value& v) {
        // In the sheet's style numbers have no trailing zeros: Excel shows the places that they have.
        const bool is_as_written = v.style == Value::Style::sheet && !v.shape.is_percent();
        number(0, scaled(v.value, v.shape), is_as_written ? "General" : number_format(v.shape, is_signed(v.style)));
    }
    void operator()(const Estimated& e) {
        const auto put = [&](std::size_t at, double value, bool with_sign = false) {
            number(at, scaled(value, e.shape), number_format(e.shape, with_sign));
        };
        switch (e.show) {
            case Estimated::Show::half_width:
                return half_width(0, e.value, e.shape);
            case Estimated::Show::range:
                put(0, e.value.p10);
                return put(1, e.value.p90);
            case Estimated::Show::mean:
                return put(0, e.value.mean);
            case Estimated::Show::mean_and_error:
            case Estimated::Show::signed_and_error:
                break;
        }
        put(0, e.value.mean, e.show == Estimated::Show::signed_and_error);
        half_width(1, e.value, e.shape);
    }
    void operator()(const document::Distance& d) {
        const bool is_of_share = d.shape.is_percent();
        const double value = is_of_share ? (d.value.mean - d.planned) * 100 : d.value.mean / d.planned - 1;
        number(0, value, number_format(is_of_share ? results::shapes::points : results::shapes::share, true));
    }
    void operator()(const document::Differing& d) {
        const Shape shape = d.shape.is_percent() ? results::shapes::points : d.shape;
        number(0, scaled(d.value.value.mean, shape), number_format(shape, true));
        half_width(1, d.value.value, shape);
        const std::string cannot(words::cannot_be_told.in(cells_.lang())), yes(words::is_told.in(cells_.lang()));
        column_ += 2;
        text(results::is_nothing(d.value)        ? "="
             : results::is_told(d.value)         ? yes
             : results::is_within_error(d.value) ? cannot
                                                 : std::string(undefined_mark));
    }
    void operator()(const document::Pesos& p) { number(0, static_cast<double>(p.amount), pesos); }
    void operator()(const document::Month& m) { page_.month(row_, column_, m.year, m.month); }
    void operator()(const document::Formula& f) {
        const std::string format = f.is_money_of_pesos ? pesos : number_format(f.shape, is_signed(f.style));
        page_.formula(row_, column_, layout_.formula_of(f), scaled(f.value, f.shape), look(format));
    }

private:
    [[nodiscard]] Look look(const std::string& number) const {
        Look made = look_;
        made.number = number;
        return made;
    }

    void number(std::size_t at, double value, const std::string& format) {
        page_.number(row_, column_ + at, value, look(format));
    }
    void half_width(std::size_t at, const results::Estimate& e, Shape shape) {
        number(at, scaled(e.half_width, shape), error_format(shape));
    }
    void text(const std::string& text) {
        const bool is_too_wide = static_cast<double>(display_width(text)) > page_.most_of(column_);
        const bool has_lines = text.find('\n') != std::string::npos;
        Look made = look_;
        if (is_too_wide || has_lines) made.kind = Look::Kind::wrapped;
        page_.text(row_, column_, text, made);
    }

    Page& page_;
    const Layout& layout_;
    const Cells& cells_;
    std::size_t row_, column_;
    Look look_;  // without the number's format
};

std::vector<std::string> titles_of(const PlacedTable& placed, Lang lang) {
    const std::string error(words::half_width.in(lang)), stands_out(words::stands_out.in(lang));
    std::vector<std::string> titles;
    for (std::size_t c = 0; c < placed.columns.size(); ++c) {
        std::string title = placed.table->columns[c].title;
        std::replace(title.begin(), title.end(), '\n', ' ');
        switch (placed.splits[c]) {
            case Split::none:
                titles.push_back(title);
                break;
            case Split::with_error:
                titles.insert(titles.end(), {title, error});
                break;
            case Split::ends:
                titles.insert(titles.end(), {"p10", "p90"});
                break;
            case Split::difference:
                titles.insert(titles.end(), {title, error, stands_out});
        }
    }
    return titles;
}

// The left columns that name a row stay visible, as long as they leave room for the others.
std::size_t frozen_columns(const document::Table& table) {
    constexpr std::size_t room = 60;  // characters
    std::size_t frozen = 0, taken = 0;
    for (const auto& column : table.columns) {
        taken += column.width;
        if (column.align != document::Align::left || taken > room || frozen == 2) break;
        ++frozen;
    }
    return frozen == table.columns.size() ? std::min<std::size_t>(frozen, 1) : frozen;
}

void limit_widths(Page& page, const PlacedTable& placed) {
    const std::size_t usual = document::Column{}.width;
    for (std::size_t c = 0; c < placed.columns.size(); ++c) {
        // A column without a requested width is as wide as its texts.
        if (placed.table->columns[c].width != usual)
            page.limit_width(placed.columns[c], static_cast<double>(placed.table->columns[c].width));
    }
}

void write(Page& page, const Layout& layout, const PlacedTable& placed, const Cells& cells) {
    const document::Table& table = *placed.table;
    if (placed.has_header) page.header(placed.header, titles_of(placed, cells.lang()));
    std::size_t last = placed.header;  // the last row above the totals
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const Row& row = table.rows[r];
        if (row.kind == Row::Kind::rule) continue;
        if (row.kind == Row::Kind::heading) {
            page.text(placed.rows[r], 0, cells.text(row.cells.front()), {Look::Kind::section});
            continue;
        }
        const bool is_total = row.kind == Row::Kind::total;
        if (!is_total) last = placed.rows[r];
        for (std::size_t c = 0; c < std::min(row.cells.size(), placed.columns.size()); ++c) {
            const document::Tone tone = c < row.tones.size() ? row.tones[c] : document::Tone::none;
            CellWriter(page, layout, cells, placed.rows[r], placed.columns[c],
                       {Look::Kind::plain, "General", is_total, tone})
                .write(row.cells[c], c == 0 ? row.indent : 0);
        }
    }
    if (placed.is_main && placed.has_header) page.main_table(placed.header, last, placed.width, frozen_columns(table));
}

Look look_of(const PlacedText& text) {
    if (text.is_code) return {Look::Kind::code};
    switch (text.kind) {
        case Paragraph::Kind::heading:
            return {Look::Kind::section};
        case Paragraph::Kind::about:
        case Paragraph::Kind::draft:
            return {Look::Kind::label};
        case Paragraph::Kind::note:
            return {Look::Kind::note};
        case Paragraph::Kind::plain:
        case Paragraph::Kind::lead:
        case Paragraph::Kind::limits:
            break;
    }
    return {Look::Kind::wrapped};
}

void write_texts(Page& page, const Layout& layout) {
    const std::size_t width = layout.text_width();
    constexpr double readable = 100, term = 48, definition = 110;  // characters
    if (width == 1) page.limit_width(0, readable);
    for (const auto& text : layout.texts) {
        const Look look = look_of(text);
        const bool runs = look.kind == Look::Kind::wrapped || look.kind == Look::Kind::note;
        if (runs) {
            page.paragraph(text.row, text.text, width, look);
        } else {
            page.text(text.row, text.is_code && width > 1 && layout.tables.empty() ? 1 : 0, text.text, look);
        }
    }
    if (layout.definitions.empty()) return;
    page.limit_width(0, term);
    page.limit_width(1, definition);
}

}  // namespace

void add_sheet(Book& book, const document::Section& section, const Cells& cells, OnPaper on_paper) {
    Page& page = book.add(section.sheet.empty() ? section.title : section.sheet);
    const Layout layout(section, cells);
    if (!section.title.empty()) page.text(0, 0, section.title, {Look::Kind::title});
    for (const auto& table : layout.tables) limit_widths(page, table);
    write_texts(page, layout);
    for (const auto& [item, row] : layout.definitions) {
        page.text(row, 0, cells.text(item->term), {Look::Kind::label});
        page.text(row, 1, cells.text(item->text), {item->is_code ? Look::Kind::code : Look::Kind::wrapped});
    }
    for (const auto& table : layout.tables) write(page, layout, table, cells);
    for (PlacedChart placed : layout.charts) {
        for (const auto& line : placed.chart->lines) {
            placed.labels.push_back(layout.range_of(line.labels));
            placed.values.push_back(layout.range_of(line.values));
        }
        page.chart(placed);
    }
    if (on_paper == OnPaper::head && !layout.tables.empty())
        page.print_only(std::max<std::size_t>(layout.tables.front().header, 1), layout.text_width());
}

}  // namespace aforo::render
