// The programme's money: a double-entry ledger in whole pesos, one set of accounts per component and fiscal year.
// At every posting, and to the peso at every year end: appropriated = available + committed + paid + returned.
#pragma once

#include <array>
#include <cstdint>

#include "aforo/core/money.hpp"
#include "aforo/core/time.hpp"

namespace aforo::model {

using core::Date;
using core::Money;

enum class Component : std::uint8_t { attention, advisory, alliances, admin };
inline constexpr std::array components = {Component::attention, Component::advisory, Component::alliances,
                                          Component::admin};
inline constexpr std::array component_names = {"attention", "advisory", "alliances", "admin"};

// The accounts of one component in one year.
struct Balance {
    Money appropriated, available, committed, paid, returned;
};

class Ledger {
public:
    // Closes nothing: the year before must have been closed.
    void open_year(int year, const std::array<Money, 4>& appropriations);

    // False, and nothing is posted, when less than `amount` is available.
    [[nodiscard]] bool commit(Component c, Money amount);
    // Pays what was committed.
    void pay(Component c, Money amount);
    [[nodiscard]] bool commit_and_pay(Component c, Money amount);

    // 31 December: what is not paid is returned, nothing carries over.
    void close_year();

    [[nodiscard]] int year() const { return year_; }
    [[nodiscard]] const Balance& balance(Component c) const { return balances_[static_cast<std::size_t>(c)]; }
    // appropriated − (available + committed + paid + returned): 0, or a bug.
    [[nodiscard]] Money difference(Component c) const;

private:
    // Moves `amount` from one account to another; throws BrokenInvariant when an account would go below zero.
    void post(Component c, Money Balance::*from, Money Balance::*to, Money amount);

    int year_ = 0;
    std::array<Balance, 4> balances_{};
};

}  // namespace aforo::model
