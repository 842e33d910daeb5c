// Who is there to serve: new advisors and those who leave, satellites by the day, desks that never close, plans that
// end when advisors go.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <vector>

#include "aforo/model/programme.hpp"
#include "aforo/scenario/staffing.hpp"
#include "scenarios.hpp"

using namespace aforo;
using namespace aforo::model;
using scenario::Scenario;

namespace {

template <class Seen>
Seen seen_in(const Scenario& s) {
    const Blueprint blueprint(s);
    Seen seen;
    Programme(blueprint, seen).run(s.experiment.seed, 0);
    return seen;
}

std::vector<int> slots_of_centre_2(const Scenario& s) {
    const Blueprint plan(s);
    std::vector<int> slots;
    for (std::size_t m = 12; m < 24; ++m) slots.push_back(plan.unit_spell(1, m).slots);  // of 2024
    return slots;
}

}  // namespace

TEST_CASE("new advisors take on a whole caseload in equal steps, and the latest hired leave first") {
    Scenario s = testing::small();
    s.advisory.caseload = 40;
    s.advisory.advisors_growth = {};
    const int before = slots_of_centre_2(s)[0];
    s.advisory.ramp_up = core::from_days(3 * core::days_per_month);
    s.advisory.changes = {{core::date(2024, 3, 1), 2, 2}};
    CHECK(slots_of_centre_2(s) == std::vector<int>{before, before, before + 20, before + 40, before + 60, before + 80,
                                                   before + 80, before + 80, before + 80, before + 80, before + 80,
                                                   before + 80});
    s.advisory.changes = {{core::date(2024, 3, 1), 2, 2}, {core::date(2024, 4, 1), 2, -2}};
    CHECK(slots_of_centre_2(s) == std::vector<int>{before, before, before + 20, before, before, before, before, before,
                                                   before, before, before, before});
}

TEST_CASE("a satellite costs by the days that it is visited: one a week at least, all at most") {
    Scenario s = testing::small();
    s.network.satellites.erase(12);
    auto& satellite = s.network.satellites.at(11);
    const auto years = [&](int days, double growth) {
        satellite.visiting_days = days;
        s.advisory.satellite_growth = {{{0, growth}}};
        return scenario::satellite_years(s, 2025);
    };
    CHECK(years(2, 1.5) == doctest::Approx(1.5));
    CHECK(years(5, 1.5) == doctest::Approx(1.0));
    CHECK(years(4, 1.5) == doctest::Approx(1.25));
    CHECK(years(2, 0.2) == doctest::Approx(0.5));
}

TEST_CASE("a desk that never closes has whole persons, as many in all as the staff") {
    Scenario s = testing::small();
    s.attention.always_open = true;
    s.attention.staff_growth = {};
    s.attention.staff = 4;
    const Blueprint plan(s);
    int persons = 0;
    for (std::size_t o = 0; o < plan.offices.size(); ++o) persons += plan.office_spell(o, 13).desk.persons;
    CHECK(persons == 4);
}

TEST_CASE("where no advisor is left nobody can finish a plan") {
    struct Ends : Observer {
        int dropouts_on_the_day = 0, held_later = 0, in_plan = 0;
        using Observer::on;
        void on(const Fact& f) override {
            const bool there = f.who->office.value == 1 && f.at >= core::Time(core::date(2024, 7, 1));
            dropouts_on_the_day +=
                there && f.kind == FactKind::dropped_out && f.at == core::Time(core::date(2024, 7, 1));
            held_later += there && f.kind == FactKind::session_held;
        }
    };
    Scenario s = testing::small();
    s.network.satellites.clear();
    s.advisory.advisors_growth = {};
    const auto there = scenario::centre_advisors(s, core::date(2024, 7, 1))[1];
    s.advisory.changes = {{core::date(2024, 7, 1), 2, -static_cast<int>(there)}};
    const Ends ends = seen_in<Ends>(s);
    CHECK(ends.dropouts_on_the_day > 20);
    CHECK(ends.held_later == 0);
}

