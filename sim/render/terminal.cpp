#include "aforo/render/terminal.hpp"

#include <algorithm>
#include <iterator>

#include "cells.hpp"
#include "grid.hpp"
#include "utf8.hpp"
#include "verdict.hpp"

namespace aforo::render {

namespace {

using document::Block;
using document::Media;
using document::Paragraph;
using document::Table;

constexpr std::size_t columns_a_table = 4;  // in each further table

// The columns before `first`, and `count` columns from `from` on.
Table with_columns(const Table& table, std::size_t first, std::size_t from, std::size_t count) {
    const auto chosen = [&](const auto& all) {
        auto some = all;
        const auto begin = static_cast<std::ptrdiff_t>(first);
        some.erase(some.begin() + std::min(begin, std::ssize(some)), some.end());
        for (std::size_t c = from; c < std::min(from + count, all.size()); ++c) some.push_back(all[c]);
        return some;
    };
    Table part{.columns = chosen(table.columns)};
    for (auto row : table.rows) {
        if (row.kind == document::Row::Kind::cells || row.kind == document::Row::Kind::total)
            row.cells = chosen(row.cells);
        part.rows.push_back(std::move(row));
    }
    return part;
}

std::vector<Table> parts_of(const Table& table) {
    const std::size_t first = table.continues_from, count = table.columns.size();
    if (first == 0 || count <= first + columns_a_table) return {table};
    std::vector<Table> parts;
    for (std::size_t from = first; from < count; from += columns_a_table)
        parts.push_back(with_columns(table, first, from, columns_a_table));
    return parts;
}

// The width of a text's longest word, below which a column would break it.
std::size_t longest_word(const std::string& text) {
    std::size_t longest = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", from), text.size());
        longest = std::max(longest, display_width(text.substr(from, end - from)));
        from = end + 1;
    }
    return longest;
}

// The wanted and the least width of a column.
struct Span {
    std::size_t least = 1, wanted = 1;
};
std::vector<Span> spans_of(const Table& table, const Cells& cells) {
    constexpr std::size_t least_of_words = 14;  // in columns of long texts, some words may break
    std::vector<Span> spans(table.columns.size());
    for (std::size_t c = 0; c < spans.size(); ++c) {
        const bool is_of_figures = table.columns[c].align == document::Align::right;
        const auto include = [&](const std::string& text, int indent, bool may_break) {
            std::size_t most = 0;
            for (const auto& line : wrapped(text, table.columns[c].width)) most = std::max(most, display_width(line));
            const auto by = static_cast<std::size_t>(2 * indent);
            spans[c].wanted = std::max(spans[c].wanted, most + by);
            spans[c].least = std::max(spans[c].least, (may_break ? longest_word(text) : most) + by);
        };
        include(printable_lines(table.columns[c].title), 0, true);
        for (const auto& row : table.rows) {
            const bool has_cells = row.kind == document::Row::Kind::cells || row.kind == document::Row::Kind::total;
            if (has_cells && c < row.cells.size())
                include(cells.text(row.cells[c]), c == 0 ? row.indent : 0, !is_of_figures);
        }
        if (!is_of_figures) spans[c].least = std::min(spans[c].least, std::max(least_of_words, spans[c].wanted / 3));
        spans[c].least = std::min(spans[c].least, spans[c].wanted);
    }
    return spans;
}

// Narrows the widest columns first, until the table fits.
Table narrowed(Table table, std::vector<Span> spans, std::size_t width) {
    constexpr std::size_t between = 3;
    const auto total = [&] {
        std::size_t all = between * spans.size();
        for (const auto& span : spans) all += span.wanted;
        return all - 1;
    };
    while (total() > width) {
        Span* widest = nullptr;
        for (auto& span : spans) {
            if (span.wanted > span.least && (widest == nullptr || span.wanted > widest->wanted)) widest = &span;
        }
        if (widest == nullptr) break;
        --widest->wanted;
    }
    for (std::size_t c = 0; c < spans.size(); ++c) table.columns[c].width = spans[c].wanted;
    return table;
}

// Splits into tables that fit; each repeats the first columns.
std::vector<Table> fitted(const Table& table, const Cells& cells, std::size_t width) {
    constexpr std::size_t between = 3;
    const auto spans = spans_of(table, cells);
    const std::size_t count = spans.size(), first = std::min(std::max<std::size_t>(table.continues_from, 1), count);
    const auto least = [&](std::size_t from, std::size_t end) {
        std::size_t all = 0;
        for (std::size_t c = from; c < end; ++c) all += spans[c].least + between;
        return all;
    };
    std::vector<Table> parts;
    for (std::size_t from = first; from < count || parts.empty();) {
        std::size_t end = std::min(from + 1, count);
        const std::size_t most = table.continues_from > 0 ? from + columns_a_table : count;
        while (end < std::min(most, count) && least(0, first) + least(from, end + 1) - 1 <= width) ++end;
        std::vector<Span> chosen(spans.begin(), spans.begin() + static_cast<std::ptrdiff_t>(first));
        chosen.insert(chosen.end(), spans.begin() + static_cast<std::ptrdiff_t>(from),
                      spans.begin() + static_cast<std::ptrdiff_t>(end));
        parts.push_back(narrowed(with_columns(table, first, from, end - from), chosen, width));
        if (from >= count) break;
        from = end;
    }
    return parts;
}

// Writes blocks below one another, separated by an empty line, except that a note follows its table directly and
// paragraphs of one kind stay together.
class Writer {
public:
    // Tables must fit into `table_width`; 0: they keep their own width.
    Writer(const Cells& cells, std::size_t width, std::size_t table_width)
        : cells_(cells), width_(width), table_width_(table_width) {}

