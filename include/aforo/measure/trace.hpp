// The life of one enterprise in one replication, fact by fact: the same life every time.
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
    model::Enterprise who;  // as it was told
};

struct Trace {
    std::uint64_t key = 0;
    std::vector<TraceStep> steps;               // in order of time; empty when nobody has that key
    std::optional<model::OutcomeFact> outcome;  // of the latest graduation; `who` is not valid
};

// The permanent key of the n-th enterprise to arrive (from 1) in the replication; nothing when fewer arrive.
[[nodiscard]] std::optional<std::uint64_t> key_of_arrival(const model::Blueprint& blueprint, std::uint64_t seed,
                                                          std::uint32_t replication, std::uint64_t n);

[[nodiscard]] Trace trace(const model::Blueprint& blueprint, std::uint64_t seed, std::uint32_t replication,
                          std::uint64_t key);

}  // namespace aforo::measure
