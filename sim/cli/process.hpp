// Starts other programs: finds them, and tells how they ended.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/language.hpp"

namespace aforo::cli {

// The first of these names that is a program in a folder of PATH.
[[nodiscard]] std::optional<std::filesystem::path> find_program(std::initializer_list<const char*> names);

// Runs a program to its end; true if it exits with 0. Its output is discarded, because browsers print a lot.
[[nodiscard]] bool run_quietly(std::vector<std::string> command);

// Shows a page in the user's browser, which outlives aforo. If there is nothing to show it with, says so on stderr; the
// page exists all the same.
void open_page(const std::filesystem::path& page, core::Lang lang);

}  // namespace aforo::cli
