#include "aforo/experiment/explain.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <numeric>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/study.hpp"
#include "aforo/results/index.hpp"
#include "shapley.hpp"

namespace aforo::experiment {

namespace {

using results::Attribution;
using results::Level;
using results::Whole;

// Measures that are attributed for each year and, if their years add up, for all years.
constexpr auto explained =
    std::to_array<const char*>({"beneficiaries", "attended_persons", "admissions", "graduates", "withdrawn",
                                "waiting_year_end", "wait_days_mean", "offered_within_90_days", "spending"});

// The unit of which all values are whole multiples; 0 if there is none.
double unit_of(const results::Column& column) {
    constexpr double peso = 0.001;  // in M$
    return column.shape.kind == results::Kind::count ? 1 : column.shape.kind == results::Kind::money ? peso : 0;
}

// A measure of the programme in every coalition, by replication.
using Table = std::vector<std::vector<double>>;  // [coalition][replication]

// Exact shares of whole numbers: the result is a quotient of integers that add up.
void attribute_whole(const Shapley& shapley, const Table& table, double unit, Attribution& a,
                     std::vector<std::vector<double>>& shares) {
    const std::size_t n = table.front().size();
    a.numerators.assign(shares.size(), 0);
    const auto scale = static_cast<double>(shapley.whole()) / unit;
    for (std::size_t r = 0; r < n; ++r) {
        const auto whole = [&](std::size_t set) { return static_cast<Whole>(std::llround(table[set][r] / unit)); };
        const auto numerators = shapley.shares<Whole>(whole);
        const Whole sum = std::accumulate(numerators.begin(), numerators.end(), Whole{0});
        core::ensure(sum == shapley.whole() * (whole(table.size() - 1) - whole(0)),
                     "the shares of a difference do not sum to it");
        a.numerator += sum;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            a.numerators[i] += numerators[i];
            shares[i][r] = static_cast<double>(numerators[i]) / scale;
        }
    }
    a.denominator = Whole{shapley.whole()} * static_cast<Whole>(n) * std::llround(1 / unit);
}

Attribution attribute(const results::Column& column, int year, const Table& table, std::size_t players) {
    const Shapley shapley(players);
    const std::size_t n = table.front().size();
    Attribution a{.measure = column.name, .unit = column.unit, .year = year};
    std::vector<std::vector<double>> shares(players, std::vector<double>(n));
    if (const double unit = unit_of(column); unit > 0) {
        attribute_whole(shapley, table, unit, a, shares);
    } else {
        for (std::size_t r = 0; r < n; ++r) {
            const auto parts = shapley.shares<double>([&](std::size_t set) { return table[set][r]; });
            for (std::size_t i = 0; i < players; ++i) shares[i][r] = parts[i] / static_cast<double>(shapley.whole());
        }
    }
    // Where a combination has no value (the mean wait of nobody), the shares are undefined, and so is their total.
    std::vector<double> total(n);
    for (std::size_t r = 0; r < n; ++r) {
        const bool is_whole =
            std::none_of(table.begin(), table.end(), [&](const auto& values) { return std::isnan(values[r]); });
        total[r] = is_whole ? table.back()[r] - table.front()[r] : results::undefined;
    }
    // The intervals of the shares hold simultaneously (Bonferroni).
    CriticalT critical, of_shares(0.05 / static_cast<double>(std::max<std::size_t>(1, players)));
    a.total = estimate(total, critical);
    for (const auto& share : shares) a.shares.push_back(estimate(share, of_shares));
    return a;
}

// The part of a coalition's outcome that is kept: the explained measures by year, in the order of `explained`.
using Told = std::vector<std::vector<std::vector<double>>>;  // [measure][year][replication]

Told keep(const Outcome& outcome, const std::vector<int>& years) {
    const results::Index index(outcome.run, outcome.samples);
    Told kept;
    for (const char* measure : explained) {
        kept.emplace_back();
        for (const int year : years) {
            const auto values = index.samples({measure, year});
            kept.back().emplace_back(values.begin(), values.end());
        }
    }
    return kept;
}

std::vector<Attribution> attributions_of(const std::vector<Told>& kept, const results::Run& base, std::size_t players) {
    std::vector<Attribution> all;
    for (std::size_t i = 0; i < explained.size(); ++i) {
        const results::Column* column = base.column(explained[i]);
        Table sum(kept.size());
        bool is_there = column != nullptr;
        for (std::size_t y = 0; y < base.years.size() && is_there; ++y) {
            Table table;
            for (const auto& k : kept) table.push_back(k[i][y]);
            is_there = std::none_of(table.begin(), table.end(), [&](const auto& v) { return v.empty(); });
            if (!is_there) break;
            all.push_back(attribute(*column, base.years[y], table, players));
            for (std::size_t s = 0; s < table.size(); ++s) {
                sum[s].resize(table[s].size());
                for (std::size_t r = 0; r < table[s].size(); ++r) sum[s][r] += table[s][r];
            }
        }
        if (is_there && column->adds_up()) all.push_back(attribute(*column, 0, sum, players));
    }
    return all;
}

}  // namespace

Explained explain(const Coalitions& coalitions, const Options& options) {
    Explained result;
    results::Explanation& e = result.explanation;
    const std::size_t last = coalitions.scenarios.size() - 1;
    Study study(options);
    for (std::size_t s = 0; s <= last; ++s) {
        study.add(
            {.scenario = coalitions.scenarios[s], .kept = s == 0 || s == last ? Kept::everything : Kept::headlines});
    }
    result.interrupted = !study.extend(options.replications);
    int n = options.replications;  // replications that all combinations have
    for (std::size_t s = 0; s <= last; ++s) n = std::min(n, static_cast<int>(study.values(s).size()));
    if (result.interrupted && n < 2) return result;
    std::vector<Told> kept;
    for (std::size_t s = 0; s <= last; ++s) {
        Outcome outcome = study.outcome(s, n);
        if (s == 0) e.base = outcome.run;
        kept.push_back(keep(outcome, e.base.years));
        if (s == last) e.other = std::move(outcome.run);
    }
    e.players = coalitions.players;
    e.attributions = attributions_of(kept, e.base, e.players.size());
    return result;
}

}  // namespace aforo::experiment
