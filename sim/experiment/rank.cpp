#include "aforo/experiment/rank.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/experiment/selection.hpp"
#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/study.hpp"
#include "aforo/experiment/value_of_information.hpp"

namespace aforo::experiment {

namespace {

constexpr int first_replications = 20;  // of the knockout

bool is_of(const measure::Key& key, const results::FigureKey& f) {
    return key.year == f.year && key.level == f.level && key.id == f.id && key.month == 0 &&
           measure::catalogue()[static_cast<std::size_t>(key.column)].name == f.measure;
}

results::Direction direction_of(const results::FigureKey& figure) {
    const auto& all = measure::catalogue();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& c) { return c.name == figure.measure; });
    return found == all.end() ? results::Direction::neither : found->direction;
}

class Ranker {
public:
    Ranker(const std::vector<scenario::Scenario>& scenarios, const RankOptions& options)
        : options_(options), of_study_(options.study) {
        of_study_.precision.reset();
        of_study_.replications = std::max(options.most, options.study.replications);
        of_study_.progress = [this, k = static_cast<int>(scenarios.size())](int done, int) {
            if (options_.study.progress) options_.study.progress(done, std::max(done, k * options_.study.replications));
        };
        study_.emplace(of_study_);
        for (const auto& s : scenarios) {
            study_->add({.scenario = s, .kept = Kept::years, .only = [this](const measure::Key& key) {
                             return std::any_of(options_.of.begin(), options_.of.end(),
                                                [&](const auto& f) { return is_of(key, f); });
                         }});
        }
    }

    RankResult run() {
        RankResult result;
        results::Rank& rank = result.rank;
        const int n = options_.study.replications;
        if (!study_->extend(n)) {
            result.interrupted = true;
            return result;
        }
        rank.base = study_->outcome(0, n).run;
        rank.of = options_.of;
        rank.is_least = is_least(0);
        rank.confidence = 1 - options_.alpha;
        rank.replications = n;
        for (std::size_t i = 0; i < study_->size(); ++i) rank.scenarios.push_back(study_->scenario(i).name);
        const Alternatives values = signed_values(n);
        const double central = std::abs(estimate(values.front()).mean);
        rank.delta = options_.delta.value_or(central / 100);
        if (!(rank.delta > 0)) {
            result.has_no_delta = true;
            return result;
        }
        const Knockout done = knock_out(study_->size(), [this](const auto& who, int upto) { return more(who, upto); },
                                        {.alpha = options_.alpha / 2,
                                         .delta = rank.delta,
                                         .first = first_replications,
                                         .most = std::max(options_.most, first_replications)});
        result.interrupted = done.interrupted;
        if (done.interrupted) return result;
        rank.best = static_cast<int>(done.best);
        rank.replications_of_best = done.replications;
        rank.is_decided = done.is_decided;
        describe(rank, values, done);
        return result;
    }

private:
    std::optional<std::vector<std::vector<double>>> more(const std::vector<std::size_t>& who, int upto) {
        if (!study_->extend(who, upto)) return std::nullopt;
        std::vector<std::vector<double>> all;
        for (const std::size_t i : who) all.push_back(column(i, 0, upto, sign(0)));
        return all;
    }
    [[nodiscard]] bool is_least(std::size_t figure) const {
        if (figure == 0 && options_.is_least) return *options_.is_least;
        return direction_of(options_.of[figure]) == results::Direction::more_is_worse;
    }
    // Otherwise a difference in it is neither good nor bad.
    [[nodiscard]] bool has_direction(std::size_t figure) const {
        return figure == 0 || direction_of(options_.of[figure]) != results::Direction::neither;
    }
    [[nodiscard]] double sign(std::size_t figure) const { return is_least(figure) ? -1 : 1; }
    // A replication in which the figure is undefined counts as 0, because the mean of nothing is no reason to choose.
    [[nodiscard]] std::vector<double> column(std::size_t contender, std::size_t figure, int n, double times) const {
        const auto& keys = study_->keys(contender);
        const auto key =
            std::find_if(keys.begin(), keys.end(), [&](const auto& k) { return is_of(k, options_.of[figure]); });
        std::vector<double> all;
        for (const auto& values : study_->values(contender).first(static_cast<std::size_t>(n))) {
            const double v = key == keys.end() ? 0 : values[static_cast<std::size_t>(key - keys.begin())];
            all.push_back(std::isfinite(v) ? times * v : 0);
        }
        return all;
    }
    [[nodiscard]] Alternatives signed_values(int n) const {
        Alternatives all;
        for (std::size_t i = 0; i < study_->size(); ++i) all.push_back(column(i, 0, n, sign(0)));
        return all;
    }

