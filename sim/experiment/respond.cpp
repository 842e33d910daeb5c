#include "aforo/experiment/respond.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>

#include "aforo/experiment/claims.hpp"
#include "aforo/experiment/compare.hpp"
#include "aforo/experiment/value_of_information.hpp"
#include "aforo/results/components.hpp"
#include "aforo/results/index.hpp"
#include "of_worlds.hpp"
#include "shelf.hpp"
#include "world_values.hpp"

namespace aforo::experiment {

namespace {

using results::Answered;
using results::AnsweredInWorlds;
using results::Comparison;
using results::FigureKey;
using scenario::Scenario;

// Each study inside has its own places in the archive. The first one, with the sheet as its base, has those of
// compare(), so that its worlds are found by other commands too.
constexpr std::size_t places_of_a_study = std::size_t{1} << 24;

bool needs_luck(const Question& q) { return !q.alternatives.empty() || !q.of->measures.empty(); }

// Nothing of an answer is by office, and that is most of a run.
void leave_out_offices(results::Run& run) {
    std::erase_if(run.rows, [](const auto& row) { return row.level == results::Level::office; });
    run.series.clear();
}
void leave_out_offices(Comparison& c) {
    leave_out_offices(c.base);
    for (auto& a : c.alternatives) {
        leave_out_offices(a.run);
        std::erase_if(a.differences, [](const auto& d) { return d.level == results::Level::office; });
    }
}

class Responder {
public:
    Responder(const std::vector<Scenario>& scenarios, const std::vector<Question>& questions,
              const RespondOptions& options)
        : scenarios_(scenarios), questions_(questions), options_(options) {}

    RespondResult run() {
        for (const auto& q : questions_) result_.all.push_back(begun(q));
        result_.interrupted = !(compare_all() && simulate_worlds() && seek_goals() && rank_all());
        if (!result_.interrupted) judge_claims();
        return std::move(result_);
    }

private:
    static Answered begun(const Question& q) {
        Answered a;
        for (const auto& m : q.of->measures) a.measures.push_back(key_of(m));
        for (const auto& f : q.of->figures) {
            a.figures.push_back({.show = static_cast<results::AnsweredFigure::Show>(f.show),
                                 .name = f.name,
                                 .of = key_of(f.measure),
                                 .scenario = place_of(q, f.of)});
        }
        return a;
    }

    // 0 the base, else the alternative of that name, from 1.
    static std::size_t place_of(const Question& q, const std::string& name) {
        for (std::size_t i = 0; i < q.of->alternatives.size(); ++i) {
            if (q.of->alternatives[i].name == name) return i + 1;
        }
        return 0;
    }

    // The options of a study inside, whose scenarios are some of all.
    struct Inside {
        std::optional<Shelf> shelf;
        Options options;
    };
    [[nodiscard]] std::unique_ptr<Inside> inside(std::size_t number, const std::vector<std::size_t>& of) {
        auto made = std::make_unique<Inside>();
        made->options = options_.study;
        made->options.digests.clear();
        for (const std::size_t i : of) made->options.digests.push_back(options_.study.digest_of(i));
        if (options_.study.archive)
            made->options.archive = &made->shelf.emplace(*options_.study.archive, number * places_of_a_study);
        made->options.progress = [this](int done, int of_study) { progress(done, of_study); };
        return made;
    }
    void progress(int done, int of) const {
        if (options_.study.progress) options_.study.progress(done, of);
    }

    // One study for each base, with the alternatives of all observations that have it.
    bool compare_all() {
        std::map<std::size_t, std::vector<std::size_t>> by_base;  // base → questions
        by_base[0];
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            const bool is_asked =
                needs_luck(questions_[i]) && !(options_.only_claims && questions_[i].of->claims.empty());
            if (is_asked) by_base[questions_[i].base].push_back(i);
        }
        for (const auto& [base, questions] : by_base) {
            if (!compare_with(base, questions)) return false;
        }
        return true;
    }

