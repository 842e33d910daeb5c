// What each measure says of itself, and whether the probes do as it says.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "aforo/measure/replication.hpp"
#include "aforo/scenario/reader.hpp"
#include "model/scenarios.hpp"

using namespace aforo;
using results::Kind;

namespace {

// The levels at which the probes put each measure, of years and months, in a replication of the scenario.
std::map<int, results::Levels> levels_put(const scenario::Scenario& s) {
    const model::Blueprint blueprint(s);
    measure::Replication replication(blueprint);
    (void)replication.run(1, 0);
    std::map<int, results::Levels> put;
    for (const auto& key : replication.keys()) {
        auto& levels = put[key.column];
        const auto bit = 1U << static_cast<unsigned>(key.level);
        levels = results::Levels::of_bits(static_cast<std::uint8_t>(levels.bits() | bit));
    }
    return put;
}

}  // namespace

TEST_CASE("every measure says what it is called, counts and means, in both languages, unlike all others") {
    std::set<std::string> names, spanish, english;
    for (const auto& c : measure::catalogue()) {
        CAPTURE(c.name);
        CHECK(names.insert(c.name).second);
        CHECK(!c.unit.empty());
        CHECK(!c.label.es.empty());
        CHECK(!c.label.en.empty());
        CHECK(spanish.insert(c.label.es).second);
        CHECK(english.insert(c.label.en).second);
        CHECK(!c.meaning.es.empty());
        CHECK(!c.meaning.en.empty());
        CHECK(c.beyond.es.empty() == c.beyond.en.empty());
        CHECK(c.levels != results::Levels());
    }
}

TEST_CASE("the shape of a measure agrees with its unit, and what adds up over years is no ratio, mean nor stock") {
    for (const auto& c : measure::catalogue()) {
        CAPTURE(c.name);
        CHECK((c.unit == "ratio") == (c.shape.is_percent() || c.shape == results::shapes::index));
        CHECK((c.shape.kind == Kind::money) == (c.unit.starts_with("M$") && c.name != "unit_cost"));
        if (c.unit == "days" || c.unit == "months") CHECK(c.shape == results::shapes::days);
        if (c.adds_up()) {
            CHECK(!c.shape.is_percent());
            CHECK(c.unit != "days");
            CHECK(c.name.find("cumulative") == std::string::npos);
            CHECK(c.name.find("year_end") == std::string::npos);
        }
    }
}

TEST_CASE("probes put each measure at the levels that it declares, and at no other") {
    const auto read = scenario::read(std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml", core::Lang::es);
    REQUIRE(read.scenario.has_value());
    const auto& columns = measure::catalogue();
    scenario::Scenario s = *read.scenario;
    s.initial.on_list.all = 10;  // a few are measured only of who was there at the start
    s.executed["2024-01"] = {.attended = 10, .beneficiaries = 2};  // and a few of executed months
    const auto put = levels_put(s);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        CAPTURE(columns[i].name);
        const auto found = put.find(static_cast<int>(i));
        REQUIRE(found != put.end());
        CHECK(found->second == columns[i].levels);
    }
    for (const auto& [column, levels] : levels_put(testing::small())) {
        CAPTURE(columns[static_cast<std::size_t>(column)].name);
        CHECK((levels.bits() & ~columns[static_cast<std::size_t>(column)].levels.bits()) == 0);
    }
}
