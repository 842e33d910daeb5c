// What options take, what they refuse, and in whose language.
#include <doctest/doctest.h>

#include <boost/json/parse.hpp>

#include "cli/asking.hpp"

using namespace testing;

TEST_CASE("values that would be read as something else are refused, each with what it may be") {
    const Folder folder;
    REQUIRE(ask(folder, "init").code == 0);
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"run escenario.yaml --seed 18446744073709551616",
         "--seed: 18446744073709551616 is not a whole number from 0 to"},
        {"run escenario.yaml --seed -1", "--seed: -1 is not a whole number from 0 to 18446744073709551615"},
        {"run escenario.yaml --seed 0x10", "--seed: 0x10"},
        {"run escenario.yaml --seed 1.5", "--seed: 1.5"},
        {"compare escenario.yaml escenario.yaml --seed 99999999999999999999", "--seed: 99999999999999999999"},
        {"sweep escenario.yaml --vary a=1 --seed=-5", "--seed: -5"},
        {"explain escenario.yaml --seed 18446744073709551616", "--seed: 18446744073709551616"},
        {"verify --seed -1", "--seed: -1"},
        {"run escenario.yaml --replications 99999999999999999999", "is not a whole number from 1 to 1000000"},
        {"run escenario.yaml --replications 0", "is not a whole number from 1 to 1000000"},
        {"compare escenario.yaml escenario.yaml --replications 1", "is not a whole number from 2 to 1000000"},
        {"verify --replications 3", "is not a whole number from 10 to 1000000"},
        {"run escenario.yaml --threads 0", "is not a whole number from 1 to 1024"},
        {"run escenario.yaml --threads 1000000", "is not a whole number from 1 to 1024"},
        {"run escenario.yaml --threads -2", "is not a whole number from 1 to 1024"},
        {"run escenario.yaml --ledger 4294967296", "is not a whole number from 0 to 999999"},
        {"run escenario.yaml --trace 1 --replication 4294967296", "is not a whole number from 0 to 4294967295"},
        {"run escenario.yaml --precision nan", "--precision: nan is not a number from 0.000001 to 1"},
        {"run escenario.yaml --precision inf", "--precision: inf"},
        {"run escenario.yaml --precision -0.1", "--precision: -0.1"},
        {"run escenario.yaml --precision 0", "--precision: 0 "},
        {"run escenario.yaml --precision 0,01", "--precision: 0,01"},
        {"run escenario.yaml --precision 1e999", "--precision: 1e999"},
        {"compare escenario.yaml escenario.yaml --precision=-nan", "--precision: -nan"},
        {"run escenario.yaml --out ''", "--out: its value is empty"},
        {"run ''", "scenario: its value is empty"},
        {"init ''", "where: its value is empty"},
        {"report output --format html,doc", "doc is none of html, xlsx, docx, csv, pdf"},
        {"run escenario.yaml --trace ''", "--trace: its value is empty"},
        {"sweep escenario.yaml --vary advisory.advisors=1,2 --vary advisory.advisors=3,4", "the key is varied twice"},
        {"sweep escenario.yaml --vary advisory.advisors=1,2 --vary advisory={}", "advisory.advisors is varied too"},
        {"sweep escenario.yaml --vary advisory.advisors=1,,2", "a value of the list is empty"},
        {"sweep escenario.yaml --vary advisory.advisors=,", "a value of the list is empty"},
        {"sweep escenario.yaml --vary advisory.advisors=", "what the key takes is missing"},
        {"sweep escenario.yaml --vary =1,2", "the key is missing"},
        {"sweep escenario.yaml --vary ''", "--vary: its value is empty"},
        {"run escenario.yaml --lang fr", "--lang: fr "}};
    ::setenv("AFORO_LANG", "en", 1);
    for (const auto& [command, said] : wrong) {
        CAPTURE(command);
        const Ran ran = ask(folder, command);
        CHECK(ran.code == 2);
        CAPTURE(ran.err);
        CHECK(ran.err.find(said) != std::string::npos);
        CHECK(ran.out.empty());
        CHECK_FALSE(fs::exists(folder.path / "output"));
    }
    ::unsetenv("AFORO_LANG");
}