    bool compare_with(std::size_t base, const std::vector<std::size_t>& questions) {
        std::vector<std::size_t> of = {base};
        const auto place = [&](std::size_t scenario) {
            const auto found = std::find(of.begin(), of.end(), scenario);
            if (found != of.end()) return static_cast<std::size_t>(found - of.begin());
            of.push_back(scenario);
            return of.size() - 1;
        };
        std::vector<std::vector<std::size_t>> groups;
        for (const std::size_t i : questions) {
            auto& group = groups.emplace_back();
            for (const std::size_t a : questions_[i].alternatives) group.push_back(place(a));
        }
        const bool is_of_sheet = base == 0;
        const bool is_combined = is_of_sheet && options_.combined.has_value();
        if (is_combined) groups.push_back({place(*options_.combined)});
        if (is_of_sheet) groups.emplace_back();  // the sheet alone
        std::vector<Scenario> scenarios;
        for (const std::size_t i : of) scenarios.push_back(scenarios_[i]);
        const auto made = inside(base, of);
        ComparedGroups compared = compare(scenarios, groups, made->options);
        if (compared.interrupted) return false;
        for (auto& c : compared.comparisons) leave_out_offices(c);
        if (is_of_sheet) {
            result_.base = std::move(compared.comparisons.back().base);
            compared.comparisons.pop_back();
        }
        if (is_combined) {
            result_.combined = std::move(compared.comparisons.back());
            compared.comparisons.pop_back();
        }
        for (std::size_t i = 0; i < questions.size(); ++i)
            result_.all[questions[i]].comparison = std::move(compared.comparisons[i]);
        return true;
    }

    // --- Worlds ------------------------------------------------------------------------------------------------------

    bool simulate_worlds() {
        if (!options_.worlds || options_.only_claims) return true;
        std::vector<std::size_t> of = {0};
        const auto place = [&](std::size_t scenario) {
            const auto found = std::find(of.begin(), of.end(), scenario);
            if (found != of.end()) return static_cast<std::size_t>(found - of.begin());
            of.push_back(scenario);
            return of.size() - 1;
        };
        struct In {
            std::size_t question = 0, base = 0, proposal = 0, main = 0, rule = 0;
        };
        std::vector<In> asked;
        WorldsOptions options = *options_.worlds;
        const auto watch = [&](const FigureKey& key) {
            const auto found = std::find(options.watched.begin(), options.watched.end(), key);
            if (found != options.watched.end()) return static_cast<std::size_t>(found - options.watched.begin());
            options.watched.push_back(key);
            return options.watched.size() - 1;
        };
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            const Question& q = questions_[i];
            if (q.of->measures.empty()) continue;
            In in{.question = i, .base = place(q.base)};
            in.proposal = q.alternatives.empty() ? in.base : place(q.alternatives.front());
            in.main = watch(result_.all[i].measures.front());
            in.rule = q.fails ? watch(q.fails->of) : in.main;
            asked.push_back(in);
        }
        std::vector<Scenario> scenarios;
        for (const std::size_t i : of) scenarios.push_back(scenarios_[i]);
        options.study.digests.clear();
        for (const std::size_t i : of) options.study.digests.push_back(options_.study.digest_of(i));
        auto made = worlds(scenarios, options_.problem, options, &result_.base);
        if (made.interrupted) return false;
        result_.worlds = std::move(made.worlds);
        if (result_.worlds->kept.size() < 2) return true;
        const auto inputs = inputs_of(*result_.worlds);
        for (const In& in : asked) {
            Answered& a = result_.all[in.question];
            a.in_worlds = told_of(in.base, in.proposal, in.main, a.measures.front(), inputs);
            const Question& q = questions_[in.question];
            if (q.fails && in.base == 0)
                a.failure = failure_of(*q.fails, *result_.worlds, in.rule, inputs, options_.study.seed);
        }
        return true;
    }

    using ByWorld = std::vector<std::vector<double>>;  // by world and replication; none where it cannot be

    [[nodiscard]] ByWorld values_of(std::size_t scenario, std::size_t figure) const {
        ByWorld all;
        for (const auto& world : result_.worlds->kept) all.push_back(world.watched[scenario][figure]);
        return all;
    }

