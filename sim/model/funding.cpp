#include "funding.hpp"

#include <cmath>

namespace aforo::model {

void Funding::begin_year(const Year& year) {
    ledger_.open_year(year.year, year.appropriation);
    exhausted_ = {};
    for (const Component c : components) {
        const auto i = static_cast<std::size_t>(c);
        core::ensure(ledger_.commit(c, year.fixed_cost[i]), "fixed costs exceed the appropriation");
        monthly_fixed_[i] = core::split_evenly(year.fixed_cost[i], 12);
    }
}

void Funding::end_month(int month) {
    for (const Component c : components)
        ledger_.pay(c, monthly_fixed_[static_cast<std::size_t>(c)][static_cast<std::size_t>(month - 1)]);
    // share / (1 − share) of the direct spending so far, rounded half up, less what was posted: exact at the year's
    // end.
    const double share = w_.plan.scenario.administration.share;
    const auto billionths = std::llround(share * 1e9);
    const Money due = core::scaled(direct_spending(), billionths, 1'000'000'000 - billionths) -
                      ledger_.balance(Component::admin).paid;
    const Money posted = std::min(due, ledger_.balance(Component::admin).available);
    core::ensure(ledger_.commit_and_pay(Component::admin, posted), "administration overspends");
}

void Funding::end_year() {
    ledger_.close_year();
    for (const Component c : components) w_.observer.on(YearAccountFact{ledger_.year(), c, ledger_.balance(c)});
}

bool Funding::spend(Component c, Money amount) {
    if (ledger_.commit_and_pay(c, amount)) return true;
    exhausted_[static_cast<std::size_t>(c)] = true;
    w_.observer.on(RefusalFact{c, w_.now()});
    return false;
}

Money Funding::direct_spending() const {
    return ledger_.balance(Component::attention).paid + ledger_.balance(Component::advisory).paid +
           ledger_.balance(Component::alliances).paid;
}

}  // namespace aforo::model
