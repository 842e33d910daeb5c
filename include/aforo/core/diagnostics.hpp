// What is wrong in the user's input, or does less than it says: collected, never thrown one by one, so that all of it
// is reported at once.
#pragma once

#include <string>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::core {

// A place in a file; lines and columns count from 1, 0 when there is none.
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
    std::string hint;  // what to do, may be empty
    Severity severity = Severity::error;

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

// file:line:col: error: path: what; hint. The word for the severity is the language's. One line, in which nothing of
// the file drives a terminal (core/text.hpp).
[[nodiscard]] std::string to_string(const Diagnostic& d, Lang lang = Lang::en);

// The nearest of `known` to `word` by edit distance, or "" when none is near enough to be meant.
[[nodiscard]] std::string nearest(const std::string& word, const std::vector<std::string>& known);

}  // namespace aforo::core