    void heading(const std::string& title) {
        if (title.empty()) return;
        separate(Last::heading);
        if (table_width_ == 0) {
            text_ += title + "\n";
        } else {
            for (const auto& line : wrapped(title, width_)) text_ += line + "\n";
        }
    }
    void paragraph(const std::string& text, Paragraph::Kind kind) {
        if (text.empty()) return;
        if (kind == Paragraph::Kind::heading) return heading(text);
        const bool follows_table = last_ == Last::table && kind != Paragraph::Kind::lead;
        if (!follows_table && (last_ != Last::paragraph || kind != kind_)) separate(Last::paragraph);
        last_ = Last::paragraph;
        kind_ = kind;
        running(text);
    }
    void blocks(const std::vector<Block>& all) {
        for (const auto& block : all) {
            if (shows(block, Media::terminal)) std::visit(*this, block);
        }
    }
    [[nodiscard]] std::string take() { return std::move(text_); }

    void operator()(const Paragraph& p) { paragraph(cells_.prose(p.text), p.kind); }
    // The lead, then one line per clause.
    void operator()(const document::Verdict& v) {
        paragraph(sentence_of(v.lead, cells_), Paragraph::Kind::lead);
        for (const auto& clause : v.clauses) item(sentence_of(clause.text.upper(), cells_));
        for (const auto& after : v.after) paragraph(cells_.prose(after), Paragraph::Kind::lead);
    }
    void operator()(const document::Tabled& t) { table(t.table); }
    void operator()(const document::Figure& f) { table(f.twin); }
    void operator()(const document::SheetChart&) {}
    void operator()(const document::Definitions& d) {
        separate(Last::paragraph);
        for (const auto& item : d.items) {
            running(cells_.text(item.term));
            running("    " + cells_.text(item.text));
        }
    }
    void operator()(const document::Command& c) {
        separate(Last::paragraph);
        text_ += "   " + printable(c.text) + "\n";  // on one line, to be copied
    }
    void operator()(const document::Details& d) {
        heading(cells_.text(d.title));
        blocks(d.blocks);
    }

private:
    enum class Last : std::uint8_t { nothing, heading, paragraph, table };

    void separate(Last next) {
        if (last_ != Last::nothing) text_ += "\n";
        last_ = next;
    }
    void running(const std::string& text) {
        for (const auto& line : wrapped(text, width_)) text_ += " " + line + "\n";
    }
    void item(const std::string& text) {
        std::string before = " * ";
        for (const auto& line : wrapped(text, width_ - 2)) {
            text_ += before + line + "\n";
            before = "   ";
        }
    }
    void table(const Table& t) {
        for (const auto& part : table_width_ > 0 ? fitted(t, cells_, table_width_) : parts_of(t)) {
            separate(Last::table);
            text_ += grid(part, cells_);
        }
    }

    const Cells& cells_;
    std::size_t width_, table_width_;
    std::string text_;
    Last last_ = Last::nothing;
    Paragraph::Kind kind_ = Paragraph::Kind::plain;
};

void write_opening(const document::Document& d, const Cells& cells, Writer& writer) {
    using Kind = Paragraph::Kind;
    writer.paragraph(cells.text(d.draft), Kind::draft);
    writer.heading(cells.text(d.title));
    writer.paragraph(cells.text(d.made_from), Kind::plain);
    for (const auto& verdict : d.verdicts) writer(verdict);
    for (const auto& paragraph : d.opening) {
        if (shows(paragraph.media, Media::terminal)) writer(paragraph);
    }
    writer.blocks(d.first);
}

}  // namespace

std::string text(const document::Document& document, std::size_t width, bool fits) {
    constexpr std::size_t margin = 12;  // running text is easier to read in shorter lines than tables
    const Cells cells(document);
    const std::size_t readable = width > 100 ? width - margin : width - std::min<std::size_t>(2, width);
    Writer writer(cells, fits || width <= 2 * margin ? readable : width - margin, fits ? width : 0);
    write_opening(document, cells, writer);
    for (const auto& section : document.sections) {
        if (!shows(section, Media::terminal)) continue;
        writer.heading(printable(section.title));
        writer.blocks(section.blocks);
    }
    return writer.take();
}

std::string text(const Table& table, Lang lang) { return grid(table, Cells(lang)); }

}  // namespace aforo::render
