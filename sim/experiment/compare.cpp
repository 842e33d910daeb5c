#include "aforo/experiment/compare.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <tuple>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/scenario/edit.hpp"
#include "fates.hpp"
#include "reduce.hpp"
#include "runner.hpp"

namespace aforo::experiment {

namespace {

using results::Difference;
using results::Estimate;
using results::Level;

// Measures that add up over years.
constexpr std::array additive = {"beneficiaries", "attended_persons", "admissions", "graduates",
                                 "dropouts",      "withdrawn",        "spending"};

// A measure of both worlds, by replication.
struct Pair {
    const results::Column* column = nullptr;
    int year = 0;
    Level level = Level::programme;
    std::string id;
    std::vector<double> base, alternative;
};

Difference difference_of(const Pair& p, CriticalT& plain, CriticalT& critical) {
    std::vector<double> paired(p.base.size());
    for (std::size_t r = 0; r < paired.size(); ++r) paired[r] = p.alternative[r] - p.base[r];  // undefined if either is
    Difference d{.measure = p.column->name,
                 .unit = p.column->unit,
                 .year = p.year,
                 .level = p.level,
                 .id = p.id,
                 .base = estimate(p.base, plain),
                 .alternative = estimate(p.alternative, plain),
                 .value = estimate(paired, critical)};
    // What is left of subtracting equal spreads is rounding, not spread.
    if (d.value.sd <= 1e-9 * std::max(std::abs(d.base.mean), std::abs(d.value.mean)))
        d.value.sd = d.value.half_width = 0;
    const double apart = d.base.sd * d.base.sd + d.alternative.sd * d.alternative.sd;
    d.gain = d.value.sd > 0 ? apart / (d.value.sd * d.value.sd) : std::numeric_limits<double>::quiet_NaN();
    return d;
}

// Spending per beneficiary more: the ratio of the mean differences, with its interval [Cochran, Sampling Techniques,
// 1977, 6.3]; nothing where the difference in beneficiaries does not stand out of its error, or one
// grows as the other shrinks.
std::optional<Difference> marginal_cost_of(const Pair& spending, const Pair& beneficiaries, CriticalT& critical) {
    const std::size_t n = spending.base.size();
    std::vector<double> money(n), served(n), residual(n);
    for (std::size_t r = 0; r < n; ++r) {
        money[r] = spending.alternative[r] - spending.base[r];
        served[r] = beneficiaries.alternative[r] - beneficiaries.base[r];
    }
    const Estimate more = estimate(served, critical);
    if (n < 2 || std::abs(more.mean) <= more.half_width) return std::nullopt;
    const double ratio = estimate(money, critical).mean / more.mean;
    if (ratio <= 0) return std::nullopt;
    for (std::size_t r = 0; r < n; ++r) residual[r] = money[r] - ratio * served[r];
    Difference d{.measure = results::marginal_cost, .unit = spending.column->unit, .year = spending.year};
    d.value = estimate(residual, critical);
    d.value.sd /= std::abs(more.mean);
    d.value.half_width /= std::abs(more.mean);
    d.value.mean = d.value.p10 = d.value.p50 = d.value.p90 = ratio;
    d.gain = std::numeric_limits<double>::quiet_NaN();
    return d;
}

std::vector<double> copy_of(std::span<const double> values) { return {values.begin(), values.end()}; }

}  // namespace

std::vector<Difference> differences(const Outcome& base, const Outcome& alternative, double alpha) {
    core::ensure(base.run.seed == alternative.run.seed && base.run.replications == alternative.run.replications,
                 "only replications of the same numbers can be paired");
    using Key = std::tuple<std::string, int, Level, std::string>;
    const auto column_of = [](const results::Run& run, const results::Row& row) -> const results::Column& {
        return run.columns[static_cast<std::size_t>(row.column)];
    };
    const auto key_of = [&](const results::Run& run, const results::Row& row) {
        return Key{column_of(run, row).name, row.year, row.level, row.id};
    };
    std::map<Key, std::size_t> rows;
    for (std::size_t k = 0; k < alternative.run.rows.size(); ++k)
        rows.emplace(key_of(alternative.run, alternative.run.rows[k]), k);

    CriticalT plain, critical(alpha);
    std::vector<Difference> all;
    std::map<std::string, Pair> totals;          // of the measures that add up, over years
    std::map<int, std::pair<Pair, Pair>> money;  // spending and beneficiaries by year; 0: of all
    for (std::size_t k = 0; k < base.run.rows.size(); ++k) {
        const results::Row& row = base.run.rows[k];
        const auto other = rows.find(key_of(base.run, row));
        if (other == rows.end()) continue;
        const results::Column& column = column_of(base.run, row);
        const Pair pair{&column,
                        row.year,
                        row.level,
                        row.id,
                        copy_of(base.samples.of(k)),
                        copy_of(alternative.samples.of(other->second))};
        all.push_back(difference_of(pair, plain, critical));
        if (row.level != Level::programme || std::find(additive.begin(), additive.end(), column.name) == additive.end())
            continue;
        Pair& total = totals[column.name];
        total.column = &column;
        total.base.resize(pair.base.size());
        total.alternative.resize(pair.base.size());
        for (std::size_t r = 0; r < pair.base.size(); ++r) {
            total.base[r] += pair.base[r];
            total.alternative[r] += pair.alternative[r];
        }
        if (column.name == "spending") money[row.year].first = pair;
        if (column.name == "beneficiaries") money[row.year].second = pair;
    }
    for (const char* name : additive) {
        if (totals.contains(name)) all.push_back(difference_of(totals.at(name), plain, critical));
    }
    money[0] = {totals["spending"], totals["beneficiaries"]};
    for (const auto& [year, pair] : money) {
        if (pair.first.base.empty() || pair.second.base.empty()) continue;
        if (auto d = marginal_cost_of(pair.first, pair.second, critical)) all.push_back(std::move(*d));
    }
    return all;
}

namespace {

// A scenario with its replications so far.
struct World {
    World(const scenario::Scenario& s, const Options& given, const Options& own)
        : scenario(s), blueprint(s), runner(blueprint, own, given.replications, measure::Keep::admissions) {}

