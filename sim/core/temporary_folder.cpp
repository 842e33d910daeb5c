#include "aforo/core/temporary_folder.hpp"

#include <stdlib.h>

#include <cerrno>
#include <fstream>
#include <system_error>

#include "aforo/core/contracts.hpp"

namespace aforo::core {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refused(const fs::path& path) {
    throw EnvironmentError(path.string() + ": " + std::generic_category().message(errno));
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
    std::error_code error;
    const fs::path parent = fs::temp_directory_path(error);  // fails when TMPDIR names no folder
    std::string name = ((error ? fs::path("/tmp") : parent) / "aforo-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) refused(name);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
    fs::path path = path_ / name;
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    file.close();
    if (!file) refused(path);
    return path;
}

}  // namespace aforo::core
