// The folder of a run: it is written completely or not at all, and never over an earlier one. Only a report, which is
// made from the folder itself, is replaced in place. This module knows names and bytes, not what they mean. POSIX.
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

// Writes the bytes of a file piece by piece.
using Write = std::function<void(const core::Out&)>;

// A folder that appears under its final name only at commit(). Without a commit the destructor removes it. It is locked
// meanwhile; a process that is killed leaves it behind, unlocked: see unfinished(). Every function throws
// core::EnvironmentError, with the path and the system's reason, when the system refuses.
class PendingFolder {
public:
    // Creates `parent` and, inside it, a hidden folder to write into.
    explicit PendingFolder(std::filesystem::path parent);
    // Takes over a folder that a process left unfinished, keeping its files of these names and removing the others.
    // Throws core::EnvironmentError if another process is writing it.
    PendingFolder(const std::filesystem::path& unfinished, const std::vector<std::string>& kept);
    ~PendingFolder();
    PendingFolder(const PendingFolder&) = delete;
    PendingFolder& operator=(const PendingFolder&) = delete;

    // Without a commit the folder then stays, unfinished.
    void keep() { stays_ = true; }

    // The present folder, for those who write files themselves (a database).
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    // Writes a file and waits until it is on disk. The name is a plain file name, new in the folder.
    void add(const std::string& name, std::string_view bytes) const;
    // The same, for contents written piece by piece.
    void add(const std::string& name, const Write& write) const;

    // Renames the folder to the first free name after the last in use, <prefix>-001, <prefix>-002…, and returns its
    // path. Runs that finish at the same moment get different names.
    std::filesystem::path commit(const std::string& prefix);

private:
    std::filesystem::path parent_, path_;      // path_ is empty once committed
    std::vector<std::filesystem::path> made_;  // parents made for it, the deepest first; removed without a commit
    std::unique_ptr<class Lock> lock_;
    bool stays_ = false;
};

// What a process was writing when it ended: an uncommitted folder, or a file that was to replace another. It stays
// until somebody removes it.
struct Unfinished {
    std::filesystem::path path;
    std::uintmax_t files = 0, bytes = 0;
    std::filesystem::file_time_type touched;
    bool in_use = false;  // a process still writes it, here or on another machine; or this cannot be told
};

// The unfinished ones in a folder of results, in the folders of its scenarios and in those of their runs, by path.
// Empty if there is no such folder.
[[nodiscard]] std::vector<Unfinished> unfinished(const std::filesystem::path& results);

// Removes it with all its contents; returns false, and removes nothing, if a process is writing it.
[[nodiscard]] bool remove(const Unfinished& left);

// Writes parent/<prefix>-NNN with these files (name, bytes) in one go, and returns the folder's path.
std::filesystem::path write_run_folder(const std::filesystem::path& parent, const std::string& prefix,
                                       const std::vector<std::pair<std::string, std::string>>& files);

// Replaces a file atomically: whoever reads it meanwhile gets the old file or the new one.
void replace_file(const std::filesystem::path& path, std::string_view bytes);
void replace_file(const std::filesystem::path& path, const Write& write);

// Turns a name into a folder name: a–z, 0–9 and single dashes, at most 60 of them, never empty («escenario» if nothing
// is left). Accented letters lose their marks. Different names may give the same result.
[[nodiscard]] std::string slug(std::string_view name);

}  // namespace aforo::store
