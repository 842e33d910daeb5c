// Sentences of scenarios/README.md at their limits: none, one, more than fits.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <vector>

#include "aforo/model/programme.hpp"
#include "aforo/policy/eligibility.hpp"
#include "aforo/scenario/staffing.hpp"
#include "scenarios.hpp"

using namespace aforo;
using namespace aforo::model;
using scenario::Scenario;

namespace {

// A life at one centre, as facts tell it; who waits has all the patience, so that nobody leaves unnoticed.
struct Life : Observer {
    std::map<FactKind, int> of;
    std::map<std::uint32_t, int> waiting, listed;  // by office
    int most_waiting = 0, most_listed = 0;         // found there by who came next
    std::map<std::uint64_t, int> plans, sessions;
    std::map<std::uint64_t, Time> asked;
    int most_plans = 0;
    std::set<int> satellite_weekdays;
    std::map<std::pair<Time, std::uint32_t>, int> together;  // sessions at one moment, by office
    std::vector<Time> began, attended;
    std::map<int, std::map<unsigned, int>> admitted_by_year_and_month;
    int women = 0, men = 0;
    double desk_hours = 0, desk_busy = 0;
    std::array<Money, 4> paid{}, transferred{}, overrun{};
    int started = 0, realised = 0, failed = 0;

    using Observer::on;
    void on(const Fact& f) override {
        ++of[f.kind];
        const auto office = f.who->office.value;
        const auto leave_queue = [&] { --waiting[office]; };
        switch (f.kind) {
            case FactKind::arrived:
                most_waiting = std::max(most_waiting, waiting[office]++);
                break;
            case FactKind::attention_began:
                leave_queue();
                began.push_back(f.at);
                if (office >= 3) satellite_weekdays.insert(core::weekday_of(core::day_of(f.at)));
                break;
            case FactKind::balked:
                leave_queue();
                break;
            case FactKind::attended:
                attended.push_back(f.at);
                break;
            case FactKind::qualified:
            case FactKind::requested_again:
                most_listed = std::max(most_listed, listed[0]++);
                break;
            case FactKind::admitted: {
                --listed[0];
                most_plans = std::max(most_plans, ++plans[f.who->key]);
                const std::chrono::year_month_day day(core::day_of(f.at));
                ++admitted_by_year_and_month[int(day.year())][unsigned(day.month())];
                (f.who->profile.sex == policy::Sex::female ? women : men) += 1;
                break;
            }
            case FactKind::turned_away:
            case FactKind::declined:
                --listed[0];
                break;
            case FactKind::session_held:
                ++together[{f.at, office}];
                break;
            default:
                break;
        }
    }
    void on(const YearAccountFact& f) override {
        const auto c = static_cast<std::size_t>(f.component);
        paid[c] += f.balance.paid;
        transferred[c] += f.balance.transferred;
        overrun[c] += f.balance.overrun;
    }
    void on(const OfficeYearFact& f) override {
        desk_hours += f.desk_hours;
        desk_busy += f.desk_hours_busy;
    }
    void on(const AllianceFact& f) override {
        started += f.kind == AllianceFactKind::started;
        realised += f.kind == AllianceFactKind::realised;
        failed += f.kind == AllianceFactKind::failed;
    }
    int operator[](FactKind kind) { return of[kind]; }
};

Life live(const Scenario& s) {
    const Blueprint blueprint(s);
    Life life;
    Programme(blueprint, life).run(s.experiment.seed, 0);
    return life;
}

// The small scenario with money for all, and waits without end.
Scenario rich() {
    Scenario s = testing::small();
    s.attention.patience = s.waiting_list.patience = std::nullopt;
    for (auto* budget : {&s.attention.budget, &s.advisory.budget, &s.alliances.budget, &s.administration.budget})
        *budget = *budget * 10;
    return s;
}

// One centre without satellites, so that there is one list.
Scenario one_centre() {
    Scenario s = rich();
    s.network.satellites.clear();
    s.network.centres.erase(2);
    s.network.centres.erase(3);
    s.advisory.advisors_at_least = 0;
    s.advisory.advisors_growth = {};
    return s;
}

}  // namespace

