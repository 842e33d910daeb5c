#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "aforo/model/programme.hpp"
#include "aforo/policy/priority.hpp"
#include "scenarios.hpp"

using namespace aforo;
using namespace aforo::model;
using scenario::Scenario;

namespace {

scenario::GroupTraining groups(int sessions, int size, double hours, int days_to_gather, scenario::Reach reach) {
    return {.sessions = sessions,
            .size = size,
            .length = core::from_hours(hours),
            .gather = core::from_days(days_to_gather),
            .reach = reach};
}

// How many facts of each kind a replication tells, and its money.
struct Counts : Observer {
    std::array<int, static_cast<std::size_t>(FactKind::count_of_kinds)> of{};
    std::array<Money, 4> paid{};
    int alliances = 0, refusals = 0, sales_up = 0, survivors = 0;
    int persons = 0, rural = 0;
    int mondays = 0, mornings = 0;  // arrivals
    int began_late = 0;             // attentions from 15:00 on
    int missed_at_satellites = 0;   // sessions
    double slot_days_over = 0;      // more slots used than there are: only plans that finish after their advisor left
    int centre_days = 0;            // and those on which each of these limits
    int short_of_orientation = 0, short_of_slots = 0, short_of_funds = 0;
    double waited = 0, hours_booked = 0, hours = 0;
    std::set<std::uint64_t> admitted;

