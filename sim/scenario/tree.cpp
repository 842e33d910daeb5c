#include "tree.hpp"

#include <fmt/format.h>
#include <yaml-cpp/contrib/anchordict.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>

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

// Builds a Node from yaml-cpp's events: with them duplicate keys and aliases are seen, which its Node type hides.
class Builder : public YAML::EventHandler {
public:
    Builder(std::string file, Report& report) : file_(std::move(file)), report_(report) {}

    [[nodiscard]] Node take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override {}
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
        bool has_key = false;  // of a map: the next value belongs to `key`
        std::string key;
        core::Place key_place;
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
        if (stack_.empty()) {
            root_ = std::move(value);
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
            if (const Entry* first = top.node.find(top.key)) {
                report_.error(top.key_place, here,
                              {fmt::format("clave repetida (la primera está en la línea {})", first->place.line),
                               fmt::format("duplicate key (the first is on line {})", first->place.line)},
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
        }
        top.key = key.text;
        top.key_place = key.place;
        top.has_key = true;
    }

    std::string file_;
    Report& report_;
    std::vector<Frame> stack_;
    Node root_;
};

void emit(YAML::Emitter& out, const Node& n) {
    switch (n.kind) {
        case Node::Kind::null:
            out << YAML::Null;
            break;
        case Node::Kind::scalar:
            if (n.quoted) {
                out << YAML::DoubleQuoted;
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

}  // namespace

Node parse(const std::string& text, const std::string& file, Report& report) {
    Builder builder(file, report);
    try {
        std::istringstream in(text);
        YAML::Parser parser(in);
        if (!parser.HandleNextDocument(builder)) {
            report.error({file, 1, 1}, "", {"el archivo está vacío", "the file is empty"});
        } else if (parser.HandleNextDocument(builder)) {
            report.error({file, 1, 1}, "",
                         {"el archivo tiene más de un documento YAML", "the file holds more than one YAML document"},
                         {"quite los separadores ---", "remove the --- separators"});
        }
    } catch (const YAML::Exception& e) {
        report.error(
            {file, e.mark.line + 1, e.mark.column + 1}, "",
            {fmt::format("no es YAML bien formado ({})", e.msg), fmt::format("not well-formed YAML ({})", e.msg)},
            {"revise sangría, comillas y dos puntos", "check indentation, quotes and colons"});
        return Node::map();
    }
    Node root = builder.take();
    if (root.kind != Node::Kind::map) {
        if (report.found().empty()) {
            report.error({file, 1, 1}, "",
                         {"un escenario es un mapa de claves y valores", "a scenario is a map of keys and values"});
        }
        return Node::map();
    }
    return root;
}

std::string to_yaml(const Node& root) {
    YAML::Emitter out;
    out.SetIndent(2);
    emit(out, root);
    return std::string(out.c_str()) + "\n";
}

}  // namespace aforo::scenario
