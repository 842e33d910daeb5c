// The bytes of memory and the events that simulating a scenario takes, computed from the scenario alone before anything
// is run. Estimates are upper bounds within a factor of a few (tests/experiment compares them with use).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "aforo/scenario/scenario.hpp"

namespace aforo::experiment {

struct Needs {
    // The bytes that one key causes.
    struct Part {
        std::string path;
        double shared = 0;       // independent of the number of threads
        double each_thread = 0;  // of a running replication
    };
    std::vector<Part> parts;
    double copy = 0;     // bytes of the scenario itself
    double kept = 0;     // of one more such scenario whose values are kept for comparison
    double events = 0;   // of one replication
    double seconds = 0;  // of one replication, on a typical processor

    [[nodiscard]] double bytes(int threads) const;
    [[nodiscard]] const Part& largest() const;
};

// The bytes of one point of a grid with so many axes: its scenario, its headlines, the differences of its steps, and
// what reports say of them.
[[nodiscard]] double bytes_of_point(const scenario::Scenario& s, std::size_t axes, double replications);

// For a number of replications whose values are all kept.
[[nodiscard]] Needs needs_of(const scenario::Scenario& s, double replications);

}  // namespace aforo::experiment
