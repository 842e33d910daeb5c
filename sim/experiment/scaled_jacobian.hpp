// The Jacobian of a calibration in tolerances of the aims and ranges of the unknowns, and what it identifies.
#pragma once

#include <Eigen/SVD>
#include <vector>

#include "aforo/experiment/solver.hpp"

namespace aforo::experiment {

struct Scaled {
    Eigen::MatrixXd slope, error;  // tolerances per range, by aim and unknown
};
[[nodiscard]] Scaled scaled(const Jacobian& j, const std::vector<double>& tolerances,
                            const std::vector<Unknown>& unknowns);

// Its singular values, with those that identify nothing marked: moving through the whole range along their direction
// changes the aims by less than a tolerance, or by less than twice the standard error.
struct Decomposed {
    Eigen::JacobiSVD<Eigen::MatrixXd> svd;
    std::vector<bool> is_identified;  // by singular value

    explicit Decomposed(const Scaled& j);
    [[nodiscard]] Eigen::MatrixXd inverse() const;  // pseudo-inverse of the identified part [Moore, Penrose]
};

// The step, in parts of ranges, that removes the residual and passes no bound: an unknown that would pass one stops at
// it, the farthest first, and the others compensate.
[[nodiscard]] Eigen::VectorXd projected_step(const Scaled& j, const Eigen::VectorXd& residual,
                                             const Eigen::VectorXd& at);

}  // namespace aforo::experiment
