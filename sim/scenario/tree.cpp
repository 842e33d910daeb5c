#include "tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/contrib/anchordict.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "aforo/core/text.hpp"

namespace aforo::scenario {

const Entry* Node::find(const std::string& key) const {
    const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return entry == entries.end() ? nullptr : &*entry;
}

void Node::add(std::string key, Node value) { entries.push_back({std::move(key), {}, std::move(value)}); }

Node Node::scalar(std::string text, bool quoted) {
    Node n;
    n.kind = Kind::scalar;
    n.text = std::move(text);
    n.quoted = quoted;
    return n;
}

Node Node::map() {
    Node n;
    n.kind = Kind::map;
    return n;
}

Node Node::list() {
    Node n;
    n.kind = Kind::list;
    return n;
}

namespace {

// Builds a Node from yaml-cpp's events, because yaml-cpp's own Node type hides duplicate keys and aliases.
class Builder : public YAML::EventHandler {
public:
    Builder(std::string file, Report& report, std::size_t& nodes_left)
        : file_(std::move(file)), report_(report), nodes_left_(nodes_left) {}

    struct TooManyNodes {
        core::Place at;
    };

    [[nodiscard]] Node take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++documents_ > 1) {
            report_.error(place(mark), "",
                          {"el archivo tiene más de un documento YAML", "the file holds more than one YAML document"},
                          {"quite los separadores ---", "remove the --- separators"});
        }
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_anchor(mark, anchor);
        Node n;
        n.place = place(mark);
        put(std::move(n));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        report_.error(place(mark), path(),
                      {"los alias de YAML (*nombre) no se admiten", "YAML aliases (*name) are not allowed"},
                      {"repita el valor, o póngalo en un archivo y use extends",
                       "repeat the value, or put it in a file and use extends"});
        Node n;
        n.place = place(mark);
        n.refused = true;
        put(std::move(n));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        Node n = Node::scalar(value, tag == "!");
        n.place = place(mark);
        put(std::move(n));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::list);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, tag, anchor, Node::Kind::map);
    }
    void OnMapEnd() override { close(); }

private:
    struct Frame {
        Node node;
        bool has_key = false;      // for a map: the next value belongs to `key`
        bool refused_key = false;  // for a map: the next value belongs to a key that was refused
        std::string key;
        core::Place key_place;
        std::unordered_map<std::string, int> lines;  // for a map: the line of each key
    };

    [[nodiscard]] core::Place place(const YAML::Mark& mark) const { return {file_, mark.line + 1, mark.column + 1}; }

    [[nodiscard]] std::string path() const {
        std::string p;
        for (const auto& f : stack_) {
            if (f.has_key) {
                p += (p.empty() ? "" : ".") + f.key;
            }
        }
        return p;
    }
    void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
        if (anchor != 0) {
            report_.error(place(mark), path(),
                          {"las anclas de YAML (&nombre) no se admiten", "YAML anchors (&name) are not allowed"},
                          {"quite el ancla", "remove the anchor"});
        }
    }
    void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        if (!tag.empty() && tag != "?" && tag != "!") {
            report_.error(place(mark), path(),
                          {"las etiquetas de YAML (!tipo) no se admiten", "YAML tags (!type) are not allowed"},
                          {"quite la etiqueta", "remove the tag"});
        }
    }
    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Node::Kind kind) {
        refuse_anchor(mark, anchor);
        refuse_tag(mark, tag);
        Frame f;
        f.node.kind = kind;
        f.node.place = place(mark);
        stack_.push_back(std::move(f));
    }
    void close() {
        Node done = std::move(stack_.back().node);
        stack_.pop_back();
        put(std::move(done));
    }
    void put(Node value) {
        if (nodes_left_ == 0) throw TooManyNodes{value.place};
        --nodes_left_;
        if (stack_.empty()) {
            if (documents_ == 1) root_ = std::move(value);
            return;
        }
        Frame& top = stack_.back();
        if (top.node.kind == Node::Kind::list) {
            top.node.items.push_back(std::move(value));
        } else if (!top.has_key) {
            take_key(top, value);
        } else {
            const std::string here = path();
            top.has_key = false;
            if (std::exchange(top.refused_key, false)) return;
            if (value.kind == Node::Kind::null) value.place = top.key_place;  // yaml-cpp's is that of the next value
            if (const auto [first, is_new] = top.lines.emplace(top.key, top.key_place.line); !is_new) {
                report_.error(top.key_place, here,
                              {fmt::format("clave repetida (la primera está en la línea {})", first->second),
                               fmt::format("duplicate key (the first is on line {})", first->second)},
                              {"deje una sola", "keep only one"});
            } else {
                top.node.entries.push_back({std::move(top.key), top.key_place, std::move(value)});
            }
        }
    }
    void take_key(Frame& top, const Node& key) {
        if (key.kind != Node::Kind::scalar) {
            report_.error(key.place, path(), {"una clave debe ser una palabra", "a key must be a word"},
                          {"¿falta un espacio tras los dos puntos, o unas comillas?",
                           "is a space after the colon, or a quote, missing?"});
            top.refused_key = true;
        }
        top.key = key.text;
        top.key_place = key.place;
        top.has_key = true;
    }

    std::string file_;
    Report& report_;
    std::size_t& nodes_left_;
    std::vector<Frame> stack_;
    Node root_;
    int documents_ = 0;
};

