// Keeps the values of each scenario by world and replication, and computes the results of worlds from them. Private to
// the module.
#pragma once

#include <span>
#include <vector>

#include "aforo/measure/probe.hpp"
#include "aforo/results/worlds.hpp"

namespace aforo::experiment {

// One scenario in the kept worlds: values by world, replication and key. A world in which it is impossible has none.
struct WorldValues {
    std::vector<measure::Key> keys;
    std::vector<std::vector<std::vector<double>>> by_world;
};

// The 95 % interval of a share of k in n [Wilson 1927].
[[nodiscard]] std::pair<double, double> wilson(int k, int n);

// For the base. `blocks` is by world; `run` has the central assumptions, if there is such a run.
[[nodiscard]] std::vector<results::WorldMeasure> measures_of(const WorldValues& values, std::span<const int> blocks,
                                                             const results::Run* run);
// For an alternative against the base, paired by world and replication.
[[nodiscard]] std::vector<results::WorldDifference> differences_of(const WorldValues& base,
                                                                   const WorldValues& alternative);
// The range of unordered numbers.
[[nodiscard]] results::WorldRange range_of(std::vector<double> values);
// The means by world of a measure of the programme in a year; NaN where there is none.
[[nodiscard]] std::vector<double> means_of(const WorldValues& values, const std::string& measure, int year);
// The same measure, by world and replication; and the range of its worlds without the luck that is left in their means,
// or of their means where there is nothing to tell it by.
[[nodiscard]] std::vector<std::vector<double>> values_of(const WorldValues& values, const std::string& measure,
                                                         int year);
[[nodiscard]] results::WorldRange ignorance_of(const std::vector<std::vector<double>>& worlds);
// Single futures of all worlds: quantiles at 1/100, 3/100 … 99/100.
[[nodiscard]] std::vector<double> futures_of(const WorldValues& values, const std::string& measure, int year);
// Largest distance of the distribution functions of two samples.
[[nodiscard]] double apart(std::vector<double> a, std::vector<double> b);

}  // namespace aforo::experiment
