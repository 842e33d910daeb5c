// Folders for tests that need files: one of their own that goes away, and another to work in.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace aforo::testing {

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void write_bytes(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

// An empty folder, nobody else's, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "aforo-test-XXXXXX").string();
        path = ::mkdtemp(name.data());
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    // Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& bytes) const {
        const auto file = path / name;
        std::filesystem::create_directories(file.parent_path());
        std::filesystem::remove(file);  // writing over a file makes ext4 wait for the disk
        write_bytes(file, bytes);
        return file.string();
    }

    std::filesystem::path path;
};

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
