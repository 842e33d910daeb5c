// Statistics over replications.
#pragma once

#include <span>
#include <vector>

#include "aforo/results/results.hpp"

namespace aforo::experiment {

// The quantile at p of Student's t with `freedom` degrees of freedom.
[[nodiscard]] double student_t(double p, double freedom);

// t_{n−1,1−α/2} by n. Each is computed once, as it takes longer than the rest of an estimate.
class CriticalT {
public:
    explicit CriticalT(double alpha = 0.05) : alpha_(alpha) {}
    [[nodiscard]] double operator()(std::size_t n);

private:
    double alpha_;
    std::vector<double> known_;  // by n; 0: not computed yet
};

// to − from, but 0 if that is within the rounding of the two, as shares of the same pesos may differ in their last
// bits. Undefined where either is.
[[nodiscard]] double difference(double from, double to);

// Mean, spread, half-width of the (1 − alpha) confidence interval t_{n−1,1−α/2} S/√n [Law, Simulation Modeling and
// Analysis, 9.4] and range of futures, of the defined values (not NaN). What fewer than two values do not determine is
// undefined.
[[nodiscard]] results::Estimate estimate(std::span<const double> values, double alpha = 0.05);
[[nodiscard]] results::Estimate estimate(std::span<const double> values, CriticalT& critical);

}  // namespace aforo::experiment
