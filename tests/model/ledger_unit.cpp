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

TEST_CASE("a transfer takes from one component what it gives to another: they sum to nothing") {
    Ledger l = opened();
    l.transfer(Component::attention, Component::advisory, Money::pesos(400));
    CHECK(l.balance(Component::attention).transferred == Money::pesos(-400));
    CHECK(l.balance(Component::advisory).available == Money::pesos(900));
    CHECK(l.difference(Component::attention) == Money());
    CHECK(l.difference(Component::advisory) == Money());
    CHECK_THROWS_AS(l.transfer(Component::attention, Component::advisory, Money::pesos(601)),
                    aforo::core::BrokenInvariant);
    CHECK_THROWS_AS(l.transfer(Component::attention, Component::attention, Money()), aforo::core::BrokenInvariant);
}

TEST_CASE("what is committed beyond the appropriation is an overrun, which later money covers first") {
    Ledger l = opened();
    l.commit_beyond(Component::advisory, Money::pesos(620), Entry::plan);
    CHECK(l.balance(Component::advisory).overrun == Money::pesos(120));
    CHECK(l.balance(Component::advisory).available == Money());
    l.release(Component::advisory, Money::pesos(50), Entry::dropout_return);
    CHECK(l.balance(Component::advisory).overrun == Money::pesos(70));
    l.transfer(Component::attention, Component::advisory, Money::pesos(100));
    CHECK(l.balance(Component::advisory).overrun == Money());
    CHECK(l.balance(Component::advisory).available == Money::pesos(30));
    l.pay(Component::advisory, Money::pesos(570));
    l.close_year();
    CHECK(l.difference(Component::advisory) == Money());
}

TEST_CASE("what was committed and never paid covers an overrun before it is returned") {
    Ledger l = opened();
    l.commit_beyond(Component::advisory, Money::pesos(620), Entry::plan);
    l.pay(Component::advisory, Money::pesos(580));
    l.close_year();
    const Balance& b = l.balance(Component::advisory);
    CHECK(b.overrun == Money::pesos(80));  // what was paid beyond the appropriation
    CHECK(b.returned == Money());
}

TEST_CASE("what is refunded can be spent again; what is recovered of earlier years cannot") {
    Ledger l = opened();
    REQUIRE(l.commit_and_pay(Component::advisory, Money::pesos(500)));
    l.recover(Component::advisory, Money::pesos(60), Entry::dropout_return);
    CHECK(l.balance(Component::advisory).available == Money());
    CHECK(l.balance(Component::advisory).recovered == Money::pesos(60));
    l.refund(Component::advisory, Money::pesos(40), Entry::dropout_return);
    CHECK(l.commit_and_pay(Component::advisory, Money::pesos(40)));
    CHECK_FALSE(l.commit_and_pay(Component::advisory, Money::pesos(1)));
}

TEST_CASE("who watches is told of every posting of something, and can add the accounts up again") {
    Ledger l;
    std::array<Money, 10> sums{};
    l.watch([&](const Posting& p) {
        CHECK(p.amount > Money());
        if (p.component != Component::advisory) return;
        sums[static_cast<std::size_t>(p.from)] -= p.amount;
        sums[static_cast<std::size_t>(p.to)] += p.amount;
    });
    l.open_year(2024, appropriations);
    l.commit_beyond(Component::advisory, Money::pesos(620), Entry::plan);
    l.pay(Component::advisory, Money::pesos(300));
    l.close_year();
    const Balance& b = l.balance(Component::advisory);
    const auto sum = [&](Account a) { return sums[static_cast<std::size_t>(a)]; };
    CHECK(sum(Account::appropriated) == Money() - b.appropriated);
    CHECK(sum(Account::overrun) == Money() - b.overrun);
    CHECK(sum(Account::paid) == b.paid);
    CHECK(sum(Account::returned) == b.returned);
    CHECK(sum(Account::available) == Money());
    CHECK(sum(Account::committed) == Money());
}
