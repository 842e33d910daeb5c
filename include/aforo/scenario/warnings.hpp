// What a scenario states but does not do: a number that is rounded, a date that moves or lies outside, a key without
// effect. Warnings are sought once a scenario is read without errors, at keys that its files write, never at defaults.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"

namespace aforo::scenario {

// A message in both languages; which one is shown is decided later.
struct Message {
    std::string es, en;

    friend bool operator==(const Message&, const Message&) = default;
};

// A warning about a key. Warnings of one kind with the same text are merged into one, at the first of their places.
struct Warning {
    std::string kind;
    core::Place place;
    std::string path;
    Message what, hint;
    int places = 1;  // number of places merged, this one included
};

[[nodiscard]] core::Diagnostic told(const Warning& warning, core::Lang lang);

// All kinds, in the order in which they are sought.
struct WarningKind {
    const char* id;
    Message meaning;  // what the warning means, in one clause
};
[[nodiscard]] std::vector<WarningKind> warning_kinds();

}  // namespace aforo::scenario
