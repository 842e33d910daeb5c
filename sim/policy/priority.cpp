#include "aforo/policy/priority.hpp"

#include "aforo/policy/reserve.hpp"

namespace aforo::policy {

namespace {

double first_if(bool is_first) { return is_first ? 0 : 1; }

double arrival(const Candidate& c, const Priority&) { return c.requested_day; }
double lowest_potential(const Candidate& c, const Priority&) { return static_cast<double>(c.profile.composite); }
double highest_potential(const Candidate& c, const Priority&) { return -static_cast<double>(c.profile.composite); }
double longest_wait(const Candidate& c, const Priority&) { return c.came_day; }
double lottery(const Candidate& c, const Priority&) { return c.lot; }
double women_first(const Candidate& c, const Priority&) { return first_if(c.profile.sex == Sex::female); }
double rural_first(const Candidate& c, const Priority&) { return first_if(c.profile.territory == Territory::rural); }
double informal_first(const Candidate& c, const Priority&) { return first_if(c.profile.kind == Kind::informal); }
double first_plans_first(const Candidate& c, const Priority&) { return first_if(!c.is_re_entry); }
double re_entries_first(const Candidate& c, const Priority&) { return first_if(c.is_re_entry); }

double group_first(const Candidate& c, const Priority& priority) {
    return first_if(is_in(priority.first, c.profile, c.is_re_entry));
}

double weighted(const Candidate& c, const Priority& priority) {
    const scenario::PriorityWeights& w = priority.weights;
    const Profile& p = c.profile;
    double points = w.potential * static_cast<double>(p.composite) + w.sales * static_cast<double>(p.sales) / 1000 +
                    (p.sex == Sex::female ? w.female : 0) + (p.territory == Territory::rural ? w.rural : 0) +
                    (p.kind == Kind::informal ? w.informal : 0) + (p.kind == Kind::cooperative ? w.cooperative : 0) +
                    (c.is_re_entry ? w.re_entry : 0);
    for (const auto& of : w.groups) points += is_in(of.group, p, c.is_re_entry) ? of.points : 0;
    return w.wait_day * c.requested_day - points;
}

constexpr std::array rules = {
    PriorityEntry{PriorityRule::arrival, arrival},
    PriorityEntry{PriorityRule::lowest_potential, lowest_potential},
    PriorityEntry{PriorityRule::highest_potential, highest_potential},
    PriorityEntry{PriorityRule::longest_wait, longest_wait},
    PriorityEntry{PriorityRule::lottery, lottery},
    PriorityEntry{PriorityRule::women_first, women_first},
    PriorityEntry{PriorityRule::rural_first, rural_first},
    PriorityEntry{PriorityRule::informal_first, informal_first},
    PriorityEntry{PriorityRule::first_plans_first, first_plans_first},
    PriorityEntry{PriorityRule::re_entries_first, re_entries_first},
    PriorityEntry{PriorityRule::group_first, group_first},
    PriorityEntry{PriorityRule::weighted, weighted},
};
static_assert(rules.size() == static_cast<std::size_t>(PriorityRule::count_of_rules),
              "a priority rule has no function");
static_assert([] {  // the table is indexed by the rule
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (static_cast<std::size_t>(rules[i].rule) != i) return false;
    }
    return true;
}());

}  // namespace

std::span<const PriorityEntry> priority_rules() { return rules; }

PriorityKey priority_key(const Priority& priority, const Candidate& candidate) {
    PriorityKey key{};
    for (std::size_t i = 0; i < priority.chain.size(); ++i) {
        key[i] = rules[static_cast<std::size_t>(priority.chain[i])].key(candidate, priority);
    }
    return key;
}

}  // namespace aforo::policy
