// Fits the free keys of a scenario to the published figures of its first year (scenario::Calibration), reports what the
// figures do not determine, and predicts each figure from the others.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "aforo/core/diagnostics.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/experiment/solver.hpp"
#include "aforo/results/calibration.hpp"
#include "aforo/scenario/edit.hpp"

namespace aforo::experiment {

// The section `calibration`, checked against the scenario and the existing measures.
struct CalibrationProblem {
    struct Key {
        std::string path;
        scenario::Quantity now;  // its value
        scenario::Range range;   // its bounds
    };
    // A figure, in the measure's unit.
    struct Figure {
        std::string name, measure, id, source, definition, tied;
        std::vector<std::string> among;
        results::Level level = results::Level::programme;
        double value = 0, tolerance = 0, below = 0;
    };
    scenario::Scenario scenario;
    int year = 0;  // the year of all figures
    std::vector<Key> keys;
    std::vector<Figure> figures;  // those aimed at, then those tied to one of them
    std::size_t aims = 0;         // how many of the figures are aimed at

    [[nodiscard]] std::vector<Unknown> unknowns() const;  // starting from the scenario's values
    [[nodiscard]] std::vector<Aim> goals() const;
};

struct CalibrationProblemResult {
    std::optional<CalibrationProblem> problem;  // present when there are no diagnostics
    core::Diagnostics diagnostics;              // with places in `file`
};
[[nodiscard]] CalibrationProblemResult calibration_problem(const scenario::Scenario& scenario, const std::string& file,
                                                           core::Lang lang);

// The scenario that is simulated to evaluate the figures: it ends with their year, which changes no bit of that year.
// While a spending is fitted below its budget, funds that run out do not stop the programme, because a starting point
// that cannot pay would hide how much demand there is. Demand has no good or bad years.
[[nodiscard]] scenario::Scenario to_look_at(const CalibrationProblem& problem, const scenario::Scenario& scenario);

// The scenario ended with a year; its rule for funds that run out and the variability of its years are kept.
[[nodiscard]] scenario::Scenario to_the_end_of(int year, scenario::Scenario scenario);

// The scenario with its keys at a point, provenance kept; nothing if that is not a valid scenario.
[[nodiscard]] std::optional<scenario::Scenario> placed(const CalibrationProblem& problem,
                                                       const scenario::Scenario& scenario, const Point& at);

// Selects the values of a replication that figures are made of, and computes the figures in the order of the problem.
class FigureReader {
public:
    explicit FigureReader(const CalibrationProblem& problem) : problem_(problem) {}

    [[nodiscard]] bool wants(const measure::Key& key) const;
    // Throws BrokenInvariant if a figure is of something that the scenario does not have.
    [[nodiscard]] Sample read(const std::vector<measure::Key>& keys, std::span<const std::vector<double>> values) const;

private:
    const CalibrationProblem& problem_;
};

// The study of a calibration: many points of many scenarios, each with its own number of replications, on seeds other
// than those of runs. If `options` has an archive, all contenders go to it in turn.
class CalibrationStudy {
public:
    // The problem and the options must outlive it. `expected` is the number of items, for progress; `first_place` is
    // the place in the archive.
    CalibrationStudy(const CalibrationProblem& problem, const Options& options, int expected,
                     std::size_t first_place = 0);

    // The purpose of the seeds: replications on which something was fitted are used for nothing else.
    enum class Numbers { to_fit, to_look };

    // Samples of all figures by scenario, on the first `replications`; a missing scenario has no sample. Nothing when
    // stopped.
    [[nodiscard]] std::optional<std::vector<Sample>> look(
        const std::vector<std::optional<scenario::Scenario>>& scenarios, int replications, Numbers numbers);
    // The same for points of one scenario, prepared by to_look_at.
    [[nodiscard]] std::optional<std::vector<Sample>> look(const scenario::Scenario& scenario,
                                                          const std::vector<Point>& points, int replications,
                                                          Numbers numbers);
    // The components whose funds ran out in the latest look, by scenario and replication.
    [[nodiscard]] const std::vector<std::vector<std::vector<std::string>>>& exhausted() const { return exhausted_; }

private:
    const CalibrationProblem& problem_;
    const Options& options_;
    FigureReader reader_;
    int done_ = 0, expected_ = 0;
    std::size_t contenders_ = 0;  // contenders that the archive has seen
    std::vector<std::vector<std::vector<std::string>>> exhausted_;
};

struct CalibrateOptions {
    Options study;  // `replications`: fresh ones, on which the fit is evaluated
    SolverOptions solver;
    bool held_out = false;
    int draws = 16;       // for each key that is held out
    std::string extends;  // the file that the delta extends
};

struct Calibrated {
    results::Calibration calibration;
    Solution solution;                         // of the aims, with its Jacobian: the starting point of worlds
    std::optional<scenario::Scenario> fitted;  // the whole scenario with provenance; none when interrupted
    bool interrupted = false;
};
// The result depends only on scenario and seed, not on the number of threads.
[[nodiscard]] Calibrated calibrate(const CalibrationProblem& problem, const CalibrateOptions& options);

// Predicts each published figure from the others: the figure is left out, the key that it determines is set to evenly
// spaced values over its range, and the other keys are fitted to the other figures, starting from `fit`. Nothing when
// it was stopped.
[[nodiscard]] std::optional<std::vector<results::HeldOut>> hold_out(const CalibrationProblem& problem,
                                                                    const Solution& fit, int draws,
                                                                    CalibrationStudy& study);

// The figure that each key is fitted to: the pairs that stand out in the scaled Jacobian; aims.size() for none.
[[nodiscard]] std::vector<std::size_t> figures_of_keys(const CalibrationProblem& problem, const Solution& solution);

// The quantile at p of a number with this range and mode: triangular, uniform or PERT (a beta with mean (low + 4 mode +
// high) / 6).
[[nodiscard]] double quantile(const scenario::Range& range, double mode, double p);

}  // namespace aforo::experiment