TEST_CASE("attention.room: so many may wait at an office and no more; with 0, who is not served at once goes") {
    for (const int room : {0, 1, 3}) {
        Scenario s = one_centre();
        s.attention.room = room;
        Life life = live(s);
        CHECK(life.most_waiting == room);
        CHECK(life[FactKind::balked] > 0);
        CHECK(life[FactKind::attention_began] > 0);
    }
    Scenario s = one_centre();
    CHECK(live(s)[FactKind::balked] == 0);
}

TEST_CASE("waiting_list.room: so many may wait for a slot and no more; with 0, who finds none free goes") {
    for (const int room : {0, 1, 3}) {
        Scenario s = one_centre();
        s.advisory.advisors = 2;
        s.waiting_list.room = room;
        Life life = live(s);
        CHECK(life.most_listed == room);
        CHECK(life[FactKind::turned_away] > 0);
        CHECK(life[FactKind::admitted] > 0);
    }
    CHECK(live(one_centre())[FactKind::turned_away] == 0);
}

TEST_CASE("waiting_list.decline: with 0 all take their slot, with 1 nobody does") {
    Scenario s = one_centre();
    s.waiting_list.decline = 0;
    CHECK(live(s)[FactKind::declined] == 0);
    s.waiting_list.decline = 1;
    Life none = live(s);
    CHECK(none[FactKind::admitted] == 0);
    CHECK(none[FactKind::declined] == none[FactKind::qualified]);
}

TEST_CASE("graduation.max_plans: 1 is no second plan, more are no more than that, and without repeat one is all") {
    for (const int most : {1, 2, 3}) {
        Scenario s = one_centre();
        s.graduation.repeat = 1;
        s.graduation.cooldown = scenario::Distribution::constant(core::days(1));
        s.graduation.max_plans = most;
        s.work_plan.sessions = scenario::PerBand::all(2);
        s.work_plan.dropout = {};
        CHECK(live(s).most_plans == most);
        s.graduation.repeat = 0;
        CHECK(live(s).most_plans == 1);
    }
}

TEST_CASE(
    "work_plan.dropout is of a plan that holds all its sessions: 0 is nobody, and of a single session nobody too") {
    Scenario s = one_centre();
    s.work_plan.dropout = {};
    CHECK(live(s)[FactKind::dropped_out] == 0);
    s.work_plan.dropout = scenario::PerBand::all(0.999);
    Life most = live(s);
    CHECK(most[FactKind::dropped_out] > 20 * most[FactKind::graduated]);
    s.work_plan.sessions = scenario::PerBand::all(1);
    CHECK(live(s)[FactKind::dropped_out] == 0);
}

TEST_CASE("graduation.cap: a moment is reached in the first session, and one that no plan reaches is as all sessions") {
    Scenario s = one_centre();
    s.work_plan.dropout = {};
    s.work_plan.no_show = 0;
    Life complete = live(s);
    for (const auto rule : {scenario::GraduationRule::hours, scenario::GraduationRule::months}) {
        s.graduation.rule = rule;
        s.graduation.cap = core::minutes(1);
        Life first = live(s);
        CHECK(first[FactKind::graduated] == first[FactKind::session_held]);
        s.graduation.cap = core::days(3650);
        Life never = live(s);
        CHECK(never[FactKind::graduated] == complete[FactKind::graduated]);
        CHECK(never[FactKind::session_held] == complete[FactKind::session_held]);
    }
}

