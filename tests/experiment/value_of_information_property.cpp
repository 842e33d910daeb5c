// What knowing is worth, against a decision whose worth is known in closed form; and what it is not worth.
#include <doctest/doctest.h>

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "aforo/experiment/value_of_information.hpp"
#include "support/rates.hpp"

using namespace aforo::experiment;

namespace {

struct Decision {
    Utilities first, second;
    std::vector<std::vector<double>> inputs;
};

// The blocks of worlds that come in turn.
std::vector<int> blocks(std::size_t worlds) {
    std::vector<int> all;
    for (std::size_t w = 0; w < worlds; ++w) all.push_back(static_cast<int>(w % 8));
    return all;
}
Information informed(const Decision& d, std::uint64_t seed) {
    return information(d.first, d.second, d.inputs, blocks(d.first[0].size()), seed);
}

// Two actions: nothing, and one of utility `mean` + Σ weight x, x standard normal, both with luck of their own in each
// half of the replications and with luck that all worlds of a half share.
struct Linear {
    std::size_t worlds, inputs;
    double mean;
    std::vector<double> weights;  // of the first inputs
    double luck = 0, shared_luck = 0;
};
Decision decision(const Linear& d, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::normal_distribution<double> normal;
    Decision all{Utilities(2), Utilities(2), std::vector<std::vector<double>>(d.inputs)};
    const double shared[] = {d.shared_luck * normal(random), d.shared_luck * normal(random)};
    for (std::size_t w = 0; w < d.worlds; ++w) {
        double utility = d.mean;
        for (std::size_t i = 0; i < d.inputs; ++i) {
            const double x = normal(random);
            all.inputs[i].push_back(x);
            utility += i < d.weights.size() ? d.weights[i] * x : 0;
        }
        for (auto* half : {&all.first, &all.second}) {
            (*half)[0].push_back(d.luck * normal(random));
            (*half)[1].push_back(utility + d.luck * normal(random) + shared[half == &all.first ? 0 : 1]);
        }
    }
    return all;
}

// E max(0, N(mean, sd²)) − max(0, mean).
double worth(double mean, double sd) {
    const boost::math::normal_distribution<> standard;
    const double z = std::abs(mean) / sd;
    return sd * boost::math::pdf(standard, z) - std::abs(mean) * boost::math::cdf(standard, -z);
}

struct Moments {
    double sum = 0, squares = 0;
    int n = 0;

    void add(double v) { sum += v, squares += v * v, ++n; }
    [[nodiscard]] double mean() const { return sum / n; }
    [[nodiscard]] double error() const { return std::sqrt((squares - sum * mean()) / (n - 1) / n); }
};

}  // namespace

TEST_CASE("what a linear normal decision is worth to know is its closed form") {
    // U = −0,5 + 2 x0 + x1: 100 times on 256 worlds. What is fitted chooses a little worse than what is true.
    constexpr int times = 100;
    Moments perfect, first, second;
    int held = 0, first_held = 0, told_first = 0, told_none = 0;
    for (int k = 0; k < times; ++k) {
        const auto d = decision({256, 3, -0.5, {2, 1}, 0.1}, 1 + static_cast<std::uint64_t>(k));
        const Information i = informed(d, 5);
        perfect.add(i.perfect.value), first.add(i.inputs[0].value), second.add(i.inputs[1].value);
        held += std::abs(i.perfect.value - worth(-0.5, std::sqrt(5))) <= i.perfect.half_width ? 1 : 0;
        first_held += std::abs(i.inputs[0].value - worth(-0.5, 2)) <= i.inputs[0].half_width ? 1 : 0;
        told_first += i.inputs[0].is_told ? 1 : 0;
        told_none += i.inputs[2].is_told ? 1 : 0;
        CHECK(i.worlds == 256);
    }
    MESSAGE("EVPI " << perfect.mean() << " ± " << perfect.error() << ", in closed form " << worth(-0.5, std::sqrt(5)));
    MESSAGE("EVPPI " << first.mean() << " ± " << first.error() << " and " << second.mean() << " ± " << second.error()
                     << ", in closed form " << worth(-0.5, 2) << " and " << worth(-0.5, 1));
    MESSAGE(held << " and " << first_held << " intervals of " << times << " hold EVPI and EVPPI; told: " << told_first
                 << ", and of no worth " << told_none);
    CHECK(std::abs(perfect.mean() - worth(-0.5, std::sqrt(5))) < 4 * perfect.error());
    CHECK(first.mean() < worth(-0.5, 2) + 4 * first.error());
    CHECK(first.mean() > 0.95 * worth(-0.5, 2) - 4 * first.error());
    CHECK(second.mean() < worth(-0.5, 1) + 4 * second.error());
    CHECK(second.mean() > 0.85 * worth(-0.5, 1) - 4 * second.error());
    CHECK(aforo::testing::may_be_at_least(0.95, held, times));
    CHECK(aforo::testing::may_be_at_least(0.95, first_held, times));
    CHECK(told_first == times);
    CHECK(aforo::testing::may_be_at_most(0.05, told_none, times));
}

