// The library of scenarios: short files that each change one thing, ask a question in their first line, and say in
// `compare_with` what theory expects to come out against which base.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "aforo/results/components.hpp"
#include "aforo/results/results.hpp"
#include "aforo/scenario/answers.hpp"
#include "aforo/scenario/reader.hpp"

namespace aforo::testing {

struct Claim {
    std::string base;  // a path from the folder of scenarios, as are all here
    std::string measure, id;
    int year = 0;
    scenario::Claim::What what = scenario::Claim::What::open;
    [[nodiscard]] std::string text() const { return scenario::text_of({measure, id, year, what}); }
    [[nodiscard]] results::Level level() const { return results::level_of(id); }
};

struct LibraryFile {
    std::string path;
    std::string question;       // the header's first sentence
    std::vector<Claim> claims;  // in order, each with its base
};

inline const std::array<const char*, 7> library_folders = {"presupuesto", "dipres", "priorizacion",
                                                           "territorio",  "tareas", "mundos", "datos"};

inline std::filesystem::path scenarios_folder() { return std::filesystem::path(AFORO_SOURCE_DIR) / "scenarios"; }

inline std::vector<std::string> library_paths(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scenarios_folder() / folder)) {
        if (entry.path().extension() == ".yaml" && !scenario::are_answers(entry.path().string()))
            paths.push_back(entry.path().lexically_relative(scenarios_folder()).generic_string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

inline LibraryFile read_header(const std::string& path) {
    LibraryFile file{.path = path, .question = {}, .claims = {}};
    std::ifstream in(scenarios_folder() / path);
    std::getline(in, file.question);
    file.question.erase(0, std::min<std::size_t>(2, file.question.size()));
    const auto read = scenario::read((scenarios_folder() / path).string(), core::Lang::es);
    if (!read.scenario) return file;
    for (const auto& base : read.scenario->compare_with) {
        const auto of = (std::filesystem::path(path).parent_path() / base.base).lexically_normal().generic_string();
        for (const auto& c : base.claims)
            file.claims.push_back({of, c.measure, std::string(results::component_id(c.id)), c.year, c.what});
    }
    return file;
}

}  // namespace aforo::testing
