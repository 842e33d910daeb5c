// Files that a command writes where the user says. Nothing is ever overwritten.
#pragma once

#include <filesystem>
#include <string_view>

#include "aforo/core/language.hpp"

namespace aforo::cli {

// Says on stderr that the file exists; throws WrongInput.
[[noreturn]] void already_there(const std::filesystem::path& file, core::Lang lang);

// Writes a file that must not exist, with the folders that it needs.
void write_new(const std::filesystem::path& file, std::string_view text, core::Lang lang);

}  // namespace aforo::cli
