#include "aforo/scenario/edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

#include "aforo/scenario/language.hpp"
#include "tree_reader.hpp"
#include "units.hpp"
#include "writer.hpp"

namespace aforo::scenario {

namespace {

// These sections do not affect the simulation.
bool is_not_simulated(const std::string& path) {
    constexpr std::array sections = {"name",   "description", "about",      "data",        "compare_with",
                                     "prices", "sources",     "experiment", "calibration", "levers"};
    return std::find(sections.begin(), sections.end(), path.substr(0, path.find('.'))) != sections.end();
}

std::string join(const std::string& path, const std::string& key) { return path.empty() ? key : path + "." + key; }

class Differ {
public:
    Differ(const Tree& base, const Tree& other) : base_(base), other_(other) {}

    void walk(const Node& a, const Node& b, const std::string& path) {
        const auto is_group = [&](const Tree& tree, const Node& n) {
            return n.kind == Node::Kind::map && !tree.values.contains(path);
        };
        if (!is_group(base_, a) || !is_group(other_, b)) {
            if (std::string from = to_line(a), to = to_line(b); from != to)
                found.push_back({path, std::move(from), std::move(to)});
            return;
        }
        for (const auto& e : a.entries) {
            if (path.empty() && is_not_simulated(e.key)) continue;
            if (const Entry* same = b.find(e.key)) {
                walk(e.value, same->value, join(path, e.key));
            } else {
                found.push_back({join(path, e.key), to_line(e.value), ""});
            }
        }
        for (const auto& e : b.entries) {
            if (!a.find(e.key)) found.push_back({join(path, e.key), "", to_line(e.value)});
        }
    }

    std::vector<Change> found;

private:
    const Tree& base_;
    const Tree& other_;
};

// The node at a path, in a tree whose values carry no provenance.
class Path {
public:
    explicit Path(std::string path) : path_(std::move(path)) {}

    [[nodiscard]] Node* find(Node& root) const {
        Node* n = &root;
        for (std::size_t begin = 0; n && begin < path_.size();) n = step(*n, next(begin));
        return n;
    }
    // Creates missing groups on the way; a reader reports keys that do not exist.
    Node& make(Node& root) const {
        Node* n = &root;
        for (std::size_t begin = 0; begin < path_.size();) {
            const std::string key = next(begin);
            Node* inside = step(*n, key);
            if (!inside) {
                if (n->kind != Node::Kind::map) *n = Node::map();
                n->add(key, Node::map());
                inside = &n->entries.back().value;
            }
            n = inside;
        }
        return *n;
    }
    void remove(Node& root) const {
        const auto dot = path_.rfind('.');
        Node* group = dot == std::string::npos ? &root : Path(path_.substr(0, dot)).find(root);
        const std::string key = dot == std::string::npos ? path_ : path_.substr(dot + 1);
        if (group) std::erase_if(group->entries, [&](const Entry& e) { return e.key == key; });
    }

private:
    // The next piece of the path, from `begin` on; an index in brackets is a piece of its own.
    std::string next(std::size_t& begin) const {
        const std::size_t end = std::min(path_.find_first_of(".[", begin + 1), path_.size());
        std::string piece = path_.substr(begin, end - begin);
        begin = end < path_.size() && path_[end] == '.' ? end + 1 : end;
        return piece;
    }
    static Node* step(Node& n, const std::string& piece) {
        if (piece.starts_with('[')) {
            std::size_t index = 0;
            std::from_chars(piece.data() + 1, piece.data() + piece.size(), index);
            return index < n.items.size() ? &n.items[index] : nullptr;
        }
        for (auto& e : n.entries) {
            if (e.key == piece) return &e.value;
        }
        // The name of a distribution is not part of the paths of its parameters.
        const bool is_form = n.entries.size() == 1 && n.entries[0].value.kind == Node::Kind::map;
        return is_form ? step(n.entries[0].value, piece) : nullptr;
    }