    const scenario::Scenario& scenario;
    model::Blueprint blueprint;
    Runner runner;
    std::vector<FateCounts> fates;  // by replication, against the base
};

// The worlds go through each batch of replications one after another, the base first: what is kept of its enterprises
// is of one batch only.
class Comparer {
public:
    Comparer(const std::vector<scenario::Scenario>& scenarios, const Options& options) : options_(options) {
        worlds_.reserve(scenarios.size());
        own_.reserve(scenarios.size());
        for (std::size_t i = 0; i < scenarios.size(); ++i) {
            own_.push_back(options);
            if (options.progress) own_.back().progress = [this, i](int done, int) { tell(i, done); };
        }
        for (std::size_t i = 0; i < scenarios.size(); ++i)
            worlds_.push_back(std::make_unique<World>(scenarios[i], options, own_[i]));
        finished_.assign(scenarios.size(), 0);
    }

    Compared run() {
        bool is_whole = true, is_reached = !options_.precision;
        int n = 0;
        do {
            const int next = std::min({n == 0              ? first_batch
                                       : n < largest_batch ? 2 * n
                                                           : n + largest_batch,
                                       options_.replications});
            is_whole = extend(n, next);
            if (!is_whole) break;
            n = next;
            if (options_.precision) is_reached = is_precise();
        } while (n < options_.replications && !(options_.precision && is_reached));
        return {comparison_of(is_whole ? n : what_is_left(n)), is_reached, !is_whole};
    }

private:
    static constexpr int first_batch = 10, largest_batch = 40;

    void tell(std::size_t world, int done) {
        const std::scoped_lock lock(mutex_);
        finished_[world] = done;
        options_.progress(std::accumulate(finished_.begin(), finished_.end(), 0),
                          static_cast<int>(worlds_.size()) * options_.replications);
    }

