#include "aforo/render/page.hpp"

#include <boost/json/serialize.hpp>

#include "aforo/core/sha256.hpp"
#include "charts/spec.hpp"
#include "html.hpp"
#include "utf8.hpp"
#include "verdict.hpp"
#include "web.hpp"
#include "words.hpp"

namespace aforo::render {

namespace {

using document::Block;
using document::Document;
using document::Media;
using document::Paragraph;
using document::Sentence;

std::string hash_of(std::string_view bytes) { return "'sha256-" + core::sha256_base64(bytes) + "'"; }

// Nothing is fetched, and only the script and the style sheet embedded in the page are used.
std::string security_policy() {
    return "default-src 'none'; script-src " + hash_of(chart_script) + "; style-src " + hash_of(page_style) +
           "; img-src data: blob:; base-uri 'none'; form-action 'none'";
}

// Data embedded in the page; no text in it can end the element that holds it.
Html json_block(const Attributes& attributes, const boost::json::value& value) {
    std::string safe;
    for (const char c : boost::json::serialize(value)) safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
    Attributes all = {{"type", "application/json"}};
    all.insert(all.end(), attributes.begin(), attributes.end());
    return element("script", all, {Html::trusted(safe)});
}

const char* class_of(Paragraph::Kind kind) {
    switch (kind) {
        case Paragraph::Kind::note:
            return "note";
        case Paragraph::Kind::lead:
            return "verdict";
        case Paragraph::Kind::limits:
            return "limits";
        case Paragraph::Kind::about:
            return "meta";
        case Paragraph::Kind::draft:
            return "draft";
        case Paragraph::Kind::plain:
        case Paragraph::Kind::heading:
            break;
    }
    return "";
}

// One paragraph per line of the text.
Html paragraphs(const std::string& text, const char* kind) {
    Html made;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        made += element("p", with_class({}, kind), {text.substr(from, end - from)});
        from = end + 1;
    }
    return made;
}

// Draws blocks one after another.
class Drawing {
public:
    // `title` is the heading above what is drawn; it labels tables that have no caption.
    Drawing(const Cells& cells, std::string title, const char* heading = "h3")
        : cells_(cells), title_(std::move(title)), heading_(heading) {}

    Html of(const std::vector<Block>& blocks) const {
        Html made;
        for (const auto& block : blocks) {
            if (shows(block, Media::page)) made += std::visit(*this, block);
        }
        return made;
    }

    Html operator()(const Paragraph& p) const {
        const std::string text = cells_.prose(p.text);
        return p.kind == Paragraph::Kind::heading ? element(heading_, {}, {text}) : paragraphs(text, class_of(p.kind));
    }
    Html operator()(const document::Verdict& v) const {
        Html made = paragraphs(sentence_of(v.lead, cells_), "verdict"), clauses;
        for (const auto& clause : v.clauses) clauses += element("li", {}, {sentence_of(clause.text.upper(), cells_)});
        if (!clauses.empty()) made += element("ul", {{"class", "clauses"}}, {clauses});
        for (const auto& after : v.after) made += paragraphs(cells_.prose(after), "limits");
        return made;
    }
    Html operator()(const document::Tabled& t) const {
        return html_table(t.table, cells_, t.caption.empty() ? title_ : cells_.text(t.caption));
    }
    Html operator()(const document::SheetChart&) const { return {}; }
    Html operator()(const document::Definitions& d) const {
        Html list;
        for (const auto& item : d.items) {
            list += element("dt", {}, {cells_.text(item.term)});
            list += element("dd", with_class({}, item.is_code ? "code" : ""), {cells_.text(item.text)});
        }
        return element("dl", {}, {list});
    }
    Html operator()(const document::Command& c) const {
        return element("pre", {{"tabindex", "0"}}, {element("code", {}, {c.text})});
    }
    Html operator()(const document::Details& d) const {
        Attributes attributes = {{"class", d.is_annex ? "more annex" : "more"}};
        if (d.is_open) attributes.push_back({"open", ""});
        const std::string title = cells_.text(d.title);
        return element("details", attributes, {element("summary", {}, {title}), Drawing(cells_, title).of(d.blocks)});
    }
    Html operator()(const document::Figure& f) const;

private:
    const Cells& cells_;
    std::string title_;
    const char* heading_;
};

Html Drawing::operator()(const document::Figure& f) const {
    const auto say = [&](const document::Text& words) { return std::string(words.in(cells_.lang())); };
    const std::string finding = printable(cells_.prose(f.finding));
    Html drawing = element("div", {{"id", f.id}, {"class", f.chart.is_wide ? "chart wide" : "chart"}}, {});
    if (f.chart.is_wide) {
        drawing = element("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", finding}},
                          {drawing});
    }
    return element(
        "figure", {},
        {element("figcaption", {},
                 {element("h3", {}, {finding}), element("p", {{"class", "reading"}}, {cells_.text(f.reading)})}),
         drawing,
         element("details", {{"class", "twin"}, {"data-twin", f.id}},
                 {element("summary", {}, {say(words::as_table)}), html_table(f.twin, cells_, finding)}),
         json_block({{"data-chart", f.id}, {"data-label", finding + " " + say(words::table_beneath)}},
                    chart_spec(f.chart, cells_, finding))});
}

Html line(const std::string& text, const char* kind) {
    return text.empty() ? Html() : element("p", with_class({}, kind), {text});
}

