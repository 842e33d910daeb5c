// The scenario language as data: every key with its name, meaning, type, domain and neutral value, taken from the one
// table that the reader walks. Schemas and documents are made from it. How a scenario is read is in reader.hpp.
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
        flag,  // true, false
        text,
        number,    // no unit
        integer,   // no unit
        duration,  // 90 min
        money,     // 24000 M$
        uf,        // 800 UF
        date,      // 2026-04-26
        day,       // 10-01 (every year) or 2026-10-01
        word,      // one of `words`
        list,      // of[0], from at_least to at_most times
        group,     // of `keys`
        keyed,     // a group of[0] for each key; a key is a text or a positive integer
        by_year,   // a value of[0] for each year
        by_date,   // a value of[0] for each date
        form,      // name: parameters; `keys` is that one key
        either,    // any one of `of`
        any,       // what another key takes, which stands beside it
        unknown    // a type in the table that sim/scenario/language.cpp does not describe
    };
    Kind kind = Kind::unknown;
    std::string name;  // of a type that is described once, separately: distribution
    // The domain of a number, a duration (ms), an amount (pesos; UF) or an integer, and its bounds as text; the text of
    // a missing bound is empty.
    double low = -std::numeric_limits<double>::infinity(), high = std::numeric_limits<double>::infinity();
    bool above_low = false;  // low itself is excluded
    bool is_whole = false;   // of a number: only whole ones are allowed
    bool is_norm = false;    // a rule rather than an amount: doubling it gives no more of anything
    std::string low_text, high_text;
    std::vector<std::string> words;
    std::size_t at_least = 0, at_most = std::numeric_limits<std::size_t>::max();
    bool no_repeats = false;      // of a list of words or forms: each occurs at most once
    bool integer_keys = false;    // of keyed: keys are integers
    bool is_record = false;       // of a group: one small value, without source and note inside
    bool range_of_first = false;  // of either: may carry a range, with values of type of[0]
    std::vector<Key> keys;        // of group and form
    std::vector<Type> of;

    [[nodiscard]] bool is_number() const {
        return kind == Kind::number || kind == Kind::integer || kind == Kind::duration || kind == Kind::money ||
               kind == Kind::uf;
    }
};

struct Key {
    std::string key;
    core::Text name;  // for people; name_of() fills in its {}
    core::Text meaning;
    bool required = false;
    // Whether the value may be written {value: …, range: […], source: …, note: …}. Otherwise it is a plain value, or a
    // group that has its own source and note.
    bool has_provenance = false;
    std::string neutral;  // the default as written; empty for required keys and for groups
    Type type;
};

// The whole language, as the group of a scenario's keys. `aforo` and `extends` are not in it.
[[nodiscard]] Key language();

// The key at a path of the scenario, or the one whose value the path leads into: weight for network.centres.7.weight,
// duration for attention.duration.mean; nullptr when there is none.
[[nodiscard]] const Key* find(const Key& language, const std::string& path);

// The name of a path for use in a sentence, in lower case and without its key: «crecimiento del presupuesto de
// asesoría» for advisory.budget_growth, «asesores de Iquique» for network.satellites.102.advisors, «duración de una
// atención (media)» for attention.duration.mean. The path itself where the language has no such key.
[[nodiscard]] std::string name_of(const std::string& path, const Scenario& scenario, core::Lang lang);

// The words for the shapes of a range, and for one of them.
[[nodiscard]] std::vector<std::string> marginals();
[[nodiscard]] std::string word_of(Marginal shape);
// The word of about.status: draft.
[[nodiscard]] std::string word_of(Status status);
// The word of targeting.criteria: standard.
[[nodiscard]] std::string word_of(Criterion::Kind criterion);

}  // namespace aforo::scenario
