#include "aforo/experiment/prim.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

#include "aforo/core/contracts.hpp"
#include "shuffle.hpp"

namespace aforo::experiment {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t peels = 20;            // one in this many of the worlds inside leaves at a time
constexpr std::size_t looks_at = 4;          // peels that rate_near covers, to choose between equal sides
constexpr std::size_t fewest_in_a_box = 10;  // worlds; also at least a twentieth of all
constexpr double least_supported = 0.05, least_likely = 0.05;

using Flags = std::vector<unsigned char>;  // by world: 0 or 1

struct Data {
    const std::vector<std::vector<double>>& inputs;
    std::vector<std::vector<std::size_t>> orders;  // by input: the worlds ordered by its value
};

// Limits are values of worlds inside the box.
struct Box {
    std::vector<double> low, high;  // by input

    [[nodiscard]] bool restricts(std::size_t i) const { return low[i] > -infinity || high[i] < infinity; }
    [[nodiscard]] std::vector<std::size_t> restricted() const {
        std::vector<std::size_t> all;
        for (std::size_t i = 0; i < low.size(); ++i) {
            if (restricts(i)) all.push_back(i);
        }
        return all;
    }
    void free(std::size_t i) { low[i] = -infinity, high[i] = infinity; }
};

struct Counts {
    std::size_t inside = 0, failing = 0;

    [[nodiscard]] double density() const { return static_cast<double>(failing) / static_cast<double>(inside); }
    // The correlation φ between being inside and failing; 0 for the box of all worlds, whose counts are `all`.
    [[nodiscard]] double phi(const Counts& all) const {
        const auto h = static_cast<double>(failing), n = static_cast<double>(inside);
        const auto every = static_cast<double>(all.inside), fail = static_cast<double>(all.failing);
        const double spread = n * (every - n) * fail * (every - fail);
        return spread > 0 ? (h * every - n * fail) / std::sqrt(spread) : 0;
    }
};

Counts count(const Flags& in, const Flags& fails) {
    Counts c;
    for (std::size_t w = 0; w < in.size(); ++w) {
        if (in[w] == 0) continue;
        ++c.inside;
        c.failing += fails[w];
    }
    return c;
}

Counts count(const Data& data, const Box& box, const Flags& in, const Flags& fails) {
    Flags inside = in;
    for (const std::size_t i : box.restricted()) {
        const auto& x = data.inputs[i];
        for (std::size_t w = 0; w < x.size(); ++w)
            inside[w] = inside[w] != 0 && x[w] >= box.low[i] && x[w] <= box.high[i];
    }
    return count(inside, fails);
}

// The worlds that would leave on one side of an input; worlds of equal value leave together.
struct Peel {
    Counts leaving;
    double limit;      // the outermost value that stays
    double rate_near;  // failure rate of the outermost worlds, further inward than those that leave
};
template <class Iterator>
std::optional<Peel> peel_from(Iterator first, Iterator last, const std::vector<double>& x, const Flags& in,
                              const Flags& fails, std::size_t size) {
    std::optional<Peel> peel;
    Counts passed;
    double before = 0;
    for (Iterator at = first; at != last; ++at) {
        if (in[*at] == 0) continue;
        if (!peel && passed.inside >= size && x[*at] != before) peel = Peel{passed, x[*at], 0};
        if (peel && passed.inside >= looks_at * size) break;
        ++passed.inside;
        passed.failing += fails[*at];
        before = x[*at];
    }
    if (peel) peel->rate_near = passed.density();
    return peel;
}

struct Passed {
    Box box;
    Counts counts;
};

// Peels from all worlds of `in` inwards, restricting only the inputs in `allowed`.
std::vector<Passed> peel(const Data& data, const std::vector<std::size_t>& allowed, Flags in, const Flags& fails) {
    const std::size_t inputs = data.inputs.size();
    Passed now{{std::vector<double>(inputs, -infinity), std::vector<double>(inputs, infinity)}, count(in, fails)};
    const std::size_t least = std::max(fewest_in_a_box, now.counts.inside / peels);
    std::vector<Passed> all{now};
    while (now.counts.failing < now.counts.inside) {
        const std::size_t size = std::max(now.counts.inside / peels, std::size_t{1});
        std::optional<Peel> best;
        std::size_t best_input = 0;
        bool best_is_low = false;
        double best_gain = 0;
        const auto offer = [&](const std::optional<Peel>& p, std::size_t input, bool is_low) {
            if (!p || now.counts.inside - p->leaving.inside < least) return;
            const Counts rest{now.counts.inside - p->leaving.inside, now.counts.failing - p->leaving.failing};
            const double gain = (rest.density() - now.counts.density()) / static_cast<double>(p->leaving.inside);
            if (best && (gain < best_gain || (gain == best_gain && p->rate_near >= best->rate_near))) return;
            best = p, best_input = input, best_is_low = is_low, best_gain = gain;
        };
        for (const std::size_t i : allowed) {
            const auto& order = data.orders[i];
            offer(peel_from(order.begin(), order.end(), data.inputs[i], in, fails, size), i, true);
            offer(peel_from(order.rbegin(), order.rend(), data.inputs[i], in, fails, size), i, false);
        }
        if (!best) break;
        (best_is_low ? now.box.low : now.box.high)[best_input] = best->limit;
        const auto& x = data.inputs[best_input];
        for (std::size_t w = 0; w < in.size(); ++w)
            in[w] = in[w] != 0 && (best_is_low ? x[w] >= best->limit : x[w] <= best->limit);
        now.counts.inside -= best->leaving.inside;
        now.counts.failing -= best->leaving.failing;
        all.push_back(now);
    }
    return all;
}

const Passed& best_of(const std::vector<Passed>& trajectory) {
    const Counts all = trajectory.front().counts;
    return *std::max_element(trajectory.begin(), trajectory.end(),
                             [&](const Passed& a, const Passed& b) { return a.counts.phi(all) < b.counts.phi(all); });
}

// The probability of at least as many failures in a box of this size at the density of the unrestricted box.
double quasi_p(const Counts& with, const Counts& without) {
    if (with.failing == 0) return 1;
    const boost::math::binomial_distribution<> chance(static_cast<double>(with.inside), without.density());
    return boost::math::cdf(boost::math::complement(chance, static_cast<double>(with.failing) - 1));
}

// Removes the restrictions that are not needed, and leaves three at most.
Passed simplified(const Data& data, Passed now, const Flags& in, const Flags& fails) {
    const Counts all = count(in, fails);
    while (true) {
        const auto restricted = now.box.restricted();
        std::optional<Passed> next;
        bool next_is_supported = true;
        for (const std::size_t i : restricted) {
            Passed without = now;
            without.box.free(i);
            without.counts = count(data, without.box, in, fails);
            const double phi = without.counts.phi(all);
            const bool is_supported =
                phi < now.counts.phi(all) && quasi_p(now.counts, without.counts) <= least_supported;
            if (is_supported && restricted.size() <= most_restricted) continue;
            const bool is_next =
                !next || (is_supported == next_is_supported ? phi > next->counts.phi(all) : next_is_supported);
            if (!is_next) continue;
            next = without, next_is_supported = is_supported;
        }
        if (!next) return now;
        now = *next;
    }
}

struct Found {
    Passed best;
    std::vector<Passed> trajectory;
};

Found search(const Data& data, const Flags& in, const Flags& fails) {
    std::vector<std::size_t> inputs(data.inputs.size());
    std::iota(inputs.begin(), inputs.end(), std::size_t{0});
    const Passed first = simplified(data, best_of(peel(data, inputs, in, fails)), in, fails);
    auto trajectory = peel(data, first.box.restricted(), in, fails);
    return {simplified(data, best_of(trajectory), in, fails), std::move(trajectory)};
}

BoxStep step_of(const Passed& p, const Counts& all) {
    return {.coverage = static_cast<double>(p.counts.failing) / static_cast<double>(all.failing),
            .density = p.counts.density(),
            .mass = static_cast<double>(p.counts.inside) / static_cast<double>(all.inside),
            .restricted = p.box.restricted().size()};
}

// Halfway between the outermost world inside and the next one outside.
BoxLimit limit_of(const Box& box, std::size_t input, const std::vector<double>& x) {
    double below = -infinity, above = infinity;
    for (const double v : x) {
        if (v < box.low[input]) below = std::max(below, v);
        if (v > box.high[input]) above = std::min(above, v);
    }
    return {input, below > -infinity ? (below + box.low[input]) / 2 : -infinity,
            above < infinity ? (box.high[input] + above) / 2 : infinity, 0};
}

// Repeats the search on halves of the worlds, in complementary pairs [Shah, Samworth 2013].
void reproduce(const Data& data, const Flags& fails, std::uint64_t seed, std::vector<BoxLimit>& limits) {
    for (int half = 0; half < halves_of_worlds; ++half) {
        const auto places =
            shuffled_places(fails.size(), seed, static_cast<std::uint32_t>(half / 2), shuffle_block::prim_halves);
        const std::size_t middle = places.size() / 2;
        Flags in(fails.size(), 0);
        for (std::size_t k = 0; k < places.size(); ++k) in[places[k]] = (k < middle) == (half % 2 == 0);
        const Found again = search(data, in, fails);
        for (BoxLimit& limit : limits) limit.reproduced += again.best.box.restricts(limit.input) ? 1 : 0;
    }
}

}  // namespace

