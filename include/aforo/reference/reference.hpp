// The scenario language for its users: a JSON Schema for editors, a page of keys, a list of rules with an example of
// each, and a scenario to start from. All but the last are generated from the table that the reader walks.
#pragma once

#include <string>
#include <string_view>

#include "aforo/core/language.hpp"

namespace aforo::reference {

// JSON Schema, draft 2020-12. It accepts whatever the reader accepts and refuses most of what the reader refuses;
// checks across keys are left to `aforo check`.
[[nodiscard]] std::string json_schema(core::Lang lang);

// The page of keys in Markdown (in Spanish: scenarios/README.md): each key with its type, unit, neutral value and
// meaning.
[[nodiscard]] std::string page(core::Lang lang);

// Rules, criteria and distributions, each with its meaning, its parameters and an example that can be pasted.
[[nodiscard]] std::string rules(core::Lang lang);

// A small commented scenario that runs. Its numbers are examples, not estimates.
[[nodiscard]] std::string starter(core::Lang lang);

}  // namespace aforo::reference
