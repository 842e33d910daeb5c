// The names of components stand in one table; whoever needs one asks it.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "aforo/measure/probe.hpp"
#include "aforo/results/components.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "docs/sources.hpp"

using namespace aforo;

namespace {

// What is no component though it is spelt as one.
const std::set<std::pair<std::string, std::string>> others = {
    {"sim/reference/schema.cpp", "attention"},          // a key of scenarios
    {"sim/reference/data_template.cpp", "attention"},   // words of a file of data
    {"sim/reference/data_template.cpp", "advisory"},
    {"sim/reference/data_template.cpp", "administration"},
    {"include/aforo/measure/ledger.hpp", "attention"},  // what is posted
    {"include/aforo/measure/ledger.hpp", "administration"},
    {"sim/render/ledger_csv.cpp", "attention"},  // the same in Spanish
    {"sim/render/ledger_csv.cpp", "administration"},
};

}  // namespace

TEST_CASE("no source spells the name of a component but their table and the language of scenarios") {
    std::size_t files = 0;
    for (const auto& [path, text] : docs::testing::sources({"sim", "include"})) {
        if (path.starts_with("sim/scenario/") || path == "include/aforo/results/components.hpp") continue;
        ++files;
        for (const auto& c : results::components) {
            for (const std::string name : {c.id, c.older}) {
                // A measure has the same name.
                if (name.empty() || name == "alliances" || others.contains({path, name})) continue;
                CAPTURE(path);
                CAPTURE(name);
                CHECK(text.find('"' + name + '"') == std::string::npos);
            }
        }
    }
    CHECK(files > 200);
}

TEST_CASE("components have the names of their sections in scenarios, in both languages, and old names are read") {
    const scenario::Key language = scenario::language();
    for (const auto& c : results::components) {
        CAPTURE(c.id);
        CHECK(scenario::find(language, c.id) != nullptr);
        CHECK(results::component_id(c.id) == c.id);
    }
    CHECK(measure::id_of(model::Component::admin) == std::string("administration"));
    CHECK(results::component_id("admin") == "administration");
    CHECK(results::component_id("biobio") == "biobio");
    CHECK(results::find_component("") == nullptr);
}

TEST_CASE("what a component produces is a measure, which adds up over years") {
    for (const auto& c : results::components) {
        if (*c.production == '\0') continue;
        CAPTURE(c.id);
        const auto& columns = measure::catalogue();
        const auto found =
            std::find_if(columns.begin(), columns.end(), [&](const auto& m) { return m.name == c.production; });
        REQUIRE(found != columns.end());
        CHECK(found->adds_up());
    }
}
