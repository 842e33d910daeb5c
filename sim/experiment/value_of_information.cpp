#include "aforo/experiment/value_of_information.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/draws.hpp"
#include "aforo/experiment/two_way.hpp"
#include "shuffle.hpp"

namespace aforo::experiment {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::uint32_t permutations = 200, ways = 4;
constexpr int no_block = -1;
constexpr std::ptrdiff_t fewest_in_a_block = 4;
constexpr std::array knots = {0.05, 0.35, 0.65, 0.95};  // at these quantiles of the input [Harrell 2001, 2.4.6]

// The column of the greatest value in a row; of equal ones the first.
Index greatest_in(const MatrixXd& m, Index row) {
    Index best = 0;
    for (Index c = 1; c < m.cols(); ++c) best = m(row, c) > m(row, best) ? c : best;
    return best;
}
Index greatest_on_the_whole(const MatrixXd& m) { return greatest_in(m.colwise().sum(), 0); }

// The worlds in which every action is possible.
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

// Rows are worlds, columns actions.
MatrixXd matrix_of(const Utilities& u, const std::vector<std::size_t>& worlds) {
    MatrixXd m(static_cast<Index>(worlds.size()), static_cast<Index>(u.size()));
    for (Index w = 0; w < m.rows(); ++w) {
        for (Index a = 0; a < m.cols(); ++a)
            m(w, a) = u[static_cast<std::size_t>(a)][worlds[static_cast<std::size_t>(w)]];
    }
    return m;
}

struct Sample {
    MatrixXd first, second, both;  // rows are worlds, columns actions
    std::vector<int> blocks;       // by world
};

// The mean gain of choosing by `chooses` in each world over the single action that it prefers on the whole.
double worth_of_knowing_all(const MatrixXd& chooses, const MatrixXd& values) {
    const Index single = greatest_on_the_whole(chooses);
    double sum = 0;
    for (Index w = 0; w < values.rows(); ++w) sum += values(w, greatest_in(chooses, w)) - values(w, single);
    return sum / static_cast<double>(values.rows());
}

// Columns 1, x, and cubics that bend between the knots and are straight beyond; x is scaled to 0–1 between the outer
// knots. If knots coincide, as for an input with few values, columns are linearly dependent, and the solver must allow
// for that.
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

// One part of the worlds chooses the actions for another part.
struct Fold {
    std::vector<Index> fits, values;
    MatrixXd coefficients;          // × utilities of the fitting worlds = coefficients of the splines, by input
    std::vector<MatrixXd> splines;  // by input, in the worlds that value
};

// Halves that choose for each other, split in several ways, because a split is luck too. `splines` is by input,
// `blocks` by world. Worlds of the block `left_out` are in neither half; the others stay where they are with it.
std::vector<Fold> folds_of(const std::vector<MatrixXd>& splines, const std::vector<int>& blocks, int left_out,
                           std::uint64_t seed) {
    std::vector<Fold> folds;
    for (std::uint32_t way = 0; way < ways; ++way) {
        const auto places = shuffled_places(blocks.size(), seed, way, shuffle_block::information_halves);
        std::array<std::vector<Index>, 2> halves;
        for (std::size_t k = 0; k < places.size(); ++k) {
            if (blocks[places[k]] != left_out)
                halves[k < places.size() / 2 ? 0 : 1].push_back(static_cast<Index>(places[k]));
        }
        folds.push_back({halves[0], halves[1], {}, {}});
        folds.push_back({halves[1], halves[0], {}, {}});
    }
    for (Fold& fold : folds) {
        fold.coefficients.resize(0, static_cast<Index>(fold.fits.size()));
        for (const MatrixXd& all : splines) {
            const MatrixXd known = all(fold.fits, Eigen::all);
            const Index rows = fold.coefficients.rows();
            fold.coefficients.conservativeResize(rows + all.cols(), known.rows());
            fold.coefficients.bottomRows(all.cols()) = known.completeOrthogonalDecomposition().pseudoInverse();
            fold.splines.emplace_back(all(fold.values, Eigen::all));
        }
    }
    return folds;
}

// By input, the mean gain of choosing by it over the single best action. Rows of `u` are worlds, columns actions.
VectorXd worth_of_knowing(const std::vector<Fold>& folds, const MatrixXd& u) {
    VectorXd sums = VectorXd::Zero(static_cast<Index>(folds.front().splines.size()));
    for (const Fold& fold : folds) {
        const MatrixXd fitted = u(fold.fits, Eigen::all), valued = u(fold.values, Eigen::all);
        const MatrixXd coefficients = fold.coefficients * fitted;
        const Index single = greatest_on_the_whole(fitted);
        for (Index i = 0; i < sums.size(); ++i) {
            const MatrixXd& splines = fold.splines[static_cast<std::size_t>(i)];
            const MatrixXd expected = splines.lazyProduct(coefficients.middleRows(i * splines.cols(), splines.cols()));
            for (Index w = 0; w < expected.rows(); ++w)
                sums[i] += valued(w, greatest_in(expected, w)) - valued(w, single);
        }
    }
    return sums / static_cast<double>(ways * (folds.front().fits.size() + folds.front().values.size()));
}

// EVPI, then EVPPI by input, of the worlds without one block.
VectorXd worths(const Sample& sample, const std::vector<Fold>& folds, int left_out) {
    std::vector<Index> kept;
    for (std::size_t w = 0; w < sample.blocks.size(); ++w) {
        if (sample.blocks[w] != left_out) kept.push_back(static_cast<Index>(w));
    }
    const MatrixXd first = sample.first(kept, Eigen::all), second = sample.second(kept, Eigen::all);
    VectorXd all(1 + static_cast<Index>(folds.front().splines.size()));
    all[0] = (worth_of_knowing_all(first, second) + worth_of_knowing_all(second, first)) / 2;
    all.tail(all.size() - 1) = worth_of_knowing(folds, sample.both);
    return all;
}

}  // namespace

