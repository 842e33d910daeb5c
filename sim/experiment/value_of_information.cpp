#include "aforo/experiment/value_of_information.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/two_way.hpp"
#include "shuffle.hpp"

namespace aforo::experiment {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int permutations = 200;
constexpr std::array knots = {0.05, 0.35, 0.65, 0.95};  // quantiles of the input [Harrell 2001, 2.4.6]

// The column of the greatest value in a row; of equal ones the first.
Index greatest_in(const MatrixXd& m, Index row) {
    Index best = 0;
    for (Index c = 1; c < m.cols(); ++c) best = m(row, c) > m(row, best) ? c : best;
    return best;
}
Index greatest_on_the_whole(const MatrixXd& m) { return greatest_in(m.colwise().sum(), 0); }

// The worlds in which every action can be.
std::vector<std::size_t> worlds_of(const Utilities& u) {
    std::vector<std::size_t> worlds;
    const std::size_t n = u.empty() ? 0 : u.front().size();
    for (const auto& action : u) core::ensure(action.size() == n, "an action has a utility in each world");
    for (std::size_t w = 0; w < n; ++w) {
        if (std::none_of(u.begin(), u.end(), [&](const auto& action) { return std::isnan(action[w]); }))
            worlds.push_back(w);
    }
    return worlds;
}

// By world, then action.
MatrixXd matrix_of(const Utilities& u, const std::vector<std::size_t>& worlds) {
    MatrixXd m(static_cast<Index>(worlds.size()), static_cast<Index>(u.size()));
    for (Index w = 0; w < m.rows(); ++w) {
        for (Index a = 0; a < m.cols(); ++a)
            m(w, a) = u[static_cast<std::size_t>(a)][worlds[static_cast<std::size_t>(w)]];
    }
    return m;
}

Worth worth_of(const VectorXd& gains) {
    const results::Estimate e = estimate(std::span(gains.data(), static_cast<std::size_t>(gains.size())));
    return {e.mean, e.half_width};
}

// By world, what choosing there by `chooses` gains over the action that it prefers on the whole.
VectorXd gains_of_knowing_all(const MatrixXd& chooses, const MatrixXd& values) {
    const Index single = greatest_on_the_whole(chooses);
    VectorXd gains(values.rows());
    for (Index w = 0; w < values.rows(); ++w) gains[w] = values(w, greatest_in(chooses, w)) - values(w, single);
    return gains;
}

// 1, x and what bends between the knots and is straight beyond them; x from 0 to 1 between the outer knots. Where knots
// coincide, as those of an input with few values may, the columns depend on one another: who solves must bear it.
MatrixXd splines_of(const std::vector<double>& x) {
    std::vector<double> in_order = x;
    std::sort(in_order.begin(), in_order.end());
    std::array<double, knots.size()> at{};
    for (std::size_t k = 0; k < knots.size(); ++k) at[k] = quantile_of(in_order, knots[k]).value;
    const double low = at.front(), range = at.back() > low ? at.back() - low : 1;
    for (double& k : at) k = (k - low) / range;
    const auto cube = [](double v) { return v > 0 ? v * v * v : 0; };
    constexpr std::size_t last = knots.size() - 1;
    MatrixXd basis(static_cast<Index>(x.size()), static_cast<Index>(knots.size()));
    for (Index w = 0; w < basis.rows(); ++w) {
        const double v = (x[static_cast<std::size_t>(w)] - low) / range;
        const auto d = [&](std::size_t k) {
            return at[last] > at[k] ? (cube(v - at[k]) - cube(v - at[last])) / (at[last] - at[k]) : 0;
        };
        basis(w, 0) = 1;
        basis(w, 1) = v;
        for (std::size_t k = 0; k + 1 < last; ++k) basis(w, static_cast<Index>(k) + 2) = d(k) - d(last - 1);
    }
    return basis;
}

// One half of the worlds chooses for the other.
struct Half {
    std::vector<Index> fits, values;
};

// Of an input in a half: the fit to the utilities of the worlds that fit, and what it expects in those that value.
struct Fit {
    MatrixXd coefficients, splines;  // coefficients × utilities, then splines × those
};
Fit fit_of(const MatrixXd& splines, const Half& half) {
    const MatrixXd known = splines(half.fits, Eigen::all);
    return {known.completeOrthogonalDecomposition().pseudoInverse(), splines(half.values, Eigen::all)};
}

// By world, what choosing by the input gains. `u`: by world, then action.
VectorXd gains_of_knowing(const std::array<Fit, 2>& fits, const std::array<Half, 2>& halves, const MatrixXd& u) {
    VectorXd gains(u.rows());
    for (std::size_t h = 0; h < halves.size(); ++h) {
        const MatrixXd fitted = u(halves[h].fits, Eigen::all);
        const Index single = greatest_on_the_whole(fitted);
        const MatrixXd expected = fits[h].splines * (fits[h].coefficients * fitted);
        for (Index k = 0; k < expected.rows(); ++k) {
            const Index w = halves[h].values[static_cast<std::size_t>(k)];
            gains[w] = u(w, greatest_in(expected, k)) - u(w, single);
        }
    }
    return gains;
}

std::array<Half, 2> halves_of(std::size_t worlds, std::uint64_t seed) {
    std::array<Half, 2> halves;
    const auto places = shuffled_places(worlds, seed, 0, shuffle_block::information_halves);
    for (std::size_t k = 0; k < worlds; ++k) {
        const bool is_first = k < worlds / 2;
        halves[is_first ? 0 : 1].fits.push_back(static_cast<Index>(places[k]));
        halves[is_first ? 1 : 0].values.push_back(static_cast<Index>(places[k]));
    }
    return halves;
}

}  // namespace

