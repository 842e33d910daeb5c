#include "aforo/store/folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <system_error>

#include "aforo/core/contracts.hpp"

namespace aforo::store {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refused(const fs::path& path, const std::string& reason) {
    throw core::EnvironmentError(fmt::format("{}: {}", path.string(), reason));
}

[[noreturn]] void refused(const fs::path& path, int error) { refused(path, std::generic_category().message(error)); }

// An open file; closes itself.
class Descriptor {
public:
    Descriptor(fs::path path, int flags) : path_(std::move(path)), fd_(::open(path_.c_str(), flags | O_CLOEXEC, 0666)) {
        if (fd_ < 0) {
            refused(path_, errno);
        }
    }
    ~Descriptor() {
        if (fd_ >= 0) {
            ::close(fd_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(fd_, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                refused(path_, errno);
            }
            bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
        }
    }
    void sync() const {
        // Some file systems cannot sync a folder and say so; then there is nothing to wait for.
        if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) {
            refused(path_, errno);
        }
    }
    // A network file system may report only here that the disk is full.
    void close() {
        if (::close(std::exchange(fd_, -1)) != 0 && errno != EINTR) {
            refused(path_, errno);
        }
    }

private:
    fs::path path_;
    int fd_;
};

void sync_folder(const fs::path& path) { Descriptor(path, O_RDONLY | O_DIRECTORY).sync(); }

void create_folders(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) {
        refused(path, error.message());
    }
}

// mkdir is what makes a name ours: of two that try, one is told that it exists.
bool claim(const fs::path& path) {
    if (::mkdir(path.c_str(), 0777) == 0) {
        return true;
    }
    if (errno != EEXIST) {
        refused(path, errno);
    }
    return false;
}

int number_of(const std::string& name, const std::string& start) {
    int number = 0;
    if (name.starts_with(start)) {
        std::from_chars(name.data() + start.size(), name.data() + name.size(), number);
    }
    return number;
}

int last_number(const fs::path& parent, const std::string& start) {
    int last = 0;
    std::error_code error;
    fs::directory_iterator entry(parent, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        last = std::max(last, number_of(entry->path().filename().string(), start));
    }
    if (error) {
        refused(parent, error.message());
    }
    return last;
}

// Gives `from` the name `to` if nobody has it; false when somebody does.
bool take_name(const fs::path& from, const fs::path& to) {
#ifdef RENAME_NOREPLACE
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    if (errno == EEXIST) {
        return false;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        refused(to, errno);
    }
#endif
    // Network file systems lack it: claim the name as an empty folder, which rename replaces at once.
    if (!claim(to)) {
        return false;
    }
    if (::rename(from.c_str(), to.c_str()) != 0) {
        const int error = errno;
        ::rmdir(to.c_str());
        refused(to, error);
    }
    return true;
}

bool is_plain_name(const std::string& name) {
    return !name.empty() && name != "." && name != ".." &&
           name.find_first_of(std::string("/\0", 2)) == std::string::npos;
}

}  // namespace

PendingFolder::PendingFolder(fs::path parent) : parent_(std::move(parent)) {
    std::error_code unknown;
    for (fs::path p = parent_; !p.empty() && !fs::exists(p, unknown); p = p.parent_path()) made_.push_back(p);
    create_folders(parent_);
    for (int number = 1;; ++number) {
        const fs::path candidate = parent_ / fmt::format(".unfinished-{}-{}", ::getpid(), number);
        if (claim(candidate)) {
            path_ = candidate;
            return;
        }
    }
}

PendingFolder::~PendingFolder() {
    if (!path_.empty()) {
        std::error_code ignored;  // already failing: what cannot be removed stays under its hidden name
        fs::remove_all(path_, ignored);
        for (const fs::path& folder : made_) {
            fs::remove(folder, ignored);  // unless others have put something there since
        }
    }
}

void PendingFolder::add(const std::string& name, std::string_view bytes) const {
    core::ensure(is_plain_name(name), "a run's folder holds files by plain names only");
    Descriptor file(path_ / name, O_WRONLY | O_CREAT | O_EXCL);
    file.write(bytes);
    file.sync();
    file.close();
}

fs::path PendingFolder::commit(const std::string& prefix) {
    core::ensure(is_plain_name(prefix) && !path_.empty(), "a folder is committed once, under a plain name");
    sync_folder(path_);
    const std::string start = prefix + "-";
    for (int number = last_number(parent_, start) + 1;; ++number) {
        fs::path name = parent_ / fmt::format("{}{:03}", start, number);
        if (take_name(path_, name)) {
            path_.clear();
            sync_folder(parent_);
            return name;
        }
    }
}

fs::path write_run_folder(const fs::path& parent, const std::string& prefix,
                          const std::vector<std::pair<std::string, std::string>>& files) {
    PendingFolder folder(parent);
    for (const auto& [name, bytes] : files) {
        folder.add(name, bytes);
    }
    return folder.commit(prefix);
}

void replace_file(const fs::path& path, std::string_view bytes) {
    fs::path unfinished = path;
    unfinished += fmt::format(".unfinished-{}", ::getpid());
    try {
        Descriptor file(unfinished, O_WRONLY | O_CREAT | O_TRUNC);
        file.write(bytes);
        file.sync();
        file.close();
        if (::rename(unfinished.c_str(), path.c_str()) != 0) refused(path, errno);
    } catch (...) {
        ::unlink(unfinished.c_str());
        throw;
    }
}

}  // namespace aforo::store