Information information(const Utilities& first, const Utilities& second, const std::vector<std::vector<double>>& inputs,
                        std::span<const int> blocks, std::uint64_t seed) {
    core::ensure(first.size() == second.size() && !first.empty(), "both halves have the same actions");
    Utilities both = first;
    for (std::size_t a = 0; a < both.size(); ++a) {
        core::ensure(first[a].size() == blocks.size() && second[a].size() == blocks.size(), "a world has a block");
        for (std::size_t w = 0; w < both[a].size(); ++w) both[a][w] = (first[a][w] + second[a][w]) / 2;
    }
    const auto worlds = worlds_of(both);
    Information all{.worlds = worlds.size()};
    if (worlds.size() < fewest_worlds_to_inform) return all;
    Sample sample{matrix_of(first, worlds), matrix_of(second, worlds), matrix_of(both, worlds), {}};
    for (const std::size_t w : worlds) sample.blocks.push_back(blocks[w]);
    const Index best = greatest_on_the_whole(sample.both);
    all.best = static_cast<std::size_t>(best);
    all.mean = sample.both.col(best).mean();

    std::vector<MatrixXd> splines;
    for (const auto& input : inputs) {
        std::vector<double> x;
        for (const std::size_t w : worlds) x.push_back(input[w]);
        splines.push_back(splines_of(x));
    }
    const auto folds = folds_of(splines, sample.blocks, no_block, seed);
    const VectorXd values = worths(sample, folds, no_block);
    std::vector<std::vector<double>> rests(static_cast<std::size_t>(values.size()));
    for (int block = 0; block < static_cast<int>(Draws::blocks); ++block) {
        if (std::count(sample.blocks.begin(), sample.blocks.end(), block) < fewest_in_a_block) {
            rests.assign(rests.size(), {});
            break;
        }
        const VectorXd rest = worths(sample, folds_of(splines, sample.blocks, block, seed), block);
        for (std::size_t i = 0; i < rests.size(); ++i) rests[i].push_back(rest[static_cast<Index>(i)]);
    }
    all.perfect = {values[0], jackknife_half_width(rests[0])};
    if (inputs.empty()) return all;

    std::vector<double> largest;
    for (std::uint32_t p = 0; p < permutations; ++p) {
        const auto places = shuffled_places(worlds.size(), seed, p, shuffle_block::information_permuted);
        const std::vector<Index> rows(places.begin(), places.end());
        largest.push_back(std::max(0.0, worth_of_knowing(folds, sample.both(rows, Eigen::all)).maxCoeff()));
    }
    std::sort(largest.begin(), largest.end());
    all.by_chance = quantile_of(largest, 0.95).value;
    for (std::size_t i = 1; i < rests.size(); ++i) {
        const double value = values[static_cast<Index>(i)];
        all.inputs.push_back({{value, jackknife_half_width(rests[i])}, value > all.by_chance});
    }
    return all;
}

results::WorldRegrets regrets(const Utilities& utilities) {
    using results::WorldRegret;
    const auto worlds = worlds_of(utilities);
    results::WorldRegrets all;
    if (worlds.empty()) return all;
    const MatrixXd u = matrix_of(utilities, worlds);
    const VectorXd best = u.rowwise().maxCoeff();
    for (Index a = 0; a < u.cols(); ++a) {
        const VectorXd missed = best - u.col(a);
        std::vector<double> in_order(missed.begin(), missed.end());
        std::sort(in_order.begin(), in_order.end());
        WorldRegret& one =
            all.scenarios.emplace_back(WorldRegret{.scenario = static_cast<int>(a),
                                                   .greatest = in_order.back(),
                                                   .p90 = quantile_of(in_order, 0.9).value,
                                                   .mean = missed.mean(),
                                                   .best_in = (missed.array() <= 0).cast<double>().mean()});
        one.by_world.assign(utilities.front().size(), results::undefined);
        for (std::size_t w = 0; w < worlds.size(); ++w) one.by_world[worlds[w]] = missed[static_cast<Index>(w)];
    }
    const auto least = [&](double WorldRegret::*of) {
        const auto it = std::min_element(all.scenarios.begin(), all.scenarios.end(),
                                         [&](const auto& a, const auto& b) { return a.*of < b.*of; });
        return it->scenario;
    };
    all.by_greatest = least(&WorldRegret::greatest);
    all.by_p90 = least(&WorldRegret::p90);
    all.by_mean = least(&WorldRegret::mean);
    return all;
}

}  // namespace aforo::experiment
