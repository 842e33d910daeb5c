#include "aforo/render/word.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "html.hpp"
#include "utf8.hpp"
#include "verdict.hpp"

namespace aforo::render {

namespace {

using document::Align;
using document::Block;
using document::Media;
using document::Paragraph;
using document::Row;
using document::Table;
using document::Tone;

constexpr document::Text table_number{"Tabla {}. {}", "Table {}. {}"};

class WordDrawing {
public:
    explicit WordDrawing(const Cells& cells) : cells_(cells) {}

    Html of(const std::vector<Block>& blocks) {
        Html made;
        for (const auto& block : blocks) {
            if (shows(block, Media::page)) made += std::visit(*this, block);
        }
        return made;
    }

    Html operator()(const Paragraph& p) {
        const std::string text = cells_.prose(p.text);
        if (p.kind == Paragraph::Kind::heading) return element("h2", {}, {text});
        const Html lines = paragraphs(text, p.kind == Paragraph::Kind::lead, p.kind == Paragraph::Kind::note);
        return p.kind == Paragraph::Kind::about ? element("blockquote", {}, {lines}) : lines;
    }
    Html operator()(const document::Verdict& v) {
        Html made = paragraphs(sentence_of(v.lead, cells_), true, false), clauses;
        for (const auto& clause : v.clauses)
            clauses += element("li", {}, {element("p", {}, {sentence_of(clause.text.upper(), cells_)})});
        if (!clauses.empty()) made += element("ul", {}, {clauses});
        for (const auto& after : v.after) made += paragraphs(cells_.prose(after), false, false);
        return made;
    }
    Html operator()(const document::Tabled& t) {
        return table(t.table, t.caption.empty() ? "" : cells_.text(t.caption));
    }
    // What the chart shows, as figures.
    Html operator()(const document::Figure& f) { return table(f.twin, cells_.prose(f.finding)); }
    Html operator()(const document::SheetChart&) { return {}; }
    Html operator()(const document::Definitions& d) {
        Html rows;
        for (const auto& item : d.items) {
            rows += element("tr", {},
                            {element("td", {}, {cells_.text(item.term)}), element("td", {}, {cells_.text(item.text)})});
        }
        return element("table", {}, {columns({1, 2}), element("tbody", {}, {rows})});
    }
    Html operator()(const document::Command& c) { return element("pre", {}, {element("code", {}, {Html(c.text)})}); }
    Html operator()(const document::Details& d) { return element("h2", {}, {cells_.text(d.title)}) + of(d.blocks); }

private:
    static Html paragraphs(const std::string& text, bool is_strong, bool is_note) {
        Html made;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t end = std::min(text.find('\n', from), text.size());
            const std::string line = text.substr(from, end - from);
            made += element("p", {},
                            {is_strong ? element("strong", {}, {line})
                             : is_note ? element("em", {}, {line})
                                       : Html(line)});
            from = end + 1;
        }
        return made;
    }

    // Widths in proportion, which a converter takes over.
    static Html columns(const std::vector<double>& widths) {
        double all = 0;
        for (const double w : widths) all += w;
        Html made;
        for (const double w : widths)
            made += void_element("col", {{"style", fmt::format("width: {:.0f}%", 100 * w / all)}});
        return element("colgroup", {}, {made});
    }

    static double longest_word(const std::string& text) {
        double longest = 0;
        for (std::size_t from = 0; from < text.size();) {
            const std::size_t to = std::min(text.find(' ', from), text.size());
            longest = std::max(longest, static_cast<double>(display_width(text.substr(from, to - from))));
            from = to + 1;
        }
        return longest;
    }

    // Each column has room for its longest word; what is left of a page's width goes to those whose texts are longer.
    [[nodiscard]] std::vector<double> widths_of(const Table& t) const {
        constexpr double page = 100, beside = 3, bold = 1.25;  // characters
        std::vector<double> least, wanted;
        double taken = 0, lacking = 0;
        for (std::size_t c = 0; c < t.columns.size(); ++c) {
            double word = bold * longest_word(t.columns[c].title), text = word;
            for (const auto& row : t.rows) {
                if (row.kind == Row::Kind::heading || c >= row.cells.size()) continue;
                const std::string cell = cells_.text(row.cells[c]);
                word = std::max(word, longest_word(cell));
                text = std::max(text, static_cast<double>(display_width(cell)));
            }
            least.push_back(word + beside);
            wanted.push_back(std::max(text, word) + beside);
            taken += least.back();
            lacking += std::min(wanted.back(), page) - least.back();
        }
        const double free = std::max(0.0, page - taken);
        for (std::size_t c = 0; c < least.size() && lacking > 0; ++c)
            least[c] += std::min(1.0, free / lacking) * (std::min(wanted[c], page) - least[c]);
        return least;
    }

    static Attributes aligned(const document::Column& column) {
        return {{"style", column.align == Align::right ? "text-align: right" : "text-align: left"}};
    }

    Html table(const Table& t, const std::string& caption) {
        Html head, rows, title;
        for (const auto& column : t.columns) {
            std::string name = column.title;
            std::replace(name.begin(), name.end(), '\n', ' ');
            head += element("th", aligned(column), {name});
        }
        for (const auto& row : t.rows) {
            if (row.kind == Row::Kind::rule) continue;
            Html line;
            for (std::size_t c = 0; c < t.columns.size(); ++c) {
                const std::string text = c < row.cells.size() ? cells_.text(row.cells[c]) : "";
                // What changes is shaded elsewhere, or says from what to what.
                const bool is_changed =
                    (c < row.tones.size() && row.tones[c] != Tone::none) || text.find(" \u2192 ") != std::string::npos;
                const bool is_strong = row.kind != Row::Kind::cells || is_changed;
                line += element("td", aligned(t.columns[c]), {is_strong ? element("strong", {}, {text}) : Html(text)});
            }
            rows += element("tr", {}, {line});
        }
        if (!caption.empty()) {
            const std::string number =
                fmt::format(fmt::runtime(table_number.in(cells_.lang())), ++tables_, printable(caption));
            title = element("caption", {}, {number});
        }
        return element("table", {},
                       {title, columns(widths_of(t)), element("thead", {}, {element("tr", {}, {head})}),
                        element("tbody", {}, {rows})});
    }

    const Cells& cells_;
    int tables_ = 0;
};

}  // namespace

std::string word_html(const document::Document& d) {
    const Cells cells(d);
    WordDrawing drawing(cells);
    const std::string title = d.title.empty() ? d.name : cells.text(d.title);
    Html body;
    for (const std::string& line : {cells.text(d.draft), cells.text(d.made_from)}) {
        if (!line.empty()) body += element("p", {}, {element("em", {}, {line})});
    }
    for (const auto& verdict : d.verdicts) body += drawing(verdict);
    for (const auto& p : d.opening) {
        if (shows(Block(p), Media::page)) body += drawing(p);
    }
    body += drawing.of(d.first);
    for (const auto& section : d.sections) {
        if (!shows(section, Media::page)) continue;
        body += element("h1", {}, {section.title}) + drawing.of(section.blocks);
    }
    const Html page =
        element("html", {{"lang", d.lang == Lang::es ? "es-CL" : "en"}},
                {element("head", {}, {void_element("meta", {{"charset", "utf-8"}}), element("title", {}, {title})}),
                 element("body", {}, {body})});
    return "<!DOCTYPE html>\n" + page.code() + "\n";
}

}  // namespace aforo::render
