#include "aforo/experiment/compare.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>

#include "aforo/core/contracts.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/study.hpp"
#include "changed.hpp"
#include "fates.hpp"
#include "reduce.hpp"

namespace aforo::experiment {

namespace {

using results::Difference;
using results::Estimate;
using results::Level;

// A measure in both scenarios, by replication.
struct Pair {
    const results::Column* column = nullptr;
    int year = 0;
    Level level = Level::programme;
    std::string id;
    std::vector<double> base, alternative;
};

Difference difference_of(const Pair& p, CriticalT& plain, CriticalT& critical) {
    std::vector<double> paired(p.base.size());
    for (std::size_t r = 0; r < paired.size(); ++r) paired[r] = difference(p.base[r], p.alternative[r]);
    Difference d{.measure = p.column->name,
                 .unit = p.column->unit,
                 .year = p.year,
                 .level = p.level,
                 .id = p.id,
                 .base = estimate(p.base, plain),
                 .alternative = estimate(p.alternative, plain),
                 .value = estimate(paired, critical)};
    // Subtracting equal spreads leaves only rounding errors, which are not spread.
    if (d.value.sd <= 1e-9 * std::max(std::abs(d.base.mean), std::abs(d.value.mean)))
        d.value.sd = d.value.half_width = 0;
    const double apart = d.base.sd * d.base.sd + d.alternative.sd * d.alternative.sd;
    d.gain = d.value.sd > 0 ? apart / (d.value.sd * d.value.sd) : std::numeric_limits<double>::quiet_NaN();
    return d;
}

// Spending per additional beneficiary: the ratio of the mean differences, with its interval [Cochran, Sampling
// Techniques, 1977, 6.3]. Nothing when the difference in beneficiaries does not exceed its error, or when one of the
// two grows and the other shrinks.
std::optional<Difference> marginal_cost_of(const Pair& spending, const Pair& beneficiaries, CriticalT& critical) {
    const std::size_t n = spending.base.size();
    std::vector<double> money(n), served(n), residual(n);
    for (std::size_t r = 0; r < n; ++r) {
        money[r] = difference(spending.base[r], spending.alternative[r]);
        served[r] = difference(beneficiaries.base[r], beneficiaries.alternative[r]);
    }
    const Estimate more = estimate(served, critical);
    if (!(std::abs(more.mean) > more.half_width)) return std::nullopt;  // or its error is unknown (one replication)
    const double ratio = estimate(money, critical).mean / more.mean;
    if (ratio <= 0) return std::nullopt;
    for (std::size_t r = 0; r < n; ++r) residual[r] = money[r] - ratio * served[r];
    Difference d{.measure = results::marginal_cost, .unit = spending.column->unit, .year = spending.year};
    d.value = estimate(residual, critical);
    d.value.sd /= std::abs(more.mean);
    d.value.half_width /= std::abs(more.mean);
    d.value.mean = d.value.p10 = d.value.p50 = d.value.p90 = ratio;
    d.gain = std::numeric_limits<double>::quiet_NaN();
    return d;
}

std::vector<double> copy_of(std::span<const double> values) { return {values.begin(), values.end()}; }

}  // namespace

std::vector<Difference> differences(const Outcome& base, const Outcome& alternative, double alpha) {
    core::ensure(base.run.seed == alternative.run.seed, "only replications of the same numbers can be paired");
    return differences(base.run.rows, base.samples, alternative.run.rows, alternative.samples, alpha);
}

std::vector<Difference> differences(const std::vector<results::Row>& base, const results::Samples& of_base,
                                    const std::vector<results::Row>& alternative,
                                    const results::Samples& of_alternative, double alpha) {
    core::ensure(of_base.replications == of_alternative.replications,
                 "only replications of the same numbers can be paired");
    using Key = std::tuple<int, int, Level, std::string_view>;
    const auto key_of = [](const results::Row& row) { return Key{row.column, row.year, row.level, row.id}; };
    std::map<Key, std::size_t> rows;
    for (std::size_t k = 0; k < alternative.size(); ++k) rows.emplace(key_of(alternative[k]), k);

    CriticalT plain, critical(alpha);
    std::vector<Difference> all;
    std::map<std::string, Pair> totals;          // over years, of the measures that add up
    std::map<int, std::pair<Pair, Pair>> money;  // spending and beneficiaries by year; year 0 is all years
    for (std::size_t k = 0; k < base.size(); ++k) {
        const results::Row& row = base[k];
        const auto other = rows.find(key_of(row));
        if (other == rows.end()) continue;
        const results::Column& column = measure::catalogue()[static_cast<std::size_t>(row.column)];
        const Pair pair{
            &column, row.year, row.level, row.id, copy_of(of_base.of(k)), copy_of(of_alternative.of(other->second))};
        all.push_back(difference_of(pair, plain, critical));
        if (row.level != Level::programme || !column.adds_up()) continue;
        Pair& total = totals[column.name];
        total.column = &column;
        total.base.resize(pair.base.size());
        total.alternative.resize(pair.base.size());
        for (std::size_t r = 0; r < pair.base.size(); ++r) {
            total.base[r] += pair.base[r];
            total.alternative[r] += pair.alternative[r];
        }
        if (column.name == "spending") money[row.year].first = pair;
        if (column.name == "beneficiaries") money[row.year].second = pair;
    }
    for (const auto& column : measure::catalogue()) {
        if (const auto total = totals.find(column.name); total != totals.end())
            all.push_back(difference_of(total->second, plain, critical));
    }
    money[0] = {totals["spending"], totals["beneficiaries"]};
    for (const auto& [year, pair] : money) {
        if (pair.first.base.empty() || pair.second.base.empty()) continue;
        if (auto d = marginal_cost_of(pair.first, pair.second, critical)) all.push_back(std::move(*d));
    }
    return all;
}

namespace {

constexpr int first_batch = 10, largest_batch = 40;

// Flattens what is kept of an alternative's replication beside its measures: how enterprises fare against the base.
std::vector<double> as_numbers(const FateCounts& fates) {
    std::vector<double> all;
    for (const auto& of_part : fates) all.insert(all.end(), of_part.begin(), of_part.end());
    return all;
}

FateCounts as_fates(std::span<const double> numbers) {
    FateCounts fates{};
    for (auto& of_part : fates) {
        std::copy_n(numbers.begin(), of_part.size(), of_part.begin());
        numbers = numbers.subspan(of_part.size());
    }
    return fates;
}

// All scenarios go through each batch of replications together, so that the base's enterprises are kept for one batch
// only.
class Comparer {
public:
    Comparer(const std::vector<scenario::Scenario>& scenarios, const Options& options)
        : options_(options), study_(options) {
        study_.add({.scenario = scenarios.front(),
                    .kept = Kept::years,
                    .beside =
                        [this](int r, const measure::Replication& replication) {
                            of_batch(r) = replication.admissions();
                            return std::vector<double>{};
                        },
                    .leaves = measure::Keep::admissions,
                    .comes_first = true,
                    .digest = options.digest_of(0)});
        const auto fare = [this](int r, const measure::Replication& replication) {
            return as_numbers(fates_of(of_batch(r), replication.admissions()));
        };
        for (std::size_t i = 1; i < scenarios.size(); ++i) {
            study_.add({.scenario = scenarios[i],
                        .kept = Kept::years,
                        .beside = fare,
                        .leaves = measure::Keep::admissions,
                        .digest = options.digest_of(i)});
        }
    }

