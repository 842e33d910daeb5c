#include "aforo/experiment/solver.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "aforo/core/contracts.hpp"
#include "scaled_jacobian.hpp"

namespace aforo::experiment {

namespace {

using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr int replications_of_differences = 8;  // at most; being paired, they are far more precise than the means
constexpr double shortest_step = 1e-7;

struct Moments {
    int n = 0;
    double mean = std::numeric_limits<double>::quiet_NaN(), sd = 0;
};

// Moments of the defined values.
template <class Value>
Moments moments(std::size_t n, Value value) {
    Moments m;
    double sum = 0, squares = 0;
    for (std::size_t r = 0; r < n; ++r) {
        if (const double v = value(r); !std::isnan(v)) ++m.n, sum += v;
    }
    if (m.n == 0) return m;
    m.mean = sum / m.n;
    for (std::size_t r = 0; r < n; ++r) {
        if (const double v = value(r); !std::isnan(v)) squares += (v - m.mean) * (v - m.mean);
    }
    m.sd = m.n > 1 ? std::sqrt(squares / (m.n - 1)) : 0;
    return m;
}

std::vector<Moments> moments_of(const Sample& sample, std::size_t aims) {
    std::vector<Moments> all;
    for (std::size_t j = 0; j < aims; ++j)
        all.push_back(moments(sample.size(), [&](std::size_t r) { return sample[r][j]; }));
    return all;
}

bool is_good(const Sample& sample, std::size_t aims) {
    if (sample.empty()) return false;
    const auto all = moments_of(sample, aims);
    return std::all_of(all.begin(), all.end(), [](const Moments& m) { return m.n > 0; });
}

VectorXd parts_of_ranges(const Point& at, const std::vector<Unknown>& unknowns) {
    VectorXd u(static_cast<Eigen::Index>(at.size()));
    for (std::size_t i = 0; i < at.size(); ++i)
        u(static_cast<Eigen::Index>(i)) = (at[i] - unknowns[i].low) / (unknowns[i].high - unknowns[i].low);
    return u;
}

VectorXd vector_of(const std::vector<double>& v) {
    return Eigen::Map<const VectorXd>(v.data(), static_cast<Eigen::Index>(v.size()));
}

Point moved(Point at, const std::vector<double>& move, double damping, const std::vector<Unknown>& unknowns) {
    for (std::size_t i = 0; i < at.size(); ++i) {
        const Unknown& u = unknowns[i];
        at[i] = std::clamp(at[i] + damping * move[i] * (u.high - u.low), u.low, u.high);
    }
    return at;
}

double squared(const std::vector<double>& v) { return vector_of(v).squaredNorm(); }

}  // namespace

Solver::Solver(std::vector<Unknown> unknowns, std::vector<Aim> aims, SolverOptions options,
               std::optional<Jacobian> known)
    : unknowns_(std::move(unknowns)), aims_(std::move(aims)), options_(options) {
    core::ensure(!unknowns_.empty() && !aims_.empty(), "there is nothing to solve");
    for (const Unknown& u : unknowns_) {
        core::ensure(u.low < u.high, "an unknown has no range");
        solution_.at.push_back(std::clamp(u.start, u.low, u.high));
    }
    for (const Aim& a : aims_) {
        core::ensure(a.tolerance > 0, "an aim has no tolerance");
        core::ensure(a.below == 0 || a.below > one_sided_95, "an aim under its value is too near to it");
    }
    solution_.jacobian = std::move(known);
    solution_.replications = options_.first;
    ask_for(Wants::look, {solution_.at});
}

void Solver::ask_for(Wants wants, std::vector<Point> points) {
    wants_ = wants;
    const bool is_difference = wants == Wants::differences || wants == Wants::last_differences;
    ask_ = {std::move(points),
            is_difference ? std::min(solution_.replications, replications_of_differences) : solution_.replications};
}

void Solver::tell(const std::vector<Sample>& samples) {
    core::ensure(samples.size() == ask_.points.size(), "as many samples as points are told");
    switch (wants_) {
        case Wants::look:
            if (!is_good(samples.front(), aims_.size())) return end();
            take(solution_.at, samples.front());
            return go_on();
        case Wants::differences:
            learn(samples);
            return step();
        case Wants::trial:
            return judge(samples.front());
        case Wants::last_differences:
            learn(samples);
            return end();
    }
}

// Makes this point the current one.
void Solver::take(const Point& at, const Sample& sample) {
    solution_.at = at;
    here_ = sample;
    const auto all = moments_of(sample, aims_.size());
    solution_.aim.assign(aims_.size(), 0);
    solution_.tolerance = solution_.mean = solution_.sd = solution_.error = solution_.aim;
    std::vector<double> residual(aims_.size());
    for (std::size_t j = 0; j < aims_.size(); ++j) {
        const Aim& a = aims_[j];
        const double sd = a.sd.value_or(all[j].sd);
        solution_.mean[j] = all[j].mean;
        solution_.sd[j] = all[j].sd;
        solution_.error[j] = all[j].sd / std::sqrt(all[j].n);
        solution_.aim[j] = a.value - a.below * sd;
        solution_.tolerance[j] = a.below > 0 && sd > 0 ? (a.below - one_sided_95) * sd : a.tolerance;
        residual[j] = solution_.residual(j);
    }
    solution_.is_met = std::all_of(residual.begin(), residual.end(), [](double r) { return std::abs(r) <= 1; });
    solution_.steps.push_back({solution_.replications, at, residual});
}

bool Solver::is_precise() const {
    for (std::size_t j = 0; j < aims_.size(); ++j) {
        if (solution_.error[j] > solution_.tolerance[j] / 4) return false;
    }
    return true;
}

// Before the last number of replications, a residual that cannot be told from zero is no reason to move.
bool Solver::is_near() const {
    const auto& residual = solution_.steps.back().residual;
    for (std::size_t j = 0; j < aims_.size(); ++j) {
        const double doubt = is_last() ? 0 : 3 * solution_.error[j] / solution_.tolerance[j];
        if (std::abs(residual[j]) > options_.near + doubt) return false;
    }
    return true;
}

void Solver::go_on() {
    if (is_near() || steps_ >= options_.steps) return more_replications();
    if (!solution_.jacobian) return ask_differences(Wants::differences);
    step();
}

void Solver::more_replications() {
    steps_ = 0;
    is_fresh_ = false;
    if (solution_.replications < options_.most && !is_precise()) {
        solution_.replications = std::min(2 * solution_.replications, options_.most);
        return ask_for(Wants::look, {solution_.at});
    }
    if (options_.final_jacobian) return ask_differences(Wants::last_differences);
    end();
}

// Requests points in which one unknown at a time moves towards the middle of its range.
void Solver::ask_differences(Wants wants) {
    std::vector<Point> points;
    offsets_.clear();
    const VectorXd at = parts_of_ranges(solution_.at, unknowns_);
    for (std::size_t i = 0; i < unknowns_.size(); ++i) {
        offsets_.push_back(at(static_cast<Eigen::Index>(i)) > 0.5 ? -options_.difference : options_.difference);
        Point p = solution_.at;
        p[i] += offsets_.back() * (unknowns_[i].high - unknowns_[i].low);
        points.push_back(std::move(p));
    }
    is_fresh_ = true;
    ask_for(wants, std::move(points));
}

// Computes the Jacobian from the differences; an unknown whose points have no values gets slope 0.
void Solver::learn(const std::vector<Sample>& samples) {
    Jacobian j{aims_.size(), unknowns_.size(), std::vector<double>(aims_.size() * unknowns_.size()), {}};
    j.error = j.slope;
    for (std::size_t u = 0; u < unknowns_.size(); ++u) {
        const double by = offsets_[u] * (unknowns_[u].high - unknowns_[u].low);
        for (std::size_t a = 0; a < aims_.size(); ++a) {
            const auto d = moments(std::min(samples[u].size(), here_.size()),
                                   [&](std::size_t r) { return (samples[u][r][a] - here_[r][a]) / by; });
            if (d.n == 0) continue;
            j.slope[a * unknowns_.size() + u] = d.mean;
            j.error[a * unknowns_.size() + u] = d.sd / std::sqrt(d.n);
        }
    }
    solution_.jacobian = std::move(j);
}

void Solver::step() {
    const VectorXd at = parts_of_ranges(solution_.at, unknowns_);
    VectorXd move = projected_step(scaled(*solution_.jacobian, solution_.tolerance, unknowns_),
                                   vector_of(solution_.steps.back().residual), at);
    const double longest = move.cwiseAbs().maxCoeff();
    if (longest < shortest_step) return may_learn() ? ask_differences(Wants::differences) : more_replications();
    if (longest > options_.longest) move *= options_.longest / longest;
    move_.assign(move.data(), move.data() + move.size());
    const auto& residual = solution_.steps.back().residual;
    if (is_last() &&
        std::all_of(residual.begin(), residual.end(), [&](double r) { return std::abs(r) <= options_.trusted; })) {
        solution_.at = moved(solution_.at, move_, 1, unknowns_);
        return end();
    }
    try_point(1);
}

void Solver::try_point(double damping) {
    damping_ = damping;
    ask_for(Wants::trial, {moved(solution_.at, move_, damping, unknowns_)});
}

// A step that brings the aims nearer is taken and corrects the Jacobian [Broyden 1965]; otherwise half of it is tried.
void Solver::judge(const Sample& sample) {
    ++steps_;
    const Point to = ask_.points.front(), from = solution_.at;
    const auto before = solution_.steps.back().residual;
    if (is_good(sample, aims_.size())) {
        const Sample stood = std::exchange(here_, Sample{});
        const Solution old = solution_;
        take(to, sample);
        const auto after = solution_.steps.back().residual;
        if (squared(after) < squared(before)) {
            const VectorXd move = parts_of_ranges(to, unknowns_) - parts_of_ranges(from, unknowns_);
            const Scaled j = scaled(*solution_.jacobian, solution_.tolerance, unknowns_);
            const VectorXd missed = vector_of(after) - vector_of(before) - j.slope * move;
            for (std::size_t a = 0; a < aims_.size(); ++a) {
                for (std::size_t u = 0; u < unknowns_.size(); ++u) {
                    solution_.jacobian->slope[a * unknowns_.size() + u] +=
                        missed(static_cast<Eigen::Index>(a)) * move(static_cast<Eigen::Index>(u)) / move.squaredNorm() *
                        solution_.tolerance[a] / (unknowns_[u].high - unknowns_[u].low);
                }
            }
            // A step with little effect shows that the Jacobian has changed.
            if (squared(after) > 0.25 * squared(before) && !is_near() && may_learn())
                return ask_differences(Wants::differences);
            return go_on();
        }
        solution_ = old;
        here_ = stood;
    }
    if (damping_ > 0.2 && steps_ < options_.steps) return try_point(damping_ / 2);
    if (may_learn()) return ask_differences(Wants::differences);
    more_replications();
}

void Solver::end() {
    ask_ = {};
    if (solution_.jacobian && !solution_.mean.empty()) identify();
}

void Solver::identify() {
    const Scaled j = scaled(*solution_.jacobian, solution_.tolerance, unknowns_);
    const Decomposed parts(j);
    const auto& values = parts.svd.singularValues();
    solution_.singular.assign(values.data(), values.data() + values.size());
    solution_.rank = static_cast<std::size_t>(std::count(parts.is_identified.begin(), parts.is_identified.end(), true));
    for (Eigen::Index k = 0; k < parts.svd.matrixV().cols(); ++k) {
        if (k < values.size() && parts.is_identified[static_cast<std::size_t>(k)]) continue;
        VectorXd v = parts.svd.matrixV().col(k);
        Eigen::Index largest = 0;
        v.cwiseAbs().maxCoeff(&largest);
        if (v(largest) < 0) v = -v;
        solution_.unidentified.push_back({{v.data(), v.data() + v.size()}});
    }
    // The error of the solution that the error of the means causes: the inverse applied to their covariance.
    const auto n = static_cast<Eigen::Index>(here_.size());
    MatrixXd centred(n, static_cast<Eigen::Index>(aims_.size()));
    for (Eigen::Index r = 0; r < n; ++r) {
        for (Eigen::Index a = 0; a < centred.cols(); ++a) {
            const auto i = static_cast<std::size_t>(a);
            const double v = here_[static_cast<std::size_t>(r)][i];
            centred(r, a) = std::isnan(v) ? 0 : (v - solution_.mean[i]) / solution_.tolerance[i];
        }
    }
    const MatrixXd inverse = parts.inverse(), spread = inverse * centred.transpose();
    const double by = n > 1 ? 1 / std::sqrt(static_cast<double>(n) * static_cast<double>(n - 1)) : 0;
    // The distance of an aim below its value is a multiple of an estimated standard deviation, which for a normal has
    // an error of sd/√(2(n − 1)).
    VectorXd of_aim = VectorXd::Zero(centred.cols());
    for (Eigen::Index a = 0; a < centred.cols() && n > 1; ++a) {
        const auto i = static_cast<std::size_t>(a);
        if (!aims_[i].sd)
            of_aim(a) =
                aims_[i].below * solution_.sd[i] / std::sqrt(2.0 * static_cast<double>(n - 1)) / solution_.tolerance[i];
    }
    solution_.uncertainty.clear();
    for (std::size_t u = 0; u < unknowns_.size(); ++u) {
        const auto row = static_cast<Eigen::Index>(u);
        const double of_means = spread.row(row).norm() * by;
        const double of_aims = (inverse.row(row).transpose().array() * of_aim.array()).matrix().norm();
        solution_.uncertainty.push_back(std::hypot(of_means, of_aims) * (unknowns_[u].high - unknowns_[u].low));
    }
}

}  // namespace aforo::experiment
