// How values are written, by the C++ type and domain of their member. A new type of value gets its line here.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aforo/scenario/language.hpp"
#include "describe.hpp"
#include "names.hpp"
#include "units.hpp"

namespace aforo::scenario::types {

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

inline Type plain(K kind) {
    Type t;
    t.kind = kind;
    return t;
}

inline Type made_of(K kind, std::vector<Type> of) {
    Type t = plain(kind);
    t.of = std::move(of);
    return t;
}

inline Type words(std::vector<std::string> allowed) {
    Type t = plain(K::word);
    t.words = std::move(allowed);
    return t;
}

// A key inside a value. Those of distributions and criteria have no meaning of their own, as their names say it.
inline Key parameter(const char* key, core::Text name, Type type, core::Text meaning = {}) {
    Key k;
    k.key = key;
    k.name = name;
    k.meaning = meaning;
    k.required = true;
    k.has_provenance = type.is_number();
    k.type = std::move(type);
    return k;
}

inline Key with_source(Key k) {
    k.has_provenance = true;
    return k;
}

inline Type called(std::string name, Type t) {
    t.name = std::move(name);
    return t;
}

// A value of the form "word: type".
inline Type form(const char* word, Type type, core::Text name = {}, core::Text meaning = {}) {
    Type t = plain(K::form);
    t.keys = {parameter(word, name, std::move(type), meaning)};
    return t;
}

inline Type group(std::vector<Key> keys) {
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
            for (const auto& w : Names<T>::table) all.emplace_back(w.word);
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
struct TypeOf<AnyValue> {
    static Type make(const Domain&) { return plain(K::any); }
};
template <>
struct TypeOf<OfficeIds> {
    static Type make(const Domain&) {
        Type list = made_of(K::list, {bounded<double>(K::integer, {1, 65534})});
        list.no_repeats = true;
        return list;
    }
};
template <>
struct TypeOf<AtOffices> {
    static Type make(const Domain&) {
        const Type many = bounded<double>(K::integer, {0, 1e7});
        Type by_office = made_of(K::keyed, {many});
        by_office.integer_keys = true;
        return made_of(K::either, {many, by_office});
    }
};
template <>
struct TypeOf<CalendarDay> {
    static Type make(const Domain&) { return plain(K::day); }
};
template <>
struct TypeOf<core::Pesos> {
    static Type make(const Domain&) {
        return made_of(K::either, {words({"sheet", "nominal"}), bounded<double>(K::integer, {1900, 2100})});
    }
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
        for (const auto& w : Names<Distribution::Kind>::table) {
            const auto kind = w.value;
            if (kind == Distribution::Kind::mixture) continue;
            std::vector<Key> parameters;
            if (kind == Distribution::Kind::empirical) {
                Type values = made_of(K::list, {TypeOf<Duration>::make(not_negative)});
                values.at_least = 1;
                parameters.push_back(with_source(parameter("values", {"valores", "values"}, values)));
            }
            for (const auto& p : parameters_of(kind)) {
                const bool above = p.member == &Distribution::mean && kind != Distribution::Kind::constant;
                parameters.push_back(
                    p.is_time ? parameter(p.key, p.name, TypeOf<Duration>::make(above ? positive : not_negative))
                              : parameter(p.key, p.name, TypeOf<double>::make({0, 100})));
            }
            simple.of.push_back(form(w.word, group(std::move(parameters))));
        }
        Type parts =
            made_of(K::list, {group({parameter("weight", {"peso", "weight"}, TypeOf<double>::make(share)),
                                     with_source(parameter("of", {"distribución", "distribution"}, simple))})});
        parts.at_least = 1;
        parts.at_most = most_parts_of_a_mixture;
        const Type mixture = form("mixture", group({with_source(parameter("parts", {"partes", "parts"}, parts))}));
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
        for (const auto& w : Names<Criterion::Kind>::table) {
            switch (w.value) {
                case Criterion::Kind::sales:
                    item.of.push_back(
                        form(w.word, group({parameter("at_most", {"máximo", "most"}, TypeOf<Uf>::make(positive))})));
                    break;
                case Criterion::Kind::need:
                    item.of.push_back(form(
                        w.word, group({parameter("at_most", {"máximo", "most"}, TypeOf<double>::make({0, 100}))})));
                    break;
                case Criterion::Kind::bands:
                    item.of.push_back(form(w.word, bands));
                    break;
                default:
                    bare.words.emplace_back(w.word);
            }
        }
        item.of.insert(item.of.begin(), bare);
        Type t = called("criteria", made_of(K::list, {item}));
        t.no_repeats = true;
        return t;
    }
};

// A small value of several numbers or words that is read as one.
inline Type record(std::vector<Key> keys) {
    Type t = group(std::move(keys));
    t.is_record = true;
    for (auto& k : t.keys) k.has_provenance = false;
    return t;
}
inline Key optional_parameter(const char* key, core::Text name, Type type, core::Text meaning) {
    Key k = parameter(key, name, std::move(type), meaning);
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
        Type t = made_of(
            K::either,
            {number,
             record({parameter("low", {"banda baja", "low band"}, number, {"Banda baja", "Low band"}),
                     parameter("medium", {"banda media", "medium band"}, number, {"Banda media", "Medium band"}),
                     parameter("high", {"banda alta", "high band"}, number, {"Banda alta", "High band"})})});
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
struct TypeOf<Groups> {
    static Type make(const Domain& d) {
        const Type one = TypeOf<ReserveGroup>::make(d);
        Type list = made_of(K::list, {one});
        list.at_least = 1;
        list.no_repeats = true;
        return called("group", made_of(K::either, {one, list}));
    }
};
template <>
struct TypeOf<Destination::OfGroup> {
    static Type make(const Domain&) {
        return record(
            {parameter("group", {"grupo", "group"}, TypeOf<Groups>::make(anything), {"Grupo", "Group"}),
             parameter("institution", {"institución", "institution"}, plain(K::text), {"Institución", "Institution"})});
    }
};
template <>
struct TypeOf<PriorityWeights::OfGroup> {
    static Type make(const Domain&) {
        return record(
            {parameter("group", {"grupo", "group"}, TypeOf<Groups>::make(anything), {"Grupo", "Group"}),
             parameter("points", {"puntos", "points"}, TypeOf<double>::make({-1e6, 1e6}), {"Puntos", "Points"})});
    }
};
template <>
struct TypeOf<Reserve> {
    static Type make(const Domain&) {
        return called(
            "reserve",
            record({parameter("group", {"grupo", "group"}, TypeOf<Groups>::make(anything), {"Grupo", "Group"}),
                    parameter("share", {"parte", "share"}, TypeOf<double>::make(share),
                              {"Parte de las admisiones", "Part of the admissions"})}));
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
            "base",
            record({parameter("base", {"base", "base"}, plain(K::text),
                              {"Archivo de la base, desde la carpeta de este",
                               "File of the base, from the folder of this one"}),
                    optional_parameter(
                        "claims", {"afirmaciones", "claims"}, TypeOf<std::vector<Claim>>::make(anything),
                        {"Afirmaciones: medida, de qué si no es del programa, año, y sube, baja, no cambia, no se "
                         "distingue o abierto",
                         "Claims: a measure, of what unless the programme, a year, and sube (rises), baja (falls), no "
                         "cambia (is the same), no se distingue (cannot be told apart) or abierto (open)"})}));
    }
};
template <>
struct TypeOf<StaffChange> {
    static Type make(const Domain&) {
        return called(
            "staff_change",
            record({parameter("date", {"día", "day"}, plain(K::date),
                              {"Primer día en que rige", "First day that it holds"}),
                    parameter("centre", {"centro", "centre"}, TypeOf<int>::make({1, 65534}), {"Centro", "Centre"}),
                    parameter("advisors", {"asesores", "advisors"}, TypeOf<int>::make({-1000, 1000}),
                              {"Asesores de más o de menos", "Advisors more or fewer"})}));
    }
};
template <>
struct TypeOf<Priority> {
    static Type make(const Domain&) {
        Type bare = words({});
        for (const auto& w : Names<PriorityRule>::table) {
            if (w.value != PriorityRule::weighted && w.value != PriorityRule::group_first)
                bare.words.emplace_back(w.word);
        }
        const Type points = TypeOf<double>::make({-1e6, 1e6});
        const Type weights = record(
            {optional_parameter("potential", {"puntaje compuesto", "composite score"}, points,
                                {"Por punto del puntaje compuesto", "For each point of the composite score"}),
             optional_parameter("female", {"mujeres", "women"}, points, {"De mujeres", "Of women"}),
             optional_parameter("rural", {"territorio rural", "rural territory"}, points,
                                {"De territorio rural", "Of rural territory"}),
             optional_parameter("informal", {"informal", "informal"}, points, {"Informal", "Informal"}),
             optional_parameter("cooperative", {"cooperativa", "cooperative"}, points, {"Cooperativa", "Cooperative"}),
             optional_parameter("re_entry", {"reingreso", "re-entry"}, points,
                                {"Pide otro plan", "Asks for another plan"}),
             optional_parameter("sales", {"ventas", "sales"}, points,
                                {"Por cada 1000 UF de ventas al año", "For each 1000 UF of sales a year"}),
             optional_parameter("wait_day", {"espera", "wait"}, points,
                                {"Por día de espera", "For each day of waiting"}),
             optional_parameter("groups", {"grupos", "groups"},
                                made_of(K::list, {TypeOf<PriorityWeights::OfGroup>::make(anything)}),
                                {"De quien está en todos los grupos nombrados", "Of who is in all the named groups"})});
        const Type group = form("group", TypeOf<Groups>::make(anything), {"grupo", "group"},
                                {"Primero quien está en todos", "Who is in all of them first"});
        const Type rule =
            called("rule", made_of(K::either, {bare, group,
                                               form("weighted", weights, {"puntaje ponderado", "weighted score"},
                                                    {"Puntaje ponderado", "Weighted score"})}));
        Type chain = made_of(K::list, {rule});
        chain.at_least = 1;
        chain.at_most = most_rules_in_a_chain;
        chain.no_repeats = true;
        return called("priority", made_of(K::either, {rule, chain}));
    }
};

}  // namespace aforo::scenario::types
