// Writes the scenario as YAML, and lists its numbers. Visitors of describe.hpp.
#include "writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "aforo/core/sha256.hpp"
#include "aforo/scenario/reader.hpp"
#include "describe.hpp"
#include "names.hpp"
#include "tree.hpp"
#include "units.hpp"

namespace aforo::scenario {

namespace {

// Sections that describe a scenario without changing its results.
constexpr std::string_view about_section = "about", bases_section = "compare_with", calibration_section = "calibration",
                           levers_section = "levers", prices_key = "prices";
// A scenario that was read names no data files: what they say is in its other keys.
constexpr std::string_view data_section = "data";
bool is_of_no_result(std::string_view section) {
    return section == about_section || section == bases_section || section == calibration_section ||
           section == levers_section || section == prices_key;
}

Node write(bool v) { return Node::scalar(v ? "true" : "false"); }
Node write(const std::string& v) { return Node::scalar(v, true); }
Node write(int v) { return Node::scalar(fmt::format("{}", v)); }
Node write(std::uint64_t v) { return Node::scalar(fmt::format("{}", v)); }
template <class Q>
requires requires(Q q) { write_quantity(q); }
Node write(const Q& v) { return Node::scalar(write_quantity(v)); }
template <class E>
requires std::is_enum_v<E> Node write(E v) { return Node::scalar(word_for(v)); }
template <class E>
requires std::is_enum_v<E> Node write(const std::optional<E>& v) { return v ? write(*v) : Node::scalar("none"); }
Node write(const std::vector<int>& weekdays) {
    Node n = Node::list();
    for (const int d : weekdays) n.items.push_back(Node::scalar(weekday_names[static_cast<std::size_t>(d)]));
    return n;
}
template <std::size_t N>
Node write(const std::array<double, N>& values) {
    Node n = Node::list();
    for (const double v : values) n.items.push_back(write(v));
    return n;
}
Node write(const std::optional<std::array<double, 4>>& by_quarter) {
    if (!by_quarter) return Node::scalar("none");
    return write(*by_quarter);
}
Node write(const std::vector<std::string>& texts) {
    Node n = Node::list();
    for (const auto& text : texts) n.items.push_back(write(text));
    return n;
}
Node write(const std::vector<Duration>& lengths) {
    Node n = Node::list();
    for (const Duration d : lengths) n.items.push_back(Node::scalar(write_hours(d)));
    return n;
}
Node write(const std::optional<int>& v) { return v ? write(*v) : Node::scalar("none"); }
Node write(const core::Pesos& pesos) { return Node::scalar(core::text_of(pesos)); }
Node write(const std::optional<CalendarDay>& day) { return day ? write(*day) : Node::scalar("none"); }
Node write(const AnyValue& v) {
    Report report(core::Lang::es);
    const auto parsed = parse("value: " + v.text, "", report);
    return parsed ? parsed->entries[0].value : Node::scalar(v.text);
}
Node write(const OfficeIds& offices) {
    Node n = Node::list();
    for (const int id : offices.ids) n.items.push_back(write(id));
    return n;
}
Node write(const AtOffices& amounts) {
    if (amounts.at.empty()) return write(amounts.all);
    Node n = Node::map();
    for (const auto& [id, many] : amounts.at) n.add(fmt::format("{}", id), write(many));
    return n;
}
Node write(const Holidays& h) {
    if (h.own.empty()) return Node::scalar(h.chile ? "chile" : "none");
    Node n = Node::list();
    if (h.chile) n.items.push_back(Node::scalar("chile"));
    for (const CalendarDay& day : h.own) n.items.push_back(write(day));
    return n;
}
Node write(const std::map<int, double>& by_year) {
    Node n = Node::map();
    for (const auto& [year, v] : by_year) n.add(fmt::format("{}", year), write(v));
    return n;
}
Node write(const Growth& g) {
    return g.factor.size() == 1 && g.factor.begin()->first == 0 ? write(g.factor.begin()->second) : write(g.factor);
}
Node write(const PerBand& v) {
    if (v == PerBand::all(v.low)) return write(v.low);
    Node n = Node::map();
    n.add("low", write(v.low));
    n.add("medium", write(v.medium));
    n.add("high", write(v.high));
    return n;
}
Node write(core::Date d) { return Node::scalar(core::iso(d)); }
Node write(const std::optional<core::Date>& d) { return d ? write(*d) : Node::scalar("none"); }
Node write(const DatedHours& h) {
    if (h.from.empty()) return Node::scalar("none");
    Node n = Node::map();
    for (const auto& [date, hours] : h.from) n.add(core::iso(date), Node::scalar(write_hours(hours)));
    return n;
}
Node write(const Groups& groups) {
    if (groups.all.size() == 1) return write(groups.all.front());
    Node n = Node::list();
    for (const ReserveGroup g : groups.all) n.items.push_back(write(g));
    return n;
}
Node write(const std::vector<Groups>& groups) {
    Node n = Node::list();
    for (const Groups& one : groups) n.items.push_back(write(one));
    return n;
}
Node write(const std::vector<Destination::OfGroup>& groups) {
    Node n = Node::list();
    for (const auto& one : groups) {
        Node item = Node::map();
        item.add("group", write(one.group));
        item.add("institution", write(one.institution));
        n.items.push_back(item);
    }
    return n;
}
Node write(const PriorityWeights& w) {
    Node n = Node::map();
    const std::pair<const char*, double> all[] = {
        {"potential", w.potential},     {"female", w.female},     {"rural", w.rural}, {"informal", w.informal},
        {"cooperative", w.cooperative}, {"re_entry", w.re_entry}, {"sales", w.sales}, {"wait_day", w.wait_day}};
    for (const auto& [key, v] : all) {
        if (v != 0) n.add(key, write(v));
    }
    if (w.groups.empty()) return n;
    Node groups = Node::list();
    for (const auto& one : w.groups) {
        Node item = Node::map();
        item.add("group", write(one.group));
        item.add("points", write(one.points));
        groups.items.push_back(item);
    }
    n.add("groups", groups);
    return n;
}
Node write(const Priority& p) {
    Node n = Node::list();
    for (const PriorityRule rule : p.chain) {
        Node item = write(rule);
        if (rule == PriorityRule::weighted) {
            item = Node::map();
            item.add("weighted", write(p.weights));
        }
        if (rule == PriorityRule::group_first) {
            item = Node::map();
            item.add("group", write(p.first));
        }
        n.items.push_back(item);
    }
    return n.items.size() == 1 ? n.items[0] : n;
}
Node write(const std::vector<Reserve>& reserves) {
    Node n = Node::list();
    for (const Reserve& r : reserves) {
        Node item = Node::map();
        item.add("group", write(r.group));
        item.add("share", write(r.share));
        n.items.push_back(item);
    }
    return n;
}
Node write(const std::vector<Component>& components) {
    Node n = Node::list();
    for (const Component c : components) n.items.push_back(write(c));
    return n;
}
Node write(const std::vector<StaffChange>& changes) {
    Node n = Node::list();
    for (const StaffChange& c : changes) {
        Node item = Node::map();
        item.add("date", write(c.on));
        item.add("centre", write(c.centre));
        item.add("advisors", write(c.advisors));
        n.items.push_back(item);
    }
    return n;
}
Node write(const std::vector<Base>& bases) {
    Node n = Node::list();
    for (const Base& b : bases) {
        Node item = Node::map();
        item.add("base", write(b.base));
        Node claims = Node::list();
        for (const Claim& claim : b.claims) claims.items.push_back(write(text_of(claim)));
        item.add("claims", claims);
        n.items.push_back(item);
    }
    return n;
}
Node write(const Criterion& c) {
    Node inner = Node::map();
    switch (c.kind) {
        case Criterion::Kind::sales:
            inner.add("at_most", write(Uf{c.at_most}));
            break;
        case Criterion::Kind::need:
            inner.add("at_most", write(c.at_most));
            break;
        case Criterion::Kind::bands:
            inner = Node::list();
            for (const Band b : c.bands) inner.items.push_back(write(b));
            break;
        case Criterion::Kind::agri_forestry:
        case Criterion::Kind::sector:
        case Criterion::Kind::formality:
        case Criterion::Kind::standard:
            return write(c.kind);
        case Criterion::Kind::count_of_kinds:
            break;
    }
    Node n = Node::map();
    n.add(word_for(c.kind), inner);
    return n;
}

Node write(const Range& r) {
    if (r.shape == Marginal::triangular && r.with.empty()) {
        Node n = Node::list();
        n.items = {Node::scalar(r.low_text), Node::scalar(r.high_text)};
        return n;
    }
    Node n = Node::map();
    n.add("low", Node::scalar(r.low_text));
    n.add("high", Node::scalar(r.high_text));
    n.add("shape", write(r.shape));
    if (r.with.empty()) return n;
    n.add("with", write(r.with));
    n.add("correlation", write(r.correlation));
    return n;
}

// The provenance of a path: its own, with the source of the nearest group above it that names one when it has none.
Provenance origin_of(const Scenario& s, std::string path) {
    const auto own = s.provenance.find(path);
    Provenance origin = own == s.provenance.end() ? Provenance{} : own->second;
    while (origin.source.empty()) {
        const auto dot = path.find_last_of(".[");
        if (dot == std::string::npos) break;
        path.resize(dot);
        if (const auto above = s.provenance.find(path); above != s.provenance.end()) {
            origin.source = above->second.source;
            if (origin.note.empty()) origin.note = above->second.note;
        }
    }
    return origin;
}

class Writer {
public:
    Writer(const Scenario& s, Provenances provenances) : s_(s), provenances_(provenances) {}

