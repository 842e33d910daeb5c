#include "aforo/experiment/worlds.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "aforo/experiment/study.hpp"
#include "aforo/experiment/value_of_information.hpp"
#include "aforo/experiment/weights.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/scenario/reader.hpp"
#include "inheritance.hpp"
#include "shelf.hpp"
#include "world_search.hpp"
#include "world_values.hpp"

namespace aforo::experiment {

namespace {

using Kind = results::WorldRefusal::Kind;
using scenario::Scenario;

constexpr std::size_t batch = 16;  // candidates fitted together; constant, so that results do not depend on the threads
constexpr const char* headline = "beneficiaries";
constexpr const char* source_of_worlds = "mundo";

// Offices in thousands of futures would be more than anyone reads.
bool is_kept(const measure::Key& key) { return key.level != results::Level::office && key.month == 0; }

// A simulated candidate.
struct Kept {
    Candidate candidate;
    std::vector<std::vector<std::vector<double>>> values;  // by scenario (the base, then the alternatives), replication
};

// Each alternative has its own study, so that its places in the archive do not depend on the others.
struct AlternativeStudy {
    Options options;
    std::optional<Shelf> shelf;
    std::optional<Study> study;
};

class WorldRunner {
public:
    WorldRunner(const std::vector<Scenario>& scenarios, const std::optional<CalibrationProblem>& problem,
                const WorldsOptions& options)
        : scenarios_(scenarios),
          problem_(problem ? &*problem : nullptr),
          options_(options),
          of_search_(options),
          all_assumed_(scenario::assumed(scenarios.front())),
          values_(scenarios.size()) {
        for (std::size_t i = 1; i < scenarios.size(); ++i) inherited_.emplace_back(scenarios.front(), scenarios[i]);
        of_search_.study.progress = [this](int done, int) { tell_progress(fitted_items_ = done, run_items_); };
        of_study_ = options.study;
        of_study_.precision.reset();
        of_study_.progress = [this](int done, int) { tell_progress(fitted_items_, run_items_ = done); };
        if (options.study.archive) of_study_.archive = &shelf_.emplace(*options.study.archive, first_place_of_worlds);
        search_.emplace(scenarios.front(), problem_, of_search_);
        study_.emplace(of_study_);
        for (std::size_t i = 1; i < scenarios.size(); ++i) alternatives_.push_back(alternative_study(i));
    }

    // Returns false when stopped.
    bool run() {
        if (!search_->begin()) return false;
        while (static_cast<int>(kept_.size()) < options_.kept) {
            auto candidates = search_->next(batch);
            if (!candidates) return false;
            if (!simulate(std::move(*candidates))) return false;
            if (search_->draws() >= options_.most_draws) break;
        }
        return true;
    }

    [[nodiscard]] results::Worlds results(const results::Run* base) {
        results::Worlds w;
        const Scenario& s = scenarios_.front();
        w.wanted = options_.kept;
        w.drawn = search_->draws();
        w.passed = search_->passed();
        w.fitted = search_->fitted();
        w.replications = options_.study.replications;
        w.headline = headline;
        w.headline_year = s.horizon.last_year;
        w.is_fitted = problem_ != nullptr;
        w.ended_early = static_cast<int>(kept_.size()) < options_.kept;
        w.refusals = search_->refusals();
        for (std::size_t j = 0; problem_ && j < problem_->aims; ++j) w.figures.push_back(problem_->figures[j].name);
        describe_inputs(w);
        describe_worlds(w);
        std::vector<int> blocks;
        for (const auto& world : w.kept) blocks.push_back(world.block);
        w.measures = measures_of(values_.front(), blocks, base);
        for (std::size_t i = 1; i < scenarios_.size(); ++i) w.alternatives.push_back(alternative(i, blocks));
        Utilities headlines;  // beneficiaries: more is better
        for (const auto& of_scenario : values_) headlines.push_back(means_of(of_scenario, headline, w.headline_year));
        w.regrets = regrets(headlines);
        describe_tolerances(w);
        weigh(w);
        for (int year = s.horizon.first_year; year <= s.horizon.last_year; ++year)
            w.futures.push_back({year, futures_of(values_.front(), headline, year)});
        return w;
    }

private:
    void tell_progress(int fitted, int run) const {
        if (!options_.study.progress) return;
        const double kept = options_.kept;
        const double whole = kept * options_.study.replications *
                             (static_cast<double>(scenarios_.size()) - 1 + (problem_ ? whole_of_kept : 1));
        const double of_fits = problem_ ? kept / kept_of_fitted * replications_to_fit + replications_of_base : 0;
        const int expected = static_cast<int>(whole + of_fits);
        options_.study.progress(fitted + run, std::max(fitted + run, expected));
    }

