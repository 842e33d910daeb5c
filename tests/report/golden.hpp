// Whole outputs kept as files in tests/report/golden/. With AFORO_UPDATE_GOLDEN=1 in the environment the files are
// written anew instead of compared: read the difference before committing it.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace aforo::report::testing {

inline void check_golden(const std::string& name, const std::string& actual) {
    const std::string path = std::string(AFORO_SOURCE_DIR) + "/tests/report/golden/" + name;
    if (std::getenv("AFORO_UPDATE_GOLDEN") != nullptr) {
        std::ofstream(path, std::ios::binary) << actual;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    CAPTURE(path);
    CHECK(actual == expected);
}

}  // namespace aforo::report::testing