TEST_CASE("advisors who leave take the latest plans with them; who is interrupted waits again as for a first plan") {
    struct Cuts : Observer {
        std::map<std::uint64_t, Time> in_plan;  // at centre 2, by key
        int cuts = 0, not_the_latest = 0;
        double waited = 0;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind == FactKind::admitted) waited += core::in_days(f.at - f.since);
            if (f.who->office.value != 1) return;
            if (f.kind == FactKind::admitted) in_plan[f.who->key] = f.at;
            if (f.kind == FactKind::interrupted) {
                ++cuts;
                for (const auto& [key, at] : in_plan) not_the_latest += at > f.since;
            }
            if (f.kind == FactKind::interrupted || f.kind == FactKind::graduated || f.kind == FactKind::dropped_out)
                in_plan.erase(f.who->key);
        }
    };
    Scenario s = testing::small();
    s.network.satellites.clear();
    s.graduation.repeat = 0;
    s.advisory.slot_cut = scenario::SlotCut::return_to_list;
    s.advisory.changes = {{core::date(2024, 5, 1), 2, -3}, {core::date(2025, 2, 1), 2, 2}};
    const Cuts cuts = seen_in<Cuts>(s);
    CHECK(cuts.cuts > 20);
    CHECK(cuts.not_the_latest == 0);
    for (const auto rule : {scenario::PriorityRule::first_plans_first, scenario::PriorityRule::re_entries_first}) {
        Scenario ordered = s;
        ordered.waiting_list.priority.chain = {rule, scenario::PriorityRule::arrival};
        CHECK(seen_in<Cuts>(ordered).waited == cuts.waited);
    }
}

TEST_CASE("a part of the sessions that makes a graduate is rounded up to whole ones") {
    struct Least : Observer {
        int sessions = 1000;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind == FactKind::graduated) sessions = std::min<int>(sessions, f.who->sessions);
        }
    };
    Scenario s = testing::small();
    s.graduation.rule = scenario::GraduationRule::share;
    s.graduation.share = 0.55;  // of 8: 4.4
    CHECK(seen_in<Least>(s).sessions == 5);
}

struct Returns : Observer {
    std::map<std::uint64_t, int> times;  // of each who came
    using Observer::on;
    void on(const Fact& f) override { times[f.who->key] += f.kind == FactKind::returned; }
    [[nodiscard]] int at_least(int n) const {
        return static_cast<int>(
            std::count_if(times.begin(), times.end(), [&](const auto& of) { return of.second >= n; }));
    }
};

TEST_CASE("who left comes back as often as it is stated, and no more") {
    Scenario s = testing::small();
    s.demand.returning = 1;
    s.demand.returns_after = scenario::Distribution::constant(core::days(10));
    for (const int most : {0, 1, 3, 5}) {
        CAPTURE(most);
        s.demand.max_returns = most;
        const Returns seen = seen_in<Returns>(s);
        CHECK(seen.at_least(most) > 100);
        CHECK(seen.at_least(most + 1) == 0);
    }
}

TEST_CASE("without a stated maximum who is always turned away comes back a geometric number of times") {
    Scenario s = testing::small();
    s.attention.staff = 0;
    s.attention.room = 0;
    s.demand.returns_after = scenario::Distribution::constant(core::from_hours(1));
    for (const double p : {0.3, 0.5, 0.9}) {
        CAPTURE(p);
        s.demand.returning = p;
        const Returns seen = seen_in<Returns>(s);
        const auto n = static_cast<double>(seen.times.size());
        REQUIRE(n > 5000);
        double all = 0;
        for (const auto& [key, times] : seen.times) all += times;
        const double mean = p / (1 - p);
        CHECK(std::abs(all - n * mean) < 4 * std::sqrt(n * mean / (1 - p)));
        for (int k = 1; k <= 6; ++k) {
            CAPTURE(k);
            const double share = std::pow(p, k);
            CHECK(std::abs(seen.at_least(k) - n * share) < 4 * std::sqrt(n * share * (1 - share)));
        }
    }
}

