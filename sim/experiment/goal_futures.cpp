#include "goal_futures.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "aforo/scenario/language.hpp"
#include "aforo/scenario/prices.hpp"
#include "aforo/scenario/reader.hpp"
#include "inheritance.hpp"
#include "reduce.hpp"
#include "seeds.hpp"
#include "shelf.hpp"
#include "world_search.hpp"

namespace aforo::experiment {

namespace {

using scenario::Scenario;

// Purposes stand apart in an archive: those of luck, and far above them those of worlds, whose fits take more.
constexpr std::size_t first_place_of_luck = std::size_t{1} << 20, places_of_luck = std::size_t{1} << 14;
constexpr std::size_t first_place_in_worlds = std::size_t{1} << 24, places_in_worlds = std::size_t{1} << 23;
constexpr std::size_t first_place_of_futures = std::size_t{1} << 22;  // of a purpose in worlds, after its fits
constexpr std::size_t batch = 16;                                     // of candidates that are fitted together
constexpr std::size_t most_at_once = 64;                              // scenarios held
constexpr int most_draws = 4'000'000;

Options study_of(const FuturesOptions& of) {
    Options o = of.study;
    o.seed = seed_for(of.study.seed, first_purpose_of_goals + static_cast<std::uint64_t>(of.number));
    o.precision.reset();
    o.digests.clear();
    o.progress = [tell = of.tell](int, int) { tell(); };
    return o;
}

// A contender for each pair, and as many replications as futures are asked.
class FuturesOfLuck : public Futures {
public:
    explicit FuturesOfLuck(const FuturesOptions& of) : options_(study_of(of)), only_(of.only) {
        options_.replications = most_futures;
        if (of.study.archive)
            options_.archive = &shelf_.emplace(
                *of.study.archive, first_place_of_luck + static_cast<std::size_t>(of.number) * places_of_luck);
        study_.emplace(options_);
    }

    Values values(const Pair& at, const std::function<const Scenario&()>& scenario, int n) override {
        const auto known = contenders_.find(at);
        const std::size_t c = known != contenders_.end()
                                  ? known->second
                                  : study_->add({.scenario = scenario(), .kept = Kept::years, .only = only_});
        contenders_[at] = c;
        if (!study_->extend({c}, n)) throw WasStopped{};
        return study_->values(c).first(static_cast<std::size_t>(n));
    }
    [[nodiscard]] const std::vector<measure::Key>& keys(const Pair& at) const override {
        return study_->keys(contenders_.at(at));
    }
    [[nodiscard]] Outcome outcome(const Pair& at, const Scenario&, int n) const override {
        return study_->outcome(contenders_.at(at), n);
    }

private:
    static constexpr int most_futures = 1 << 20;

    Options options_;
    std::function<bool(const measure::Key&)> only_;
    std::optional<Shelf> shelf_;
    std::optional<Study> study_;
    std::map<Pair, std::size_t> contenders_;
};

// A contender for each pair and world, with one replication: the world's own.
class FuturesInWorlds : public Futures {
public:
    FuturesInWorlds(const FuturesOptions& of, const Scenario& base, const CalibrationProblem* problem)
        : base_(base), problem_(problem), only_(of.only) {
        of_worlds_.study = study_of(of);
        of_worlds_.most_draws = most_draws;
        of_worlds_.is_independent = true;
        of_study_ = of_worlds_.study;
        of_study_.replications = 1;
        if (of.study.archive) {
            const std::size_t first = first_place_in_worlds + static_cast<std::size_t>(of.number) * places_in_worlds;
            of_worlds_.study.archive = &fits_.emplace(*of.study.archive, first);
            of_study_.archive = &shelf_.emplace(*of.study.archive, first + first_place_of_futures);
        }
        search_.emplace(base, problem, of_worlds_);
        study_.emplace(of_study_);
    }

