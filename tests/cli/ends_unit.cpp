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
          "run escenario.yaml --trace 1 --quiet", "run escenario.yaml --trace 1 --precision 0.1",
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