    Compared run() {
        bool is_whole = true, is_reached = !options_.precision;
        int n = 0;
        do {
            const int next = std::min({n == 0              ? first_batch
                                       : n < largest_batch ? 2 * n
                                                           : n + largest_batch,
                                       options_.replications});
            base_admissions_.assign(static_cast<std::size_t>(next), {});
            is_whole = study_.extend(next);
            if (!is_whole) break;
            n = next;
            if (options_.precision) is_reached = is_precise();
        } while (n < options_.replications && !(options_.precision && is_reached));
        return {comparison_of(is_whole ? n : what_is_left(n), all_alternatives()), is_reached, !is_whole};
    }

    // All replications at once, as there is no precision to look for.
    ComparedGroups run(const std::vector<std::vector<std::size_t>>& groups) {
        const int n = options_.replications;
        base_admissions_.assign(static_cast<std::size_t>(n), {});
        ComparedGroups all;
        all.interrupted = !study_.extend(n);
        for (std::size_t g = 0; !all.interrupted && g < groups.size(); ++g)
            all.comparisons.push_back(comparison_of(n, groups[g]));
        return all;
    }

private:
    [[nodiscard]] std::vector<measure::Admission>& of_batch(int replication) {
        return base_admissions_[static_cast<std::size_t>(replication)];
    }

