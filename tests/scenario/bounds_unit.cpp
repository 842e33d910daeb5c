// What is multiplied beyond what can be counted is refused (tests/scenario/broken); what fits is not.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include "aforo/scenario/staffing.hpp"
#include "reading.hpp"

using namespace aforo;
using testing::mistakes_of, testing::read_text;

namespace {

const std::string start = R"(aforo: 1
name: bounds
horizon: {first_year: 2024, last_year: 2026}
demand: {arrivals: 200}
network: {regions: {r: {name: R}}, centres: {1: {name: C, region: r, weight: 1}, 2: {name: D, region: r, weight: 2}}}
)";

}  // namespace

TEST_CASE("the largest amounts of money that can be counted are, to the peso") {
    const auto s = read_text(start + R"(attention: {duration: 30 min, budget: 999999999999999 $, staff: 0.5,
  annual_cost: 999999999999999 $}
advisory: {budget: 999999999999999 $, advisors: 1, annual_cost: 999999999999999 $}
alliances: {budget: 999999999999999 $, cost: 999999999999999 $}
administration: {budget: 999999999999999 $}
)");
    for (int year = 2024; year <= 2026; ++year) {
        for (const auto amount : scenario::appropriations(s, year))
            CHECK(amount == core::Money::pesos(999'999'999'999'999));
        CHECK(scenario::fixed_costs(s, year)[0] == core::Money::pesos(500'000'000'000'000));  // a half, rounded up
        CHECK(scenario::fixed_costs(s, year)[1] == core::Money::pesos(999'999'999'999'999));
    }
}

TEST_CASE("the fixed costs of large numbers are compared with the budget to the peso") {
    const std::string one_short = start + R"(attention: {duration: 30 min}
advisory: {budget: 299999999999999 $, advisors: 3, annual_cost: 100000000000000 $}
)";
    CHECK(mistakes_of(one_short).find("advisory.budget: in 2024 fixed costs (300000000000.000 M$) exceed the budget "
                                      "(299999999999.999 M$)") != std::string::npos);
}

TEST_CASE("a cost that no budget ever pays is no reason to refuse, as nothing is spent of it") {
    CHECK(mistakes_of(start + R"(attention: {duration: 1 min, staff: 100, direct_hours: 2000 h, cost: 1000000000000 M$}
advisory: {advisors: 10, caseload: 20, plan_cost: 1000000000000 M$}
)") == "");
}

TEST_CASE("spending beyond the budget is refused only where it could not be counted") {
    const auto overrun = [](const char* cost) {
        return mistakes_of(start +
                           fmt::format("attention: {{duration: 1 min, staff: 100, direct_hours: 2000 h, cost: {}}}\n"
                                       "funding: {{at_exhaustion: overrun}}\n",
                                       cost));
    };
    CHECK(overrun("1000000000 M$") == "");  // two hundred of them are some GDPs of Chile
    CHECK(overrun("1000000000000 M$").find(": error: attention.cost: in 20") != std::string::npos);
}

TEST_CASE("where it is the sum that is too much, the key that brings most of it is named, once") {
    std::string text = start + "attention: {duration: 30 min, budget: 1000000000000 M$, budget_growth: 10}\n";
    const std::string found = mistakes_of(text + "administration: {budget: 1 M$, share: 0.9755}\n");
    CHECK(found.find("administration.share") != std::string::npos);
    CHECK(found.find("attention.budget_growth") == std::string::npos);
    CHECK(std::count(found.begin(), found.end(), '\n') == 1);
}

TEST_CASE("lists that are gone through every day or month are of a bounded length") {
    std::string changes, freezes;
    for (int i = 0; i < 20'001; ++i) changes += "{on: 2024-02-01, centre: 1, advisors: 1}, ";
    for (int i = 0; i < 1'001; ++i) freezes += fmt::format("f{}: {{component: advisory, from: 01-01}}, ", i);
    const std::string attention = "attention: {duration: 30 min}\n";
    CHECK(mistakes_of(start + attention + "advisory: {changes: [" + changes + "]}\n") ==
          "it:7:21: error: advisory.changes: there are 20001; the maximum is 20000\n");
    CHECK(mistakes_of(start + attention + "funding: {freezes: {" + freezes + "}}\n") ==
          "it:7:20: error: funding.freezes: there are 1001; the maximum is 1000\n");
}
