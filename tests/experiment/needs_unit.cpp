// What a scenario is said to need, against what it takes.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <fstream>

#include "aforo/experiment/needs.hpp"
#include "aforo/measure/replication.hpp"
#include "aforo/scenario/reader.hpp"
#include "support/folders.hpp"

using namespace aforo;

namespace {

scenario::Scenario read_text(const std::string& text) {
    const testing::TemporaryFolder folder;
    const auto result = scenario::read(folder.write("it.yaml", text), core::Lang::en);
    for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

std::string network(int regions, int centres, int satellites, int years) {
    std::string text = fmt::format("aforo: 1\nname: n\nhorizon: {{first_year: 2024, last_year: {}}}\n", 2023 + years) +
                       "demand: {arrivals: 100}\nattention: {duration: 30 min}\nnetwork:\n  rural_share: 0.2\n";
    text += "  regions:\n";
    for (int r = 0; r < regions; ++r) text += fmt::format("    r{}: {{name: R}}\n", r);
    text += "  centres:\n";
    for (int c = 0; c < centres; ++c)
        text += fmt::format("    {}: {{name: C, region: r{}, weight: 1}}\n", c + 1, c % regions);
    if (satellites > 0) text += "  satellites:\n";
    for (int s = 0; s < satellites; ++s)
        text += fmt::format("    {}: {{name: S, parent: {}, visiting_days: 1}}\n", 1000 + s, s % centres + 1);
    return text;
}

double bytes_of(const experiment::Needs& needs, const std::string& path) {
    double sum = 0;
    for (const auto& p : needs.parts) sum += p.path == path ? p.shared : 0;
    return sum;
}

}  // namespace

TEST_CASE("the values of a replication are as many as is said, or up to half as many") {
    for (const auto& [regions, centres, satellites, years] :
         {std::array{1, 1, 0, 1}, {1, 2, 0, 3}, {5, 10, 0, 1}, {1, 3, 60, 1}, {16, 64, 100, 2}}) {
        CAPTURE(regions);
        CAPTURE(centres);
        CAPTURE(satellites);
        CAPTURE(years);
        const auto s = read_text(network(regions, centres, satellites, years));
        const model::Blueprint blueprint(s);
        measure::Replication replication(blueprint);
        const auto values = static_cast<double>(replication.run(1, 0).size());
        const double said = bytes_of(experiment::needs_of(s, 1), "experiment.replications") / 16;
        CHECK(said >= values);
        CHECK(said <= 2 * values);
    }
}

TEST_CASE("each thing that a scenario can ask for is told at the key that asks for it") {
    const auto largest = [](const std::string& text, double replications) {
        const auto needs = experiment::needs_of(read_text(text), replications);
        CHECK(needs.bytes(1) > 1e9);
        return needs.largest().path;
    };
    CHECK(largest(network(1, 5000, 0, 10), 2) == "network");
    CHECK(largest(network(1, 500, 0, 50), 2) == "horizon");
    CHECK(largest(network(1, 10, 0, 10), 1e6) == "experiment.replications");
    std::string many = network(1, 10, 0, 1);
    CHECK(largest(many.replace(many.find("100}"), 4, "50000000}"), 2) == "demand.arrivals");
    CHECK(largest(network(1, 10, 0, 1) + "initial: {in_plan: 10000000}\n", 2) == "initial");
    CHECK(largest(network(1, 10, 0, 10) + "alliances: {coordinators: 10000, linkages: 10000}\n", 2) ==
          "alliances.linkages");
}

TEST_CASE("memory grows with threads, replications, offices, years and arrivals") {
    const auto bytes = [](const std::string& text, double replications = 2, int threads = 1) {
        return experiment::needs_of(read_text(text), replications).bytes(threads);
    };
    const double least = bytes(network(1, 10, 0, 2));
    CHECK(bytes(network(1, 10, 0, 2), 2, 2) > least);
    CHECK(bytes(network(1, 10, 0, 2), 3) > least);
    CHECK(bytes(network(1, 11, 0, 2)) > least);
    CHECK(bytes(network(1, 10, 1, 2)) > least);
    CHECK(bytes(network(1, 10, 0, 3)) > least);
    CHECK(least < 1e8);
}

TEST_CASE("the library's scenarios fit into the memory that a command takes unasked") {
    for (const char* file : {"/scenarios/ficha-2024.yaml", "/scenarios/presupuesto/plano.yaml",
                             "/scenarios/red-2024.yaml", "/tests/bench/potential.yaml"}) {
        CAPTURE(file);
        const auto result = scenario::read(std::string(AFORO_SOURCE_DIR) + file, core::Lang::en);
        if (!result.scenario) continue;  // a part of others
        CHECK(experiment::needs_of(*result.scenario, result.scenario->experiment.replications).bytes(1) < 1e9);
    }
}
