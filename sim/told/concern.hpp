// What changed keys concern: the groups, years, components and places that a verdict must speak of, even if they show
// no effect. Private to the module.
#pragma once

#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::told {

struct Concern {
    std::vector<std::string> groups;      // as in the measures by group
    std::vector<int> years;               // measured years except the last, of which a verdict always speaks
    std::vector<std::string> components;  // in the order of results
    std::vector<std::string> places;      // ids of offices
};

// Derived from the words of keys and values: women_first concerns women and men, attention.budget attention, {2025:
// 0.9} the year 2025, network.satellites.151 that office; an exception its key's component, its days' years, its
// offices.
[[nodiscard]] Concern concern_of(const std::vector<results::ParameterChange>& changes, const results::Run& base);

}  // namespace aforo::told