    // Simulates the base in each candidate, then the alternatives in those that agree with the figures. A study forgets
    // what has been taken from it: a scenario with where each key comes from is large, and there are thousands.
    bool simulate(std::vector<Candidate> candidates) {
        std::vector<std::size_t> places;
        for (const auto& c : candidates)
            places.push_back(study_->add({.scenario = *c.fitted, .kept = experiment::Kept::years, .only = is_kept}));
        if (!study_->extend(places, options_.study.replications)) return false;
        if (!places.empty()) values_.front().keys = study_->keys(places.front());
        std::vector<Kept> good;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            Kept k{.candidate = std::move(candidates[i])};
            k.values.push_back(copy_of(*study_, places[i]));
            study_->forget(places[i]);
            if (k.candidate.nearness > 1) {
                k.candidate.fitted.reset();
                make_small(k.candidate);
                near_.push_back(std::move(k));
            } else if (static_cast<int>(kept_.size() + good.size()) < options_.kept) {
                good.push_back(std::move(k));
            }
        }
        return run_alternatives(std::move(good));
    }

    // What is only needed to fit it.
    static void make_small(Candidate& c) {
        c.scenario = {};
        c.solver.reset();
    }

    [[nodiscard]] std::vector<std::vector<double>> copy_of(const Study& study, std::size_t contender) const {
        const auto values = study.values(contender).first(static_cast<std::size_t>(options_.study.replications));
        return {values.begin(), values.end()};
    }

    [[nodiscard]] std::unique_ptr<AlternativeStudy> alternative_study(std::size_t i) {
        auto made = std::make_unique<AlternativeStudy>();
        made->options = of_study_;
        if (options_.study.archive)
            made->options.archive = &made->shelf.emplace(*options_.study.archive, place_of_alternative(i));
        made->study.emplace(made->options);
        return made;
    }

    bool run_alternatives(std::vector<Kept> good) {
        for (std::size_t i = 1; i < scenarios_.size(); ++i) {
            Study& study = *alternatives_[i - 1]->study;
            std::vector<std::optional<std::size_t>> places;
            std::vector<std::size_t> added;
            for (const auto& k : good) {
                auto s = inherited_[i - 1].in(k.candidate, problem_);
                places.push_back(s ? std::optional(study.add(
                                         {.scenario = std::move(*s), .kept = experiment::Kept::years, .only = is_kept}))
                                   : std::nullopt);
                if (places.back()) added.push_back(*places.back());
            }
            if (!study.extend(added, options_.study.replications)) return false;
            for (std::size_t g = 0; g < good.size(); ++g) {
                good[g].values.emplace_back();
                if (!places[g]) continue;
                good[g].values.back() = copy_of(study, *places[g]);
                values_[i].keys = study.keys(*places[g]);
                study.forget(*places[g]);
            }
        }
        for (auto& k : good) {
            for (std::size_t i = 0; i < scenarios_.size(); ++i) values_[i].by_world.push_back(std::move(k.values[i]));
            k.values.clear();
            make_small(k.candidate);
            kept_.push_back(std::move(k));
        }
        return true;
    }

    void describe_inputs(results::Worlds& w) const {
        const auto texts = scenario::numbers(scenarios_.front());
        const auto describe = [&](const scenario::Assumed& a, bool is_solved) {
            results::WorldInput in{.path = a.path,
                                   .low = a.range.low_text,
                                   .high = a.range.high_text,
                                   .shape = scenario::word_of(a.range.shape),
                                   .base = a.value,
                                   .low_value = a.range.low,
                                   .high_value = a.range.high,
                                   .is_solved = is_solved};
            std::tie(in.unit, in.scale) = unit_of(a);
            const auto found =
                std::find_if(texts.begin(), texts.end(), [&](const auto& n) { return n.path.starts_with(a.path); });
            if (found != texts.end()) in.source = found->provenance.source;
            in.name = {scenario::name_of(a.path, scenarios_.front(), core::Lang::es),
                       scenario::name_of(a.path, scenarios_.front(), core::Lang::en)};
            w.inputs.push_back(std::move(in));
        };
        for (const auto& a : search_->drawn()) describe(a, false);
        for (std::size_t i = 0; problem_ && i < problem_->keys.size(); ++i) {
            const auto found = std::find_if(all_assumed_.begin(), all_assumed_.end(),
                                            [&](const auto& a) { return a.path == problem_->keys[i].path; });
            if (found != all_assumed_.end()) describe(*found, true);
        }
    }

    // The unit and divisor of a range, as its text shows them: h and 3.600.000 for one that ends in 1400 h.
    static std::pair<std::string, double> unit_of(const scenario::Assumed& a) {
        const std::string& text = a.range.high == 0 ? a.range.low_text : a.range.high_text;
        const double amount = a.range.high == 0 ? a.range.low : a.range.high;
        const auto end = text.find(' ');
        const double number = amount == 0 ? 0 : std::stod(text.substr(0, end));
        if (number == 0) return {"", 1};
        return {end == std::string::npos ? "" : text.substr(end + 1), amount / number};
    }

