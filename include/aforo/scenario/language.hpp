// The scenario language as data: every key with its name, its meaning, its type, its domain and its neutral value, from
// the one table that the reader walks. Schemas and documents are made of it. Not here: how a scenario is read
// (reader.hpp).
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "aforo/core/language.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::scenario {

struct Key;

// What may be written as a value.
struct Type {
    enum class Kind : std::uint8_t {
        flag,      // true, false
        text,      //
        number,    // without unit
        integer,   //
        duration,  // 90 min
        money,     // 24000 M$
        uf,        // 800 UF
        date,      // 2026-04-26
        day,       // 10-01, of every year, or 2026-10-01
        word,      // one of `words`
        list,      // of of[0], from at_least to at_most of them
        group,     // of `keys`
        keyed,     // a group of[0] for each key, a text or a positive integer
        by_year,   // a value of[0] for each year
        by_date,   // a value of[0] for each date
        form,      // name: parameters, where `keys` is that one key
        either,    // any of `of`
        unknown    // the table has a type that sim/scenario/language.cpp does not describe
    };
    Kind kind = Kind::unknown;
    std::string name;  // of a type that is worth describing once, apart: distribution
    // The domain of a number, a duration (ms), an amount (pesos; UF) or an integer, and how its bounds are written;
    // bound texts are empty where there is no bound.
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
    bool above_low = false;  // low itself is excluded
    bool is_whole = false;   // of a number: takes whole ones only
    bool is_norm = false;    // a rule rather than an amount: twice of it is not more of anything
    std::string low_text, high_text;
    std::vector<std::string> words;
    std::size_t at_least = 0, at_most = std::numeric_limits<std::size_t>::max();
    bool no_repeats = false;      // of a list of words or forms: each at most once
    bool integer_keys = false;    // of keyed
    bool is_record = false;       // of a group: one small value; takes no source and no note inside
    bool range_of_first = false;  // of either: may carry a range, of values of of[0]
    std::vector<Key> keys;        // of group, form
    std::vector<Type> of;

    [[nodiscard]] bool is_number() const {
        return kind == Kind::number || kind == Kind::integer || kind == Kind::duration || kind == Kind::money ||
               kind == Kind::uf;
    }
};

struct Key {
    std::string key;
    core::Text name;  // for people: name_of() fills its {}
    core::Text meaning;
    bool required = false;
    // A value, that may be written {value: …, range: […], source: …, note: …}. Otherwise a group, with source and note
    // of its own, or a plain value.
    bool has_provenance = false;
    std::string neutral;  // the value when nobody gives one, as written; empty when required, and for groups
    Type type;
};

// The whole language: the group of a scenario's keys, `aforo` and `extends` apart.
[[nodiscard]] Key language();

// The key that a path of the scenario leads to, or that the value is part of: weight for network.centres.7.weight,
// duration for attention.duration.mean; nullptr for none.
[[nodiscard]] const Key* find(const Key& language, const std::string& path);

// What a path of the scenario is called when one speaks of it, in lower case and without its key: «crecimiento del
// presupuesto de asesoría» for advisory.budget_growth, «asesores de Iquique» for network.satellites.102.advisors,
// «duración de una atención (media)» for attention.duration.mean. The path itself where the language has no such key.
[[nodiscard]] std::string name_of(const std::string& path, const Scenario& scenario, core::Lang lang);

// The words for the shapes of a range.
[[nodiscard]] std::vector<std::string> marginals();
[[nodiscard]] std::string word_of(Marginal shape);
// The word for it in about.status: draft.
[[nodiscard]] std::string word_of(Status status);
// The word for it in targeting.criteria: standard.
[[nodiscard]] std::string word_of(Criterion::Kind criterion);

}  // namespace aforo::scenario
