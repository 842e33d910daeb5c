#include "aforo/experiment/goal_search.hpp"

#include <algorithm>
#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <map>
#include <set>

namespace aforo::experiment {

namespace {

using Binomial = boost::math::binomial_distribution<>;
using Claim = TestedPlace::Claim;

struct WasStopped {};

// Each of the two claims has probability alpha of being wrong.
TestedPlace tested(std::size_t place, int stream, const std::vector<bool>& futures, double probability, double alpha) {
    TestedPlace t{.place = place, .stream = stream, .futures = static_cast<int>(futures.size())};
    t.met = static_cast<int>(std::count(futures.begin(), futures.end(), true));
    if (t.met > 0) t.low = Binomial::find_lower_bound_on_p(t.futures, t.met, alpha);
    if (t.met < t.futures) t.high = Binomial::find_upper_bound_on_p(t.futures, t.met, alpha);
    if (t.low >= probability) t.claim = Claim::passes;
    if (t.high < probability) t.claim = Claim::fails;
    return t;
}

// Bisects sample paths, each starting where the one before ended.
class Search {
public:
    Search(const Trials& trials, const GoalSearchOptions& options) : trials_(trials), o_(options) {}

    // The least place at which the share of the futures tried is P or more; the last place if there is none.
    std::size_t run() {
        std::size_t at = bisect(0, o_.places - 1, o_.first_search);
        for (int n = 2 * o_.first_search; n <= o_.last_search; n *= 2) at = near(at, n);
        return at;
    }

    // Reports what the search has seen, and how often a future turned back.
    void tell(GoalSearch& all) const {
        for (const auto& [place, futures] : seen_)
            all.sought.push_back({.place = place,
                                  .futures = static_cast<int>(futures.size()),
                                  .met = static_cast<int>(std::count(futures.begin(), futures.end(), true))});
        for (auto it = seen_.begin(); it != seen_.end() && std::next(it) != seen_.end(); ++it) {
            const auto &low = it->second, &high = std::next(it)->second;
            for (std::size_t i = 0; i < std::min(low.size(), high.size()); ++i) {
                ++all.compared;
                all.turning_back += low[i] && !high[i] ? 1 : 0;
            }
        }
    }

private:
    bool is_enough(std::size_t place, int n) {
        auto& futures = seen_[place];
        if (static_cast<int>(futures.size()) < n) {
            auto more = trials_(place, 0, n);
            if (!more) {
                if (futures.empty()) seen_.erase(place);
                throw WasStopped{};
            }
            futures = std::move(*more);
        }
        const auto met = static_cast<double>(std::count(futures.begin(), futures.begin() + n, true));
        return met >= std::ceil(o_.probability * n - 1e-9);
    }

