#include "scaled_jacobian.hpp"

#include <algorithm>
#include <cmath>

namespace aforo::experiment {

using Eigen::MatrixXd;
using Eigen::VectorXd;

namespace {

// The columns of the unknowns that may still move.
MatrixXd columns(const MatrixXd& of, const std::vector<Eigen::Index>& which) {
    MatrixXd part(of.rows(), static_cast<Eigen::Index>(which.size()));
    for (std::size_t i = 0; i < which.size(); ++i) part.col(static_cast<Eigen::Index>(i)) = of.col(which[i]);
    return part;
}

}  // namespace

Scaled scaled(const Jacobian& j, const std::vector<double>& tolerances, const std::vector<Unknown>& unknowns) {
    const auto m = static_cast<Eigen::Index>(tolerances.size()), n = static_cast<Eigen::Index>(unknowns.size());
    Scaled s{MatrixXd(m, n), MatrixXd(m, n)};
    for (std::size_t a = 0; a < tolerances.size(); ++a) {
        for (std::size_t u = 0; u < unknowns.size(); ++u) {
            const double by = (unknowns[u].high - unknowns[u].low) / tolerances[a];
            const auto row = static_cast<Eigen::Index>(a), column = static_cast<Eigen::Index>(u);
            s.slope(row, column) = j.at(a, u) * by;
            s.error(row, column) = j.error[a * unknowns.size() + u] * by;
        }
    }
    return s;
}

Decomposed::Decomposed(const Scaled& j)
    : svd(j.slope, Eigen::ComputeThinU | Eigen::ComputeFullV),
      is_identified(static_cast<std::size_t>(svd.singularValues().size())) {
    for (Eigen::Index k = 0; k < svd.singularValues().size(); ++k) {
        // To first order, with independent errors of the entries.
        const double variance =
            (svd.matrixU().col(k).cwiseAbs2().transpose() * j.error.cwiseAbs2() * svd.matrixV().col(k).cwiseAbs2())
                .value();
        is_identified[static_cast<std::size_t>(k)] = svd.singularValues()(k) > std::max(1.0, 2 * std::sqrt(variance));
    }
}

MatrixXd Decomposed::inverse() const {
    MatrixXd made = MatrixXd::Zero(svd.matrixV().rows(), svd.matrixU().rows());
    for (Eigen::Index k = 0; k < svd.singularValues().size(); ++k) {
        if (is_identified[static_cast<std::size_t>(k)])
            made += svd.matrixV().col(k) * svd.matrixU().col(k).transpose() / svd.singularValues()(k);
    }
    return made;
}

VectorXd projected_step(const Scaled& j, const VectorXd& residual, const VectorXd& at) {
    VectorXd move = VectorXd::Zero(at.size());
    std::vector<Eigen::Index> free;
    for (Eigen::Index i = 0; i < at.size(); ++i) free.push_back(i);
    while (!free.empty()) {
        VectorXd fixed = move;
        for (const auto i : free) fixed(i) = 0;
        const Decomposed parts({columns(j.slope, free), columns(j.error, free)});
        const VectorXd part = -parts.inverse() * (residual + j.slope * fixed);
        double farthest = 1e-12;
        std::size_t out = free.size();
        for (std::size_t i = 0; i < free.size(); ++i) {
            const double to = at(free[i]) + part(static_cast<Eigen::Index>(i));
            if (const double beyond = std::max(-to, to - 1); beyond > farthest) farthest = beyond, out = i;
            move(free[i]) = part(static_cast<Eigen::Index>(i));
        }
        if (out == free.size()) break;
        const auto i = free[out];
        move(i) = (at(i) + move(i) < 0 ? 0 : 1) - at(i);
        free.erase(free.begin() + static_cast<std::ptrdiff_t>(out));
    }
    return move;
}

}  // namespace aforo::experiment