    [[nodiscard]] int finished(std::size_t contender) const {
        return static_cast<int>(study_.values(contender).size());
    }

    // The number of replications reported after an interruption: those that all scenarios have, at least n; if that is
    // below two, the first batch, for the alternatives that finished it.
    [[nodiscard]] int what_is_left(int n) const {
        int of_all = finished(0);
        for (std::size_t i = 1; i < study_.size(); ++i) of_all = std::min(of_all, finished(i));
        const int common = std::max(n, of_all);
        return common >= 2 ? common : std::min(first_batch, options_.replications);
    }

    [[nodiscard]] double alpha() const { return alpha_of(study_.size() - 1); }
    // All intervals of a comparison hold together (Bonferroni).
    [[nodiscard]] static double alpha_of(std::size_t alternatives) {
        return 0.05 / static_cast<double>(std::max<std::size_t>(1, alternatives));
    }
    [[nodiscard]] std::vector<std::size_t> all_alternatives() const {
        std::vector<std::size_t> all;
        for (std::size_t i = 1; i < study_.size(); ++i) all.push_back(i);
        return all;
    }

    // Checks each year's beneficiaries in every alternative.
    [[nodiscard]] bool is_precise() const {
        const auto watched = yearly(study_.keys(0), "beneficiaries");
        const auto is_known = [&](std::size_t contender, std::size_t i) {
            const auto& key = study_.keys(0)[i];
            const auto& keys = study_.keys(contender);
            const auto same = std::find_if(keys.begin(), keys.end(), [&](const auto& k) {
                return k.column == key.column && k.year == key.year && k.level == key.level;
            });
            if (same == keys.end()) return true;  // that scenario has no such year
            const auto a = column_of(study_.values(0), i);
            auto paired = column_of(study_.values(contender), static_cast<std::size_t>(same - keys.begin()));
            for (std::size_t r = 0; r < paired.size(); ++r) paired[r] -= a[r];
            const auto e = estimate(paired, alpha() / static_cast<double>(watched.size()));
            return e.half_width <= *options_.precision * estimate(a).mean;
        };
        for (std::size_t c = 1; c < study_.size(); ++c) {
            if (!std::all_of(watched.begin(), watched.end(), [&](std::size_t i) { return is_known(c, i); }))
                return false;
        }
        return true;
    }

    // Compares the first n replications, for the alternatives that have as many, up to the first that has not.
    [[nodiscard]] results::Comparison comparison_of(int n, const std::vector<std::size_t>& alternatives) const {
        results::Comparison comparison;
        if (finished(0) < n) return comparison;
        Outcome base = study_.outcome(0, n);
        for (const std::size_t i : alternatives) {
            if (finished(i) < n) break;
            Outcome alternative = study_.outcome(i, n);
            results::Alternative a;
            a.changes = named_changes(study_.scenario(0), study_.scenario(i));
            a.differences = differences(base, alternative, alpha_of(alternatives.size()));
            for (auto& d : a.differences) name_pesos(base.run.prices, d.unit);
            std::vector<FateCounts> fates;
            for (const auto& v : study_.values(i).first(static_cast<std::size_t>(n)))
                fates.push_back(as_fates(std::span(v).subspan(study_.keys(i).size())));
            a.fates = estimate_fates(fates, alpha_of(alternatives.size()));
            a.run = std::move(alternative.run);
            comparison.alternatives.push_back(std::move(a));
        }
        comparison.base = std::move(base.run);
        return comparison;
    }

    const Options& options_;
    Study study_;
    std::vector<std::vector<measure::Admission>> base_admissions_;  // by replication of the batch
};

}  // namespace

Compared compare(const std::vector<scenario::Scenario>& scenarios, const Options& options) {
    return Comparer(scenarios, options).run();
}

ComparedGroups compare(const std::vector<scenario::Scenario>& scenarios,
                       const std::vector<std::vector<std::size_t>>& groups, const Options& options) {
    return Comparer(scenarios, options).run(groups);
}

}  // namespace aforo::experiment
