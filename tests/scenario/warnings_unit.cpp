// Warnings: each kind by the smallest scenario that has it, at the key that says it, and one beside it that does not.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "aforo/scenario/answers.hpp"
#include "reading.hpp"
#include "scenario/warnings/cases.hpp"

using namespace aforo;
using testing::alive, testing::smallest, testing::WarningCase, testing::warning_cases;

namespace {

std::vector<scenario::Warning> warnings_of(const std::string& text) { return testing::read_text(text).warnings; }

bool is_of(const scenario::Warning& w, const WarningCase& c) { return w.kind == c.kind && w.path == c.path; }

}  // namespace

TEST_CASE("where every process is on nothing is told") {
    const auto s = testing::read_good(AFORO_SOURCE_DIR "/tests/scenario/warnings/alive.yaml");
    for (const auto& w : s.warnings) FAIL_CHECK(core::to_string(scenario::told(w, core::Lang::en)));
}

TEST_CASE("each kind of warning is told at the key that says it, and not of the scenario beside it") {
    for (const WarningCase& c : warning_cases) {
        CAPTURE(std::string(c.told));
        std::string text = alive + c.told + "\n";
        const auto at = text.find('@');
        REQUIRE(at != std::string::npos);
        text.erase(at, 1);
        const auto line_begins = text.rfind('\n', at) + 1;
        const int line =
            static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        const auto found = warnings_of(text);
        const auto it = std::find_if(found.begin(), found.end(), [&](const auto& w) { return is_of(w, c); });
        std::string all;
        for (const auto& w : found) all += w.kind + " " + w.path + "; ";
        CAPTURE(all);
        CHECK(it != found.end());
        if (it == found.end()) continue;
        CHECK(it->place.line == line + 1);
        CHECK(it->place.column == static_cast<int>(at - line_begins) + 1);
        CHECK(!it->what.es.empty());
        CHECK(!it->what.en.empty());
        CAPTURE(std::string(c.not_told));
        const auto beside = warnings_of(alive + c.not_told + "\n");
        CHECK(std::none_of(beside.begin(), beside.end(), [&](const auto& w) { return is_of(w, c); }));
    }
}

TEST_CASE("every kind of warning has a case, and a meaning in both languages") {
    std::set<std::string> covered, known;
    for (const WarningCase& c : warning_cases) covered.insert(c.kind);
    for (const auto& kind : scenario::warning_kinds()) {
        known.insert(kind.id);
        CHECK(!kind.meaning.es.empty());
        CHECK(!kind.meaning.en.empty());
    }
    CHECK(covered == known);
}

TEST_CASE("the library has no warning") {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(AFORO_SOURCE_DIR "/scenarios")) {
        if (entry.path().extension() != ".yaml" || entry.path().filename() == "red-2024.yaml") continue;  // a part
        if (scenario::are_answers(entry.path().string())) continue;
        CAPTURE(entry.path().string());
        for (const auto& w : testing::read_good(entry.path().string()).warnings)
            FAIL_CHECK(core::to_string(scenario::told(w, core::Lang::en)));
        ++files;
    }
    CHECK(files > 80);
}

TEST_CASE("nothing is told of what no file writes") {
    CHECK(warnings_of("aforo: 1\nname: it\nhorizon: {first_year: 2024, last_year: 2024}\ndemand: {arrivals: 10}\n"
                      "network:\n  regions: {sur: {name: Sur}}\n  centres: {1: {name: Uno, region: sur, weight: 1}}\n"
                      "attention: {duration: 1 h}\n")
              .empty());
}

TEST_CASE("of a key at its neutral value nothing is told: what it says is so") {
    CHECK(warnings_of(alive + "work_plan: {stay: 90 days, no_show: 0, dropout: 0, dropout_wait_month: 0, "
                              "group: {sessions: 0}}\ngraduation: {rule: complete}\n")
              .empty());
}

TEST_CASE(
    "who takes the effect of an inherited key away knows it; who writes the key beside that, or after it, does not") {
    const std::string off = "advisory: {advisors: 0, advisors_at_least: 0, changes: []}\n";
    CHECK(warnings_of(alive + off).empty());
    CHECK(warnings_of(alive + off + "work_plan: {no_show: 0.2}\n").size() == 1);
    const testing::TemporaryFolder folder;
    folder.write("off.yaml", alive + off);
    const std::string path =
        folder.write("last.yaml", "aforo: 1\nname: last\nextends: off.yaml\nwork_plan: {no_show: 0.2}\n");
    const auto last = testing::read_good(path).warnings;
    REQUIRE(last.size() == 1);
    CHECK(last[0].path == "work_plan.no_show");
    CHECK(last[0].place.file == path);
    // The horizon that ends earlier than what is inherited is dated.
    CHECK(warnings_of(alive + "horizon: {first_year: 2024, last_year: 2025}\n").empty());
}

TEST_CASE("an inherited room that is taken away is no room that can never be full") {
    CHECK(warnings_of(alive + "waiting_list: {room: 1000000}\n").empty());
    const auto first = warnings_of(smallest + "waiting_list: {room: 1000000}\n");
    CHECK(std::any_of(first.begin(), first.end(), [](const auto& w) { return w.path == "waiting_list.room"; }));
}

TEST_CASE("warnings that say the same are one, at the first of their places") {
    // Half of them with the older word for the day.
    std::string changes;
    for (int i = 0; i < 300; ++i)
        changes += fmt::format("    - {{{}: 2052-07-01, centre: 1, advisors: 1}}\n", i % 2 == 0 ? "date" : "on");
    const auto found = warnings_of(alive + "advisory:\n  changes:\n" + changes);
    REQUIRE(found.size() >= 1);
    const auto folded =
        std::find_if(found.begin(), found.end(), [](const auto& w) { return w.kind == "outside_horizon"; });
    REQUIRE(folded != found.end());
    CHECK(folded->places == 300);
    CHECK(folded->place.line == 6);
    CHECK(scenario::told(*folded, core::Lang::en).what.ends_with("(and 299 more keys)"));
    CHECK(scenario::told(*folded, core::Lang::es).what.ends_with("(y otras 299 claves)"));
    CHECK(std::count_if(found.begin(), found.end(), [](const auto& w) { return w.kind == "outside_horizon"; }) == 1);
}

TEST_CASE("a warning is a diagnostic of its own severity, in the language of its reader") {
    const auto w = warnings_of(alive + "advisory: {advisors: 12.5}\n").at(0);
    auto d = scenario::told(w, core::Lang::es);
    d.place.file = "it";
    CHECK(core::to_string(d, core::Lang::es) ==
          "it:4:22: aviso: advisory.advisors: se redondea: son 13 personas enteras; escriba 13");
    CHECK(core::to_string(scenario::told(w, core::Lang::en), core::Lang::en).find(": warning: advisory.advisors: ") !=
          std::string::npos);
}