    Values values(const Pair& at, const std::function<const Scenario&()>& scenario, int n) override {
        const auto wanted = static_cast<std::size_t>(n);
        draw(wanted);
        auto& rows = rows_[at];
        std::optional<Inheritance> inherited;
        if (rows.size() < wanted && !at.empty()) inherited.emplace(base_, scenario());
        while (rows.size() < wanted) {
            const std::size_t first = rows.size(), last = std::min(wanted, first + most_at_once);
            std::vector<std::optional<std::size_t>> places;
            std::vector<std::size_t> all;
            for (std::size_t w = first; w < last; ++w) {
                auto s = inherited ? inherited->in(worlds_[w], problem_) : worlds_[w].fitted;
                places.push_back(s ? std::optional(study_->add({.scenario = std::move(*s),
                                                                .kept = Kept::years,
                                                                .only = only_,
                                                                .first = static_cast<int>(w)}))
                                   : std::nullopt);
                if (places.back()) all.push_back(*places.back());
            }
            if (!study_->extend(all, 1)) throw WasStopped{};
            if (!all.empty()) keys_ = study_->keys(all.front());
            for (const auto& place : places) {
                rows.push_back(place ? study_->values(*place).front()
                                     : std::vector<double>(keys_.size(), results::undefined));
                if (place) study_->forget(*place);
            }
        }
        return Values(rows).first(wanted);
    }
    [[nodiscard]] const std::vector<measure::Key>& keys(const Pair&) const override { return keys_; }
    [[nodiscard]] Outcome outcome(const Pair& at, const Scenario& scenario, int n) const override {
        return outcome_of(scenario, scenario::digest(scenario), keys_,
                          Values(rows_.at(at)).first(static_cast<std::size_t>(n)), of_study_.seed,
                          {of_study_.prices, scenario::price_index(scenario), ""});
    }
    [[nodiscard]] int drawn() const override { return search_->draws(); }
    [[nodiscard]] int worlds() const override { return static_cast<int>(worlds_.size()); }
    [[nodiscard]] std::vector<double> numbers(const Scenario& scenario, const std::string& path, int n) const override {
        const Inheritance inherited(base_, scenario);
        std::vector<double> all;
        for (int w = 0; w < std::min(n, worlds()); ++w) {
            const auto there = inherited.in(worlds_[static_cast<std::size_t>(w)], problem_);
            const auto text = there ? scenario::value_at(*there, path) : std::nullopt;
            if (const auto q = text ? scenario::Quantity::of(*text) : std::nullopt) all.push_back(q->amount);
        }
        return all;
    }

private:
    // As many worlds as are asked, and those that were fitted with them.
    void draw(std::size_t wanted) {
        if (!has_begun_ && !search_->begin()) throw WasStopped{};
        has_begun_ = true;
        while (worlds_.size() < wanted) {
            if (search_->draws() >= most_draws) throw TooFewWorlds{search_->draws(), worlds()};
            auto candidates = search_->next(batch);
            if (!candidates) throw WasStopped{};
            for (auto& c : *candidates) {
                if (c.nearness > 1) continue;
                c.solver.reset();
                c.scenario = {};
                worlds_.push_back(std::move(c));
            }
        }
    }

    const Scenario& base_;
    const CalibrationProblem* problem_;
    std::function<bool(const measure::Key&)> only_;
    WorldsOptions of_worlds_;
    Options of_study_;
    std::optional<Shelf> fits_, shelf_;
    std::optional<WorldSearch> search_;
    std::optional<Study> study_;
    bool has_begun_ = false;
    std::vector<Candidate> worlds_;
    std::vector<measure::Key> keys_;
    std::map<Pair, std::vector<std::vector<double>>> rows_;
};

}  // namespace

std::unique_ptr<Futures> futures_of_luck(const FuturesOptions& options) {
    return std::make_unique<FuturesOfLuck>(options);
}
std::unique_ptr<Futures> futures_in_worlds(const FuturesOptions& options, const Scenario& base,
                                           const CalibrationProblem* problem) {
    return std::make_unique<FuturesInWorlds>(options, base, problem);
}

}  // namespace aforo::experiment
