#include "aforo/experiment/saltelli.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/draws.hpp"
#include "aforo/experiment/two_way.hpp"

namespace aforo::experiment {

namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t fewest_in_a_block = 4;

struct Row {
    std::size_t block;
    std::span<const double> y;  // of A, of B, and of A with each column of B
};

struct Shares {
    double variance;
    std::vector<double> first, total;  // by input
};

// `left_out` is a block, or `Draws::blocks` for none.
Shares shares_of(const std::vector<Row>& rows, std::size_t inputs, std::size_t left_out) {
    double sum = 0, n = 0;
    for (const Row& r : rows) {
        if (r.block != left_out) sum += r.y[0] + r.y[1], n += 1;
    }
    // Values are centred: the first-order sums do not depend on the mean, but their error does.
    const double mean = sum / (2 * n);
    Shares s{0, std::vector<double>(inputs), std::vector<double>(inputs)};
    for (const Row& r : rows) {
        if (r.block == left_out) continue;
        const double a = r.y[0] - mean, b = r.y[1] - mean;
        s.variance += (a * a + b * b) / (2 * n - 1);
        for (std::size_t i = 0; i < inputs; ++i) {
            const double change = r.y[2 + i] - r.y[0];
            s.first[i] += b * change / n;
            s.total[i] += change * change / (2 * n);
        }
    }
    for (auto* part : {&s.first, &s.total}) {
        for (double& v : *part) v = s.variance > 0 ? v / s.variance : undefined;
    }
    return s;
}

}  // namespace

std::vector<std::vector<double>> saltelli_points(std::size_t inputs, std::size_t rows, std::uint64_t seed) {
    Draws draws(2 * inputs, seed);
    std::vector<std::vector<double>> points;
    for (std::size_t row = 0; row < rows; ++row) {
        const auto both = draws.next();
        const auto middle = both.begin() + static_cast<std::ptrdiff_t>(inputs);
        const std::vector<double> a(both.begin(), middle), b(middle, both.end());
        points.push_back(a);
        points.push_back(b);
        for (std::size_t i = 0; i < inputs; ++i) {
            points.push_back(a);
            points.back()[i] = b[i];
        }
    }
    return points;
}

SobolIndices sobol_indices(std::span<const double> y, std::size_t inputs) {
    core::ensure(y.size() % (inputs + 2) == 0, "rows are whole");
    std::vector<Row> rows;
    std::array<std::size_t, Draws::blocks> sizes{};
    for (std::size_t r = 0; r < y.size() / (inputs + 2); ++r) {
        const auto values = y.subspan(r * (inputs + 2), inputs + 2);
        if (std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); })) continue;
        rows.push_back({r % Draws::blocks, values});
        ++sizes[r % Draws::blocks];
    }
    SobolIndices all{.rows = rows.size()};
    const Shares shares = shares_of(rows, inputs, Draws::blocks);
    all.variance = rows.empty() ? undefined : shares.variance;
    std::vector<Shares> rests;
    if (*std::min_element(sizes.begin(), sizes.end()) >= fewest_in_a_block) {
        for (std::size_t block = 0; block < Draws::blocks; ++block) rests.push_back(shares_of(rows, inputs, block));
    }
    for (std::size_t i = 0; i < inputs; ++i) {
        std::vector<double> first, total;
        for (const Shares& rest : rests) first.push_back(rest.first[i]), total.push_back(rest.total[i]);
        all.inputs.push_back({.first = shares.first[i],
                              .first_half_width = jackknife_half_width(first),
                              .total = shares.total[i],
                              .total_half_width = jackknife_half_width(total)});
    }
    return all;
}

}  // namespace aforo::experiment
