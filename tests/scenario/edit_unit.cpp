#include "aforo/scenario/edit.hpp"
#include "reading.hpp"

using namespace aforo;
using scenario::Change;

namespace {

std::vector<std::string> values_of(const std::string& text) {
    const auto result = scenario::variation(testing::read_text(testing::smallest), text, core::Lang::en);
    return result.variation ? result.variation->values : std::vector<std::string>{};
}

scenario::Scenario set(const scenario::Scenario& s, const std::vector<scenario::Setting>& settings) {
    const auto result = scenario::with(s, settings, "here", core::Lang::en);
    for (const auto& d : result.diagnostics) FAIL_CHECK(core::to_string(d));
    REQUIRE(result.scenario.has_value());
    return *result.scenario;
}

}  // namespace

TEST_CASE("a scenario changes nothing of itself, however it is written") {
    const auto s = testing::read_text(testing::smallest);
    CHECK(scenario::changes(s, s).empty());
    CHECK(scenario::changes(s, testing::read_text(scenario::resolved(s))).empty());
}

TEST_CASE("rules are what a scenario chooses in words: neither numbers nor what is neutral") {
    const auto plain = testing::read_text(testing::smallest);
    auto chosen = plain;
    chosen.advisory.caseload = 33;  // a number
    chosen.waiting_list.priority.chain = {scenario::PriorityRule::women_first, scenario::PriorityRule::arrival};
    chosen.funding.pool = scenario::Pool::by_centre;
    chosen.funding.freezes["pausa"] = {.component = scenario::Component::advisory, .from = {.month = 7}};
    const auto before = scenario::rules(plain), after = scenario::rules(chosen);
    const auto has = [&](const std::string& path, const std::string& word) {
        return std::any_of(after.begin(), after.end(),
                           [&](const Change& c) { return c.path == path && c.to.find(word) != std::string::npos; });
    };
    CHECK(after.size() == before.size() + 3);
    CHECK(has("waiting_list.priority", "women_first"));
    CHECK(has("funding.pool", "by_centre"));
    CHECK(has("funding.freezes.pausa", "advisory"));
}

TEST_CASE("changes are the keys that differ, values whole, groups key by key") {
    const auto base = testing::read_text(testing::smallest);
    auto other = base;
    other.name = "another";  // no change
    other.demand.arrivals = 4000;
    other.attention.duration.mean *= 2;
    other.network.centres[2] = other.network.centres.at(1);
    const auto found = scenario::changes(base, other);
    REQUIRE(found.size() == 3);
    CHECK(found[0] == Change{"demand.arrivals", "3000", "4000"});
    CHECK(found[1].path == "network.centres.2");
    CHECK(found[1].from.empty());
    CHECK(found[2].path == "attention.duration");
    CHECK(found[2].to.find("gamma") != std::string::npos);
}

TEST_CASE("setting all that differs makes the other scenario") {
    const auto base = testing::read_text(testing::smallest);
    auto other = base;
    other.network.centres[2] = other.network.centres.at(1);
    other.attention.duration.mean *= 3;
    other.demand.growth.factor = {{2025, 1.5}};
    std::vector<scenario::Setting> there, back;
    for (const auto& c : scenario::changes(base, other)) {
        there.push_back({c.path, c.to});
        back.push_back({c.path, c.from});
    }
    CHECK(there.size() == 3);
    CHECK(scenario::changes(set(base, there), other).empty());
    CHECK(scenario::changes(set(other, back), base).empty());
}

TEST_CASE("a parameter of a distribution is set by its path") {
    const auto s = set(testing::read_text(testing::smallest), {{"attention.duration.mean", "90 min"}});
    CHECK(s.attention.duration.mean == 90.0 * 60'000);
    CHECK(s.attention.duration.cv == 0.5);
}

TEST_CASE("what is set is checked like any scenario") {
    const auto s = testing::read_text(testing::smallest);
    for (const auto& [path, value, message] :
         {std::array{"demand.arivals", "3", "did you mean arrivals?"},
          std::array{"demand.arrivals", "-3", "demand.arrivals"}, std::array{"attention.duration.mean", "3", "no unit"},
          std::array{"demand.arrivals", "[", "YAML"}}) {
        const auto result = scenario::with(s, {{path, value}}, "--vary", core::Lang::en);
        CHECK_FALSE(result.scenario.has_value());
        std::string all;
        for (const auto& d : result.diagnostics) all += core::to_string(d) + "\n";
        CAPTURE(all);
        CHECK(all.find(message) != std::string::npos);
        CHECK(all.starts_with("--vary"));
    }
}

TEST_CASE("a variation is a grid, factors of what is there, or a list") {
    CHECK(values_of("demand.arrivals=3000:4000:3") == std::vector<std::string>{"3000", "3500", "4000"});
    CHECK(values_of("attention.annual_cost=10 M$:12 M$:3") == std::vector<std::string>{"10 M$", "11 M$", "12 M$"});
    CHECK(values_of("demand.arrivals=x0.9:x1.1:3") == std::vector<std::string>{"2700", "3000", "3300"});
    CHECK(values_of("demand.arrivals=x1,x1.1,3500") == std::vector<std::string>{"3000", "3300", "3500"});
    CHECK(values_of("attention.duration.mean=30 min:1 h:2").size() == 2);
    CHECK(values_of("waiting_list.priority=arrival, [rural_first, arrival]") ==
          std::vector<std::string>{"arrival", "[rural_first, arrival]"});
    CHECK(values_of("demand.growth=0.1:0.3:3") == std::vector<std::string>{"0.1", "0.2", "0.3"});
}

TEST_CASE("a variation that cannot be says why") {
    const auto s = testing::read_text(testing::smallest);
    for (const char* text : {"demand.arrivals", "demand.arrivals=", "nothing.here=1:2:3", "demand.arrivals=1:2:1",
                             "demand.arrivals=1:2 M$:3", "demand.arrivals=a:b:3", "waiting_list.priority=x1:x2:3"}) {
        CAPTURE(text);
        CHECK_FALSE(scenario::variation(s, text, core::Lang::es).diagnostics.empty());
    }
}
