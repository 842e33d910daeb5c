// The sources as text, for tests of what they may not spell.
#pragma once

#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <string>
#include <vector>

namespace aforo::docs::testing {

struct Source {
    std::string path;  // from the root of the repository
    std::string text;
};

// Every file of C++ or JavaScript in these folders.
inline std::vector<Source> sources(std::initializer_list<const char*> folders) {
    namespace fs = std::filesystem;
    const fs::path root = AFORO_SOURCE_DIR;
    std::vector<Source> found;
    for (const char* folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp" && extension != ".js") continue;
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            found.push_back({entry.path().lexically_relative(root).generic_string(), text.str()});
        }
    }
    return found;
}

// The same lines without what stands after //.
inline std::string without_comments(const std::string& text) {
    std::istringstream lines(text);
    std::string kept;
    for (std::string line; std::getline(lines, line);) kept += line.substr(0, line.find("//")) + '\n';
    return kept;
}

}  // namespace aforo::docs::testing
