// Files that others may have put into a folder, read with suspicion: only regular ones, no links, of bounded size.
// Throws core::WrongFile for what is not there or is something else, core::EnvironmentError when the machine refuses.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace aforo::store {

// The size of a regular file.
std::size_t demand_regular(const std::filesystem::path& path);

// All of it, `most` bytes at most.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, std::size_t most);

// The SHA-256 of its bytes, hex, without holding them in memory.
[[nodiscard]] std::string digest_of_file(const std::filesystem::path& path);

}  // namespace aforo::store
