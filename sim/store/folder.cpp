#include "aforo/store/folder.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <optional>
#include <system_error>

#include "aforo/core/contracts.hpp"

namespace aforo::store {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void refused(const fs::path& path, const std::string& reason) {
    throw core::EnvironmentError(fmt::format("{}: {}", path.string(), reason));
}

[[noreturn]] void refused(const fs::path& path, int error) { refused(path, std::generic_category().message(error)); }

// An open file that closes itself.
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
        // Some file systems cannot sync a folder and say so; there is then nothing to wait for.
        if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) {
            refused(path_, errno);
        }
    }
    // A network file system may report a full disk only at this point.
    void close() {
        if (::close(std::exchange(fd_, -1)) != 0 && errno != EINTR) {
            refused(path_, errno);
        }
    }

private:
    fs::path path_;
    int fd_;
};

// Pieces are small and each write is a system call, so pieces are collected first.
void write_pieces(const Descriptor& file, const Write& write) {
    constexpr std::size_t most = 1 << 18;
    std::string pending;
    write([&](std::string_view piece) {
        if (pending.size() + piece.size() > most) {
            file.write(pending);
            pending.clear();
        }
        if (piece.size() > most) {
            file.write(piece);
        } else {
            pending += piece;
        }
    });
    file.write(pending);
}

Write whole(std::string_view bytes) {
    return [bytes](const core::Out& out) { out(bytes); };
}

void sync_folder(const fs::path& path) { Descriptor(path, O_RDONLY | O_DIRECTORY).sync(); }

void create_folders(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) {
        refused(path, error.message());
    }
}

// mkdir claims a name atomically: of two processes that try, one is told that it exists.
bool claim(const fs::path& path) {
    // A finishing run may remove the parent that it created, between its creation here and this mkdir.
    for (int attempt = 0; ::mkdir(path.c_str(), 0777) != 0; ++attempt) {
        if (errno == EEXIST) return false;
        if (errno != ENOENT || attempt == 100) refused(path, errno);
        create_folders(path.parent_path());
    }
    return true;
}

// The number in a name; 0 if there is none, or if it is too large to be a run's (commit adds one to the greatest).
int number_of(const std::string& name, const std::string& start) {
    constexpr int most = 999'999'999;
    int number = 0;
    if (!name.starts_with(start)) return 0;
    const auto [end, error] = std::from_chars(name.data() + start.size(), name.data() + name.size(), number);
    return error == std::errc() && number <= most ? std::max(number, 0) : 0;
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

// Renames `from` to `to` unless `to` exists; returns false if it does.
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
    // Network file systems lack it, so the name is claimed as an empty folder, which rename then replaces.
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

constexpr std::string_view mark = ".unfinished-";

// Marks what this process writes. Processes of two machines may have the same id, so a name must also be free.
std::string own_mark(int number) { return fmt::format("{}{}-{}", mark, ::getpid(), number); }

bool are_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether the name is .unfinished-<process>-<number> (a folder) or <file>.unfinished-<process>-<number> (a file).
bool is_marked(const fs::path& path, fs::file_type type) {
    const std::string name = path.filename().string();
    const auto at = name.rfind(mark);
    if (at == std::string::npos) return false;
    const std::string_view rest = std::string_view(name).substr(at + mark.size());
    const auto dash = rest.find('-');
    return (type == fs::file_type::directory ? at == 0 : type == fs::file_type::regular && at > 0) &&
           dash != std::string_view::npos && are_digits(rest.substr(0, dash)) && are_digits(rest.substr(dash + 1));
}

}  // namespace

// A locked open file or folder. The system unlocks it when the process ends, in whatever way.
class Lock {
public:
    explicit Lock(const fs::path& path)
        : fd_(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)), error_(fd_ < 0 ? errno : 0) {}
    ~Lock() {
        if (fd_ >= 0) ::close(fd_);
    }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    [[nodiscard]] int error() const { return error_; }  // errno of opening it
    // Returns false if another process has the lock or the file system has no locks.
    [[nodiscard]] bool take(bool wait) const {
        int failed = 0;
        do {
            failed = fd_ < 0 ? -1 : ::flock(fd_, wait ? LOCK_EX : LOCK_EX | LOCK_NB);
        } while (failed != 0 && fd_ >= 0 && errno == EINTR);
        return failed == 0;
    }
    // Whether the path still refers to the open file.
    [[nodiscard]] bool is_at(const fs::path& path) const {
        struct stat opened {};
        struct stat there {};
        return fd_ >= 0 && ::fstat(fd_, &opened) == 0 && ::lstat(path.c_str(), &there) == 0 &&
               opened.st_dev == there.st_dev && opened.st_ino == there.st_ino;
    }

private:
    int fd_, error_;
};

