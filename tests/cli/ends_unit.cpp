// How commands end when what they were asked for cannot be.
#include <doctest/doctest.h>

#include "cli/asking.hpp"

using namespace testing;

TEST_CASE("scenarios that do not measure the same years are not compared, nor explained") {
    const Folder folder;
    const std::string small = "extends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n";
    std::ofstream(folder.path / "a.yaml") << "aforo: 1\nname: a\n"
                                          << small << "horizon: {first_year: 2024, last_year: 2025}\n";
    std::ofstream(folder.path / "b.yaml") << "aforo: 1\nname: b\n"
                                          << small << "horizon: {first_year: 2024, last_year: 2026}\n";
    for (const char* command : {"compare a.yaml b.yaml --lang en", "explain a.yaml b.yaml --lang en"}) {
        const Ran ran = ask(folder, command);
        CHECK(ran.code == 2);
        CHECK(ran.err.find("give both the same horizon") != std::string::npos);
        CHECK_FALSE(fs::exists(folder.path / "output"));
    }
}

TEST_CASE("a folder that cannot be made is found before anything is simulated; a full disk is the machine's fault") {
    const Folder folder;
    REQUIRE(ask(folder, "init").code == 0);
    std::ofstream(folder.path / "taken") << "a file";
    const Ran ran = ask(folder, "run escenario.yaml --replications 2 --out taken");
    CHECK(ran.code == 3);
    CHECK(ran.err.find("taken/") != std::string::npos);
    CHECK(ran.err.find("2/2") == std::string::npos);           // no progress: nothing ran
    CHECK(ask(folder, "schema >/dev/full 2>&1 #").code == 3);  // in place of `ask`'s own redirection
}

TEST_CASE("what would be ignored is refused") {
    const Folder folder;
    REQUIRE(ask(folder, "init").code == 0);
    for (const char* command :
         {"run escenario.yaml --replication 1", "run escenario.yaml --trace 1 --replications 5",
          "run escenario.yaml --trace 1 --json", "run escenario.yaml --trace 1 --ledger 0",
          "run escenario.yaml --trace 1 --definitions", "run escenario.yaml --trace 1 --threads 1",
          "run escenario.yaml --trace 1 --quiet", "run escenario.yaml --replications 4 --ledger 4",
          "run escenario.yaml --trace 1 --precision 0.1",
          "verify --replications 9",  // its bound on z would let anything pass
          "sweep escenario.yaml --vary experiment.replications=5,10", "sweep escenario.yaml --vary name=a,b",
          "sweep escenario.yaml --vary horizon.last_year=2026,2027"}) {
        CAPTURE(command);
        const Ran ran = ask(folder, command);
        CHECK(ran.code == 2);
        CHECK(ran.out.empty());
        CHECK_FALSE(ran.err.empty());
        CHECK_FALSE(fs::exists(folder.path / "output"));
    }
}

TEST_CASE("the life of an enterprise names the criterion that it fails") {
    const Folder folder;
    REQUIRE(ask(folder, "init").code == 0);
    bool any = false;
    for (int n = 1; n < 40 && !any; ++n) {
        const Ran ran = ask(folder, "run escenario.yaml --lang en --replication 1 --trace " + std::to_string(n));
        REQUIRE(ran.code == 0);
        any = ran.out.find("fails a criterion and is referred · standard") != std::string::npos;
    }
    CHECK(any);
    CHECK_FALSE(fs::exists(folder.path / "output"));
}

TEST_CASE("a command that cannot be read is told in the reader's language, with where to look") {
    const Folder folder;
    const auto says = [&](const char* command, const char* spanish, const char* english) {
        CAPTURE(command);
        ::setenv("AFORO_LANG", "en", 1);
        CHECK(ask(folder, command).err.starts_with(std::string("aforo: ") + english + "\nMore in aforo "));
        ::setenv("AFORO_LANG", "es", 1);
        const Ran ran = ask(folder, command);
        CHECK(ran.code == 2);
        CHECK(ran.err.starts_with(std::string("aforo: ") + spanish + "\nMás en aforo "));
    };
    says("run", "falta escenario", "scenario is missing");
    says("run a b", "no se esperaba b", "b was not expected");
    says("run a --precision 3", "--precision: 3 no es un número de 0.000001 a 1",
         "--precision: 3 is not a number from 0.000001 to 1");
    says("run a --seed x", "--seed: x no es un entero de 0 a 18446744073709551615",
         "--seed: x is not a whole number from 0 to 18446744073709551615");
    says("run a --trace 1 --json", "--json no va con --trace", "--json does not go with --trace");
    says("run a --replication 1", "--replication exige --trace", "--replication requires --trace");
    says("report a --format htm", "--format: htm no es uno de html, xlsx, docx, csv, pdf; ¿quiso decir html?",
         "--format: htm is none of html, xlsx, docx, csv, pdf; did you mean html?");
    says("explain a b c", "escenarios: a lo más 2, y hay 3", "scenarios: at most 2, and there are 3");
    says("run a --seed", "--seed: falta su valor", "--seed: its value is missing");
    says("sweep a --vary b=1 --effort x", "--effort: x no es uno de quick, normal, thorough",
         "--effort: x is none of quick, normal, thorough");
    says("run a --replicatons 3", "--replicatons no es una opción; ¿quiso decir --replications?",
         "--replicatons is not an option; did you mean --replications?");
    CHECK(ask(folder, "simulate a.yaml --lang es").err.starts_with("aforo: simulate no es un comando; los hay: run, "));
    CHECK(ask(folder, "comparee a.yaml --lang en")
              .err.starts_with("aforo: comparee is not a command; did you mean compare?; there are: run, "));
    CHECK(ask(folder, "").err.starts_with("aforo: falta el comando: run, "));
    CHECK(ask(folder, "--lan en").err.starts_with("aforo: --lan no es una opción; ¿quiso decir --lang?"));
    CHECK(ask(folder, "run --help").out.find("Opciones:") != std::string::npos);
    ::unsetenv("AFORO_LANG");
}

TEST_CASE("check takes folders: every scenario in them, and says so when there is none") {
    const Folder folder;
    fs::create_directories(folder.path / "todos");
    fs::create_directories(folder.path / "ninguno");
    const std::string small = "extends: '" AFORO_SOURCE_DIR "/tests/model/small.yaml'\n";
    std::ofstream(folder.path / "todos/uno.yaml") << "aforo: 1\nname: uno\n" << small;
    std::ofstream(folder.path / "todos/dos.yaml") << "aforo: 1\nname: dos\n" << small << "nada: 1\n";
    const auto both = ask(folder, "check todos --lang es");
    CHECK(both.code == 2);
    CHECK(both.out.find("todos/uno.yaml: correcto") != std::string::npos);
    CHECK(both.err.find("todos/dos.yaml:4:1: error: nada") != std::string::npos);
    const auto none = ask(folder, "check ninguno --lang es");
    CHECK(none.code == 2);
    CHECK(none.err.find("no hay escenarios") != std::string::npos);
}
