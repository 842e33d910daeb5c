#include "init.hpp"

#include <fmt/core.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "aforo/core/contracts.hpp"
#include "aforo/reference/reference.hpp"
#include "output.hpp"

namespace aforo::cli {

int init(const std::string& where, core::Lang lang) {
    namespace fs = std::filesystem;
    std::error_code error;
    fs::path file = where.empty() ? "." : where;
    if (fs::is_directory(file, error)) file /= "escenario.yaml";
    if (file.has_parent_path()) fs::create_directories(file.parent_path(), error);  // opening says what went wrong
    std::FILE* out = std::fopen(file.c_str(), "wx");  // fails when it exists: nothing is overwritten
    if (!out && errno == EEXIST) {
        print_err("aforo: {}: {}\n", file.string(),
                  core::in(lang, "ya existe; dé otro nombre", "already exists; give another name"));
        return wrong_input;
    }
    if (!out) throw core::EnvironmentError(fmt::format("{}: {}", file.string(), std::strerror(errno)));
    const std::string_view text = reference::starter();
    const bool written = std::fwrite(text.data(), 1, text.size(), out) == text.size();
    if (std::fclose(out) != 0 || !written) {
        throw core::EnvironmentError(fmt::format("{}: {}", file.string(), std::strerror(errno)));
    }
    print_out(
        "{}\n\n  aforo check {}\n  aforo run {}\n",
        fmt::format(fmt::runtime(core::in(lang, "Se escribió {}. Para seguir:", "Wrote {}. To go on:")), file.string()),
        file.string(), file.string());
    return done;
}

}  // namespace aforo::cli
