// What changes within a month rules from its day: slots, desks, openings, closings and money by the days of the month.
#include <doctest/doctest.h>

#include <cmath>
#include <map>

#include "aforo/model/programme.hpp"
#include "aforo/scenario/staffing.hpp"
#include "scenarios.hpp"

using namespace aforo;
using namespace aforo::model;
using scenario::Scenario;

namespace {

Money advisory_cost(const Scenario& s, int year) { return scenario::fixed_costs(s, year)[1]; }

// What happened at each office, by day.
struct Days : Observer {
    std::map<std::uint32_t, std::map<core::Date, int>> admitted, attended, left_or_dropped;
    using Observer::on;
    void on(const Fact& f) override {
        const auto office = f.who->office.value;
        const core::Date day = core::day_of(f.at);
        if (f.kind == FactKind::admitted) ++admitted[office][day];
        if (f.kind == FactKind::attention_began) ++attended[office][day];
        if (f.kind == FactKind::dropped_out || f.kind == FactKind::left_attention || f.kind == FactKind::withdrew)
            ++left_or_dropped[office][day];
    }
};

Days run(const Scenario& s) {
    const Blueprint blueprint(s);
    Days days;
    Programme(blueprint, days).run(s.experiment.seed, 0);
    return days;
}

// One advisor of a caseload of one at the only centre, nobody leaves a plan, more ask than there are slots.
Scenario one_slot() {
    Scenario s = testing::small();
    s.network.satellites.clear();
    s.network.centres.erase(2);
    s.network.centres.erase(3);
    s.demand.arrivals = 500;
    s.advisory.advisors = 2;
    s.advisory.advisors_growth = s.advisory.satellite_growth = {};
    s.advisory.caseload = 1;
    s.advisory.annual_cost = core::Money::pesos(3'650'000);
    s.advisory.plan_cost = {};
    s.work_plan.stay = scenario::Distribution::constant(core::days(2000));
    s.horizon.run_in_years = 0;
    return s;
}

}  // namespace

TEST_CASE(
    "advisors hired on the last day of a month have their slots from that day and are paid a day of its twelfth") {
    Scenario s = one_slot();
    const Money before = advisory_cost(s, 2024);
    s.advisory.changes = {{core::date(2024, 7, 31), 1, 2}};
    const Blueprint plan(s);
    CHECK(plan.unit_spell(0, plan.spell_of(core::date(2024, 7, 30))).slots == 2);
    CHECK(plan.unit_spell(0, plan.spell_of(core::date(2024, 7, 31))).slots == 4);
    // 2 × 3.650 M$ × (5 + 1/31) / 12, to the peso.
    CHECK(advisory_cost(s, 2024) - before == core::scaled(core::Money::pesos(7'300'000), 5 * 31 + 1, 12 * 31));
    const auto admitted = run(s).admitted.at(0);
    CHECK(admitted.contains(core::date(2024, 7, 31)));
    CHECK(admitted.at(core::date(2024, 7, 31)) == 2);
    CHECK(admitted.rbegin()->first == core::date(2024, 7, 31));
}

TEST_CASE("who is hired on the first of a month is paid whole twelfths, in every month and year") {
    for (const int year : {2024, 2025}) {
        for (unsigned month = 1; month <= 12; ++month) {
            Scenario s = one_slot();
            const Money before = advisory_cost(s, year);
            s.advisory.changes = {{core::date(year, month, 1), 1, 3}};
            CHECK(advisory_cost(s, year) - before == core::scaled(core::Money::pesos(10'950'000), 13 - month, 12));
        }
    }
}

TEST_CASE("advisors who leave within a month are paid until then, and one month's days add up to its twelfth") {
    for (unsigned day = 1; day <= 29; ++day) {
        Scenario s = one_slot();
        const Money whole = advisory_cost(s, 2024);
        s.advisory.changes = {{core::date(2024, 2, day), 1, -1}};
        const Money less = whole - advisory_cost(s, 2024);
        s.advisory.changes = {{core::date(2024, 2, 1), 1, -1}, {core::date(2024, 2, day), 1, 1}};
        const Money gap = whole - advisory_cost(s, 2024);
        const std::int64_t both = (less + gap).in_pesos();
        const std::int64_t year = core::scaled(core::Money::pesos(3'650'000), 11, 12).in_pesos();
        CHECK(std::abs(both - year) <= 1);  // each rounds to the peso
    }
}

