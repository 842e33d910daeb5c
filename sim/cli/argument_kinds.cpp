#include "argument_kinds.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace aforo::cli {

namespace {

constexpr std::array<std::string_view, 6> scenarios = {"escenario", "escenarios", "scenario",
                                                       "scenarios", "ESCENARIO",  "SCENARIO"};
constexpr std::array<std::string_view, 6> folders = {"carpeta", "corridas", "folder", "runs", "CARPETA", "FOLDER"};

}  // namespace

ArgumentKind kind_of(const CLI::Option& option) {
    const std::string name = option.get_positional() ? option.get_name(true) : option.get_type_name();
    if (std::find(scenarios.begin(), scenarios.end(), name) != scenarios.end()) return ArgumentKind::scenario;
    return std::find(folders.begin(), folders.end(), name) != folders.end() ? ArgumentKind::folder : ArgumentKind::file;
}

}  // namespace aforo::cli
