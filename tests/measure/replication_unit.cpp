// What one replication says: referrals, outcomes by group, unit costs, shares served, funds that end, what closes.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <vector>

#include "aforo/measure/replication.hpp"
#include "aforo/model/programme.hpp"
#include "aforo/scenario/staffing.hpp"
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
    const auto gap = [&](const char* one, const char* other) {
        return v[{"served_share_of_qualified", one}] - v[{"served_share_of_qualified", other}];
    };
    CHECK(v[{"served_gap_rural_urban", ""}] == doctest::Approx(gap("territory=rural", "territory=urban")));
    CHECK(v[{"served_gap_women_men", ""}] == doctest::Approx(gap("sex=female", "sex=male")));
}

TEST_CASE("the concentration of admissions is over all who ask, those whose plan was interrupted among them") {
    // The definition itself: 1 − twice the area under admissions against requests, by points of the composite.
    struct Asked : model::Observer {
        std::array<double, 101> asked{}, admitted{};
        int interrupted = 0;
        using Observer::on;
        void on(const model::Fact& f) override {
            if (f.year != 2025) return;
            const auto bin = static_cast<std::size_t>(std::clamp(f.who->profile.composite, 0.0F, 100.0F));
            using K = model::FactKind;
            interrupted += f.kind == K::interrupted;
            asked[bin] += f.kind == K::qualified || f.kind == K::requested_again || f.kind == K::interrupted;
            admitted[bin] += f.kind == K::admitted;
        }
        [[nodiscard]] double concentration() const {
            double all_asked = 0, all_admitted = 0, twice_area = 0;
            for (std::size_t i = 0; i < asked.size(); ++i) {
                twice_area += asked[i] * (2 * all_admitted + admitted[i]);
                all_asked += asked[i];
                all_admitted += admitted[i];
            }
            return 1 - twice_area / (all_asked * all_admitted);
        }
    } seen;
    scenario::Scenario s = testing::small();
    s.advisory.slot_cut = scenario::SlotCut::return_to_list;
    s.waiting_list.priority.chain = {scenario::PriorityRule::highest_potential};
    s.advisory.changes = {{core::date(2025, 3, 1), 2, -3}, {core::date(2025, 8, 1), 2, 3}};
    const model::Blueprint blueprint(s);
    model::Programme(blueprint, seen).run(1, 0);
    REQUIRE(seen.interrupted > 20);
    CHECK(values_of(s)[{"concentration_qualified", ""}] == doctest::Approx(seen.concentration()).epsilon(1e-12));
}

TEST_CASE("a slot that is kept for others limits those who wait") {
    scenario::Scenario s = testing::small();
    s.advisory.caseload = 60;
    s.waiting_list.patience = {};
    Values open = values_of(s);
    s.waiting_list.reserves = {{scenario::ReserveGroup::women, 0.95}};
    s.waiting_list.unused_reserve = scenario::UnusedReserve::hold;
    Values kept = values_of(s);
    REQUIRE(kept[{"waiting_year_end", ""}] > 2 * open[{"waiting_year_end", ""}]);
    CHECK(kept[{"limit_slots", ""}] > 0.8);
    CHECK(kept[{"limit_demand", ""}] < 0.2);
    s.waiting_list.room = 0;
    CHECK(values_of(s)[{"limit_slots", ""}] > 0.5);
}

TEST_CASE("a satellite that closed lacks no hours, and a centre that all its advisors left lacks slots only") {
    scenario::Scenario s = testing::small();
    s.advisory.caseload = 90;
    s.advisory.direct_hours = core::from_hours(400);
    s.network.satellites.at(12).advisors = 2;
    s.advisory.annual_cost = core::Money();
    s.horizon.last_year = 2026;
    CHECK(values_of(s)[{"limit_hours", "2"}] > 0.5);
    s.advisory.changes = {{core::date(2025, 1, 1), 2, 40}};  // the main centre has hours to spare
    s.network.satellites.at(12).closes = core::date(2026, 1, 1);
    Values closed = values_of(s);
    CHECK(closed[{"limit_hours", "2"}] == 0);
    CHECK(closed[{"limit_slots", "2"}] == 0);
    s.network.satellites.at(12).advisors = 0;
    s.network.satellites.at(12).closes = {};
    s.advisory.advisors_growth = {};
    s.advisory.changes.clear();
    const auto there = scenario::centre_advisors(s, core::date(2025, 7, 1))[1];
    s.advisory.changes = {{core::date(2025, 7, 1), 2, -static_cast<int>(there)}};
    Values left = values_of(s);
    CHECK(left[{"in_plan_year_end", "2"}] == 0);
    CHECK(left[{"limit_hours", "2"}] == 0);
    CHECK(left[{"limit_slots", "2"}] > 0.9);
}

