// Runs replications of a scenario in threads, up to a number or a precision, and computes their statistics.
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

// Stores the finished items of a study (study.hpp) as they end, and returns them when the study is resumed.
class Archive {
public:
    virtual ~Archive() = default;

    struct Found {
        std::vector<measure::Key> keys;           // of what is kept; empty when nothing is stored
        std::vector<std::vector<double>> values;  // by replication; empty for those not stored
    };
    // Announces each contender, with its digest, in the order of their indices, before anything of it is put.
    [[nodiscard]] virtual Found open(std::size_t contender, const std::string& digest) = 0;
    // Called by one thread at a time. The keys are the same for all replications of a contender.
    virtual void put(std::size_t contender, int replication, const std::vector<measure::Key>& keys,
                     std::span<const double> values) = 0;
};

class Team;

struct Options {
    std::uint64_t seed = 1;
    int replications = 40;            // the number; with a precision, the most
    std::optional<double> precision;  // wanted relative half-width of every year's beneficiaries
    int threads = 0;                  // 0: as many as the machine has cores
    // Called now and then, by one thread at a time, with the replications done and the total.
    std::function<void(int, int)> progress;
    // Called by all threads, also within replications; returning true ends the experiment with the finished
    // replications.
    std::function<bool()> stop;
    Archive* archive = nullptr;
    Team* team = nullptr;  // other processes that take part (team.hpp); threads do not count then
    // The pesos that all money is told in, for all scenarios alike. Values are converted as a study takes them in,
    // replication by replication and year by year; what is simulated and archived is not.
    core::Pesos prices = {};
    // Replication i takes the numbers of replication first + i * step: shares of one study that are simulated apart.
    int first = 0, step = 1;
    bool keeps_everything = false;          // also of experiments that need less of a replication
    std::vector<std::string> digests = {};  // of the given scenarios, where already known

    [[nodiscard]] std::string digest_of(std::size_t scenario) const {
        return scenario < digests.size() ? digests[scenario] : "";
    }
};

struct Outcome {
    results::Run run;
    results::Samples samples;  // every replication's yearly and monthly values
    bool precision_reached = true;
    bool interrupted = false;
};

// Results depend only on scenario and seed, not on threads: replication r has its own random numbers, and results are
// reduced in index order. Precision is checked after 10, 20, 40, 80 … replications.
[[nodiscard]] Outcome run(const scenario::Scenario& scenario, const Options& options);

// The same run with its money in other pesos, by the index that it holds, which must lead there: the bits of a run that
// was asked for them, where it is in those of its scenario.
void tell_in(const core::Pesos& pesos, Outcome& outcome);

}  // namespace aforo::experiment
