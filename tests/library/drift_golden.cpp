// Versions: the canonical figures of ten scenarios of the library stay what they are until somebody declares that they
// change. A change that moves any of them fails here, whatever it was about.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <map>
#include <sstream>
#include <string>

#include "aforo/core/version.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/render/format.hpp"
#include "aforo/results/index.hpp"
#include "aforo/scenario/reader.hpp"
#include "library/claims.hpp"
#include "support/golden.hpp"

using namespace aforo;

namespace {

constexpr int replications = 2;
constexpr const char* figures_file = "tests/library/golden/figures.txt";
const std::string how_to_declare =
    "These figures are not those of the version. If that is not meant, a change broke something. If it is: "
    "AFORO_UPDATE_GOLDEN=1 ./dev test -R library.golden, read what changed in tests/library/golden/figures.txt, and "
    "declare "
    "it in CHANGELOG.md: a line under 'Results' of the version that says what changed and why, and the new figures in "
    "the last column of 'Canonical figures'; a new version there has a new column.";

constexpr std::array<const char*, 10> scenarios = {"ficha-2024",
                                                   "presupuesto/plano",
                                                   "presupuesto/mas-asesores",
                                                   "presupuesto/capacitacion-grupal",
                                                   "priorizacion/sorteo",
                                                   "priorizacion/menor-potencial",
                                                   "priorizacion/reserva-mujeres",
                                                   "territorio/sin-satelites",
                                                   "dipres/f-horas",
                                                   "dipres/administracion-fija"};
constexpr std::array<const char*, 6> measures = {"attended_persons", "admissions", "beneficiaries",
                                                 "wait_days_mean",   "alliances",  "spending"};

const results::Run& run_of(const std::string& name) {
    static std::map<std::string, results::Run> known;
    if (const auto found = known.find(name); found != known.end()) return found->second;
    const auto read = scenario::read((testing::scenarios_folder() / (name + ".yaml")).string(), core::Lang::en);
    REQUIRE_MESSAGE(read.scenario.has_value(), name);
    experiment::Options options;
    options.seed = 2024;
    options.replications = replications;
    return known.emplace(name, experiment::run(*read.scenario, options).run).first->second;
}

double mean(const std::string& name, const char* measure, int year) {
    const results::Index index(run_of(name));
    const auto* estimate = index.estimate({measure, year});
    REQUIRE_MESSAGE(estimate != nullptr, fmt::format("{} {} {}", name, measure, year));
    return estimate->mean;
}

// The last cell of the first line that starts with `start`, "" if there is none.
std::string last_cell(const std::string& text, const std::string& start) {
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(start)) continue;
        const auto end = line.rfind(" |"), begin = line.rfind("| ", end - 1);
        return line.substr(begin + 2, end - begin - 2);
    }
    return "";
}

}  // namespace

TEST_CASE("The canonical figures of the library are those of the version") {
    std::string text =
        fmt::format("# Means of {} replications, seed 2024: scenario, measure, year, value.\n", replications);
    for (const char* name : scenarios) {
        for (const char* measure : measures) {
            for (const int year : {2024, 2027})
                text += fmt::format("{} {} {} {:.10g}\n", name, measure, year, mean(name, measure, year));
        }
    }
    INFO(how_to_declare);
    testing::check_golden(figures_file, text);
}

TEST_CASE("The changelog says the version's canonical figures") {
    const std::string changelog = testing::bytes_of(std::filesystem::path(AFORO_SOURCE_DIR) / "CHANGELOG.md");
    INFO(how_to_declare);
    CHECK(last_cell(changelog, "| Beneficiaries in 2027 |") == core::version);
    for (const char* name : scenarios) {
        CAPTURE(name);
        CHECK(last_cell(changelog, fmt::format("| `{}` |", name)) ==
              render::Format(core::Lang::es).number(mean(name, "beneficiaries", 2027), 1));
    }
    CHECK(changelog.find(fmt::format("\n## {}", core::version)) != std::string::npos);
}
