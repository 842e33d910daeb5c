// Whole outputs kept as files. With AFORO_UPDATE_GOLDEN=1 in the environment the files are written anew instead of
// compared: read the difference before committing it.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "support/folders.hpp"

namespace aforo::testing {

// `path` is relative to the source folder.
inline void check_golden(const std::string& path, const std::string& actual) {
    const auto file = std::filesystem::path(AFORO_SOURCE_DIR) / path;
    if (std::getenv("AFORO_UPDATE_GOLDEN") != nullptr) write_bytes(file, actual);
    CAPTURE(path);
    CHECK(actual == bytes_of(file));
}

}  // namespace aforo::testing
