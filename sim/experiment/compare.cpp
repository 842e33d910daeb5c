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
            const int next = std::min({n == 0 ? first_batch : n < largest_batch ? 2 * n : n + largest_batch,
                                       options_.replications});
            is_whole = extend(n, next);
            if (!is_whole) break;
            n = next;
            if (options_.precision) is_reached = is_precise();
        } while (n < options_.replications && !(options_.precision && is_reached));
        return {comparison_of(n > 0 ? n : std::min(first_batch, options_.replications)), is_reached, !is_whole};
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
        const Outcome base = outcome(first);
        comparison.scenario = base.run.scenario;
        comparison.digest = base.run.digest;
        comparison.seed = options_.seed;
        comparison.replications = n;
        comparison.years = base.run.years;
        comparison.planned = base.run.planned;
        for (std::size_t i = 1; i < worlds_.size(); ++i) {
            const World& world = *worlds_[i];
            if (world.runner.values().size() < size) break;
            const Outcome alternative = outcome(world);
            results::Alternative a{alternative.run.scenario, alternative.run.digest, {}, {}, {}};
            for (const auto& c : scenario::changes(first.scenario, world.scenario))
                a.changes.push_back({c.path, c.from, c.to});
            a.differences = differences(base, alternative, alpha());
            a.fates = estimate_fates(std::span(world.fates).first(size), alpha());
            comparison.alternatives.push_back(std::move(a));
        }
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
