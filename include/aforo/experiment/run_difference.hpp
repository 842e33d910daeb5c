// How two finished runs differ. It uses only their results, so it also compares runs of other versions and of scenarios
// that no longer exist.
#pragma once

#include "aforo/results/run_difference.hpp"

namespace aforo::experiment {

// Inputs are compared by the assumptions that the runs store; results by the yearly measures of the programme and its
// components. Results are paired by replication if seed and number of replications are equal, which is valid whatever
// else differs, as pairs are independent of each other. Otherwise they are two independent samples with different
// spreads: the interval of Welch [1947] with Satterthwaite's degrees of freedom [1946]. All intervals hold together
// with 95 %. The folders and manifests of the two sides are left for the caller to fill in.
[[nodiscard]] results::RunDifference difference_of_runs(const results::Run& from, const results::Samples& from_samples,
                                                        const results::Run& to, const results::Samples& to_samples);

}  // namespace aforo::experiment
