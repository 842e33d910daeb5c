// Plans that are cut short leave their next session scheduled, and the place of their enterprise to others.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "../../sim/model/world.hpp"  // the module's own
#include "aforo/model/programme.hpp"
#include "scenarios.hpp"

using namespace aforo;
using namespace aforo::model;
using scenario::Distribution, scenario::Scenario;

namespace {

constexpr Time noon = core::date(2024, 5, 2) + core::hours(12);
const EnterpriseId one(1), other(2);

// Advisors leave and come back all the time. Whole days and one length of session: many events of one instant.
Scenario in_turmoil(int sessions_in_groups) {
    Scenario s = testing::small();
    s.advisory.slot_cut = scenario::SlotCut::return_to_list;
    s.advisory.caseload = 20;
    s.waiting_list.patience = Distribution::constant(core::days(20));
    s.waiting_list.decline = 0.3;
    s.demand.returning = 0.5;
    s.demand.returns_after = Distribution::constant(core::days(7));
    for (int year = 2023; year <= 2025; ++year) {
        for (unsigned month = 2; month < 12; month += 2) {
            for (const int centre : {1, 2, 3}) {
                s.advisory.changes.push_back({core::date(year, month, 1), centre, -2});
                s.advisory.changes.push_back({core::date(year, month + 1, 1), centre, 2});
            }
        }
    }
    s.work_plan.session = Distribution::constant(core::hours(1));
    s.work_plan.first_session = Distribution::constant(core::days(7));
    s.work_plan.spacing = Distribution::constant(core::days(14));
    s.work_plan.group = {.sessions = sessions_in_groups,
                         .size = 3,
                         .length = core::hours(1),
                         .gather = core::days(14),
                         .reach = scenario::Reach::region};
    return s;
}

// No plan is attended twice at an instant, nor more often than it has sessions.
struct Attended : Observer {
    explicit Attended(const Blueprint& b) : plan(b) {}
    const Blueprint& plan;
    std::map<std::uint64_t, Time> latest;
    int interrupted = 0, held = 0, twice = 0, too_often = 0, outside = 0;
    std::set<std::uint64_t> in_plan;
    using Observer::on;
    void on(const Fact& f) override {
        const std::uint64_t key = f.who->key;
        switch (f.kind) {
            case FactKind::admitted:
                in_plan.insert(key);
                return;
            case FactKind::interrupted:
            case FactKind::dropped_out:
            case FactKind::graduated:
                interrupted += f.kind == FactKind::interrupted;
                in_plan.erase(key);
                return;
            case FactKind::session_held:
            case FactKind::no_show:
                ++held;
                outside += !in_plan.contains(key);
                twice += latest.contains(key) && latest[key] == f.at;
                latest[key] = f.at;
                too_often +=
                    f.who->sessions > plan.terms.front().sessions[static_cast<std::size_t>(f.who->profile.band)];
                return;
            default:
                return;
        }
    }
};

}  // namespace

TEST_CASE("an event that was called off is taken once, at its time, of its kind and place") {
    CalledOff called_off;
    CHECK_FALSE(called_off.take(noon, EventType::session, one));
    called_off.add(noon, EventType::session, one);
    CHECK_FALSE(called_off.take(noon, EventType::session, other));
    CHECK_FALSE(called_off.take(noon, EventType::group_is_sought, one));
    CHECK(called_off.take(noon, EventType::session, one));
    CHECK_FALSE(called_off.take(noon, EventType::session, one));  // the next one is of who has the place now
}

TEST_CASE("events are called off as often as plans of a place were cut short, in any order") {
    CalledOff called_off;
    for (int i = 0; i < 100; ++i) called_off.add(noon + core::hours(i * 37 % 100), EventType::session, one);
    called_off.add(noon + core::hours(50), EventType::session, one);
    called_off.add(noon + core::hours(50), EventType::session, other);
    for (int i = 0; i < 100; ++i) {
        CAPTURE(i);
        const Time now = noon + core::hours(i);
        CHECK(called_off.take(now, EventType::session, one));
        CHECK(called_off.take(now, EventType::session, one) == (i == 50));
        CHECK(called_off.take(now, EventType::session, other) == (i == 50));
    }
}

TEST_CASE("no session is of a plan that was cut short, whoever has its place since") {
    for (const int sessions_in_groups : {0, 3}) {
        const Blueprint plan(in_turmoil(sessions_in_groups));
        for (std::uint32_t replication = 0; replication < 20; ++replication) {
            CAPTURE(sessions_in_groups);
            CAPTURE(replication);
            Attended seen(plan);
            REQUIRE_NOTHROW(Programme(plan, seen).run(3, replication));  // broken invariants are told
            CHECK(seen.interrupted > 200);
            CHECK(seen.held > 1000);
            CHECK(seen.outside == 0);
            CHECK(seen.twice == 0);
            CHECK(seen.too_often == 0);
        }
    }
}

TEST_CASE("plans of one length of time that are cut short end for nobody") {
    Scenario s = in_turmoil(0);
    s.work_plan.stay = Distribution::constant(core::days(30));
    s.work_plan.no_show = 0;
    s.work_plan.dropout = {};
    const Blueprint plan(s);
    for (std::uint32_t replication = 0; replication < 20; ++replication) {
        struct Ends : Observer {
            int graduated = 0, early = 0;
            using Observer::on;
            void on(const Fact& f) override {
                if (f.kind != FactKind::graduated) return;
                ++graduated;
                early += f.at - f.since != core::days(30);
            }
        } seen;
        REQUIRE_NOTHROW(Programme(plan, seen).run(3, replication));
        CHECK(seen.graduated > 100);
        CHECK(seen.early == 0);
    }
}

TEST_CASE("of a unit that loses advisors the latest plans are cut, as many as are too many") {
    struct Cuts : Observer {
        std::map<std::uint64_t, Time> admitted;
        std::set<std::uint64_t> cut;
        Time latest_kept{}, earliest_cut = Time::max();
        int cuts = 0;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.who->office.value != 1) return;  // centre 2, whose satellite is apart
            if (f.kind == FactKind::admitted) admitted[f.who->key] = f.at;
            if (f.kind == FactKind::graduated || f.kind == FactKind::dropped_out) admitted.erase(f.who->key);
            if (f.kind != FactKind::interrupted) return;
            CHECK(f.since == admitted[f.who->key]);
            CHECK(f.since <= earliest_cut);  // from the latest to the earlier
            earliest_cut = f.since;
            admitted.erase(f.who->key);
            ++cuts;
        }
    } seen;
    Scenario s = testing::small();
    s.network.satellites.clear();
    s.advisory.slot_cut = scenario::SlotCut::return_to_list;
    s.advisory.changes = {{core::date(2025, 9, 1), 2, -3}};
    s.waiting_list.patience = {};
    s.waiting_list.room = 0;  // who is cut goes away: nobody is admitted again
    s.horizon.last_year = 2025;
    s.graduation.repeat = 0;
    const Blueprint plan(s);
    Programme(plan, seen).run(s.experiment.seed, 0);
    CHECK(seen.cuts > 20);
    for (const auto& [key, since] : seen.admitted) {
        if (since < Time(core::date(2025, 9, 1))) CHECK(since <= seen.earliest_cut);
    }
}
