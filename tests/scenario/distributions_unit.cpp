// Distributions made of values or of parts: what is read of them, and that it reads back.
#include <doctest/doctest.h>

#include <algorithm>

#include "reading.hpp"

using namespace aforo;
using scenario::Distribution;
using testing::smallest, testing::read_text, testing::mistakes_of;

namespace {

constexpr double day = 86'400'000;

// The smallest scenario with `d` as the time between sessions.
std::string with(const std::string& d) { return smallest + "work_plan: {spacing: " + d + "}\n"; }

Distribution read_spacing(const std::string& d) { return read_text(with(d)).work_plan.spacing; }

void reads_back(const std::string& text) {
    CAPTURE(text);
    const auto s = read_text(text), again = read_text(scenario::resolved(s));
    CHECK((scenario::resolved(again) == scenario::resolved(s)));
    CHECK(scenario::digest(again) == scenario::digest(s));
    CHECK(again.work_plan.spacing == s.work_plan.spacing);
    const auto before = scenario::numbers(s), after = scenario::numbers(again);
    REQUIRE(before.size() == after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        CAPTURE(before[i].path);
        CHECK(before[i].path == after[i].path);
        CHECK(before[i].provenance.source == after[i].provenance.source);
        CHECK(before[i].provenance.note == after[i].provenance.note);
        CHECK(before[i].provenance.range == after[i].provenance.range);
    }
}

const std::string mixture =
    "{mixture: {parts: [{weight: 0.1, of: 0 days}, {weight: 0.6, of: {gamma: {mean: 28 days, cv: 0.5}}}, "
    "{weight: 0.3, of: {empirical: {values: [5 days, 8 days]}}}]}}";

}  // namespace

TEST_CASE("observed values are kept in order, whatever their units and the order in which they are written") {
    const auto d = read_spacing("{empirical: {values: [13 days, 5 days, 192 h, 8 days]}}");
    CHECK(d.kind == Distribution::Kind::empirical);
    CHECK(d.values == std::vector<double>{5 * day, 8 * day, 8 * day, 13 * day});
    CHECK(scenario::digest(read_text(with("{empirical: {values: [13 days, 5 days, 192 h]}}"))) ==
          scenario::digest(read_text(with("{empirical: {values: [5 days, 8 days, 13 days]}}"))));
}

TEST_CASE("a mixture keeps its parts: a bare length of time is an atom") {
    const auto d = read_spacing(mixture);
    REQUIRE(d.kind == Distribution::Kind::mixture);
    REQUIRE(d.parts.size() == 3);
    CHECK(d.parts[0] == Distribution::Part{0.1, Distribution::constant({})});
    CHECK(d.parts[1].of.kind == Distribution::Kind::gamma);
    CHECK(d.parts[1].of.mean == 28 * day);
    CHECK(d.parts[2].weight == 0.3);
    CHECK(d.parts[2].of.values.size() == 2);
}

TEST_CASE("distributions of values and of parts read back, their provenance too") {
    reads_back(with("{empirical: {values: [5 days]}}"));
    reads_back(with("{value: {empirical: {values: {value: [5 days, 8 days], note: measured}}}, source: ficha}"));
    reads_back(with(mixture));
    reads_back(with("{value: " + mixture + ", source: ficha, note: n}"));
    reads_back(
        with("{mixture: {source: ficha, parts: [{weight: {value: 0.25, range: [0.1, 0.4], source: supuesto}, "
             "of: 0 days}, {weight: 0.75, note: n, of: {value: {exponential: {mean: {value: 9 days, range: "
             "[3 days, 2 weeks]}}}, source: supuesto}}]}}"));
}

TEST_CASE("the numbers of a mixture have a path and a source each") {
    const auto s = read_text(with("{value: " + mixture + ", source: ficha}"));
    const auto all = scenario::numbers(s);
    for (const char* path : {"work_plan.spacing.parts[0].weight", "work_plan.spacing.parts[0].of.mean",
                             "work_plan.spacing.parts[1].of.cv", "work_plan.spacing.parts[2].of.values[1]"}) {
        CAPTURE(path);
        const auto number = std::find_if(all.begin(), all.end(), [&](const auto& n) { return n.path == path; });
        REQUIRE(number != all.end());
        CHECK(number->provenance.source == "ficha");
    }
}

TEST_CASE("weights sum to 1 but for what thirds are rounded to") {
    const auto thirds = [](const std::string& weight) {
        const std::string part = "{weight: " + weight + ", of: 1 days}";
        return with("{mixture: {parts: [" + part + ", " + part + ", " + part + "]}}");
    };
    CHECK(mistakes_of(thirds("0.3333333")).empty());
    CHECK(mistakes_of(thirds("0.33")).find("the weights sum to 0.99; they must sum to 1") != std::string::npos);
}

TEST_CASE("a delta replaces a mixture whole") {
    const testing::TemporaryFolder folder;
    (void)folder.write("base.yaml", with(mixture));
    const auto s = testing::read_good(folder.write(
        "it.yaml", "aforo: 1\nname: it\nextends: base.yaml\nwork_plan: {spacing: {exponential: {mean: 9 days}}}\n"));
    CHECK(s.work_plan.spacing.parts.empty());
    for (const auto& n : scenario::numbers(s)) CHECK(n.path.find("parts") == std::string::npos);
}
