// Solves E y(x) = T under common random numbers: damped Gauss–Newton, with bounds by projection, on 4, 8, 16 …
// replications (a retrospective approximation [Chen, Schmeiser 2001]). It does not simulate: it asks for points and is
// told their values, so that one study can serve many solvers at once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace aforo::experiment {

// A key that is free between bounds. The solver scales it by the distance between them.
struct Unknown {
    double start = 0, low = 0, high = 1;
};

// The value that the mean of y has to reach, and the tolerance. An aim below its value keeps a distance from it: it is
// met when 95 % of single replications (1,645 sd) stay below the value.
struct Aim {
    double value = 0;
    double tolerance = 1;      // above 0
    double below = 0;          // aims this many standard deviations of y below the value: 0, or above 1,645
    std::optional<double> sd;  // the standard deviation if known; otherwise that of the present replications
};
inline constexpr double one_sided_95 = 1.645;

using Point = std::vector<double>;                // by unknown
using Sample = std::vector<std::vector<double>>;  // by replication and aim; empty: the point cannot be simulated

// dy/dx by aim and unknown, in their units, with its standard error over the replications.
struct Jacobian {
    std::size_t aims = 0, unknowns = 0;
    std::vector<double> slope, error;  // [aim × unknowns + unknown]

    [[nodiscard]] double at(std::size_t aim, std::size_t unknown) const { return slope[aim * unknowns + unknown]; }
};

struct SolverOptions {
    int first = 4;               // initial replications; they double up to
    int most = 32;               // this many, or until each standard error is at most a quarter of its tolerance
    int steps = 6;               // maximum for each number of replications
    double near = 0.25;          // in tolerances: nearer than this, no step is taken
    double difference = 0.05;    // of a range: the step of a finite difference
    double longest = 0.3;        // of a range: the longest step, as linearity fails farther away
    double trusted = 0;          // in tolerances: from this near, the last step is taken without evaluating it
    bool new_jacobians = true;   // computed on the way; otherwise the known one is only corrected by steps
    bool final_jacobian = true;  // computed again at the solution, to tell what is identified there
};

// One accepted point on the way to the solution.
struct SolverStep {
    int replications = 0;
    Point at;
    std::vector<double> residual;  // by aim, in tolerances
};

// A combination of unknowns that no aim notices: moving them together in these parts of their ranges changes no aim by
// its tolerance within the bounds, or by no more than its error.
struct Direction {
    std::vector<double> loading;  // by unknown; length 1, the largest is positive
};

struct Solution {
    Point at;
    std::vector<double> aim, tolerance;   // by aim: the value aimed at, and its tolerance
    std::vector<double> mean, sd, error;  // by aim: mean reached, its sd between replications, its standard error
    std::vector<double> uncertainty;      // by unknown: standard error of the solution
    std::optional<Jacobian> jacobian;
    std::vector<double> singular;  // singular values of the scaled Jacobian, the largest first
    std::size_t rank = 0;          // how many of them are identified
    std::vector<Direction> unidentified;
    std::vector<SolverStep> steps;
    int replications = 0;  // in the last evaluation
    bool is_met = false;   // every mean is within tolerance of its aim

    [[nodiscard]] double residual(std::size_t j) const { return (mean[j] - aim[j]) / tolerance[j]; }
};

class Solver {
public:
    struct Ask {
        std::vector<Point> points;  // empty: the solver has ended
        int replications = 0;       // the number of first replications, equal for all points
    };

    // `known` is the Jacobian of a nearly equal problem; without it the first step computes one.
    Solver(std::vector<Unknown> unknowns, std::vector<Aim> aims, SolverOptions options,
           std::optional<Jacobian> known = {});

    [[nodiscard]] const Ask& ask() const { return ask_; }
    // Receives the values at the points of ask(), in the same order.
    void tell(const std::vector<Sample>& samples);
    [[nodiscard]] bool has_ended() const { return ask_.points.empty(); }
    // The current point; only `start` before anything was told.
    [[nodiscard]] const Solution& solution() const { return solution_; }
    // The sample at the current point, including any values after those of the aims.
    [[nodiscard]] const Sample& sample() const { return here_; }

private:
    enum class Wants { look, differences, trial, last_differences };

    void look(const Sample& sample);
    void take(const Point& at, const Sample& sample);
    void go_on();
    void step();
    void try_point(double damping);
    void judge(const Sample& sample);
    void more_replications();
    void end();
    void ask_for(Wants wants, std::vector<Point> points);
    void ask_differences(Wants wants);
    void learn(const std::vector<Sample>& samples);
    void identify();
    [[nodiscard]] bool may_learn() const { return options_.new_jacobians && !is_fresh_; }
    [[nodiscard]] bool is_near() const;
    [[nodiscard]] bool is_last() const { return solution_.replications >= options_.most || is_precise(); }
    [[nodiscard]] bool is_precise() const;

    std::vector<Unknown> unknowns_;
    std::vector<Aim> aims_;
    SolverOptions options_;
    Solution solution_;
    Ask ask_;
    Wants wants_ = Wants::look;
    std::vector<double> offsets_;  // of the requested differences, in parts of ranges
    Sample here_;                  // at the current point
    std::vector<double> move_;     // the step being tried, in parts of ranges
    double damping_ = 1;
    int steps_ = 0;          // taken on this number of replications
    bool is_fresh_ = false;  // the Jacobian was computed on this number of replications
};

}  // namespace aforo::experiment
