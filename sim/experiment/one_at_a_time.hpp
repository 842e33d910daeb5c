// Points of a scenario's assumptions, simulated: each assumption moved by itself (a tornado), or along the points of a
// design. Private to the module.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "aforo/experiment/sensitivity.hpp"
#include "aforo/experiment/study.hpp"
#include "inheritance.hpp"
#include "shelf.hpp"

namespace aforo::experiment {

// The figure of points of the base, or of how much the first alternative differs from it there.
class PointStudy {
public:
    // All must outlive it.
    PointStudy(const std::vector<scenario::Scenario>& scenarios, const CalibrationProblem* problem,
               const SensitivityOptions& options, std::size_t first_place);

    // By point and replication; none for a point that cannot be. Nothing when it was stopped.
    [[nodiscard]] std::optional<std::vector<std::vector<double>>> values(
        const std::vector<std::optional<Candidate>>& points, int replications);
    // How many replications of points there will be, for the progress.
    void expect(std::size_t items) { expected_ = static_cast<int>(items); }

private:
    const CalibrationProblem* problem_;
    const SensitivityOptions& options_;
    std::size_t place_;
    std::optional<Inheritance> alternative_;
    int items_ = 0, expected_ = 0;
};

// A point of the base's assumptions as it is, nothing fitted; nothing where the scenario cannot be so.
[[nodiscard]] std::optional<Candidate> raw_point(const scenario::Scenario& base,
                                                 const std::vector<scenario::Assumed>& numbers,
                                                 const std::vector<double>& values);

// Each end of each bar, raw and fitted anew. False when it was stopped.
[[nodiscard]] bool tornado(const std::vector<scenario::Scenario>& scenarios, const CalibrationProblem* problem,
                           const SensitivityOptions& options, results::Sensitivity& s);
// Along the trajectories of Morris, and the design of Saltelli.
[[nodiscard]] bool screening(const std::vector<scenario::Scenario>& scenarios, const CalibrationProblem* problem,
                             const SensitivityOptions& options, results::Sensitivity& s);

}  // namespace aforo::experiment
