// The library of scenarios: short files that each change one thing and say in their header what theory expects of it.
//
//   # ¿Question?
//   # Base: ../ficha-2024.yaml
//   # Afirma: wait_days_mean band=medium 2027 baja
//
// A claim is about the base named last before it: a measure of results.json, perhaps the id of a region, office, group
// or component, a year, and what the difference from the base is.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include "aforo/results/components.hpp"
#include "aforo/results/results.hpp"

namespace aforo::testing {

struct Claim {
    std::string base;  // a path from the folder of scenarios, as are all here
    std::string measure, id;
    int year = 0;
    std::string verb;
    [[nodiscard]] std::string text() const {
        return measure + (id.empty() ? "" : " " + id) + " " + std::to_string(year) + " " + verb;
    }
    [[nodiscard]] results::Level level() const {
        using results::Level;
        if (id.empty()) return Level::programme;
        if (id.find('=') != std::string::npos) return Level::group;
        if (id.find_first_not_of("0123456789") == std::string::npos) return Level::office;
        return results::find_component(id) != nullptr ? Level::component : Level::region;
    }
};

struct LibraryFile {
    std::string path;
    std::string question;             // the header's first sentence
    std::vector<Claim> claims;        // in order, each with its base
    std::vector<std::string> broken;  // lines that look like a base or a claim and are not
};

inline const std::array<const char*, 4> library_folders = {"presupuesto", "dipres", "priorizacion", "territorio"};

inline std::filesystem::path scenarios_folder() { return std::filesystem::path(AFORO_SOURCE_DIR) / "scenarios"; }

inline std::vector<std::string> library_paths(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(scenarios_folder() / folder)) {
        if (entry.path().extension() == ".yaml")
            paths.push_back(entry.path().lexically_relative(scenarios_folder()).generic_string());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

inline LibraryFile read_header(const std::string& path) {
    static const std::regex base_line("# Base: ([A-Za-z0-9_./-]+\\.yaml)");
    static const std::regex claim_line(
        "# Afirma: ([a-z0-9_]+) (?:([a-z0-9_]+(?:=[a-z_]+)?) )?(20\\d\\d) "
        "(sube|baja|no cambia|no se distingue|abierto)");
    LibraryFile file{.path = path};
    std::ifstream in(scenarios_folder() / path);
    std::string base, line;
    std::smatch m;
    while (std::getline(in, line) && line.starts_with("#")) {
        if (file.question.empty()) file.question = line.substr(std::min<std::size_t>(2, line.size()));
        if (std::regex_match(line, m, base_line)) {
            const auto folder = std::filesystem::path(path).parent_path();
            base = (folder / m[1].str()).lexically_normal().generic_string();
        } else if (std::regex_match(line, m, claim_line) && !base.empty()) {
            file.claims.push_back({.base = base, .measure = m[1], .id = std::string(results::component_id(m[2].str())), .year = std::stoi(m[3]), .verb = m[4]});
        } else if (line.find("Base:") != std::string::npos || line.find("Afirma:") != std::string::npos) {
            file.broken.push_back(line);
        }
    }
    return file;
}

}  // namespace aforo::testing
