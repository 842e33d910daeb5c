#include "aforo/experiment/selection.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "aforo/experiment/statistics.hpp"

namespace aforo::experiment {

namespace {

double mean_of(const std::vector<double>& v, std::size_t n) {
    return std::accumulate(v.begin(), v.begin() + static_cast<std::ptrdiff_t>(n), 0.0) / static_cast<double>(n);
}

// The variance of the first n paired differences.
double variance_of_difference(const std::vector<double>& a, const std::vector<double>& b, std::size_t n) {
    double mean = 0, sum = 0;
    for (std::size_t r = 0; r < n; ++r) mean += (a[r] - b[r]) / static_cast<double>(n);
    for (std::size_t r = 0; r < n; ++r) sum += (a[r] - b[r] - mean) * (a[r] - b[r] - mean);
    return sum / static_cast<double>(n - 1);
}

}  // namespace

std::vector<std::size_t> not_told_from_best(const Alternatives& values, double alpha) {
    std::vector<std::size_t> all(values.size()), kept;
    std::iota(all.begin(), all.end(), std::size_t{0});
    const std::size_t n = values.empty() ? 0 : values.front().size();
    if (values.size() < 2 || n < 2) return all;
    const double t = student_t(1 - alpha / static_cast<double>(values.size() - 1), static_cast<double>(n - 1));
    for (const std::size_t i : all) {
        const bool is_kept = std::all_of(all.begin(), all.end(), [&](std::size_t l) {
            const double error = std::sqrt(variance_of_difference(values[i], values[l], n) / static_cast<double>(n));
            return mean_of(values[i], n) >= mean_of(values[l], n) - t * error;
        });
        if (is_kept) kept.push_back(i);
    }
    return kept;
}

std::vector<std::size_t> twins(const Alternatives& values) {
    std::vector<std::size_t> of;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto first = std::find(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(i), values[i]);
        of.push_back(static_cast<std::size_t>(first - values.begin()));
    }
    return of;
}

Knockout knock_out(std::size_t alternatives, const MoreValues& more, const KnockoutOptions& o) {
    Knockout done{.left_after = std::vector<int>(alternatives, 0)};
    std::vector<std::size_t> in(alternatives);
    std::iota(in.begin(), in.end(), std::size_t{0});
    Alternatives values(alternatives);
    const auto take = [&](int n) {
        auto taken = more(in, n);
        if (!taken) return false;
        for (std::size_t i = 0; i < in.size(); ++i) values[in[i]] = std::move((*taken)[i]);
        return true;
    };
    const auto leave = [&](const std::vector<std::size_t>& who, int after) {
        for (const std::size_t i : who) done.left_after[i] = after;
        std::erase_if(in, [&](std::size_t i) { return done.left_after[i] > 0; });
    };
    if (alternatives == 0) return done;
    if (!take(o.first)) {
        done.interrupted = true;
        return done;
    }
    const auto same = twins(values);
    std::vector<std::size_t> copies;
    for (const std::size_t i : in) {
        if (same[i] != i) copies.push_back(i);
    }
    leave(copies, o.first);
    const auto n0 = static_cast<std::size_t>(o.first);
    const double freedom = o.first - 1;
    const double others = std::max<double>(1, static_cast<double>(in.size()) - 1);
    const double eta = (std::pow(2 * o.alpha / others, -2 / freedom) - 1) / 2;
    const double hh = 2 * eta * freedom;
    std::vector<std::vector<double>> spread(alternatives, std::vector<double>(alternatives, 0));
    for (const std::size_t i : in) {
        for (const std::size_t l : in) spread[i][l] = i == l ? 0 : variance_of_difference(values[i], values[l], n0);
    }
    for (int r = o.first; in.size() > 1; ++r) {
        if (r > o.most) {
            done.is_decided = false;
            break;
        }
        if (r > static_cast<int>(values[in.front()].size()) && !take(std::min(o.most, r - 1 + o.step))) {
            done.interrupted = true;
            return done;
        }
        std::vector<std::size_t> out;
        for (const std::size_t i : in) {
            const bool is_beaten = std::any_of(in.begin(), in.end(), [&](std::size_t l) {
                const double w = std::max(0.0, o.delta / 2 / r * (hh * spread[i][l] / o.delta / o.delta - r));
                const auto n = static_cast<std::size_t>(r);
                return i != l && mean_of(values[i], n) < mean_of(values[l], n) - w;
            });
            if (is_beaten) out.push_back(i);
        }
        leave(out, r);
        done.replications = r;
    }
    done.replications = std::max(done.replications, o.first);
    const auto n = static_cast<std::size_t>(done.replications);
    done.best = *std::max_element(in.begin(), in.end(), [&](std::size_t a, std::size_t b) {
        return mean_of(values[a], n) < mean_of(values[b], n);
    });
    return done;
}

}  // namespace aforo::experiment
