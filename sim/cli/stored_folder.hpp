// Reads folders of results that may come from anybody: nothing is made from one before all its files have been found to
// agree. Throws core::WrongFile with what does not.
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
// The folder of a run.
[[nodiscard]] StoredFolder read_run_folder(const std::filesystem::path& folder);
// Throws unless what the manifest says of a file is what was found.
void demand_same(const std::filesystem::path& file, const std::string& what_es, const std::string& what_en,
                 const std::string& found, const std::string& said);

}  // namespace aforo::cli