TEST_CASE("who comes back and asks for a slot again decides anew: it may take what it declined") {
    struct Decliners : Observer {
        std::set<std::uint64_t> declined;
        int took = 0, declined_again = 0;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind == FactKind::admitted) took += declined.contains(f.who->key);
            if (f.kind == FactKind::declined) declined_again += !declined.insert(f.who->key).second;
        }
    };
    Scenario s = testing::small();
    s.demand.returning = 0.9;
    s.demand.returns_after = scenario::Distribution::constant(core::days(10));
    s.diagnosis.measurement_error = 0;  // who qualified once qualifies again
    s.waiting_list.decline = 0.5;
    const Decliners seen = seen_in<Decliners>(s);
    const double n = seen.took + seen.declined_again;
    REQUIRE(n > 200);
    CHECK(std::abs(seen.declined_again - n / 2) < 4 * std::sqrt(n / 4));
}

TEST_CASE("who comes back is measured anew, without the error of the first time") {
    struct Measured : Observer {
        std::map<std::uint64_t, std::set<float>> composites;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind == FactKind::diagnosed) composites[f.who->key].insert(f.who->profile.composite);
        }
    };
    Scenario s = testing::small();
    s.demand.returning = 1;
    s.demand.max_returns = 1;
    s.demand.returns_after = scenario::Distribution::constant(core::days(10));
    const auto twice = [&] {
        int n = 0;
        for (const auto& [key, composites] : seen_in<Measured>(s).composites) n += composites.size() == 2;
        return n;
    };
    CHECK(twice() > 100);
    s.diagnosis.measurement_error = 0;
    CHECK(twice() == 0);
}

TEST_CASE("an alliance brings demand for a year after it is made") {
    struct Arrivals : Observer {
        int first_half = 0, second_year = 0;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind != FactKind::arrived) return;
            first_half += f.at >= core::Time(core::date(2025, 3, 1)) && f.at < core::Time(core::date(2025, 7, 1));
            second_year += f.year == 2026;
        }
    };
    Scenario s = testing::small();
    s.horizon.last_year = 2026;
    for (const int year : {2025, 2026})
        s.funding.freezes[std::to_string(year)] = {.component = Component::alliances, .from = {.year = year}};
    const Arrivals plain = seen_in<Arrivals>(s);
    s.alliances.demand_effect = 0.1;
    const Arrivals more = seen_in<Arrivals>(s);
    CHECK(more.first_half > 1.1 * plain.first_half);
    CHECK(more.second_year == plain.second_year);
}

TEST_CASE("demand follows what it is said to follow: who has come already, and alliances") {
    struct Arrivals : Observer {
        int all = 0;
        using Observer::on;
        void on(const Fact& f) override { all += f.kind == FactKind::arrived && f.year == 2025; }
    };
    Scenario s = testing::small();
    s.alliances.demand_effect = 0.05;
    const int more = seen_in<Arrivals>(s).all;
    s.alliances.demand_effect = 0;
    const int plain = seen_in<Arrivals>(s).all;
    CHECK(more > plain * 1.1);
    s.demand.finite_population = true;
    s.population.potential = 10000;
    const auto renewed = [&](double share) {
        s.demand.renewal = share;
        return seen_in<Arrivals>(s).all;
    };
    CHECK(renewed(0) < plain * 0.8);
    CHECK(renewed(0.2) > renewed(0));
    CHECK(renewed(0.9) > renewed(0.2));
}

TEST_CASE("on a scenario's own holidays nobody comes, and the year's demand comes on the other days") {
    struct Days : Observer {
        std::map<core::Date, int> arrivals;
        int all = 0;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind != FactKind::arrived || f.year != 2024) return;
            ++arrivals[core::day_of(f.at)];
            ++all;
        }
    };
    Scenario s = testing::small();
    const Days before = seen_in<Days>(s);
    const core::Date once = core::date(2024, 3, 13), yearly = core::date(2024, 12, 30);
    REQUIRE(before.arrivals.contains(once));
    REQUIRE(before.arrivals.contains(yearly));
    s.calendar.holidays.own = {{0, 12, 30}, {2024, 3, 13}};
    const Days after = seen_in<Days>(s);
    CHECK_FALSE(after.arrivals.contains(once));
    CHECK_FALSE(after.arrivals.contains(yearly));
    CHECK(Blueprint(s).year(2024).working_days == Blueprint(testing::small()).year(2024).working_days - 2);
    CHECK(Blueprint(s).year(2025).working_days == Blueprint(testing::small()).year(2025).working_days - 1);
    CHECK(std::abs(after.all - before.all) < 4 * std::sqrt(before.all));
}

