#include "aforo/scenario/library.hpp"

#include <algorithm>
#include <system_error>

#include "aforo/core/diagnostics.hpp"

namespace aforo::scenario {

namespace {

namespace fs = std::filesystem;

constexpr const char* of_documents = "scenarios";  // the folder in which the documents name the library's files
constexpr const char* sheet = "ficha-2024.yaml";   // a folder that has it is a library

bool is_file(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

bool is_there(const fs::path& path) {
    std::error_code error;
    return fs::exists(path, error);
}

fs::path find_library() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    if (error) return {};
    // As it is unpacked, as it is installed (bin beside share), and as it is built (build/release in the sources).
    for (const char* place : {"scenarios", "../share/aforo/scenarios", "../../scenarios"}) {
        const fs::path folder = (program.parent_path() / place).lexically_normal();
        if (is_file(folder / sheet)) return folder;
    }
    return {};
}

// As the user would write it from here, if it is below.
fs::path as_seen_from_here(const fs::path& path) {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    const fs::path near = error ? path : path.lexically_relative(here);
    return near.empty() || *near.begin() == ".." ? path : near;
}

std::string without_ending(const fs::path& file) { return fs::path(file).replace_extension().generic_string(); }

}  // namespace

const fs::path& library() {
    static const fs::path folder = find_library();
    return folder;
}

std::vector<std::string> library_names(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    if (folder.empty()) return names;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->path().extension() == ".yaml") names.push_back(without_ending(it->path().lexically_relative(folder)));
    }
    std::sort(names.begin(), names.end());
    return names;
}

fs::path found(const std::string& name, const fs::path& beside) {
    const fs::path asked = beside / name;
    if (name.empty() || is_file(asked) || library().empty()) return asked;
    fs::path inside = fs::path(name).lexically_normal();
    if (inside.is_absolute()) return asked;
    if (*inside.begin() == of_documents) inside = inside.lexically_relative(of_documents);
    const fs::path there = library() / inside;
    for (const fs::path& file : {there, fs::path(there.string() + ".yaml")}) {
        if (is_file(file)) return as_seen_from_here(file);
    }
    return !is_there(asked) && is_there(there) ? as_seen_from_here(there) : asked;
}

std::vector<std::string> similar(const std::string& name) {
    constexpr std::size_t most = 3;
    const auto all = library_names();
    const fs::path asked = without_ending(name);
    std::vector<std::string> found;
    for (const auto& known : all) {
        if (fs::path(known).filename() == asked.filename() && found.size() < most) found.push_back(known);
    }
    const std::string near = found.empty() ? core::nearest(asked.generic_string(), all) : "";
    if (!near.empty()) found.push_back(near);
    return found;
}

}  // namespace aforo::scenario
