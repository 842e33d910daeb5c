// What the targets share.
#pragma once

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include "aforo/core/text.hpp"

// What AddressSanitizer does beside finding faults takes half of the time. To know who allocated:
// ASAN_OPTIONS=malloc_context_size=30.
extern "C" __attribute__((used)) inline const char*
__asan_default_options() {  // NOLINT(bugprone-reserved-identifier): its name
    return "malloc_context_size=1:max_malloc_fill_size=0:quarantine_size_mb=16";
}

namespace aforo::fuzz {

// libFuzzer keeps the input that led here.
inline void demand(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "not so: %s\n", what);
    std::abort();
}

// A line that a terminal and a log take as it is.
inline void demand_printable(const std::string& line) {
    demand(!line.empty(), "a message says something");
    demand(core::escaped_lines(line) == line, "a message has nothing hidden");
}

// A folder in memory where there is one, which goes away at the end.
class Folder {
public:
    Folder() {
        const std::filesystem::path memory = "/dev/shm";
        std::string name = ((std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path()) /
                            "aforo-fuzz-XXXXXX")
                               .string();
        demand(::mkdtemp(name.data()) != nullptr, "a folder can be made");
        path_ = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }

    // The file's path.
    std::filesystem::path write(const char* name, std::string_view bytes) const {
        std::filesystem::path path = path_ / name;
        const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        demand(fd >= 0 && ::write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()),
               "a file can be written");
        ::close(fd);
        return path;
    }

private:
    std::filesystem::path path_;
};

}  // namespace aforo::fuzz
