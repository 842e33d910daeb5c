// The eligibility filter: an ordered list of criteria, each a pure question about a profile.
// To add a criterion: its kind in scenario.hpp, its word and meaning in names.hpp, a function and a line of the table
// in eligibility.cpp, and a test.
#pragma once

#include "aforo/policy/profile.hpp"

namespace aforo::policy {

using scenario::Criterion;
using scenario::Targeting;

// The band of potential of a composite: low < pass standard ≤ medium < high cut ≤ high.
[[nodiscard]] Band band_of(const Targeting& targeting, double composite);

inline constexpr int eligible = -1;
// Index in targeting.criteria of the first criterion that fails, or `eligible`.
[[nodiscard]] int first_failure(const Targeting& targeting, const Profile& profile);

}  // namespace aforo::policy
