// Folders of results, read with suspicion: they may come from anybody, and nothing is made of one before all that it
// says agrees. Throws core::WrongFile with what does not.
#pragma once

#include <filesystem>
#include <string>

#include "aforo/results/results.hpp"
#include "aforo/store/run_file.hpp"

namespace aforo::cli {

struct StoredFolder {
    results::Manifest manifest;
    store::StoredRun stored;
};

[[nodiscard]] results::Manifest manifest_of(const std::filesystem::path& path);
// That of a run.
[[nodiscard]] StoredFolder read_run_folder(const std::filesystem::path& folder);
// What the manifest says of a file, and what it is.
void demand_same(const std::filesystem::path& file, const std::string& what_es, const std::string& what_en,
                 const std::string& found, const std::string& said);

}  // namespace aforo::cli
