// What worlds leave: of each scenario the values by world and replication, and what is made of them. Private to the
// module.
#pragma once

#include <span>
#include <vector>

#include "aforo/measure/probe.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::experiment {

// One scenario in the worlds that are kept: values by world, then replication, then key. A world in which it cannot be
// has none.
struct WorldValues {
    std::vector<measure::Key> keys;
    std::vector<std::vector<std::vector<double>>> by_world;
};

// Of k of n, the share's 95 % interval [Wilson 1927].
[[nodiscard]] std::pair<double, double> wilson(int k, int n);

// Of the base. `blocks`: by world; `run`: with the central assumptions, if there is one.
[[nodiscard]] std::vector<results::WorldMeasure> measures_of(const WorldValues& values, std::span<const int> blocks,
                                                             const results::Run* run);
// Of an alternative against the base, paired by world and replication.
[[nodiscard]] std::vector<results::WorldDifference> differences_of(const WorldValues& base,
                                                                   const WorldValues& alternative);
// The range of numbers in no order.
[[nodiscard]] results::WorldRange range_of(std::vector<double> values);
// Of a measure over the programme in a year, the means by world; NaN where there is none.
[[nodiscard]] std::vector<double> means_of(const WorldValues& values, const std::string& measure, int year);
// The same measure, by world and replication; and the range of its worlds without the luck that is left in their means,
// or of their means where there is nothing to tell it by.
[[nodiscard]] std::vector<std::vector<double>> values_of(const WorldValues& values, const std::string& measure,
                                                         int year);
[[nodiscard]] results::WorldRange ignorance_of(const std::vector<std::vector<double>>& worlds);
// Single futures of all worlds, at 1/100, 3/100 … 99/100 of them.
[[nodiscard]] std::vector<double> futures_of(const WorldValues& values, const std::string& measure, int year);
// Largest distance of the distribution functions of two samples.
[[nodiscard]] double apart(std::vector<double> a, std::vector<double> b);

}  // namespace aforo::experiment