    [[nodiscard]] static WorldValues as_values(const FigureKey& key, const ByWorld& all) {
        WorldValues v;
        const auto& columns = measure::catalogue();
        const auto column =
            std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == key.measure; });
        v.keys.push_back({static_cast<int>(column - columns.begin()), key.year, key.level, key.id});
        for (const auto& world : all) {
            v.by_world.emplace_back();
            for (const double value : world) v.by_world.back().push_back({value});
        }
        return v;
    }

    [[nodiscard]] AnsweredInWorlds told_of(std::size_t base, std::size_t proposal, std::size_t figure,
                                           const FigureKey& key, const ByWorld& inputs) const {
        AnsweredInWorlds in;
        in.is_difference = base != proposal;
        const ByWorld before = values_of(base, figure), after = values_of(proposal, figure);
        ByWorld told = after;
        if (in.is_difference) {
            const auto all = differences_of(as_values(key, before), as_values(key, after));
            if (!all.empty()) in.difference = all.front();
            for (std::size_t w = 0; w < told.size(); ++w) {
                told[w].resize(std::min(before[w].size(), after[w].size()));
                for (std::size_t r = 0; r < told[w].size(); ++r) told[w][r] = after[w][r] - before[w][r];
            }
            in.worth = worth_knowing(key, before, after, inputs);
        } else {
            std::vector<int> blocks;
            for (const auto& world : result_.worlds->kept) blocks.push_back(world.block);
            const auto all = measures_of(as_values(key, after), blocks, nullptr);
            in.difference = {.measure = key.measure, .year = key.year, .level = key.level, .id = key.id};
            if (!all.empty()) {
                in.difference.worlds = all.front().worlds;
                in.difference.mean = all.front().mean;
                in.difference.ignorance = all.front().ignorance;
            }
        }
        auto shares = shares_of(told, *result_.worlds, inputs, options_.study.seed);
        in.shares = std::move(shares.shares);
        in.by_chance = shares.by_chance;
        in.luck_share = shares.luck_share;
        return in;
    }

    // The choice is between the base and the proposal by the figure alone: which of the two knowing an assumption would
    // make one choose, and how much of the figure that would bring.
    [[nodiscard]] AnsweredInWorlds::Worth worth_knowing(const FigureKey& key, const ByWorld& before,
                                                        const ByWorld& after, const ByWorld& inputs) const {
        using Answer = AnsweredInWorlds::Worth::Answer;
        AnsweredInWorlds::Worth worth;
        const auto& columns = measure::catalogue();
        const auto column =
            std::find_if(columns.begin(), columns.end(), [&](const auto& c) { return c.name == key.measure; });
        if (column == columns.end() || column->direction == results::Direction::neither) return worth;
        const double sign = column->direction == results::Direction::more_is_worse ? -1 : 1;
        std::vector<int> blocks;
        std::array<Utilities, 2> halves;
        for (auto& half : halves) half.resize(2);
        for (std::size_t w = 0; w < before.size(); ++w) {
            blocks.push_back(result_.worlds->kept[w].block);
            const double apart = sign * (mean_of(after[w]) - mean_of(before[w]));
            if (std::isfinite(apart)) {
                ++worth.worlds;
                worth.proposal_better += apart > 0 ? 1 : 0;
                worth.base_better += apart < 0 ? 1 : 0;
            }
            for (std::size_t h = 0; h < 2; ++h) {
                halves[h][0].push_back(sign * half_of(before[w], h));
                halves[h][1].push_back(sign * half_of(after[w], h));
            }
        }
        const Information known = information(halves[0], halves[1], inputs, blocks, options_.study.seed);
        if (known.worlds < fewest_worlds_to_inform) {
            worth.answer = Answer::too_few;
            return worth;
        }
        worth.perfect = std::max(0.0, known.perfect.value);
        worth.perfect_half_width = known.perfect.half_width;
        if (worth.perfect > 0 && !std::isfinite(worth.perfect_half_width)) {
            worth.answer = Answer::too_few;
            return worth;
        }
        if (!(worth.perfect > worth.perfect_half_width)) {
            worth.answer = Answer::nothing;
            return worth;
        }
        for (std::size_t i = 0; i < known.inputs.size(); ++i) {
            if (known.inputs[i].is_told) worth.inputs.emplace_back(static_cast<int>(i), known.inputs[i].value);
        }
        std::stable_sort(worth.inputs.begin(), worth.inputs.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        worth.answer = worth.inputs.empty() ? Answer::unnamed : Answer::named;
        return worth;
    }

    [[nodiscard]] static double half_of(const std::vector<double>& values, std::size_t half) {
        std::vector<double> of_half;
        for (std::size_t r = half; r < values.size(); r += 2) of_half.push_back(values[r]);
        return mean_of(of_half);
    }

    // --- Goals and ranks ---------------------------------------------------------------------------------------------

    bool seek_goals() {
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            const Question& q = questions_[i];
            if (!q.goal || options_.only_claims) continue;
            const auto made = inside(scenarios_.size() + i, {q.goal->scenario});
            const GoalOptions of{.study = made->options,
                                 .conditions = q.goal->conditions,
                                 .probability = q.of->goal->probability,
                                 .lang = options_.lang};
            auto goal = experiment::goal(scenarios_[q.goal->scenario], q.goal->levers, of);
            if (goal.interrupted) return false;
            for (auto& d : goal.wrong) result_.wrong.push_back(std::move(d));
            if (!goal.wrong.empty()) continue;
            leave_out_offices(goal.goal.base);
            if (goal.goal.there) leave_out_offices(*goal.goal.there);
            result_.all[i].goal = std::move(goal.goal);
        }
        return true;
    }

    bool rank_all() {
        constexpr int fewest = 20;
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            const Question& q = questions_[i];
            if (!q.rank || options_.only_claims) continue;
            const auto made = inside(scenarios_.size() + questions_.size() + i, q.rank->scenarios);
            RankOptions of{.study = made->options, .of = {q.rank->by}};
            of.study.replications = std::max(fewest, of.study.replications);
            std::vector<Scenario> scenarios;
            for (const std::size_t s : q.rank->scenarios) scenarios.push_back(scenarios_[s]);
            auto ranked = experiment::rank(scenarios, of);
            if (ranked.interrupted) return false;
            if (ranked.has_no_delta) continue;
            leave_out_offices(ranked.rank.base);
            result_.all[i].rank = std::move(ranked.rank);
        }
        return true;
    }

    // --- Claims ------------------------------------------------------------------------------------------------------

    void judge_claims() {
        for (std::size_t i = 0; i < questions_.size(); ++i) {
            Answered& a = result_.all[i];
            if (!a.comparison) continue;
            std::vector<results::Index> differences;
            for (const auto& alternative : a.comparison->alternatives)
                differences.emplace_back(alternative.differences);
            for (const auto& c : questions_[i].of->claims) {
                if (auto judged =
                        c.figure.empty() ? direction(c, questions_[i], differences) : bounds(c, a, differences))
                    a.claims.push_back(std::move(*judged));
            }
        }
    }

    [[nodiscard]] static std::optional<results::AnsweredClaim> direction(
        const scenario::AnswerClaim& c, const Question& q, const std::vector<results::Index>& differences) {
        results::AnsweredClaim judged{.text = c.text};
        judged.is_open = c.claim.what == scenario::Claim::What::open;
        judged.of = key_of({.measure = c.claim.measure, .id = c.claim.id, .year = c.claim.year});
        judged.scenario = place_of(q, c.of);
        if (judged.scenario == 0 || judged.scenario > differences.size()) return judged;
        const auto* d = differences[judged.scenario - 1].difference(
            {judged.of.measure, judged.of.year, judged.of.level, judged.of.id});
        if (d == nullptr) return judged;  // it does not hold
        judged.observed = d->value;
        judged.holds = holds(c.claim.what, *d);
        return judged;
    }

    // Nothing where the figure is not of the comparison: those of goals are not sought anew.
    [[nodiscard]] static std::optional<results::AnsweredClaim> bounds(const scenario::AnswerClaim& c, const Answered& a,
                                                                      const std::vector<results::Index>& differences) {
        using Show = results::AnsweredFigure::Show;
        const auto figure =
            std::find_if(a.figures.begin(), a.figures.end(), [&](const auto& f) { return f.name == c.figure; });
        if (figure == a.figures.end() || figure->show == Show::lever || figure->show == Show::cost) return std::nullopt;
        results::AnsweredClaim judged{.text = c.text, .of = figure->of, .scenario = figure->scenario, .is_bound = true};
        const results::At at{figure->of.measure, figure->of.year, figure->of.level, figure->of.id};
        const bool is_difference =
            figure->show == Show::difference || figure->show == Show::percent || figure->show == Show::size;
        if (is_difference) {
            const auto* d = differences[figure->scenario - 1].difference(at);
            if (d == nullptr) return judged;
            judged.observed = d->value;
            const double scale = figure->show == Show::percent ? 1 / d->base.mean : 1;
            judged.holds = is_between(d->value, c.low / scale, c.high / scale);
            return judged;
        }
        const auto& c_run =
            figure->scenario == 0 ? a.comparison->base : a.comparison->alternatives[figure->scenario - 1].run;
        const auto* e = c_run.find(figure->of.measure, figure->of.year, figure->of.level, figure->of.id);
        if (e == nullptr) return judged;
        judged.observed = *e;
        judged.holds = is_between(*e, c.low, c.high);
        return judged;
    }

    const std::vector<Scenario>& scenarios_;
    const std::vector<Question>& questions_;
    const RespondOptions& options_;
    RespondResult result_;
};

}  // namespace

FigureKey key_of(const scenario::AnswerMeasure& measure) {
    const std::string id(results::component_id(measure.id));
    return {measure.measure, measure.year, results::level_of(id), id};
}

RespondResult respond(const std::vector<Scenario>& scenarios, const std::vector<Question>& questions,
                      const RespondOptions& options) {
    return Responder(scenarios, questions, options).run();
}

}  // namespace aforo::experiment
