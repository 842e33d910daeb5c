#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"

using namespace aforo::core;

TEST_CASE("a diagnostic says file, line, column, key, what is wrong and what to do") {
    const Diagnostic d{{"a.yaml", 12, 5}, "advisory.slots", "is -3", "use 0 or more"};
    CHECK(to_string(d) == "a.yaml:12:5: error: advisory.slots: is -3; use 0 or more");
}

TEST_CASE("a diagnostic leaves out what it does not know") {
    CHECK(to_string(Diagnostic{{"a.yaml", 12, 5}, "", "is not YAML", ""}) == "a.yaml:12:5: error: is not YAML");
    CHECK(to_string(Diagnostic{{"a.yaml", 0, 0}, "offices", "is missing", ""}) == "a.yaml: error: offices: is missing");
}

TEST_CASE("places order by file, then line, then column") {
    CHECK(Place{"a", 2, 9} < Place{"b", 1, 1});
    CHECK(Place{"a", 2, 9} < Place{"a", 10, 1});
    CHECK(Place{"a", 2, 3} < Place{"a", 2, 9});
}

TEST_CASE("a misspelt word finds the word that was meant") {
    const std::vector<std::string> known = {"offices", "regions", "advisory", "funding"};
    CHECK(nearest("ofices", known) == "offices");
    CHECK(nearest("regoins", known) == "regions");
    CHECK(nearest("advisory", known) == "advisory");
    CHECK(nearest("fundin", known) == "funding");
}

TEST_CASE("a word that resembles none finds none") {
    const std::vector<std::string> known = {"offices", "regions"};
    CHECK(nearest("temperature", known).empty());
    CHECK(nearest("offices", {}).empty());
    CHECK(nearest(std::string(10'000, 'x'), known).empty());
}

TEST_CASE("of two words as near, the first is meant") { CHECK(nearest("bat", {"cat", "hat"}) == "cat"); }
