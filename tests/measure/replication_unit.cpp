// What one replication says: referrals, outcomes by group, unit costs, shares served, funds that end, what closes.
#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "aforo/measure/replication.hpp"
#include "model/scenarios.hpp"

using namespace aforo;

namespace {

using Values = std::map<std::pair<std::string, std::string>, double>;  // of the last year, by column and id

Values values_of(const scenario::Scenario& s) {
    const model::Blueprint blueprint(s);
    measure::Replication replication(blueprint);
    const auto values = replication.run(1, 0);
    Values sums;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const auto& key = replication.keys()[k];
        if (key.month == 0 && key.year == s.horizon.last_year)
            sums[{measure::catalogue()[static_cast<std::size_t>(key.column)].name, key.id}] = values[k];
    }
    return sums;
}

}  // namespace

TEST_CASE("who is referred goes somewhere: destinations sum to all, rural agri-forestry to INDAP whatever it fails") {
    scenario::Scenario s = testing::small();
    Values v = values_of(s);
    const double all = v[{"referred", ""}];
    CHECK(all > 100);
    CHECK(v[{"referred", "destination=INDAP"}] > 0);
    CHECK(v[{"referred", "destination=INDAP"}] + v[{"referred", "destination=otra"}] == all);

    s.targeting.destinations["standard"] = {"Municipio"};
    s.targeting.destinations["sales"] = {"Corfo"};
    Values named = values_of(s);
    CHECK(named[{"referred", "destination=INDAP"}] == v[{"referred", "destination=INDAP"}]);
    CHECK(named[{"referred", "destination=Municipio"}] > 0);
    CHECK(named[{"referred", "destination=Municipio"}] <= named[{"referred", "criterion=standard"}]);
    CHECK(named[{"referred", "destination=INDAP"}] + named[{"referred", "destination=Municipio"}] +
              named[{"referred", "destination=Corfo"}] + named[{"referred", "destination=otra"}] ==
          all);
}

TEST_CASE("outcomes by group average to the programme's, and the programme never harms") {
    const scenario::Scenario s = testing::small();
    Values v = values_of(s);
    for (const char* outcome : {"survival_t2", "sales_up_t1"}) {
        const std::string without = std::string(outcome) + "_counterfactual";
        for (const char* pair : {"sex=female/sex=male", "band=medium/band=high"}) {
            const std::string both = pair;
            const std::string one = both.substr(0, both.find('/')), other = both.substr(both.find('/') + 1);
            const double all = v[{outcome, ""}];
            CHECK(std::min(v[{outcome, one}], v[{outcome, other}]) <= all);
            CHECK(std::max(v[{outcome, one}], v[{outcome, other}]) >= all);
            CHECK(v[{outcome, one}] >= v[{without, one}]);
        }
    }
}

TEST_CASE("what a beneficiary costs is all spending over the beneficiaries, however many persons each is") {
    scenario::Scenario s = testing::small();
    s.enterprises.persons = 2;
    s.graduation.repeat = 0.5;
    s.graduation.max_plans = 3;
    s.graduation.cooldown = scenario::Distribution::constant(core::days(20));
    Values v = values_of(s);
    CHECK(v[{"unit_cost", ""}] == doctest::Approx(v[{"spending", ""}] / v[{"beneficiaries", ""}]));
    CHECK(v[{"unit_cost", "advisory"}] == doctest::Approx(v[{"spending", "advisory"}] / v[{"advised_persons", ""}]));
}

TEST_CASE("who goes back to the list as its plan is interrupted asks once more: no more are served than ask") {
    scenario::Scenario s = testing::small();
    s.advisory.slot_cut = scenario::SlotCut::return_to_list;
    s.advisory.caseload = 60;
    s.waiting_list.patience = {};
    for (const unsigned month : {3U, 6U, 9U}) {
        s.advisory.changes.push_back({core::date(2025, month, 1), 2, -3});
        s.advisory.changes.push_back({core::date(2025, month + 1, 1), 2, 3});
    }
    Values v = values_of(s);
    REQUIRE(v[{"interrupted", ""}] > 30);
    CHECK(v[{"served_share_of_qualified", ""}] ==
          doctest::Approx(v[{"admissions", ""}] / (v[{"qualified", ""}] + v[{"interrupted", ""}])));
    CHECK(v[{"served_share_of_qualified", "2"}] <= 1.02);
}

TEST_CASE("administration that its money does not reach ends as the others do") {
    scenario::Scenario s = testing::small();
    CHECK(std::isnan(values_of(s)[{"first_refusal_day", "admin"}]));
    s.administration.budget = core::Money::thousands(1000);
    CHECK(values_of(s)[{"first_refusal_day", "admin"}] > 0);
}

TEST_CASE("a centre that closes leaves nobody behind, and binds nothing") {
    scenario::Scenario s = testing::small();
    s.funding.plan_payment = scenario::PlanPayment::halves;
    CHECK(values_of(s)[{"in_plan_year_end", "2"}] > 10);
    s.network.centres.at(2).closes = core::date(2025, 7, 1);
    s.horizon.last_year = 2026;
    for (const auto cut : {scenario::SlotCut::finish, scenario::SlotCut::return_to_list}) {
        s.advisory.slot_cut = cut;
        Values v = values_of(s);
        for (const char* stock : {"in_plan_year_end", "waiting_year_end"}) CHECK(v[{stock, "2"}] == 0);
        for (const char* limit : {"limit_hours", "limit_slots", "limit_orientation", "limit_demand"}) {
            CHECK(std::isnan(v[{limit, "2"}]));
        }
        CHECK(v[{"in_plan_year_end", "1"}] > 10);
    }
}