// Wraps the words of a sentence in one class and its figures in another.
Html told_apart(const Sentence& sentence, const Cells& cells, const char* of_words, const char* of_figures) {
    Html made;
    for (const auto& piece : sentence.pieces()) {
        const bool is_words = std::holds_alternative<document::Words>(piece);
        const char* kind = is_words ? of_words : of_figures;
        const std::string text = cells.prose(piece);
        made += *kind == '\0' ? Html(text) : element("span", {{"class", kind}}, {text});
    }
    return made;
}

Html tile(const document::Tile& t, const Cells& cells) {
    Html made = element("h2", {}, {t.title});
    made += element("p", {{"class", "big"}}, {told_apart(t.value, cells, "unit", "")});
    if (!t.lines.empty()) made += line(cells.prose(t.lines.front()), "plan");
    if (!t.range.empty()) made += element("p", {{"class", "futures"}}, {told_apart(t.range, cells, "", "whole")});
    for (std::size_t i = 1; i < t.lines.size(); ++i) made += line(cells.prose(t.lines[i]), "later");
    return element("article", {{"class", "tile"}}, {made});
}

// Whether the paragraph goes in the header; those that say how to read the page follow the tiles.
bool is_of_header(const Paragraph& p) { return p.kind != Paragraph::Kind::note && p.kind != Paragraph::Kind::plain; }

Html opening(const Document& d, const Cells& cells, bool of_header) {
    Html made;
    for (const auto& p : d.opening) {
        if (shows(Block(p), Media::page) && is_of_header(p) == of_header) made += Drawing(cells, "", "h2")(p);
    }
    return made;
}

Html first_screen(const Document& d, const Cells& cells) {
    Html header = line(cells.text(d.eyebrow), "eyebrow") + line(cells.text(d.draft), "draft");
    header += element("h1", {}, {d.title.empty() ? d.name : cells.text(d.title)});
    for (const auto& verdict : d.verdicts) header += Drawing(cells, "", "h2")(verdict);
    header += opening(d, cells, true) + line(cells.text(d.made_from), "meta");
    Html tiles;
    for (const auto& t : d.tiles) tiles += tile(t, cells);
    Html made = element("header", {}, {header});
    if (!tiles.empty()) made += element("div", {{"class", "tiles"}}, {tiles});
    const Html first = Drawing(cells, d.name, "h2").of(d.first);
    if (!first.empty()) made += element("section", {{"class", "first"}}, {first});
    return made + opening(d, cells, false);
}

Html head(const Document& d) {
    const std::string title = Cells(d).text(document::say(words::window_title, d.lang, d.name));
    return element("head", {},
                   {void_element("meta", {{"charset", "utf-8"}}),
                    void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", security_policy()}}),
                    void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}}),
                    void_element("meta", {{"name", "generator"}, {"content", "aforo " + d.version}}),
                    element("title", {}, {title}), element("style", {}, {Html::trusted(std::string(page_style))})});
}

// Names, on paper only, the sections that paper leaves out.
Html left_out(const Document& d) {
    std::string titles;
    for (const auto& section : d.sections) {
        if (section.is_annex && shows(section, Media::page)) titles += (titles.empty() ? "" : ", ") + section.title;
    }
    if (titles.empty() || d.has_annexes_on_paper) return {};
    return element("p", {{"class", "note paper"}}, {Cells(d).text(document::say(words::left_out, d.lang, titles))});
}

// Where it is explained. By name: a report is sent on, and then no address of a file beside it would be right.
Html how_to_read(const Document& d) {
    const std::string text =
        Cells(d).text(document::say(words::how_to_read, d.lang, std::string(words::how_to_read_page.in(d.lang))));
    return element("p", {{"class", "note"}}, {text});
}

Html body(const Document& d, const Cells& cells) {
    const auto say = [&](const document::Text& words) { return std::string(words.in(d.lang)); };
    Html contents, parts;
    for (const auto& section : d.sections) {
        if (!shows(section, Media::page)) continue;
        const std::string title = section.id + "-t";
        contents += element("li", {}, {element("a", {{"href", "#" + section.id}}, {section.title})});
        const Html heading = element("h2", {{"id", title}}, {section.title}),
                   blocks = Drawing(cells, printable(section.title)).of(section.blocks);
        parts += element(
            "section", with_class({{"id", section.id}, {"aria-labelledby", title}}, section.is_annex ? "annex" : ""),
            {section.is_folded ? element("details", {{"class", "fold"}}, {element("summary", {}, {heading}), blocks})
                               : heading + blocks});
    }
    return element("body", with_class({}, d.has_annexes_on_paper ? "annexes" : ""),
                   {element("main", {},
                            {first_screen(d, cells),
                             element("nav", {{"aria-label", say(words::contents)}}, {element("ul", {}, {contents})}),
                             element("noscript", {}, {element("p", {{"class", "note"}}, {say(words::without_script)})}),
                             parts, left_out(d), how_to_read(d)}),
                    json_block({{"data-settings", ""}}, chart_settings(cells.format())),
                    element("script", {}, {Html::trusted(std::string(chart_script))})});
}

}  // namespace

std::string page(const Document& document) {
    const Cells cells(document);
    const Html page = element("html", {{"lang", document.lang == Lang::es ? "es-CL" : "en"}},
                              {head(document), body(document, cells)});
    return "<!DOCTYPE html>\n" + page.code() + "\n";
}

}  // namespace aforo::render
