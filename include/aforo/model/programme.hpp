// One replication of the programme, from the first day to the last. Pure: no files, threads, clock or environment.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "aforo/model/blueprint.hpp"
#include "aforo/model/facts.hpp"

namespace aforo::model {

// Called now and then within a replication; returning true ends it.
using Stop = std::function<bool()>;
// Thrown when a replication was told to stop; the facts that it has told are then of no use.
struct Stopped {};

class Programme {
public:
    // Both arguments must outlive this object.
    Programme(const Blueprint& blueprint, Observer& observer);
    ~Programme();

    // Runs a replication from an empty programme, telling its facts. Memory is kept for the next run. Throws
    // BrokenInvariant, with the simulated time, when an invariant fails: money is checked at every posting, enterprises
    // at the end. Throws Stopped within milliseconds after `stop` returns true; other replications can then be run.
    void run(std::uint64_t seed, std::uint32_t replication, const Stop& stop = {});

    [[nodiscard]] std::uint64_t events() const;  // handled in the latest replication

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aforo::model