    [[nodiscard]] Tree take() { return {std::move(node_), std::move(values_)}; }

    template <class T>
    void field(const Field& f, T& member) {
        values_.insert(join(f.key));
        if constexpr (std::is_same_v<std::remove_const_t<T>, Duration>) {
            if (f.domain.in_hours) {
                node_.add(f.key, with_provenance(join(f.key), Node::scalar(write_hours(member))));
                return;
            }
        }
        node_.add(f.key, value(join(f.key), member));
    }
    template <class S>
    void section(const Field& f, S& member) {
        const std::string outer_path = path_;
        Node outer = std::move(node_);
        path_ = join(f.key);
        node_ = Node::map();
        describe(*this, member);
        outer.add(f.key, std::move(node_));
        node_ = std::move(outer);
        path_ = outer_path;
    }
    template <class K, class S>
    void keyed(const Field& f, std::map<K, S>& members) {
        const std::string outer_path = path_;
        Node outer = std::move(node_);
        path_ = join(f.key);
        node_ = Node::map();
        for (auto& [key, member] : members) {
            const std::string name = fmt::format("{}", key);
            section(Field{name.c_str()}, member);
        }
        outer.add(f.key, std::move(node_));
        node_ = std::move(outer);
        path_ = outer_path;
    }

private:
    [[nodiscard]] std::string join(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

    [[nodiscard]] Node with_provenance(const std::string& path, Node value) const {
        const auto p = s_.provenance.find(path);
        if (provenances_ == Provenances::left_out || p == s_.provenance.end() ||
            (p->second.source.empty() && p->second.note.empty() && !p->second.range && !p->second.in_worlds)) {
            return value;
        }
        Node n = Node::map();
        n.add("value", std::move(value));
        if (p->second.range) n.add("range", write(*p->second.range));
        if (p->second.in_worlds) n.add("in_worlds", write(*p->second.in_worlds));
        if (!p->second.source.empty()) n.add("source", Node::scalar(p->second.source));
        if (!p->second.note.empty()) n.add("note", Node::scalar(p->second.note, true));
        return n;
    }
    template <class T>
    Node value(const std::string& path, const T& v) {
        return with_provenance(path, write(v));
    }
    Node value(const std::string& path, const Distribution& d) {
        Node inner = Node::map();
        for (const auto& p : parameters_of(d.kind)) {
            const double v = d.*p.member;
            Node n = p.is_time ? write(Duration(static_cast<std::int64_t>(v))) : write(v);
            inner.add(p.key, with_provenance(path + "." + p.key, std::move(n)));
        }
        if (d.kind == Distribution::Kind::empirical) {
            Node values = Node::list();
            for (const double v : d.values) values.items.push_back(write(Duration(static_cast<std::int64_t>(v))));
            inner.add("values", with_provenance(path + ".values", std::move(values)));
        }
        if (d.kind == Distribution::Kind::mixture) inner.add("parts", parts(path + ".parts", d.parts));
        Node n = Node::map();
        n.add(word_for(d.kind), std::move(inner));
        return with_provenance(path, std::move(n));
    }
    Node parts(const std::string& path, const std::vector<Distribution::Part>& parts) {
        Node n = Node::list();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::string here = fmt::format("{}[{}].", path, i);
            Node part = Node::map();
            part.add("weight", value(here + "weight", parts[i].weight));
            part.add("of", value(here + "of", parts[i].of));
            n.items.push_back(std::move(part));
        }
        return with_provenance(path, std::move(n));
    }
    Node value(const std::string& path, const std::optional<Distribution>& d) {
        return d ? value(path, *d) : with_provenance(path, Node::scalar("none"));
    }
    Node value(const std::string& path, const std::vector<Criterion>& criteria) {
        Node n = Node::list();
        for (std::size_t i = 0; i < criteria.size(); ++i) {
            Node item = write(criteria[i]);
            if (item.kind == Node::Kind::map &&
                item.entries[0].value.kind == Node::Kind::map) {  // {sales: {at_most: …}}
                const std::string here = fmt::format("{}[{}].{}.", path, i, item.entries[0].key);
                for (auto& e : item.entries[0].value.entries)
                    e.value = with_provenance(here + e.key, std::move(e.value));
            }
            n.items.push_back(std::move(item));
        }
        return with_provenance(path, std::move(n));
    }