    void describe(results::Rank& rank, const Alternatives& values, const Knockout& done) const {
        const auto set = not_told_from_best(values, options_.alpha / 2);
        const auto same = twins(values);
        const auto best = static_cast<std::size_t>(rank.best);
        for (std::size_t i = 0; i < values.size(); ++i) {
            results::Ranked r{.scenario = static_cast<int>(i),
                              .value = estimate(column(i, 0, rank.replications, 1)),
                              .is_in_set = std::find(set.begin(), set.end(), i) != set.end(),
                              .same_as = same[i] == i ? -1 : static_cast<int>(same[i]),
                              .left_after = done.left_after[i]};
            if (i != best) {
                std::vector<double> behind;
                for (std::size_t n = 0; n < values[i].size(); ++n)
                    behind.push_back(difference(values[i][n], values[best][n]));
                r.behind =
                    estimate(behind, options_.alpha / static_cast<double>(std::max<std::size_t>(1, values.size() - 1)));
                r.is_equivalent = std::abs(r.behind.mean) < rank.delta;
            }
            for (std::size_t f = 1; f < options_.of.size(); ++f)
                r.others.push_back(estimate(column(i, f, rank.replications, 1)));
            r.dominated_by = dominating(i, rank.replications);
            rank.ranked.push_back(std::move(r));
        }
        std::stable_sort(rank.ranked.begin(), rank.ranked.end(), [&](const auto& a, const auto& b) {
            return rank.is_least ? a.value.mean < b.value.mean : a.value.mean > b.value.mean;
        });
    }

    // With several figures: a scenario that is detectably better in some and worse in none, allowing for all
    // comparisons. Whoever differs in a figure without direction (spending) dominates nobody.
    [[nodiscard]] int dominating(std::size_t i, int n) const {
        if (options_.of.size() < 2) return -1;
        const double family = static_cast<double>(options_.of.size() * study_->size() * (study_->size() - 1));
        for (std::size_t l = 0; l < study_->size(); ++l) {
            int better = 0, worse = 0;
            for (std::size_t f = 0; l != i && f < options_.of.size(); ++f) {
                const auto a = column(i, f, n, sign(f)), b = column(l, f, n, sign(f));
                std::vector<double> apart;
                for (std::size_t r = 0; r < a.size(); ++r) apart.push_back(difference(a[r], b[r]));
                const auto e = estimate(apart, options_.alpha / family);
                better += has_direction(f) && e.mean > 0 && e.mean > e.half_width ? 1 : 0;
                worse += e.mean < 0 || (!has_direction(f) && e.mean != 0) ? 1 : 0;
            }
            if (better > 0 && worse == 0) return static_cast<int>(l);
        }
        return -1;
    }

    const RankOptions& options_;
    Options of_study_;
    std::optional<Study> study_;
};

}  // namespace

RankResult rank(const std::vector<scenario::Scenario>& scenarios, const RankOptions& options) {
    return Ranker(scenarios, options).run();
}

bool add_worlds(const std::vector<scenario::Scenario>& scenarios, const std::optional<CalibrationProblem>& problem,
                const WorldsOptions& options, results::Rank& rank) {
    WorldsOptions of = options;
    of.watched = {rank.of.front()};
    auto made = worlds(scenarios, problem, of, &rank.base);
    if (made.interrupted) return false;
    Utilities means;
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        means.emplace_back();
        for (const auto& world : made.worlds.kept) {
            const auto e = estimate(world.watched[i].front());
            means.back().push_back(e.n > 0 ? (rank.is_least ? -e.mean : e.mean) : results::undefined);
        }
    }
    rank.regrets = regrets(means);
    rank.worlds = std::move(made.worlds);
    return true;
}

}  // namespace aforo::experiment