Information information(const Utilities& first, const Utilities& second, const std::vector<std::vector<double>>& inputs,
                        std::uint64_t seed) {
    core::ensure(first.size() == second.size() && !first.empty(), "both halves have the same actions");
    Utilities both = first;
    for (std::size_t a = 0; a < both.size(); ++a) {
        core::ensure(first[a].size() == second[a].size(), "both halves have the same worlds");
        for (std::size_t w = 0; w < both[a].size(); ++w) both[a][w] = (first[a][w] + second[a][w]) / 2;
    }
    const auto worlds = worlds_of(both);
    Information all{.worlds = worlds.size()};
    if (worlds.size() < fewest_worlds_to_inform) return all;
    const MatrixXd one = matrix_of(first, worlds), other = matrix_of(second, worlds), u = matrix_of(both, worlds);
    const Index best = greatest_on_the_whole(u);
    all.best = static_cast<std::size_t>(best);
    all.mean = u.col(best).mean();
    all.perfect = worth_of((gains_of_knowing_all(one, other) + gains_of_knowing_all(other, one)) / 2);

    const auto halves = halves_of(worlds.size(), seed);
    std::vector<std::array<Fit, 2>> fits;  // by input, then half
    for (const auto& input : inputs) {
        std::vector<double> x;
        for (const std::size_t w : worlds) x.push_back(input[w]);
        const MatrixXd splines = splines_of(x);
        fits.push_back({fit_of(splines, halves[0]), fit_of(splines, halves[1])});
        all.of_input.push_back(worth_of(gains_of_knowing(fits.back(), halves, u)));
    }
    std::vector<double> largest;
    for (int p = 0; p < permutations && !inputs.empty(); ++p) {
        const auto places =
            shuffled_places(worlds.size(), seed, static_cast<std::uint32_t>(p), shuffle_block::information_permuted);
        const std::vector<Index> rows(places.begin(), places.end());
        const MatrixXd mixed = u(rows, Eigen::all);
        double most = 0;
        for (const auto& fit : fits) most = std::max(most, gains_of_knowing(fit, halves, mixed).mean());
        largest.push_back(most);
    }
    std::sort(largest.begin(), largest.end());
    if (!largest.empty()) all.by_chance = quantile_of(largest, 0.95).value;
    for (const Worth& w : all.of_input) all.is_told.push_back(w.value > all.by_chance);
    return all;
}

Regrets regrets(const Utilities& utilities) {
    const auto worlds = worlds_of(utilities);
    Regrets all{.worlds = worlds.size()};
    if (worlds.empty()) return all;
    const MatrixXd u = matrix_of(utilities, worlds);
    const VectorXd best = u.rowwise().maxCoeff();
    for (Index a = 0; a < u.cols(); ++a) {
        const VectorXd missed = best - u.col(a);
        std::vector<double> in_order(missed.begin(), missed.end());
        std::sort(in_order.begin(), in_order.end());
        all.actions.push_back({.greatest = in_order.back(),
                               .p90 = quantile_of(in_order, 0.9).value,
                               .mean = missed.mean(),
                               .best_in = (missed.array() <= 0).cast<double>().mean()});
    }
    const auto least = [&](double Regret::*of) {
        const auto it = std::min_element(all.actions.begin(), all.actions.end(),
                                         [&](const Regret& a, const Regret& b) { return a.*of < b.*of; });
        return static_cast<std::size_t>(it - all.actions.begin());
    };
    all.by_greatest = least(&Regret::greatest), all.by_p90 = least(&Regret::p90), all.by_mean = least(&Regret::mean);
    return all;
}

}  // namespace aforo::experiment
