// Random orders from keyed numbers, determined by seed, number and purpose. Private to the module.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "aforo/random/streams.hpp"

namespace aforo::experiment {

// The purpose of the numbers, so that no two methods share them.
namespace shuffle_block {
inline constexpr std::uint32_t weights = 0, morris_levels = 1, morris_order = 2, prim_halves = 3, prim_permuted = 4,
                               information_halves = 5, information_permuted = 6;
}

// The numbers 0 … n − 1 in a random order.
inline std::vector<std::size_t> shuffled_places(std::size_t n, std::uint64_t seed, std::uint32_t times,
                                                std::uint32_t block) {
    std::vector<std::pair<double, std::size_t>> keyed;
    const random::Streams streams(seed, times);
    for (std::size_t i = 0; i < n; ++i) keyed.emplace_back(streams.draw(i, block)[0], i);
    std::sort(keyed.begin(), keyed.end());
    std::vector<std::size_t> places;
    for (const auto& [key, place] : keyed) places.push_back(place);
    return places;
}

}  // namespace aforo::experiment
