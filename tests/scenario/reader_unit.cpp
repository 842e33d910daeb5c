// Files that no one writes by hand, and what stands at the edge of being read.
#include <doctest/doctest.h>

#include "reading.hpp"

using namespace aforo;
using testing::mistakes_of, testing::read_text, testing::smallest, testing::TemporaryFolder;

namespace {

core::Diagnostics diagnostics_of(const std::string& text) {
    const TemporaryFolder folder;
    return scenario::read(folder.write("it.yaml", text), core::Lang::en).diagnostics;
}

}  // namespace

TEST_CASE("a file of more than 8 MB is refused unread") {
    const auto found = diagnostics_of(smallest + "# " + std::string(10 << 20, 'x') + "\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].what == "the file, with those that it extends, is larger than 8 MB");
}

TEST_CASE("of more than a thousand mistakes the first are told and the rest counted") {
    std::string keys;
    for (int i = 0; i < 1500; ++i) keys += "k" + std::to_string(i) + ": 1\n";
    const auto found = diagnostics_of(smallest + keys);
    REQUIRE(found.size() == 1001);
    CHECK(found.back().what == "and 500 more errors");
}

TEST_CASE("a scenario that cannot be opened is told with its path") {
    const TemporaryFolder folder;
    for (const std::string name : {"missing.yaml", "", "a/b/c.yaml"}) {
        const auto result = scenario::read((folder.path / name).string(), core::Lang::en);
        REQUIRE(result.diagnostics.size() == 1);
        CHECK(result.diagnostics[0].place.file == (folder.path / name).string());
        CHECK(result.diagnostics[0].place.line == 0);
    }
    CHECK(scenario::read("", core::Lang::en).diagnostics.size() == 1);
    CHECK(scenario::read(std::string(5000, 'x'), core::Lang::en).diagnostics.size() == 1);
    CHECK(scenario::read("/dev/zero", core::Lang::en).diagnostics.size() == 1);
}

TEST_CASE("a path that leads round to itself is told, not followed") {
    const TemporaryFolder folder;
    std::filesystem::create_symlink("loop.yaml", folder.path / "loop.yaml");
    CHECK(scenario::read((folder.path / "loop.yaml").string(), core::Lang::en).diagnostics.size() == 1);
    const auto found = diagnostics_of(smallest + "extends: it.yaml\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].path == "extends");
}

TEST_CASE("a quote left open does not swallow the rest of the file") {
    for (const char* rest : {"", "\n", "\n\n", "\ngraduation: {repeat: 0.5}\n", "   "}) {
        CAPTURE(rest);
        CHECK(mistakes_of(smallest + "plan: {attention: {unit: \"enterprises" + rest).find("not well-formed") !=
              std::string::npos);
        CHECK(mistakes_of(smallest + "plan: {attention: {unit: 'enterprises" + rest).find("not well-formed") !=
              std::string::npos);
    }
}

TEST_CASE("block texts, a file without a last line break and one ended by ... are read") {
    CHECK(read_text("aforo: 1\nname: |\n  smallest\n" + smallest.substr(smallest.find("description"))).name ==
          "smallest\n");
    CHECK(read_text(smallest + "graduation: {repeat: 0.5}").graduation.repeat == 0.5);
    CHECK(read_text(smallest + "graduation: {repeat: 0.5}\n...\n").graduation.repeat == 0.5);
    CHECK(read_text("---\n" + smallest).demand.arrivals == 3000);
    CHECK(read_text("%YAML 1.2\n---\n" + smallest).demand.arrivals == 3000);
}

TEST_CASE("one mistake is one message") {
    CHECK(mistakes_of(smallest + "work_plan: 8\n") == "it:16:12: error: work_plan: a group of keys was expected\n");
    CHECK(diagnostics_of("aforo: 1\nname: x\nextends: missing.yaml\n").size() == 1);
    CHECK(diagnostics_of("aforo: 1\nname: x\nhorizon: 2024\ndemand: 1\nnetwork: 2\nattention: 3\n").size() == 4);
    CHECK(diagnostics_of(smallest + "targeting: {pass_standard: x, high_cut: -1}\n").size() == 2);
}