    const Scenario& s_;
    Provenances provenances_;
    Node node_ = Node::map();
    std::set<std::string> values_;
    std::string path_;
};

// Lists the numbers in the written tree: every scalar that is not a text or a word.
class NumberList {
public:
    explicit NumberList(const Scenario& s) : s_(s) {}

    void walk(const Node& n, const std::string& path) {
        if (n.kind == Node::Kind::scalar) {
            if (is_number(n)) {
                found.push_back({path, n.text, origin_of(s_, path)});
            }
            return;
        }
        for (std::size_t i = 0; i < n.items.size(); ++i) {
            walk(n.items[i], fmt::format("{}[{}]", path, i));
        }
        for (const auto& e : n.entries) {
            if (path.empty() && is_of_no_result(e.key)) continue;
            // The name of a distribution is not part of its parameters' paths: duration.mean, not duration.gamma.mean.
            if (e.key == "value" ||
                (n.entries.size() == 1 && e.value.kind == Node::Kind::map && is_distribution(e.key))) {
                walk(e.value, path);
            } else if (e.key != "range" && e.key != "in_worlds" && e.key != "source" && e.key != "note") {
                walk(e.value, path.empty() ? e.key : path + "." + e.key);
            }
        }
    }
    std::vector<Number> found;

private:
    static bool is_distribution(const std::string& key) {
        const auto& table = Names<Distribution::Kind>::table;
        return std::any_of(table.begin(), table.end(), [&](const auto& entry) { return key == entry.word; });
    }

