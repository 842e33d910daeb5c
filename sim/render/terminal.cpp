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

constexpr std::size_t columns_a_table = 4;  // of those that go on in further tables

// The columns before `continues_from`, and so many from `from` on.
Table with_columns(const Table& table, std::size_t from, std::size_t count) {
    const auto chosen = [&](const auto& all) {
        auto some = all;
        const auto begin = static_cast<std::ptrdiff_t>(table.continues_from);
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
        parts.push_back(with_columns(table, from, columns_a_table));
    return parts;
}

// Writes blocks one below the other. Between two stands an empty line, but a note stays with the table above it, and
// paragraphs of one kind stay together.
class Writer {
public:
    Writer(const Cells& cells, std::size_t width) : cells_(cells), width_(width) {}

    void heading(const std::string& title) {
        if (!title.empty()) separate(Last::heading), text_ += title + "\n";
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

    void operator()(const Paragraph& p) { paragraph(cells_.text(p.text), p.kind); }
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
        text_ += "   " + printable(c.text) + "\n";  // in one line, to be copied
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
    void table(const Table& t) {
        for (const auto& part : parts_of(t)) {
            separate(Last::table);
            text_ += grid(part, cells_);
        }
    }

    const Cells& cells_;
    std::size_t width_;
    std::string text_;
    Last last_ = Last::nothing;
    Paragraph::Kind kind_ = Paragraph::Kind::plain;
};

void write_opening(const document::Document& d, const Cells& cells, Writer& writer) {
    using Kind = Paragraph::Kind;
    writer.paragraph(cells.text(d.draft), Kind::draft);
    writer.heading(cells.text(d.title));
    writer.paragraph(cells.text(d.made_from), Kind::plain);
    for (const auto& verdict : d.verdicts) {
        writer.paragraph(main_sentence(verdict, cells), Kind::lead);
        for (const auto& after : verdict.after) writer.paragraph(cells.text(after), Kind::lead);
    }
    for (const auto& paragraph : d.opening) {
        if (shows(paragraph.media, Media::terminal)) writer(paragraph);
    }
    writer.blocks(d.first);
}

}  // namespace

std::string text(const document::Document& document, std::size_t width) {
    constexpr std::size_t margin = 12;  // running text is read more easily in shorter lines than tables
    const Cells cells(document);
    Writer writer(cells, width > 2 * margin ? width - margin : width);
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