    std::string path_;
};

// Splits at separators outside brackets.
std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> pieces(1);
    int depth = 0;
    for (const char c : text) {
        depth += (c == '[' || c == '{') - (c == ']' || c == '}');
        if (c == separator && depth == 0) {
            pieces.emplace_back();
        } else {
            pieces.back() += c;
        }
    }
    for (auto& p : pieces) {
        const auto first = p.find_first_not_of(' ');
        p = first == std::string::npos ? "" : p.substr(first, p.find_last_not_of(' ') - first + 1);
    }
    return pieces;
}

class VariationReader {
public:
    VariationReader(const Scenario& base, std::string text, core::Lang lang)
        : text_(std::move(text)), report_(lang), tree_(tree_of(base, Provenances::left_out)) {}

    VariationResult read() {
        Variation v;
        const auto equals = text_.find('=');
        v.path = text_.substr(0, equals);
        if (equals == 0) {
            complain("", {"falta la clave", "the key is missing"},
                     {"escriba CLAVE=a:b:n o CLAVE=v,w", "write KEY=a:b:n or KEY=v,w"});
        } else if (equals == std::string::npos || equals + 1 == text_.size()) {
            complain("", {"falta lo que la clave toma", "what the key takes is missing"},
                     {"escriba CLAVE=a:b:n o CLAVE=v,w", "write KEY=a:b:n or KEY=v,w"});
        } else if (const Node* now = Path(v.path).find(tree_.root); !now) {
            complain(v.path, {"el escenario no tiene esta clave", "the scenario has no such key"},
                     {"vea las claves con aforo check --resolved", "see its keys with aforo check --resolved"});
        } else if (is_not_simulated(v.path)) {
            complain(v.path, {"nada se simula de esta clave", "nothing is simulated of this key"},
                     {"réplicas y semilla se dan con --replications y --seed",
                      "replications and seed are given with --replications and --seed"});
        } else if (v.path == "horizon.first_year" || v.path == "horizon.last_year") {
            complain(v.path,
                     {"los escenarios de un barrido miden los mismos años",
                      "the scenarios of a sweep measure the same years"},
                     {"dé otro horizonte a todos, en el archivo", "give all of them another horizon, in the file"});
        } else {
            const Key language = scenario::language();
            const Key* key = scenario::find(language, v.path);
            is_whole_ = key && key->type.kind == Type::Kind::integer;
            const std::string values = text_.substr(equals + 1);
            const auto ends = split(values, ':');
            v.values = ends.size() == 3 ? grid(v.path, ends, *now) : list(split(values, ','), *now);
            if (std::any_of(v.values.begin(), v.values.end(), [](const auto& value) { return value.empty(); }))
                complain(v.path, {"un valor de la lista está vacío", "a value of the list is empty"},
                         {"quite la coma que sobra, o escriba el valor", "take the comma away, or write the value"});
        }
        VariationResult result{std::nullopt, report_.take(text_)};
        if (result.diagnostics.empty()) result.variation = std::move(v);
        return result;
    }

private:
    void complain(const std::string& path, const Message& what, const Message& hint) {
        report_.error({"--vary", 0, 0}, path, what, hint);
    }

    std::vector<std::string> grid(const std::string& path, const std::vector<std::string>& ends, const Node& now) {
        int n = 0;
        const auto [stop, error] = std::from_chars(ends[2].data(), ends[2].data() + ends[2].size(), n);
        if (error != std::errc() || stop != ends[2].data() + ends[2].size() || n < 2 || n > 1000) {
            complain(path, {"el número de valores va de 2 a 1000", "the number of values goes from 2 to 1000"}, {});
            return {};
        }
        const bool by_factor = ends[0].starts_with('x') && ends[1].starts_with('x');
        const auto low = Quantity::of(ends[0].substr(by_factor ? 1 : 0)),
                   high = Quantity::of(ends[1].substr(by_factor ? 1 : 0));
        const auto base = by_factor ? Quantity::of(now.text) : Quantity{};
        if (!low || !high || low->kind != high->kind || !base || (by_factor && low->kind != Quantity::Kind::number)) {
            complain(
                path,
                {"los extremos no son dos cantidades iguales en unidad", "the ends are not two quantities of one unit"},
                {"escriba por ejemplo 10000 M$:12000 M$:5, 300:330:4 o x0.9:x1.1:5",
                 "write for instance 10000 M$:12000 M$:5, 300:330:4 or x0.9:x1.1:5"});
            return {};
        }
        std::vector<std::string> values;
        for (int i = 0; i < n; ++i) {
            Quantity q = *low;
            q.amount += (high->amount - low->amount) * i / (n - 1);
            values.push_back(by_factor ? times(*base, q.amount) : q.text());
        }
        return values;
    }

