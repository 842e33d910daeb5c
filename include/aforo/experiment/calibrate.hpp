// Fits the free keys of a scenario to the published figures of its first year (scenario::Calibration), tells what the
// figures do not say, and foretells each from the others.
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

// What the section `calibration` comes to, checked against the scenario and the measures that there are.
struct CalibrationProblem {
    struct Key {
        std::string path;
        scenario::Quantity now;  // its value
        scenario::Range range;   // its bounds
    };
    // In the measure's unit.
    struct Figure {
        std::string name, measure, id, source, definition, tied;
        std::vector<std::string> among;
        results::Level level = results::Level::programme;
        double value = 0, tolerance = 0, below = 0;
    };
    scenario::Scenario scenario;
    int year = 0;  // of all figures
    std::vector<Key> keys;
    std::vector<Figure> figures;  // those aimed at first, then those tied to one of them
    std::size_t aims = 0;         // of the figures, how many are aimed at

    [[nodiscard]] std::vector<Unknown> unknowns() const;  // from where the scenario stands
    [[nodiscard]] std::vector<Aim> goals() const;
};

struct CalibrationProblemResult {
    std::optional<CalibrationProblem> problem;  // present when there are no diagnostics
    core::Diagnostics diagnostics;              // at their places in `file`
};
[[nodiscard]] CalibrationProblemResult calibration_problem(const scenario::Scenario& scenario, const std::string& file,
                                                           core::Lang lang);

// What is simulated to see the figures: the scenario to the end of their year and no further, its values until then the
// same bits. While a spending is sought under its budget, funds that run out do not stop the programme: how much there
// is to do must not be hidden by a start that cannot pay for it.
[[nodiscard]] scenario::Scenario to_look_at(const CalibrationProblem& problem, const scenario::Scenario& scenario);

// The same with its own rule for funds that run out.
[[nodiscard]] scenario::Scenario to_the_end_of(int year, scenario::Scenario scenario);

// A scenario with the keys at a point, its provenance kept; nothing where that is no valid scenario.
[[nodiscard]] std::optional<scenario::Scenario> placed(const CalibrationProblem& problem,
                                                       const scenario::Scenario& scenario, const Point& at);

// Which of a replication's values the figures are made of, and the figures of them, in the order of the problem.
class FigureReader {
public:
    explicit FigureReader(const CalibrationProblem& problem) : problem_(problem) {}

    [[nodiscard]] bool wants(const measure::Key& key) const;
    // Throws ContractViolation where a figure is of something that the scenario does not have.
    [[nodiscard]] Sample read(const std::vector<measure::Key>& keys, std::span<const std::vector<double>> values) const;

private:
    const CalibrationProblem& problem_;
};

// The study of a calibration: many points of many scenarios, each at its own number of replications, on seeds that are
// not those of runs. Where `options` has an archive, all go to it in turn.
class CalibrationStudy {
public:
    // The problem and the options must outlive it. `expected`: items, for the progress. `first_place`: in the archive.
    CalibrationStudy(const CalibrationProblem& problem, const Options& options, int expected,
                     std::size_t first_place = 0);

    // Seeds apart: replications that something was fitted on are used for nothing else.
    enum class Numbers { to_fit, to_look };

    // Samples of all figures, scenario by scenario, on the first `replications`; none for a scenario that is not there.
    // Nothing when it was stopped.
    [[nodiscard]] std::optional<std::vector<Sample>> look(
        const std::vector<std::optional<scenario::Scenario>>& scenarios, int replications, Numbers numbers);
    // The same of points of one scenario, to_look_at of it.
    [[nodiscard]] std::optional<std::vector<Sample>> look(const scenario::Scenario& scenario,
                                                          const std::vector<Point>& points, int replications,
                                                          Numbers numbers);
    // Of the latest look, by scenario and replication: the components whose funds ran out.
    [[nodiscard]] const std::vector<std::vector<std::vector<std::string>>>& exhausted() const { return exhausted_; }

private:
    const CalibrationProblem& problem_;
    const Options& options_;
    FigureReader reader_;
    int done_ = 0, expected_ = 0;
    std::size_t contenders_ = 0;  // that the archive has had
    std::vector<std::vector<std::vector<std::string>>> exhausted_;
};

struct CalibrateOptions {
    Options study;  // `replications`: the fresh ones, on which the fit is looked at
    SolverOptions solver;
    bool held_out = false;
    int draws = 16;       // of each key that is held out
    std::string extends;  // what the delta extends
};

struct Calibrated {
    results::Calibration calibration;
    Solution solution;                         // of the aims, with the Jacobian there: what worlds begin with
    std::optional<scenario::Scenario> fitted;  // whole, with its provenance; none when interrupted
    bool interrupted = false;
};
// The same for the same scenario and seed, whatever the threads.
[[nodiscard]] Calibrated calibrate(const CalibrationProblem& problem, const CalibrateOptions& options);

// Each published figure foretold by the others: left out, with the key that it fixes drawn at equal steps of
// probability over its range, and the other keys fitted to the other figures from `fit` on. Nothing when it was
// stopped.
[[nodiscard]] std::optional<std::vector<results::HeldOut>> hold_out(const CalibrationProblem& problem,
                                                                    const Solution& fit, int draws,
                                                                    CalibrationStudy& study);

// Which figure each key answers for: the pairs that stand out in the scaled Jacobian; aims.size() for none.
[[nodiscard]] std::vector<std::size_t> figures_of_keys(const CalibrationProblem& problem, const Solution& solution);

// The value under which a number with this range and mode lies with probability p: triangular, uniform or PERT (beta
// with mean (low + 4 mode + high) / 6).
[[nodiscard]] double quantile(const scenario::Range& range, double mode, double p);

}  // namespace aforo::experiment
