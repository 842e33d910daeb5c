#include "reduce.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/experiment/statistics.hpp"
#include "describe_run.hpp"

namespace aforo::experiment {

std::vector<double> column_of(Values values, std::size_t i) {
    std::vector<double> v(values.size());
    for (std::size_t r = 0; r < values.size(); ++r) v[r] = values[r][i];
    return v;
}

std::vector<std::size_t> yearly(const std::vector<measure::Key>& keys, std::string_view measure) {
    const auto& columns = measure::catalogue();
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto& k = keys[i];
        if (k.month == 0 && k.level == results::Level::programme &&
            columns[static_cast<std::size_t>(k.column)].name == measure)
            places.push_back(i);
    }
    return places;
}

namespace {

// Every replication's values by key: the years' first, then the months'.
std::vector<const measure::Key*> in_order(const std::vector<measure::Key>& keys) {
    std::vector<const measure::Key*> ordered;
    for (const bool monthly : {false, true}) {
        for (const auto& k : keys) {
            if ((k.month > 0) == monthly) ordered.push_back(&k);
        }
    }
    return ordered;
}

void reduce(const std::vector<measure::Key>& keys, Values all, results::Run& run, results::Samples& samples) {
    run.columns = measure::catalogue();
    run.replications = static_cast<int>(all.size());
    samples = {keys.size(), all.size(), {}};
    samples.values.reserve(samples.keys * samples.replications);
    CriticalT critical;
    for (const measure::Key* key : in_order(keys)) {
        const auto& k = *key;
        const auto values = column_of(all, static_cast<std::size_t>(key - keys.data()));
        samples.values.insert(samples.values.end(), values.begin(), values.end());
        auto& rows = k.month > 0 ? run.series : run.rows;
        rows.push_back({k.column, k.year, k.level, k.id, estimate(values, critical), k.month});
        if (run.columns[static_cast<std::size_t>(k.column)].name == "ledger_difference") {
            for (const double v : values) {
                run.worst_ledger_difference =
                    std::max(run.worst_ledger_difference, static_cast<std::int64_t>(std::abs(v)));
            }
        }
    }
}

void summarise_limits(results::Run& run) {
    for (const auto& row : run.rows) {
        const std::string& name = run.columns[static_cast<std::size_t>(row.column)].name;
        if (row.level == results::Level::programme && name.starts_with("limit_"))
            run.limits.push_back({row.year, name.substr(6), row.value.mean});
        if (name == "first_refusal_day") {
            results::Exhaustion e{row.id, row.year, static_cast<double>(row.value.n) / std::max(1, run.replications),
                                  ""};
            if (row.value.n > 0) {
                e.median_first_day =
                    core::iso(core::new_year(row.year) + core::days(static_cast<int>(std::lround(row.value.p50)) - 1));
            }
            run.exhaustions.push_back(e);
        }
    }
}

}  // namespace

Outcome outcome_of(const scenario::Scenario& scenario, const std::vector<measure::Key>& keys, Values values,
                   std::uint64_t seed) {
    Outcome outcome;
    describe_scenario(scenario, outcome.run);
    outcome.run.seed = seed;
    reduce(keys, values, outcome.run, outcome.samples);
    summarise_limits(outcome.run);
    return outcome;
}

}  // namespace aforo::experiment
