// A folder in the machine's place for temporary files, empty and nobody else's, that goes away with all that is in it.
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
    // A file with these bytes; throws EnvironmentError.
    [[nodiscard]] std::filesystem::path write(std::string_view name, std::string_view bytes) const;

private:
    std::filesystem::path path_;
};

}  // namespace aforo::core
