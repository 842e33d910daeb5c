#include "aforo/experiment/weights.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/draws.hpp"
#include "aforo/experiment/two_way.hpp"
#include "shuffle.hpp"

namespace aforo::experiment {

namespace {

constexpr std::size_t most_groups = 10, fewest_in_a_group = 6;
constexpr int permutations = 200;

double mean_of(std::span<const double> v) {
    return std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(v.size());
}

// The positions of the values in ascending order; equal values keep their order.
std::vector<std::size_t> order_of(std::span<const double> v) {
    std::vector<std::size_t> order(v.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return v[a] < v[b]; });
    return order;
}

double ratio_in_order(const std::vector<std::size_t>& order, std::span<const double> y) {
    const std::size_t n = y.size();
    const std::size_t groups = std::clamp(n / fewest_in_a_group, std::size_t{2}, most_groups);
    const double mean = mean_of(y);
    double all = 0, between = 0;
    for (const double v : y) all += (v - mean) * (v - mean);
    if (!(all > 0) || n <= groups) return 0;
    for (std::size_t g = 0; g < groups; ++g) {
        const std::size_t from = g * n / groups, to = (g + 1) * n / groups;
        double sum = 0;
        for (std::size_t i = from; i < to; ++i) sum += y[order[i]];
        const double size = static_cast<double>(to - from), off = sum / size - mean;
        between += size * off * off;
    }
    const double share = between / all, k = static_cast<double>(groups), count = static_cast<double>(n);
    return share - (k - 1) / (count - k) * (1 - share);
}

double spearman(std::span<const double> x, std::span<const double> y) {
    const auto ranks = [](std::span<const double> v) {
        std::vector<double> rank(v.size());
        const auto order = order_of(v);
        for (std::size_t i = 0; i < order.size();) {
            std::size_t j = i;
            while (j < order.size() && v[order[j]] == v[order[i]]) ++j;
            for (std::size_t k = i; k < j; ++k) rank[order[k]] = static_cast<double>(i + j - 1) / 2;
            i = j;
        }
        return rank;
    };
    const auto a = ranks(x), b = ranks(y);
    const double ma = mean_of(a), mb = mean_of(b);
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - ma) * (b[i] - mb);
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
    }
    return aa > 0 && bb > 0 ? ab / std::sqrt(aa * bb) : 0;
}

std::vector<double> shuffled(std::span<const double> y, std::uint64_t seed, int times) {
    std::vector<double> all;
    for (const std::size_t i :
         shuffled_places(y.size(), seed, static_cast<std::uint32_t>(times), shuffle_block::weights))
        all.push_back(y[i]);
    return all;
}

double half_width_of(std::span<const double> x, std::span<const double> y, std::span<const int> blocks) {
    constexpr std::ptrdiff_t fewest = 4;
    std::vector<double> rests;
    for (int block = 0; block < static_cast<int>(Draws::blocks); ++block) {
        if (std::count(blocks.begin(), blocks.end(), block) < fewest) return std::numeric_limits<double>::quiet_NaN();
        std::vector<double> rest_x, rest_y;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (blocks[i] == block) continue;
            rest_x.push_back(x[i]);
            rest_y.push_back(y[i]);
        }
        rests.push_back(correlation_ratio(rest_x, rest_y));
    }
    return jackknife_half_width(rests);
}

}  // namespace

double correlation_ratio(std::span<const double> x, std::span<const double> y) {
    core::ensure(x.size() == y.size(), "an input and a figure have as many values");
    return ratio_in_order(order_of(x), y);
}

Weights weights_of(const std::vector<std::vector<double>>& inputs, std::span<const double> y,
                   std::span<const int> blocks, std::uint64_t seed) {
    Weights all;
    if (y.size() < fewest_worlds_to_weigh) return all;
    std::vector<std::vector<std::size_t>> orders;
    for (const auto& x : inputs) orders.push_back(order_of(x));
    std::vector<double> largest;
    for (int p = 0; p < permutations; ++p) {
        const auto mixed = shuffled(y, seed, p);
        double most = 0;
        for (const auto& order : orders) most = std::max(most, ratio_in_order(order, mixed));
        largest.push_back(most);
    }
    std::sort(largest.begin(), largest.end());
    all.by_chance = quantile_of(largest, 0.95).value;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        Weight w{.share = ratio_in_order(orders[i], y),
                 .half_width = half_width_of(inputs[i], y, blocks),
                 .direction = spearman(inputs[i], y)};
        w.is_told = w.share > all.by_chance;
        all.inputs.push_back(w);
    }
    return all;
}

}  // namespace aforo::experiment
