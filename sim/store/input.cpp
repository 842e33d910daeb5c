#include "aforo/store/input.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "aforo/core/contracts.hpp"
#include "aforo/core/sha256.hpp"

namespace aforo::store {

namespace {

[[noreturn]] void wrong(const std::filesystem::path& path, std::string_view es, std::string_view en) {
    throw core::WrongFile(fmt::format("{}: {}", path.string(), es), fmt::format("{}: {}", path.string(), en));
}

[[noreturn]] void refused(const std::filesystem::path& path) {
    throw core::EnvironmentError(fmt::format("{}: {}", path.string(), std::generic_category().message(errno)));
}

// A regular file opened for reading; closes itself. Opening never blocks, not even at a pipe.
class Input {
public:
    explicit Input(const std::filesystem::path& path)
        : path_(path), fd_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)) {
        if (fd_ < 0) {
            if (errno == ENOENT || errno == ENOTDIR) wrong(path, "no está", "is not there");
            if (errno == ELOOP) wrong(path, "es un enlace simbólico", "is a symbolic link");
            if (errno == ENXIO || errno == ENODEV) not_regular();
            refused(path);
        }
        struct stat status = {};
        if (::fstat(fd_, &status) != 0) fail();
        if (!S_ISREG(status.st_mode)) {
            ::close(fd_);
            not_regular();
        }
        size_ = static_cast<std::size_t>(status.st_size);
    }
    ~Input() { ::close(fd_); }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] int fd() const { return fd_; }

    [[nodiscard]] std::string text(std::size_t most) const {
        std::string text(std::min(size_, most), '\0');
        std::size_t done = 0;
        while (done < text.size()) {
            const ssize_t got = ::read(fd_, text.data() + done, text.size() - done);
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) refused(path_);
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        text.resize(done);
        return text;
    }

private:
    [[noreturn]] void not_regular() const { wrong(path_, "no es un archivo regular", "is not a regular file"); }
    [[noreturn]] void fail() const {
        const int error = errno;
        ::close(fd_);
        errno = error;
        refused(path_);
    }

    const std::filesystem::path& path_;
    int fd_;
    std::size_t size_ = 0;
};

}  // namespace

std::size_t demand_regular(const std::filesystem::path& path) { return Input(path).size(); }

std::string read_file(const std::filesystem::path& path, std::size_t most) {
    const Input input(path);
    if (input.size() > most) {
        wrong(path, fmt::format("tiene {} bytes; a lo más pueden ser {}", input.size(), most),
              fmt::format("has {} bytes; {} at most can be right", input.size(), most));
    }
    return input.text(most);
}

std::string digest_of_file(const std::filesystem::path& path) {
    const Input input(path);
    core::Sha256 digest;
    std::string block(1 << 18, '\0');
    for (;;) {
        const ssize_t got = ::read(input.fd(), block.data(), block.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) refused(path);
        if (got == 0) return digest.hex();
        digest.add(std::string_view(block).substr(0, static_cast<std::size_t>(got)));
    }
}

}  // namespace aforo::store
