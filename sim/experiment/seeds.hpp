// A separate seed for each purpose of an experiment, so that results are evaluated on other replications than those
// searched on. Private to the module.
#pragma once

#include <cstdint>

namespace aforo::experiment {

// Calibration numbers its purposes from 0, goals from here.
inline constexpr std::uint64_t first_purpose_of_goals = 1000;

// The finaliser of SplitMix64 [Steele, Lea, Flood 2014].
constexpr std::uint64_t seed_for(std::uint64_t seed, std::uint64_t purpose) {
    std::uint64_t z = seed + 0x9E3779B97F4A7C15ULL * (purpose + 1);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

}  // namespace aforo::experiment
