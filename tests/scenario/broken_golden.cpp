#include <doctest/doctest.h>

#include "aforo/scenario/reader.hpp"
#include "broken.hpp"
#include "support/golden.hpp"

using namespace aforo;

namespace {

std::string diagnostics_of(const std::string& file, core::Lang lang) {
    const testing::WorkingFolder here(testing::broken_folder);
    const auto result = scenario::read(file, lang);
    CHECK(!result.scenario);
    std::string text;
    for (const auto& d : result.diagnostics) text += core::to_string(d) + "\n";
    return text;
}

}  // namespace

TEST_CASE("every broken scenario is refused with exactly these messages") {
    const auto files = testing::broken_scenarios();
    REQUIRE(files.size() >= 35);
    for (const auto& file : files) {
        CAPTURE(file);
        const std::string text = diagnostics_of(file, core::Lang::es);
        CHECK(!text.empty());
        testing::check_golden("tests/scenario/broken/" + file.substr(0, file.size() - 5) + ".es.txt", text);
    }
}

// Where a .en.txt stands beside the .yaml, English is compared too.
TEST_CASE("the same messages in English") {
    int compared = 0;
    for (const auto& file : testing::broken_scenarios()) {
        const std::string golden = file.substr(0, file.size() - 5) + ".en.txt";
        if (!std::filesystem::exists(testing::broken_folder / golden)) continue;
        CAPTURE(file);
        testing::check_golden("tests/scenario/broken/" + golden, diagnostics_of(file, core::Lang::en));
        ++compared;
    }
    CHECK(compared >= 12);
}

TEST_CASE("English and Spanish find the same mistakes in the same places") {
    for (const auto& file : testing::broken_scenarios()) {
        CAPTURE(file);
        const testing::WorkingFolder here(testing::broken_folder);
        const auto es = scenario::read(file, core::Lang::es).diagnostics,
                   en = scenario::read(file, core::Lang::en).diagnostics;
        REQUIRE(es.size() == en.size());
        for (std::size_t i = 0; i < es.size(); ++i) {
            CHECK(es[i].place == en[i].place);
            CHECK(es[i].path == en[i].path);
        }
    }
}

TEST_CASE("no golden is left of a broken scenario that is gone") {
    for (const auto& entry : std::filesystem::directory_iterator(testing::broken_folder)) {
        if (entry.path().extension() != ".txt") continue;
        CAPTURE(entry.path().filename().string());
        CHECK(std::filesystem::exists(entry.path().parent_path() / (entry.path().stem().stem().string() + ".yaml")));
    }
}

TEST_CASE("what the broken scenarios start from is sound") {
    const testing::WorkingFolder here(testing::broken_folder);
    CHECK(scenario::read("base/base.yaml", core::Lang::es).diagnostics.empty());
}
