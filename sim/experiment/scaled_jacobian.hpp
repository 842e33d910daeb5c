// The Jacobian of a calibration in tolerances of its aims and ranges of its unknowns, and what is identified in it.
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

// Its singular values, cut where nothing is identified: a direction that through the whole of its ranges changes the
// aims by less than a tolerance, or by less than twice its standard error.
struct Decomposed {
    Eigen::JacobiSVD<Eigen::MatrixXd> svd;
    std::vector<bool> is_identified;  // by singular value

    explicit Decomposed(const Scaled& j);
    [[nodiscard]] Eigen::MatrixXd inverse() const;  // of what is identified [Moore, Penrose]
};

// The step, in parts of ranges, that takes the residual away and leaves no bound: whoever would pass one goes to it,
// the farthest first, and the others make up for it.
[[nodiscard]] Eigen::VectorXd projected_step(const Scaled& j, const Eigen::VectorXd& residual,
                                             const Eigen::VectorXd& at);

}  // namespace aforo::experiment