    // The text of an input's value in a world; for several parts, that of their mean.
    void describe_worlds(results::Worlds& w) const {
        for (const auto& k : kept_) {
            const Candidate& c = k.candidate;
            results::World world{.draw = c.draw,
                                 .block = c.draw % static_cast<int>(Draws::blocks),
                                 .numbers = c.numbers,
                                 .residuals = c.residuals};
            world.numbers.insert(world.numbers.end(), c.at.begin(), c.at.end());
            for (std::size_t i = 0; i < world.numbers.size(); ++i) {
                const auto unit =
                    i < c.numbers.size() ? search_->drawn()[i].unit : problem_->keys[i - c.numbers.size()].now.kind;
                world.values.push_back(scenario::Quantity{unit, world.numbers[i]}.text());
            }
            w.deltas.push_back(delta(c, w.deltas.size() + 1));
            w.kept.push_back(std::move(world));
        }
        for (std::size_t i = 0; i < w.inputs.size(); ++i) {
            std::vector<double> kept;
            for (const auto& world : w.kept) kept.push_back(world.numbers[i]);
            w.inputs[i].kept = range_of(kept);
            if (i >= search_->all_drawn().size()) continue;
            w.inputs[i].drawn = range_of(search_->all_drawn()[i]);
            w.inputs[i].apart = apart(search_->all_drawn()[i], kept);
        }
        describe_means(w);
        describe_watched(w);
    }

    // Stores every replication of the watched figures.
    void describe_watched(results::Worlds& w) const {
        for (const auto& watched : options_.watched) {
            for (std::size_t i = 0; i < values_.size(); ++i) {
                const auto& keys = values_[i].keys;
                const auto key = std::find_if(keys.begin(), keys.end(), [&](const measure::Key& k) {
                    return k.year == watched.year && k.level == watched.level && k.id == watched.id &&
                           measure::catalogue()[static_cast<std::size_t>(k.column)].name == watched.measure;
                });
                for (std::size_t world = 0; world < w.kept.size(); ++world) {
                    w.kept[world].watched.resize(values_.size());
                    auto& of_world = w.kept[world].watched[i].emplace_back();
                    if (key == keys.end()) continue;
                    for (const auto& values : values_[i].by_world[world])
                        of_world.push_back(values[static_cast<std::size_t>(key - keys.begin())]);
                }
            }
        }
    }

    void describe_means(results::Worlds& w) const {
        for (const auto& key : values_.front().keys) {
            if (key.level != results::Level::programme) continue;
            const auto& name = measure::catalogue()[static_cast<std::size_t>(key.column)].name;
            w.headlines.push_back(fmt::format("{}@{}", name, key.year));
            for (std::size_t i = 0; i < values_.size(); ++i) {
                const auto means = means_of(values_[i], name, key.year);
                for (std::size_t world = 0; world < w.kept.size(); ++world) {
                    w.kept[world].means.resize(values_.size());
                    w.kept[world].means[i].push_back(means[world]);
                }
            }
        }
    }

    [[nodiscard]] std::string delta(const Candidate& c, std::size_t number) const {
        Scenario s = *c.fitted;
        s.name += fmt::format(" (mundo {})", number);
        s.description = fmt::format("{}: un mundo coherente con sus cifras publicadas, sorteo {}",
                                    scenarios_.front().name, c.draw + 1);
        s.sources.try_emplace(source_of_worlds,
                              scenario::Source{"Supuestos sorteados en su rango y ajustados por aforo --worlds", ""});
        std::vector<std::string> paths;
        const auto sign = [&](const std::string& path, const char* note) {
            auto& origin = s.provenance[path];
            origin.source = source_of_worlds;
            origin.note = note;
            paths.push_back(path);
        };
        for (const auto& a : search_->drawn()) sign(a.path, "sorteado en su rango");
        for (std::size_t i = 0; problem_ && i < problem_->keys.size(); ++i)
            sign(problem_->keys[i].path, "ajustado a las cifras publicadas");
        return scenario::delta_of(s, options_.extends, paths);
    }

