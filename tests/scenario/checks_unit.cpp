// What is checked of every key of a kind, and how a message writes a number that was computed.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "reading.hpp"

using namespace aforo;
using testing::mistakes_of;

namespace {

// The paths of the growths of a group of keys.
void find_growths(const scenario::Type& group, const std::string& path, std::vector<std::string>& found) {
    for (const auto& key : group.keys) {
        const std::string here = path.empty() ? key.key : path + "." + key.key;
        if (key.type.name == "growth") found.push_back(here);
        if (key.type.kind == scenario::Type::Kind::group) find_growths(key.type, here, found);
    }
}

bool says(const std::string& section, const std::string& message) {
    const std::string mistakes = mistakes_of(testing::smallest + section + "\n");
    CAPTURE(mistakes);
    return mistakes.find(message) != std::string::npos;
}

}  // namespace

TEST_CASE("a growth that goes beyond all measure is refused, whichever it is") {
    std::vector<std::string> paths;
    find_growths(scenario::language().type, "", paths);
    CHECK(paths.size() >= 11);
    auto base = testing::read_text(testing::smallest);
    base.horizon.last_year = 2034;
    for (const auto& path : paths) {
        for (const char* factor : {"10", "0.1"}) {
            CAPTURE(path);
            CAPTURE(factor);
            const auto result = scenario::with(base, {{path, factor}}, "it", core::Lang::en);
            REQUIRE(result.diagnostics.size() == 1);
            CHECK(result.diagnostics[0].path == path);
            CHECK(result.diagnostics[0].what.find("times the first year's") != std::string::npos);
        }
        CHECK(scenario::with(base, {{path, "1.2"}}, "it", core::Lang::en).scenario.has_value());
    }
}

TEST_CASE("sums of shares are written as a person writes them") {
    CHECK(says("waiting_list: {reserves: [{group: women, share: 0.7}, {group: rural, share: 0.6}]}",
               "the reserves sum to 1.3;"));
    CHECK(
        says("waiting_list: {reserves: [{group: women, share: 0.1}, {group: rural, share: 0.9},"
             " {group: informal, share: 0.1}]}",
             "the reserves sum to 1.1;"));
    CHECK(says("funding: {release: [0.1, 0.2, 0.3, 0.3]}", "the four quarters sum to 0.9;"));
    CHECK(says("diagnosis: {duration: {mixture: {parts: [{weight: 0.1, of: 1 h}, {weight: 0.2, of: 2 h}]}}}",
               "the weights sum to 0.3;"));
    std::string halves = testing::smallest;
    halves.insert(halves.find("name: Sur") + 9, ", urban: 0.1, mixed: 0.7");
    CHECK(mistakes_of(halves).find("urban + mixed sum to 0.8;") != std::string::npos);
}

TEST_CASE("a sum or a share that is just too much is not written as what it must be") {
    CHECK(says("funding: {release: [0.25, 0.25, 0.25, 0.250002]}", "the four quarters sum to 1.000002;"));
    CHECK(says("diagnosis: {duration: {mixture: {parts: [{weight: 0.5, of: 1 h}, {weight: 0.499998, of: 2 h}]}}}",
               "the weights sum to 0.999998;"));
    CHECK(says("administration: {share: 0.1000001, cap: 0.1}", "0.1000001 is above the cap of 0.1;"));
}

TEST_CASE("numbers that are drawn together are two that are drawn, once, with a correlation") {
    const std::string dropout = "work_plan: {no_show: {value: 0.2, range: [0.1, 0.3]}, dropout: {value: 0.2, range: ";
    CHECK(says(dropout + "{low: 0.1, high: 0.3, with: work_plan.no_show}}}", "with and correlation go together"));
    CHECK(says(dropout + "{low: 0.1, high: 0.3, correlation: 0.5}}}", "with and correlation go together"));
    CHECK(says(dropout + "{low: 0.1, high: 0.3, with: work_plan.session, correlation: 0.5}}}",
               "work_plan.session is no other number with a range"));
    CHECK(says(dropout + "{low: 0.1, high: 0.3, with: work_plan.dropout, correlation: 0.5}}}",
               "work_plan.dropout is no other number with a range"));
    CHECK(says(dropout + "{low: 0.1, high: 0.3, with: work_plan.no_show, correlation: 1.5}}}", "correlation"));
    CHECK(says(dropout + "{low: 0.1, high: 0.3, with: work_plan.no_show, correlation: 0.5}}}\n"
                         "diagnosis: {share: {value: 0.8, range: {low: 0.6, high: 1, with: work_plan.dropout, "
                         "correlation: 0.5}}}",
               "work_plan.dropout is drawn together with work_plan.no_show already"));
    CHECK(says(dropout + "{low: 0.1, high: 0.3, with: work_plan.no_show, correlation: 0.5}}}\n"
                         "calibration: {free: [work_plan.no_show]}",
               "work_plan.no_show is not drawn"));
}
