// What changed keys are about: the groups, years, components and places that a verdict on them must speak of, whether
// or not anything comes of it there. Private to the module.
#pragma once

#include <string>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::told {

struct Concern {
    std::vector<std::string> groups;      // as in the measures by group
    std::vector<int> years;               // measured ones, but the last, of which a verdict speaks anyway
    std::vector<std::string> components;  // in the order of the results
    std::vector<std::string> places;      // ids of offices
};

// By the words of the keys and of their values: women_first is about women and men, attention.budget about attention,
// {2025: 0.9} about 2025, network.satellites.151 about that office.
[[nodiscard]] Concern concern_of(const std::vector<results::ParameterChange>& changes, const results::Run& base);

}  // namespace aforo::told
