// What a scenario says and does not do: a number that is rounded, a date that moves or lies outside, a key without
// effect. Found when a scenario is read without errors, at the keys that its files write, never at defaults.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"

namespace aforo::scenario {

// A message in both languages; the reader's is chosen when it is told.
struct Message {
    std::string es, en;

    friend bool operator==(const Message&, const Message&) = default;
};

// What is told of a key. Those of one kind that say the same are one warning, at the first of their places.
struct Warning {
    std::string kind;
    core::Place place;
    std::string path;
    Message what, hint;
    int places = 1;  // that it holds of, this one included
};

[[nodiscard]] core::Diagnostic told(const Warning& warning, core::Lang lang);

// The kinds that there are, in the order in which they are looked for.
struct WarningKind {
    const char* id;
    Message meaning;  // what is told of a key, in one clause
};
[[nodiscard]] std::vector<WarningKind> warning_kinds();

}  // namespace aforo::scenario