TEST_CASE("a finite population is never exceeded, however much a day brings") {
    // Of each region: how many have come, those replaced by new ones left out, after the last arrival.
    struct Come : Observer {
        std::map<std::uint64_t, double> of_region;
        std::map<std::uint64_t, int> times;
        const Blueprint* plan = nullptr;
        double most = 0, renewal = 0;
        int year = 0;
        using Observer::on;
        void on(const Fact& f) override {
            if (f.kind != FactKind::arrived) return;
            ++times[f.who->key];
            for (; year < f.year; ++year) {
                for (auto& [region, come] : of_region) come *= 1 - renewal;
            }
            ++of_region[plan->offices[f.who->office.value].region.value];
            double all = 0;
            for (const auto& [region, come] : of_region) {
                CHECK(come <= plan->whole_potential[region] + 1e-6);
                all += come;
            }
            most = std::max(most, all);
        }
    };
    Scenario s = testing::small();
    s.demand.arrivals = 20'000;  // some 80 a day, of whom few are left
    s.demand.finite_population = true;
    for (const double potential : {20.0, 31.9, 7.0}) {
        for (const double renewal : {0.0, 0.3}) {
            s.population.potential = potential;
            s.demand.renewal = renewal;
            const Blueprint plan(s);
            for (std::uint32_t replication = 0; replication < 50; ++replication) {
                CAPTURE(potential);
                CAPTURE(renewal);
                CAPTURE(replication);
                Come seen;
                seen.plan = &plan;
                seen.renewal = renewal;
                seen.year = s.horizon.start_year();
                Programme(plan, seen).run(s.experiment.seed, replication);
                CHECK(seen.most <= std::floor(potential) + 1e-6);
                // All of them come, and nobody twice.
                CHECK(seen.most > std::floor(potential) - 1);
                for (const auto& [key, times] : seen.times) CHECK(times == 1);
            }
        }
    }
}

TEST_CASE("a population that a day never exhausts is not touched by its bound") {
    Scenario s = testing::small();
    s.demand.finite_population = true;
    s.population.potential = 1e9;
    CHECK(seen_in<Returns>(s).times.size() == [&] {
        s.demand.finite_population = false;
        return seen_in<Returns>(s).times.size();
    }());
}

TEST_CASE("a linkage that nobody will ever have time for does not end") {
    Scenario s = testing::small();
    s.alliances.coordinators = 60;
    s.alliances.annual_cost = core::Money();
    s.alliances.linkages = 10000;
    s.alliances.direct_hours = core::from_hours(0.001);
    s.alliances.hours = core::from_hours(1000);
    struct None : Observer {
        int ended = 0;
        using Observer::on;
        void on(const AllianceFact& f) override { ended += f.kind != AllianceFactKind::started; }
    };
    CHECK(seen_in<None>(s).ended == 0);
}

TEST_CASE("services longer than a day take the hours that are paid, and serve fewer the longer they are") {
    struct Served : Observer {
        int attended = 0;
        double busy = 0, rostered = 0;
        using Observer::on;
        void on(const Fact& f) override { attended += f.kind == FactKind::attended; }
        void on(const OfficeYearFact& f) override {
            busy += f.desk_hours_busy;
            rostered += f.desk_hours;
        }
    };
    Scenario s = testing::small();
    s.diagnosis.share = 0;
    s.horizon.last_year = 2027;  // what is owed at the end is little beside it
    int before = 1'000'000;
    for (const int hours : {5, 12, 20, 26, 40, 60}) {
        CAPTURE(hours);
        s.attention.duration = scenario::Distribution::constant(core::from_hours(hours));
        const Served served = seen_in<Served>(s);
        CHECK(served.attended < before);
        CHECK(served.busy < 1.05 * served.rostered);
        before = served.attended;
    }
}
