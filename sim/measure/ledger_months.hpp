// The ledger of a replication summed by month, component and account. Private to the module.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "aforo/measure/ledger.hpp"
#include "aforo/measure/probe.hpp"

namespace aforo::measure {

class LedgerMonths {
public:
    explicit LedgerMonths(const Frame& frame) : frame_(frame) {}

    void restart();
    void add(const model::PostingFact& f);
    // The sums of the measured years, without months in which an account had no posting.
    [[nodiscard]] std::vector<results::LedgerMonth> months() const;

private:
    struct Sums {
        std::int64_t received = 0, given = 0;
    };
    using Accounts = std::array<Sums, account_names.size()>;
    using Month = std::array<Accounts, model::components.size()>;

    const Frame& frame_;
    std::vector<Month> months_;  // from January of the first measured year
};

}  // namespace aforo::measure
