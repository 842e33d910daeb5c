// One replication, measured: the programme with all its probes.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "aforo/measure/probe.hpp"
#include "aforo/model/programme.hpp"

namespace aforo::measure {

// Owns a Programme and its probes; used for one replication after another by one thread.
class Replication {
public:
    explicit Replication(const model::Blueprint& blueprint);
    ~Replication();

    // The measures of replication `index`, in the order of keys(). Valid until the next call.
    const std::vector<double>& run(std::uint64_t seed, std::uint32_t index);
    [[nodiscard]] const std::vector<Key>& keys() const;
    [[nodiscard]] std::uint64_t events() const;  // handled in the latest replication

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aforo::measure
