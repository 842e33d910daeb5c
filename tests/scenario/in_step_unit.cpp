// Keys that move in step.
#include <doctest/doctest.h>

#include "aforo/scenario/edit.hpp"

using namespace aforo;
using Strings = std::vector<std::string>;

namespace {

scenario::Scenario ficha() {
    return *scenario::read(std::string(AFORO_SOURCE_DIR) + "/scenarios/ficha-2024.yaml", core::Lang::es).scenario;
}

}  // namespace

TEST_CASE("keys in step are parted where a semicolon goes before another key") {
    CHECK(scenario::in_step("a=1,2") == Strings{"a=1,2"});
    CHECK(scenario::in_step("a=1,2;b=x1,x2") == Strings{"a=1,2", "b=x1,x2"});
    CHECK(scenario::in_step("a=x;y") == Strings{"a=x;y"});
}

TEST_CASE("keys in step take as many values each, and those with fewer are told") {
    const auto both = scenario::variation(ficha(), "advisory.advisors=310,341;advisory.budget=x1,x1.1", core::Lang::es);
    REQUIRE(both.variation.has_value());
    CHECK(both.variation->path == "advisory.advisors");
    CHECK(both.variation->values == Strings{"310", "341"});
    REQUIRE(both.variation->also.size() == 1);
    CHECK(both.variation->also[0].path == "advisory.budget");
    CHECK(both.variation->also[0].values.size() == 2);
    const auto uneven = scenario::variation(ficha(), "advisory.advisors=310,341;advisory.budget=x1", core::Lang::es);
    CHECK(!uneven.variation.has_value());
    REQUIRE(uneven.diagnostics.size() == 1);
    CHECK(uneven.diagnostics[0].path == "advisory.budget");
    CHECK(!scenario::variation(ficha(), "advisory.advisors=310,341;advisory.nothing=1,2", core::Lang::es).variation);
}
