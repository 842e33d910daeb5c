// What changed keys are about.
#include <doctest/doctest.h>

#include <algorithm>

#include "concern.hpp"
#include "report/sample_comparison.hpp"

using namespace aforo;
using Strings = std::vector<std::string>;

namespace {

told::Concern of(const std::string& path, const std::string& from, const std::string& to) {
    return told::concern_of({{path, from, to, {}}}, testing::queueing_run());
}

}  // namespace

TEST_CASE("a rule and a reserve are about their groups; a list of criteria about those that change") {
    CHECK(of("waiting_list.priority", "arrival", "[women_first, arrival]").groups == Strings{"sex=female", "sex=male"});
    CHECK(of("waiting_list.reserves", "[{group: rural, share: 0.3}]", "[{group: rural, share: 0.6}]").groups.size() ==
          3);
    CHECK(of("waiting_list.priority", "arrival", "lowest_potential").groups ==
          Strings{"band=low", "band=medium", "band=high"});
    CHECK(of("targeting.criteria", "[sector, formality, standard]", "[sector, formality]").groups ==
          Strings{"band=low", "band=medium", "band=high"});
    CHECK(of("targeting.criteria", "[sector]", "[sector, formality]").groups.size() == 4);
    const auto both = of("waiting_list.reserves", "[]", "[{group: [rural, women], share: 0.2}]").groups;
    CHECK(std::count(both.begin(), both.end(), "sex=female&territory=rural") == 1);
    CHECK(both.size() == 2 + 3 + 2 * 3);
    CHECK(of("advisory.notes_on_women", "", "women").groups.empty());
}

TEST_CASE("values by year are about the years that they say otherwise, but the last") {
    CHECK(of("demand.growth", "1.2", "{2024: 1.2, 2026: 0.9}").years == std::vector{2024, 2026});
    CHECK(of("demand.growth", "{2025: 1.2, 2026: 1}", "{2025: 1.2, 2026: 0.9}").years == std::vector{2026});
    CHECK(of("demand.growth", "1.2", "{2027: 1}").years.empty());
}

TEST_CASE("keys of a component are about it, transfers about both ends, and keys of an office about that office") {
    CHECK(of("advisory.budget", "1 M$", "2 M$").components == Strings{"advisory"});
    CHECK(of("funding.transfers.x", "", "{from: alliances, to: advisory}").components ==
          Strings{"advisory", "alliances"});
    CHECK(of("demand.arrivals", "1", "2").components.empty());
    CHECK(of("network.satellites.11.visiting_days", "2", "3").places == Strings{"11"});
    CHECK(of("advisory.changes", "[]", "[{on: 2025-01-01, centre: 2, advisors: 4}]").places == Strings{"2"});
    CHECK(of("network.centres.99.weight", "1", "2").places.empty());
    // An exception that is new, as a whole.
    CHECK(of("exceptions.cartera", "", "{of: \"advisory.caseload\", value: 50, from: 2026-01-01, offices: [2, 11]}")
              .places == Strings{"2", "11"});
}
