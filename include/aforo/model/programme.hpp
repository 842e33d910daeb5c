// The programme: one replication from the first day to the last. Pure: no files, threads, clock or environment.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "aforo/model/blueprint.hpp"
#include "aforo/model/facts.hpp"

namespace aforo::model {

// Asked now and then within a replication; true ends it.
using Stop = std::function<bool()>;
// Thrown out of a replication that was told to stop: what it has told so far is of no use.
struct Stopped {};

class Programme {
public:
    // Both must outlive the programme.
    Programme(const Blueprint& blueprint, Observer& observer);
    ~Programme();

    // Runs a replication from empty, telling its facts. Keeps memory for the next. Throws BrokenInvariant, with the
    // simulated time, when something does not add up: checked at every posting and, for enterprises, at the end.
    // Throws Stopped when `stop` says so, within some milliseconds; the programme can then run others.
    void run(std::uint64_t seed, std::uint32_t replication, const Stop& stop = {});

    [[nodiscard]] std::uint64_t events() const;  // handled in the latest replication

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aforo::model
