// One replication with its measures: the programme observed by all probes.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "aforo/measure/probe.hpp"
#include "aforo/model/programme.hpp"

namespace aforo::measure {

// An admission in the measured years.
struct Admission {
    std::uint64_t key = 0;  // key of the enterprise
    core::Date day{};
    std::uint8_t plan = 0;  // number of the enterprise's plan, from 1, run-in included
    std::uint8_t type = 0;  // see type_of()
};

// What is kept of a replication besides its measures.
enum class Keep { measures, admissions };

// Owns a Programme and its probes; one thread uses it for one replication after another.
class Replication {
public:
    explicit Replication(const model::Blueprint& blueprint, Keep keep = Keep::measures);
    ~Replication();

    // The measures of replication `index`, in the order of keys(). Valid until the next call. Throws model::Stopped
    // when `stop` says so.
    const std::vector<double>& run(std::uint64_t seed, std::uint32_t index, const model::Stop& stop = {});
    [[nodiscard]] const std::vector<Key>& keys() const;
    // The admissions of the latest replication in the order of keys; empty unless they are kept.
    [[nodiscard]] const std::vector<Admission>& admissions() const;
    // The accounts of replication 0 by month: what each received and gave. Empty until that replication was run.
    [[nodiscard]] std::vector<results::LedgerMonth> ledger() const;
    [[nodiscard]] std::uint64_t events() const;  // handled in the latest replication

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aforo::measure
