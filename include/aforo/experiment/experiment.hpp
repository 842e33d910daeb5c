// Replications of a scenario, in threads, to a number or to a precision, and their statistics.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aforo/measure/probe.hpp"
#include "aforo/results/results.hpp"
#include "aforo/scenario/scenario.hpp"

namespace aforo::experiment {

// Where the finished items of a study (study.hpp) go as they end, and come from when it is taken up again.
class Archive {
public:
    virtual ~Archive() = default;

    struct Found {
        std::vector<measure::Key> keys;           // of what is kept; empty when there is nothing
        std::vector<std::vector<double>> values;  // by replication; empty where it is not there
    };
    // Told of each contender, by its digest, in the order of their indices, before anything of it is put.
    [[nodiscard]] virtual Found open(std::size_t contender, const std::string& digest) = 0;
    // From one thread at a time. The keys are the same for all replications of a contender.
    virtual void put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
                     std::span<const double> values) = 0;
};

struct Options {
    std::uint64_t seed = 1;
    int replications = 40;            // or, with a precision, at most this many
    std::optional<double> precision;  // relative half-width wanted for the beneficiaries of every year
    int threads = 0;                  // 0: as many as the machine has
    // Told now and then, from any one thread at a time: replications done, of how many.
    std::function<void(int, int)> progress;
    // Asked by all threads, within replications too; true ends the experiment with those finished in index order.
    std::function<bool()> stop;
    Archive* archive = nullptr;
    // That all money is told in, of all scenarios alike: values are converted as a study takes them in, replication by
    // replication and year by year; what is simulated and what is archived is not.
    core::Pesos prices = {};
    std::vector<std::string> digests = {};  // of the scenarios that are given, where they are known already

    [[nodiscard]] std::string digest_of(std::size_t scenario) const {
        return scenario < digests.size() ? digests[scenario] : "";
    }
};

struct Outcome {
    results::Run run;
    results::Samples samples;  // every replication's values, yearly and monthly
    bool precision_reached = true;
    bool interrupted = false;
};

// The same results for the same scenario and seed, whatever the threads: replication r has its own numbers, and results
// are reduced in index order. Precision is looked at after 10, 20, 40, 80 … replications.
[[nodiscard]] Outcome run(const scenario::Scenario& scenario, const Options& options);

// The same run with its money in other pesos, by the index that it holds, which must lead there: the bits of a run that
// was asked for them, where it is in those of its scenario.
void tell_in(const core::Pesos& pesos, Outcome& outcome);

}  // namespace aforo::experiment