TEST_CASE("a new advisor's caseload grows on the day of the month on which the advisor came") {
    Scenario s = one_slot();
    s.advisory.caseload = 40;
    s.advisory.ramp_up = core::from_days(2 * core::days_per_month);
    s.advisory.changes = {{core::date(2024, 1, 31), 1, 3}};
    const Blueprint plan(s);
    const auto slots = [&](unsigned month, unsigned day) {
        return plan.unit_spell(0, plan.spell_of(core::date(2024, month, day))).slots;
    };
    CHECK(slots(1, 30) == 80);
    CHECK(slots(1, 31) == 120);
    CHECK(slots(2, 28) == 120);
    CHECK(slots(2, 29) == 160);  // the month has no 31st
    CHECK(slots(3, 30) == 160);
    CHECK(slots(3, 31) == 200);
    CHECK(slots(12, 31) == 200);
}

TEST_CASE("an office that opens or closes within a month does so on its day, and its costs with it") {
    Scenario s = testing::small();
    s.horizon.run_in_years = 0;
    s.advisory.satellite_growth = {};
    const Money whole = advisory_cost(s, 2024);
    const core::Date opens = core::date(2024, 4, 16), closes = core::date(2024, 10, 17);  // a Tuesday, a Thursday
    s.network.satellites.at(11).opens = opens;
    s.network.satellites.at(12).closes = closes;
    // 30.000 M$ a year each: one was not there for 3 months and 15 of April's 30 days, the other not from the 17th on.
    const double saved = 30e6 / 12 * (3 + 15.0 / 30) + 30e6 / 12 * (2 + 15.0 / 31);
    CHECK(std::abs(static_cast<double>((whole - advisory_cost(s, 2024)).in_pesos()) - saved) <= 1);
    const Blueprint plan(s);
    CHECK_FALSE(plan.office_spell(3, plan.spell_of(opens - core::days(1))).works);
    CHECK(plan.office_spell(3, plan.spell_of(opens)).works);
    CHECK(plan.office_spell(4, plan.spell_of(closes - core::days(1))).works);
    CHECK_FALSE(plan.office_spell(4, plan.spell_of(closes)).works);
    const Days days = run(s);
    CHECK(days.attended.at(3).begin()->first >= opens);
    CHECK(days.attended.at(3).begin()->first < opens + core::days(10));
    CHECK(days.attended.at(4).rbegin()->first < closes);
    CHECK(days.attended.at(4).rbegin()->first > closes - core::days(10));
}

TEST_CASE("a centre that closes within a month sends its people away on that day") {
    Scenario s = testing::small();
    const core::Date closes = core::date(2025, 5, 14);
    s.network.centres.at(3).closes = closes;
    const Days days = run(s);
    CHECK(days.left_or_dropped.at(2).at(closes) > 10);
    CHECK(days.attended.at(2).rbegin()->first < closes);
    // Its advisors serve elsewhere from that day.
    const Blueprint plan(s);
    const std::size_t before = plan.spell_of(closes - core::days(1)), after = plan.spell_of(closes);
    CHECK(plan.unit_spell(2, after).advisors == 0);
    CHECK(plan.unit_spell(0, after).advisors + plan.unit_spell(1, after).advisors ==
          plan.unit_spell(0, before).advisors + plan.unit_spell(1, before).advisors +
              plan.unit_spell(2, before).advisors);
}

TEST_CASE(
    "a satellite changes nobody's demand before it opens, and from then on it is as if it had always been there") {
    Scenario with = testing::small();
    Scenario without = with, always = with;
    with.network.satellites.at(12).opens = core::date(2024, 7, 1);
    without.network.satellites.erase(12);
    const Blueprint plan(with), none(without), ever(always);
    for (std::size_t o = 0; o + 1 < plan.offices.size(); ++o) {  // 12 is the last one
        CAPTURE(o);
        const core::Date before = core::date(2024, 6, 28), after = core::date(2024, 7, 1);
        CHECK(plan.office_spell(o, plan.spell_of(before)).demand_share ==
              doctest::Approx(none.office_spell(o, none.spell_of(before)).demand_share).epsilon(1e-12));
        CHECK(plan.office_spell(o, plan.spell_of(before)).rural ==
              doctest::Approx(none.office_spell(o, none.spell_of(before)).rural).epsilon(1e-12));
        CHECK(plan.office_spell(o, plan.spell_of(after)).demand_share ==
              ever.office_spell(o, ever.spell_of(after)).demand_share);
    }
}
