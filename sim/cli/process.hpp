// Other programs that aforo starts: where they are, and how they ended.
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

// Waits for it; true when it ends with 0. What it says goes nowhere: browsers say much.
[[nodiscard]] bool run_quietly(std::vector<std::string> command);

// Shows a page in the reader's browser, which outlives aforo. Says on stderr where there is nothing to show it with:
// the page is there all the same.
void open_page(const std::filesystem::path& page, core::Lang lang);

}  // namespace aforo::cli
