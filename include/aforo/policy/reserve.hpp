// Reserved shares of admissions: which of a centre's sub-lists the next slot goes to. A pure function of the shares, of
// who waits and of the admissions so far; ranking within and between sub-lists is the priority rule's business.
#pragma once

#include <optional>
#include <span>

#include "aforo/policy/profile.hpp"

namespace aforo::policy {

[[nodiscard]] bool is_in(scenario::ReserveGroup group, const Profile& profile, bool is_re_entry);

struct SubList {
    double share = 0;      // of the centre's admissions
    int admitted = 0;      // so far, this year
    bool waiting = false;  // somebody does
};

inline constexpr std::size_t anybody = static_cast<std::size_t>(-1);

// The reserved sub-list that is furthest behind its share and has somebody waiting; else `anybody`: the best of all.
// Nothing when the slots that are free are held for reserves that are behind and have nobody: only with `hold`.
// `admitted` are all admissions of the centre this year, reserved or not; equal arrears go to the first in the list.
[[nodiscard]] std::optional<std::size_t> next_list(std::span<const SubList> reserved, int admitted, int free_slots,
                                                   scenario::UnusedReserve unused);

}  // namespace aforo::policy
