// The ledger of one replication, as the model itself tells its postings.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "aforo/model/blueprint.hpp"
#include "aforo/model/programme.hpp"
#include "aforo/results/ledger.hpp"

namespace aforo::measure {

// The words for model::Account and model::Entry, in the order of their values.
inline constexpr std::array account_names = {"appropriated", "transferred", "overrun", "available",     "committed",
                                             "paid",         "returned",    "cut",     "earlier_years", "treasury"};
inline constexpr std::array entry_names = {"appropriation", "fixed_cost",     "attention", "plan", "plan_balance",
                                           "alliance",      "administration", "transfer",  "cut",  "dropout_return",
                                           "overrun",       "year_end",       "executed"};

// Runs replication `index` again and keeps every posting, run-in included. Throws model::Stopped when `stop` says so.
[[nodiscard]] std::vector<results::LedgerLine> ledger_of(const model::Blueprint& blueprint, std::uint64_t seed,
                                                         std::uint32_t index, const model::Stop& stop = {});

}  // namespace aforo::measure
