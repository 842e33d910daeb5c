// The programme's money: a double-entry ledger in whole pesos, one set of accounts per component and fiscal year. It
// checks at every posting, and exactly at every year end, that
// appropriated + transferred + overrun = available + committed + paid + returned + cut,
// and that transfers between components sum to 0. Only the ledger posts; a watcher can be told of every posting.
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

// The accounts of one component in one year. The first three are sources of its money, the next five say where it is.
struct Balance {
    Money appropriated;
    Money transferred;  // received from other components minus given to them
    Money overrun;      // spent beyond the available money
    Money available, committed, paid, returned;
    Money cut;        // taken away
    Money recovered;  // repaid from earlier years' spending; passes on to the treasury and cannot be spent
};

enum class Account : std::uint8_t {
    appropriated,
    transferred,
    overrun,
    available,
    committed,
    paid,
    returned,
    cut,
    earlier_years,  // the source of recovered money
    treasury
};
// The purpose of a posting.
enum class Entry : std::uint8_t {
    appropriation,
    fixed_cost,
    attention,
    plan,
    plan_balance,  // the second half of a plan
    alliance,
    administration,
    transfer,
    cut,
    dropout_return,
    overrun,
    year_end,
    executed  // what an executed month spent
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
    // `watcher` is called after every posting of more than 0; an empty function stops that.
    void watch(std::function<void(const Posting&)> watcher) { watcher_ = std::move(watcher); }

    // Does not close the previous year, which must be closed already.
    void open_year(int year, const std::array<Money, 4>& appropriations);

    // Returns false, and posts nothing, when less than `amount` is available.
    [[nodiscard]] bool commit(Component c, Money amount, Entry what = Entry::fixed_cost);
    // Commits `amount` even when less is available; the shortfall becomes an overrun.
    void commit_beyond(Component c, Money amount, Entry what);
    // Pays money that was committed.
    void pay(Component c, Money amount, Entry what = Entry::fixed_cost);
    [[nodiscard]] bool commit_and_pay(Component c, Money amount, Entry what = Entry::fixed_cost);
    // Cancels a commitment; the money is available again.
    void release(Component c, Money amount, Entry what);
    // Takes back a payment made this year.
    void refund(Component c, Money amount, Entry what);
    // Takes back a payment made in an earlier year; the money goes to the treasury.
    void recover(Component c, Money amount, Entry what);
    // Takes available money away.
    void cut(Component c, Money amount);
    // Moves available money.
    void transfer(Component from, Component to, Money amount);

    // Closes the year on 31 December: unpaid money is returned and nothing carries over.
    void close_year();

    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] const Balance& balance(Component c) const { return balances_[static_cast<std::size_t>(c)]; }
    // The imbalance of the accounts; anything but 0 is a bug.
    [[nodiscard]] Money difference(Component c) const { return difference(balance(c)); }
    [[nodiscard]] static Money difference(const Balance& b);

private:
    // Moves `amount` between two of the accounts that hold money; throws BrokenInvariant if one would become negative.
    void move(Component c, Account from, Account to, Money amount, Entry what);
    // Books money from a source (whose account grows) as available, or back when negative.
    void bring(Component c, Account source, Money amount, Entry what);
    // Money that comes in first pays for the overrun.
    void cover_overrun(Component c, Entry what);
    void tell(Component c, Account from, Account to, Money amount, Entry what) const;

    int year_ = 0;
    std::array<Balance, 4> balances_{};
    std::function<void(const Posting&)> watcher_;
};

}  // namespace aforo::model
