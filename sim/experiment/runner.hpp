// Replications of one scenario over threads. Private to the module.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "aforo/experiment/experiment.hpp"
#include "aforo/measure/replication.hpp"

namespace aforo::experiment {

// Each thread owns whole replications, so only their index is shared: the same values whatever the threads.
class Runner {
public:
    // Told after each replication, by the thread that ran it: its index, and what it has left.
    using After = std::function<void(int, const measure::Replication&)>;

    // Both must outlive the runner. Progress is told of `most` replications.
    Runner(const model::Blueprint& blueprint, const Options& options, int most,
           measure::Keep keep = measure::Keep::measures)
        : blueprint_(blueprint), options_(options), most_(most), keep_(keep) {}

    // Runs the replications from those done up to `upto`. False when it was stopped: values() then holds what was
    // finished without a gap.
    bool extend(int upto, const After& after = {});
    // Gives the memory of its programmes back until it is extended again.
    void rest() { workers_.clear(); }

    [[nodiscard]] const std::vector<std::vector<double>>& values() const { return values_; }  // by replication
    [[nodiscard]] const std::vector<measure::Key>& keys() const { return keys_; }
    [[nodiscard]] const std::vector<results::LedgerMonth>& ledger() const { return ledger_; }  // of replication 0

private:
    struct Shared;
    void work(Shared& shared, measure::Replication& replication) const;

    const model::Blueprint& blueprint_;
    const Options& options_;
    const int most_;
    const measure::Keep keep_;
    std::vector<std::unique_ptr<measure::Replication>> workers_;
    std::vector<std::vector<double>> values_;
    std::vector<measure::Key> keys_;
    std::vector<results::LedgerMonth> ledger_;
};

}  // namespace aforo::experiment
