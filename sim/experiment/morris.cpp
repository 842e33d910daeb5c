#include "aforo/experiment/morris.hpp"

#include <cmath>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/statistics.hpp"
#include "shuffle.hpp"

namespace aforo::experiment {

namespace {

// The input that differs between two consecutive points.
std::size_t moved(const std::vector<double>& from, const std::vector<double>& to) {
    std::size_t input = 0;
    while (input < from.size() && from[input] == to[input]) ++input;
    core::ensure(input < from.size(), "a step of a trajectory moves an input");
    return input;
}

}  // namespace

std::vector<std::vector<double>> morris_points(std::size_t inputs, int trajectories, int levels, std::uint64_t seed) {
    core::ensure(inputs > 0 && trajectories > 0 && levels >= 2 && levels % 2 == 0,
                 "a trajectory has inputs and an even number of levels");
    std::vector<std::vector<double>> points;
    const int half = levels / 2;
    for (int t = 0; t < trajectories; ++t) {
        const auto times = static_cast<std::uint32_t>(t);
        const random::Streams streams(seed, times);
        std::vector<int> level;
        for (std::size_t i = 0; i < inputs; ++i)
            level.push_back(static_cast<int>(streams.draw(i, shuffle_block::morris_levels)[0] * levels));
        const auto add = [&] {
            std::vector<double> point;
            for (const int l : level) point.push_back(static_cast<double>(l) / (levels - 1));
            points.push_back(std::move(point));
        };
        add();
        for (const std::size_t i : shuffled_places(inputs, seed, times, shuffle_block::morris_order)) {
            level[i] += level[i] < half ? half : -half;
            add();
        }
    }
    return points;
}

std::vector<ElementaryEffects> elementary_effects(const std::vector<std::vector<double>>& points,
                                                  std::span<const double> y, std::size_t inputs) {
    core::ensure(points.size() == y.size() && points.size() % (inputs + 1) == 0, "trajectories are whole");
    std::vector<std::vector<double>> effects(inputs), absolute(inputs);
    for (std::size_t p = 1; p < points.size(); ++p) {
        if (p % (inputs + 1) == 0) continue;  // the next trajectory begins
        const std::size_t i = moved(points[p - 1], points[p]);
        const double effect = (y[p] - y[p - 1]) / (points[p][i] - points[p - 1][i]);
        if (std::isnan(effect)) continue;
        effects[i].push_back(effect);
        absolute[i].push_back(std::abs(effect));
    }
    std::vector<ElementaryEffects> all;
    CriticalT critical;
    for (std::size_t i = 0; i < inputs; ++i) {
        const results::Estimate signs = estimate(effects[i], critical), sizes = estimate(absolute[i], critical);
        all.push_back({.mean_absolute = sizes.mean,
                       .mean = signs.mean,
                       .sd = signs.sd,
                       .half_width = sizes.half_width,
                       .n = static_cast<int>(effects[i].size())});
    }
    return all;
}

}  // namespace aforo::experiment
