#include "aforo/experiment/sensitivity.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "aforo/experiment/prim.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/two_way.hpp"
#include "aforo/experiment/value_of_information.hpp"
#include "aforo/experiment/weights.hpp"
#include "of_worlds.hpp"
#include "one_at_a_time.hpp"
#include "world_values.hpp"

namespace aforo::experiment {

namespace {

using results::FigureKey;
using results::Sensitivity;
using scenario::Scenario;

// The figures of which each world keeps every replication: the main one, that of the condition, and those that price an
// outcome.
struct Watched {
    std::vector<FigureKey> all;

    std::size_t place_of(const FigureKey& key) {
        const auto found = std::find(all.begin(), all.end(), key);
        if (found != all.end()) return static_cast<std::size_t>(found - all.begin());
        all.push_back(key);
        return all.size() - 1;
    }
};

}  // namespace

double mean_of(const std::vector<double>& v) {
    double sum = 0;
    for (const double x : v) sum += x;
    return v.empty() ? results::undefined : sum / static_cast<double>(v.size());
}

namespace {

// By world and replication: the base's figure, or the alternative's minus the base's; empty where impossible.
std::vector<std::vector<double>> figure_of(const results::Worlds& w, std::size_t place, bool is_difference) {
    std::vector<std::vector<double>> all;
    for (const auto& world : w.kept) {
        const auto& base = world.watched[0][place];
        if (!is_difference) {
            all.push_back(base);
            continue;
        }
        const auto& other = world.watched[1][place];
        auto& of_world = all.emplace_back();
        for (std::size_t r = 0; r < std::min(base.size(), other.size()); ++r)
            of_world.push_back(difference(base[r], other[r]));
    }
    return all;
}

}  // namespace

std::vector<std::vector<double>> inputs_of(const results::Worlds& w) {
    std::vector<std::vector<double>> all;
    for (std::size_t i = 0; i < w.inputs.size() && !w.inputs[i].is_solved; ++i) {
        all.emplace_back();
        for (const auto& world : w.kept) all.back().push_back(world.numbers[i]);
    }
    return all;
}

OfWorlds shares_of(const std::vector<std::vector<double>>& figure, const results::Worlds& worlds,
                   const std::vector<std::vector<double>>& inputs, std::uint64_t seed) {
    OfWorlds all;
    std::vector<double> means, whole;
    std::vector<std::vector<double>> of_inputs(inputs.size());
    std::vector<int> blocks;
    std::size_t replications = 0;
    for (std::size_t w = 0; w < figure.size(); ++w) {
        const double mean = mean_of(figure[w]);
        if (!std::isfinite(mean)) continue;
        means.push_back(mean);
        blocks.push_back(worlds.kept[w].block);
        replications = figure[w].size();
        whole.insert(whole.end(), figure[w].begin(), figure[w].end());
        for (std::size_t i = 0; i < inputs.size(); ++i) of_inputs[i].push_back(inputs[i][w]);
    }
    if (means.size() < fewest_worlds_to_weigh) return all;
    const TwoWay both = two_way(whole, means.size(), replications);
    all.luck_share = both.share_of_luck();
    const Weights weights = weights_of(of_inputs, means, blocks, seed);
    all.by_chance = weights.by_chance;
    for (std::size_t i = 0; i < weights.inputs.size(); ++i) {
        const Weight& x = weights.inputs[i];
        all.shares.push_back({static_cast<int>(i), x.share, x.half_width, x.direction, x.is_told});
    }
    return all;
}

results::Failure failure_of(const Condition& condition, const results::Worlds& w, std::size_t place,
                            const std::vector<std::vector<double>>& inputs, std::uint64_t seed) {
    results::Failure f{.rule = condition.text,
                       .of = condition.of,
                       .is_below = condition.is_below,
                       .threshold = condition.threshold,
                       .halves = halves_of_worlds};
    const auto fails = [&](double v) { return condition.holds(v); };
    std::vector<bool> failed;
    int futures = 0, failing_futures = 0;
    for (const auto& world : w.kept) {
        const auto& values = world.watched[0][place];
        const auto e = estimate(values);
        failed.push_back(fails(e.mean));
        f.failed.push_back(failed.back() ? 1 : 0);
        f.failing += failed.back() ? 1 : 0;
        f.doubtful += std::abs(e.mean - f.threshold) <= 2 * e.sd / std::sqrt(static_cast<double>(std::max(1, e.n)));
        for (const double v : values) ++futures, failing_futures += fails(v) ? 1 : 0;
    }
    f.worlds = static_cast<int>(w.kept.size());
    f.share = static_cast<double>(f.failing) / std::max(1, f.worlds);
    std::tie(f.low, f.high) = wilson(f.failing, f.worlds);
    f.share_of_futures = static_cast<double>(failing_futures) / std::max(1, futures);
    const FailureBox box = failure_box(inputs, failed, seed);
    f.too_few = box.too_few;
    f.is_told = box.is_told;
    f.coverage = box.box.coverage;
    f.density = box.box.density;
    f.mass = box.box.mass;
    f.p_value = box.p_value;
    for (const auto& limit : box.limits)
        f.limits.push_back({static_cast<int>(limit.input), std::isfinite(limit.low) ? limit.low : results::undefined,
                            std::isfinite(limit.high) ? limit.high : results::undefined, limit.reproduced});
    return f;
}

namespace {

// A scenario's beneficiaries and spending over the horizon in a world, from one half of the replications.
struct GivenAndSpent {
    double beneficiaries = 0, spending = 0;
};
GivenAndSpent outcome_of(const results::World& world, std::size_t scenario,
                         const std::vector<std::size_t>& beneficiaries, const std::vector<std::size_t>& spending,
                         std::size_t half) {
    const auto sum = [&](const std::vector<std::size_t>& places) {
        double all = 0;
        for (const std::size_t place : places) {
            const auto& values = world.watched[scenario][place];
            std::vector<double> of_half;
            for (std::size_t r = half; r < values.size(); r += 2) of_half.push_back(values[r]);
            all += mean_of(of_half);  // undefined if the scenario is impossible in this world
        }
        return all;
    };
    return {sum(beneficiaries), sum(spending)};
}

constexpr double cheapest = 0.25, dearest = 4;  // worth of a beneficiary, relative to its cost in the base
constexpr int worths = 9;

void find_out(const std::vector<std::size_t>& beneficiaries, const std::vector<std::size_t>& spending,
              const std::vector<std::vector<double>>& inputs, std::uint64_t seed, Sensitivity& s) {
    const auto& kept = s.worlds.kept;
    const std::size_t actions = s.scenarios.size();
    std::vector<int> blocks;
    for (const auto& world : kept) blocks.push_back(world.block);
    std::array<std::vector<std::vector<GivenAndSpent>>, 2> halves;
    for (std::size_t h = 0; h < 2; ++h) {
        for (std::size_t a = 0; a < actions; ++a) {
            halves[h].emplace_back();
            for (const auto& world : kept) halves[h][a].push_back(outcome_of(world, a, beneficiaries, spending, h));
        }
    }
    double served = 0, spent = 0;
    for (const auto& o : halves[0][0]) served += o.beneficiaries, spent += o.spending;
    if (!(served > 0)) return;
    for (int k = 0; k < worths; ++k) {
        const double worth = spent / served * cheapest * std::pow(dearest / cheapest, k / double{worths - 1});
        std::array<Utilities, 2> u;
        for (std::size_t h = 0; h < 2; ++h) {
            for (std::size_t a = 0; a < actions; ++a) {
                u[h].emplace_back();
                for (const auto& o : halves[h][a]) u[h].back().push_back(o.beneficiaries * worth - o.spending);
            }
        }
        const Information known = information(u[0], u[1], inputs, blocks, seed);
        if (known.worlds < fewest_worlds_to_inform) return;
        results::Finding f{.worth = worth,
                           .best = static_cast<int>(known.best),
                           .perfect = std::max(0.0, known.perfect.value),
                           .perfect_half_width = known.perfect.half_width,
                           .by_chance = known.by_chance};
        for (const auto& input : known.inputs) f.inputs.push_back(std::max(0.0, input.value));
        // Where it cannot be told that all of it is worth anything, no part of it is.
        const bool is_worth = f.perfect > f.perfect_half_width;
        for (std::size_t i = 0; is_worth && i < known.inputs.size(); ++i) {
            if (known.inputs[i].is_told) f.of_inputs.emplace_back(static_cast<int>(i), known.inputs[i].value);
        }
        for (std::size_t a = 0; a < actions; ++a) {
            std::vector<double> defined;
            for (std::size_t w = 0; w < kept.size(); ++w) {
                const double both = (u[0][a][w] + u[1][a][w]) / 2;
                if (std::isfinite(both)) defined.push_back(both);
            }
            f.net.push_back(mean_of(defined));
        }
        s.findings.push_back(std::move(f));
    }
}

// Of the figure's level, over all scenarios, if more of it is better or worse.
std::optional<results::WorldRegrets> regrets_of(std::size_t place, const Sensitivity& s) {
    const auto direction = s.base.column(s.of.measure)->direction;
    if (direction == results::Direction::neither) return std::nullopt;
    const double sign = direction == results::Direction::more_is_worse ? -1 : 1;
    Utilities u;
    for (std::size_t a = 0; a < s.scenarios.size(); ++a) {
        u.emplace_back();
        for (const auto& world : s.worlds.kept) u.back().push_back(sign * mean_of(world.watched[a][place]));
    }
    return regrets(u);
}

}  // namespace

SensitivityResult sensitivity(const std::vector<Scenario>& scenarios, const std::optional<CalibrationProblem>& problem,
                              const SensitivityOptions& options, const results::Run& base) {
    const Scenario& s = scenarios.front();
    const std::uint64_t seed = options.worlds.study.seed;
    Watched watched;
    const std::size_t figure = watched.place_of(options.of);
    const std::size_t condition = options.fails ? watched.place_of(options.fails->of) : 0;
    std::vector<std::size_t> beneficiaries, spending;
    for (int year = s.horizon.first_year; scenarios.size() > 1 && year <= s.horizon.last_year; ++year) {
        beneficiaries.push_back(watched.place_of({"beneficiaries", year}));
        spending.push_back(watched.place_of({"spending", year}));
    }
    WorldsOptions of_worlds = options.worlds;
    of_worlds.watched = watched.all;
    auto made = worlds(scenarios, problem, of_worlds, &base);
    SensitivityResult result;
    result.interrupted = made.interrupted;
    if (made.interrupted || made.worlds.kept.size() < 2) return result;
    Sensitivity& out = result.sensitivity;
    out.base = base;
    out.of = options.of;
    out.is_difference = options.is_difference;
    for (const auto& one : scenarios) out.scenarios.push_back(one.name);
    out.worlds = std::move(made.worlds);
    const auto inputs = inputs_of(out.worlds);
    auto weigh = shares_of(figure_of(out.worlds, figure, options.is_difference), out.worlds, inputs, seed);
    out.luck_share = weigh.luck_share;
    out.by_chance = weigh.by_chance;
    out.shares = std::move(weigh.shares);
    if (options.fails) out.failure = failure_of(*options.fails, out.worlds, condition, inputs, seed);
    if (scenarios.size() > 1) {
        find_out(beneficiaries, spending, inputs, seed, out);
        out.regrets = regrets_of(figure, out);
    }
    const CalibrationProblem* figures = problem ? &*problem : nullptr;
    result.interrupted = !tornado(scenarios, figures, options, out) || !screening(scenarios, figures, options, out);
    return result;
}

}  // namespace aforo::experiment