    // A value such as x1.1 is a factor on the base's value.
    [[nodiscard]] std::vector<std::string> list(std::vector<std::string> values, const Node& now) const {
        const auto base = Quantity::of(now.text);
        for (auto& value : values) {
            const auto factor = value.starts_with('x') ? Quantity::of(value.substr(1)) : std::nullopt;
            if (base && factor && factor->kind == Quantity::Kind::number) value = times(*base, factor->amount);
        }
        return values;
    }

    // Rounds the product to the step in which such values are written.
    [[nodiscard]] std::string times(Quantity q, double factor) const {
        q.amount *= factor;
        const double step = q.kind == Quantity::Kind::money ? 1000 : is_whole_ ? 1 : 0;
        if (step > 0) q.amount = std::round(q.amount / step) * step;
        return q.text();
    }

    std::string text_;
    Report report_;
    Tree tree_;
    bool is_whole_ = false;  // the key takes whole numbers
};

}  // namespace

std::optional<Quantity> Quantity::of(const std::string& text) {
    double number = 0;
    core::Duration duration{};
    core::Money money;
    Uf uf;
    if (!parse_quantity(text, number)) return Quantity{Kind::number, number};
    if (!parse_quantity(text, duration)) return Quantity{Kind::duration, static_cast<double>(duration.count())};
    if (!parse_quantity(text, money)) return Quantity{Kind::money, static_cast<double>(money.in_pesos())};
    if (!parse_quantity(text, uf)) return Quantity{Kind::uf, uf.amount};
    return std::nullopt;
}

std::string Quantity::text() const {
    switch (kind) {
        case Kind::duration:
            return write_quantity(core::Duration(std::llround(amount)));
        case Kind::money:
            return write_quantity(core::Money::pesos(std::llround(amount)));
        case Kind::uf:
            return write_quantity(Uf{amount});
        case Kind::number:
            break;
    }
    return write_sum(amount);
}

std::vector<Change> changes(const Scenario& base, const Scenario& other) {
    const Tree a = tree_of(base, Provenances::left_out), b = tree_of(other, Provenances::left_out);
    Differ differ(a, b);
    differ.walk(a.root, b.root, "");
    return std::move(differ.found);
}

std::vector<Change> rules(const Scenario& s) {
    const auto has_word = [](const Node& n, auto&& self) -> bool {
        const auto inside = [&](const auto& e) {
            if constexpr (requires { e.value; }) {
                return self(e.value, self);
            } else {
                return self(e, self);
            }
        };
        if (n.kind == Node::Kind::scalar) return !n.text.empty() && !is_number(n);
        return std::any_of(n.items.begin(), n.items.end(), inside) ||
               std::any_of(n.entries.begin(), n.entries.end(), inside);
    };
    Tree tree = tree_of(s, Provenances::left_out);
    std::vector<Change> found = changes(Scenario{}, s);
    std::erase_if(found, [&](const Change& c) {
        constexpr std::array elsewhere = {"network", "plan", "population", "horizon"};
        const std::string section = c.path.substr(0, c.path.find('.'));
        const Node* n = Path(c.path).find(tree.root);
        return !n || std::find(elsewhere.begin(), elsewhere.end(), section) != elsewhere.end() ||
               !has_word(*n, has_word);
    });
    return found;
}