// The length of the UTF-8 character at the start of `text`; 0 when it is not valid (RFC 3629: no overlong forms, no
// surrogates, nothing above U+10FFFF).
std::size_t character_size(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
    const unsigned first = byte(0), second = byte(1);
    if (first < 0x80) return 1;
    const std::size_t size = first >= 0xC2 && first <= 0xDF   ? 2
                             : (first & 0xF0) == 0xE0         ? 3
                             : first >= 0xF0 && first <= 0xF4 ? 4
                                                              : 0;
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return 0;
    }
    const bool out = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                     (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
    return out ? 0 : size;
}

// yaml-cpp replaces invalid UTF-8 by U+FFFD and takes byte 4 for the end of the file, so neither may reach it.
bool is_text(const std::string& text, const std::string& file, Report& report) {
    core::Place here{file, 1, 1};
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        const std::size_t size = character_size(std::string_view(text).substr(i));
        if (size == 0 || c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r')) {
            report.error(here, "",
                         {fmt::format("el byte 0x{:02X} no es de un texto UTF-8", c),
                          fmt::format("byte 0x{:02X} is not of a UTF-8 text", c)},
                         {"guarde el archivo como texto UTF-8", "save the file as UTF-8 text"});
            return false;
        }
        ++here.column;
        if (c == '\n') {
            ++here.line;
            here.column = 1;
        }
        i += size;
    }
    return true;
}

// Whether the text has hidden characters other than newlines.
bool hides_something(std::string_view text) {
    while (!text.empty()) {
        const core::CodePoint c = core::decode(text);
        if (c.value != '\n' && core::is_hidden(c.value)) return true;
        text.remove_prefix(c.length);
    }
    return false;
}

Message too_much(const Message& what) {
    return {"el archivo, con los que extiende, tiene " + what.es,
            "the file, with those that it extends, has " + what.en};
}

// yaml-cpp reads a whole bracketed collection before it emits any event. Limiting the punctuation outside quotes and
// comments bounds its memory. Marks inside them are counted too, because telling them apart would take a parser.
bool has_few_marks(const std::string& text, const std::string& file, Report& report, std::size_t& left) {
    constexpr std::string_view marks = "[]{},:!&*\"'";
    const auto is_blank = [&](std::size_t i) { return i >= text.size() || text[i] == ' ' || text[i] == '\n'; };
    core::Place here{file, 1, 1};
    for (std::size_t i = 0; i < text.size(); ++i, ++here.column) {
        const char c = text[i];
        if (c == '\n') {
            ++here.line;
            here.column = 0;
        }
        if (marks.find(c) == std::string_view::npos && !((c == '-' || c == '?') && is_blank(i + 1))) continue;
        if (left > 0) {
            --left;
            continue;
        }
        const std::size_t most = Allowance{}.marks;
        report.error(here, "",
                     too_much({fmt::format("más de {} signos de puntuación", most),
                               fmt::format("more than {} marks of punctuation", most)}),
                     {});
        return false;
    }
    return true;
}

void emit(YAML::Emitter& out, const Node& n) {
    switch (n.kind) {
        case Node::Kind::null:
            out << YAML::Null;
            break;
        case Node::Kind::scalar:
            // DoubleQuoted is set once only: set twice, yaml-cpp would quote all that follows. Hidden characters are
            // escaped, so that they are visible and read back unchanged.
            if (const bool hides = hides_something(n.text); n.quoted || hides) {
                out << YAML::DoubleQuoted;
                if (hides) out << YAML::EscapeNonAscii;
            }
            out << n.text;
            break;
        case Node::Kind::list:
            out << YAML::Flow << YAML::BeginSeq;
            for (const auto& item : n.items) {
                emit(out, item);
            }
            out << YAML::EndSeq;
            break;
        case Node::Kind::map: {
            const bool small =
                n.entries.size() <= 8 && std::all_of(n.entries.begin(), n.entries.end(),
                                                     [](const Entry& e) { return e.value.kind == Node::Kind::scalar; });
            out << (small && !n.entries.empty() ? YAML::Flow : YAML::Block) << YAML::BeginMap;
            for (const auto& e : n.entries) {
                out << YAML::Key << e.key << YAML::Value;
                emit(out, e.value);
            }
            out << YAML::EndMap;
        }
    }
}

