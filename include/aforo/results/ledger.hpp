// The ledger of one replication, posting by posting: plain rows, in the order of time.
#pragma once

#include <cstdint>

#include "aforo/core/money.hpp"
#include "aforo/core/time.hpp"

namespace aforo::results {

// Words are identifiers of the model: components (results/components.hpp), accounts (available, paid …)
// and entries (plan, transfer …). Static texts.
struct LedgerLine {
    core::Time at;
    int year = 0;  // fiscal
    const char* component = "";
    const char* from = "";
    const char* to = "";
    core::Money amount;
    const char* entry = "";
    int centre = 0;                // permanent id of the main centre that it is about; 0: of none
    std::uint64_t enterprise = 0;  // key; 0: of none
};

}  // namespace aforo::results
