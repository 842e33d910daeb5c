// The language as data: visitors of describe.hpp. A new type of value gets its line here, under `TypeOf`.
#include "aforo/scenario/language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "aforo/scenario/reader.hpp"
#include "describe.hpp"
#include "english.hpp"
#include "names.hpp"
#include "tree.hpp"
#include "units.hpp"
#include "writer.hpp"

namespace aforo::scenario {

namespace {

using K = Type::Kind;

template <class Unit>
std::string shown(double bound) {
    if (std::isinf(bound)) return "";
    if constexpr (std::is_same_v<Unit, Duration>) {
        return write_quantity(Duration(std::llround(bound)));
    } else if constexpr (std::is_same_v<Unit, Money>) {
        return write_quantity(Money::pesos(std::llround(bound)));
    } else if constexpr (std::is_same_v<Unit, Uf>) {
        return write_quantity(Uf{bound});
    } else {
        return write_quantity(bound);
    }
}

template <class Unit>
Type bounded(K kind, const Domain& d) {
    Type t;
    t.kind = kind;
    t.low = d.low;
    t.high = d.high;
    t.above_low = d.above_low;
    t.is_whole = d.is_whole || kind == K::integer;
    t.is_norm = d.is_norm || d.percent != Domain::Percent::part;
    t.low_text = shown<Unit>(d.low);
    t.high_text = shown<Unit>(d.high);
    return t;
}

Type plain(K kind) {
    Type t;
    t.kind = kind;
    return t;
}

Type made_of(K kind, std::vector<Type> of) {
    Type t = plain(kind);
    t.of = std::move(of);
    return t;
}

Type words(std::vector<std::string> allowed) {
    Type t = plain(K::word);
    t.words = std::move(allowed);
    return t;
}

Key parameter(const char* name, const char* meaning, Type type) {
    Key k;
    k.name = name;
    k.meaning = meaning;
    k.required = true;
    k.has_provenance = type.is_number();
    k.type = std::move(type);
    return k;
}

Key with_source(Key k) {
    k.has_provenance = true;
    return k;
}

Type called(std::string name, Type t) {
    t.name = std::move(name);
    return t;
}

// name: type
Type form(const char* name, const char* meaning, Type type) {
    Type t = plain(K::form);
    t.keys = {parameter(name, meaning, std::move(type))};
    return t;
}

Type group(std::vector<Key> keys) {
    Type t = plain(K::group);
    t.keys = std::move(keys);
    return t;
}

// The type of a member, by its C++ type and its domain.
template <class T>
struct TypeOf {
    static Type make(const Domain&) {
        if constexpr (std::is_enum_v<T>) {
            std::vector<std::string> all;
            for (const auto& [name, value] : Names<T>::table) all.emplace_back(name);
            return words(std::move(all));
        } else {
            return plain(K::unknown);
        }
    }
};
template <>
struct TypeOf<bool> {
    static Type make(const Domain&) { return plain(K::flag); }
};
template <>
struct TypeOf<std::string> {
    static Type make(const Domain&) { return plain(K::text); }
};
template <>
struct TypeOf<double> {
    static Type make(const Domain& d) { return bounded<double>(K::number, d); }
};
template <>
struct TypeOf<int> {
    static Type make(const Domain& d) { return bounded<double>(K::integer, d); }
};
template <>
struct TypeOf<std::uint64_t> {
    static Type make(const Domain& d) { return bounded<double>(K::integer, d); }
};
template <>
struct TypeOf<Duration> {
    static Type make(const Domain& d) { return bounded<Duration>(K::duration, d); }
};
template <>
struct TypeOf<Money> {
    static Type make(const Domain& d) { return bounded<Money>(K::money, d); }
};
template <>
struct TypeOf<Uf> {
    static Type make(const Domain& d) { return bounded<Uf>(K::uf, d); }
};
template <>
struct TypeOf<std::vector<int>> {  // weekdays
    static Type make(const Domain&) {
        Type t = made_of(K::list, {words({weekday_names.begin(), weekday_names.end()})});
        t.at_least = 1;
        t.no_repeats = true;
        return t;
    }
};
template <std::size_t N>
struct TypeOf<std::array<double, N>> {
    static Type make(const Domain& d) {
        Type t = made_of(K::list, {TypeOf<double>::make(d)});
        t.at_least = t.at_most = N;
        return t;
    }
};
template <>
struct TypeOf<std::vector<Duration>> {
    static Type make(const Domain& d) {
        Type t = made_of(K::list, {TypeOf<Duration>::make(d)});
        t.at_least = 1;
        return t;
    }
};
template <>
struct TypeOf<CalendarDay> {
    static Type make(const Domain&) { return plain(K::day); }
};
template <>
struct TypeOf<Holidays> {
    static Type make(const Domain&) {
        Type list = made_of(K::list, {made_of(K::either, {words({"chile"}), plain(K::day)})});
        list.at_least = 1;
        list.no_repeats = true;
        return made_of(K::either, {words({"none", "chile"}), list});
    }
};
template <>
struct TypeOf<std::map<int, double>> {
    static Type make(const Domain& d) { return made_of(K::by_year, {TypeOf<double>::make(d)}); }
};
template <>
struct TypeOf<Growth> {
    static Type make(const Domain& d) {
        Type by_year = TypeOf<std::map<int, double>>::make(d);
        by_year.at_least = 1;
        Type t = made_of(K::either, {TypeOf<double>::make(d), by_year});
        t.range_of_first = true;
        return called("growth", std::move(t));
    }
};
template <>
struct TypeOf<Distribution> {
    static Type make(const Domain&) {
        Type simple = called("simple_distribution", made_of(K::either, {TypeOf<Duration>::make(not_negative)}));
        for (const auto& [name, kind] : Names<Distribution::Kind>::table) {
            if (kind == Distribution::Kind::mixture) continue;
            std::vector<Key> parameters;
            if (kind == Distribution::Kind::empirical) {
                Type values = made_of(K::list, {TypeOf<Duration>::make(not_negative)});
                values.at_least = 1;
                parameters.push_back(with_source(parameter("values", "", values)));
            }
            for (const auto& p : parameters_of(kind)) {
                const bool above = p.member == &Distribution::mean && kind != Distribution::Kind::constant;
                parameters.push_back(p.is_time
                                         ? parameter(p.key, "", TypeOf<Duration>::make(above ? positive : not_negative))
                                         : parameter(p.key, "", TypeOf<double>::make({0, 100})));
            }
            simple.of.push_back(form(name, "", group(std::move(parameters))));
        }
        Type parts = made_of(
            K::list,
            {group({parameter("weight", "", TypeOf<double>::make(share)), with_source(parameter("of", "", simple))})});
        parts.at_least = 1;
        parts.at_most = most_parts_of_a_mixture;
        const Type mixture = form("mixture", "", group({with_source(parameter("parts", "", parts))}));
        return called("distribution", made_of(K::either, {simple, mixture}));
    }
};
template <class T>
struct TypeOf<std::optional<T>> {
    static Type make(const Domain& d) { return made_of(K::either, {words({"none"}), TypeOf<T>::make(d)}); }
};
template <class T>
struct TypeOf<std::vector<T>> {
    static Type make(const Domain& d) { return made_of(K::list, {TypeOf<T>::make(d)}); }
};
template <>
struct TypeOf<std::vector<Criterion>> {
    static Type make(const Domain&) {
        Type bare = words({}), bands = TypeOf<std::vector<Band>>::make(anything);
        bands.at_least = 1;
        Type item = made_of(K::either, {});
        for (const auto& [name, kind] : Names<Criterion::Kind>::table) {
            switch (kind) {
                case Criterion::Kind::sales:
                    item.of.push_back(form(name, "", group({parameter("at_most", "", TypeOf<Uf>::make(positive))})));
                    break;
                case Criterion::Kind::need:
                    item.of.push_back(
                        form(name, "", group({parameter("at_most", "", TypeOf<double>::make({0, 100}))})));
                    break;
                case Criterion::Kind::bands:
                    item.of.push_back(form(name, "", bands));
                    break;
                default:
                    bare.words.emplace_back(name);
            }
        }
        item.of.insert(item.of.begin(), bare);
        Type t = called("criteria", made_of(K::list, {item}));
        t.no_repeats = true;
        return t;
    }
};

// A small value of several numbers or words, read as one.
Type record(std::vector<Key> keys) {
    Type t = group(std::move(keys));
    t.is_record = true;
    for (auto& k : t.keys) k.has_provenance = false;
    return t;
}
Key optional_parameter(const char* name, const char* meaning, Type type) {
    Key k = parameter(name, meaning, std::move(type));
    k.required = false;
    return k;
}

template <>
struct TypeOf<core::Date> {
    static Type make(const Domain&) { return plain(K::date); }
};
template <>
struct TypeOf<PerBand> {
    static Type make(const Domain& d) {
        const Type number = TypeOf<double>::make(d);
        Type t =
            made_of(K::either,
                    {number, record({parameter("low", "Banda baja", number), parameter("medium", "Banda media", number),
                                     parameter("high", "Banda alta", number)})});
        t.range_of_first = true;
        return called("per_band", std::move(t));
    }
};
template <>
struct TypeOf<DatedHours> {
    static Type make(const Domain& d) {
        Type by_date = made_of(K::by_date, {TypeOf<Duration>::make(d)});
        by_date.at_least = 1;
        return made_of(K::either, {words({"none"}), by_date});
    }
};
template <>
struct TypeOf<Reserve> {
    static Type make(const Domain&) {
        return called("reserve", record({parameter("group", "Grupo", TypeOf<ReserveGroup>::make(anything)),
                                         parameter("share", "Parte de las admisiones", TypeOf<double>::make(share))}));
    }
};
template <>
struct TypeOf<Claim> {
    static Type make(const Domain&) { return called("claim", plain(K::text)); }
};
template <>
struct TypeOf<Base> {
    static Type make(const Domain&) {
        return called(
            "base", record({parameter("base", "Archivo de la base, desde la carpeta de este", plain(K::text)),
                            optional_parameter("claims",
                                               "Afirmaciones: medida, de qué si no es del programa, año, y sube, baja, "
                                               "no cambia, no se distingue o abierto",
                                               TypeOf<std::vector<Claim>>::make(anything))}));
    }
};
template <>
struct TypeOf<StaffChange> {
    static Type make(const Domain&) {
        return called("staff_change",
                      record({parameter("on", "Primer día en que rige", plain(K::date)),
                              parameter("centre", "Centro", TypeOf<int>::make({1, 65534})),
                              parameter("advisors", "Asesores de más o de menos", TypeOf<int>::make({-1000, 1000}))}));
    }
};
template <>
struct TypeOf<Priority> {
    static Type make(const Domain&) {
        Type bare = words({});
        for (const auto& [name, rule] : Names<PriorityRule>::table) {
            if (rule != PriorityRule::weighted) bare.words.emplace_back(name);
        }
        const Type points = TypeOf<double>::make({-1e6, 1e6});
        const Type weights = record({optional_parameter("potential", "Por punto del puntaje compuesto", points),
                                     optional_parameter("female", "De mujeres", points),
                                     optional_parameter("rural", "De territorio rural", points),
                                     optional_parameter("informal", "Informal", points),
                                     optional_parameter("cooperative", "Cooperativa", points),
                                     optional_parameter("re_entry", "Pide otro plan", points),
                                     optional_parameter("sales", "Por cada 1000 UF de ventas al año", points),
                                     optional_parameter("wait_day", "Por día de espera", points)});
        const Type rule = called("rule", made_of(K::either, {bare, form("weighted", "Puntaje ponderado", weights)}));
        Type chain = made_of(K::list, {rule});
        chain.at_least = 1;
        chain.at_most = most_rules_in_a_chain;
        chain.no_repeats = true;
        return called("priority", made_of(K::either, {rule, chain}));
    }
};

// Gives every keyed group one element, so that the defaults of its keys are seen.
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
    // `defaults`: the group's values when nobody gives any.
    explicit Builder(const Node* defaults) : defaults_(defaults) {}