ReadResult with(const Scenario& base, const std::vector<Setting>& settings, const std::string& origin,
                core::Lang lang) {
    Node root = tree_of(base, Provenances::left_out).root;
    Report report(lang);
    std::vector<std::string> written;
    for (const Setting& s : settings) {
        written.push_back(s.path);
        if (s.value.empty()) {
            Path(s.path).remove(root);
            continue;
        }
        auto parsed = parse("value: " + s.value, origin, report);
        if (!parsed) return {std::nullopt, report.take(origin)};
        Path(s.path).make(root) = std::move(parsed->entries[0].value);
    }
    put_at(root, {origin, 0, 0});
    return read_tree(root, origin, written, lang);
}

std::optional<std::string> value_at(const Scenario& s, const std::string& path) {
    Tree tree = tree_of(s, Provenances::left_out);
    const Node* n = Path(path).find(tree.root);
    if (!n || n->kind != Node::Kind::scalar) return std::nullopt;
    return n->text;
}

namespace {

// The key that holds the value which a path leads into: attention.duration for attention.duration.mean.
std::string key_of(const Tree& tree, std::string path) {
    while (!tree.values.contains(path)) {
        const auto end = path.find_last_of(".[");
        if (end == std::string::npos) return "";
        path.resize(end);
    }
    return path;
}

}  // namespace

std::string delta_of(const Scenario& whole, const std::string& extends, const std::vector<std::string>& paths) {
    Tree tree = tree_of(whole, Provenances::written);
    Node root = Node::map();
    root.add("aforo", Node::scalar("1"));
    root.add("name", Node::scalar(whole.name, true));
    if (!whole.description.empty()) root.add("description", Node::scalar(whole.description, true));
    root.add("extends", Node::scalar(extends, true));
    std::set<std::string> sources;
    std::vector<std::string> keys;
    for (const auto& path : paths) {
        if (const auto origin = whole.provenance.find(path); origin != whole.provenance.end())
            sources.insert(origin->second.source);
        const std::string key = key_of(tree, path);
        if (!key.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    }
    for (const auto& name : sources) {
        if (Node* source = Path("sources." + name).find(tree.root)) Path("sources." + name).make(root) = *source;
    }
    for (const auto& key : keys) Path(key).make(root) = *Path(key).find(tree.root);
    return to_yaml(root);
}

std::vector<std::string> in_step(const std::string& text) {
    // A semicolon separates keys only if another KEY= follows it; values may contain semicolons.
    std::vector<std::string> parts(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t equals = text.find('=', i), next = text.find(';', i + 1);
        if (text[i] == ';' && equals < std::min(next, text.size())) {
            parts.emplace_back();
        } else {
            parts.back() += text[i];
        }
    }
    return parts;
}

VariationResult variation(const Scenario& base, const std::string& text, core::Lang lang) {
    const auto parts = in_step(text);
    VariationResult all = VariationReader(base, parts.front(), lang).read();
    for (std::size_t p = 1; p < parts.size(); ++p) {
        VariationResult one = VariationReader(base, parts[p], lang).read();
        all.diagnostics.insert(all.diagnostics.end(), one.diagnostics.begin(), one.diagnostics.end());
        if (!all.variation || !one.variation) {
            all.variation.reset();
        } else if (one.variation->values.size() != all.variation->values.size()) {
            all.diagnostics.push_back(
                {{"--vary", 0, 0},
                 one.variation->path,
                 fmt::format(fmt::runtime(core::in(lang, "tiene {} valores, y {}, que va en el mismo paso, {}",
                                                   "it has {} values, and {}, which is in step with it, {}")),
                             one.variation->values.size(), all.variation->path, all.variation->values.size()),
                 std::string(core::in(lang, "dé a cada clave tantos valores como a las demás",
                                      "give each key as many values as the others"))});
            all.variation.reset();
        } else {
            all.variation->also.push_back(std::move(*one.variation));
        }
    }
    return all;
}

}  // namespace aforo::scenario
