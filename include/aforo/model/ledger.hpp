// The programme's money: a double-entry ledger in whole pesos, one set of accounts per component and fiscal year.
// At every posting, and to the peso at every year end:
//   appropriated + transferred + overrun = available + committed + paid + returned,
// and what components transfer sums to 0. Only the ledger posts; who wants to see every posting watches it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>

#include "aforo/core/money.hpp"
#include "aforo/core/time.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::model {

using core::Date;
using core::Money;
using scenario::Component;

inline constexpr std::array components = {Component::attention, Component::advisory, Component::alliances,
                                          Component::admin};

// The accounts of one component in one year. The first three say where its money comes from, the next four where it is.
struct Balance {
    Money appropriated;
    Money transferred;  // received from other components, less given to them
    Money overrun;      // spent beyond what there was
    Money available, committed, paid, returned;
    Money recovered;  // paid back of earlier years' spending: goes through to the treasury, is nobody's to spend
};

enum class Account : std::uint8_t {
    appropriated,
    transferred,
    overrun,
    available,
    committed,
    paid,
    returned,
    earlier_years,  // where what is recovered had been paid
    treasury
};
// What a posting is for.
enum class Entry : std::uint8_t {
    appropriation,
    fixed_cost,
    attention,
    plan,
    plan_balance,  // the second half of a plan
    alliance,
    administration,
    transfer,
    dropout_return,
    overrun,
    year_end
};

struct Posting {
    int year = 0;
    Component component = Component::attention;
    Account from = Account::available, to = Account::available;
    Money amount;
    Entry entry = Entry::appropriation;
};

class Ledger {
public:
    // Told of every posting of more than nothing, once it is made; an empty function: nobody.
    void watch(std::function<void(const Posting&)> watcher) { watcher_ = std::move(watcher); }

    // Closes nothing: the year before must have been closed.
    void open_year(int year, const std::array<Money, 4>& appropriations);

    // False, and nothing is posted, when less than `amount` is available.
    [[nodiscard]] bool commit(Component c, Money amount, Entry what = Entry::fixed_cost);
    // Commits whatever is available: what lacks is an overrun.
    void commit_beyond(Component c, Money amount, Entry what);
    // Pays what was committed.
    void pay(Component c, Money amount, Entry what = Entry::fixed_cost);
    [[nodiscard]] bool commit_and_pay(Component c, Money amount, Entry what = Entry::fixed_cost);
    // Gives up a commitment.
    void release(Component c, Money amount, Entry what);
    // Takes back what was paid this year.
    void refund(Component c, Money amount, Entry what);
    // Takes back what was paid in an earlier year: it goes to the treasury.
    void recover(Component c, Money amount, Entry what);
    // Moves what is available.
    void transfer(Component from, Component to, Money amount);

    // 31 December: what is not paid is returned, nothing carries over.
    void close_year();

    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] const Balance& balance(Component c) const { return balances_[static_cast<std::size_t>(c)]; }
    // What the accounts do not explain: 0, or a bug.
    [[nodiscard]] Money difference(Component c) const { return difference(balance(c)); }
    [[nodiscard]] static Money difference(const Balance& b);

private:
    // Moves `amount` between two accounts of where the money is; throws BrokenInvariant when one would go below zero.
    void move(Component c, Account from, Account to, Money amount, Entry what);
    // Money from a source (its account grows) to what is available, or back when negative.
    void bring(Component c, Account source, Money amount, Entry what);
    // What comes in pays the overrun first.
    void cover_overrun(Component c, Entry what);
    void tell(Component c, Account from, Account to, Money amount, Entry what) const;

    int year_ = 0;
    std::array<Balance, 4> balances_{};
    std::function<void(const Posting&)> watcher_;
};

}  // namespace aforo::model