    // Bisects between a place below which none is known to be enough and one that is taken to be enough.
    std::size_t bisect(std::size_t low, std::size_t high, int n) {
        if (high == o_.places - 1 && !is_enough(high, n)) return high;
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (is_enough(middle, n)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    // Gallops away from the place, then bisects.
    std::size_t near(std::size_t at, int n) {
        if (is_enough(at, n)) {
            for (std::size_t step = 1;; step *= 2) {
                if (at < step || at == 0) return bisect(0, at, n);
                if (!is_enough(at - step, n)) return bisect(at - step + 1, at, n);
                at -= step;
            }
        }
        for (std::size_t step = 1;; step *= 2) {
            if (at == o_.places - 1) return at;
            const std::size_t next = std::min(o_.places - 1, at + step);
            if (is_enough(next, n)) return bisect(at + 1, next, n);
            at = next;
        }
    }

    const Trials& trials_;
    const GoalSearchOptions& o_;
    std::map<std::size_t, std::vector<bool>> seen_;
};

// Tests fresh futures until a place is known to pass and the one below it to fail.
class Certificate {
public:
    Certificate(const Trials& trials, const GoalSearchOptions& options, GoalSearch& all)
        : trials_(trials), o_(options), all_(all) {}

    void run(std::size_t at) {
        for (int look = 1; look <= o_.looks && !is_done(); ++look) {
            all_.looks = look;
            look_at(std::clamp(at, lowest(), highest()), look);
            at = crossing(look);
        }
    }

private:
    [[nodiscard]] std::size_t lowest() const { return all_.fails ? *all_.fails + 1 : 0; }
    [[nodiscard]] std::size_t highest() const { return all_.passes ? *all_.passes - 1 : o_.places - 1; }
    // Whether no undetermined place is left.
    [[nodiscard]] bool is_done() const { return (all_.passes && *all_.passes <= lowest()) || lowest() > highest(); }

    Claim test(std::size_t place, int look) {
        here_.insert(place);
        const auto futures = trials_(place, look, o_.futures_of_look(look));
        if (!futures) throw WasStopped{};
        const double alpha = o_.alpha / std::pow(2, look) / 2;
        const auto& t = all_.tested.emplace_back(tested(place, look, *futures, o_.probability, alpha));
        if (t.claim == Claim::passes) all_.passes = std::min(place, all_.passes.value_or(place));
        if (t.claim == Claim::fails) all_.fails = std::max(place, all_.fails.value_or(place));
        return t.claim;
    }

    // Tests places on both sides of `at`, as far as unknown, until one passes and one fails; then those that were
    // skipped between them.
    void look_at(std::size_t at, int look) {
        here_.clear();
        const Claim first = test(at, look);
        if (first != Claim::passes) gallop_up(at, look);
        if (first != Claim::fails) gallop_down(at, look);
        while (!is_done() && here_.size() < most_places) {
            const auto next = passed_over();
            if (!next) break;
            test(*next, look);
        }
    }
    void gallop_up(std::size_t at, int look) {
        const std::size_t end = highest();
        for (std::size_t step = 1; at < end; step *= 2) {
            at = std::min(end, at + step);
            if (test(at, look) == Claim::passes) return;
        }
    }
    void gallop_down(std::size_t at, int look) {
        const std::size_t end = lowest();
        for (std::size_t step = 1; at > end; step *= 2) {
            at -= std::min(at - end, step);
            if (test(at, look) == Claim::fails) return;
        }
    }
    // The middle of the places not tested in this look.
    [[nodiscard]] std::optional<std::size_t> passed_over() const {
        std::vector<std::size_t> left;
        for (std::size_t p = lowest(); p <= highest() && p < o_.places; ++p) {
            if (!here_.contains(p)) left.push_back(p);
            if (left.size() > most_places) break;
        }
        if (left.empty()) return std::nullopt;
        return left[left.size() / 2];
    }
    // The place at which the shares of this look cross P.
    [[nodiscard]] std::size_t crossing(int look) const {
        std::size_t at = highest();
        for (const auto& t : all_.tested) {
            if (t.stream == look && t.share() >= o_.probability) at = std::min(at, t.place);
        }
        return at;
    }

    static constexpr std::size_t most_places = 10;  // tested in one look

    const Trials& trials_;
    const GoalSearchOptions& o_;
    GoalSearch& all_;
    std::set<std::size_t> here_;
};

}  // namespace

int GoalSearchOptions::futures_of_look(int look) const {
    const int first = std::max(400, static_cast<int>(std::ceil(40 / (1 - probability) - 1e-9)));
    return first << (look - 1);
}

GoalSearch seek_goal(const Trials& trials, const GoalSearchOptions& options) {
    GoalSearch all;
    Search search(trials, options);
    try {
        const std::size_t at = search.run();
        Certificate(trials, options, all).run(at);
    } catch (const WasStopped&) {
        all.interrupted = true;
    }
    search.tell(all);
    return all;
}

std::optional<TestedPlace> test_place(const Trials& trials, std::size_t place, int stream, int futures,
                                      double probability, double alpha) {
    const auto met = trials(place, stream, futures);
    if (!met) return std::nullopt;
    return tested(place, stream, *met, probability, alpha / 2);
}

}  // namespace aforo::experiment
