#include "aforo/policy/priority.hpp"

#include <array>

namespace aforo::policy {

namespace {

double arrival(const Profile&) { return 0; }
double lowest_potential(const Profile& p) { return static_cast<double>(p.composite); }

constexpr std::array rules = {PriorityEntry{PriorityRule::arrival, arrival},
                              PriorityEntry{PriorityRule::lowest_potential, lowest_potential}};
static_assert([] {  // the table is indexed by the rule
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (static_cast<std::size_t>(rules[i].rule) != i) return false;
    }
    return true;
}());

}  // namespace

std::span<const PriorityEntry> priority_rules() { return rules; }

double priority_key(PriorityRule rule, const Profile& profile) {
    return rules[static_cast<std::size_t>(rule)].key(profile);
}

}  // namespace aforo::policy
