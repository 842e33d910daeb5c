// Where each number comes from.
#include <doctest/doctest.h>

#include <algorithm>

#include "reading.hpp"

using namespace aforo;
using testing::smallest, testing::read_good, testing::read_text;

namespace {

scenario::Provenance provenance_of(const scenario::Scenario& s, const std::string& path) {
    const auto all = scenario::numbers(s);
    const auto number = std::find_if(all.begin(), all.end(), [&](const auto& n) { return n.path == path; });
    REQUIRE(number != all.end());
    return number->provenance;
}

}  // namespace

TEST_CASE("every number that the ficha and its network state has a source that is named in sources") {
    const auto s = read_good(AFORO_SOURCE_DIR "/scenarios/ficha-2024.yaml");
    int stated = 0;
    for (const auto& n : scenario::numbers(s)) {
        // What no file states stands at its default, the neutral value, and comes from nowhere.
        const bool is_stated = std::any_of(s.provenance.begin(), s.provenance.end(), [&](const auto& p) {
            return n.path.starts_with(p.first) &&
                   (n.path.size() == p.first.size() || n.path[p.first.size()] == '.' || n.path[p.first.size()] == '[');
        });
        if (!is_stated) continue;
        CAPTURE(n.path);
        CHECK(s.sources.contains(n.provenance.source));
        ++stated;
    }
    CHECK(stated > 400);
}

TEST_CASE("the source of a group is that of the numbers in it, unless they name their own") {
    const auto s =
        read_text(smallest + "graduation: {source: supuesto, repeat: 0.2, max_plans: {value: 2, source: ficha}}\n");
    CHECK(provenance_of(s, "graduation.repeat").source == "supuesto");
    CHECK(provenance_of(s, "graduation.max_plans").source == "ficha");
    CHECK(provenance_of(s, "attention.duration.mean").source == "ficha");
    CHECK(provenance_of(s, "demand.arrivals").note == "rounded");
}

TEST_CASE("the source of a distribution or a list is that of the numbers inside it") {
    const auto s =
        read_text(smallest +
                  "work_plan:\n"
                  "  source: supuesto\n"
                  "  session: {value: {gamma: {mean: 1 h, cv: {value: 0.5, source: supuesto}}}, source: ficha}\n"
                  "targeting:\n"
                  "  source: supuesto\n"
                  "  criteria: {value: [sales: {at_most: 25000 UF}, standard], source: ficha}\n");
    CHECK(provenance_of(s, "work_plan.session.mean").source == "ficha");
    CHECK(provenance_of(s, "work_plan.session.cv").source == "supuesto");
    CHECK(provenance_of(s, "targeting.criteria[0].sales.at_most").source == "ficha");
}

TEST_CASE("a range is kept with its value, in the value's unit") {
    const auto s = read_text(smallest + "advisory: {plan_cost: {value: 45 M$, range: [30 M$, 0.06 MM$]}}\n");
    const auto p = provenance_of(s, "advisory.plan_cost");
    REQUIRE(p.range);
    CHECK(p.range->low == 30'000);
    CHECK(p.range->high == 60'000);
    CHECK(p.range->shape == scenario::Marginal::triangular);
    CHECK(p.range->text() == "[30 M$, 60 M$]");
}

TEST_CASE("the provenance of a parameter of a criterion survives the resolved scenario") {
    const std::string criteria =
        "targeting: {criteria: [sales: {at_most: {value: 25000 UF, range: [20000 UF, 30000 UF], source: ficha}}]}\n";
    const auto s = read_text(smallest + criteria);
    const auto again = read_text(scenario::resolved(s));
    CHECK(provenance_of(s, "targeting.criteria[0].sales.at_most").source == "ficha");
    CHECK(provenance_of(again, "targeting.criteria[0].sales.at_most").source == "ficha");
    CHECK(provenance_of(again, "targeting.criteria[0].sales.at_most").range_text() == "[20000 UF, 30000 UF]");
}

TEST_CASE("a range may say which of its values are likelier, and a growth may have one for all its years") {
    const std::string text = smallest +
                             "graduation: {repeat: {value: 0.2, range: {low: 0.1, high: 0.3}}}\n"
                             "advisory:\n"
                             "  plan_cost: {value: 45 M$, range: {low: 30 M$, high: 60 M$, shape: pert}}\n"
                             "  budget_growth:\n"
                             "    value: {2025: 1.2, 2026: 1.1}\n"
                             "    range: {low: 1, high: 1.25, shape: uniform}\n";
    const auto s = read_text(text);
    const auto again = read_text(scenario::resolved(s));
    for (const auto* each : {&s, &again}) {
        const auto& growth = each->provenance.at("advisory.budget_growth");
        REQUIRE(growth.range);
        CHECK(growth.range->shape == scenario::Marginal::uniform);
        CHECK(growth.range->high == 1.25);
        CHECK(growth.range_text() == "[1, 1.25] uniform");
        CHECK(provenance_of(*each, "advisory.plan_cost").range_text() == "[30 M$, 60 M$] pert");
        CHECK(provenance_of(*each, "graduation.repeat").range_text() == "[0.1, 0.3]");
    }
}
