// aforo run --trace: the life of one enterprise, fact by fact, with dates.
#pragma once

#include <cstdint>
#include <string>

#include "common.hpp"

namespace aforo::cli {

// `whom` is a number n (the n-th arrival of the whole simulation) or a permanent key (0x…).
[[nodiscard]] int print_trace(const scenario::Scenario& scenario, const std::string& whom, std::uint64_t seed,
                              std::uint32_t replication, core::Lang lang);

}  // namespace aforo::cli