    [[nodiscard]] results::WorldAlternative alternative(std::size_t i, std::span<const int> blocks) const {
        results::WorldAlternative a{.scenario = scenarios_[i].name};
        for (const auto& n : inherited_[i - 1].carried()) {
            const auto found = std::find_if(all_assumed_.begin(), all_assumed_.end(), [&](const auto& of) {
                return std::any_of(of.parts.begin(), of.parts.end(), [&](const auto& p) { return p.first == n.path; });
            });
            const auto text = [&](double v) { return scenario::Quantity{found->unit, v}.text(); };
            constexpr std::array words = {"inherited", "ratio", "odds", "stands"};
            a.carried.push_back({n.path, text(n.base), text(n.alternative), words.at(static_cast<std::size_t>(n.how))});
        }
        a.impossible = static_cast<int>(std::count_if(values_[i].by_world.begin(), values_[i].by_world.end(),
                                                      [](const auto& v) { return v.empty(); }));
        a.differences = differences_of(values_.front(), values_[i]);
        a.measures = measures_of(values_[i], blocks, nullptr);
        return a;
    }

    void weigh(results::Worlds& w) const {
        const auto y = means_of(values_.front(), headline, w.headline_year);
        std::vector<std::vector<double>> inputs;
        std::vector<int> blocks;
        for (std::size_t i = 0; i < search_->drawn().size(); ++i) {
            inputs.emplace_back();
            for (const auto& world : w.kept) inputs.back().push_back(world.numbers[i]);
        }
        for (const auto& world : w.kept) blocks.push_back(world.block);
        const Weights weights = weights_of(inputs, y, blocks, options_.study.seed);
        w.share_by_chance = weights.inputs.empty() ? results::undefined : weights.by_chance;
        for (std::size_t i = 0; i < weights.inputs.size(); ++i) {
            auto& in = w.inputs[i];
            in.share = weights.inputs[i].share;
            in.share_half_width = weights.inputs[i].half_width;
            in.direction = weights.inputs[i].direction;
            in.weighs = weights.inputs[i].is_told;
            const bool is_heavier = w.heaviest < 0 || in.share > w.inputs[static_cast<std::size_t>(w.heaviest)].share;
            if (in.weighs && is_heavier) w.heaviest = static_cast<int>(i);
        }
        if (w.heaviest >= 0) slice(w, inputs[static_cast<std::size_t>(w.heaviest)], y);
    }

    static void slice(results::Worlds& w, const std::vector<double>& x, const std::vector<double>& y) {
        constexpr int parts = 5;
        const auto& in = w.inputs[static_cast<std::size_t>(w.heaviest)];
        for (int p = 0; p < parts; ++p) {
            const double width = (in.high_value - in.low_value) / parts;
            results::WorldSlice s{.low = in.low_value + p * width, .high = in.low_value + (p + 1) * width};
            std::vector<double> inside;
            for (std::size_t i = 0; i < x.size(); ++i) {
                if (x[i] >= s.low && (x[i] < s.high || p == parts - 1)) inside.push_back(y[i]);
            }
            s.worlds = static_cast<int>(inside.size());
            s.headline = range_of(std::move(inside));
            w.slices.push_back(s);
        }
    }

    // The range of the answer with half, whole and double tolerances. With double ones only the base is simulated.
    void describe_tolerances(results::Worlds& w) const {
        if (!problem_) return;
        const auto of_kept = values_of(values_.front(), headline, w.headline_year);
        WorldValues near{values_.front().keys, {}};
        for (const auto& k : near_) near.by_world.push_back(k.values.front());
        const auto of_near = values_of(near, headline, w.headline_year);
        for (const double factor : {0.5, 1.0, 2.0}) {
            std::vector<std::vector<double>> worlds;
            for (std::size_t i = 0; i < kept_.size(); ++i) {
                if (kept_[i].candidate.nearness <= factor) worlds.push_back(of_kept[i]);
            }
            if (factor > 1) worlds.insert(worlds.end(), of_near.begin(), of_near.end());
            w.tolerances.push_back({factor, static_cast<int>(worlds.size()), ignorance_of(worlds)});
        }
    }

    const std::vector<Scenario>& scenarios_;
    const CalibrationProblem* problem_;
    const WorldsOptions& options_;
    WorldsOptions of_search_;
    Options of_study_;
    std::optional<Shelf> shelf_;
    std::optional<WorldSearch> search_;
    std::optional<Study> study_;  // of the base
    std::vector<std::unique_ptr<AlternativeStudy>> alternatives_;
    std::vector<scenario::Assumed> all_assumed_;
    std::vector<Inheritance> inherited_;  // by alternative
    std::vector<Kept> kept_, near_;
    std::vector<WorldValues> values_;  // by scenario, over the kept worlds
    int fitted_items_ = 0, run_items_ = 0;
};

}  // namespace

WorldsResult worlds(const std::vector<Scenario>& scenarios, const std::optional<CalibrationProblem>& problem,
                    const WorldsOptions& options, const results::Run* base) {
    WorldRunner runner(scenarios, problem, options);
    WorldsResult result;
    result.interrupted = !runner.run();
    if (!result.interrupted) result.worlds = runner.results(base);
    return result;
}

}  // namespace aforo::experiment
