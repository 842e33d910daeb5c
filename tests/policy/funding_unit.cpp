#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "aforo/policy/funding.hpp"

using namespace aforo;
using namespace aforo::policy;
using core::Money;

namespace {

FundsState with(void (*change)(FundsState&)) {
    FundsState s{.available = Money::pesos(100)};
    change(s);
    return s;
}

struct Case {
    std::string says;
    FundsState state;
    std::int64_t pesos;
    Spending decision;
};

const std::vector<Case> cases = {
    {"what is available is granted, to the peso", with([](FundsState&) {}), 100, Spending::granted},
    {"one peso more is not there", with([](FundsState&) {}), 101, Spending::no_funds},
    {"nothing can always be spent", with([](FundsState& s) { s.available = {}; }), 0, Spending::granted},
    {"beyond what there is, when overrun is the rule",
     with([](FundsState& s) { s.at_exhaustion = Exhaustion::overrun; }), 101, Spending::overrun},
    {"an overrun is not one while there is money", with([](FundsState& s) { s.at_exhaustion = Exhaustion::overrun; }),
     100, Spending::granted},
    {"a freeze comes before everything", with([](FundsState& s) {
         s.frozen = s.given_up = true;
         s.at_exhaustion = Exhaustion::overrun;
     }),
     0, Spending::frozen},
    {"a year given up stays so with money there", with([](FundsState& s) { s.given_up = true; }), 1,
     Spending::given_up},
    {"only what is released", with([](FundsState& s) {
         s.all_released = false;
         s.released = Money::pesos(50);
         s.used = Money::pesos(30);
     }),
     21, Spending::not_released},
    {"all of what is released", with([](FundsState& s) {
         s.all_released = false;
         s.released = Money::pesos(50);
         s.used = Money::pesos(30);
     }),
     20, Spending::granted},
    {"overrun does not go before its quarter", with([](FundsState& s) {
         s.all_released = false;
         s.at_exhaustion = Exhaustion::overrun;
     }),
     1, Spending::not_released},
    {"only what is released of the centre's share", with([](FundsState& s) {
         s.all_released = false;
         s.released = Money::pesos(100);
         s.has_share = true;
         s.share = Money::pesos(40);
         s.share_released = Money::pesos(10);
         s.share_used = Money::pesos(5);
     }),
     6, Spending::not_released},
    {"what is beyond the centre's share will never be released", with([](FundsState& s) {
         s.all_released = false;
         s.released = Money::pesos(100);
         s.has_share = true;
         s.share = Money::pesos(10);
         s.share_released = Money::pesos(5);
         s.share_used = Money::pesos(5);
     }),
     6, Spending::share_used_up},
    {"only the centre's share", with([](FundsState& s) {
         s.has_share = true;
         s.share = Money::pesos(10);
         s.share_used = Money::pesos(5);
     }),
     6, Spending::share_used_up},
};

}  // namespace

TEST_CASE("what is granted and why not: the first reason that applies") {
    std::set<Spending> seen;
    for (const auto& c : cases) {
        CAPTURE(c.says);
        CHECK(may_spend(c.state, Money::pesos(c.pesos)) == c.decision);
        seen.insert(c.decision);
    }
    for (const auto& rule : refusal_rules()) CHECK(seen.contains(rule.reason));
}

TEST_CASE("a freeze is no exhaustion; every other refusal is") {
    CHECK_FALSE(is_exhaustion(Spending::frozen));
    CHECK_FALSE(is_exhaustion(Spending::granted));
    CHECK_FALSE(is_exhaustion(Spending::overrun));
    CHECK_FALSE(is_exhaustion(Spending::not_released));
    CHECK(is_exhaustion(Spending::share_used_up));
    CHECK(is_exhaustion(Spending::no_funds));
}

TEST_CASE("the release calendar is cumulative by quarter, and all in the fourth") {
    scenario::Funding f;
    CHECK(released_share(f, 1) == 1);
    f.release = {{0.20, 0.25, 0.25, 0.30}};
    CHECK(released_share(f, 1) == doctest::Approx(0.20));
    CHECK(released_share(f, 3) == doctest::Approx(0.20));
    CHECK(released_share(f, 4) == doctest::Approx(0.45));
    CHECK(released_share(f, 9) == doctest::Approx(0.70));
    CHECK(released_share(f, 10) == 1);
}

TEST_CASE("a freeze lasts from its first day to its last, of its year or of every year") {
    using scenario::CalendarDay;
    scenario::Funding f;
    f.freezes["fin de año"] = {Component::advisory, CalendarDay{.month = 10}, {}};
    f.freezes["una vez"] = {Component::attention, CalendarDay{2025, 3, 1}, CalendarDay{2025, 3, 31}};
    CHECK_FALSE(is_frozen(f, Component::advisory, core::date(2026, 9, 30)));
    CHECK(is_frozen(f, Component::advisory, core::date(2026, 10, 1)));
    CHECK(is_frozen(f, Component::advisory, core::date(2027, 12, 31)));
    CHECK_FALSE(is_frozen(f, Component::advisory, core::date(2028, 1, 1)));
    CHECK_FALSE(is_frozen(f, Component::attention, core::date(2025, 2, 28)));
    CHECK(is_frozen(f, Component::attention, core::date(2025, 3, 31)));
    CHECK_FALSE(is_frozen(f, Component::attention, core::date(2025, 4, 1)));
    CHECK_FALSE(is_frozen(f, Component::attention, core::date(2026, 3, 15)));
}
