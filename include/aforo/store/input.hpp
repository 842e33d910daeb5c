// Reads files that others may have put into a folder: only regular files, no links, of bounded size. Throws
// core::WrongFile if the path is missing or something else, core::EnvironmentError if the system refuses.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace aforo::store {

// The size of a regular file; throws for anything else.
std::size_t demand_regular(const std::filesystem::path& path);

// The whole file, which may have at most `most` bytes.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::size_t most);

// The SHA-256 of the file in hexadecimal, computed without holding the file in memory.
[[nodiscard]] std::string digest_of_file(const std::filesystem::path& path);

}  // namespace aforo::store
