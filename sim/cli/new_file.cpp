#include "new_file.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "aforo/core/contracts.hpp"
#include "common.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace fs = std::filesystem;

void already_there(const fs::path& file, core::Lang lang) {
    print_err("aforo: {}: {}\n", file.string(),
              core::in(lang, "ya existe; dé otro nombre", "already exists; give another name"));
    throw WrongInput{};
}

void write_new(const fs::path& file, std::string_view text, core::Lang lang) {
    std::error_code error;
    if (file.has_parent_path()) fs::create_directories(file.parent_path(), error);  // opening says what went wrong
    std::FILE* out = std::fopen(file.c_str(), "wx");  // fails if it exists: nothing is overwritten
    if (!out && errno == EEXIST) already_there(file, lang);
    if (!out) throw core::EnvironmentError(fmt::format("{}: {}", file.string(), std::strerror(errno)));
    const bool written = std::fwrite(text.data(), 1, text.size(), out) == text.size();
    if (std::fclose(out) != 0 || !written) {
        throw core::EnvironmentError(fmt::format("{}: {}", file.string(), std::strerror(errno)));
    }
}

}  // namespace aforo::cli
