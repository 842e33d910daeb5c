// Each probe alone, fed by hand.
#include <doctest/doctest.h>

#include <cmath>

#include "measure/alone.hpp"

using namespace aforo;
using model::FactKind;
using results::Level;
using testing::Alone;

namespace {

core::Time noon(int year) { return core::Time(core::new_year(year) + core::days(100)); }
constexpr core::OfficeId office(std::uint32_t o) { return core::OfficeId(o); }

}  // namespace

TEST_CASE("flows are counted by office, region, group and year, and stocks are what came less what went") {
    Alone probe(measure::make_flow_probe);
    auto& north = probe.enterprise(0);
    auto& south = probe.enterprise(1);
    south.profile.sex = policy::Sex::male;
    for (const int year : {2024, 2025}) probe.tell(FactKind::arrived, north, year);
    probe.tell(FactKind::arrived, south, 2025);
    probe.tell(FactKind::attention_began, south, 2025);
    probe.tell(FactKind::qualified, south, 2025);
    probe.tell(FactKind::admitted, south, 2025);
    probe.report();
    CHECK(probe.value("arrivals", 2024) == 1);
    CHECK(probe.value("arrivals", 2025) == 2);
    CHECK(probe.value("arrivals", 2025, Level::office, "1") == 1);
    CHECK(probe.value("arrivals", 2025, Level::region, "sur") == 1);
    CHECK(probe.value("arrivals", 2025, Level::group, "sex=male") == 1);
    CHECK(probe.value("attention_waiting_year_end", 2024) == 1);
    CHECK(probe.value("attention_waiting_year_end", 2025) == 2);
    CHECK(probe.value("in_plan_year_end", 2025, Level::region, "sur") == 1);
    CHECK(probe.value("beneficiaries", 2025) == 1);
    CHECK(probe.value("coverage_target", 2025) == doctest::Approx(1.0 / 20'000));
    CHECK(probe.value("served_share_of_qualified", 2025) == 1);
    CHECK(std::isnan(probe.value("served_share_of_qualified", 2024)));
}

TEST_CASE("who is turned away asked and had no offer; who still waits counts as the others do from there on") {
    Alone probe(measure::make_wait_probe);
    probe.tell(FactKind::admitted, probe.enterprise(1), 2024, 10);
    probe.tell(FactKind::still_waiting, probe.enterprise(1), 2024, 20);
    probe.tell(FactKind::declined, probe.enterprise(1), 2024, 60);
    probe.tell(FactKind::withdrew, probe.enterprise(1), 2024, 70);
    probe.tell(FactKind::turned_away, probe.enterprise(1), 2024);
    probe.tell(FactKind::turned_away, probe.enterprise(0), 2024);
    probe.tell(FactKind::still_waiting, probe.enterprise(2), 2024, 40);
    probe.report();
    // Five asked there. One is offered a slot at 10 days; then the fifth of the one that is seen no more goes, half and
    // half, to the two that are: one is offered a slot at 60 days.
    CHECK(probe.value("offered_within_30_days", 2024, Level::office, "2") == doctest::Approx(0.2));
    CHECK(probe.value("offered_within_90_days", 2024, Level::office, "2") == doctest::Approx(0.2 + 0.2 * 1.5));
    CHECK(probe.value("offered_within_90_days", 2024, Level::office, "1") == 0);
    // Of the third office nobody is seen for 90 days.
    CHECK(probe.value("offered_within_30_days", 2024, Level::office, "3") == 0);
    CHECK(std::isnan(probe.value("offered_within_90_days", 2024, Level::office, "3")));
    // Of many, one that is seen no more before the others' ends leaves next to nothing unknown.
    Alone many(measure::make_wait_probe);
    for (int i = 0; i < 99; ++i) many.tell(FactKind::admitted, many.enterprise(1), 2024, 10);
    many.tell(FactKind::still_waiting, many.enterprise(1), 2024, 20);
    many.report();
    CHECK(many.value("offered_within_90_days", 2024) == doctest::Approx(0.99));
    // The median is of those that wait.
    CHECK(probe.value("offer_days_median", 2024, Level::office, "2") == doctest::Approx(60));
}

TEST_CASE("waits have their mean and quantiles by place, and who still waits counts up to then") {
    Alone probe(measure::make_wait_probe);
    for (const double days : {0.0, 10.0, 20.0, 30.0}) probe.tell(FactKind::admitted, probe.enterprise(1), 2024, days);
    probe.tell(FactKind::admitted, probe.enterprise(0), 2024, 100);
    probe.tell(FactKind::withdrew, probe.enterprise(0), 2024, 5);
    probe.tell(FactKind::attention_began, probe.enterprise(0), 2024, 2);
    probe.tell(FactKind::graduated, probe.enterprise(2), 2025, core::days_per_month * 7);
    probe.report();
    CHECK(probe.value("wait_days_mean", 2024) == doctest::Approx(32));
    CHECK(probe.value("wait_days_mean", 2024, Level::region, "sur") == doctest::Approx(15));
    CHECK(probe.value("wait_days_median", 2024, Level::region, "sur") == doctest::Approx(15));
    CHECK(probe.value("wait_days_p90", 2024, Level::office, "2") == doctest::Approx(27));
    // One of six is offered at once; of the four left after the one that withdrew, one at 10 and one at 20.
    CHECK(probe.value("offer_days_median", 2024) == doctest::Approx(20));
    // Of the same six, three are offered one within 30 days, and the one that withdrew never.
    CHECK(probe.value("offered_within_30_days", 2024) == doctest::Approx(4.0 / 6));
    CHECK(probe.value("offered_within_180_days", 2024) == doctest::Approx(5.0 / 6));
    CHECK(probe.value("offered_within_90_days", 2024, Level::region, "sur") == 1);
    CHECK(probe.value("offered_within_90_days", 2024, Level::office, "1") == 0);
    CHECK(std::isnan(probe.value("offered_within_90_days", 2025)));
    CHECK(probe.value("attention_wait_days_mean", 2024) == doctest::Approx(2));
    CHECK(probe.value("plan_months_graduates", 2025, Level::office, "3") == doctest::Approx(7));
    CHECK(std::isnan(probe.value("plan_months_mean", 2024)));
}

TEST_CASE("use is what was used over what there was, summed before it is divided") {
    Alone probe(measure::make_use_probe);
    probe.tell(model::OfficeYearFact{2024, office(0), 100, 50, 10, 10, 8, 2});
    probe.tell(model::OfficeYearFact{2024, office(1), 300, 300, 30, 15, 0, 0});
    probe.report();
    CHECK(probe.value("slot_utilisation", 2024) == doctest::Approx(350.0 / 400));
    CHECK(probe.value("slot_utilisation", 2024, Level::region, "norte") == doctest::Approx(0.5));
    CHECK(probe.value("hour_utilisation", 2024, Level::office, "2") == doctest::Approx(0.5));
    CHECK(std::isnan(probe.value("orientation_utilisation", 2024, Level::region, "sur")));
    // Advisors of a centre go to its satellite: the region's hours are those of its offices.
    CHECK(probe.value("travel_hours", 2024, Level::region, "norte") ==
          probe.value("travel_hours", 2024, Level::office, "11"));
    CHECK(probe.value("travel_hours", 2024) == probe.value("travel_hours", 2024, Level::region, "norte") +
                                                   probe.value("travel_hours", 2024, Level::region, "sur"));
}

TEST_CASE("alliances count where they are realised, up to their region") {
    Alone probe(measure::make_alliance_probe);
    using K = model::AllianceFactKind;
    for (const std::uint32_t centre : {0U, 1U, 2U, 2U})
        probe.tell(model::AllianceFact{K::started, noon(2024), office(centre)});
    probe.tell(model::AllianceFact{K::realised, noon(2025), office(2)});
    probe.tell(model::AllianceFact{K::failed, noon(2025), office(1)});
    probe.report();
    CHECK(probe.value("linkages_started", 2024) == 4);
    CHECK(probe.value("linkages_started", 2024, Level::region, "sur") == 3);
    CHECK(probe.value("alliances", 2025, Level::office, "3") == 1);
    CHECK(probe.value("alliances", 2025, Level::region, "norte") == 0);
    CHECK(probe.value("alliances", 2024) == 0);
}

TEST_CASE("money is told by component, and funds run out on the day of the first refusal for good") {
    Alone probe(measure::make_money_probe);
    model::Balance balance;
    balance.appropriated = core::Money::pesos(3'000'000);
    balance.paid = core::Money::pesos(2'000'000);
    balance.returned = core::Money::pesos(1'000'000);
    probe.tell(model::YearAccountFact{2024, model::Component::alliances, balance});
    probe.tell(model::AllianceFact{model::AllianceFactKind::realised, noon(2024), office(0)});
    using policy::Spending;
    probe.tell(model::RefusalFact{model::Component::advisory, noon(2024), Spending::frozen});
    probe.tell(model::RefusalFact{model::Component::alliances, noon(2024), Spending::no_funds});
    probe.report();
    CHECK(probe.value("spending", 2024, Level::component, "alliances") == 2000);
    CHECK(probe.value("unspent", 2024) == 1000);
    CHECK(probe.value("unit_cost", 2024, Level::component, "alliances") == 2000);
    CHECK(probe.value("first_refusal_day", 2024, Level::component, "alliances") == 101);
    CHECK(std::isnan(probe.value("first_refusal_day", 2024, Level::component, "advisory")));
    CHECK(probe.value("admin_share", 2024) == 0);
    CHECK(probe.value("spending", 2025, Level::component, "administration") == 0);
}

TEST_CASE("limits are shares of the days of centres, several at once, and demand where nothing binds") {
    Alone probe(measure::make_limit_probe);
    const core::Date day = core::new_year(2024) + core::days(8);
    probe.tell(model::CentreDayFact{day, office(0), false, true, true, false});
    probe.tell(model::CentreDayFact{day, office(1), false, false, false, false});
    probe.report();
    CHECK(probe.value("limit_slots", 2024) == 0.5);
    CHECK(probe.value("limit_hours", 2024, Level::region, "norte") == 1);
    CHECK(probe.value("limit_demand", 2024, Level::region, "sur") == 1);
    CHECK(std::isnan(probe.value("limit_demand", 2025)));
}

TEST_CASE("outcomes are shares of the graduates of whom they are asked, with the programme and without") {
    Alone probe(measure::make_outcome_probe);
    auto& formal = probe.enterprise(0);
    probe.tell(model::OutcomeFact{noon(2024), &formal, true, true, false, true, true, 1, 0});
    probe.tell(model::OutcomeFact{noon(2024), &formal, true, false, false, true, false, 0, 0});
    probe.tell(model::OutcomeFact{noon(2024), &formal, false, true, true, false, false, 0, 0});
    probe.report();
    CHECK(probe.value("survival_t2", 2024) == 1);
    CHECK(probe.value("survival_t2_counterfactual", 2024) == 0.5);
    CHECK(probe.value("sales_up_t1", 2024) == 0.5);
    CHECK(probe.value("sales_up_t1_with_informal", 2024) == doctest::Approx(2.0 / 3));
    CHECK(probe.value("epg_profits", 2024, Level::region, "norte") == doctest::Approx(1.0 / 3));
    CHECK(std::isnan(probe.value("survival_t2", 2024, Level::region, "sur")));
}

TEST_CASE("centres that serve the same share of who comes are equal, and one that serves all is not") {
    Alone even(measure::make_equity_probe), one(measure::make_equity_probe);
    for (std::size_t o = 0; o < 2; ++o) {
        for (auto* probe : {&even, &one}) {
            auto& e = probe->enterprise(o);
            probe->tell(FactKind::arrived, e, 2024);
            if (probe == &even || o == 0) probe->tell(FactKind::admitted, e, 2024);
        }
    }
    even.report();
    one.report();
    CHECK(even.value("beneficiaries_gini", 2024) == doctest::Approx(0));
    CHECK(one.value("beneficiaries_gini", 2024) == doctest::Approx(0.5));
}

TEST_CASE("errors of the filter are told against the need that it does not see") {
    Alone probe(measure::make_targeting_probe);
    auto& needs = probe.enterprise(0);
    auto& not_in_need = probe.enterprise(0);
    needs.latent = 10;
    needs.failed = 0;
    not_in_need.latent = 90;
    for (const auto* e : {&needs, &not_in_need}) probe.tell(FactKind::diagnosed, *e, 2024);
    probe.tell(FactKind::referred, needs, 2024);
    probe.tell(FactKind::qualified, not_in_need, 2024);
    probe.report();
    CHECK(probe.value("exclusion_error", 2024) == 1);
    CHECK(probe.value("inclusion_error", 2024) == 1);
    CHECK(probe.value("referred", 2024, Level::group, "criterion=sector") == 1);
    CHECK(probe.value("referred", 2024, Level::group, "destination=otra") == 1);
}

TEST_CASE("months have their flows, their stocks at the end, and what was spent in each") {
    Alone probe(measure::make_series_probe);
    probe.tell(FactKind::arrived, probe.enterprise(1), 2024);
    probe.tell(model::MonthAccountFact{2024, 1, model::Component::advisory, core::Money::pesos(1'000'000)});
    probe.tell(model::MonthAccountFact{2024, 2, model::Component::advisory, core::Money::pesos(1'500'000)});
    probe.report();
    CHECK(probe.value("arrivals", 2024, Level::region, "sur", 7) == 1);
    CHECK(probe.value("arrivals", 2024, Level::programme, "", 6) == 0);
    CHECK(probe.value("attention_waiting", 2024, Level::office, "2", 6) == 0);
    CHECK(probe.value("attention_waiting", 2025, Level::office, "2", 12) == 1);
    CHECK(probe.value("spending", 2024, Level::component, "advisory", 1) == 1000);
    CHECK(probe.value("spending", 2024, Level::programme, "", 2) == 500);
}