    const Scenario& s_;
};

}  // namespace

std::string Range::text() const {
    const std::string ends = fmt::format("[{}, {}]", low_text, high_text);
    return shape == Marginal::triangular ? ends : ends + " " + word_for(shape);
}

Tree tree_of(const Scenario& scenario, Provenances provenances) {
    Scenario copy = scenario;  // the table fills members, so it wants them writable
    Writer writer(scenario, provenances);
    describe(writer, copy);
    return writer.take();
}

namespace {

Node whole_of(const Scenario& scenario) {
    Node root = Node::map();
    root.add("aforo", Node::scalar("1"));
    Tree tree = tree_of(scenario, Provenances::written);
    for (auto& e : tree.root.entries) {
        if (e.key == "demand" && scenario.demand.offices.empty()) {
            std::erase_if(e.value.entries, [](const Entry& of) { return of.key == "offices"; });
        }
        const bool is_unsaid = e.key == data_section || (e.key == about_section && !scenario.about.is_said()) ||
                               (e.key == bases_section && scenario.compare_with.empty()) ||
                               (e.key == calibration_section && !scenario.calibration.is_said()) ||
                               (e.key == levers_section && scenario.levers.empty()) ||
                               (e.key == prices_key && !scenario.prices.is_said());
        if (!is_unsaid) root.entries.push_back(std::move(e));
    }
    return root;
}

// Removes the sections that are not part of the digest; returns false when there are none.
bool make_anonymous(Node& root) {
    return std::erase_if(root.entries, [](const auto& e) { return is_of_no_result(e.key); }) > 0;
}

}  // namespace

std::string resolved(const Scenario& scenario) { return to_yaml(whole_of(scenario)); }

std::string digest(const Scenario& scenario) {
    Node root = whole_of(scenario);
    make_anonymous(root);
    return core::sha256_hex(to_yaml(root));
}

Written written(const Scenario& scenario) {
    Node root = whole_of(scenario);
    std::string text = to_yaml(root);
    std::string digest = core::sha256_hex(make_anonymous(root) ? to_yaml(root) : text);
    return {std::move(text), std::move(digest)};
}

std::vector<Number> numbers(const Scenario& scenario) {
    NumberList list(scenario);
    list.walk(tree_of(scenario, Provenances::written).root, "");
    return std::move(list.found);
}

Quality quality_of(const std::string& source) {
    static constexpr std::array<std::pair<std::string_view, Quality>, 5> words = {{{"", Quality::unsaid},
                                                                                   {"supuesto", Quality::assumed},
                                                                                   {"imputado", Quality::imputed},
                                                                                   {"calibrado", Quality::calibrated},
                                                                                   {"derivado", Quality::derived}}};
    const auto* const found =
        std::find_if(words.begin(), words.end(), [&](const auto& word) { return word.first == source; });
    return found == words.end() ? Quality::documented : found->second;
}

std::vector<Number> assumptions(const Scenario& scenario) {
    std::vector<Number> all = numbers(scenario);
    std::erase_if(all, [](const Number& n) { return !n.provenance.range; });
    std::stable_sort(all.begin(), all.end(), [](const Number& a, const Number& b) {
        return quality_of(a.provenance.source) < quality_of(b.provenance.source);
    });
    return all;
}

std::vector<Number> without_source(const Scenario& scenario) {
    std::vector<Number> all = numbers(scenario);
    const auto is_stated = [&](std::string path) {
        while (!scenario.provenance.contains(path)) {
            const auto end = path.find_last_of(".[");
            if (end == std::string::npos) return false;
            path.resize(end);
        }
        return true;
    };
    std::erase_if(all, [&](const Number& n) { return !n.provenance.source.empty() || !is_stated(n.path); });
    return all;
}

}  // namespace aforo::scenario