// The place, or the last line when the place is past the end.
core::Place within(const std::string& text, const core::Place& place) {
    const bool ends_line = text.ends_with('\n');
    const int lines = static_cast<int>(std::count(text.begin(), text.end(), '\n')) + (ends_line ? 0 : 1);
    return place.line > lines ? core::Place{place.file, lines, 1} : place;
}

// The first line up to `last` that has a tab in its indentation; 0 when there is none.
int indented_by_tab(const std::string& text, int last) {
    std::istringstream in(text);
    std::string line;
    for (int i = 1; i <= last && std::getline(in, line); ++i) {
        const std::size_t begins = line.find_first_not_of(" \t");
        if (begins != std::string::npos && line.find('\t') < begins) return i;
    }
    return 0;
}

}  // namespace

std::optional<Node> parse(const std::string& text, const std::string& file, Report& report) {
    Allowance all;
    return parse(text, file, report, all);
}

std::optional<Node> parse(const std::string& text, const std::string& file, Report& report, Allowance& left) {
    if (!is_text(text, file, report) || !has_few_marks(text, file, report, left.marks)) return std::nullopt;
    Builder builder(file, report, left.nodes);
    try {
        std::istringstream in(text + "\n#");  // yaml-cpp accepts an unclosed quote if a newline ends the file
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(builder)) {
            report.error({file, 1, 1}, "", {"el archivo está vacío", "the file is empty"},
                         {"empiece el archivo con aforo: 1", "begin the file with aforo: 1"});
            return std::nullopt;
        }
        if (parser.HandleNextDocument(builder)) return std::nullopt;  // a second document, reported already
    } catch (const Builder::TooManyNodes& e) {
        const std::size_t most = Allowance{}.nodes;
        report.error(e.at, "",
                     too_much({fmt::format("más de {} valores", most), fmt::format("more than {} values", most)}), {});
        return std::nullopt;
    } catch (const YAML::Exception& e) {
        const core::Place at = within(text, {file, e.mark.line + 1, e.mark.column + 1});
        if (const int line = indented_by_tab(text, at.line); line > 0) {
            report.error({file, line, 1}, "",
                         {"una tabulación en la sangría: YAML no la admite", "a tab in the indentation: YAML has none"},
                         {"use dos espacios por nivel", "use two spaces for each level"});
            return std::nullopt;
        }
        report.error(
            at, "",
            {fmt::format("no es YAML bien formado ({})", e.msg), fmt::format("not well-formed YAML ({})", e.msg)},
            {"revise la sangría, las comillas y el espacio tras los dos puntos",
             "check indentation, quotes and the space after a colon"});
        return std::nullopt;
    }
    Node root = builder.take();
    if (root.kind != Node::Kind::map) {
        report.error({file, 1, 1}, "",
                     {"un escenario es un mapa de claves y valores", "a scenario is a map of keys and values"},
                     {"empiece el archivo con aforo: 1", "begin the file with aforo: 1"});
        return std::nullopt;
    }
    return root;
}

void put_at(Node& n, const core::Place& place) {
    n.place = place;
    for (auto& item : n.items) put_at(item, place);
    for (auto& e : n.entries) {
        e.place = place;
        put_at(e.value, place);
    }
}

std::string to_yaml(const Node& root) {
    YAML::Emitter out;
    out.SetIndent(2);
    emit(out, root);
    return std::string(out.c_str()) + "\n";
}

std::string to_line(const Node& node) {
    if (node.kind != Node::Kind::map) {
        YAML::Emitter out;
        emit(out, node);
        return out.c_str();
    }
    // Text inside brackets is written differently, so the map is written as the only item of a list.
    Node list = Node::list();
    list.items.push_back(node);
    const std::string text = to_line(list);
    return text.substr(1, text.size() - 2);
}

bool is_number(const Node& n) {
    return n.kind == Node::Kind::scalar && !n.quoted && !n.text.empty() &&
           ((n.text[0] >= '0' && n.text[0] <= '9') || n.text[0] == '-');
}

}  // namespace aforo::scenario
