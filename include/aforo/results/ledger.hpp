// The ledger of one replication, posting by posting, as plain rows in order of time.
#pragma once

#include <cstdint>

#include "aforo/core/money.hpp"
#include "aforo/core/time.hpp"

namespace aforo::results {

// The texts are identifiers of the model with static lifetime: components (results/components.hpp), accounts
// (available, paid …) and entries (plan, transfer …).
struct LedgerLine {
    core::Time at;
    int year = 0;  // fiscal
    const char* component = "";
    const char* from = "";
    const char* to = "";
    core::Money amount;
    const char* entry = "";
    int centre = 0;                // permanent id of the main centre concerned; 0: none
    std::uint64_t enterprise = 0;  // its key; 0: none
};

}  // namespace aforo::results