PendingFolder::PendingFolder(fs::path parent) : parent_(std::move(parent)) {
    std::error_code unknown;
    for (fs::path p = parent_; !p.empty() && !fs::exists(p, unknown); p = p.parent_path()) made_.push_back(p);
    create_folders(parent_);
    for (int number = 1;; ++number) {
        const fs::path candidate = parent_ / own_mark(number);
        if (!claim(candidate)) continue;
        auto lock = std::make_unique<Lock>(candidate);
        if (lock->error() != 0 && lock->error() != ENOENT) refused(candidate, lock->error());
        static_cast<void>(lock->take(true));    // without locks it is never taken for unfinished
        if (!lock->is_at(candidate)) continue;  // it was removed before it was locked
        path_ = candidate;
        lock_ = std::move(lock);
        return;
    }
}

PendingFolder::PendingFolder(const fs::path& unfinished, const std::vector<std::string>& kept)
    : parent_(unfinished.parent_path()), stays_(true) {
    auto lock = std::make_unique<Lock>(unfinished);
    if (lock->error() != 0) refused(unfinished, lock->error());
    if (!lock->take(false)) refused(unfinished, "otro proceso lo escribe · another process writes it");
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(unfinished)) {
        if (std::find(kept.begin(), kept.end(), entry.path().filename().string()) == kept.end())
            others.push_back(entry.path());
    }
    for (const fs::path& other : others) fs::remove_all(other);
    path_ = unfinished;
    lock_ = std::move(lock);
}

PendingFolder::~PendingFolder() {
    if (!path_.empty() && !stays_) {
        std::error_code ignored;  // it is failing already; what cannot be removed stays under its hidden name
        fs::remove_all(path_, ignored);
        for (const fs::path& folder : made_) {
            fs::remove(folder, ignored);  // fails if others have put something there
        }
    }
}

void PendingFolder::add(const std::string& name, std::string_view bytes) const { add(name, whole(bytes)); }

void PendingFolder::add(const std::string& name, const Write& write) const {
    core::ensure(is_plain_name(name), "a run's folder holds files by plain names only");
    Descriptor file(path_ / name, O_WRONLY | O_CREAT | O_EXCL);
    write_pieces(file, write);
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
            lock_.reset();
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

void replace_file(const fs::path& path, std::string_view bytes) { replace_file(path, whole(bytes)); }

void replace_file(const fs::path& path, const Write& write) {
    fs::path unfinished;
    for (int number = 1; unfinished.empty(); ++number) {
        fs::path candidate = path;
        candidate += own_mark(number);
        const int made = ::open(candidate.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (made < 0 && errno != EEXIST) refused(candidate, errno);
        if (made < 0) continue;
        ::close(made);
        unfinished = candidate;
    }
    try {
        const Lock lock(unfinished);
        static_cast<void>(lock.take(true));  // as for a pending folder
        Descriptor file(unfinished, O_WRONLY);
        write_pieces(file, write);
        file.sync();
        file.close();
        if (::rename(unfinished.c_str(), path.c_str()) != 0) refused(path, errno);
    } catch (...) {
        ::unlink(unfinished.c_str());
        throw;
    }
}

namespace {

std::optional<Unfinished> left_at(const fs::directory_entry& entry) {
    std::error_code error;
    const fs::file_type type = entry.symlink_status(error).type();
    if (error || !is_marked(entry.path(), type)) return std::nullopt;
    Unfinished left{.path = entry.path()};
    const auto count = [&](const fs::directory_entry& file) {
        if (!file.is_regular_file(error)) return;
        const auto size = file.file_size(error);
        ++left.files;
        if (!error) left.bytes += size;
    };
    if (type == fs::file_type::regular) count(entry);
    if (type == fs::file_type::directory) {
        for (fs::recursive_directory_iterator it(left.path, error), end; !error && it != end; it.increment(error))
            count(*it);
    }
    left.touched = entry.last_write_time(error);
    left.in_use = !Lock(left.path).take(false);
    return left;
}

// `below` is the number of folder levels still to descend.
void look_into(const fs::path& folder, int below, std::vector<Unfinished>& found) {
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (auto left = left_at(*it)) {
            found.push_back(std::move(*left));
        } else if (std::error_code unknown; below > 0 && !it->is_symlink(unknown) && it->is_directory(unknown)) {
            look_into(it->path(), below - 1, found);
        }
    }
}

}  // namespace

std::vector<Unfinished> unfinished(const fs::path& results) {
    std::vector<Unfinished> found;
    look_into(results, 2, found);
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return found;
}

bool remove(const Unfinished& left) {
    const Lock lock(left.path);
    if (!lock.take(false)) return false;
    std::error_code error;
    fs::remove_all(left.path, error);
    if (error) refused(left.path, error.message());
    return true;
}

}  // namespace aforo::store
