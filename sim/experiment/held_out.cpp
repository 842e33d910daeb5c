#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <cmath>

#include "aforo/experiment/calibrate.hpp"
#include "aforo/scenario/language.hpp"

namespace aforo::experiment {

namespace {

constexpr int replications_of_draws = 8;
constexpr int steps_of_draws = 3;

// A draw: the problem without one figure and without the key that determines it, which is fixed at a value.
struct Draw {
    std::size_t figure = 0, key = 0;
    double value = 0;
    Solver solver;

    // The solver's point completed with the fixed key.
    [[nodiscard]] Point whole(const Point& rest) const {
        Point p = rest;
        p.insert(p.begin() + static_cast<std::ptrdiff_t>(key), value);
        return p;
    }
    // The sample with the figures that it solves for first, then the one that it predicts.
    [[nodiscard]] Sample sorted(const Sample& all, std::size_t aims) const {
        Sample s;
        for (const auto& r : all) {
            std::vector<double> row;
            for (std::size_t j = 0; j < aims; ++j) {
                if (j != figure) row.push_back(r[j]);
            }
            row.push_back(r[figure]);
            s.push_back(std::move(row));
        }
        return s;
    }
};

Jacobian without(const Jacobian& j, std::size_t aim, std::size_t unknown) {
    Jacobian part{j.aims - 1, j.unknowns - 1, {}, {}};
    for (std::size_t a = 0; a < j.aims; ++a) {
        for (std::size_t u = 0; u < j.unknowns; ++u) {
            if (a == aim || u == unknown) continue;
            part.slope.push_back(j.slope[a * j.unknowns + u]);
            part.error.push_back(j.error[a * j.unknowns + u]);
        }
    }
    return part;
}

Draw draw_of(const CalibrationProblem& problem, const Solution& fit, std::size_t figure, std::size_t key,
             double value) {
    auto unknowns = problem.unknowns();
    for (std::size_t i = 0; i < unknowns.size(); ++i) unknowns[i].start = fit.at[i];
    auto goals = problem.goals();
    for (std::size_t j = 0; j < goals.size(); ++j) goals[j].sd = fit.sd[j];
    unknowns.erase(unknowns.begin() + static_cast<std::ptrdiff_t>(key));
    goals.erase(goals.begin() + static_cast<std::ptrdiff_t>(figure));
    const SolverOptions options{.first = replications_of_draws,
                                .most = replications_of_draws,
                                .steps = steps_of_draws,
                                .final_jacobian = false};
    return {figure, key, value,
            Solver(std::move(unknowns), std::move(goals), options, without(*fit.jacobian, figure, key))};
}

// Whether the other figures are met, as far as so few replications can tell.
bool is_kept(const Solution& s) {
    if (s.mean.empty()) return false;
    for (std::size_t j = 0; j < s.mean.size(); ++j) {
        if (std::abs(s.residual(j)) > 1 + 2 * s.error[j] / s.tolerance[j]) return false;
    }
    return true;
}

double mean_of_last(const Sample& sample) {
    double sum = 0;
    int n = 0;
    for (const auto& r : sample) {
        if (!std::isnan(r.back())) sum += r.back(), ++n;
    }
    return n > 0 ? sum / n : results::undefined;
}

// The quantile at p of ordered values, interpolated linearly.
double at_share(const std::vector<double>& v, double p) {
    if (v.empty()) return results::undefined;
    const double place = p * static_cast<double>(v.size() - 1);
    const auto i = static_cast<std::size_t>(place);
    return i + 1 < v.size() ? v[i] + (place - static_cast<double>(i)) * (v[i + 1] - v[i]) : v[i];
}

// Solves all draws round by round, so that one study keeps every thread busy. Returns false when stopped.
bool solve_all(std::vector<Draw>& draws, const CalibrationProblem& problem, CalibrationStudy& study) {
    const auto looked_at = to_look_at(problem, problem.scenario);
    for (;;) {
        std::vector<std::size_t> going;
        std::vector<Point> points;
        for (std::size_t d = 0; d < draws.size(); ++d) {
            if (draws[d].solver.has_ended()) continue;
            going.push_back(d);
            for (const Point& p : draws[d].solver.ask().points) points.push_back(draws[d].whole(p));
        }
        if (going.empty()) return true;
        const auto samples = study.look(looked_at, points, replications_of_draws, CalibrationStudy::Numbers::to_fit);
        if (!samples) return false;
        std::size_t at = 0;
        for (const std::size_t d : going) {
            std::vector<Sample> told;
            for (std::size_t i = draws[d].solver.ask().points.size(); i > 0; --i)
                told.push_back(draws[d].sorted((*samples)[at++], problem.aims));
            draws[d].solver.tell(told);
        }
    }
}

}  // namespace

double quantile(const scenario::Range& range, double mode, double p) {
    const double width = range.high - range.low;
    if (width <= 0) return range.low;
    const double peak = (mode - range.low) / width;
    switch (range.shape) {
        case scenario::Marginal::uniform:
            return range.low + p * width;
        case scenario::Marginal::triangular:
            return p < peak ? range.low + width * std::sqrt(p * peak)
                            : range.high - width * std::sqrt((1 - p) * (1 - peak));
        case scenario::Marginal::pert:
            break;
    }
    return range.low + width * boost::math::quantile(boost::math::beta_distribution<>(1 + 4 * peak, 5 - 4 * peak), p);
}

std::optional<std::vector<results::HeldOut>> hold_out(const CalibrationProblem& problem, const Solution& fit, int draws,
                                                      CalibrationStudy& study) {
    std::vector<results::HeldOut> all;
    std::vector<Draw> asked;
    if (problem.keys.size() < 2 || problem.aims < 2 || !fit.jacobian) return all;
    const auto answers = figures_of_keys(problem, fit);
    for (std::size_t k = 0; k < problem.keys.size(); ++k) {
        const std::size_t f = answers[k];
        if (f == problem.aims || !problem.figures[f].definition.empty() || problem.figures[f].below > 0) continue;
        const auto& range = problem.keys[k].range;
        // Evenly over the range: the key's most likely value was fitted to the very figure that is left out.
        for (int d = 0; d < draws; ++d)
            asked.push_back(draw_of(problem, fit, f, k, range.low + (range.high - range.low) * (d + 0.5) / draws));
        all.push_back({.figure = problem.figures[f].name,
                       .key = problem.keys[k].path,
                       .low = range.low,
                       .high = range.high,
                       .draws = draws});
    }
    if (!solve_all(asked, problem, study)) return std::nullopt;
    for (std::size_t d = 0; d < asked.size(); ++d) {
        auto& group = all[d / static_cast<std::size_t>(draws)];
        if (is_kept(asked[d].solver.solution())) group.values.push_back(mean_of_last(asked[d].solver.sample()));
    }
    for (auto& group : all) {
        std::sort(group.values.begin(), group.values.end());
        group.kept = static_cast<int>(group.values.size());
        group.p10 = at_share(group.values, 0.1);
        group.p50 = at_share(group.values, 0.5);
        group.p90 = at_share(group.values, 0.9);
        group.least = at_share(group.values, 0);
        group.greatest = at_share(group.values, 1);
    }
    return all;
}

}  // namespace aforo::experiment
