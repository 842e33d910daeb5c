// The texts of the command line itself: the words of its help, the accepted values of options, and what is wrong with a
// command that it cannot parse.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::cli {

// The value of --lang, found before parsing so that parse errors are in that language; "" if it is not given.
[[nodiscard]] std::string language_asked(int argc, char** argv);

// Turns `aforo help run` and `aforo help` into `aforo run --help` and `aforo --help`.
[[nodiscard]] std::vector<std::string> words_of(int argc, char** argv);

// Sets the language of the help; must be called before commands are added, because they inherit it.
void speak(CLI::App& app, core::Lang lang);

// Check a value and say what is wrong with it. Used with transform(), because whole numbers lose their leading zeros.
[[nodiscard]] CLI::Validator whole(std::uint64_t least, std::uint64_t most, core::Lang lang);
[[nodiscard]] CLI::Validator number(double least, double most, core::Lang lang);
[[nodiscard]] CLI::Validator one_of(std::vector<std::string> words, core::Lang lang);
[[nodiscard]] CLI::Validator not_empty(core::Lang lang);

// One line, in the user's language, for CLI11's English message about a wrong command, and where to look.
[[nodiscard]] std::string usage_error(const CLI::App& app, const CLI::ParseError& error, core::Lang lang);

}  // namespace aforo::cli
