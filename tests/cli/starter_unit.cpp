// The commands that tell of the language: init, schema, facts, rules. Run as a user runs them.
#include <doctest/doctest.h>

#include <algorithm>

#include "aforo/scenario/reader.hpp"
#include "cli/asking.hpp"

using namespace testing;

TEST_CASE("init writes a commented scenario that checks and runs, and never overwrites") {
    const Folder folder;
    CHECK(ask(folder, "init").code == 0);
    const std::string text = slurp(folder.path / "escenario.yaml");
    CHECK(text.find("# ") != std::string::npos);
    CHECK(ask(folder, "check escenario.yaml").code == 0);
    const Ran run = ask(folder, "run escenario.yaml --replications 2 --quiet");
    CHECK(run.code == 0);
    CHECK(run.out.find("Mi programa") != std::string::npos);
    CHECK(ask(folder, "init").code == 2);
    CHECK(ask(folder, "init escenario.yaml").code == 2);
    CHECK(slurp(folder.path / "escenario.yaml") == text);
    CHECK(ask(folder, "init sub/otro.yaml").code == 0);
    CHECK(slurp(folder.path / "sub/otro.yaml") == text);
    CHECK(ask(folder, "init /proc/no/se-puede.yaml").code == 3);
    CHECK(ask(folder, "init --lang en").code == 0);
    CHECK(slurp(folder.path / "scenario.yaml").find("# A small programme") != std::string::npos);
    CHECK(ask(folder, "check scenario.yaml --strict").code == 0);
}

TEST_CASE("the starter states every section of the language, each number with its source") {
    const Folder folder;
    REQUIRE(ask(folder, "init").code == 0);
    const auto read = aforo::scenario::read((folder.path / "escenario.yaml").string(), aforo::core::Lang::en);
    REQUIRE(read.scenario.has_value());
    int from_supuesto = 0;
    for (const auto& n : aforo::scenario::numbers(*read.scenario)) from_supuesto += n.provenance.source == "supuesto";
    CHECK(from_supuesto > 100);
}

TEST_CASE("facts lists every number, those without a source said so; --json is all that stdout holds") {
    const Folder folder;
    const std::string ficha = "'" AFORO_SOURCE_DIR "/scenarios/ficha-2024.yaml'";
    const Ran es = ask(folder, "facts --lang es " + ficha);
    CHECK(es.code == 0);
    CHECK(es.out.find("Dónde entra") != std::string::npos);
    CHECK(es.out.find("advisory.caseload") != std::string::npos);
    CHECK(ask(folder, "facts --lang en " + ficha).out.find("Where it enters") != std::string::npos);
    const Ran json = ask(folder, "facts --json " + ficha);
    CHECK(json.out.starts_with("{"));
    CHECK(
        json.out.find(
            R"("path": "advisory.caseload", "value": "42", "range": "[35, 60]", "quality": "assumed", "source": "supuesto")") !=
        std::string::npos);
    const Ran small = ask(folder, "facts --lang es '" AFORO_SOURCE_DIR "/tests/model/small.yaml'");
    CHECK(small.out.find("sin fuente") != std::string::npos);
    CHECK(ask(folder, "facts missing.yaml").code == 2);
}

TEST_CASE("schema, its page and facts speak the reader's language, and the schema stays the same but for its texts") {
    const Folder folder;
    const std::string small = "'" AFORO_SOURCE_DIR "/tests/model/small.yaml'";
    const auto has = [](const Ran& ran, const std::string& text) { return ran.out.find(text) != std::string::npos; };
    CHECK(has(ask(folder, "facts --lang en " + small), "Component 2: advisory"));
    CHECK(has(ask(folder, "facts --json --lang en " + small), "First year that is measured"));
    const Ran en = ask(folder, "schema --lang en"), es = ask(folder, "schema --lang es");
    CHECK(has(en, "\"description\": \"First year that is measured; base year of all growth"));
    CHECK(std::count(en.out.begin(), en.out.end(), '\n') == std::count(es.out.begin(), es.out.end(), '\n'));
    const Ran page = ask(folder, "schema --markdown --lang en");
    CHECK(page.out.starts_with("# The language of scenarios"));
    for (const char* word : {"obligatori", "Significado", "número", " o lista", "Tipos", "por año"}) {
        CAPTURE(word);
        CHECK_FALSE(has(page, word));
        CHECK_FALSE(has(en, word));
    }
}

TEST_CASE("rules explains in both languages") {
    const Folder folder;
    CHECK(ask(folder, "rules --lang es").out.find("Criterios") != std::string::npos);
    CHECK(ask(folder, "rules --lang en").out.find("Distributions") != std::string::npos);
}
