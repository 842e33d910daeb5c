// May we spend? A pure decision on the state of a component's money: an ordered table of reasons to refuse, of which
// the first that applies is the answer. A new reason: its word here, a line of the table, a test.
#pragma once

#include <cstdint>
#include <span>

#include "aforo/scenario/scenario.hpp"

namespace aforo::policy {

using core::Date;
using core::Money;
using scenario::Component;
using scenario::Exhaustion;

// What is known when a variable commitment is asked for.
struct FundsState {
    Exhaustion at_exhaustion = Exhaustion::hold;
    bool frozen = false;
    bool given_up = false;                    // `stop`, and it was refused before this year
    bool all_released = true;                 // the release calendar limits nothing (any more)
    Money released;                           // of the year's variable money, up to now
    Money used;                               // committed of it
    bool has_share = false;                   // a centre spends from its own part
    Money share, share_released, share_used;  // of the centre
    Money available;                          // of the appropriation
};

enum class Spending : std::uint8_t {
    granted,
    overrun,  // granted beyond the appropriation
    frozen,
    given_up,
    not_released,
    share_used_up,
    no_funds
};
[[nodiscard]] constexpr bool is_granted(Spending s) { return s == Spending::granted || s == Spending::overrun; }
// The money is used up: under `stop` nothing more until next year. What is frozen or not yet released will come.
[[nodiscard]] constexpr bool is_exhaustion(Spending s) {
    return !is_granted(s) && s != Spending::frozen && s != Spending::not_released;
}

struct RefusalRule {
    Spending reason;
    bool (*applies)(const FundsState&, Money amount);
};
[[nodiscard]] std::span<const RefusalRule> refusal_rules();

[[nodiscard]] Spending may_spend(const FundsState& state, Money amount);

// The share of the year's variable money that is released by `month` (1–12); 1 without a calendar.
[[nodiscard]] double released_share(const scenario::Funding& funding, unsigned month);

[[nodiscard]] bool is_frozen(const scenario::Funding& funding, Component component, Date day);

}  // namespace aforo::policy
