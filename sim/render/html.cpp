#include "html.hpp"

#include <algorithm>

#include "utf8.hpp"

namespace aforo::render {

std::string html_escaped(std::string_view text) {
    std::string safe;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                safe += "&amp;";
                break;
            case '<':
                safe += "&lt;";
                break;
            case '>':
                safe += "&gt;";
                break;
            case '"':
                safe += "&quot;";
                break;
            default:
                safe += c;
        }
    }
    return safe;
}

namespace {

void keep_together(std::string& code, std::string_view with_space, std::string_view without_break) {
    for (auto at = code.find(with_space); at != std::string::npos; at = code.find(with_space, at)) {
        code.replace(at, with_space.size(), without_break);
        at += without_break.size();
    }
}

}  // namespace

Html::Html(std::string_view text) : code_(html_escaped(text)) {
    keep_together(code_, " %", "\u00a0%");
    keep_together(code_, " ± ", "\u00a0±\u00a0");
    keep_together(code_, "M$ ", "M$\u00a0");
    keep_together(code_, " pp", "\u00a0pp");
}

Html Html::trusted(std::string code) {
    Html html;
    html.code_ = std::move(code);
    return html;
}

Html void_element(std::string_view tag, const Attributes& attributes) {
    std::string code = "<" + std::string(tag);
    for (const auto& [name, value] : attributes) {
        code += " " + std::string(name) + "=\"" + html_escaped(value) + "\"";
    }
    return Html::trusted(code + ">");
}

Html element(std::string_view tag, const Attributes& attributes, std::initializer_list<Html> children) {
    std::string code = void_element(tag, attributes).code();
    for (const auto& child : children) {
        code += child.code();
    }
    return Html::trusted(code + "</" + std::string(tag) + ">");
}

Attributes with_class(Attributes attributes, const std::string& name) {
    if (!name.empty()) attributes.push_back({"class", name});
    return attributes;
}

namespace {

using document::Row;
using document::Table;

std::string class_of(const document::Column& column) { return column.align == document::Align::right ? "n" : ""; }

Html head_of(const Table& table) {
    Html cells;
    for (const auto& column : table.columns) {
        std::string title = column.title;
        std::replace(title.begin(), title.end(), '\n', ' ');
        cells += element("th", with_class({{"scope", "col"}}, class_of(column)), {title});
    }
    return element("thead", {}, {element("tr", {}, {cells})});
}

// The class of a cell: that of its column and that of its tone.
std::string class_of(const Table& table, const Row& row, std::size_t c) {
    using document::Tone;
    const Tone tone = c < row.tones.size() ? row.tones[c] : Tone::none;
    const std::string kind = class_of(table.columns[c]);
    if (tone == Tone::none) return kind;
    return kind + (kind.empty() ? "" : " ") + (tone == Tone::better ? "better" : "worse");
}

Html row_of(const Table& table, const Row& row, const Cells& cells, bool is_ruled) {
    Html all;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string text = c < row.cells.size() ? cells.text(row.cells[c]) : "";
        if (c == 0 && !text.empty()) {
            all += element("th", with_class({{"scope", "row"}}, row.indent > 0 ? "in" : ""), {text});
        } else {
            all += element("td", with_class({}, class_of(table, row, c)), {text});
        }
    }
    return element("tr", with_class({}, is_ruled ? "rule" : ""), {all});
}

}  // namespace

Html html_table(const Table& table, const Cells& cells, const std::string& caption, bool is_caption_shown) {
    constexpr std::size_t screenful = 40;  // of rows; longer tables scroll
    Html rows;
    Row::Kind above = Row::Kind::heading;
    const std::string all = std::to_string(table.columns.size());
    for (const auto& row : table.rows) {
        // Totals have a line above them.
        const bool is_ruled = above == Row::Kind::rule || (row.kind == Row::Kind::total && above != Row::Kind::total);
        if (row.kind == Row::Kind::heading) {
            rows +=
                element("tr", {{"class", "head"}},
                        {element("th", {{"scope", "colgroup"}, {"colspan", all}}, {cells.text(row.cells.front())})});
        } else if (row.kind != Row::Kind::rule) {
            rows += row_of(table, row, cells, is_ruled);
        }
        above = row.kind;
    }
    // Wide tables scroll inside their own frame, which can be reached with the keyboard.
    return element("div",
                   {{"class", table.rows.size() > screenful ? "scroll long" : "scroll"},
                    {"tabindex", "0"},
                    {"role", "region"},
                    {"aria-label", caption}},
                   {element("table", {},
                            {element("caption", with_class({}, is_caption_shown ? "" : "hidden"), {caption}),
                             head_of(table), element("tbody", {}, {rows})})});
}

}  // namespace aforo::render
