#include "aforo/model/ledger.hpp"

namespace aforo::model {

void Ledger::open_year(int year, const std::array<Money, 4>& appropriations) {
    year_ = year;
    for (std::size_t i = 0; i < balances_.size(); ++i) {
        core::ensure(appropriations[i] >= Money(), "a negative appropriation");
        balances_[i] = {.appropriated = appropriations[i], .available = appropriations[i]};
    }
}

bool Ledger::commit(Component c, Money amount) {
    if (balance(c).available < amount) return false;
    post(c, &Balance::available, &Balance::committed, amount);
    return true;
}

void Ledger::pay(Component c, Money amount) { post(c, &Balance::committed, &Balance::paid, amount); }

bool Ledger::commit_and_pay(Component c, Money amount) {
    if (!commit(c, amount)) return false;
    pay(c, amount);
    return true;
}

void Ledger::close_year() {
    for (const Component c : components) {
        post(c, &Balance::committed, &Balance::returned, balance(c).committed);
        post(c, &Balance::available, &Balance::returned, balance(c).available);
        core::ensure(balance(c).appropriated == balance(c).paid + balance(c).returned,
                     "a fiscal year does not balance");
    }
}

Money Ledger::difference(Component c) const {
    const Balance& b = balance(c);
    return b.appropriated - (b.available + b.committed + b.paid + b.returned);
}

void Ledger::post(Component c, Money Balance::*from, Money Balance::*to, Money amount) {
    Balance& b = balances_[static_cast<std::size_t>(c)];
    core::ensure(amount >= Money(), "a negative posting");
    b.*from -= amount;
    b.*to += amount;
    core::ensure(b.*from >= Money(), "a posting overdraws an account");
    core::ensure(difference(c) == Money(), "the ledger does not balance");
}

}  // namespace aforo::model
