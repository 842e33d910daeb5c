// A private folder in the system's place for temporary files; it starts empty and is deleted whole on destruction.
#pragma once

#include <filesystem>
#include <string_view>

namespace aforo::core {

class TemporaryFolder {
public:
    TemporaryFolder();  // throws EnvironmentError
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    // Writes a file with these bytes and returns its path; throws EnvironmentError.
    [[nodiscard]] std::filesystem::path write(std::string_view name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

}  // namespace aforo::core