    using Observer::on;
    void on(const Fact& f) override {
        ++of[static_cast<std::size_t>(f.kind)];
        if (f.kind == FactKind::attended) persons += f.who->profile.persons;
        const auto hour = core::in_hours(f.at - core::Time(core::day_of(f.at)));
        if (f.kind == FactKind::arrived) {
            mondays += core::weekday_of(core::day_of(f.at)) == 0;
            mornings += hour < 13;
        }
        if (f.kind == FactKind::attention_began) began_late += hour >= 15;
        if (f.kind == FactKind::no_show) missed_at_satellites += f.who->office.value >= 3;
        if (f.kind == FactKind::admitted) {
            admitted.insert(f.who->key);
            rural += f.who->profile.territory == policy::Territory::rural;
            waited += core::in_days(f.at - f.since);
            CHECK(f.at >= f.since);
        }
    }
    void on(const OutcomeFact& f) override {
        sales_up += f.sales_up;
        survivors += f.survives;
        CHECK(f.sales_up >= f.sales_up_without);
        CHECK(f.survives >= f.survives_without);
    }
    void on(const AllianceFact& f) override { alliances += f.kind == AllianceFactKind::realised; }
    void on(const RefusalFact&) override { ++refusals; }
    void on(const CentreDayFact& f) override {
        ++centre_days;
        short_of_orientation += f.orientation;
        short_of_slots += f.slots;
        short_of_funds += f.funds;
    }
    void on(const YearAccountFact& f) override {
        paid[static_cast<std::size_t>(f.component)] += f.balance.paid;
        CHECK(f.balance.appropriated == f.balance.paid + f.balance.returned);
    }
    void on(const OfficeYearFact& f) override {
        slot_days_over += std::max(0.0, f.slot_days_used - f.slot_days * (1 + 1e-9));
        CHECK(f.agenda_hours_booked <= f.agenda_hours + 1e-6);
        hours_booked += f.agenda_hours_booked;
        hours += f.agenda_hours;
    }
    int operator[](FactKind k) const { return of[static_cast<std::size_t>(k)]; }
};

Counts counts(const Scenario& s, std::uint32_t replication = 0) {
    const Blueprint blueprint(s);
    Counts c;
    Programme programme(blueprint, c);
    programme.run(s.experiment.seed, replication);
    return c;
}

// A change of the small scenario under the same random numbers, and what must not fall (first ≥ second) with it.
struct Direction {
    std::string says;
    std::function<void(Scenario&)> change;
    std::function<bool(const Counts& before, const Counts& after)> holds;
};

const std::vector<Direction> directions = {
    {"more advisors, with money for them: more admitted",
     [](Scenario& s) {
         s.advisory.advisors = 15;
         s.advisory.budget = s.advisory.budget * 2;
     },
     [](auto& a, auto& b) { return b[FactKind::admitted] > a[FactKind::admitted]; }},
    {"a higher caseload: shorter waits", [](Scenario& s) { s.advisory.caseload = 40; },
     [](auto& a, auto& b) { return b.waited / b[FactKind::admitted] < a.waited / a[FactKind::admitted]; }},
    {"fewer direct hours: fewer sessions", [](Scenario& s) { s.advisory.direct_hours = core::from_hours(500); },
     [](auto& a, auto& b) { return b[FactKind::session_held] < a[FactKind::session_held]; }},
    {"longer trips: fewer hours in the agenda", [](Scenario& s) { s.advisory.travel = core::from_hours(6); },
     [](auto& a, auto& b) { return b.hours < a.hours; }},
    {"a stricter standard: fewer qualify", [](Scenario& s) { s.targeting.pass_standard = 60; },
     [](auto& a, auto& b) { return b[FactKind::qualified] < a[FactKind::qualified]; }},
    {"a need ceiling: fewer qualify",
     [](Scenario& s) {
         s.targeting.criteria.push_back({scenario::Criterion::Kind::need, 65});
     },
     [](auto& a, auto& b) { return b[FactKind::qualified] < a[FactKind::qualified]; }},
    {"less patience for a slot: more withdraw", [](Scenario& s) { s.waiting_list.patience->mean /= 8; },
     [](auto& a, auto& b) { return b[FactKind::withdrew] > a[FactKind::withdrew]; }},
    {"less patience for attention: more leave", [](Scenario& s) { s.attention.patience->mean /= 8; },
     [](auto& a, auto& b) { return b[FactKind::left_attention] > a[FactKind::left_attention]; }},
    {"no patience limit: nobody leaves",
     [](Scenario& s) {
         s.attention.patience.reset();
         s.waiting_list.patience.reset();
     },
     [](auto&, auto& b) { return b[FactKind::left_attention] == 0 && b[FactKind::withdrew] == 0; }},
    {"more orientation staff, with money for them: more attended",
     [](Scenario& s) {
         s.attention.staff = 6.4;
         s.attention.budget = s.attention.budget * 2;
     },
     [](auto& a, auto& b) { return b[FactKind::attended] > a[FactKind::attended]; }},
    {"overrun on top of the hours: more attended than when it is given back",
     [](Scenario& s) { s.attention.overrun = scenario::Overrun::extra; },
     [](auto& a, auto& b) { return b[FactKind::attended] > a[FactKind::attended]; }},
    {"more demand: more arrive, and all who came before still do", [](Scenario& s) { s.demand.arrivals *= 1.3; },
     [](auto& a, auto& b) { return b[FactKind::arrived] > a[FactKind::arrived]; }},
    {"more no-shows: more sessions lost", [](Scenario& s) { s.work_plan.no_show = 0.4; },
     [](auto& a, auto& b) { return b[FactKind::no_show] > a[FactKind::no_show]; }},
    {"more dropout: fewer graduate", [](Scenario& s) { s.work_plan.dropout = scenario::PerBand::all(0.6); },
     [](auto& a, auto& b) {
         return b[FactKind::graduated] < a[FactKind::graduated] && b[FactKind::dropped_out] > a[FactKind::dropped_out];
     }},
    {"more decline: more decline", [](Scenario& s) { s.waiting_list.decline = 0.5; },
     [](auto& a, auto& b) { return b[FactKind::declined] > a[FactKind::declined]; }},
    {"nobody repeats when one plan is the most", [](Scenario& s) { s.graduation.max_plans = 1; },
     [](auto& a, auto& b) { return a[FactKind::requested_again] > 0 && b[FactKind::requested_again] == 0; }},
    {"everybody seeks a diagnosis: nobody comes for information only", [](Scenario& s) { s.diagnosis.share = 1; },
     [](auto& a, auto& b) { return a[FactKind::informed] > 0 && b[FactKind::informed] == 0; }},
    {"less money for plans: admissions stop, and it is told",
     [](Scenario& s) { s.advisory.plan_cost = s.advisory.plan_cost * 20; },
     [](auto& a, auto& b) {
         return a.refusals == 0 && b.refusals > 0 && b[FactKind::admitted] < a[FactKind::admitted];
     }},
    {"less money for attention: fewer attended", [](Scenario& s) { s.attention.cost = s.attention.cost * 10; },
     [](auto& a, auto& b) { return b.refusals > 0 && b[FactKind::attended] < a[FactKind::attended]; }},
    {"a greater effect: more survive and sell more",
     [](Scenario& s) {
         s.outcomes.sales.effect = 0.2;
         s.outcomes.survival.effect = 3;
     },
     [](auto& a, auto& b) { return b.sales_up > a.sales_up && b.survivors > a.survivors; }},
    {"more linkages: more alliances", [](Scenario& s) { s.alliances.linkages = 36; },
     [](auto& a, auto& b) { return b.alliances > a.alliances; }},
    {"coordinators with few hours: fewer alliances",
     [](Scenario& s) { s.alliances.direct_hours = core::from_hours(300); },
     [](auto& a, auto& b) { return b.alliances < a.alliances; }},
    {"dearer alliances: the money ends", [](Scenario& s) { s.alliances.cost = s.alliances.cost * 20; },
     [](auto& a, auto& b) { return b.refusals > 0 && b.alliances < a.alliances; }},
    {"fewer satellite visits: their queues for attention lose more",
     [](Scenario& s) { s.attention.direct_hours = core::from_hours(900); },
     [](auto& a, auto& b) { return b[FactKind::left_attention] > a[FactKind::left_attention]; }},
    {"demand that varies by day and year: other arrivals",
     [](Scenario& s) {
         s.demand.day_cv = 0.5;
         s.demand.year_cv = 0.2;
     },
     [](auto& a, auto& b) { return b[FactKind::arrived] != a[FactKind::arrived]; }},
    {"a small finite population: fewer arrive",
     [](Scenario& s) {
         s.demand.finite_population = true;
         s.population.potential = 6000;
     },
     [](auto& a, auto& b) { return b[FactKind::arrived] < a[FactKind::arrived]; }},
    {"who leaves without a plan comes back: more attended",
     [](Scenario& s) {
         s.demand.returning = 0.5;
         s.demand.returns_after = scenario::Distribution::constant(core::days(60));
         s.attention.budget = s.attention.budget * 2;
         s.attention.staff = 8;
     },
     [](auto& a, auto& b) {
         return a[FactKind::returned] == 0 && b[FactKind::returned] > 100 &&
                b[FactKind::attended] > a[FactKind::attended];
     }},
    {"an office with little room: some go away", [](Scenario& s) { s.attention.room = 3; },
     [](auto& a, auto& b) { return a[FactKind::balked] == 0 && b[FactKind::balked] > 0; }},
    {"a list with little room: some are turned away", [](Scenario& s) { s.waiting_list.room = 3; },
     [](auto& a, auto& b) { return a[FactKind::turned_away] == 0 && b[FactKind::turned_away] > 0; }},
    {"services that wait for the next opening: fewer attended",
     [](Scenario& s) { s.attention.overrun = scenario::Overrun::wait; },
     [](auto& a, auto& b) { return b[FactKind::attended] < a[FactKind::attended]; }},
    {"a shorter legal week: fewer hours",
     [](Scenario& s) {
         s.calendar.weekly_hours.from = {{core::date(2020, 1, 1), core::from_hours(44)},
                                         {core::date(2024, 4, 26), core::from_hours(30)}};
     },
     [](auto& a, auto& b) {
         return b.hours < a.hours && b[FactKind::attended] < a[FactKind::attended] && b.alliances < a.alliances;
     }},
    {"the same legal week: the same bits",
     [](Scenario& s) {
         s.calendar.weekly_hours.from = {{core::date(2020, 1, 1), core::from_hours(44)}};
     },
     [](auto& a, auto& b) { return a.of == b.of && a.hours == b.hours; }},
    {"a centre that closes: fewer arrive", [](Scenario& s) { s.network.centres.at(2).closes = core::date(2024, 7, 1); },
     [](auto& a, auto& b) { return b[FactKind::arrived] < a[FactKind::arrived]; }},
    {"a satellite that closes: its demand goes to its centre",
     [](Scenario& s) { s.network.satellites.at(12).closes = core::date(2024, 7, 1); },
     [](auto& a, auto& b) { return std::abs(b[FactKind::arrived] - a[FactKind::arrived]) < 400 && b.of != a.of; }},
    {"a satellite that closes: its cost is saved",
     [](Scenario& s) { s.network.satellites.at(12).closes = core::date(2024, 1, 1); },
     [](auto& a, auto& b) { return b.paid[1] < a.paid[1] - Money::thousands(40'000); }},
    {"Mondays four times as busy: as many arrive, more of them on Mondays",
     [](Scenario& s) { s.demand.weekday_factors[0] = 4; },
     [](auto& a, auto& b) {
         return b.mondays > 2 * a.mondays && std::abs(b[FactKind::arrived] - a[FactKind::arrived]) < 400;
     }},
    {"weekdays all alike, whatever the number: the same arrivals",
     [](Scenario& s) { s.demand.weekday_factors.fill(3); },
     [](auto& a, auto& b) { return std::abs(a[FactKind::arrived] - b[FactKind::arrived]) <= 2; }},
    {"nobody comes after 13:00: all arrivals in the morning",
     [](Scenario& s) { std::fill(s.demand.hour_factors.begin() + 13, s.demand.hour_factors.end(), 0); },
     [](auto& a, auto& b) {
         return b.mornings == b[FactKind::arrived] && a.mornings < a[FactKind::arrived] &&
                b[FactKind::arrived] == a[FactKind::arrived];
     }},
    {"hours all alike, whatever the number: the same bits", [](Scenario& s) { s.demand.hour_factors.fill(5); },
     [](auto& a, auto& b) { return a.of == b.of && a.admitted == b.admitted; }},
    {"half of the desk's persons start four hours later: more begin in the afternoon",
     [](Scenario& s) {
         s.attention.starts = {core::Duration{}, core::from_hours(4)};
     },
     [](auto& a, auto& b) { return b.began_late > a.began_late; }},
    {"satellites far away: longer trips, fewer hours in the agenda",
     [](Scenario& s) {
         s.network.complexities["lejos"] = {.travel = 4};
         s.network.satellites.at(12).complexity = "lejos";
     },
     [](auto& a, auto& b) { return b.hours < a.hours; }},
    {"satellites that cost more: fewer admitted",
     [](Scenario& s) {
         s.network.complexities["lejos"] = {.cost = 5};
         s.network.satellites.at(12).complexity = "lejos";
     },
     [](auto& a, auto& b) { return b[FactKind::admitted] < a[FactKind::admitted]; }},
    {"a satellite without connection: its enterprises miss more sessions",
     [](Scenario& s) {
         s.network.complexities["aislado"] = {.no_show = 3};
         s.network.satellites.at(12).complexity = "aislado";
     },
     [](auto& a, auto& b) { return b.missed_at_satellites > 1.3 * a.missed_at_satellites; }},
    {"a satellite without connection holds its groups by itself: more hours for each session attended than when it "
     "joins",
     [](Scenario& s) {
         s.work_plan.group = groups(4, 12, 3, 10, scenario::Reach::programme);
         s.network.complexities["aislado"] = {.hybrid = false};
         s.network.satellites.at(11).complexity = s.network.satellites.at(12).complexity = "aislado";
     },
     [](auto&, auto& b) {
         Scenario joined = testing::small();
         joined.work_plan.group = groups(4, 12, 3, 10, scenario::Reach::programme);
         const Counts a = counts(joined);
         return b.hours_booked / b[FactKind::session_held] > a.hours_booked / a[FactKind::session_held];
     }},
    {"a kind of complexity that changes nothing: the same bits",
     [](Scenario& s) {
         s.network.complexities["nada"] = {};
         s.network.satellites.at(12).complexity = "nada";
     },
     [](auto& a, auto& b) { return a.of == b.of && a.hours == b.hours && a.paid == b.paid; }},
    {"a satellite with advisors of its own: more admitted",
     [](Scenario& s) {
         s.network.satellites.at(12).advisors = 2;
         s.advisory.budget = s.advisory.budget * 2;
     },
     [](auto& a, auto& b) { return b[FactKind::admitted] > a[FactKind::admitted]; }},
    {"a satellite with its own list: others are admitted",
     [](Scenario& s) { s.network.satellites.at(12).own_list = true; },
     [](auto& a, auto& b) { return b.admitted != a.admitted; }},
    {"advisors hired in mid-year: more admitted",
     [](Scenario& s) {
         s.advisory.changes = {{core::date(2024, 3, 1), 2, 3}};
         s.advisory.budget = s.advisory.budget * 2;
     },
     [](auto& a, auto& b) { return b[FactKind::admitted] > a[FactKind::admitted]; }},
    {"advisors that leave: plans finish and fewer are admitted",
     [](Scenario& s) {
         s.advisory.changes = {{core::date(2024, 3, 1), 2, -3}};
     },
     [](auto& a, auto& b) { return b[FactKind::admitted] < a[FactKind::admitted] && b[FactKind::interrupted] == 0; }},
    {"advisors that leave and hand their plans back: plans are cut short",
     [](Scenario& s) {
         s.advisory.changes = {{core::date(2024, 3, 1), 2, -3}};
         s.advisory.slot_cut = scenario::SlotCut::return_to_list;
     },
     [](auto&, auto& b) { return b[FactKind::interrupted] > 10; }},
    {"a slow start of new advisors: fewer admitted", [](Scenario& s) { s.advisory.ramp_up = core::from_days(365); },
     [](auto& a, auto& b) { return b[FactKind::admitted] < a[FactKind::admitted]; }},
    {"equal shares of advisors: others are admitted",
     [](Scenario& s) { s.advisory.allocation = scenario::Allocation::equal; },
     [](auto& a, auto& b) { return b.admitted != a.admitted; }},
    {"rural agri-forestry referred: fewer qualify",
     [](Scenario& s) { s.targeting.criteria.push_back({scenario::Criterion::Kind::agri_forestry}); },
     [](auto& a, auto& b) { return b[FactKind::qualified] < a[FactKind::qualified]; }},
    {"more sessions for the medium band: fewer graduate", [](Scenario& s) { s.work_plan.sessions.medium = 14; },
     [](auto& a, auto& b) { return b[FactKind::graduated] < a[FactKind::graduated]; }},
    {"more dropout in the high band: more drop out", [](Scenario& s) { s.work_plan.dropout.high = 0.7; },
     [](auto& a, auto& b) { return b[FactKind::dropped_out] > a[FactKind::dropped_out]; }},
    {"dropout that grows with the wait: more drop out", [](Scenario& s) { s.work_plan.dropout_wait_month = 2; },
     [](auto& a, auto& b) { return b[FactKind::dropped_out] > a[FactKind::dropped_out]; }},
    {"graduation with part of the sessions: more graduate",
     [](Scenario& s) {
         s.graduation.rule = scenario::GraduationRule::share;
         s.graduation.share = 0.5;
     },
     [](auto& a, auto& b) { return b[FactKind::graduated] > a[FactKind::graduated]; }},
    {"graduation at a cap of hours: more graduate",
     [](Scenario& s) {
         s.graduation.rule = scenario::GraduationRule::hours;
         s.graduation.cap = core::from_hours(6);
     },
     [](auto& a, auto& b) { return b[FactKind::graduated] > a[FactKind::graduated]; }},
    {"graduation at a cap of months: more graduate",
     [](Scenario& s) {
         s.graduation.rule = scenario::GraduationRule::months;
         s.graduation.cap = core::from_days(100);
     },
     [](auto& a, auto& b) { return b[FactKind::graduated] > a[FactKind::graduated]; }},
    {"group trainings instead of four sessions: fewer hours booked",
     [](Scenario& s) { s.work_plan.group = groups(4, 8, 3, 20, scenario::Reach::centre); },
     [](auto& a, auto& b) { return b[FactKind::session_held] > 1000 && b.hours_booked < a.hours_booked; }},
    {"hybrid groups: fewer hours booked as well",
     [](Scenario& s) { s.work_plan.group = groups(4, 8, 3, 20, scenario::Reach::programme); },
     [](auto& a, auto& b) { return b[FactKind::session_held] > 1000 && b.hours_booked < a.hours_booked; }},
    {"two persons for each enterprise: as many enterprises", [](Scenario& s) { s.enterprises.persons = 2; },
     [](auto& a, auto& b) { return a.of == b.of && b.persons > 1.8 * a.persons; }},
    {"half of the admissions reserved to rural ones: more rural ones admitted",
     [](Scenario& s) {
         s.waiting_list.reserves = {{scenario::ReserveGroup::rural, 0.5}};
     },
     [](auto& a, auto& b) { return b.rural > a.rural; }},
    {"the same reserve held: fewer others admitted",
     [](Scenario& s) {
         s.waiting_list.reserves = {{scenario::ReserveGroup::rural, 0.5}};
         s.waiting_list.unused_reserve = scenario::UnusedReserve::hold;
     },
     [](auto& a, auto& b) { return b[FactKind::admitted] < a[FactKind::admitted]; }},
    {"a reserve of nothing: the same bits",
     [](Scenario& s) {
         s.waiting_list.reserves = {{scenario::ReserveGroup::rural, 0}};
     },
     [](auto& a, auto& b) { return a.of == b.of && a.admitted == b.admitted; }},
    {"no administration share: none is spent", [](Scenario& s) { s.administration.share = 0; },
     [](auto& a, auto& b) { return a.paid[3] > Money() && b.paid[3] == Money(); }},
};

}  // namespace

TEST_CASE("each lever moves its result in its direction, under common random numbers") {
    const Counts before = counts(testing::small());
    CHECK(before.slot_days_over == 0);
    for (const auto& d : directions) {
        CAPTURE(d.says);
        Scenario changed = testing::small();
        d.change(changed);
        const Counts after = counts(changed);
        CHECK(d.holds(before, after));
        const bool leavers = !changed.advisory.changes.empty() || changed.network.centres.at(2).closes;
        CHECK((leavers || after.slot_days_over == 0));
    }
}

TEST_CASE("who withdraws comes back in time, whatever rule orders the list") {
    Scenario s = testing::small();
    s.demand.returning = 0.5;
    s.demand.returns_after = scenario::Distribution::constant(core::days(5));
    s.waiting_list.patience = scenario::Distribution::constant(core::days(20));
    const auto returned = [&](scenario::PriorityRule rule) {
        s.waiting_list.priority.chain = {rule};
        return counts(s)[FactKind::returned];
    };
    const int in_order = returned(scenario::PriorityRule::arrival);
    REQUIRE(in_order > 200);
    for (const auto rule : {scenario::PriorityRule::lottery, scenario::PriorityRule::lowest_potential,
                            scenario::PriorityRule::highest_potential}) {
        CHECK(returned(rule) == doctest::Approx(in_order).epsilon(0.1));
    }
}

TEST_CASE("an option at its neutral value gives the same bits as leaving it out") {
    using scenario::Distribution;
    const std::vector<std::pair<std::string, std::function<void(Scenario&)>>> neutral = {
        {"when they return, where nobody does",
         [](Scenario& s) { s.demand.returns_after = Distribution::constant(core::days(9)); }},
        {"a holiday on a Sunday",
         [](Scenario& s) {
             s.calendar.holidays.own = {{2024, 6, 2}};
         }},
        {"a maximum of returns, where nobody does", [](Scenario& s) { s.demand.max_returns = 0; }},
        {"renewal of a population without end", [](Scenario& s) { s.demand.renewal = 0.5; }},
        {"rates by month, in other units",
         [](Scenario& s) {
             for (double& f : s.demand.month_factors) f *= 2;
         }},
        {"room for as many as come", [](Scenario& s) { s.attention.room = s.waiting_list.room = 999'999; }},
        {"a reserve held of which there is none",
         [](Scenario& s) { s.waiting_list.unused_reserve = scenario::UnusedReserve::hold; }},
        {"weights of a rule that does not rule",
         [](Scenario& s) { s.waiting_list.priority.weights = {.potential = 3, .wait_day = 1}; }},
        {"a change of no advisors",
         [](Scenario& s) {
             s.advisory.changes = {{core::date(2024, 5, 1), 2, 0}};
         }},
        {"where plans go when advisors leave, and none does",
         [](Scenario& s) { s.advisory.slot_cut = scenario::SlotCut::return_to_list; }},
        {"groups of no session",
         [](Scenario& s) { s.work_plan.group = groups(0, 5, 2, 9, scenario::Reach::programme); }},
        {"graduation with all of the sessions",
         [](Scenario& s) {
             s.graduation.rule = scenario::GraduationRule::share;
             s.graduation.share = 1;
         }},
        {"graduation at a cap that nobody reaches",
         [](Scenario& s) {
             s.graduation.rule = scenario::GraduationRule::months;
             s.graduation.cap = core::from_days(9999);
         }},
        {"alliances that train, where nobody trains in groups", [](Scenario& s) { s.alliances.training_effect = 9; }},
        {"complexities that no satellite has",
         [](Scenario& s) {
             s.network.complexities["lejos"] = {.travel = 9, .cost = 9, .no_show = 9, .hybrid = false};
         }},
        {"names of the places of referral", [](Scenario& s) { s.targeting.destinations["standard"] = {"Municipio"}; }},
        {"need under a ceiling that nobody passes",
         [](Scenario& s) {
             s.targeting.criteria.push_back({scenario::Criterion::Kind::need, 101});
         }},
        {"dates before and after the simulation",
         [](Scenario& s) {
             s.network.centres.at(2).opens = core::date(2000, 1, 1);
             s.network.centres.at(2).closes = core::date(2090, 1, 1);
         }},
        {"a distribution of one part",
         [](Scenario& s) {
             const Distribution one = s.work_plan.session;
             s.work_plan.session = {.kind = Distribution::Kind::mixture};
             s.work_plan.session.parts.push_back({1, one});
         }},
    };
    const Counts before = counts(testing::small());
    for (const auto& [says, change] : neutral) {
        CAPTURE(says);
        Scenario s = testing::small();
        change(s);
        const Counts after = counts(s);
        CHECK(after.of == before.of);
        CHECK(after.admitted == before.admitted);
        CHECK(after.paid == before.paid);
        CHECK(after.waited == before.waited);
        CHECK(after.hours == before.hours);
        CHECK(after.hours_booked == before.hours_booked);
    }
}

TEST_CASE("every priority rule changes who is admitted where slots bind, and each in its direction") {
    // What a rule should lower among the admitted, against order of arrival.
    using scenario::PriorityRule;
    struct Mean : Observer {
        double composite = 0, female = 0, rural = 0, informal = 0, again = 0, n = 0;
        std::set<std::uint64_t> keys;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind != FactKind::admitted) return;
            const auto& p = f.who->profile;
            composite += static_cast<double>(p.composite);
            female += p.sex == policy::Sex::female;
            rural += p.territory == policy::Territory::rural;
            informal += p.kind == policy::Kind::informal;
            again += f.who->plans > 0;
            n += 1;
            keys.insert(f.who->key);
        }
    };
    const auto run = [](scenario::Priority priority) {
        Scenario s = testing::small();
        s.waiting_list.priority = std::move(priority);
        s.demand.arrivals = 4000;
        s.attention.staff = 8;
        s.attention.budget = s.attention.budget * 2;
        const Blueprint blueprint(s);
        Mean m;
        Programme(blueprint, m).run(1, 0);
        return m;
    };
    const Mean base = run({});
    for (const auto& entry : policy::priority_rules()) {
        const auto rule = entry.rule;
        CAPTURE(static_cast<int>(rule));
        const Mean m = run({.chain = {rule},
                            .weights = {.potential = -1, .female = 20, .wait_day = 0.1},
                            .first = scenario::ReserveGroup::rural});
        if (rule != PriorityRule::arrival) CHECK(m.keys != base.keys);
        switch (rule) {
            case PriorityRule::arrival:
                CHECK(m.keys == base.keys);
                break;
            case PriorityRule::lowest_potential:
                CHECK(m.composite / m.n < base.composite / base.n - 1);
                break;
            case PriorityRule::highest_potential:
                CHECK(m.composite / m.n > base.composite / base.n + 1);
                break;
            case PriorityRule::women_first:
                CHECK(m.female / m.n > base.female / base.n + 0.05);
                break;
            case PriorityRule::group_first:
            case PriorityRule::rural_first:
                CHECK(m.rural / m.n > base.rural / base.n + 0.02);
                break;
            case PriorityRule::informal_first:
                CHECK(m.informal / m.n > base.informal / base.n + 0.02);
                break;
            case PriorityRule::first_plans_first:
                CHECK(m.again / m.n < base.again / base.n);
                break;
            case PriorityRule::re_entries_first:
                CHECK(m.again / m.n > base.again / base.n);
                break;
            case PriorityRule::weighted:
                CHECK(m.female / m.n > base.female / base.n + 0.02);
                break;
            case PriorityRule::longest_wait:
            case PriorityRule::lottery:
            case PriorityRule::count_of_rules:
                break;
        }
    }
    // A chain: women first, and among them the lowest potential.
    const Mean chain = run({.chain = {PriorityRule::women_first, PriorityRule::lowest_potential}});
    CHECK(chain.female / chain.n > base.female / base.n + 0.05);
    CHECK(chain.composite / chain.n < base.composite / base.n);
    // Nobody is equal in the order of requests: what stands after it decides nothing.
    CHECK(run({.chain = {PriorityRule::arrival, PriorityRule::women_first}}).keys == base.keys);
}

TEST_CASE("where nothing binds a priority rule changes nothing") {
    std::set<std::uint64_t> admitted[2];
    for (const int i : {0, 1}) {
        Scenario s = testing::small();
        s.advisory.caseload = 1000;
        if (i == 1) s.waiting_list.priority.chain = {scenario::PriorityRule::lowest_potential};
        admitted[i] = counts(s).admitted;
    }
    CHECK(admitted[0] == admitted[1]);
}

TEST_CASE("without patience one is served when somebody is free, exactly as where nobody may wait") {
    const auto with = [](auto change) {
        Scenario s = testing::small();
        change(s);
        return counts(s);
    };
    const auto none = scenario::Distribution::constant(core::Duration{});
    const Counts at_once = with([&](Scenario& s) { s.attention.patience = none; });
    const Counts no_room = with([](Scenario& s) { s.attention.room = 0; });
    CHECK(at_once[FactKind::attended] > 0);
    CHECK(at_once[FactKind::attended] == no_room[FactKind::attended]);
    CHECK(at_once[FactKind::left_attention] == no_room[FactKind::balked]);
    const Counts slot_at_once = with([&](Scenario& s) { s.waiting_list.patience = none; });
    const Counts no_list = with([](Scenario& s) { s.waiting_list.room = 0; });
    CHECK(slot_at_once.admitted.size() > 0);
    CHECK(slot_at_once.admitted == no_list.admitted);
    CHECK(slot_at_once[FactKind::withdrew] == no_list[FactKind::turned_away]);
}

TEST_CASE("what is lacking limits also where nobody may wait for it, or is willing to") {
    const auto with = [](auto change) {
        Scenario s = testing::small();
        change(s);
        return counts(s);
    };
    const auto an_hour = scenario::Distribution::constant(core::from_hours(1));
    const auto usual = [](int days, const Counts& c) { return days * 2 > c.centre_days; };
    for (const bool is_patience : {false, true}) {
        CAPTURE(is_patience);
        const Counts no_staff = with([&](Scenario& s) {
            s.attention.staff /= 4;
            is_patience ? void(s.attention.patience = an_hour) : void(s.attention.room = 0);
        });
        CHECK(usual(no_staff.short_of_orientation, no_staff));
        const Counts no_slots = with([&](Scenario& s) {
            s.advisory.caseload = 2;
            is_patience ? void(s.waiting_list.patience = an_hour) : void(s.waiting_list.room = 0);
        });
        CHECK(usual(no_slots.short_of_slots, no_slots));
        const Counts no_money = with([&](Scenario& s) {
            s.advisory.plan_cost = s.advisory.plan_cost * 4;
            s.advisory.caseload = 1000;
            is_patience ? void(s.waiting_list.patience = an_hour) : void(s.waiting_list.room = 0);
        });
        CHECK(no_money.short_of_funds > 0);
        CHECK(no_money.short_of_slots == 0);
        if (!is_patience) CHECK(no_money[FactKind::still_waiting] == 0);
        const Counts no_money_for_attention = with([&](Scenario& s) {
            s.attention.cost = s.attention.cost * 100;
            s.demand.arrivals /= 10;
            s.attention.direct_hours *= 2;  // all day
            is_patience ? void(s.attention.patience = an_hour) : void(s.attention.room = 0);
        });
        CHECK(usual(no_money_for_attention.short_of_funds, no_money_for_attention));
        CHECK_FALSE(usual(no_money_for_attention.short_of_orientation, no_money_for_attention));
    }
    // Who lost patience while money was lacking only shows when money is there again: it is no lack of persons.
    const auto at_a_cost_of = [&](int times) {
        return with([&](Scenario& s) {
            s.attention.cost = s.attention.cost * times;
            s.demand.arrivals /= 10;
            s.attention.direct_hours *= 2;
            s.attention.patience->mean /= 6;
        });
    };
    const Counts with_money = at_a_cost_of(1), without = at_a_cost_of(60);
    CHECK(with_money.short_of_funds == 0);
    CHECK(usual(without.short_of_funds, without));
    CHECK(without[FactKind::left_attention] > with_money[FactKind::left_attention] + 100);
    // Who has waited for the money does lack persons, for some weeks.
    CHECK(without.short_of_orientation < with_money.short_of_orientation + without.centre_days / 15);
    const Counts enough = counts(testing::small());
    CHECK_FALSE(usual(enough.short_of_orientation, enough));
}

TEST_CASE("sessions in groups are spaced as those of one are") {
    const auto with = [](auto change) {
        Scenario s = testing::small();
        s.work_plan.session = scenario::Distribution::constant(core::from_hours(1.5));
        change(s);
        return counts(s);
    };
    const auto in_groups = [](Scenario& s, int size) {
        s.work_plan.group = groups(8, size, 1.5, 0, scenario::Reach::centre);
    };
    const Counts alone = with([](Scenario&) {});
    const Counts of_one = with([&](Scenario& s) { in_groups(s, 1); });
    // A group meets the day after it is complete, at the earliest.
    CHECK(of_one[FactKind::graduated] == doctest::Approx(alone[FactKind::graduated]).epsilon(0.07));
    CHECK(of_one.hours_booked == doctest::Approx(alone.hours_booked).epsilon(0.07));
    const Counts slower = with([&](Scenario& s) {
        in_groups(s, 1);
        s.work_plan.spacing.mean *= 2;
    });
    CHECK(slower[FactKind::graduated] < 0.8 * of_one[FactKind::graduated]);
}

TEST_CASE("who has to leave a plan while its group gathers leaves the group as well") {
    Scenario s = testing::small();
    s.advisory.slot_cut = scenario::SlotCut::return_to_list;
    for (const unsigned month : {3U, 5U, 7U, 9U, 11U}) {
        s.advisory.changes.push_back({core::date(2024, month, 1), 2, month % 4 == 3 ? -3 : 3});
    }
    s.work_plan.group = groups(8, 40, 3, 60, scenario::Reach::centre);
    // The model sees to it that a group that meets holds only who waits for it.
    const Counts c = counts(s);
    CHECK(c[FactKind::interrupted] > 10);
    CHECK(c[FactKind::session_held] > 1000);
    s.advisory.changes = {
        {core::date(2024, 6, 1), 2, -3}, {core::date(2024, 6, 1), 1, -3}, {core::date(2024, 6, 1), 3, -3}};
    s.advisory.advisors_at_least = 0;
    CHECK(counts(s)[FactKind::interrupted] > 10);
}

TEST_CASE("the same replication gives the same facts, also after another one in the same object") {
    const Blueprint blueprint(testing::small());
    Counts first, again;
    Programme(blueprint, first).run(3, 1);
    struct Switch : Observer {
        Observer* to = nullptr;
        using Observer::on;
        void on(const Fact& f) override { to->on(f); }
        void on(const OutcomeFact& f) override { to->on(f); }
    } observer;
    Counts other;
    observer.to = &other;
    Programme programme(blueprint, observer);
    programme.run(3, 0);
    observer.to = &again;
    programme.run(3, 1);
    CHECK(first.of == again.of);
    CHECK(first.admitted == again.admitted);
    CHECK(first.of != other.of);
}

TEST_CASE("with more demand every enterprise that came before still comes") {
    struct Keys : Observer {
        std::set<std::uint64_t> keys;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind == FactKind::arrived) keys.insert(f.who->key);
        }
    } few, many;
    Scenario s = testing::small();
    const Blueprint before(s);
    Programme(before, few).run(1, 0);
    s.demand.arrivals *= 1.37;
    const Blueprint after(s);
    Programme(after, many).run(1, 0);
    CHECK(many.keys.size() > few.keys.size());
    CHECK(std::includes(many.keys.begin(), many.keys.end(), few.keys.begin(), few.keys.end()));
}

TEST_CASE("the place of an office in the file changes nobody's numbers: only its permanent id does") {
    Scenario s = testing::small();
    s.network.satellites.clear();
    const auto arrivals_of = [](const Scenario& scenario, int id) {
        struct Keys : Observer {
            std::set<std::uint64_t> keys;
            using Observer::on;
            void on(const Fact& f) override {
                if (f.kind == FactKind::arrived) keys.insert(f.who->key);
            }
        } seen;
        const Blueprint blueprint(scenario);
        Programme(blueprint, seen).run(1, 0);
        std::set<std::uint64_t> mine;
        for (const auto k : seen.keys) {
            if (k >> 48 == static_cast<std::uint64_t>(id)) mine.insert(k);
        }
        return mine;
    };
    const auto before = arrivals_of(s, 3);
    const auto one = s.network.centres.at(1);
    s.network.centres.erase(1);
    s.network.centres[4] = one;  // now after centre 3
    CHECK(arrivals_of(s, 3) == before);
}

TEST_CASE("arrivals are Poisson with the scenario's expectation") {
    Scenario s = testing::small();
    s.horizon = {2024, 2024, 0};
    double sum = 0, squares = 0;
    constexpr int n = 60;
    for (std::uint32_t r = 0; r < n; ++r) {
        const double arrived = counts(s, r)[FactKind::arrived];
        sum += arrived;
        squares += arrived * arrived;
    }
    const double mean = sum / n, variance = (squares - n * mean * mean) / (n - 1);
    CHECK(std::abs(mean - 3000) < 4 * std::sqrt(3000.0 / n));
    CHECK(variance > 3000 * 0.5);  // χ² with 59 degrees: outside these bounds with probability under 0,1 %
    CHECK(variance < 3000 * 1.75);
}

TEST_CASE("edges run to the end with everything adding up: nobody, nothing, one of each") {
    const std::vector<std::function<void(Scenario&)>> edges = {
        [](Scenario& s) { s.demand.arrivals = 0; },
        [](Scenario& s) { s.attention.staff = 0; },
        [](Scenario& s) {
            s.advisory.advisors = 0;
            s.advisory.advisors_at_least = 0;
        },
        [](Scenario& s) { s.advisory.caseload = 0; },
        [](Scenario& s) { s.advisory.direct_hours = {}; },
        [](Scenario& s) { s.alliances.direct_hours = {}; },
        [](Scenario& s) { s.work_plan.sessions = scenario::PerBand::all(1); },
        [](Scenario& s) { s.targeting.criteria.clear(); },
        [](Scenario& s) { s.network.satellites.clear(); },
        [](Scenario& s) { s.advisory.travel = core::from_hours(500); },
        [](Scenario& s) { s.calendar.weekdays = {2}; },
        [](Scenario& s) {
            s.advisory.unlimited_hours = true;
            s.attention.always_open = true;
        },
        [](Scenario& s) { s.work_plan.stay = s.attention.duration; },
        [](Scenario& s) { s.demand.arrivals = 60000; },
        [](Scenario& s) {
            s.work_plan.first_session = scenario::Distribution::constant({});
            s.work_plan.spacing = s.work_plan.first_session;
        },
    };
    for (std::size_t i = 0; i < edges.size(); ++i) {
        CAPTURE(i);
        Scenario s = testing::small();
        edges[i](s);
        CHECK_NOTHROW(counts(s));
    }
}

TEST_CASE("the national pool is shared out one admission a centre in turn when funds return") {
    Scenario s = testing::small();
    s.advisory.plan_cost = s.advisory.plan_cost * 10;
    struct First : Observer {
        std::vector<std::uint32_t> offices;
        const Blueprint* plan = nullptr;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind == FactKind::admitted && f.at == Time(core::new_year(2025)))
                offices.push_back(plan->offices[f.who->office.value].centre.value);
        }
    } first;
    const Blueprint blueprint(s);
    first.plan = &blueprint;
    Programme(blueprint, first).run(5, 0);
    REQUIRE(first.offices.size() >= 6);
    CHECK(first.offices[0] == 0);
    CHECK(first.offices[1] == 1);
    CHECK(first.offices[2] == 2);
    CHECK(first.offices[3] == 0);
}
