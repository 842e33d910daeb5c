// Turns a finished calibration into results.
#pragma once

#include <string>
#include <vector>

#include "aforo/experiment/calibrate.hpp"

namespace aforo::experiment {

// `at` is the solution as it is written. `before` and `after` are samples of all figures on fresh replications, of the
// scenario as it was and as fitted; `exhausted` lists the components whose funds ran out, by replication of the latter.
[[nodiscard]] results::Calibration result_of(const CalibrationProblem& problem, const Solution& solution,
                                             const Point& at, const Sample& before, const Sample& after,
                                             const std::vector<std::vector<std::string>>& exhausted);

}  // namespace aforo::experiment
