// What a calibration has come to, as the results of it.
#pragma once

#include <string>
#include <vector>

#include "aforo/experiment/calibrate.hpp"

namespace aforo::experiment {

// `at`: the solution as it is written. Samples of all figures on fresh replications, of the scenario as it was and as
// it was fitted; of the latter, by replication, the components whose funds ran out.
[[nodiscard]] results::Calibration result_of(const CalibrationProblem& problem, const Solution& solution,
                                             const Point& at, const Sample& before, const Sample& after,
                                             const std::vector<std::vector<std::string>>& exhausted);

}  // namespace aforo::experiment
