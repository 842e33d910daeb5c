// Who is next for an advisory slot. Ranking is pure: candidate and scenario give a key that does not change while it
// waits; the least goes first, equal keys by request time, then by permanent id. Ageing at one rate for all keeps the
// order between two candidates as they wait, so it is a key too: the later one asked, the further back it starts.
// A new rule: its word and what it means in names.hpp, a function and a line of the table in priority.cpp.
#pragma once

#include <array>
#include <span>

#include "aforo/policy/profile.hpp"

namespace aforo::policy {

using scenario::Priority;
using scenario::PriorityRule;

// What a rule may know of who waits.
struct Candidate {
    Profile profile;
    bool is_re_entry = false;  // a graduate that asks for another plan
    double came_day = 0;       // when it first came to an office, in days
    double requested_day = 0;  // when it asked for this slot, in days
    double lot = 0;            // its uniform number in the lottery
};

struct PriorityEntry {
    PriorityRule rule;
    double (*key)(const Candidate&, const scenario::PriorityWeights&);
};
[[nodiscard]] std::span<const PriorityEntry> priority_rules();

// Keys of the chain's rules, compared lexicographically; those beyond the chain are 0.
using PriorityKey = std::array<double, scenario::most_rules_in_a_chain>;
[[nodiscard]] PriorityKey priority_key(const Priority& priority, const Candidate& candidate);

}  // namespace aforo::policy
