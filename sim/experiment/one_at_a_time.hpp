// Simulates points of a scenario's assumptions: one assumption moved at a time (a tornado), or the points of a design.
// Private to the module.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "aforo/experiment/sensitivity.hpp"
#include "aforo/experiment/study.hpp"
#include "inheritance.hpp"
#include "shelf.hpp"

namespace aforo::experiment {

// The figure at points of the base, or the first alternative's difference from it there.
class PointStudy {
public:
    // All arguments must outlive it.
    PointStudy(const std::vector<scenario::Scenario>& scenarios, const CalibrationProblem* problem,
               const SensitivityOptions& options, std::size_t first_place);

    // By point and replication; empty for an impossible point. Nothing when it was stopped.
    [[nodiscard]] std::optional<std::vector<std::vector<double>>> values(
        const std::vector<std::optional<Candidate>>& points, int replications);
    // Announces the total number of replications of points, for progress.
    void expect(std::size_t items) { expected_ = static_cast<int>(items); }

private:
    const CalibrationProblem* problem_;
    const SensitivityOptions& options_;
    std::size_t place_;
    std::optional<Inheritance> alternative_;
    int items_ = 0, expected_ = 0;
};

// A point of the base's assumptions without any fitting; nothing where that is no valid scenario.
[[nodiscard]] std::optional<Candidate> raw_point(const scenario::Scenario& base,
                                                 const std::vector<scenario::Assumed>& numbers,
                                                 const std::vector<double>& values);

// Computes each end of each bar, raw and refitted. Returns false when stopped.
[[nodiscard]] bool tornado(const std::vector<scenario::Scenario>& scenarios, const CalibrationProblem* problem,
                           const SensitivityOptions& options, results::Sensitivity& s);
// Computes the trajectories of Morris and the design of Saltelli. Returns false when stopped.
[[nodiscard]] bool screening(const std::vector<scenario::Scenario>& scenarios, const CalibrationProblem* problem,
                             const SensitivityOptions& options, results::Sensitivity& s);

}  // namespace aforo::experiment
