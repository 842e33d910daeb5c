// Comparing a scenario with the same content gives exactly nothing, in every difference, however it is written.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "aforo/experiment/compare.hpp"
#include "model/scenarios.hpp"
#include "support/folders.hpp"

using namespace aforo;

namespace {

std::string text_of(const std::string& path) {
    std::ifstream file(std::string(AFORO_SOURCE_DIR) + "/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

scenario::Scenario read(const testing::TemporaryFolder& folder, const std::string& name, const std::string& text) {
    const auto result = scenario::read(folder.write(name, text), core::Lang::en);
    for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

// The groups of keys at the top of a file, each with its lines, in the opposite order.
std::string upside_down(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> groups(1);
    for (std::string line; std::getline(in, line);) {
        const bool begins = !line.empty() && line[0] != ' ' && line[0] != '#' && line[0] != '}';
        if (begins) groups.emplace_back();
        groups.back() += line + "\n";
    }
    std::reverse(groups.begin(), groups.end());
    std::string all;
    for (const auto& g : groups) all += g;
    return all;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

void check_nothing(const results::Alternative& a) {
    CAPTURE(a.run.scenario);
    CHECK(a.changes.empty());
    CHECK(a.differences.size() > 1000);
    std::size_t differing = 0;
    for (const auto& d : a.differences)
        differing += d.value.n != d.base.n || (d.value.n > 0 && (d.value.mean != 0 || d.value.half_width != 0));
    CHECK(differing == 0);
    for (const auto& fates : a.fates) {
        CHECK(fates.of(results::Fate::winners).mean == 0);
        CHECK(fates.of(results::Fate::losers).mean == 0);
    }
    CHECK(a.fates.front().of(results::Fate::same_day).mean > 0);
}

}  // namespace

TEST_CASE("the same content written otherwise differs by exactly nothing, in every difference") {
    const testing::TemporaryFolder folder;
    const std::string text = text_of("tests/model/small.yaml");
    const scenario::Scenario base = testing::small();
    const scenario::Scenario self = base;
    const auto reordered = read(folder, "reordered.yaml", upside_down(text));
    const auto resolved = read(folder, "resolved.yaml", scenario::resolved(base));
    read(folder, "parent.yaml", text);
    const auto extending = read(folder, "child.yaml", "aforo: 1\nname: child\ndescription: d\nextends: parent.yaml\n");
    const auto units = read(folder, "units.yaml",
                            replaced(replaced(text, "mean: 120 days", "mean: 2880 h"), "cost: 1.8 M$", "cost: 1800 $"));
    experiment::Options options;
    options.seed = 3;
    options.replications = 3;
    const auto compared = experiment::compare({base, self, reordered, resolved, extending, units}, options);
    REQUIRE(compared.comparison.alternatives.size() == 5);
    for (const auto& a : compared.comparison.alternatives) check_nothing(a);
}
