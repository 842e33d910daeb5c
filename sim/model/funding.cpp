#include "funding.hpp"

#include <algorithm>
#include <cmath>

namespace aforo::model {

using policy::Spending;

void Funding::restart() {
    const auto& s = w_.blueprint.scenario;
    ledger_.watch({});
    if (w_.observer.wants_postings()) {
        ledger_.watch([this](const Posting& p) {
            const Time at = closes_ == Time() ? w_.now() : closes_;
            const int centre = subject_ ? w_.blueprint.offices[subject_->centre.value].permanent_id : 0;
            w_.observer.on(PostingFact{at, p, centre, subject_ ? subject_->enterprise : 0});
        });
    }
    centre_funds_.assign(s.funding.pool == scenario::Pool::by_centre ? w_.blueprint.centres : 0, CentreFunds{});
    funds_ = {};
    unpaid_.assign(w_.blueprint.centres, Money());
}

void Funding::begin_year(const Year& year) {
    ledger_.open_year(year.year, year.appropriation);
    administration_ = executed_direct_ = {};
    asked_ = {};
    for (auto& centre : centre_funds_) {
        centre.refused.end(w_.now());
        centre = {.refused = centre.refused};
    }
    for (const Component c : components) {
        const Money fixed = year.fixed_cost[static_cast<std::size_t>(c)];
        of(c).refused.end(w_.now());
        of(c) = {.fixed = fixed, .refused = of(c).refused};
        core::ensure(ledger_.commit(c, year.committed[static_cast<std::size_t>(c)]),
                     "fixed costs exceed the appropriation");
        of(c).released_share = policy::released_share(w_.blueprint.scenario.funding, 1);
        set_limits(c);
    }
    commit_plans_in_course();
}

// Comes first in a year: nothing carries over, and these commitments cannot fail. The unpayable part is an overrun.
void Funding::commit_plans_in_course() {
    if (!pays_in_halves()) return;
    for (std::size_t c = 0; c < unpaid_.size(); ++c) {
        const Money due = unpaid_[c];
        about({.centre = OfficeId(static_cast<std::uint32_t>(c))},
              [&] { ledger_.commit_beyond(Component::advisory, due, Entry::plan_balance); });
        if (!centre_funds_.empty()) centre_funds_[c].used += due;
    }
}

bool Funding::begin_day(Date day) {
    const auto& rules = w_.blueprint.scenario.funding;
    const bool centres_change =
        !centre_funds_.empty() && w_.blueprint.spells[w_.spell] == day && w_.blueprint.centres_change(w_.spell);
    if (centres_change) {
        set_limits(Component::advisory);
        reopen(Component::advisory);
    }
    std::array<bool, 4> came{};
    std::array<Money, 4> before{};
    for (const Component c : components) before[static_cast<std::size_t>(c)] = ledger_.balance(c).available;
    make_transfers(day);
    make_cuts(day);
    for (const Component c : components) {
        const auto i = static_cast<std::size_t>(c);
        Funds& funds = of(c);
        came[i] = ledger_.balance(c).available > before[i];
        if (rules.release) {
            const double share = policy::released_share(rules, core::month_of(day));
            came[i] = came[i] || share > funds.released_share;
            funds.released_share = share;
        }
        const bool frozen = policy::is_frozen(rules, c, day);
        came[i] = came[i] || (funds.frozen && !frozen);
        funds.frozen = frozen;
        if (!came[i] && ledger_.balance(c).available == before[i]) continue;
        set_limits(c);
        if (came[i]) reopen(c);
    }
    return came[0] || came[1] || came[2] || centres_change;
}

void Funding::make_transfers(Date day) {
    for (const auto& [name, t] : w_.blueprint.scenario.funding.transfers) {
        if (t.on.in(core::year_of(day)) != day) continue;
        const Balance& giver = ledger_.balance(t.from);
        const Money most = core::scaled_by_decimal(giver.appropriated, t.at_most);
        const Money given = std::min(most, giver.available);
        Asked& asked = asked_[static_cast<std::size_t>(t.from)];
        asked.transfer += most;
        asked.given += given;
        ledger_.transfer(t.from, t.to, given);
    }
}

void Funding::make_cuts(Date day) {
    for (const auto& [name, cut] : w_.blueprint.scenario.funding.cuts) {
        if (cut.on.in(core::year_of(day)) != day) continue;
        const auto is_of = [&cut = cut](Component c) {
            if (cut.component) return *cut.component == c;
            return std::find(cut.protect.begin(), cut.protect.end(), c) == cut.protect.end();
        };
        std::array<std::int64_t, 4> amounts{};
        if (cut.amount > Money()) {
            std::vector<double> weights;
            for (const Component c : components)
                weights.push_back(is_of(c) ? static_cast<double>(ledger_.balance(c).appropriated.in_pesos()) : 0);
            if (std::all_of(weights.begin(), weights.end(), [](double w) { return w == 0; })) continue;
            const auto parts = core::largest_remainder(cut.amount.in_pesos(), weights);
            std::copy(parts.begin(), parts.end(), amounts.begin());
        }
        for (const Component c : components) {
            if (!is_of(c)) continue;
            const Balance& b = ledger_.balance(c);
            const Money base = cut.of == scenario::CutBase::appropriation ? b.appropriated : b.available;
            const Money asked = cut.amount > Money() ? Money::pesos(amounts[static_cast<std::size_t>(c)])
                                                     : core::scaled_by_decimal(base, cut.share);
            asked_[static_cast<std::size_t>(c)].cut += asked;
            ledger_.cut(c, std::min(asked, b.available));
        }
    }
}

void Funding::set_limits(Component c) {
    const Money variable_money = variable(c);
    of(c).released = core::scaled_by_decimal(variable_money, of(c).released_share);
    if (c != Component::advisory || centre_funds_.empty()) return;
    std::vector<double> weights;  // of the centres that work now; the others keep what they used
    Money shared = variable_money;
    for (const auto& [id, centre] : w_.blueprint.scenario.network.centres) {
        const std::size_t i = weights.size();
        const bool works = w_.blueprint.office_spell(i, w_.spell).works;
        weights.push_back(works ? centre.weight : 0);
        if (!works) shared = std::max(Money(), shared - centre_funds_[i].used);
    }
    if (std::all_of(weights.begin(), weights.end(), [](double w) { return w == 0; })) return;
    const auto shares = core::largest_remainder(shared.in_pesos(), weights);
    for (std::size_t i = 0; i < shares.size(); ++i) {
        centre_funds_[i].share = Money::pesos(shares[i]);
        centre_funds_[i].released = core::scaled_by_decimal(centre_funds_[i].share, of(c).released_share);
    }
}

void Funding::reopen(Component c) {
    if (!of(c).given_up) of(c).refused.end(w_.now());
    if (c != Component::advisory) return;
    for (auto& centre : centre_funds_) reopen(centre);
}

void Funding::reopen(CentreFunds& centre) const {
    if (!centre.given_up) centre.refused.end(w_.now());
}

void Funding::end_month(Date last_day) {
    closes_ = Time(last_day + core::days(1)) - Duration(1);
    const auto month = static_cast<std::size_t>(core::month_of(last_day) - 1);
    for (const Component c : components)
        ledger_.pay(c, w_.blueprint.year(ledger_.year()).monthly_fixed[static_cast<std::size_t>(c)][month]);
    const auto month_index = static_cast<std::size_t>(w_.blueprint.on(last_day).month_index);
    if (w_.blueprint.is_executed(month_index)) {
        pay_executed(*w_.blueprint.executed[month_index]);
    } else {
        pay_administration();
    }
    closes_ = {};
}

// What is not there, for what was spent or because it is committed, is an overrun.
void Funding::pay_executed(const ExecutedMonth& month) {
    for (const Component c : components) {
        const Money spent = month.spending[static_cast<std::size_t>(c)];
        ledger_.commit_beyond(c, spent, Entry::executed);
        ledger_.pay(c, spent, Entry::executed);
    }
    executed_direct_ = direct_spending();
}

void Funding::cut() {
    const Year& year = w_.blueprint.year(ledger_.year());
    Money in_course;
    for (const Money due : unpaid_) in_course += pays_in_halves() ? due : Money();
    for (const Component c : components) {
        const Balance& b = ledger_.balance(c);
        const Money plans = c == Component::advisory ? in_course : Money();
        w_.observer.on(CutAccountFact{ledger_.year(), c, b.paid, plans, year.committed[static_cast<std::size_t>(c)],
                                      b.appropriated + b.transferred - b.cut - b.paid - plans});
    }
    if (centre_funds_.empty()) return;
    // By centre it is not known what was spent; plans in course are counted already.
    const Money used = std::max(Money(), variable_used(Component::advisory) - in_course);
    std::vector<double> weights;
    for (const auto& [id, centre] : w_.blueprint.scenario.network.centres) weights.push_back(centre.weight);
    const auto shares = core::largest_remainder(used.in_pesos(), weights);
    for (std::size_t i = 0; i < shares.size(); ++i) centre_funds_[i].used += Money::pesos(shares[i]);
}

// Administration owes share / (1 − share) of direct spending so far, but for executed months, rounded half up; this
// posts the rest of it.
void Funding::pay_administration() {
    const auto billionths = std::llround(w_.blueprint.scenario.administration.share * 1e9);
    // What comes back of plans of executed months gives back no more than was posted since.
    const Money owed = core::scaled(direct_spending() - executed_direct_, billionths, 1'000'000'000 - billionths);
    const Money due = std::max(owed, Money()) - administration_;
    const Money available = ledger_.balance(Component::admin).available;
    Money posted = due;
    if (due < Money()) {  // more was returned than spent
        ledger_.refund(Component::admin, Money() - due, Entry::administration);
    } else if (due > available && w_.blueprint.scenario.funding.at_exhaustion == scenario::Exhaustion::overrun) {
        ledger_.commit_beyond(Component::admin, due, Entry::administration);
        ledger_.pay(Component::admin, due, Entry::administration);
    } else {
        posted = std::min(due, available);
        if (posted < due) w_.observer.on(RefusalFact{Component::admin, closes_, Spending::no_funds});
        core::ensure(ledger_.commit_and_pay(Component::admin, posted, Entry::administration),
                     "administration overspends");
    }
    administration_ += posted;
}

void Funding::end_year() {
    closes_ = Time(core::new_year(ledger_.year() + 1)) - Duration(1);
    ledger_.close_year();
    closes_ = {};
    for (const Component c : components) {
        const Asked& asked = asked_[static_cast<std::size_t>(c)];
        w_.observer.on(YearAccountFact{ledger_.year(), c, ledger_.balance(c), asked.cut, asked.transfer, asked.given});
    }
}

Spending Funding::ask(Component c, Money amount, OfficeId centre) {
    Funds& funds = of(c);
    policy::FundsState state{.at_exhaustion = w_.blueprint.scenario.funding.at_exhaustion,
                             .frozen = funds.frozen,
                             .given_up = funds.given_up,
                             .all_released = funds.released_share >= 1,
                             .released = funds.released,
                             .used = variable_used(c),
                             .available = ledger_.balance(c).available};
    CentreFunds* own = c == Component::advisory && !centre_funds_.empty() ? &centre_funds_[centre.value] : nullptr;
    if (own) {
        state.has_share = true;
        state.given_up = own->given_up;
        state.share = own->share;
        state.share_released = own->released;
        state.share_used = own->used;
    }
    const Spending decision = policy::may_spend(state, amount);
    if (policy::is_granted(decision)) {
        if (own) own->used += amount;
        return decision;
    }
    const bool gives_up = policy::is_exhaustion(decision) && state.at_exhaustion == scenario::Exhaustion::stop;
    funds.refused.begin(w_.now());
    if (own) {
        own->refused.begin(w_.now());
        own->given_up = own->given_up || gives_up;
    } else {
        funds.given_up = funds.given_up || gives_up;
    }
    w_.observer.on(RefusalFact{c, w_.now(), decision, !own || all_centres_refused()});
    return decision;
}

bool Funding::all_centres_refused() const {
    for (std::size_t i = 0; i < centre_funds_.size(); ++i) {
        if (w_.blueprint.office_spell(i, w_.spell).works && !centre_funds_[i].refused.is_now()) return false;
    }
    return true;
}

bool Funding::spend(Component c, Money amount, Money now, Entry what, const Subject& who) {
    const Spending decision = ask(c, amount, who.centre);
    if (!policy::is_granted(decision)) return false;
    about(who, [&] {
        if (decision == Spending::granted && now == amount) {
            core::ensure(ledger_.commit_and_pay(c, amount, what), "funds were granted that are not there");
        } else {
            ledger_.commit_beyond(c, amount, what);
            ledger_.pay(c, now, what);
        }
    });
    return true;
}

bool Funding::spend_on_attention(EnterpriseId id) {
    const Money cost = w_.terms(w_.enterprises[id].office).attention_cost;
    return spend(Component::attention, cost, cost, Entry::attention, subject_of(id));
}

bool Funding::spend_on_alliance(OfficeId centre) {
    const Money cost = w_.blueprint.scenario.alliances.cost;
    return spend(Component::alliances, cost, cost, Entry::alliance, {.centre = centre});
}

bool Funding::spend_on_plan(EnterpriseId id) {
    const Money cost = w_.terms(w_.enterprises[id].office).plan_cost, later = second_half(cost);
    const Subject who = subject_of(id);
    if (!spend(Component::advisory, cost, pays_in_halves() ? cost - later : cost, Entry::plan, who)) return false;
    unpaid_[who.centre.value] += later;
    return true;
}

void Funding::owe_for_plan(EnterpriseId id) {
    const Money later = second_half(w_.terms(w_.enterprises[id].office).plan_cost);
    const Subject who = subject_of(id);
    unpaid_[who.centre.value] += later;
    if (!pays_in_halves()) return;
    about(who, [&] { ledger_.commit_beyond(Component::advisory, later, Entry::plan_balance); });
    if (!centre_funds_.empty()) centre_funds_[who.centre.value].used += later;
}

bool Funding::end_plan(EnterpriseId id, int unused, int agreed) {
    const bool gives_back = unused > 0 && w_.blueprint.scenario.funding.dropout_return;
    const Subject who = subject_of(id);
    const Money cost = w_.terms_of_plan(w_.enterprises[id]).plan_cost, later = second_half(cost);
    unpaid_[who.centre.value] = unpaid_[who.centre.value] - later;
    core::ensure(unpaid_[who.centre.value] >= Money(), "more plans ended than were paid");
    if (w_.is_executed) {  // what was paid for it is in what the month spent
        if (pays_in_halves()) about(who, [&] { ledger_.release(Component::advisory, later, Entry::plan_balance); });
        if (pays_in_halves() && !centre_funds_.empty()) centre_funds_[who.centre.value].used -= later;
        return false;
    }
    Money back = gives_back ? core::scaled(cost, unused, agreed) : Money();
    Money came;
    about(who, [&] {
        if (pays_in_halves()) {
            const Money not_due = std::min(back, later);
            ledger_.pay(Component::advisory, later - not_due, Entry::plan_balance);
            ledger_.release(Component::advisory, not_due, Entry::dropout_return);
            back -= not_due;
            came = not_due;
        }
        if (w_.enterprises[id].admitted_year == ledger_.year()) {
            // What was paid for a plan of an executed month is in what the month spent, if it spent that much.
            if (w_.blueprint.cut) back = std::min(back, ledger_.balance(Component::advisory).paid);
            ledger_.refund(Component::advisory, back, Entry::dropout_return);
            came += back;
        } else {
            ledger_.recover(Component::advisory, back, Entry::dropout_return);
        }
    });
    if (came == Money()) return false;
    const bool was_refused = is_exhausted(Component::advisory, who.centre);
    if (centre_funds_.empty()) {
        reopen(Component::advisory);
    } else {
        centre_funds_[who.centre.value].used -= came;
        reopen(centre_funds_[who.centre.value]);
    }
    return was_refused;
}

Money Funding::variable(Component c) const {
    const Balance& b = ledger_.balance(c);
    return b.appropriated + b.transferred - b.cut - of(c).fixed;
}

Money Funding::variable_used(Component c) const {
    return variable(c) + ledger_.balance(c).overrun - ledger_.balance(c).available;
}

Money Funding::direct_spending() const {
    return ledger_.balance(Component::attention).paid + ledger_.balance(Component::advisory).paid +
           ledger_.balance(Component::alliances).paid;
}

}  // namespace aforo::model
