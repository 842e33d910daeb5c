#include <doctest/doctest.h>

#include <fstream>
#include <vector>

#include "aforo/core/temporary_folder.hpp"
#include "aforo/reference/reference.hpp"
#include "aforo/scenario/catalogue.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/scenario/reader.hpp"

using namespace aforo;
using core::Lang;

TEST_CASE("the page and the schema name every key, with its meaning in the reader's language") {
    for (const Lang lang : {Lang::es, Lang::en}) {
        const std::string page = reference::page(lang), schema = reference::json_schema(lang);
        for (const auto& section : scenario::language().type.keys) {
            for (const auto& key : section.type.keys) {
                CAPTURE(key.key);
                CHECK(page.find(key.key) != std::string::npos);
                CHECK(page.find(std::string(key.meaning.in(lang))) != std::string::npos);
                CHECK(schema.find('"' + key.key + '"') != std::string::npos);
                CHECK(schema.find(std::string(key.meaning.in(lang))) != std::string::npos);
            }
        }
    }
}

TEST_CASE("the list of rules has every one of the catalogue, its parameters and its example") {
    for (const Lang lang : {Lang::es, Lang::en}) {
        const std::string rules = reference::rules(lang);
        for (const auto& list : scenario::catalogues()) {
            CHECK(rules.find(std::string(list.heading.in(lang))) != std::string::npos);
            for (const auto& entry : list.entries) {
                CAPTURE(entry.word);
                CHECK(rules.find("\n  " + std::string(entry.word) + "\n    " + std::string(entry.meaning.in(lang))) !=
                      std::string::npos);
                for (const auto& p : entry.parameters)
                    CHECK(rules.find("    " + std::string(p.key) + ": " + std::string(p.meaning.in(lang))) !=
                          std::string::npos);
            }
        }
        CHECK(rules.find("\n      waiting_list:\n        priority: arrival\n") != std::string::npos);
    }
}

TEST_CASE("the scenario to start from reads without a warning") {
    const core::TemporaryFolder folder;
    std::vector<scenario::Scenario> both;
    for (const Lang lang : {Lang::es, Lang::en}) {
        const auto file = folder.path() / "escenario.yaml";
        std::ofstream(file) << reference::starter(lang);
        const auto read = scenario::read(file.string(), lang);
        REQUIRE(read.scenario.has_value());
        CHECK(read.scenario->warnings.empty());
        both.push_back(*read.scenario);
    }
    // The same numbers; no text of it is left in Spanish.
    const std::string english = reference::starter(Lang::en);
    for (const char* spanish : {"á", "é", "í", "ó", "ú", "ñ", "¿", "supuesto"})
        CHECK(english.find(spanish) == std::string::npos);
    for (const auto& c : scenario::changes(both[0], both[1])) {
        CAPTURE(c.path);
        const bool is_text = c.path.ends_with("name") || c.path.ends_with("unit") || c.path.ends_with("title") ||
                             c.path == "description" || c.path.starts_with("about") || c.path.starts_with("sources");
        CHECK(is_text);
    }
}
