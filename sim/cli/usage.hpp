// What the command line itself says: the words of its help, which values its options take, and what is wrong with a
// command that it cannot read.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::cli {

// What --lang says, before anything else is read: its own mistakes are told in it too. "" when it says nothing.
[[nodiscard]] std::string language_asked(int argc, char** argv);

// `aforo help run` and `aforo help` are other words for `aforo run --help` and `aforo --help`.
[[nodiscard]] std::vector<std::string> words_of(int argc, char** argv);

// The help of all commands in a language. Before commands are added: they inherit it.
void speak(CLI::App& app, core::Lang lang);

// What a value must be; each says so when it is not. With transform(), as whole numbers lose their leading zeros.
[[nodiscard]] CLI::Validator whole(std::uint64_t least, std::uint64_t most, core::Lang lang);
[[nodiscard]] CLI::Validator number(double least, double most, core::Lang lang);
[[nodiscard]] CLI::Validator one_of(std::vector<std::string> words, core::Lang lang);
[[nodiscard]] CLI::Validator not_empty(core::Lang lang);

// A line for what CLI11 says of a wrong command, which it says in English, and where to look.
[[nodiscard]] std::string usage_error(const CLI::App& app, const CLI::ParseError& error, core::Lang lang);

}  // namespace aforo::cli
