#include "aforo/report/html.hpp"

#include <algorithm>

#include "aforo/report/table.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

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

namespace {

std::string class_of(const TableColumn& column) { return column.align == Align::right ? "n" : ""; }

Attributes with_class(Attributes attributes, const std::string& name) {
    if (!name.empty()) {
        attributes.push_back({"class", name});
    }
    return attributes;
}

Html head_of(const Table& table) {
    Html cells;
    for (const auto& column : table.columns()) {
        std::string title = column.title;
        std::replace(title.begin(), title.end(), '\n', ' ');
        cells += element("th", with_class({{"scope", "col"}}, class_of(column)), {title});
    }
    return element("thead", {}, {element("tr", {}, {cells})});
}

Html row_of(const Table& table, const std::vector<std::string>& texts, bool ruled) {
    Html cells;
    for (std::size_t c = 0; c < texts.size(); ++c) {
        const std::size_t indent = std::min(texts[c].find_first_not_of(' '), texts[c].size());
        const std::string text = texts[c].substr(indent);
        if (c == 0 && !text.empty()) {
            cells += element("th", with_class({{"scope", "row"}}, indent > 0 ? "in" : ""), {text});
        } else {
            cells += element("td", with_class({}, class_of(table.columns()[c])), {text});
        }
    }
    return element("tr", with_class({}, ruled ? "rule" : ""), {cells});
}

}  // namespace

Html html_table(const Table& table, std::string_view caption, bool caption_shown) {
    constexpr std::size_t screenful = 40;  // of rows: more of them scroll
    Html rows;
    bool ruled = false;
    const std::string all = std::to_string(table.columns().size());
    for (const auto& row : table.rows()) {
        if (row.kind == Table::Kind::cells) {
            rows += row_of(table, row.cells, ruled);
        } else if (row.kind == Table::Kind::heading) {
            rows += element("tr", {{"class", "head"}},
                            {element("th", {{"scope", "colgroup"}, {"colspan", all}}, {row.cells.front()})});
        }
        ruled = row.kind == Table::Kind::rule;
    }
    // Wide tables scroll inside their own frame, which the keyboard can reach.
    return element("div",
                   {{"class", table.rows().size() > screenful ? "scroll long" : "scroll"},
                    {"tabindex", "0"},
                    {"role", "region"},
                    {"aria-label", std::string(caption)}},
                   {element("table", {},
                            {element("caption", with_class({}, caption_shown ? "" : "hidden"), {caption}),
                             head_of(table), element("tbody", {}, {rows})})});
}

}  // namespace aforo::report
