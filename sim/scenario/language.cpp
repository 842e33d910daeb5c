// The language as data, and its words: visitors of describe.hpp. The types of values are described in types.hpp.
#include "aforo/scenario/language.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "aforo/scenario/reader.hpp"
#include "describe.hpp"
#include "names.hpp"
#include "tree.hpp"
#include "types.hpp"
#include "writer.hpp"

namespace aforo::scenario {

namespace {

using K = Type::Kind;

// Gives every keyed group one element, so that the keys of an element and their defaults are visited.
struct OneOfEach {
    template <class T>
    void field(const Field&, T&) {}
    template <class S>
    void section(const Field&, S& member) {
        describe(*this, member);
    }
    template <class E, class S>
    void keyed(const Field&, std::map<E, S>& members) {
        if constexpr (std::is_same_v<E, int>) {
            describe(*this, members[1]);
        } else {
            describe(*this, members["1"]);
        }
    }
};

std::string flow(const Node& n) {
    std::string s;
    switch (n.kind) {
        case Node::Kind::null:
            break;
        case Node::Kind::scalar:
            return n.quoted || n.text.empty() ? "\"" + n.text + "\"" : n.text;
        case Node::Kind::list:
            for (const auto& item : n.items) s += (s.empty() ? "" : ", ") + flow(item);
            return "[" + s + "]";
        case Node::Kind::map:
            for (const auto& e : n.entries) s += (s.empty() ? "" : ", ") + e.key + ": " + flow(e.value);
            return "{" + s + "}";
    }
    return s;
}

class Builder {
public:
    // `defaults` are the values of the group when nobody states any.
    explicit Builder(const Node* defaults) : defaults_(defaults) {}

    template <class T>
    void field(const Field& f, T&) {
        Key k = named(f);
        k.has_provenance = true;
        k.type = types::TypeOf<T>::make(f.domain);
        if (const Node* n = below(f.key); n && !f.required) k.neutral = flow(*n);
        keys.push_back(std::move(k));
    }
    template <class S>
    void section(const Field& f, S& member) {
        Key k = named(f);
        k.type = group_of(member, below(f.key));
        keys.push_back(std::move(k));
    }
    template <class E, class S>
    void keyed(const Field& f, std::map<E, S>&) {
        Key k = named(f);
        const Node* all = below(f.key);
        S element;
        k.type = types::made_of(K::keyed,
                                {group_of(element, all && !all->entries.empty() ? &all->entries[0].value : nullptr)});
        k.type.integer_keys = std::is_same_v<E, int>;
        keys.push_back(std::move(k));
    }

    template <class S>
    static Type group_of(S& member, const Node* defaults) {
        Builder inside(defaults);
        describe(inside, member);
        return types::group(std::move(inside.keys));
    }

    std::vector<Key> keys;

private:
    static Key named(const Field& f) {
        Key k;
        k.key = f.key;
        k.name = f.name;
        k.meaning = f.meaning;
        k.required = f.required;
        return k;
    }
    [[nodiscard]] const Node* below(const char* key) const {
        const Entry* e = defaults_ ? defaults_->find(key) : nullptr;
        return e ? &e->value : nullptr;
    }

    const Node* defaults_;
};

const Key* find_in(const Type& type, const std::string& name) {
    const auto key = std::find_if(type.keys.begin(), type.keys.end(), [&](const Key& k) { return k.key == name; });
    return key == type.keys.end() ? nullptr : &*key;
}

}  // namespace

Key language() {
    Scenario sample;
    OneOfEach one;
    describe(one, sample);
    Report report(core::Lang::es);
    const Node defaults = parse(to_yaml(tree_of(sample, Provenances::written).root), "", report).value();
    Key root;
    root.type = Builder::group_of(sample, &defaults);
    return root;
}

const Key* find(const Key& language, const std::string& path) {
    const Key* found = &language;
    const Type* type = &language.type;
    std::size_t begin = 0;
    while (begin < path.size()) {
        const std::size_t end = std::min(path.find('.', begin), path.size());
        const std::string name = path.substr(begin, std::min(end, path.find('[', begin)) - begin);
        begin = end + 1;
        if (type->kind == K::keyed) {
            type = &type->of[0];
            continue;
        }
        const Key* next = find_in(*type, name);
        if (!next) return type->kind == K::group ? nullptr : found;
        found = next;
        type = &next->type;
    }
    return found;
}

std::vector<std::string> marginals() {
    std::vector<std::string> all;
    for (const auto& w : Names<Marginal>::table) all.emplace_back(w.word);
    return all;
}
std::string word_of(Marginal shape) { return word_for(shape); }
std::string word_of(Status status) { return word_for(status); }
std::string word_of(Criterion::Kind criterion) { return word_for(criterion); }

}  // namespace aforo::scenario
