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

// The keys by year first, then those by month.
std::vector<const measure::Key*> in_order(const std::vector<measure::Key>& keys) {
    std::vector<const measure::Key*> ordered;
    for (const bool monthly : {false, true}) {
        for (const auto& k : keys) {
            if ((k.month > 0) == monthly) ordered.push_back(&k);
        }
    }
    return ordered;
}

void find_worst_ledger_difference(results::Run& run, const results::Samples& samples) {
    for (std::size_t k = 0; k < run.rows.size(); ++k) {
        if (run.columns[static_cast<std::size_t>(run.rows[k].column)].name != "ledger_difference") continue;
        for (const double v : samples.of(k))
            run.worst_ledger_difference = std::max(run.worst_ledger_difference, static_cast<std::int64_t>(std::abs(v)));
    }
}

void summarise_limits(results::Run& run) {
    for (const auto& row : run.rows) {
        const std::string& name = run.columns[static_cast<std::size_t>(row.column)].name;
        // A year that was executed whole has none.
        if (row.level == results::Level::programme && name.starts_with("limit_") && row.value.n > 0)
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

void name_pesos(const results::Prices& prices, std::string& unit) {
    if (unit == results::money_unit) unit = prices.unit();
}

Reduced reduced(const std::vector<measure::Key>& keys, Values all) {
    Reduced r{{}, {}, {keys.size(), all.size(), {}}};
    const auto months =
        static_cast<std::size_t>(std::count_if(keys.begin(), keys.end(), [](const auto& k) { return k.month > 0; }));
    r.rows.reserve(keys.size() - months);
    r.series.reserve(months);
    r.samples.values.reserve(r.samples.keys * r.samples.replications);
    CriticalT critical;
    for (const measure::Key* key : in_order(keys)) {
        const auto& k = *key;
        const auto values = column_of(all, static_cast<std::size_t>(key - keys.data()));
        r.samples.values.insert(r.samples.values.end(), values.begin(), values.end());
        auto& rows = k.month > 0 ? r.series : r.rows;
        rows.push_back({k.column, k.year, k.level, k.id, estimate(values, critical), k.month});
    }
    return r;
}

Outcome outcome_of(const scenario::Scenario& scenario, const std::string& digest, const std::vector<measure::Key>& keys,
                   Values values, std::uint64_t seed, const results::Prices& prices) {
    Outcome outcome;
    results::Run& run = outcome.run;
    describe_scenario(scenario, digest, prices, run);
    run.seed = seed;
    run.columns = measure::catalogue();
    for (auto& column : run.columns) name_pesos(prices, column.unit);
    run.replications = static_cast<int>(values.size());
    Reduced all = reduced(keys, values);
    run.rows = std::move(all.rows);
    run.series = std::move(all.series);
    outcome.samples = std::move(all.samples);
    find_worst_ledger_difference(run, outcome.samples);
    summarise_limits(run);
    return outcome;
}

namespace {

results::Estimate times(double factor, results::Estimate e) {
    for (double* value : {&e.mean, &e.sd, &e.half_width, &e.p10, &e.p50, &e.p90}) *value *= factor;
    return e;
}

}  // namespace

void tell_in(const core::Pesos& pesos, Outcome& outcome) {
    results::Run& run = outcome.run;
    results::Samples& samples = outcome.samples;
    const results::Prices before = run.prices;
    run.prices.told = pesos;
    const auto factor = [&](int year) { return run.prices.factor(year) / before.factor(year); };
    const auto& all = measure::catalogue();
    std::vector<bool> is_money;
    for (auto& column : run.columns) {
        const auto known = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == column.name; });
        is_money.push_back(known != all.end() && known->is_money());
        if (is_money.back()) column.unit = run.prices.unit();
    }
    CriticalT critical;
    std::size_t key = 0;
    for (auto* rows : {&run.rows, &run.series}) {
        for (auto& row : *rows) {
            const std::size_t at = key++ * samples.replications;
            if (!is_money[static_cast<std::size_t>(row.column)]) continue;
            if (samples.keys == 0) {  // they were not kept
                row.value = times(factor(row.year), row.value);
                continue;
            }
            const auto values = std::span(samples.values).subspan(at, samples.replications);
            for (double& v : values) v *= factor(row.year);
            row.value = estimate(values, critical);
        }
    }
    results::Sheet& sheet = run.planned;
    sheet.price_year = run.prices.year_of(sheet.year);
    for (auto& line : sheet.components) line.spending *= factor(sheet.year);
    sheet.admin_spending *= factor(sheet.year);
    sheet.total_spending *= factor(sheet.year);
}

}  // namespace aforo::experiment
