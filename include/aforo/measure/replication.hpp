// One replication, measured: the programme with all its probes.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "aforo/measure/probe.hpp"
#include "aforo/model/programme.hpp"

namespace aforo::measure {

// An admission of the measured years.
struct Admission {
    std::uint64_t key = 0;  // of the enterprise
    core::Date day{};
    std::uint8_t plan = 0;  // which of its plans: 1 for the first of all, run-in included
    std::uint8_t type = 0;  // see type_of()
};

// What is kept of a replication beside its measures.
enum class Keep { measures, admissions };

// Owns a Programme and its probes; used for one replication after another by one thread.
class Replication {
public:
    explicit Replication(const model::Blueprint& blueprint, Keep keep = Keep::measures);
    ~Replication();

    // The measures of replication `index`, in the order of keys(). Valid until the next call. Throws model::Stopped
    // when `stop` says so.
    const std::vector<double>& run(std::uint64_t seed, std::uint32_t index, const model::Stop& stop = {});
    [[nodiscard]] const std::vector<Key>& keys() const;
    // Of the latest replication, in the order of keys; empty unless they are kept.
    [[nodiscard]] const std::vector<Admission>& admissions() const;
    // The accounts of replication 0, once it was run: what each received and gave by month. Empty before.
    [[nodiscard]] std::vector<results::LedgerMonth> ledger() const;
    [[nodiscard]] std::uint64_t events() const;  // handled in the latest replication

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace aforo::measure
