// A scenario taken key by key: what two scenarios differ in, and a scenario with some keys set otherwise. Keys are the
// paths of what scenarios resolve to, so nothing depends on how a file was written. Values are YAML on one line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "aforo/scenario/reader.hpp"

namespace aforo::scenario {

// A key that two scenarios differ in: a value, or a whole group of which one has none (a centre). "": it has none.
struct Change {
    std::string path, from, to;

    friend bool operator==(const Change&, const Change&) = default;
};

// What `other` changes, in the order of the language. Names, descriptions, sources, where numbers come from and how
// often they are replicated are no change: nothing is simulated of them.
[[nodiscard]] std::vector<Change> changes(const Scenario& base, const Scenario& other);

// What a scenario decides in words: rules, options, lists; those at their neutral value are left out, as are the
// network and the planned sheet. Its numbers are numbers() (reader.hpp).
[[nodiscard]] std::vector<Change> rules(const Scenario& s);

// A quantity of whichever kind its unit says, as a number and back.
struct Quantity {
    enum class Kind { number, duration, money, uf } kind = Kind::number;
    double amount = 0;  // ms, pesos

    [[nodiscard]] static std::optional<Quantity> of(const std::string& text);
    [[nodiscard]] std::string text() const;  // rounded to what is written: whole ms, whole pesos
};

// The single value that a path leads to, as it is written; nothing where there is none.
[[nodiscard]] std::optional<std::string> value_at(const Scenario& s, const std::string& path);

// A file that says these keys as they stand in `whole`, with their origins and their sources, and extends another.
[[nodiscard]] std::string delta_of(const Scenario& whole, const std::string& extends,
                                   const std::vector<std::string>& paths);

struct Setting {
    std::string path, value;  // "": take the key away
};

// The base with these keys set, checked like any scenario; diagnostics name `origin` as their place. A path may go into
// a distribution: attention.duration.mean.
[[nodiscard]] ReadResult with(const Scenario& base, const std::vector<Setting>& settings, const std::string& origin,
                              core::Lang lang);

// A key and the values that it takes in turn, and keys that take as many in step with it.
struct Variation {
    std::string path;
    std::vector<std::string> values;
    std::vector<Variation> also = {};
};
struct VariationResult {
    std::optional<Variation> variation;  // present when there are no diagnostics
    core::Diagnostics diagnostics;
};

// KEY=…;KEY=… are keys in step, of as many values each. Of KEY=a:b:n, n values from a to b evenly apart; of
// KEY=xa:xb:n, the key's value in the base times a to b; of KEY=v,w,…, those, where x1.1 is again a factor. a and b
// carry their unit (10000 M$:12000 M$:5), whole numbers must come out whole. The parts of what is varied in step:
// KEY=…;KEY=….
[[nodiscard]] std::vector<std::string> in_step(const std::string& text);
[[nodiscard]] VariationResult variation(const Scenario& base, const std::string& text, core::Lang lang);

}  // namespace aforo::scenario
