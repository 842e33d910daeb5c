// What simulating a scenario takes, by arithmetic on the scenario alone, before anything of it is taken: bytes of
// memory and events. Estimates from above, within a factor of a few (tests/experiment holds them against what is used).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "aforo/scenario/scenario.hpp"

namespace aforo::experiment {

struct Needs {
    // Bytes, by the key that asks for them.
    struct Part {
        std::string path;
        double shared = 0;       // whatever the threads
        double each_thread = 0;  // of one replication in course
    };
    std::vector<Part> parts;
    double copy = 0;     // bytes of the scenario itself
    double kept = 0;     // bytes of one more such scenario whose values are held for comparison
    double events = 0;   // of one replication
    double seconds = 0;  // of one replication, on a usual processor

    [[nodiscard]] double bytes(int threads) const;
    [[nodiscard]] const Part& largest() const;
};

// Bytes that one point of a grid with so many axes takes: its scenario, its headlines, what a step along each axis is
// worth, and what reports say of them.
[[nodiscard]] double bytes_of_point(const scenario::Scenario& s, std::size_t axes, double replications);

// Of so many replications whose values are all kept.
[[nodiscard]] Needs needs_of(const scenario::Scenario& s, double replications);

}  // namespace aforo::experiment
