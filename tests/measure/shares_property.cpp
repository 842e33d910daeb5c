// Every share is from 0 to 1, whatever the scenario, except those whose definition says why it may not be.
#include <doctest/doctest.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "aforo/measure/replication.hpp"
#include "aforo/scenario/reader.hpp"
#include "support/random_scenario.hpp"

using namespace aforo;

namespace {

const std::string small = "extends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n";

scenario::Scenario read(const std::string& text, const std::string& name = "shares") {
    const auto file = std::filesystem::temp_directory_path() / ("aforo-" + name + std::to_string(getpid()) + ".yaml");
    std::ofstream(file) << text;
    auto result = scenario::read(file.string(), core::Lang::en);
    std::filesystem::remove(file);
    for (const auto& d : result.diagnostics) MESSAGE(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    return std::move(*result.scenario);
}

// The least and the greatest value of every share over a replication, months and all levels.
struct Range {
    double low = 0, high = 0;
};
using Ranges = std::map<std::string, Range>;

void look(const scenario::Scenario& s, std::uint32_t replication, Ranges& ranges) {
    const model::Blueprint blueprint(s);
    measure::Replication r(blueprint);
    const auto& values = r.run(s.experiment.seed, replication);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& column = measure::catalogue()[static_cast<std::size_t>(r.keys()[i].column)];
        if (column.unit != "ratio" || std::isnan(values[i])) continue;
        Range& range = ranges[column.name];
        range.low = std::min(range.low, values[i]);
        range.high = std::max(range.high, values[i]);
    }
}

bool is_beyond(const Range& r) { return r.low < 0 || r.high > 1; }

std::set<std::string> declared() {
    std::set<std::string> names;
    for (const auto& c : measure::catalogue()) {
        if (!c.beyond.es.empty()) names.insert(c.name);
    }
    return names;
}

}  // namespace

TEST_CASE("only shares declare that they may leave 0–1, in both languages, and their definition says it") {
    CHECK(declared().size() >= 9);
    for (const auto& c : measure::catalogue()) {
        CAPTURE(c.name);
        CHECK(c.beyond.es.empty() == c.beyond.en.empty());
        if (c.beyond.es.empty()) continue;
        CHECK(c.unit == "ratio");
        CHECK(c.definition().es.ends_with(c.beyond.es));
        CHECK(c.definition().en.ends_with(c.beyond.en));
    }
}

TEST_CASE("in random scenarios no share leaves 0–1 that does not say so") {
    const scenario::Key language = scenario::language();
    const auto file = std::filesystem::temp_directory_path() / ("aforo-share-" + std::to_string(getpid()) + ".yaml");
    Ranges ranges;
    int ran = 0;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
        std::ofstream(file) << testing::RandomScenario(language, seed).text();
        const auto result = scenario::read(file.string(), core::Lang::en);
        if (!result.scenario) continue;
        ++ran;
        look(*result.scenario, 0, ranges);
    }
    std::filesystem::remove(file);
    CHECK(ran > 50);
    const auto may = declared();
    for (const auto& [name, range] : ranges) {
        CAPTURE(name);
        CAPTURE(range.low);
        CAPTURE(range.high);
        CHECK((!is_beyond(range) || may.contains(name)));
    }
}

// Each declared share does leave 0–1 somewhere: a declaration that nothing needs would hide a fault.
TEST_CASE("each share that says it may leave 0–1 does so in some scenario") {
    Ranges ranges;
    const auto run = [&](const std::string& name, const std::string& more) {
        const auto s = read("aforo: 1\nname: " + name + "\n" + small + more, name);
        for (std::uint32_t r = 0; r < 2; ++r) look(s, r, ranges);
    };
    run("extra", "attention: {overrun: extra, patience: none}\n");
    run("tiny", "population: {potential: 100, target: 50}\n");
    // Few slots at first, many afterwards: the backlog is served.
    run("backlog",
        "waiting_list: {patience: none}\nadvisory: {advisors: 7, budget: 2000000 M$, caseload: 60, changes: [{on: "
        "2025-01-01, centre: 1, advisors: 10}, {on: 2025-01-01, centre: 2, advisors: 10}]}\n"
        "administration: {budget: 400000 M$}\n");
    run("unequal", "waiting_list: {priority: highest_potential}\n");
    run("lowest", "waiting_list: {priority: lowest_potential}\ntargeting: {criteria: [sector]}\n");
    // No plan is paid in 2024, and all hours of 2025 are taken: in its first week those of December are too.
    run("saturated",
        "waiting_list: {patience: none}\ndiagnosis: {share: 1}\nfunding: {freezes: {a: {component: advisory, from: "
        "2023-01-02, until: 2025-01-01}}}\nadvisory: {direct_hours: 30 h, caseload: 100, budget: 2000000 M$, travel: 0 "
        "h}\nadministration: {budget: 400000 M$}\nwork_plan: {session: {constant: {mean: 1 min}}, spacing: {constant: "
        "{mean: 1 day}}, first_session: {constant: {mean: 1 day}}, no_show: 0.9, dropout: 0, sessions: 20}\n");
    for (const auto& name : declared()) {
        CAPTURE(name);
        CHECK(is_beyond(ranges[name]));
    }
}

TEST_CASE("after a cut the slots of plans that go on are full slots, not more than all of them") {
    const auto s =
        read("aforo: 1\nname: cut\n" + small + "advisory: {changes: [{on: 2025-01-01, centre: 2, advisors: -4}]}\n");
    const model::Blueprint blueprint(s);
    measure::Replication r(blueprint);
    const auto& values = r.run(1, 0);
    int seen = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& key = r.keys()[i];
        if (measure::catalogue()[static_cast<std::size_t>(key.column)].name != "slot_utilisation" || key.year != 2025 ||
            key.id != "2")
            continue;
        ++seen;
        CHECK(values[i] > 0.95);  // a list waits, and plans of before go on above the slots that are left
        CHECK(values[i] <= 1);
    }
    CHECK(seen == 1);
}