TEST_CASE("where nothing is worth knowing no worth is made of luck") {
    // Both actions are as good, in all worlds or by other things than the inputs; luck of each world, luck that all
    // worlds share. Choosing and valuing by the same numbers would make EVPI 0,56 of the luck.
    const Linear cases[] = {{64, 2, 0, {}, 1, 0}, {64, 2, 0, {}, 1, 2}, {64, 2, -0.1, {}, 1, 0.1}};
    for (const Linear& c : cases) {
        Moments perfect;
        std::vector<Moments> of_input(2);
        for (std::uint64_t k = 0; k < 400; ++k) {
            const auto d = decision(c, 500 + k);
            const Information i = informed(d, k);
            perfect.add(i.perfect.value);
            for (std::size_t x = 0; x < 2; ++x) of_input[x].add(i.inputs[x].value);
        }
        MESSAGE("EVPI " << perfect.mean() << " ± " << perfect.error() << ", EVPPI " << of_input[0].mean() << " ± "
                        << of_input[0].error());
        CHECK(perfect.mean() < 4 * perfect.error());
        for (const Moments& m : of_input) CHECK(m.mean() < 4 * m.error());
        CHECK(perfect.error() < 0.02 * (1 + c.shared_luck));
    }
}

TEST_CASE("of inputs that are worth nothing hardly ever is one named, whatever the rest is worth") {
    // 20 inputs, and one more that is not among them and decides; 200 times. A threshold of one input, not of the
    // largest of all, would name some in two of three; a rate of 15 % would be found out.
    constexpr int times = 200;
    int named = 0;
    for (std::uint64_t k = 0; k < times; ++k) {
        auto d = decision({64, 21, 0.2, {1}, 0.3}, 2000 + k);
        d.inputs.erase(d.inputs.begin());
        const Information i = informed(d, k);
        named += std::any_of(i.inputs.begin(), i.inputs.end(), [](const auto& x) { return x.is_told; }) ? 1 : 0;
    }
    MESSAGE(named << " of " << times);
    CHECK(aforo::testing::may_be_at_most(0.05, named, times));
}

TEST_CASE("an input that matters in the middle of its range is worth as much as it is") {
    // Of an x from −2 to 2, 1 − x² is above 0 in the middle half: E max(0, U) = 1/3, and max(0, E U) = 0.
    std::mt19937_64 random(4);
    std::uniform_real_distribution<double> uniform(-2, 2);
    Utilities u(2);
    std::vector<std::vector<double>> inputs(2);
    for (int w = 0; w < 2000; ++w) {
        for (auto& x : inputs) x.push_back(uniform(random));
        u[0].push_back(0);
        u[1].push_back(1 - inputs[0].back() * inputs[0].back());
    }
    const Information i = informed({u, u, inputs}, 1);
    CHECK(std::abs(i.perfect.value - 1.0 / 3) < 2 * i.perfect.half_width);
    CHECK(std::abs(i.inputs[0].value - 1.0 / 3) < 2 * i.inputs[0].half_width);
    CHECK(i.inputs[0].is_told);
    CHECK_FALSE(i.inputs[1].is_told);
}