TEST_CASE("the greatest seed is taken as it is, and digits after a zero are no octal number") {
    const Folder folder;
    REQUIRE(ask(folder, "init").code == 0);
    const Ran greatest = ask(folder, "run escenario.yaml --replications 1 --json --seed 18446744073709551615");
    CHECK(greatest.code == 0);
    CHECK(greatest.out.find("\"seed\": 18446744073709551615,") != std::string::npos);
    CHECK(ask(folder, "run escenario.yaml --replications 01 --json --seed 010").out.find("\"seed\": 10,") !=
          std::string::npos);
    CHECK(ask(folder, "report output/mi-programa/run-001").code == 0);
}

TEST_CASE("help speaks the reader's language, of what people write and not of types") {
    const Folder folder;
    for (const std::string command : {"run", "check", "facts", "rules", "schema", "init", "template", "calendar", "fit",
                                      "compare", "sweep", "explain", "report", "verify", "clean"}) {
        CAPTURE(command);
        const Ran es = ask(folder, "help " + command + " --lang es"), en = ask(folder, command + " --lang en --help");
        CHECK(es.code == 0);
        CHECK(en.code == 0);
        CHECK(es.out.find("Uso: aforo " + command) != std::string::npos);
        CHECK(en.out.find("Usage: aforo " + command) != std::string::npos);
        for (const std::string word : {"INT", "UINT", "FLOAT", "TEXT", "ENUM", " in [", " in {", "Idioma: "}) {
            CAPTURE(word);
            CHECK(es.out.find(word) == std::string::npos);
            CHECK(en.out.find(word) == std::string::npos);
        }
        for (const std::string word : {"Imprime", "Opciones", "omisión", "obligatorio"}) {
            CHECK(en.out.find(word) == std::string::npos);
        }
    }
    CHECK(ask(folder, "help --lang en").out == ask(folder, "--lang en --help").out);
    CHECK(ask(folder, "help --lang en").out.find("Commands:\n  run ") != std::string::npos);
    CHECK(ask(folder, "help nothing --lang en").err.starts_with("aforo: nothing is not a command"));
    CHECK(ask(folder, "schema --lang en").code == 0);
}

TEST_CASE("a path may hold any bytes: what a run leaves is valid, and its command gives it again") {
    const Folder folder;
    REQUIRE(ask(folder, "init").code == 0);
    for (const std::string name :
         {"a#b?c%20d.yaml", "ñandú \xff\xfe.yaml", "it's\n'new'.yaml", "file:x.yaml", "-a&b$c.yaml"}) {
        CAPTURE(name);
        fs::copy_file(folder.path / "escenario.yaml", folder.path / name, fs::copy_options::overwrite_existing);
        fs::remove_all(folder.path / "file:o#?%41\xff");
        std::string quoted;
        for (const char c : "./" + name) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
        const Ran ran = ask(folder, "run '" + quoted + "' --replications 2 --quiet --out 'file:o#?%41\xff'");
        REQUIRE(ran.code == 0);
        const fs::path run = folder.path / "file:o#?%41\xff/mi-programa/run-001";
        const std::string manifest = slurp(run / "manifest.json");
        boost::json::error_code error;
        const auto value = boost::json::parse(manifest, error);
        REQUIRE_FALSE(error);
        CHECK(slurp(run / "run.sqlite").starts_with("SQLite format 3"));
        // The command as it stands there, by a shell.
        std::ofstream(folder.path / "again.sh")
            << "PATH=\"$(dirname '" AFORO_BINARY "'):$PATH\"\n"
            << value.at("command").as_string().c_str() << " --quiet --json >again.json\n";
        const std::string again = "cd '" + folder.path.string() + "' && bash again.sh";
        CHECK(std::system(again.c_str()) == 0);  // NOLINT(cert-env33-c,concurrency-mt-unsafe): a test
        CHECK(slurp(folder.path / "again.json") == slurp(run / "results.json"));
        CHECK(ask(folder, "report 'file:o#?%41\xff/mi-programa/run-001'").code == 0);
    }
}
