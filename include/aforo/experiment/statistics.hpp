// Statistics over replications.
#pragma once

#include <span>

#include "aforo/results/results.hpp"

namespace aforo::experiment {

// Quantile of Student's t with `freedom` degrees.
[[nodiscard]] double student_t(double p, double freedom);

// Mean, spread, half-width of the (1 − alpha) confidence interval t_{n−1,1−α/2} S/√n [Law, Simulation Modeling and
// Analysis, 9.4] and range of futures, of the values that are defined (not NaN).
[[nodiscard]] results::Estimate estimate(std::span<const double> values, double alpha = 0.05);

}  // namespace aforo::experiment
