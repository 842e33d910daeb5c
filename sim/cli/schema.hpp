// aforo schema: the scenario language as a JSON Schema for editors, or as the reference page in Markdown.
#pragma once

#include <string>

#include "aforo/scenario/language.hpp"
#include "common.hpp"

namespace aforo::cli {

struct SchemaArguments {
    bool markdown = false;
};

[[nodiscard]] int schema(const SchemaArguments& arguments, core::Lang lang);

// JSON Schema, draft 2020-12. It accepts whatever the reader accepts, and refuses most of what it refuses; checks
// across keys stay with `aforo check`.
[[nodiscard]] std::string json_schema(const scenario::Key& language, core::Lang lang);

// The page of keys, in Spanish scenarios/README.md: each key with its type, its unit, its neutral value and its
// meaning.
[[nodiscard]] std::string reference(const scenario::Key& language, core::Lang lang);

}  // namespace aforo::cli
