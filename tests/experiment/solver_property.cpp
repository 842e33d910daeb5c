// The solver on problems whose solutions are known, with and without the noise of a simulation.
#include <doctest/doctest.h>

#include <cmath>
#include <functional>

#include "aforo/experiment/solver.hpp"
#include "aforo/random/philox.hpp"
#include "aforo/random/quantile.hpp"

using namespace aforo::experiment;

namespace {

using Model = std::function<std::vector<double>(const Point&, int replication)>;

// Common numbers: the same for a replication and an aim, wherever the point.
double noise(int replication, int aim) {
    const double u = std::fmod(0.5 + 0.6180339887498949 * (replication + 1) + 0.7548776662466927 * (aim + 1) +
                                   0.5698402909980532 * (replication + 1) * (aim + 1),
                               1.0);
    return aforo::random::normal_quantile(0.02 + 0.96 * u);
}

Solution solve(const std::vector<Unknown>& unknowns, const std::vector<Aim>& aims, const Model& model,
               SolverOptions options = {}, std::optional<Jacobian> known = {}, int* asked = nullptr) {
    Solver solver(unknowns, aims, options, std::move(known));
    while (!solver.has_ended()) {
        std::vector<Sample> samples;
        for (const Point& p : solver.ask().points) {
            Sample s;
            for (int r = 0; r < solver.ask().replications; ++r) s.push_back(model(p, r));
            if (asked) *asked += solver.ask().replications;
            samples.push_back(std::move(s));
        }
        solver.tell(samples);
    }
    return solver.solution();
}

double worst(const Solution& s) {
    double w = 0;
    for (std::size_t j = 0; j < s.mean.size(); ++j) w = std::max(w, std::abs(s.residual(j)));
    return w;
}

// y0 = 3 a + b, y1 = a − 2 b.
std::vector<double> linear(const Point& x, int) { return {3 * x[0] + x[1], x[0] - 2 * x[1]}; }

}  // namespace

TEST_CASE("a linear problem is solved in one step, and its Jacobian is what it is") {
    const std::vector<Unknown> unknowns = {{1, 0, 10}, {1, 0, 10}};
    const std::vector<Aim> aims = {{11, 0.01, 0, {}}, {-4, 0.01, 0, {}}};
    const auto s = solve(unknowns, aims, linear);
    REQUIRE(s.is_met);
    CHECK(s.at[0] == doctest::Approx(18.0 / 7));
    CHECK(s.at[1] == doctest::Approx(23.0 / 7));
    CHECK(s.rank == 2);
    CHECK(s.unidentified.empty());
    REQUIRE(s.jacobian);
    const double slopes[] = {3, 1, 1, -2};
    for (std::size_t i = 0; i < 4; ++i) CHECK(s.jacobian->slope[i] == doctest::Approx(slopes[i]));
    CHECK(s.steps.size() == 2);
}

TEST_CASE("a curved problem with common noise is solved from starts all over its ranges, to within its error") {
    // A share in the logit and a saturating count that both unknowns move.
    const Model model = [](const Point& x, int r) {
        return std::vector<double>{1 / (1 + std::exp(-(x[0] - 0.5 * x[1]))) + 0.02 * noise(r, 0),
                                   1000 * (1 - std::exp(-x[1])) * (1 + 0.1 * x[0]) + 40 * noise(r, 1)};
    };
    const Point truth = {1.2, 0.9};
    std::vector<double> goal(2);
    for (int r = 0; r < 64; ++r) {
        const auto y = model(truth, r);
        for (std::size_t j = 0; j < 2; ++j) goal[j] += y[j] / 64;
    }
    const std::vector<Aim> aims = {{goal[0], 0.01, 0, {}}, {goal[1], 15, 0, {}}};
    for (const double a : {-2.0, 0.0, 1.5, 4.0}) {
        for (const double b : {0.1, 1.0, 2.9}) {
            CAPTURE(a);
            CAPTURE(b);
            const auto s = solve({{a, -2, 4}, {b, 0.05, 3}}, aims, model, {.most = 64});
            CHECK(s.is_met);
            CHECK(worst(s) <= 0.25);
            for (std::size_t i = 0; i < 2; ++i) {
                CHECK(s.uncertainty[i] > 0);
                CHECK(std::abs(s.at[i] - truth[i]) < 4 * s.uncertainty[i] + 0.05);
            }
        }
    }
}