    bool extend(int done, int upto) {
        base_admissions_.assign(static_cast<std::size_t>(upto - done), {});
        const auto keep = [&](int r, const measure::Replication& replication) {
            base_admissions_[static_cast<std::size_t>(r - done)] = replication.admissions();
        };
        World& base = *worlds_.front();
        const bool is_whole = base.runner.extend(upto, keep);
        base.runner.rest();
        if (!is_whole) return false;
        for (std::size_t i = 1; i < worlds_.size(); ++i) {
            World& world = *worlds_[i];
            world.fates.resize(static_cast<std::size_t>(upto));
            const auto compare = [&](int r, const measure::Replication& replication) {
                world.fates[static_cast<std::size_t>(r)] =
                    fates_of(base_admissions_[static_cast<std::size_t>(r - done)], replication.admissions());
            };
            const bool is_done = world.runner.extend(upto, compare);
            world.runner.rest();
            if (!is_done) return false;
        }
        return true;
    }

    // Interrupted after n whole replications: as many as all have, or else those alternatives that had their first
    // batch.
    [[nodiscard]] int what_is_left(int n) const {
        std::size_t of_all = worlds_.front()->runner.values().size();
        for (const auto& world : worlds_) of_all = std::min(of_all, world->runner.values().size());
        const int common = std::max(n, static_cast<int>(of_all));
        return common >= 2 ? common : std::min(first_batch, options_.replications);
    }

    [[nodiscard]] double alpha() const { return 0.05 / static_cast<double>(worlds_.size() - 1); }

    // Of each year's beneficiaries in every alternative.
    [[nodiscard]] bool is_precise() const {
        const Runner& base = worlds_.front()->runner;
        std::vector<std::size_t> watched;
        for (std::size_t i = 0; i < base.keys().size(); ++i) {
            const auto& k = base.keys()[i];
            if (k.month == 0 && k.level == results::Level::programme &&
                measure::catalogue()[static_cast<std::size_t>(k.column)].name == "beneficiaries")
                watched.push_back(i);
        }
        return std::all_of(worlds_.begin() + 1, worlds_.end(), [&](const auto& world) {
            return std::all_of(watched.begin(), watched.end(), [&](std::size_t i) {
                const auto& key = base.keys()[i];
                const auto& keys = world->runner.keys();
                const auto same = std::find_if(keys.begin(), keys.end(), [&](const auto& k) {
                    return k.column == key.column && k.year == key.year && k.month == 0 && k.level == key.level;
                });
                if (same == keys.end()) return true;  // no such year there
                const auto a = column_of(base.values(), i);
                auto paired = column_of(world->runner.values(), static_cast<std::size_t>(same - keys.begin()));
                for (std::size_t r = 0; r < paired.size(); ++r) paired[r] -= a[r];
                const auto e = estimate(paired, alpha() / static_cast<double>(watched.size()));
                return e.half_width <= *options_.precision * estimate(a).mean;
            });
        });
    }

    // Of the first n replications; of those alternatives that have as many.
    results::Comparison comparison_of(int n) const {
        const auto size = static_cast<std::size_t>(n);
        const auto outcome = [&](const World& w) {
            return outcome_of(w.scenario, w.runner.keys(), Values(w.runner.values()).first(size), options_.seed);
        };
        const World& first = *worlds_.front();
        results::Comparison comparison;
        if (first.runner.values().size() < size) return comparison;
        Outcome base = outcome(first);
        for (std::size_t i = 1; i < worlds_.size(); ++i) {
            const World& world = *worlds_[i];
            if (world.runner.values().size() < size) break;
            Outcome alternative = outcome(world);
            results::Alternative a;
            for (const auto& c : scenario::changes(first.scenario, world.scenario))
                a.changes.push_back({c.path, c.from, c.to});
            a.differences = differences(base, alternative, alpha());
            a.fates = estimate_fates(std::span(world.fates).first(size), alpha());
            a.run = std::move(alternative.run);
            a.run.series.clear();
            comparison.alternatives.push_back(std::move(a));
        }
        comparison.base = std::move(base.run);
        comparison.base.series.clear();
        return comparison;
    }

    const Options& options_;
    std::vector<Options> own_;
    std::vector<std::unique_ptr<World>> worlds_;
    std::vector<std::vector<measure::Admission>> base_admissions_;  // by replication of the batch
    std::vector<int> finished_;                                     // by world
    std::mutex mutex_;
};

}  // namespace

Compared compare(const std::vector<scenario::Scenario>& scenarios, const Options& options) {
    return Comparer(scenarios, options).run();
}

}  // namespace aforo::experiment
