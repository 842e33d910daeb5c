#include "aforo/experiment/compare.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/statistics.hpp"

namespace aforo::experiment {

std::vector<results::Difference> differences(const Outcome& base, const Outcome& alternative, double alpha) {
    core::ensure(base.run.seed == alternative.run.seed && base.run.replications == alternative.run.replications,
                 "only replications of the same numbers can be paired");
    using Key = std::tuple<std::string, int, results::Level, std::string>;
    const auto key_of = [](const results::Run& run, const results::Row& row) {
        return Key{run.columns[static_cast<std::size_t>(row.column)].name, row.year, row.level, row.id};
    };
    std::map<Key, std::size_t> rows;
    for (std::size_t k = 0; k < alternative.run.rows.size(); ++k)
        rows.emplace(key_of(alternative.run, alternative.run.rows[k]), k);

    CriticalT critical(alpha);
    std::vector<results::Difference> all;
    std::vector<double> paired(base.samples.replications);
    for (std::size_t k = 0; k < base.run.rows.size(); ++k) {
        const auto other = rows.find(key_of(base.run, base.run.rows[k]));
        if (other == rows.end()) continue;
        const auto a = base.samples.of(k), b = alternative.samples.of(other->second);
        for (std::size_t r = 0; r < paired.size(); ++r) paired[r] = b[r] - a[r];  // undefined if either is
        const results::Row& row = base.run.rows[k];
        const results::Column& column = base.run.columns[static_cast<std::size_t>(row.column)];
        results::Difference d{.measure = column.name,
                              .unit = column.unit,
                              .year = row.year,
                              .level = row.level,
                              .id = row.id,
                              .base = row.value,
                              .alternative = alternative.run.rows[other->second].value,
                              .value = estimate(paired, critical)};
        // What is left of subtracting equal spreads is rounding, not spread.
        if (d.value.sd <= 1e-9 * std::max(std::abs(d.base.mean), std::abs(d.value.mean)))
            d.value.sd = d.value.half_width = 0;
        const double apart = d.base.sd * d.base.sd + d.alternative.sd * d.alternative.sd;
        d.gain = d.value.sd > 0 ? apart / (d.value.sd * d.value.sd) : std::numeric_limits<double>::quiet_NaN();
        all.push_back(std::move(d));
    }
    return all;
}

results::Comparison compare(const std::vector<scenario::Scenario>& scenarios, const Options& options) {
    const auto done_before = [&](std::size_t scenario) {
        Options own = options;
        if (options.progress) {
            own.progress = [&options, scenario, &scenarios](int done, int of) {
                options.progress(static_cast<int>(scenario) * of + done, static_cast<int>(scenarios.size()) * of);
            };
        }
        return own;
    };
    const Outcome base = run(scenarios.front(), done_before(0));
    results::Comparison comparison{.scenario = base.run.scenario,
                                   .digest = base.run.digest,
                                   .seed = base.run.seed,
                                   .replications = base.run.replications,
                                   .years = base.run.years};
    if (base.interrupted) return comparison;
    const double alpha = 0.05 / static_cast<double>(scenarios.size() - 1);
    for (std::size_t i = 1; i < scenarios.size(); ++i) {
        const Outcome alternative = run(scenarios[i], done_before(i));
        if (alternative.interrupted) break;
        comparison.alternatives.push_back(
            {alternative.run.scenario, alternative.run.digest, differences(base, alternative, alpha)});
    }
    return comparison;
}

}  // namespace aforo::experiment