FailureBox failure_box(const std::vector<std::vector<double>>& inputs, const std::vector<bool>& fails,
                       std::uint64_t seed, int permutations) {
    const std::size_t worlds = fails.size();
    const auto failing = std::count(fails.begin(), fails.end(), true);
    FailureBox result;
    result.too_few = std::min(failing, static_cast<std::ptrdiff_t>(worlds) - failing) < fewest_of_each_kind;
    if (result.too_few) return result;
    Data data{inputs, {}};
    for (const auto& x : inputs) {
        core::ensure(x.size() == worlds, "an input has a value in each world");
        std::vector<std::size_t> order(worlds);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return x[a] < x[b]; });
        data.orders.push_back(std::move(order));
    }
    const Flags in(worlds, 1), outcome(fails.begin(), fails.end());
    const Counts all = count(in, outcome);
    const Found found = search(data, in, outcome);
    for (const Passed& p : found.trajectory) result.trajectory.push_back(step_of(p, all));
    result.box = step_of(found.best, all);
    for (const std::size_t i : found.best.box.restricted())
        result.limits.push_back(limit_of(found.best.box, i, inputs[i]));
    reproduce(data, outcome, seed, result.limits);
    int as_good = 1;
    for (int p = 0; p < permutations; ++p) {
        const auto places = shuffled_places(worlds, seed, static_cast<std::uint32_t>(p), shuffle_block::prim_permuted);
        Flags shuffled;
        for (const std::size_t w : places) shuffled.push_back(outcome[w]);
        as_good += search(data, in, shuffled).best.counts.phi(all) >= found.best.counts.phi(all) ? 1 : 0;
    }
    result.p_value = static_cast<double>(as_good) / (permutations + 1);
    result.is_told = !result.limits.empty() && result.p_value <= least_likely;
    return result;
}

}  // namespace aforo::experiment