TEST_CASE("hours that sessions do not take are not used by any part") {
    scenario::Scenario s = testing::small();
    CHECK(values_of(s)[{"hour_utilisation", ""}] > 0.1);
    s.advisory.unlimited_hours = true;
    CHECK(std::isnan(values_of(s)[{"hour_utilisation", ""}]));
}

TEST_CASE("a region's potential is its part of the inhabitants") {
    const scenario::Scenario s = testing::small();
    Values v = values_of(s);
    double beneficiaries = 0;
    for (const auto& [key, region] : s.network.regions) {
        const double potential = s.population.potential * region.population / 3000;
        CHECK(v[{"coverage_potential", key}] == doctest::Approx(v[{"beneficiaries", key}] / potential));
        beneficiaries += v[{"beneficiaries", key}];
    }
    CHECK(beneficiaries == v[{"beneficiaries", ""}]);
}

TEST_CASE("waits are what the facts say, taken by themselves: quantiles, and a median that knows who gave up") {
    struct Seen : model::Observer {
        std::vector<double> attention, slot;
        std::vector<std::pair<double, bool>> offer;  // days, and whether an offer ended them
        using Observer::on;
        void on(const model::Fact& f) override {
            using model::FactKind;
            const double days = core::in_days(f.at - f.since);
            if (f.kind == FactKind::attention_began && f.year == 2025) attention.push_back(days);
            if (f.kind == FactKind::admitted && f.year == 2025) slot.push_back(days);
            const bool offered = f.kind == FactKind::admitted || f.kind == FactKind::declined;
            const bool gave_up = f.kind == FactKind::withdrew || f.kind == FactKind::still_waiting;
            if ((offered || gave_up) && core::year_of(core::day_of(f.since)) == 2025) offer.emplace_back(days, offered);
        }
    } seen;
    scenario::Scenario s = testing::small();
    s.advisory.advisors = 8;
    s.waiting_list.patience->mean /= 4;
    const model::Blueprint blueprint(s);
    model::Programme(blueprint, seen).run(1, 0);
    const auto quantile = [](std::vector<double> days, double p) {  // type 7
        std::sort(days.begin(), days.end());
        const double place = p * static_cast<double>(days.size() - 1);
        const auto low = static_cast<std::size_t>(place);
        return days[low] + (place - static_cast<double>(low)) * (days[std::min(low + 1, days.size() - 1)] - days[low]);
    };
    Values v = values_of(s);
    CHECK(v[{"attention_wait_days_p90", ""}] == doctest::Approx(quantile(seen.attention, 0.9)));
    CHECK(v[{"wait_days_p90", ""}] == doctest::Approx(quantile(seen.slot, 0.9)));
    CHECK(v[{"wait_days_median", ""}] == doctest::Approx(quantile(seen.slot, 0.5)));
    std::sort(seen.offer.begin(), seen.offer.end());
    double goes_on = 1, median = std::nan("");
    for (std::size_t i = 0; i < seen.offer.size() && std::isnan(median); ++i) {
        if (seen.offer[i].second) goes_on *= 1 - 1.0 / static_cast<double>(seen.offer.size() - i);
        if (goes_on <= 0.5) median = seen.offer[i].first;
    }
    CHECK(v[{"offer_days_median", ""}] == doctest::Approx(median).epsilon(1e-3));
    std::vector<double> offered;
    for (const auto& [days, was_offered] : seen.offer) {
        if (was_offered) offered.push_back(days);
    }
    CHECK(median > 1.03 * quantile(offered, 0.5));  // it does matter
}

