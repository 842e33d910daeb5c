// The order of those who wait for an advisory slot. Candidate and scenario give a key that does not change during the
// wait; the least key goes first, equal keys by request time, then by permanent id. Ageing at the same rate for all
// keeps the order of two candidates as they wait, so it can be such a key: who asks later starts further back. To add a
// rule: its word and meaning in names.hpp, a function and a line of the table in priority.cpp.
#pragma once

#include <array>
#include <span>

#include "aforo/policy/profile.hpp"

namespace aforo::policy {

using scenario::Priority;
using scenario::PriorityRule;

// What a rule may know of a candidate.
struct Candidate {
    Profile profile;
    bool is_re_entry = false;  // a graduate that asks for another plan
    double came_day = 0;       // when it first came to an office, in whole days
    double requested_day = 0;  // when it asked for this slot, in days
    double lot = 0;            // its uniform for the lottery
};

struct PriorityEntry {
    PriorityRule rule;
    double (*key)(const Candidate&, const Priority&);
};
[[nodiscard]] std::span<const PriorityEntry> priority_rules();

// The keys of the chain's rules, compared lexicographically; unused places are 0.
using PriorityKey = std::array<double, scenario::most_rules_in_a_chain>;
[[nodiscard]] PriorityKey priority_key(const Priority& priority, const Candidate& candidate);

}  // namespace aforo::policy