TEST_CASE("work_plan.group: a size of 1 is a session of one's own, one that never fills meets when gather has passed") {
    Scenario s = one_centre();
    s.advisory.unlimited_hours = true;
    s.work_plan.no_show = 0;
    s.work_plan.group = {.sessions = 200, .size = 1, .length = core::hours(2), .gather = core::days(30)};
    Life alone = live(s);
    // More group sessions than a plan has are all of its sessions.
    CHECK(alone[FactKind::graduated] > 50);
    s.work_plan.group.size = 1000;
    s.work_plan.group.gather = core::days(10);
    Life gathered = live(s);
    int most = 0, first = 0;
    for (const auto& [when, members] : gathered.together) most = std::max(most, members);
    for (const auto& [when, members] : alone.together) first = std::max(first, members);
    CHECK(most > 3 * std::max(1, first));
    CHECK(most < 1000);
    s.work_plan.group.size = 4;
    s.work_plan.group.gather = core::days(3650);
    for (const auto& [when, members] : live(s).together) CHECK(members % 4 == 0);  // and none before it is full
}

TEST_CASE("network.satellites.visiting_days: a satellite attends on so many days of the week, from one to all") {
    for (const int days : {1, 2, 5}) {
        Scenario s = rich();
        s.network.satellites.erase(12);
        s.network.satellites.at(11).visiting_days = days;
        s.advisory.satellite_growth = {};
        CHECK(live(s).satellite_weekdays.size() == static_cast<std::size_t>(days));
    }
}

TEST_CASE("advisory.advisors_at_least: every centre has so many, also where that is all that there are") {
    Scenario s = testing::small();
    s.network.centres.at(2).weight = 1000;
    s.advisory.advisors_growth = {};
    for (const int least : {0, 1, 4}) {
        s.advisory.advisors_at_least = least;
        const auto advisors = scenario::centre_advisors(s, core::date(2024, 1, 1));
        CHECK(*std::min_element(advisors.begin(), advisors.end()) == least);
        CHECK(std::accumulate(advisors.begin(), advisors.end(), std::int64_t{0}) == 12);
    }
}

TEST_CASE(
    "attention.overrun: wait ends within the opening, extra works beyond it, compensate takes it off the next one") {
    Scenario s = one_centre();
    s.attention.staff = 1;
    s.attention.staff_growth = {};
    s.attention.duration = scenario::Distribution::constant(core::minutes(50));
    s.diagnosis.share = 0;
    const Blueprint plan(s);
    const Duration window = plan.office_spell(0, 1).desk.window;
    REQUIRE(window > core::hours(2));
    const auto after_closing = [&](const std::vector<Time>& times) {
        return std::count_if(times.begin(), times.end(), [&](Time t) {
            return t - core::Time(core::day_of(t)) > s.calendar.opens + window + core::minutes(1);
        });
    };
    s.attention.overrun = scenario::Overrun::wait;
    const Life wait = live(s);
    CHECK(after_closing(wait.attended) == 0);
    s.attention.overrun = scenario::Overrun::extra;
    const Life extra = live(s);
    CHECK(after_closing(extra.attended) > 50);
    CHECK(after_closing(extra.began) == 0);
    CHECK(extra.desk_busy > extra.desk_hours);
    s.attention.overrun = scenario::Overrun::compensate;
    const Life compensate = live(s);
    CHECK(after_closing(compensate.attended) > 50);
    CHECK(compensate.desk_busy <= compensate.desk_hours + 1);
    CHECK(compensate.desk_busy > wait.desk_busy);
}

