// Why a figure is not last month's: what two finished runs differ by. It sees their results only, so that it tells runs
// of other versions and of scenarios that are gone.
#pragma once

#include "aforo/results/run_difference.hpp"

namespace aforo::experiment {

// Inputs by the assumptions that the runs store; results by the yearly measures of the programme and its components.
// Paired by replication where seed and replications are the same, which is right whatever else differs: the pairs are
// independent of each other. Otherwise of two independent samples whose spreads may differ, with the interval of Welch
// [1947] and the degrees of freedom of Satterthwaite [1946]. All intervals together hold with 95 %.
// Leaves the sides' folders and manifests to who has them.
[[nodiscard]] results::RunDifference difference_of_runs(const results::Run& from, const results::Samples& from_samples,
                                                        const results::Run& to, const results::Samples& to_samples);

}  // namespace aforo::experiment
