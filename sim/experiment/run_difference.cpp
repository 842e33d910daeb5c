#include "aforo/experiment/run_difference.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>

#include "aforo/experiment/statistics.hpp"

namespace aforo::experiment {

namespace {

using results::Assumption;
using results::Difference;
using results::Estimate;
using results::InputChange;
using results::Level;
using results::Run;
using results::RunDifference;
using results::Samples;

constexpr double all_together = 0.05;  // the probability that any of the intervals misses

std::vector<InputChange> changed_inputs(const Run& from, const Run& to) {
    std::map<std::string, std::pair<const Assumption*, const Assumption*>> by_path;
    for (const auto& a : from.assumptions) by_path[a.path].first = &a;
    for (const auto& a : to.assumptions) by_path[a.path].second = &a;
    const auto side = [](const Assumption* a) {
        return a == nullptr ? InputChange::Side{} : InputChange::Side{a->value, a->range, a->source, "", 0};
    };
    std::vector<InputChange> changes;
    for (const auto& [path, pair] : by_path) {
        const InputChange change{path, side(pair.first), side(pair.second)};
        const auto said = [](const InputChange::Side& s) { return std::tie(s.value, s.range, s.source); };
        if (said(change.from) != said(change.to)) changes.push_back(change);
    }
    return changes;
}

// A measure of both runs, as its position in each.
struct Pair {
    std::size_t from = 0, to = 0;
};

using Key = std::tuple<std::string, int, Level, std::string>;

// The rows to compare, in order.
std::vector<std::pair<Key, std::size_t>> headline(const Run& run) {
    std::vector<std::pair<Key, std::size_t>> rows;
    for (std::size_t k = 0; k < run.rows.size(); ++k) {
        const auto& row = run.rows[k];
        if (row.level != Level::programme && row.level != Level::component) continue;
        rows.push_back({{run.columns[static_cast<std::size_t>(row.column)].name, row.year, row.level, row.id}, k});
    }
    return rows;
}

// Below a billionth of the measure, a difference is only the rounding of a subtraction or of a division of whole pesos.
bool is_rounding(double value, const Difference& d) {
    return std::abs(value) <= 1e-9 * std::max(std::abs(d.base.mean), std::abs(d.alternative.mean));
}

Estimate paired(const Difference& d, std::span<const double> from, std::span<const double> to, CriticalT& critical) {
    std::vector<double> apart(from.size());
    for (std::size_t r = 0; r < from.size(); ++r) apart[r] = difference(from[r], to[r]);
    Estimate e = estimate(apart, critical);
    if (is_rounding(e.sd, d)) e.sd = e.half_width = 0;
    return e;
}

Estimate welch(const Difference& d, double alpha) {
    const Estimate &a = d.base, &b = d.alternative;
    Estimate e;
    e.n = std::min(a.n, b.n);
    e.mean = b.mean - a.mean;
    if (e.n < 2) return e;
    const double va = a.sd * a.sd / a.n, vb = b.sd * b.sd / b.n, v = va + vb;
    e.half_width = 0;
    if (!(v > 0)) return e;
    const double freedom = v * v / (va * va / (a.n - 1) + vb * vb / (b.n - 1));
    e.half_width = student_t(1 - alpha / 2, freedom) * std::sqrt(v);
    return e;
}

bool is_same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

// Whether the estimates suggest samples that are equal bit for bit.
bool is_same(const Estimate& a, const Estimate& b) {
    return a.n == b.n && is_same(a.mean, b.mean) && is_same(a.sd, b.sd) && is_same(a.p10, b.p10) &&
           is_same(a.p50, b.p50) && is_same(a.p90, b.p90);
}

double how_far(const Difference& d) {
    return d.value.half_width > 0 ? std::abs(d.value.mean) / d.value.half_width
                                  : std::numeric_limits<double>::infinity();
}

// Adds a difference to those that are told, or to a count.
void sort_out(Difference d, RunDifference& into) {
    if (d.value.n < 2) {
        ++into.unknown;
    } else if (std::abs(d.value.mean) > d.value.half_width && !is_rounding(d.value.mean, d)) {
        into.told.push_back(std::move(d));
    } else {
        ++into.within;
    }
}

}  // namespace

RunDifference difference_of_runs(const Run& from, const Samples& from_samples, const Run& to,
                                 const Samples& to_samples) {
    RunDifference found;
    found.columns = to.columns;
    found.inputs = changed_inputs(from, to);
    const bool are_pairs = from.seed == to.seed && from.replications == to.replications &&
                           from_samples.replications == to_samples.replications &&
                           from_samples.keys >= from.rows.size() && to_samples.keys >= to.rows.size();
    found.how = are_pairs ? RunDifference::How::paired : RunDifference::How::welch;

    const auto rows = headline(from), others = headline(to);
    std::map<Key, std::size_t> places(others.begin(), others.end());
    std::vector<Pair> pairs;
    for (const auto& [key, place] : rows) {
        const auto other = places.find(key);
        if (other == places.end()) {
            ++found.only_from;
        } else {
            pairs.push_back({place, other->second});
        }
    }
    found.only_to = others.size() - pairs.size();

    const double alpha = all_together / std::max<double>(1, static_cast<double>(pairs.size()));
    CriticalT critical(alpha);
    for (const Pair& p : pairs) {
        const auto& row = from.rows[p.from];
        const auto& column = from.columns[static_cast<std::size_t>(row.column)];
        Difference d{.measure = column.name, .unit = column.unit, .year = row.year, .level = row.level, .id = row.id};
        d.base = row.value;
        d.alternative = to.rows[p.to].value;
        const auto a = are_pairs ? from_samples.of(p.from) : std::span<const double>();
        const auto b = are_pairs ? to_samples.of(p.to) : std::span<const double>();
        if (are_pairs ? std::equal(a.begin(), a.end(), b.begin(), [](double x, double y) { return is_same(x, y); })
                      : is_same(d.base, d.alternative)) {
            ++found.equal;
            continue;
        }
        d.value = are_pairs ? paired(d, a, b, critical) : welch(d, alpha);
        sort_out(std::move(d), found);
    }
    std::stable_sort(found.told.begin(), found.told.end(),
                     [](const auto& a, const auto& b) { return how_far(a) > how_far(b); });
    return found;
}

}  // namespace aforo::experiment
