// aforo run as a user runs it: in a folder of its own, with what it printed and how it ended.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <system_error>

namespace testing {

namespace fs = std::filesystem;

struct Folder {
    fs::path path;
    Folder() {
        std::string name = (fs::temp_directory_path() / "aforo-cli-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            throw fs::filesystem_error(name, std::error_code(errno, std::generic_category()));
        path = name;
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

inline std::string slurp(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// As one line: what is said wherever the terminal broke it.
inline std::string unwrapped(const std::string& text) {
    std::istringstream in(text);
    std::string all, word;
    while (in >> word) all += (all.empty() ? "" : " ") + word;
    return all;
}

struct Ran {
    int code = 0;
    std::string out, err;
};

inline Ran ask(const Folder& folder, const std::string& arguments) {
    const fs::path out = folder.path / "stdout";
    const std::string command = "cd '" + folder.path.string() + "' && '" AFORO_BINARY "' " + arguments + " >'" +
                                out.string() + "' 2>'" + (folder.path / "stderr").string() + "'";
    const int status = std::system(command.c_str());  // NOLINT(cert-env33-c,concurrency-mt-unsafe): a test
    return {WEXITSTATUS(status), slurp(out), slurp(folder.path / "stderr")};
}

// The field of a line of values separated by commas.
inline std::string field(const std::string& line, std::size_t column) {
    std::istringstream in(line);
    std::string text;
    for (std::size_t i = 0; i <= column; ++i) std::getline(in, text, ',');
    return text;
}

}  // namespace testing
