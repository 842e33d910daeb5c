// A run's folder: written whole or not at all, and never over an earlier one. Only what is made from the folder itself,
// a report, is made again in its place.
// It knows names and bytes, not what they mean. POSIX.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aforo/core/text.hpp"

namespace aforo::store {

// Writes the bytes of a file, in pieces.
using Write = std::function<void(const core::Out&)>;

// A folder that nobody sees under its final name until commit(). Left without a commit, it removes itself. It is locked
// meanwhile; a process that is killed leaves it as it was, unlocked: see unfinished().
// Every function throws core::EnvironmentError, with the path and the system's reason, when the machine refuses.
class PendingFolder {
public:
    // Creates `parent` and, in it, a hidden folder to write into.
    explicit PendingFolder(std::filesystem::path parent);
    // Takes over one that a process left unfinished, with the files of these names that it holds; the others are
    // removed. Throws core::EnvironmentError where another process writes it.
    PendingFolder(const std::filesystem::path& unfinished, const std::vector<std::string>& kept);
    ~PendingFolder();
    PendingFolder(const PendingFolder&) = delete;
    PendingFolder& operator=(const PendingFolder&) = delete;

    // Left without a commit it stays, unfinished.
    void keep() { stays_ = true; }

    // Where to write meanwhile, for those who write files themselves (a database).
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    // Writes a file and waits until the disk has it. The name is a plain file name, new in the folder.
    void add(const std::string& name, std::string_view bytes) const;
    // The same of what is written piece by piece.
    void add(const std::string& name, const Write& write) const;

    // Gives the folder the first free name, <prefix>-001, <prefix>-002… after the last in use, and returns its path.
    // Runs that finish at the same moment get different names.
    std::filesystem::path commit(const std::string& prefix);

private:
    std::filesystem::path parent_, path_;      // path_ is empty once committed
    std::vector<std::filesystem::path> made_;  // for it, the deepest first: taken away when nothing comes to be there
    std::unique_ptr<class Lock> lock_;
    bool stays_ = false;
};

// What was being written when its process ended: a folder not committed, or a file that was to replace another. It
// keeps what it holds until somebody removes it.
struct Unfinished {
    std::filesystem::path path;
    std::uintmax_t files = 0, bytes = 0;
    std::filesystem::file_time_type touched;
    bool in_use = false;  // a process still writes it, on this machine or another; or nobody can tell
};

// Those in a folder of results, in the folders of its scenarios, and in those of their runs; by path. None where there
// is no such folder.
[[nodiscard]] std::vector<Unfinished> unfinished(const std::filesystem::path& results);

// Takes it away with all that it holds, unless a process writes it: then false.
[[nodiscard]] bool remove(const Unfinished& left);

// The whole of it: parent/<prefix>-NNN with these files (name, bytes). Returns the folder's path.
std::filesystem::path write_run_folder(const std::filesystem::path& parent, const std::string& prefix,
                                       const std::vector<std::pair<std::string, std::string>>& files);

// Puts the file there whole, in place of the one of that name: who reads it meanwhile has the old one or the new one.
void replace_file(const std::filesystem::path& path, std::string_view bytes);
void replace_file(const std::filesystem::path& path, const Write& write);

// A name made a folder's name: a–z, 0–9 and single dashes, at most 60 of them, never empty («escenario» when nothing is
// left). Spanish letters lose their marks. Different names may become the same.
[[nodiscard]] std::string slug(std::string_view name);

}  // namespace aforo::store