TEST_CASE("where one action is always better nothing is worth knowing, and the same seed says the same") {
    const auto d = decision({64, 3, 10, {1}, 0.2}, 3);
    const Information i = informed(d, 1);
    CHECK(i.best == 1);
    CHECK(i.mean == doctest::Approx(10).epsilon(0.05));
    CHECK(i.perfect.value == 0);
    CHECK(i.inputs[0].value == 0);
    CHECK_FALSE(i.inputs[0].is_told);
    const auto close = decision({64, 3, 0, {1}, 0.2}, 3);
    CHECK(informed(close, 1).inputs[0].value == informed(close, 1).inputs[0].value);
}

TEST_CASE("an input of few values, or of one, is borne") {
    auto d = decision({200, 2, 0, {1}, 0.1}, 3);
    for (std::size_t w = 0; w < 200; ++w) {
        d.inputs[0][w] = d.inputs[0][w] > 0 ? 1 : 0;
        d.inputs[1][w] = 7;
    }
    const Information i = informed(d, 1);
    CHECK(i.inputs[0].value > 0.3);  // half of E|x|, less a little: 0,40 in the mean
    CHECK(i.inputs[0].is_told);
    CHECK(i.inputs[1].value == 0);
}

TEST_CASE("worlds in which an action cannot be are left out, a few are too few, and there may be no inputs") {
    auto d = decision({40, 2, 0, {1}, 0.1}, 3);
    d.first[1][0] = d.second[0][7] = std::numeric_limits<double>::quiet_NaN();
    CHECK(informed(d, 1).worlds == 38);
    const auto few = decision({23, 2, 0, {1}, 0.1}, 3);
    CHECK(informed(few, 1).inputs.empty());
    const auto alone = decision({40, 0, 0, {}, 0.1}, 3);
    CHECK(informed(alone, 1).inputs.empty());
    CHECK(informed(alone, 1).worlds == 40);
}

TEST_CASE("regrets of a table by hand, and what each of them chooses") {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    // Regrets: 0 0 9, 3 3 0, 4 4 4; by the greatest the second, by the mean the second, the first is best most often.
    const auto r = regrets({{10, 10, 1, 5}, {7, 7, 10, none}, {6, 6, 6, 5}});
    CHECK(std::isnan(r.scenarios[0].by_world[3]));
    CHECK(r.scenarios[1].by_world[0] == 3);
    CHECK(r.scenarios[0].greatest == 9);
    CHECK(r.scenarios[0].mean == doctest::Approx(3));
    CHECK(r.scenarios[0].best_in == doctest::Approx(2.0 / 3));
    CHECK(r.scenarios[0].p90 == doctest::Approx(0.8 * 9));
    CHECK(r.scenarios[1].mean == doctest::Approx(2));
    CHECK(r.scenarios[2].greatest == 4);
    CHECK(r.by_greatest == 1);
    CHECK(r.by_p90 == 1);
    CHECK(r.by_mean == 1);
    CHECK(regrets({{none}}).scenarios.empty());
    // Where one world in twenty goes wrong, the greatest and the rest choose differently.
    Utilities u(2);
    for (int w = 0; w < 20; ++w) u[0].push_back(w == 0 ? -9 : 1), u[1].push_back(0);
    const auto rare = regrets(u);
    CHECK(rare.by_greatest == 1);
    CHECK(rare.by_p90 == 0);
    CHECK(rare.by_mean == 0);
}