TEST_CASE("waiting_list.reserves: a share of 1 that is held lets nobody else in, released it keeps no slot empty") {
    Scenario s = one_centre();
    s.advisory.advisors = 1;
    s.advisory.caseload = 1;
    s.waiting_list.reserves = {{scenario::ReserveGroup::women, 1}};
    s.waiting_list.unused_reserve = scenario::UnusedReserve::hold;
    const Life held = live(s);
    CHECK(held.women > 5);
    CHECK(held.men == 0);
    s.waiting_list.unused_reserve = scenario::UnusedReserve::release;
    s.demand.arrivals = 60;  // often no woman waits
    CHECK(live(s).men > 0);
    // It keeps as many slots empty as it is behind: the first admission puts it one behind, so of two one is free.
    s.advisory.caseload = 2;
    s.waiting_list.unused_reserve = scenario::UnusedReserve::hold;
    s.network.regions.at("norte").female = 0;
    const Life nobody = live(s);
    std::map<int, int> admitted;
    for (const auto& [year, months] : nobody.admitted_by_year_and_month) {
        for (const auto& [month, n] : months) admitted[year] += n;
    }
    for (const auto& [year, n] : admitted) CHECK(n == 1);
}

TEST_CASE("targeting: a standard of 0 is reached by all, one of 101 by nobody; without criteria all qualify") {
    scenario::Targeting t;
    t.high_cut = 101;
    CHECK(policy::band_of(t, 0) == scenario::Band::medium);
    t.pass_standard = 101;
    CHECK(policy::band_of(t, 100) == scenario::Band::low);
    t.pass_standard = t.high_cut = 60;
    CHECK(policy::band_of(t, 60) == scenario::Band::high);  // no medium band is left
    Scenario s = one_centre();
    s.targeting.criteria.clear();
    Life all = live(s);
    CHECK(all[FactKind::qualified] == all[FactKind::diagnosed]);
    CHECK(all[FactKind::referred] == 0);
}