TEST_CASE("two unknowns that make up for each other are told so, and stay where they are") {
    const Model product = [](const Point& x, int) { return std::vector<double>{x[0] * x[1], 5 * x[2]}; };
    const std::vector<Aim> aims = {{12, 0.05, 0, {}}, {10, 0.05, 0, {}}};
    const auto s = solve({{2, 1, 8}, {4, 1, 8}, {1, 0, 4}}, aims, product);
    REQUIRE(s.is_met);
    CHECK(s.rank == 2);
    REQUIRE(s.unidentified.size() == 1);
    const auto& loading = s.unidentified.front().loading;
    CHECK(loading[0] * loading[1] < 0);  // more of one, less of the other
    CHECK(std::abs(loading[2]) < 1e-6);
    // The least move that solves it, not one along the direction that nothing says.
    CHECK(s.at[0] == doctest::Approx(3).epsilon(0.25));
    CHECK(s.at[1] == doctest::Approx(4).epsilon(0.25));
}

TEST_CASE("an unknown that moves nothing keeps its value") {
    const Model model = [](const Point& x, int) { return std::vector<double>{2 * x[0]}; };
    const auto s = solve({{1, 0, 10}, {3, 0, 10}}, {{8, 0.1, 0, {}}}, model);
    CHECK(s.is_met);
    CHECK(s.at[1] == 3);
    REQUIRE(s.unidentified.size() == 1);
    CHECK(s.unidentified.front().loading[1] == doctest::Approx(1));
}

TEST_CASE("an aim beyond the bounds is approached, and the others are met all the same") {
    const std::vector<Unknown> unknowns = {{1, 0, 2}, {1, 0, 10}};
    const Model model = [](const Point& x, int) { return std::vector<double>{x[0], x[0] + x[1]}; };
    const std::vector<Aim> aims = {{5, 0.1, 0, {}}, {6, 0.1, 0, {}}};
    const auto s = solve(unknowns, aims, model);
    CHECK_FALSE(s.is_met);
    CHECK(s.at[0] == 2);
    CHECK(s.mean[0] == 2);
    CHECK(s.residual(1) == doctest::Approx(0).epsilon(0.25));
}

TEST_CASE("an aim below a value stands so many standard deviations under it") {
    const Model model = [](const Point& x, int r) { return std::vector<double>{x[0] + 5 * noise(r, 0)}; };
    const auto s = solve({{50, 0, 200}}, {{100, 2, 3, {}}}, model);
    CHECK(s.is_met);
    CHECK(s.aim[0] == doctest::Approx(100 - 3 * s.sd[0]));
    CHECK(s.mean[0] + 1.645 * s.sd[0] < 100);
    const auto known = solve({{50, 0, 200}}, {{100, 2, 3, 4.0}}, model);
    CHECK(known.aim[0] == 88);
}

TEST_CASE("from the Jacobian of a problem that is nearly the same, few looks are enough") {
    const std::vector<Aim> aims = {{11, 0.01, 0, {}}, {-4, 0.01, 0, {}}};
    const std::vector<Unknown> unknowns = {{1, 0, 10}, {1, 0, 10}};
    const auto base = solve(unknowns, aims, linear);
    const Model other = [](const Point& x, int) {
        return std::vector<double>{3.3 * x[0] + x[1] + 0.1, x[0] - 1.9 * x[1]};
    };
    int asked = 0;
    auto start = unknowns;
    for (std::size_t i = 0; i < 2; ++i) start[i].start = base.at[i];
    const auto s = solve(start, aims, other, {.final_jacobian = false}, base.jacobian, &asked);
    CHECK(s.is_met);
    CHECK(asked <= 5 * 4);
}

TEST_CASE("what is solved already is not moved") {
    const Model model = [](const Point& x, int r) { return std::vector<double>{x[0] + 5 * noise(r, 0)}; };
    const std::vector<Aim> aims = {{100, 2, 0, {}}};
    const auto s = solve({{50, 0, 200}}, aims, model);
    const auto again = solve({{s.at[0], 0, 200}}, aims, model);
    CHECK(again.at[0] == s.at[0]);
}

TEST_CASE("where nothing can be simulated, a step is shortened") {
    const Model model = [](const Point& x, int) { return std::vector<double>{std::sqrt(x[0])}; };
    Solver solver({{9, 0, 100}}, {{6, 0.01, 0, {}}}, {});
    bool was_refused = false;
    while (!solver.has_ended()) {
        std::vector<Sample> samples;
        for (const Point& p : solver.ask().points) {
            const bool is_possible = p[0] <= 36.5;
            was_refused = was_refused || !is_possible;
            samples.push_back(is_possible ? Sample(static_cast<std::size_t>(solver.ask().replications), model(p, 0))
                                          : Sample{});
        }
        solver.tell(samples);
    }
    CHECK(was_refused);
    CHECK(solver.solution().is_met);
    CHECK(solver.solution().at[0] == doctest::Approx(36).epsilon(0.01));
}
