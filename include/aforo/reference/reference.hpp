// The scenario language for those who write it: as a JSON Schema for editors, as a page of keys, as a list of rules
// with an example of each, and as a scenario to start from. All but the last are made of the table that the reader
// walks.
#pragma once

#include <string>
#include <string_view>

#include "aforo/core/language.hpp"

namespace aforo::reference {

// JSON Schema, draft 2020-12. It accepts whatever the reader accepts, and refuses most of what it refuses; checks
// across keys stay with `aforo check`.
[[nodiscard]] std::string json_schema(core::Lang lang);

// The page of keys in Markdown, in Spanish scenarios/README.md: each key with its type, its unit, its neutral value and
// its meaning.
[[nodiscard]] std::string page(core::Lang lang);

// Rules, criteria and distributions, each with its meaning, its parameters and an example that can be pasted.
[[nodiscard]] std::string rules(core::Lang lang);

// A small commented scenario that runs, in Spanish. Its numbers are an example, not an estimate of anything.
[[nodiscard]] std::string_view starter();

}  // namespace aforo::reference