TEST_CASE("nominal pesos are constant ones at the index of their year") {
    scenario::Scenario s = testing::small();
    s.funding.index = {{{0, 1.05}}};
    Values v = values_of(s);
    CHECK(v[{"spending_nominal", ""}] == doctest::Approx(v[{"spending", ""}] * 1.05).epsilon(1e-9));
}

TEST_CASE("what is a long wait and a long delay is the scenario's, and changes only what is told to limit") {
    const scenario::Scenario s = testing::small();
    CHECK(s.attention.long_wait == core::days(30));
    CHECK(s.advisory.long_delay == core::days(7));
    Values usual = values_of(s);
    scenario::Scenario other = s;
    other.attention.long_wait = core::days(2);
    other.advisory.long_delay = core::days(1);
    const Values strict = values_of(other);
    other.attention.long_wait = other.advisory.long_delay = core::days(3000);
    Values lenient = values_of(other);
    CHECK(strict.at({"limit_orientation", ""}) > usual[{"limit_orientation", ""}]);
    CHECK(strict.at({"limit_hours", ""}) > usual[{"limit_hours", ""}]);
    CHECK(lenient[{"limit_hours", ""}] == 0);
    for (const auto& [of, value] : strict) {
        if (of.first.starts_with("limit_")) continue;
        CAPTURE(of.first);
        CAPTURE(of.second);
        CHECK((value == usual[of] || (std::isnan(value) && std::isnan(usual[of]))));
    }
}

TEST_CASE("administration that its money does not reach ends as the others do") {
    scenario::Scenario s = testing::small();
    CHECK(std::isnan(values_of(s)[{"first_refusal_day", "administration"}]));
    s.administration.budget = core::Money::thousands(1000);
    CHECK(values_of(s)[{"first_refusal_day", "administration"}] > 0);
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

TEST_CASE("a replication gives the same values whatever ran before it, under every rule that remembers") {
    const std::vector<std::function<void(scenario::Scenario&)>> rules = {
        [](scenario::Scenario&) {},
        [](scenario::Scenario& s) { s.funding.plan_payment = scenario::PlanPayment::halves; },
        [](scenario::Scenario& s) {
            s.demand.finite_population = true;
            s.population.potential = 8000;
        },
        [](scenario::Scenario& s) {
            s.funding.pool = scenario::Pool::by_centre;
            s.funding.dropout_return = true;
            s.funding.release = {0.2, 0.2, 0.3, 0.3};
        },
        [](scenario::Scenario& s) {
            s.alliances.demand_effect = 0.02;
            s.alliances.training_effect = 0.5;
            s.work_plan.group = {.sessions = 2,
                                 .size = 6,
                                 .length = core::from_hours(3),
                                 .gather = core::days(30),
                                 .reach = scenario::Reach::centre};
        },
        [](scenario::Scenario& s) {
            s.demand.returning = 0.5;
            s.demand.returns_after = scenario::Distribution::constant(core::days(60));
            s.waiting_list.reserves = {{scenario::ReserveGroup::women, 0.6}};
            s.advisory.slot_cut = scenario::SlotCut::return_to_list;
            s.advisory.changes = {{core::date(2024, 5, 1), 2, -2}};
        }};
    for (std::size_t i = 0; i < rules.size(); ++i) {
        CAPTURE(i);
        scenario::Scenario s = testing::small();
        rules[i](s);
        s.advisory.plan_cost = s.advisory.plan_cost * 10;  // money binds
        const model::Blueprint blueprint(s);
        measure::Replication fresh(blueprint), used(blueprint);
        const auto values = fresh.run(3, 1);
        used.run(3, 0);
        const auto again = used.run(3, 1);
        REQUIRE(values.size() == again.size());
        std::size_t different = 0;
        for (std::size_t k = 0; k < values.size(); ++k)
            different += values[k] != again[k] && (values[k] == values[k] || again[k] == again[k]);
        CHECK(different == 0);
    }
}
