#include "pdf.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <vector>

#include "aforo/core/contracts.hpp"

extern char** environ;

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

std::optional<fs::path> find_browser() {
    const char* path = std::getenv("PATH");
    for (const char* name : {"chromium", "chromium-browser", "google-chrome"}) {
        std::istringstream folders(path == nullptr ? "" : path);
        for (std::string folder; std::getline(folders, folder, ':');) {
            const fs::path candidate = fs::path(folder) / name;
            if (access(candidate.c_str(), X_OK) == 0) return candidate;
        }
    }
    return std::nullopt;
}

// True when it ends with 0. What it says goes nowhere: browsers say much.
bool run_quietly(std::vector<std::string> command) {
    std::vector<char*> arguments;
    for (auto& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {1, 2}) posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failed = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    return failed == 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

void print_pdf(const fs::path& page, const fs::path& pdf, core::Lang lang) {
    const auto browser = find_browser();
    if (!browser) {
        throw core::EnvironmentError(std::string(core::in(
            lang,
            "el PDF lo imprime Chromium y no está: instálelo (en Debian, apt-get install chromium), o "
            "abra el HTML e imprímalo desde su navegador",
            "Chromium prints the PDF and is not here: install it (on Debian, apt-get install chromium), or open "
            "the HTML and print it from your browser")));
    }
    const fs::path pending = fmt::format("{}.unfinished-{}", pdf.string(), ::getpid());
    std::vector<std::string> command = {browser->string(),
                                        "--headless",
                                        "--disable-gpu",
                                        "--no-pdf-header-footer",
                                        "--virtual-time-budget=20000",
                                        "--print-to-pdf=" + fs::absolute(pending).string()};
    if (geteuid() == 0) command.emplace_back("--no-sandbox");  // it refuses to run as root otherwise
    command.push_back("file://" + fs::absolute(page).string());
    std::error_code error;
    if (!run_quietly(command) || !fs::exists(pending, error)) {
        fs::remove(pending, error);
        throw core::EnvironmentError(fmt::format("{}: {}", browser->string(),
                                                 core::in(lang, "no pudo imprimir el PDF", "could not print the PDF")));
    }
    fs::rename(pending, pdf);
}

}  // namespace aforo::cli
