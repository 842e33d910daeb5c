// Decides whether a component may spend, purely from the state of its money: an ordered table of reasons to refuse, of
// which the first that applies is the answer. To add a reason: its word here, a line of the table, a test.
#pragma once

#include <cstdint>
#include <span>

#include "aforo/scenario/scenario.hpp"

namespace aforo::policy {

using core::Date;
using core::Money;
using scenario::Component;
using scenario::Exhaustion;

// The state when a variable commitment is requested.
struct FundsState {
    Exhaustion at_exhaustion = Exhaustion::hold;
    bool frozen = false;
    bool given_up = false;                    // under `stop`, something was refused earlier this year
    bool all_released = true;                 // the release calendar does not, or no longer, limit spending
    Money released;                           // of the year's variable money, so far
    Money used;                               // committed variable money
    bool has_share = false;                   // centres spend from their own shares
    Money share, share_released, share_used;  // of the centre's variable money
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
// Whether money has run out: under `stop`, nothing more is spent this year. Frozen or unreleased money will still come.
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
