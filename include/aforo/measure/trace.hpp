// The life of one enterprise in one replication, fact by fact; it is the same every time.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "aforo/model/blueprint.hpp"
#include "aforo/model/facts.hpp"

namespace aforo::measure {

struct TraceStep {
    model::FactKind kind;
    model::Time at;
    model::Enterprise who;  // a copy from the moment of the fact
};

struct Trace {
    std::uint64_t key = 0;
    std::vector<TraceStep> steps;               // in order of time; empty when no enterprise has that key
    std::optional<model::OutcomeFact> outcome;  // of the latest graduation; `who` is not valid
};

// The permanent key of the n-th arrival (from 1) of the replication; nothing when fewer arrive.
[[nodiscard]] std::optional<std::uint64_t> key_of_arrival(const model::Blueprint& blueprint, std::uint64_t seed,
                                                          std::uint32_t replication, std::uint64_t n);

[[nodiscard]] Trace trace(const model::Blueprint& blueprint, std::uint64_t seed, std::uint32_t replication,
                          std::uint64_t key);

}  // namespace aforo::measure
