// Reserved shares of admissions: which of a centre's sub-lists gets the next slot. A pure function of the shares, of
// who waits and of the admissions so far. The order within and between sub-lists is up to the priority rule.
#pragma once

#include <optional>
#include <span>

#include "aforo/policy/profile.hpp"

namespace aforo::policy {

// In all of the groups.
[[nodiscard]] bool is_in(const scenario::Groups& groups, const Profile& profile, bool is_re_entry);

struct SubList {
    double share = 0;      // share of the centre's admissions
    int admitted = 0;      // this year, so far
    bool waiting = false;  // somebody waits in it
};

inline constexpr std::size_t anybody = static_cast<std::size_t>(-1);

// The reserved sub-list that is furthest behind its share and has somebody waiting; otherwise `anybody`, the best of
// all lists. Nothing, only under `hold`, when all free slots are kept for sub-lists that are behind and empty.
// `admitted` counts all admissions of the centre this year; of equal arrears the first in the list wins.
[[nodiscard]] std::optional<std::size_t> next_list(std::span<const SubList> reserved, int admitted, int free_slots,
                                                   scenario::UnusedReserve unused);

}  // namespace aforo::policy
