// A diagnostic says what is wrong in the user's input, or what does less than it says. Diagnostics are collected and
// never thrown one by one, so that all of them are reported at once.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::core {

// A place in a file. Lines and columns count from 1; they are 0 when unknown.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

// An error leaves no scenario; a warning leaves one that does something else, or less, than was written.
enum class Severity { error, warning };

struct Diagnostic {
    Place place;
    std::string path;  // the key's path in the scenario: advisory.slots.caseload
    std::string what;  // what is wrong, in one clause
    std::string hint;  // what to do about it; may be empty
    Severity severity = Severity::error;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

// Gives one line: "file:line:col: error: path: what; hint", with the severity in words of `lang`. Characters that could
// control a terminal are escaped (core/text.hpp).
[[nodiscard]] std::string to_string(const Diagnostic& d, Lang lang = Lang::en);

// The word of `known` nearest to `word` by edit distance, or "" when none is near enough to have been meant.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& known);

}  // namespace aforo::core
