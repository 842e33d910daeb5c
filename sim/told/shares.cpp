#include "shares.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace aforo::told {

std::vector<double> rounded_to_sum(const std::vector<double>& values, double total, int decimals) {
    const double unit = std::pow(10, -decimals);
    std::vector<double> floors;
    for (const double v : values) floors.push_back(std::floor(v / unit));
    const double missing = std::round(total / unit) - std::accumulate(floors.begin(), floors.end(), 0.0);
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return values[a] / unit - floors[a] > values[b] / unit - floors[b];
    });
    for (std::size_t k = 0; k < order.size() && static_cast<double>(k) < missing; ++k) ++floors[order[k]];
    for (double& f : floors) f *= unit;
    return floors;
}

}  // namespace aforo::told
