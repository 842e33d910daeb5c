#include "aforo/experiment/calibrate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "calibration_result.hpp"

namespace aforo::experiment {

namespace {

using Numbers = CalibrationStudy::Numbers;

constexpr const char* fitted_source = "calibrado";
constexpr int replications_before = 40;  // of the scenario as it was, at most

// A rough number of items: differences twice, two or three evaluations per number of replications, the fresh ones.
int expected_items(const CalibrationProblem& problem, const CalibrateOptions& o) {
    const int keys = static_cast<int>(problem.keys.size());
    int looks = 0;
    for (int m = o.solver.first; m < 2 * o.solver.most; m *= 2) looks += 2 * m;
    const int held_out = o.held_out ? o.draws * static_cast<int>(problem.aims) * 3 * 8 : 0;
    return 16 * keys + looks + o.study.replications + std::min(o.study.replications, replications_before) + held_out;
}

// The step in which a key is written: a twentieth of the change that moves some figure by its tolerance.
double fineness(const Solution& s, std::size_t key) {
    double least = 0;
    for (std::size_t j = 0; j < s.jacobian->aims; ++j) {
        const double slope = std::abs(s.jacobian->at(j, key));
        if (slope > 0 && (least == 0 || s.tolerance[j] / slope < least)) least = s.tolerance[j] / slope;
    }
    return least > 0 ? std::pow(10, std::floor(std::log10(least / 20))) : 0;
}

// Rounds to whole steps (powers of ten), giving exactly the double that the decimal text reads back to.
double in_steps(double value, double step) {
    if (step >= 1) return std::round(value / step) * step;
    return std::stod(fmt::format("{:.{}f}", value, static_cast<int>(std::lround(-std::log10(step)))));
}

// The solution as it will be written. Keys that did not move keep every bit.
Point rounded(const CalibrationProblem& problem, const Solution& s) {
    Point at = s.at;
    for (std::size_t i = 0; i < at.size(); ++i) {
        const auto& key = problem.keys[i];
        if (at[i] == key.now.amount) continue;
        const double step = fineness(s, i);
        if (step > 0) at[i] = std::clamp(in_steps(at[i], step), key.range.low, key.range.high);
        const scenario::Quantity written{key.now.kind, at[i]};
        if (const auto again = scenario::Quantity::of(written.text())) at[i] = again->amount;
    }
    return at;
}

// The scenario with its fitted numbers, whose provenance says that they are fitted and to what.
scenario::Scenario signed_by(scenario::Scenario fitted, const results::Calibration& c) {
    fitted.sources.try_emplace(
        fitted_source, scenario::Source{"Clave libre, ajustada por aforo calibrate a las cifras publicadas", ""});
    for (const auto& key : c.keys) {
        if (!key.is_identified && key.after == key.before) continue;
        auto& origin = fitted.provenance[key.path];
        origin.source = fitted_source;
        const auto f =
            std::find_if(c.figures.begin(), c.figures.end(), [&](const auto& g) { return g.name == key.figure; });
        origin.note = f == c.figures.end() ? "ajustado con las demás claves libres"
                      : !f->definition.empty()
                          ? fmt::format("ajustado a su definición: {}", f->definition)
                          : fmt::format("ajustado para que {} de {} sea {}",
                                        f->measure + (f->id.empty() ? "" : " " + f->id), f->year, f->published) +
                                (f->below > 0 ? fmt::format(", menos {} desviaciones estándar", f->below) : "");
    }
    return fitted;
}

std::string delta_of(const scenario::Scenario& fitted, const results::Calibration& c, const std::string& extends) {
    std::vector<std::string> paths;
    for (const auto& key : c.keys) paths.push_back(key.path);
    scenario::Scenario named = fitted;
    named.name += " (calibrado)";
    named.description = fmt::format("{}, con sus claves libres ajustadas a las cifras de {}", fitted.name, c.year);
    return scenario::delta_of(named, extends, paths);
}

}  // namespace

std::vector<std::size_t> figures_of_keys(const CalibrationProblem& problem, const Solution& s) {
    std::vector<std::size_t> answers(problem.keys.size(), problem.aims);
    if (!s.jacobian) return answers;
    const std::size_t m = problem.aims, n = problem.keys.size();
    std::vector<double> square(m * n), of_figure(m), of_key(n);
    for (std::size_t j = 0; j < m; ++j) {
        for (std::size_t i = 0; i < n; ++i) {
            const auto& range = problem.keys[i].range;
            const double scaled = s.jacobian->at(j, i) * (range.high - range.low) / s.tolerance[j];
            square[j * n + i] = scaled * scaled;
            of_figure[j] += scaled * scaled;
            of_key[i] += scaled * scaled;
        }
    }
    std::vector<bool> is_taken(m);
    for (std::size_t round = 0; round < std::min(m, n); ++round) {
        double best = 0;
        std::size_t figure = m, key = n;
        for (std::size_t j = 0; j < m; ++j) {
            for (std::size_t i = 0; i < n; ++i) {
                if (is_taken[j] || answers[i] != m || square[j * n + i] <= 1) continue;
                const double v = square[j * n + i];
                if (const double stands_out = v * v / (of_figure[j] * of_key[i]); stands_out > best)
                    best = stands_out, figure = j, key = i;
            }
        }
        if (figure == m) break;
        is_taken[figure] = true;
        answers[key] = figure;
    }
    return answers;
}

Calibrated calibrate(const CalibrationProblem& problem, const CalibrateOptions& options) {
    Calibrated done;
    done.interrupted = true;
    CalibrationStudy study(problem, options.study, expected_items(problem, options));
    const auto looked_at = to_look_at(problem, problem.scenario);
    Solver solver(problem.unknowns(), problem.goals(), options.solver);
    while (!solver.has_ended()) {
        const auto samples = study.look(looked_at, solver.ask().points, solver.ask().replications, Numbers::to_fit);
        if (!samples) return done;
        solver.tell(*samples);
    }
    done.solution = solver.solution();
    const Point at = done.solution.jacobian ? rounded(problem, done.solution) : done.solution.at;
    auto fitted = placed(problem, problem.scenario, at);
    if (!fitted) fitted = problem.scenario;  // nothing could be simulated from the start on
    const int fresh = options.study.replications;
    const auto before = study.look({to_the_end_of(problem.year, problem.scenario)},
                                   std::min(fresh, replications_before), Numbers::to_look);
    if (!before) return done;
    const auto after = study.look({to_the_end_of(problem.year, *fitted)}, fresh, Numbers::to_look);
    if (!after) return done;
    done.calibration =
        result_of(problem, done.solution, at, before->front(), after->front(), study.exhausted().front());
    done.calibration.seed = options.study.seed;
    if (options.held_out) {
        auto held_out = hold_out(problem, done.solution, options.draws, study);
        if (!held_out) return done;
        done.calibration.held_out = std::move(*held_out);
    }
    done.fitted = signed_by(std::move(*fitted), done.calibration);
    done.calibration.delta = delta_of(*done.fitted, done.calibration, options.extends);
    done.interrupted = false;
    return done;
}

}  // namespace aforo::experiment
