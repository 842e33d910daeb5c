// A scenario as keys: what two scenarios differ in, and a scenario with some keys changed. Keys are paths of the
// resolved scenario, so nothing depends on how a file was written. Values are YAML on one line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/scenario/reader.hpp"

namespace aforo::scenario {

// A key in which two scenarios differ: a value, or a whole group that one of them lacks (a centre). "" means lacking.
struct Change {
    std::string path, from, to;

    friend bool operator==(const Change&, const Change&) = default;
};

// What `other` changes, in the order of the language. Names, descriptions, sources, provenance and the number of
// replications do not count, because they do not enter the simulation.
[[nodiscard]] std::vector<Change> changes(const Scenario& base, const Scenario& other);

// What a scenario decides in words: rules, options, lists. Those at their neutral value are left out, as are the
// network and the planned sheet. Numbers come from numbers() (reader.hpp).
[[nodiscard]] std::vector<Change> rules(const Scenario& s);

// A quantity in the kind that its unit says, and its conversion from and to text.
struct Quantity {
    enum class Kind { number, duration, money, uf } kind = Kind::number;
    double amount = 0;  // ms, pesos

    [[nodiscard]] static std::optional<Quantity> of(const std::string& text);
    [[nodiscard]] std::string text() const;  // rounded to what can be written: whole ms, whole pesos
};

// The single value at a path, as written; nothing where there is none.
[[nodiscard]] std::optional<std::string> value_at(const Scenario& s, const std::string& path);

// A file that extends another and states these keys as they stand in `whole`, with their provenance and sources.
[[nodiscard]] std::string delta_of(const Scenario& whole, const std::string& extends,
                                   const std::vector<std::string>& paths);

struct Setting {
    std::string path, value;  // an empty value removes the key
};

// The base with these keys set, checked like any scenario; diagnostics give `origin` as their place. A path may lead
// into a distribution: attention.duration.mean.
[[nodiscard]] ReadResult with(const Scenario& base, const std::vector<Setting>& settings, const std::string& origin,
                              core::Lang lang);

// A key with the values that it takes in turn, and the keys that move in step with it.
struct Variation {
    std::string path;
    std::vector<std::string> values;
    std::vector<Variation> also = {};
};
struct VariationResult {
    std::optional<Variation> variation;  // present when there are no diagnostics
    core::Diagnostics diagnostics;
};

// KEY=…;KEY=… are keys that move in step, with equally many values. KEY=a:b:n gives n evenly spaced values from a to b;
// KEY=xa:xb:n multiplies the key's value in the base by a to b; KEY=v,w,… lists values, where x1.1 is again a factor. a
// and b carry their unit (10000 M$:12000 M$:5), and whole numbers must come out whole. in_step() splits KEY=…;KEY=….
[[nodiscard]] std::vector<std::string> in_step(const std::string& text);
[[nodiscard]] VariationResult variation(const Scenario& base, const std::string& text, core::Lang lang);

}  // namespace aforo::scenario
