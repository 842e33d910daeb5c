// Whether what is claimed of a difference comes out.
#pragma once

#include "aforo/results/results.hpp"
#include "aforo/scenario/claim.hpp"

namespace aforo::experiment {

// Of a paired difference, whatever family its own interval is of: a rise or a fall exceeds its error, unchanged is
// equal in every replication, and what cannot be told lies within an interval of 99.9 %, as of many such claims one in
// twenty would fall outside that of 95 %.
[[nodiscard]] bool holds(scenario::Claim::What what, const results::Difference& difference);

// Whether a figure may lie between the bounds: some of its interval of 99.9 % does.
[[nodiscard]] bool is_between(const results::Estimate& figure, double low, double high);

}  // namespace aforo::experiment
