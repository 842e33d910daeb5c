#include "aforo/model/ledger.hpp"

namespace aforo::model {

namespace {

// In the order of Account; its last two values have no balance.
constexpr std::array accounts = {&Balance::appropriated, &Balance::transferred, &Balance::overrun,  &Balance::available,
                                 &Balance::committed,    &Balance::paid,        &Balance::returned, &Balance::cut};
static_assert(accounts.size() == static_cast<std::size_t>(Account::earlier_years));

Money& account_of(Balance& b, Account a) { return b.*accounts[static_cast<std::size_t>(a)]; }

}  // namespace

void Ledger::open_year(int year, const std::array<Money, 4>& appropriations) {
    year_ = year;
    balances_ = {};
    for (const Component c : components) {
        core::ensure(appropriations[static_cast<std::size_t>(c)] >= Money(), "a negative appropriation");
        bring(c, Account::appropriated, appropriations[static_cast<std::size_t>(c)], Entry::appropriation);
    }
}

bool Ledger::commit(Component c, Money amount, Entry what) {
    if (balance(c).available < amount) return false;
    move(c, Account::available, Account::committed, amount, what);
    return true;
}

void Ledger::commit_beyond(Component c, Money amount, Entry what) {
    const Money lacking = amount - balance(c).available;
    if (lacking > Money()) bring(c, Account::overrun, lacking, Entry::overrun);
    move(c, Account::available, Account::committed, amount, what);
}

void Ledger::pay(Component c, Money amount, Entry what) { move(c, Account::committed, Account::paid, amount, what); }

bool Ledger::commit_and_pay(Component c, Money amount, Entry what) {
    if (balance(c).available < amount) return false;
    move(c, Account::available, Account::paid, amount, what);
    return true;
}

void Ledger::release(Component c, Money amount, Entry what) {
    move(c, Account::committed, Account::available, amount, what);
    cover_overrun(c, what);
}

void Ledger::refund(Component c, Money amount, Entry what) {
    move(c, Account::paid, Account::available, amount, what);
    cover_overrun(c, what);
}

void Ledger::recover(Component c, Money amount, Entry what) {
    core::ensure(amount >= Money(), "a negative posting");
    balances_[static_cast<std::size_t>(c)].recovered += amount;
    tell(c, Account::earlier_years, Account::treasury, amount, what);
}

void Ledger::cut(Component c, Money amount) { move(c, Account::available, Account::cut, amount, Entry::cut); }

void Ledger::transfer(Component from, Component to, Money amount) {
    core::ensure(amount >= Money() && from != to, "a transfer of less than nothing, or to itself");
    bring(from, Account::transferred, Money() - amount, Entry::transfer);
    bring(to, Account::transferred, amount, Entry::transfer);
    cover_overrun(to, Entry::transfer);
    Money sum;
    for (const Component c : components) sum += balance(c).transferred;
    core::ensure(sum == Money(), "transfers do not sum to nothing");
}

void Ledger::close_year() {
    for (const Component c : components) {
        release(c, balance(c).committed, Entry::year_end);  // this first covers what was spent beyond the appropriation
        move(c, Account::available, Account::returned, balance(c).available, Entry::year_end);
        const Balance& b = balance(c);
        core::ensure(b.appropriated + b.transferred + b.overrun == b.paid + b.returned + b.cut,
                     "a fiscal year does not balance");
    }
}

Money Ledger::difference(const Balance& b) {
    return b.appropriated + b.transferred + b.overrun - (b.available + b.committed + b.paid + b.returned + b.cut);
}

void Ledger::move(Component c, Account from, Account to, Money amount, Entry what) {
    Balance& b = balances_[static_cast<std::size_t>(c)];
    core::ensure(amount >= Money(), "a negative posting");
    account_of(b, from) -= amount;
    account_of(b, to) += amount;
    core::ensure(account_of(b, from) >= Money(), "a posting overdraws an account");
    core::ensure(difference(b) == Money(), "the ledger does not balance");
    tell(c, from, to, amount, what);
}

void Ledger::bring(Component c, Account source, Money amount, Entry what) {
    Balance& b = balances_[static_cast<std::size_t>(c)];
    account_of(b, source) += amount;
    b.available += amount;
    core::ensure(b.available >= Money() && b.overrun >= Money(), "a posting overdraws an account");
    core::ensure(difference(b) == Money(), "the ledger does not balance");
    if (amount >= Money()) {
        tell(c, source, Account::available, amount, what);
    } else {
        tell(c, Account::available, source, Money() - amount, what);
    }
}

void Ledger::cover_overrun(Component c, Entry what) {
    const Balance& b = balance(c);
    const Money covered = std::min(b.overrun, b.available);
    if (covered > Money()) bring(c, Account::overrun, Money() - covered, what);
}

void Ledger::tell(Component c, Account from, Account to, Money amount, Entry what) const {
    if (watcher_ && amount > Money()) watcher_({year_, c, from, to, amount, what});
}

}  // namespace aforo::model
