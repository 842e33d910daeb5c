// aforo started and not waited for: signals may be sent to it.
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "cli/asking.hpp"

namespace testing {

inline void pause_for(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

// A process in the folder, with its stdout and stderr in files of these names.
class Started {
public:
    Started(const Folder& folder, std::vector<std::string> arguments, const std::string& name = "started")
        : folder_(folder.path), name_(name) {
        arguments.insert(arguments.begin(), AFORO_BINARY);
        std::vector<char*> words;
        for (auto& a : arguments) words.push_back(a.data());
        words.push_back(nullptr);
        const std::string out = (folder_ / (name + ".out")).string(), err = (folder_ / (name + ".err")).string();
        const std::string where = folder_.string();
        child_ = ::fork();
        if (child_ != 0) return;
        for (const auto& [stream, file] : {std::pair{1, out.c_str()}, std::pair{2, err.c_str()}})
            ::dup2(::open(file, O_WRONLY | O_CREAT | O_TRUNC, 0666), stream);
        if (::chdir(where.c_str()) == 0) ::execv(words[0], words.data());
        ::_exit(127);
    }
    ~Started() {
        if (child_ > 0 && !ended_) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
    }
    Started(const Started&) = delete;
    Started& operator=(const Started&) = delete;

    void send(int signal) const { ::kill(child_, signal); }
    [[nodiscard]] std::string err() const { return slurp(folder_ / (name_ + ".err")); }
    [[nodiscard]] std::string out() const { return slurp(folder_ / (name_ + ".out")); }

    // How it ended, as a shell tells it: 128 and the signal that killed it. Nothing when it is still there.
    std::optional<int> end_within(int ms) {
        for (const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(ms);;) {
            int status = 0;
            if (::waitpid(child_, &status, WNOHANG) == child_) {
                ended_ = true;
                return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
            }
            if (std::chrono::steady_clock::now() > until) return std::nullopt;
            pause_for(5);
        }
    }

private:
    fs::path folder_;
    std::string name_;
    ::pid_t child_ = 0;
    bool ended_ = false;
};

// A scenario of which one replication takes minutes.
inline void write_endless(const Folder& folder) {
    std::ofstream(folder.path / "endless.yaml")
        << "aforo: 1\nname: endless\nextends: '" AFORO_SOURCE_DIR
           "/tests/model/small.yaml'\ndemand: {arrivals: 50000000}\nattention: {room: 50}\n";
}

// Those that stand in a folder of results and its scenarios' folders, hidden or not.
inline std::vector<std::string> folders_in(const fs::path& results) {
    std::vector<std::string> names;
    if (!fs::exists(results)) return names;
    for (const auto& scenario : fs::directory_iterator(results)) {
        for (const auto& run : fs::directory_iterator(scenario)) names.push_back(run.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace testing