    template <class T>
    void field(const Field& f, T&) {
        Key k = named(f);
        k.has_provenance = true;
        k.type = TypeOf<T>::make(f.domain);
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
        k.type =
            made_of(K::keyed, {group_of(element, all && !all->entries.empty() ? &all->entries[0].value : nullptr)});
        k.type.integer_keys = std::is_same_v<E, int>;
        keys.push_back(std::move(k));
    }

    template <class S>
    static Type group_of(S& member, const Node* defaults) {
        Builder inside(defaults);
        describe(inside, member);
        return group(std::move(inside.keys));
    }

    std::vector<Key> keys;

private:
    static Key named(const Field& f) {
        Key k;
        k.name = f.key;
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
    const auto key = std::find_if(type.keys.begin(), type.keys.end(), [&](const Key& k) { return k.name == name; });
    return key == type.keys.end() ? nullptr : &*key;
}

void translate(Type& type);

void translate(std::vector<Key>& keys) {
    for (Key& k : keys) {
        if (std::string meaning = english(k.meaning); !meaning.empty()) k.meaning = std::move(meaning);
        translate(k.type);
    }
}

void translate(Type& type) {
    translate(type.keys);
    for (Type& inner : type.of) translate(inner);
}

}  // namespace

Key language(core::Lang lang) {
    Scenario sample;
    OneOfEach one;
    describe(one, sample);
    Report report(core::Lang::es);
    const Node defaults = parse(to_yaml(tree_of(sample, Provenances::written).root), "", report).value();
    Key root;
    root.type = Builder::group_of(sample, &defaults);
    if (lang == core::Lang::en) translate(root.type);
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
    for (const auto& [name, value] : Names<Marginal>::table) all.emplace_back(name);
    return all;
}
std::string word_of(Marginal shape) { return name_of(shape); }
std::string word_of(Status status) { return name_of(status); }
std::string word_of(Criterion::Kind criterion) { return name_of(criterion); }

}  // namespace aforo::scenario
