#include <doctest/doctest.h>

#include "aforo/model/ledger.hpp"

using namespace aforo::model;

namespace {

constexpr std::array<Money, 4> appropriations = {Money::pesos(1000), Money::pesos(500), Money::pesos(0),
                                                 Money::pesos(100)};

Ledger opened() {
    Ledger l;
    l.open_year(2024, appropriations);
    return l;
}

}  // namespace

TEST_CASE("a commitment takes from what is available, a payment from what is committed") {
    Ledger l = opened();
    REQUIRE(l.commit(Component::attention, Money::pesos(300)));
    l.pay(Component::attention, Money::pesos(100));
    const Balance& b = l.balance(Component::attention);
    CHECK(b.available == Money::pesos(700));
    CHECK(b.committed == Money::pesos(200));
    CHECK(b.paid == Money::pesos(100));
    CHECK(l.difference(Component::attention) == Money());
}

TEST_CASE("what is not available is refused to the peso, and nothing is posted") {
    Ledger l = opened();
    CHECK_FALSE(l.commit(Component::advisory, Money::pesos(501)));
    CHECK(l.balance(Component::advisory).available == Money::pesos(500));
    CHECK(l.commit_and_pay(Component::advisory, Money::pesos(500)));
    CHECK_FALSE(l.commit_and_pay(Component::advisory, Money::pesos(1)));
    CHECK_FALSE(l.commit(Component::alliances, Money::pesos(1)));
}

TEST_CASE("at the year's end what is not paid is returned, committed or not, and the year balances") {
    Ledger l = opened();
    REQUIRE(l.commit(Component::attention, Money::pesos(300)));
    l.pay(Component::attention, Money::pesos(100));
    l.close_year();
    const Balance& b = l.balance(Component::attention);
    CHECK(b.paid == Money::pesos(100));
    CHECK(b.returned == Money::pesos(900));
    CHECK(b.available + b.committed == Money());
    for (const Component c : components) CHECK(l.difference(c) == Money());
}

TEST_CASE("nothing carries over into the next year") {
    Ledger l = opened();
    l.close_year();
    l.open_year(2025, {});
    CHECK_FALSE(l.commit(Component::attention, Money::pesos(1)));
}

TEST_CASE("paying more than is committed, or a negative amount, is a bug and says so") {
    Ledger l = opened();
    CHECK_THROWS_AS(l.pay(Component::attention, Money::pesos(1)), aforo::core::BrokenInvariant);
    CHECK_THROWS_AS((void)l.commit(Component::attention, Money::pesos(-1)), aforo::core::BrokenInvariant);
}
