#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "aforo/model/programme.hpp"
#include "aforo/scenario/staffing.hpp"
#include "scenarios.hpp"

using namespace aforo;
using namespace aforo::model;
using scenario::CalendarDay;
using scenario::Exhaustion;
using scenario::Pool;
using scenario::Scenario;

namespace {

// The money of one replication, summed over its years, and what it bought.
struct Money4 : Observer {
    std::array<Balance, 4> sum{};
    std::map<std::pair<int, int>, Balance> of;  // by year and component
    std::array<int, 13> admitted_in_month{};
    std::map<std::uint32_t, int> admitted_at;  // by centre
    int admitted = 0, attended = 0, alliances = 0, dropped = 0, refusals = 0;
    int admitted_after_first_refusal = 0;  // in the same year
    int refused_in = 0;
    std::map<policy::Spending, int> why;
    const Blueprint* plan = nullptr;

    using Observer::on;
    void on(const Fact& f) override {
        attended += f.kind == FactKind::attended;
        dropped += f.kind == FactKind::dropped_out;
        if (f.kind != FactKind::admitted) return;
        ++admitted;
        ++admitted_in_month[core::month_of(core::day_of(f.at))];
        ++admitted_at[plan->offices[f.who->office.value].centre.value];
        admitted_after_first_refusal += refused_in == f.year;
    }
    void on(const AllianceFact& f) override { alliances += f.kind == AllianceFactKind::realised; }
    void on(const RefusalFact& f) override {
        ++refusals;
        ++why[f.why];
        if (f.component == Component::advisory) refused_in = core::year_of(core::day_of(f.at));
    }
    void on(const YearAccountFact& f) override {
        const Balance& b = f.balance;
        CHECK(Ledger::difference(b) == Money());
        CHECK(b.available + b.committed == Money());
        of[{f.year, static_cast<int>(f.component)}] = b;
        Balance& s = sum[static_cast<std::size_t>(f.component)];
        s.appropriated += b.appropriated;
        s.transferred += b.transferred;
        s.overrun += b.overrun;
        s.paid += b.paid;
        s.returned += b.returned;
        s.recovered += b.recovered;
    }
    [[nodiscard]] const Balance& operator[](Component c) const { return sum[static_cast<std::size_t>(c)]; }
    [[nodiscard]] int admitted_from(int month) const {
        int n = 0;
        for (std::size_t m = static_cast<std::size_t>(month); m <= 12; ++m) n += admitted_in_month[m];
        return n;
    }
};

Money4 run(const Scenario& s) {
    const Blueprint blueprint(s);
    Money4 seen;
    seen.plan = &blueprint;
    Programme(blueprint, seen).run(s.experiment.seed, 0);
    for (int y = s.horizon.start_year(); y <= s.horizon.last_year; ++y) {
        Money transferred;
        for (int c = 0; c < 4; ++c) transferred += seen.of[{y, c}].transferred;
        CHECK(transferred == Money());
    }
    return seen;
}

// The small programme with its plans six times as dear: money for plans ends before each year does.
Scenario scarce() {
    Scenario s = testing::small();
    s.advisory.plan_cost = s.advisory.plan_cost * 6;
    return s;
}

scenario::Freeze freeze(Component c, CalendarDay from, std::optional<CalendarDay> until = {}) {
    return {.component = c, .from = from, .until = until};
}

struct Direction {
    std::string says;
    Scenario (*from)();
    std::function<void(Scenario&)> change;
    std::function<bool(const Money4& before, const Money4& after)> holds;
};

const std::vector<Direction> directions = {
    {"a release calendar: fewer admitted in the first quarter, and money left to admit in the last", scarce,
     [](Scenario& s) {
         s.funding.release = {{0.20, 0.25, 0.25, 0.30}};
     },
     [](auto& a, auto& b) {
         const auto first_quarter = [](const Money4& m) {
             return m.admitted_in_month[1] + m.admitted_in_month[2] + m.admitted_in_month[3];
         };
         return first_quarter(b) < first_quarter(a) && b.admitted_from(10) > a.admitted_from(10) &&
                b.why.contains(policy::Spending::not_released);
     }},
    {"a freeze in the fourth quarter: nobody is admitted in it", testing::small,
     [](Scenario& s) { s.funding.freezes["q4"] = freeze(Component::advisory, {.month = 10}); },
     [](auto& a, auto& b) { return a.admitted_from(10) > 0 && b.admitted_from(10) == 0; }},
    {"a freeze with an end: admissions again after it", testing::small,
     [](Scenario& s) {
         s.funding.freezes["invierno"] = freeze(Component::advisory, {.month = 6}, CalendarDay{.month = 7, .day = 31});
     },
     [](auto& a, auto& b) {
         return a.admitted_in_month[6] > 0 && b.admitted_in_month[6] + b.admitted_in_month[7] == 0 &&
                b.admitted_in_month[8] > a.admitted_in_month[8];
     }},
    {"attention frozen: fewer attended", testing::small,
     [](Scenario& s) { s.funding.freezes["q4"] = freeze(Component::attention, {.month = 10}); },
     [](auto& a, auto& b) { return b.attended < a.attended; }},
    {"alliances frozen all of every year: none", testing::small,
     [](Scenario& s) { s.funding.freezes["siempre"] = freeze(Component::alliances, {}); },
     [](auto& a, auto& b) { return a.alliances > 0 && b.alliances == 0; }},
    {"money transferred to plans: more admitted, and what is received is what was given", scarce,
     [](Scenario& s) {
         s.funding.transfers["apoyo"] = {Component::alliances, Component::advisory, 0.05, {.month = 7}};
     },
     [](auto& a, auto& b) {
         return b.admitted > a.admitted && b[Component::advisory].transferred > Money() &&
                b[Component::alliances].transferred + b[Component::advisory].transferred == Money();
     }},
    {"a transfer moves no more than its cap", scarce,
     [](Scenario& s) {
         s.funding.transfers["apoyo"] = {Component::admin, Component::advisory, 0.01, {.month = 1}};
     },
     [](auto&, auto& b) {
         const auto& giver = b[Component::admin];
         return giver.transferred < Money() &&
                Money() - giver.transferred <= core::scaled(giver.appropriated, 1, 100) + Money::pesos(3);
     }},
    {"stop at exhaustion: no admission after the year's first refusal, however much money is transferred", scarce,
     [](Scenario& s) {
         s.funding.at_exhaustion = Exhaustion::stop;
         s.funding.transfers["tarde"] = {Component::alliances, Component::advisory, 0.05, {.month = 12}};
     },
     [](auto&, auto& b) { return b.refusals > 0 && b.admitted_after_first_refusal == 0; }},
    {"overrun at exhaustion: nobody is refused, and what it took is on the record", scarce,
     [](Scenario& s) { s.funding.at_exhaustion = Exhaustion::overrun; },
     [](auto& a, auto& b) {
         return a.refusals > 0 && b.refusals == 0 && b.admitted > a.admitted &&
                a[Component::advisory].overrun == Money() && b[Component::advisory].overrun > Money() &&
                b[Component::admin].paid >= a[Component::admin].paid;
     }},
    {"plans paid in halves: money of plans that end in the next year is committed twice, so fewer are admitted", scarce,
     [](Scenario& s) { s.funding.plan_payment = scenario::PlanPayment::halves; },
     [](auto& a, auto& b) { return b.admitted < a.admitted; }},
    {"plans paid in halves, with money: as many are admitted, and less is paid by the end", testing::small,
     [](Scenario& s) { s.funding.plan_payment = scenario::PlanPayment::halves; },
     [](auto& a, auto& b) {
         return b.admitted == a.admitted && b[Component::advisory].paid < a[Component::advisory].paid;
     }},
    {"dropouts give back what they did not use: less is paid, some of it of earlier years", testing::small,
     [](Scenario& s) { s.funding.dropout_return = true; },
     [](auto& a, auto& b) {
         return a.dropped > 0 && b[Component::advisory].paid < a[Component::advisory].paid &&
                b[Component::advisory].recovered > Money() && a[Component::advisory].recovered == Money();
     }},
    {"what dropouts give back admits others, where money is scarce", scarce,
     [](Scenario& s) { s.funding.dropout_return = true; }, [](auto& a, auto& b) { return b.admitted > a.admitted; }},
    {"halves and dropouts together add up", scarce,
     [](Scenario& s) {
         s.funding.plan_payment = scenario::PlanPayment::halves;
         s.funding.dropout_return = true;
         s.work_plan.dropout = scenario::PerBand::all(0.6);
     },
     [](auto&, auto& b) { return b.dropped > 0; }},
    {"money by centre: the one with most demand gets nearer to its share of it", scarce,
     [](Scenario& s) { s.funding.pool = Pool::by_centre; },
     [](auto& a, auto& b) {
         const auto off = [](const Money4& m) {
             return std::abs(m.admitted_at.at(1) / static_cast<double>(m.admitted) - 0.5);
         };
         return off(b) < off(a) && b.why.contains(policy::Spending::share_used_up);
     }},
    {"other costs of component 2: less is left for plans", scarce,
     [](Scenario& s) { s.advisory.other_costs = Money::thousands(30'000); },
     [](auto& a, auto& b) { return b.admitted < a.admitted; }},
    {"other costs of component 1: they are paid", testing::small,
     [](Scenario& s) {
         s.attention.budget = s.attention.budget * 2;
         s.attention.other_costs = Money::thousands(10'000);
     },
     [](auto& a, auto& b) { return b[Component::attention].paid > a[Component::attention].paid; }},
    {"other costs of component 3: they are paid", testing::small,
     [](Scenario& s) {
         s.alliances.budget = s.alliances.budget * 2;
         s.alliances.other_costs = Money::thousands(10'000);
     },
     [](auto& a, auto& b) { return b[Component::alliances].paid > a[Component::alliances].paid; }},
    {"fixed administration: more of it is paid", testing::small,
     [](Scenario& s) {
         s.administration.budget = s.administration.budget * 2;
         s.administration.other_costs = Money::thousands(10'000);
     },
     [](auto& a, auto& b) { return b[Component::admin].paid > a[Component::admin].paid; }},
    {"funded staff that plans for more admissions is smaller: its plans have money, and fewer advisors", testing::small,
     [](Scenario& s) {
         s.advisory.staffing = scenario::Staffing::funded;
         s.advisory.planned_admissions = 3000;
     },
     [](auto& a, auto& b) { return b.admitted < a.admitted && b.refusals == 0; }},
};

}  // namespace

TEST_CASE(
    "a centre's part that is not yet released is waited for, and is no exhaustion: stop gives nothing up for it") {
    Scenario s = scarce();
    s.funding.pool = Pool::by_centre;
    s.funding.release = {0.1, 0.4, 0.3, 0.2};
    const Money4 hold = run(s);
    s.funding.at_exhaustion = Exhaustion::stop;
    const Money4 stop = run(s);
    CHECK(stop.why.contains(policy::Spending::not_released));
    CHECK(stop.admitted > 0.9 * hold.admitted);
}

TEST_CASE("each rule of funding moves its result in its direction, and every year balances") {
    for (const auto& d : directions) {
        CAPTURE(d.says);
        Scenario changed = d.from();
        d.change(changed);
        CHECK(d.holds(run(d.from()), run(changed)));
    }
}

TEST_CASE("an option at its neutral value changes nothing") {
    const std::vector<std::function<void(Scenario&)>> neutral = {
        [](Scenario& s) {
            s.funding.release = {{1, 0, 0, 0}};
        },
        [](Scenario& s) {
            s.funding.freezes["otro año"] = freeze(Component::advisory, {.year = 2031, .month = 1, .day = 1});
        },
        [](Scenario& s) {
            s.funding.transfers["nada"] = {Component::attention, Component::advisory, 0, {.month = 7}};
        },
        [](Scenario& s) {
            s.funding.index.factor = {{0, 1.05}};
        },
        [](Scenario& s) { s.administration.cap = s.administration.share; },
        [](Scenario& s) { s.advisory.planned_admissions = 5; },
    };
    for (const auto& base : {testing::small(), scarce()}) {
        const Money4 before = run(base);
        for (std::size_t i = 0; i < neutral.size(); ++i) {
            CAPTURE(i);
            Scenario s = base;
            neutral[i](s);
            const Money4 after = run(s);
            CHECK(after.admitted == before.admitted);
            CHECK(after.admitted_in_month == before.admitted_in_month);
            CHECK(after.refusals == before.refusals);
            for (const Component c : components) CHECK(after[c].paid == before[c].paid);
        }
    }
}

TEST_CASE("with a release calendar no quarter commits more than its cumulative share") {
    struct Committed : Observer {
        std::array<Money, 4> plans{};  // by quarter of 2025
        using Observer::on;
        [[nodiscard]] bool wants_postings() const override { return true; }
        void on(const PostingFact& f) override {
            if (f.posting.entry == Entry::plan && f.posting.year == 2025 && f.posting.from == Account::available) {
                plans[(core::month_of(core::day_of(f.at)) - 1) / 3] += f.posting.amount;
            }
        }
    } seen;
    Scenario s = scarce();
    s.funding.release = {{0.20, 0.25, 0.25, 0.30}};
    const Blueprint blueprint(s);
    Programme(blueprint, seen).run(1, 0);
    const Year& year = blueprint.year(2025);
    const Money variable = year.appropriation[1] - year.fixed_cost[1];
    Money used;
    for (std::size_t q = 0; q < 4; ++q) {
        used += seen.plans[q];
        CHECK(used <= core::scaled(variable, std::array{20, 45, 70, 100}[q], 100));
        CHECK(used > Money());
    }
    CHECK(seen.plans[1] > Money());
}

TEST_CASE("funded staff is what the budget pays after satellites, other costs and planned plans") {
    Scenario s = testing::small();
    s.advisory.staffing = scenario::Staffing::funded;
    s.advisory.planned_admissions = 1000;
    s.advisory.planned_admissions_growth.factor = {{0, 1.1}};
    const Blueprint blueprint(s);
    const auto advisors = [&](int year) {
        double sum = 0;
        const std::size_t january = static_cast<std::size_t>(year - s.horizon.start_year()) * 12;
        for (std::size_t u = 0; u < blueprint.units.size(); ++u) sum += blueprint.unit_spell(u, january).advisors;
        return sum;
    };
    CHECK(advisors(2024) == (480'000 - 2 * 30'000 - 45 * 1000) / 24'000);
    CHECK(advisors(2025) == (528'000 - 66'000 - 49'500) / 24'000);
}

TEST_CASE(
    "a centre that opens has its part of the money from then on, and one that closes leaves what it did not use") {
    Scenario s = scarce();
    s.funding.pool = Pool::by_centre;
    s.network.centres.at(2).opens = core::date(2025, 4, 1);
    const Money4 opens = run(s);
    CHECK(opens.admitted_at.at(1) > 20);
    s.network.centres.at(2).opens = core::date(2024, 1, 1);
    CHECK(opens.admitted_at.at(0) + opens.admitted_at.at(2) > run(s).admitted_at.at(0) + run(s).admitted_at.at(2));
    s.network.centres.at(2).closes = core::date(2025, 4, 1);
    const Money4 closes = run(s);
    CHECK((closes.of.at({2025, 1}).returned.in_pesos()) < s.advisory.plan_cost.in_pesos() * 3);
}

TEST_CASE("staff of a centre that closes works in the others: orientation and coordinators, as advisors do") {
    Scenario s = testing::small();
    const Blueprint before(s);
    s.network.centres.at(3).closes = core::date(2025, 7, 1);
    const Blueprint after(s);
    const auto hours = [](const Blueprint& b, std::size_t office, std::size_t month) {
        const Desk& d = b.office_spell(office, month).desk;
        return d.persons * core::in_hours(d.window);
    };
    const std::size_t june = 29, july = 30;
    CHECK(hours(after, 0, june) == hours(before, 0, june));
    // Centre 3 was a quarter of the demand: the others have a third more.
    CHECK(hours(after, 0, july) == doctest::Approx(hours(before, 0, july) * 4 / 3).epsilon(1e-6));
    CHECK(after.coordinators[july] == doctest::Approx(before.coordinators[july] * 3 / 2));
}

TEST_CASE("funded staff pays for changes only while their centre works") {
    Scenario s = testing::small();
    s.advisory.staffing = scenario::Staffing::funded;
    s.advisory.planned_admissions = 1000;
    const auto advisors = [&] { return scenario::national_advisors(s, 2025); };
    const auto without = advisors();
    s.advisory.changes = {{core::date(2024, 3, 1), 2, 3}};
    CHECK(advisors() == without - 3);
    s.network.centres.at(2).closes = core::date(2024, 6, 1);
    const auto closed = advisors();  // its satellite costs nothing either
    s.advisory.changes.clear();
    CHECK(advisors() == closed);
}

TEST_CASE("administration that its budget cuts short is a refusal, and what is frozen is not money that ran out") {
    Scenario s = testing::small();
    s.administration.budget = Money();
    CHECK(run(s).why[policy::Spending::no_funds] > 0);
    CHECK_FALSE(policy::is_exhaustion(policy::Spending::frozen));
    CHECK_FALSE(policy::is_exhaustion(policy::Spending::not_released));
}

TEST_CASE("every posting is told to who wants it, and adds up to the accounts of every year") {
    struct Books : Money4 {
        using Money4::on;
        std::map<std::pair<int, int>, std::array<Money, 10>> accounts;
        [[nodiscard]] bool wants_postings() const override { return true; }
        void on(const PostingFact& f) override {
            auto& of_year = accounts[{f.posting.year, static_cast<int>(f.posting.component)}];
            of_year[static_cast<std::size_t>(f.posting.from)] -= f.posting.amount;
            of_year[static_cast<std::size_t>(f.posting.to)] += f.posting.amount;
            CHECK(core::year_of(core::day_of(f.at)) == f.posting.year);
            if (f.posting.entry == Entry::plan) {
                CHECK(f.enterprise > 0);
                CHECK(f.centre > 0);
            }
        }
    } books;
    Scenario s = scarce();
    s.funding.plan_payment = scenario::PlanPayment::halves;
    s.funding.dropout_return = true;
    s.funding.at_exhaustion = Exhaustion::overrun;
    s.funding.transfers["apoyo"] = {Component::alliances, Component::advisory, 0.05, {.month = 7}};
    const Blueprint blueprint(s);
    books.plan = &blueprint;
    Programme(blueprint, books).run(1, 0);
    REQUIRE(books.of.size() == 12);
    for (const auto& [key, b] : books.of) {
        const auto account = [&, k = key](Account a) { return books.accounts[k][static_cast<std::size_t>(a)]; };
        CHECK(Money() - account(Account::appropriated) == b.appropriated);
        CHECK(Money() - account(Account::transferred) == b.transferred);
        CHECK(Money() - account(Account::overrun) == b.overrun);
        CHECK(account(Account::paid) == b.paid);
        CHECK(account(Account::returned) == b.returned);
        CHECK(account(Account::treasury) == b.recovered);
        CHECK(account(Account::available) == Money());
        CHECK(account(Account::committed) == Money());
    }
}

TEST_CASE("a dropout gives back the sessions that it leaves unheld, to the peso") {
    struct Refunds : Observer {
        std::map<std::uint64_t, Money> due, came;
        Money plan_cost;
        using Observer::on;
        [[nodiscard]] bool wants_postings() const override { return true; }
        void on(const Fact& f) override {
            constexpr int agreed = 8;
            if (f.kind == FactKind::dropped_out)
                due[f.who->key] += core::scaled(plan_cost, agreed - f.who->sessions, agreed);
        }
        void on(const PostingFact& f) override {
            if (f.posting.entry == Entry::dropout_return && f.posting.amount > Money())
                came[f.enterprise] += f.posting.amount;
        }
    };
    for (const auto payment : {scenario::PlanPayment::at_admission, scenario::PlanPayment::halves}) {
        Scenario s = testing::small();
        s.network.satellites.clear();
        s.funding.dropout_return = true;
        s.funding.plan_payment = payment;
        const Blueprint blueprint(s);
        Refunds refunds;
        refunds.plan_cost = s.advisory.plan_cost;
        Programme(blueprint, refunds).run(1, 0);
        CHECK(refunds.due.size() > 50);
        CHECK(refunds.due == refunds.came);
    }
}

TEST_CASE("by centre, what a dropout gives back is its centre's again, and nobody else's") {
    Scenario s = scarce();
    s.funding.pool = Pool::by_centre;
    const auto admitted = [&](bool gives_back) {
        s.funding.dropout_return = gives_back;
        return run(s).admitted_at;
    };
    const auto kept = admitted(false);
    auto given_back = admitted(true);
    for (const auto& at : kept) {
        CAPTURE(at.first);
        CHECK(given_back[at.first] > at.second);
    }
    // A small centre whose few enterprises seldom ask again lacks funds all the same, whatever comes back to the
    // others.
    struct Funds : Observer {
        int days = 0;
        using Observer::on;
        void on(const CentreDayFact& f) override { days += f.centre.value == 0 && f.funds; }
    };
    s.network.centres.at(1).weight = 0.1;
    s.network.satellites.erase(11);
    const auto days = [&](bool gives_back) {
        s.funding.dropout_return = gives_back;
        const Blueprint blueprint(s);
        Funds funds;
        Programme(blueprint, funds).run(1, 0);
        return funds.days;
    };
    CHECK(days(true) > 0.8 * days(false));
}
