// What an argument is to be, told by its name, which commands give it in both languages: a scenario, which may be a
// name of the library, or a folder. Anything else is a file like any other.
#pragma once

#include <CLI/CLI.hpp>

namespace aforo::cli {

enum class ArgumentKind { scenario, folder, file };

// Of an option, what its value is to be.
[[nodiscard]] ArgumentKind kind_of(const CLI::Option& option);

}  // namespace aforo::cli
