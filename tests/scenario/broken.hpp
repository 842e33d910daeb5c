// The broken scenarios of tests/scenario/broken/: each file there is wrong in the way that its name says.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/folders.hpp"

namespace aforo::testing {

inline const std::filesystem::path broken_folder = std::filesystem::path(AFORO_SOURCE_DIR) / "tests/scenario/broken";

// File names, in order. Those of broken/base are sound, or parts of others.
inline std::vector<std::string> broken_scenarios() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(broken_folder)) {
        if (entry.path().extension() == ".yaml") names.push_back(entry.path().filename());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace aforo::testing
