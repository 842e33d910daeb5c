#include "aforo/experiment/experiment.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <thread>

#include "aforo/experiment/statistics.hpp"
#include "aforo/measure/replication.hpp"
#include "describe_run.hpp"

namespace aforo::experiment {

namespace {

// Runs replications [done, upto) over the threads; each owns whole replications, so only the index is shared.
class Runner {
public:
    Runner(const model::Blueprint& blueprint, const Options& options, int most)
        : options_(options), most_(most), workers_(worker_count(options, most)) {
        for (std::size_t w = 0; w < workers_; ++w)
            replications_.push_back(std::make_unique<measure::Replication>(blueprint));
    }

    // False when it was stopped; values() then holds what was finished without a gap.
    bool extend(int upto) {
        values_.resize(static_cast<std::size_t>(upto));
        next_ = done_;
        std::vector<std::thread> threads;
        for (std::size_t w = 1; w < workers_; ++w) threads.emplace_back([this, w, upto] { work(w, upto); });
        work(0, upto);
        for (auto& t : threads) t.join();
        if (error_) std::rethrow_exception(error_);
        while (done_ < upto && !values_[static_cast<std::size_t>(done_)].empty()) ++done_;
        values_.resize(static_cast<std::size_t>(done_));
        return done_ == upto;
    }

    [[nodiscard]] const std::vector<std::vector<double>>& values() const { return values_; }
    // Of any worker that has run: the first may have come too late for all of them.
    [[nodiscard]] const std::vector<measure::Key>& keys() const {
        const auto ran =
            std::find_if(replications_.begin(), replications_.end(), [](const auto& r) { return !r->keys().empty(); });
        return (ran == replications_.end() ? replications_.front() : *ran)->keys();
    }

private:
    static std::size_t worker_count(const Options& o, int most) {
        const auto wanted =
            o.threads > 0 ? static_cast<unsigned>(o.threads) : std::max(1u, std::thread::hardware_concurrency());
        return std::min(wanted, static_cast<unsigned>(std::max(1, most)));
    }

    void work(std::size_t worker, int upto) {
        try {
            for (int r = next_++; r < upto && !stopped_; r = next_++) {
                values_[static_cast<std::size_t>(r)] =
                    replications_[worker]->run(options_.seed, static_cast<std::uint32_t>(r));
                finished();
            }
        } catch (...) {
            const std::scoped_lock lock(mutex_);
            error_ = std::current_exception();
            stopped_ = true;
        }
    }

    void finished() {
        const std::scoped_lock lock(mutex_);
        ++finished_;
        if (options_.progress) options_.progress(finished_, most_);
        if (options_.stop && options_.stop()) stopped_ = true;
    }

    const Options& options_;
    const int most_;
    const std::size_t workers_;
    std::vector<std::unique_ptr<measure::Replication>> replications_;
    std::vector<std::vector<double>> values_;  // by replication
    std::atomic<int> next_ = 0;
    std::atomic<bool> stopped_ = false;
    int done_ = 0, finished_ = 0;
    std::mutex mutex_;
    std::exception_ptr error_;
};

std::vector<double> column_of(const std::vector<std::vector<double>>& values, std::size_t i) {
    std::vector<double> v(values.size());
    for (std::size_t r = 0; r < values.size(); ++r) v[r] = values[r][i];
    return v;
}

// δ(n)/|X̄| ≤ γ/(1 + γ) for the beneficiaries of each year, at α/c each for c years [Law, 9.4.1, 9.7].
bool is_precise(const Runner& runner, double gamma) {
    const auto& columns = measure::catalogue();
    std::vector<std::size_t> watched;
    for (std::size_t i = 0; i < runner.keys().size(); ++i) {
        const auto& k = runner.keys()[i];
        if (k.level == results::Level::programme && columns[static_cast<std::size_t>(k.column)].name == "beneficiaries")
            watched.push_back(i);
    }
    return std::all_of(watched.begin(), watched.end(), [&](std::size_t i) {
        const auto e = estimate(column_of(runner.values(), i), 0.05 / static_cast<double>(watched.size()));
        return e.half_width <= gamma / (1 + gamma) * std::abs(e.mean);
    });
}

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

void reduce(const Runner& runner, results::Run& run, results::Samples& samples) {
    run.columns = measure::catalogue();
    run.replications = static_cast<int>(runner.values().size());
    const auto& keys = runner.keys();
    samples = {keys.size(), runner.values().size(), {}};
    samples.values.reserve(samples.keys * samples.replications);
    CriticalT critical;
    for (const measure::Key* key : in_order(keys)) {
        const auto& k = *key;
        const auto values = column_of(runner.values(), static_cast<std::size_t>(key - keys.data()));
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

Outcome run(const scenario::Scenario& scenario, const Options& options) {
    const model::Blueprint blueprint(scenario);
    Runner runner(blueprint, options, options.replications);
    Outcome outcome;
    if (!options.precision) {
        outcome.interrupted = !runner.extend(options.replications);
    } else {
        outcome.precision_reached = false;
        for (int n = std::min(10, options.replications); !outcome.precision_reached;
             n = std::min(2 * n, options.replications)) {
            outcome.interrupted = !runner.extend(n);
            if (outcome.interrupted) break;
            outcome.precision_reached = n > 1 && is_precise(runner, *options.precision);
            if (n == options.replications) break;
        }
    }
    describe_scenario(scenario, outcome.run);
    outcome.run.seed = options.seed;
    reduce(runner, outcome.run, outcome.samples);
    summarise_limits(outcome.run);
    return outcome;
}

}  // namespace aforo::experiment
