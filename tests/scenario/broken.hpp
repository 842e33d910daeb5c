// The broken scenarios of tests/scenario/broken/: each file there is wrong in the way that its name says.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

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

// While it lives the process works in another folder: names in messages are then relative, the same everywhere.
class WorkingFolder {
public:
    explicit WorkingFolder(const std::filesystem::path& path) : before_(std::filesystem::current_path()) {
        std::filesystem::current_path(path);
    }
    ~WorkingFolder() { std::filesystem::current_path(before_); }
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

private:
    std::filesystem::path before_;
};

}  // namespace aforo::testing
