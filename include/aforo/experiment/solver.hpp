// Solves E y(x) = T under common random numbers: damped Gauss–Newton with bounds by projection, on 4, 8, 16 …
// replications (a retrospective approximation [Chen, Schmeiser 2001]). It does not know what simulates: it asks for
// points and is told what they give, so that one study can carry on many of them at once.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace aforo::experiment {

// A key that is free between bounds. All that follows is scaled by their distance.
struct Unknown {
    double start = 0, low = 0, high = 1;
};

// What the mean of y is to be, and how far from it is near enough. One that aims under its value keeps away from it:
// near enough is a mean of which 95 % of single replications (1,645 sd) stay under the value.
struct Aim {
    double value = 0;
    double tolerance = 1;      // above 0
    double below = 0;          // aims so many standard deviations of y under the value; 0, or above 1,645
    std::optional<double> sd;  // of those, when it is known; else that of the replications at hand
};
inline constexpr double one_sided_95 = 1.645;

using Point = std::vector<double>;                // by unknown
using Sample = std::vector<std::vector<double>>;  // by replication, by aim; none: nothing can be simulated there

// dy/dx, by aim and unknown, in their units, and its standard error over the replications.
struct Jacobian {
    std::size_t aims = 0, unknowns = 0;
    std::vector<double> slope, error;  // [aim × unknowns + unknown]

    [[nodiscard]] double at(std::size_t aim, std::size_t unknown) const { return slope[aim * unknowns + unknown]; }
};

struct SolverOptions {
    int first = 4;               // replications to begin with; they double up to
    int most = 32;               //   so many, or until each standard error is at most a quarter of its tolerance
    int steps = 6;               // at most, on each number of replications
    double near = 0.25;          // of a tolerance: no step is taken for less
    double difference = 0.05;    // of a range: the step of a difference
    double longest = 0.3;        // of a range: farther off, a straight line says little
    double trusted = 0;          // tolerances: from so near, at the last, a step is taken and not looked at
    bool new_jacobians = true;   // on the way; else steps correct the one that is known, and no more
    bool final_jacobian = true;  // anew at the solution: what is identified there, and how well
};

// How it came there: one entry for each point that was taken.
struct SolverStep {
    int replications = 0;
    Point at;
    std::vector<double> residual;  // by aim, in tolerances
};

// A combination of unknowns that no aim notices: moving all of them so, in parts of their ranges, changes no aim by its
// tolerance within the bounds, or by no more than its error.
struct Direction {
    std::vector<double> loading;  // by unknown, of length 1; the largest is positive
};

struct Solution {
    Point at;
    std::vector<double> aim, tolerance;   // by aim: aimed at, and how near is near enough
    std::vector<double> mean, sd, error;  // by aim: got, its sd between replications, the mean's standard error
    std::vector<double> uncertainty;      // by unknown: standard error of the solution
    std::optional<Jacobian> jacobian;
    std::vector<double> singular;  // of the scaled Jacobian, the largest first
    std::size_t rank = 0;          // how many of those are identified
    std::vector<Direction> unidentified;
    std::vector<SolverStep> steps;
    int replications = 0;  // of the last look
    bool is_met = false;   // every mean within a tolerance of its aim

    [[nodiscard]] double residual(std::size_t j) const { return (mean[j] - aim[j]) / tolerance[j]; }
};

class Solver {
public:
    struct Ask {
        std::vector<Point> points;  // none: it has ended
        int replications = 0;       // the first so many, the same for all points
    };

    // `known`: the Jacobian of a problem that is nearly this one; without it the first step takes one.
    Solver(std::vector<Unknown> unknowns, std::vector<Aim> aims, SolverOptions options,
           std::optional<Jacobian> known = {});

    [[nodiscard]] const Ask& ask() const { return ask_; }
    // What the points of ask() give, in their order.
    void tell(const std::vector<Sample>& samples);
    [[nodiscard]] bool has_ended() const { return ask_.points.empty(); }
    // Where it stands; of `start` only, before anything was told.
    [[nodiscard]] const Solution& solution() const { return solution_; }
    // What it was told of the point where it stands, with whatever stood behind the aims.
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
    std::vector<double> offsets_;  // of the differences asked for, in parts of ranges
    Sample here_;                  // of where it stands
    std::vector<double> move_;     // the step in course, in parts of ranges
    double damping_ = 1;
    int steps_ = 0;          // on this number of replications
    bool is_fresh_ = false;  // the Jacobian was taken on this number of replications
};

}  // namespace aforo::experiment
