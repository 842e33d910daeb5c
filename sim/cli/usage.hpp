// What the command line itself says: the words of its help, and what is wrong with a command that it cannot read.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "aforo/core/language.hpp"

namespace aforo::cli {

// The help of all commands in Spanish, as their descriptions are. Before commands are added: they inherit it.
void speak_spanish(CLI::App& app);

// A line for what CLI11 says of a wrong command, which it says in English, and where to look.
[[nodiscard]] std::string usage_error(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv,
                                      core::Lang lang);

}  // namespace aforo::cli
