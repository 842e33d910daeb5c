#include "process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <thread>

#include "output.hpp"

extern char** environ;

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

enum class Session : std::uint8_t { same, its_own };

// Starts a program and returns its process id; 0 if it could not be started.
pid_t start(std::vector<std::string> command, Session session) {
    std::vector<char*> arguments;
    for (auto& word : command) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int stream : {1, 2}) posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    // The program gets the default handling of the signals that aforo ignores.
    sigset_t defaults;
    sigemptyset(&defaults);
    for (const int signal : {SIGPIPE, SIGXFSZ}) sigaddset(&defaults, signal);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    const int own = session == Session::its_own ? POSIX_SPAWN_SETSID : 0;
    posix_spawnattr_setflags(&attributes, static_cast<short>(POSIX_SPAWN_SETSIGDEF | own));
    pid_t child = 0;
    const int failed = posix_spawn(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? child : 0;
}

bool is_good(int status) { return WIFEXITED(status) && WEXITSTATUS(status) == 0; }

// Returns false if the program fails within a moment. Some openers run as long as the browser does.
bool starts_well(pid_t child) {
    using namespace std::chrono_literals;
    for (auto waited = 0ms; waited < 2s; waited += 20ms) {
        int status = 0;
        if (waitpid(child, &status, WNOHANG) == child) return is_good(status);
        std::this_thread::sleep_for(20ms);
    }
    return true;
}

}  // namespace

std::optional<fs::path> find_program(std::initializer_list<const char*> names) {
    const char* path = std::getenv("PATH");
    for (const char* name : names) {
        std::istringstream folders(path == nullptr ? "" : path);
        for (std::string folder; std::getline(folders, folder, ':');) {
            const fs::path candidate = fs::path(folder) / name;
            if (access(candidate.c_str(), X_OK) == 0) return candidate;
        }
    }
    return std::nullopt;
}

bool run_quietly(std::vector<std::string> command) {
    const pid_t child = start(std::move(command), Session::same);
    int status = 0;
    return child != 0 && waitpid(child, &status, 0) == child && is_good(status);
}

void open_page(const fs::path& page, core::Lang lang) {
    const auto opener = find_program({"xdg-open"});
    const pid_t child = opener ? start({opener->string(), fs::absolute(page).string()}, Session::its_own) : 0;
    if (child != 0 && starts_well(child)) return;
    print_err("aforo: {} {}\n",
              core::in(lang, "aquí no hay con qué mostrar el informe (xdg-open y un navegador); ábralo usted:",
                       "there is nothing here to show the report with (xdg-open and a browser); open it yourself:"),
              core::escaped(page.string()));
}

}  // namespace aforo::cli
