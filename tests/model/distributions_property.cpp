// Distributions of parts and of values, from the text of a scenario to what happens in it.
#include <doctest/doctest.h>

#include <array>
#include <string>

#include "aforo/model/programme.hpp"
#include "scenarios.hpp"
#include "support/folders.hpp"

using namespace aforo;
using namespace aforo::model;

namespace {

struct Counts : Observer {
    using Observer::on;
    void on(const Fact& f) override { ++of[static_cast<std::size_t>(f.kind)]; }
    std::array<int, static_cast<std::size_t>(FactKind::count_of_kinds)> of{};
    int operator[](FactKind k) const { return of[static_cast<std::size_t>(k)]; }
};

// The small scenario with a few lines of its own.
scenario::Scenario changed(const std::string& lines) {
    const testing::TemporaryFolder folder;
    const auto path =
        folder.write("it.yaml", "aforo: 1\nname: it\nextends: " AFORO_SOURCE_DIR "/tests/model/small.yaml\n" + lines);
    const auto result = scenario::read(path, core::Lang::en);
    for (const auto& d : result.diagnostics) MESSAGE(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

Counts counts(const scenario::Scenario& s, std::uint32_t replication = 0) {
    const Blueprint blueprint(s);
    Counts c;
    Programme programme(blueprint, c);
    programme.run(s.experiment.seed, replication);
    return c;
}

scenario::Scenario with_patience(const std::string& d) { return changed("waiting_list: {patience: " + d + "}\n"); }

}  // namespace

TEST_CASE("the more of those on the list who will not wait at all, the more withdraw, in every replication") {
    const auto none = with_patience("{exponential: {mean: 200 days}}");
    const auto some = with_patience(
        "{mixture: {parts: [{weight: 0.2, of: 0 days}, {weight: 0.8, of: {exponential: {mean: 200 days}}}]}}");
    const auto more = with_patience(
        "{mixture: {parts: [{weight: 0.6, of: 0 days}, {weight: 0.4, of: {exponential: {mean: 200 days}}}]}}");
    for (std::uint32_t replication = 0; replication < 5; ++replication) {
        CAPTURE(replication);
        const auto a = counts(none, replication), b = counts(some, replication), c = counts(more, replication);
        CHECK(a[FactKind::arrived] == b[FactKind::arrived]);  // the same enterprises come
        CHECK(a[FactKind::withdrew] < b[FactKind::withdrew]);
        CHECK(b[FactKind::withdrew] < c[FactKind::withdrew]);
    }
}

TEST_CASE("a longer part makes slots turn over slower: fewer are admitted") {
    const auto all_short = changed("work_plan: {spacing: {empirical: {values: [20 days, 25 days, 30 days]}}}\n");
    const auto some_long = changed(
        "work_plan: {spacing: {mixture: {parts: [{weight: 0.7, of: {empirical: {values: [20 days, 25 days, 30 "
        "days]}}}, "
        "{weight: 0.3, of: {triangular: {low: 60 days, mode: 70 days, high: 90 days}}}]}}}\n");
    CHECK(counts(some_long)[FactKind::admitted] < counts(all_short)[FactKind::admitted]);
}

TEST_CASE("one and the same constant, written in each way that can say it, gives the same facts") {
    const auto constant = counts(changed("work_plan: {spacing: 28 days}\n"));
    for (const std::string d :
         {"{empirical: {values: [28 days, 28 days]}}", "{mixture: {parts: [{weight: 1, of: 28 days}]}}",
          "{mixture: {parts: [{weight: 0.3, of: 28 days}, {weight: 0.7, of: {empirical: {values: [4 weeks]}}}]}}"}) {
        CAPTURE(d);
        CHECK(counts(changed("work_plan: {spacing: " + d + "}\n")).of == constant.of);
    }
}
