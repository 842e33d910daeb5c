// Who is next for an advisory slot: a pure key of the candidate; the least goes first, equal keys by request time, then
// by permanent id. A new rule: its word in names.hpp, a function and a line of the table here, a test.
#pragma once

#include <span>

#include "aforo/policy/profile.hpp"

namespace aforo::policy {

using scenario::PriorityRule;

struct PriorityEntry {
    PriorityRule rule;
    double (*key)(const Profile&);
};
[[nodiscard]] std::span<const PriorityEntry> priority_rules();

[[nodiscard]] double priority_key(PriorityRule rule, const Profile& profile);

}  // namespace aforo::policy
