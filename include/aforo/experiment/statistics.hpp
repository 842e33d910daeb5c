// Statistics over replications.
#pragma once

#include <span>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::experiment {

// Quantile of Student's t with `freedom` degrees.
[[nodiscard]] double student_t(double p, double freedom);

// t_{n−1,1−α/2} by n: each is worked out once, as it takes longer than all the rest of an estimate.
class CriticalT {
public:
    explicit CriticalT(double alpha = 0.05) : alpha_(alpha) {}
    [[nodiscard]] double operator()(std::size_t n);

private:
    double alpha_;
    std::vector<double> known_;  // by n; 0: not yet
};

// to − from, or 0 where it is no more than the rounding of the two: shares of the same pesos may differ in their last
// bits. Undefined where either is.
[[nodiscard]] double difference(double from, double to);

// Mean, spread, half-width of the (1 − alpha) confidence interval t_{n−1,1−α/2} S/√n [Law, Simulation Modeling and
// Analysis, 9.4] and range of futures, of the values that are defined (not NaN). What fewer than two of them do not
// tell is undefined.
[[nodiscard]] results::Estimate estimate(std::span<const double> values, double alpha = 0.05);
[[nodiscard]] results::Estimate estimate(std::span<const double> values, CriticalT& critical);

}  // namespace aforo::experiment