TEST_CASE("funding.release: all at the end admits nobody before October, all at the beginning is as no calendar") {
    Scenario s = one_centre();
    s.advisory.plan_cost = Money::pesos(45'000);
    Life without = live(s);
    s.funding.release = {1, 0, 0, 0};
    Life at_once = live(s);
    CHECK(at_once.admitted_by_year_and_month == without.admitted_by_year_and_month);
    CHECK(at_once.paid == without.paid);
    s.funding.release = {0, 0, 0, 1};
    Life last = live(s);
    CHECK(last[FactKind::admitted] > 0);
    for (const auto& [year, months] : last.admitted_by_year_and_month) CHECK(months.begin()->first >= 10);
}

TEST_CASE("funding.freezes: a year from its first day is a year without plans, a day is that day") {
    Scenario s = one_centre();
    s.funding.freezes["x"] = {scenario::Component::advisory, {0, 1, 1}, std::nullopt};
    CHECK(live(s)[FactKind::admitted] == 0);
    s.funding.freezes["x"].until = scenario::CalendarDay{0, 1, 1};  // a holiday: nothing is asked for
    CHECK(live(s).admitted_by_year_and_month == live([&] {
                                                    Scenario free = s;
                                                    free.funding.freezes.clear();
                                                    return free;
                                                }())
                                                    .admitted_by_year_and_month);
}

TEST_CASE("funding.transfers: at_most 0 gives nothing, 1 all that is available and never more than there is") {
    Scenario s = one_centre();
    const auto given = [&](double at_most) {
        s.funding.transfers["x"] = {
            scenario::Component::alliances, scenario::Component::advisory, at_most, {0, 12, 31}};
        return live(s).transferred;
    };
    CHECK(given(0)[1] == Money());
    const auto all = given(1);
    CHECK(all[1] > Money());
    CHECK(all[1] + all[2] == Money());
    const auto tenth = given(0.1);
    CHECK(tenth[1] < all[1]);
    Scenario without = s;
    without.funding.transfers.clear();
    CHECK(live(s).paid[2] == live(without).paid[2]);  // the last day: what is left of the year
}

TEST_CASE("funding.at_exhaustion: money for three is three, unless it may be overrun, by what is beyond it") {
    Scenario s = one_centre();
    s.horizon.run_in_years = 0;
    s.horizon.last_year = 2024;
    s.attention.staff = 5;
    s.attention.annual_cost = {};
    s.attention.cost = Money::pesos(1'000);
    s.attention.budget = Money::pesos(3'999);
    for (const auto how : {scenario::Exhaustion::hold, scenario::Exhaustion::stop}) {
        s.funding.at_exhaustion = how;
        CHECK(live(s)[FactKind::attention_began] == 3);
    }
    s.funding.at_exhaustion = scenario::Exhaustion::overrun;
    Life over = live(s);
    CHECK(over[FactKind::attention_began] > 100);
    CHECK(over.overrun[0] == Money::pesos(1'000 * over[FactKind::attention_began] - 3'999));
}

TEST_CASE("funding.pool: the part of one centre is the whole") {
    Scenario s = one_centre();
    s.advisory.budget_growth = {};
    s.advisory.budget = s.advisory.annual_cost * 12 + Money::pesos(2'700'000);
    Life national = live(s);
    CHECK(national[FactKind::admitted] == 3 * 60);  // three years whose money ends
    s.funding.pool = scenario::Pool::by_centre;
    CHECK(live(s).admitted_by_year_and_month == national.admitted_by_year_and_month);
}

TEST_CASE(
    "funding.plan_payment: of an odd cost the halves are the whole, and what nobody leaves is given back in full") {
    Scenario s = one_centre();
    s.horizon.last_year = 2027;
    s.demand.growth = {{{0, 1.0}, {2025, 0.1}}};  // the last year has hardly any plans in course
    s.advisory.plan_cost = Money::pesos(33'333);
    s.work_plan.dropout = {};
    Life at_once = live(s);
    s.funding.plan_payment = scenario::PlanPayment::halves;
    Life halves = live(s);
    CHECK(halves[FactKind::admitted] == at_once[FactKind::admitted]);
    const auto open = at_once[FactKind::admitted] - at_once[FactKind::graduated];
    const Money owed = at_once.paid[1] - halves.paid[1];
    CHECK(owed == Money::pesos(16'666) * open);
    s.funding.dropout_return = true;  // nobody drops out
    CHECK(live(s).paid == halves.paid);
}

TEST_CASE("alliances.success: with 0 all linkages fail, with 1 none does; without linkages there is nothing") {
    Scenario s = one_centre();
    s.alliances.success = 0;
    const Life none = live(s);
    CHECK(none.started > 10);
    CHECK(none.realised == 0);
    CHECK(none.failed > 0);
    s.alliances.success = 1;
    const Life all = live(s);
    CHECK(all.failed == 0);
    CHECK(all.realised == none.failed);
    s.alliances.linkages = 0;
    CHECK(live(s).started == 0);
}

TEST_CASE("demand: only hours of the day and days of the week that are open count, whatever the others say") {
    Scenario s = testing::small();
    s.demand.hour_factors[10] = s.demand.weekday_factors[0] = 3;
    const Life before = live(s);
    s.demand.hour_factors[3] = s.demand.hour_factors[20] = 1000;
    s.demand.weekday_factors[5] = s.demand.weekday_factors[6] = 1000;
    const Life after = live(s);
    CHECK(after.began == before.began);
    CHECK(after.paid == before.paid);
}

TEST_CASE("advisory.ramp_up: none is a whole caseload at once, and longer than the horizon is never a whole one") {
    Scenario s = one_centre();
    s.advisory.changes = {{core::date(2024, 6, 1), 1, 4}};
    const auto slots = [&](double months) {
        s.advisory.ramp_up = core::from_days(months * core::days_per_month);
        const Blueprint plan(s);
        return std::pair(plan.unit_spell(0, 17).slots,
                         plan.unit_spell(0, plan.spells.size() - 1).slots);  // June 2024, the last
    };
    CHECK(slots(0) == std::pair(16 * 30, 16 * 30));
    CHECK(slots(0.4) == slots(0));  // whole months
    const auto [first, last] = slots(120);
    CHECK(first < last);
    CHECK(last < 16 * 30);
}
