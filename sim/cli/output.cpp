#include "output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>

#include "common.hpp"

namespace aforo::cli {

namespace {

int output_failure = 0;  // errno of the first failure on stdout

void keep_failure() {
    if (output_failure == 0) output_failure = errno != 0 ? errno : EIO;
}

}  // namespace

void prepare_streams() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);  // the same for the limit on file sizes
    // open() returns the lowest free number, so this fills the closed streams in order. Standard output is opened for
    // reading only, so that writing to it still fails.
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
        const int opened = ::open("/dev/null", stream == STDERR_FILENO ? O_WRONLY : O_RDONLY);
        if (opened > STDERR_FILENO) ::close(opened);
    }
}

std::size_t terminal_width() {
    constexpr std::size_t narrowest = 40;
    winsize size{};
    if (isatty(STDOUT_FILENO) == 0 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 0;
    return std::max<std::size_t>(size.ws_col, narrowest);
}

void write_out(std::string_view text) {
    errno = 0;
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) keep_failure();
}

void write_err(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

std::string output_error() {
    errno = 0;
    if (std::fflush(stdout) != 0) keep_failure();
    return output_failure == 0 ? "" : std::generic_category().message(output_failure);
}

int ended(int code, core::Lang lang) {
    const std::string error = output_error();
    if (error.empty() || code == environment) return code;
    print_err("aforo: {}: {}\n",
              core::in(lang, "no se pudo imprimir todo por la salida estándar",
                       "not everything could be printed on standard output"),
              error);
    return code == wrong_input || code == broken_invariant ? code : environment;
}

}  // namespace aforo::cli
