#include "aforo/policy/funding.hpp"

#include <algorithm>
#include <array>

namespace aforo::policy {

namespace {

constexpr std::array rules = {
    RefusalRule{Spending::frozen, [](const FundsState& s, Money) { return s.frozen; }},
    RefusalRule{Spending::given_up, [](const FundsState& s, Money) { return s.given_up; }},
    RefusalRule{Spending::not_released,
                [](const FundsState& s, Money amount) {
                    const bool in_share = s.has_share && s.share_used + amount <= s.share;
                    return !s.all_released &&
                           (s.used + amount > s.released || (in_share && s.share_used + amount > s.share_released));
                }},
    RefusalRule{Spending::share_used_up,
                [](const FundsState& s, Money amount) { return s.has_share && s.share_used + amount > s.share; }},
    RefusalRule{Spending::no_funds,
                [](const FundsState& s, Money amount) {
                    return s.available < amount && s.at_exhaustion != Exhaustion::overrun;
                }},
};

}  // namespace

std::span<const RefusalRule> refusal_rules() { return rules; }

Spending may_spend(const FundsState& state, Money amount) {
    const auto refused =
        std::find_if(rules.begin(), rules.end(), [&](const RefusalRule& r) { return r.applies(state, amount); });
    if (refused != rules.end()) return refused->reason;
    return state.available < amount ? Spending::overrun : Spending::granted;
}

double released_share(const scenario::Funding& funding, unsigned month) {
    if (!funding.release) return 1;
    const unsigned quarter = (month - 1) / 3;
    if (quarter == 3) return 1;
    double sum = 0;
    for (unsigned q = 0; q <= quarter; ++q) sum += (*funding.release)[q];
    return std::min(sum, 1.0);
}

bool is_frozen(const scenario::Funding& funding, Component component, Date day) {
    const int year = core::year_of(day);
    return std::any_of(funding.freezes.begin(), funding.freezes.end(), [&](const auto& named) {
        const scenario::Freeze& f = named.second;
        const Date from = f.from.in(year);
        const Date until = f.until ? f.until->in(year) : core::date(core::year_of(from), 12, 31);
        return f.component == component && from <= day && day <= until;
    });
}

}  // namespace aforo::policy
