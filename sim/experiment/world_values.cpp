#include "world_values.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "aforo/experiment/draws.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/two_way.hpp"

namespace aforo::experiment {

namespace {

using results::undefined;
using results::WorldRange;

using Place = std::tuple<int, int, results::Level, std::string>;
Place place_of(const measure::Key& k) { return {k.column, k.year, k.level, k.id}; }
const results::Column& column_of(const measure::Key& k) {
    return measure::catalogue()[static_cast<std::size_t>(k.column)];
}

results::Quantile quantile_at(const std::vector<double>& in_order, double p) {
    const Quantile q = quantile_of(in_order, p);
    return {q.value, q.low, q.high};
}

// One measure, over the worlds in which every replication defines it.
struct Layout {
    std::vector<double> values;
    std::vector<int> blocks;
    std::size_t replications = 0;

    [[nodiscard]] std::size_t worlds() const { return replications > 0 ? values.size() / replications : 0; }
};

Layout layout_of(const WorldValues& v, std::size_t key, std::span<const int> blocks) {
    Layout all;
    for (std::size_t w = 0; w < v.by_world.size(); ++w) {
        const auto& world = v.by_world[w];
        const bool is_whole = !world.empty() && std::all_of(world.begin(), world.end(), [&](const auto& values) {
            return std::isfinite(values[key]);
        });
        if (!is_whole) continue;
        all.replications = world.size();
        for (const auto& values : world) all.values.push_back(values[key]);
        all.blocks.push_back(blocks.empty() ? 0 : blocks[w]);
    }
    return all;
}

// Undefined if some block has fewer than four worlds.
double half_width_of_luck(const Layout& all) {
    constexpr std::ptrdiff_t fewest = 4;
    std::vector<double> rests;
    for (int block = 0; block < static_cast<int>(Draws::blocks); ++block) {
        if (std::count(all.blocks.begin(), all.blocks.end(), block) < fewest) return undefined;
        std::vector<double> rest;
        for (std::size_t w = 0; w < all.worlds(); ++w) {
            if (all.blocks[w] == block) continue;
            const auto from = all.values.begin() + static_cast<std::ptrdiff_t>(w * all.replications);
            rest.insert(rest.end(), from, from + static_cast<std::ptrdiff_t>(all.replications));
        }
        rests.push_back(two_way(rest, rest.size() / all.replications, all.replications).share_of_luck());
        if (std::isnan(rests.back())) return undefined;
    }
    return jackknife_half_width(rests);
}

}  // namespace

std::pair<double, double> wilson(int k, int n) {
    constexpr double z = 1.959964;
    if (n == 0) return {undefined, undefined};
    const double p = static_cast<double>(k) / n, zz = z * z / n;
    const double middle = (p + zz / 2) / (1 + zz), half = z * std::sqrt(p * (1 - p) / n + zz / 4 / n) / (1 + zz);
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

WorldRange range_of(std::vector<double> values) {
    std::erase_if(values, [](double v) { return std::isnan(v); });
    std::sort(values.begin(), values.end());
    return {quantile_at(values, 0.1), quantile_at(values, 0.5), quantile_at(values, 0.9)};
}

std::vector<results::WorldMeasure> measures_of(const WorldValues& v, std::span<const int> blocks,
                                               const results::Run* run) {
    std::map<std::tuple<std::string, int, results::Level, std::string>, double> central;
    if (run) {
        for (const auto& row : run->rows) {
            central[{run->columns[static_cast<std::size_t>(row.column)].name, row.year, row.level, row.id}] =
                row.value.mean;
        }
    }
    std::vector<results::WorldMeasure> all;
    for (std::size_t k = 0; k < v.keys.size(); ++k) {
        const Layout layout = layout_of(v, k, blocks);
        if (layout.worlds() < 2 || layout.replications < 2) continue;
        const auto& key = v.keys[k];
        results::WorldMeasure m{.measure = column_of(key).name, .year = key.year, .level = key.level, .id = key.id};
        const TwoWay t = two_way(layout.values, layout.worlds(), layout.replications);
        m.worlds = static_cast<int>(layout.worlds());
        m.mean = t.mean;
        m.luck_sd = std::sqrt(t.luck);
        m.ignorance_sd = std::sqrt(t.ignorance);
        m.luck_share = t.share_of_luck();
        m.luck_share_half_width = half_width_of_luck(layout);
        m.ignorance = range_of(t.without_luck());
        m.both = range_of(layout.values);
        // Futures of one world resemble each other, so their number does not tell how well the quantiles are known.
        for (auto* q : {&m.both.p10, &m.both.p50, &m.both.p90}) q->low = q->high = undefined;
        if (const auto found = central.find({m.measure, m.year, m.level, m.id}); found != central.end())
            m.base = found->second;
        all.push_back(std::move(m));
    }
    return all;
}

std::vector<results::WorldDifference> differences_of(const WorldValues& base, const WorldValues& alternative) {
    std::map<Place, std::size_t> there;
    for (std::size_t k = 0; k < alternative.keys.size(); ++k) there.emplace(place_of(alternative.keys[k]), k);
    std::vector<results::WorldDifference> all;
    CriticalT critical;
    for (std::size_t k = 0; k < base.keys.size(); ++k) {
        const auto found = there.find(place_of(base.keys[k]));
        if (found == there.end()) continue;
        const auto& key = base.keys[k];
        results::WorldDifference d{.measure = column_of(key).name, .year = key.year, .level = key.level, .id = key.id};
        std::vector<double> paired, relative;
        std::size_t replications = 0;
        for (std::size_t w = 0; w < base.by_world.size(); ++w) {
            const auto &a = base.by_world[w], &b = alternative.by_world[w];
            std::vector<double> of_world;
            double sum = 0;
            for (std::size_t r = 0; r < std::min(a.size(), b.size()); ++r) {
                of_world.push_back(difference(a[r][k], b[r][found->second]));
                sum += a[r][k];
            }
            if (of_world.empty() ||
                std::any_of(of_world.begin(), of_world.end(), [](double x) { return !std::isfinite(x); }))
                continue;
            replications = of_world.size();
            const auto e = estimate(of_world, critical);
            const bool is_told = std::abs(e.mean) > e.half_width || (e.sd == 0 && e.mean != 0);
            (is_told ? e.mean > 0 ? d.higher : d.lower : d.same) += 1;
            ++d.worlds;
            paired.insert(paired.end(), of_world.begin(), of_world.end());
            if (sum != 0) relative.push_back(e.mean / (sum / static_cast<double>(of_world.size())));
        }
        if (d.worlds < 2 || replications < 2) continue;
        const TwoWay t = two_way(paired, static_cast<std::size_t>(d.worlds), replications);
        d.mean = t.mean;
        d.ignorance = range_of(t.without_luck());
        d.relative = range_of(std::move(relative));
        d.share_higher = static_cast<double>(d.higher) / d.worlds;
        std::tie(d.share_low, d.share_high) = wilson(d.higher, d.worlds);
        all.push_back(std::move(d));
    }
    return all;
}

std::vector<double> means_of(const WorldValues& v, const std::string& measure, int year) {
    std::vector<double> means(v.by_world.size(), undefined);
    for (std::size_t k = 0; k < v.keys.size(); ++k) {
        const auto& key = v.keys[k];
        if (key.level != results::Level::programme || key.year != year || column_of(key).name != measure) continue;
        for (std::size_t w = 0; w < v.by_world.size(); ++w) {
            double sum = 0;
            for (const auto& values : v.by_world[w]) sum += values[k];
            if (!v.by_world[w].empty()) means[w] = sum / static_cast<double>(v.by_world[w].size());
        }
    }
    return means;
}

std::vector<std::vector<double>> values_of(const WorldValues& v, const std::string& measure, int year) {
    std::vector<std::vector<double>> all(v.by_world.size());
    for (std::size_t k = 0; k < v.keys.size(); ++k) {
        const auto& key = v.keys[k];
        if (key.level != results::Level::programme || key.year != year || column_of(key).name != measure) continue;
        for (std::size_t w = 0; w < v.by_world.size(); ++w) {
            for (const auto& values : v.by_world[w]) all[w].push_back(values[k]);
        }
    }
    return all;
}

WorldRange ignorance_of(const std::vector<std::vector<double>>& worlds) {
    std::vector<double> values, means;
    std::size_t replications = 0;
    for (const auto& world : worlds) {
        if (world.empty() || !std::all_of(world.begin(), world.end(), [](double x) { return std::isfinite(x); }))
            continue;
        replications = world.size();
        values.insert(values.end(), world.begin(), world.end());
        means.push_back(std::accumulate(world.begin(), world.end(), 0.0) / static_cast<double>(world.size()));
    }
    return range_of(means.size() < 2 || replications < 2 ? means
                                                         : two_way(values, means.size(), replications).without_luck());
}

std::vector<double> futures_of(const WorldValues& v, const std::string& measure, int year) {
    constexpr int dots = 50;
    std::vector<double> all, quantiles;
    for (std::size_t k = 0; k < v.keys.size(); ++k) {
        const auto& key = v.keys[k];
        if (key.level != results::Level::programme || key.year != year || column_of(key).name != measure) continue;
        for (const auto& world : v.by_world) {
            for (const auto& values : world) all.push_back(values[k]);
        }
    }
    std::sort(all.begin(), all.end());
    for (int i = 0; i < dots && !all.empty(); ++i) quantiles.push_back(quantile_of(all, (i + 0.5) / dots).value);
    return quantiles;
}

double apart(std::vector<double> a, std::vector<double> b) {
    if (a.empty() || b.empty()) return undefined;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    double farthest = 0;
    for (const auto* sample : {&a, &b}) {
        for (const double x : *sample) {
            const auto below = [&](const std::vector<double>& v) {
                return static_cast<double>(std::upper_bound(v.begin(), v.end(), x) - v.begin()) /
                       static_cast<double>(v.size());
            };
            farthest = std::max(farthest, std::abs(below(a) - below(b)));
        }
    }
    return farthest;
}

}  // namespace aforo::experiment
