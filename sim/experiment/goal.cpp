#include "aforo/experiment/goal.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <optional>

#include "aforo/experiment/statistics.hpp"
#include "aforo/experiment/two_way.hpp"
#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/scenario/prices.hpp"
#include "aforo/scenario/staffing.hpp"
#include "goal_futures.hpp"
#include "reduce.hpp"

namespace aforo::experiment {

namespace {

using results::Goal;
using results::GoalTest;
using scenario::Scenario;

constexpr int first_search = 20;
constexpr int purpose_of_check = 100;                                // whether levers are where they say
constexpr std::size_t where_it_says = static_cast<std::size_t>(-1);  // of a pair: then a lever, at its value now

struct WrongValue {
    core::Diagnostics diagnostics;
};

bool is_of(const measure::Key& key, const results::FigureKey& f) {
    return key.level == f.level && key.id == f.id && key.month == 0 &&
           measure::catalogue()[static_cast<std::size_t>(key.column)].name == f.measure;
}

class GoalRunner {
public:
    GoalRunner(const Scenario& base, const std::vector<LeverGrid>& levers, const GoalOptions& options,
               const CalibrationProblem* problem)
        : base_(base), levers_(levers), options_(options), problem_(problem) {}

    GoalResult run() {
        GoalResult all;
        try {
            find(all.goal);
            for (const auto& [number, futures] : streams_) {
                all.goal.drawn += futures->drawn();
                all.goal.worlds += futures->worlds();
            }
        } catch (const WasStopped&) {
            all.interrupted = true;
        } catch (const WrongValue& wrong) {
            all.wrong = wrong.diagnostics;
        } catch (const TooFewWorlds& few) {
            all.has_too_few_worlds = true;
            all.goal.drawn = few.drawn;
            all.goal.worlds = few.kept;
        }
        return all;
    }

private:
    void find(Goal& g) {
        g.probability = options_.probability;
        g.confidence = 1 - options_.alpha;
        g.is_in_worlds = options_.in_worlds;
        for (const auto& c : options_.conditions) g.conditions.push_back({c.text, c.of, c.is_below, c.threshold});
        for (const auto& l : levers_) {
            g.levers.push_back(l.lever);
            g.levers.back().price *= of_prices(options_.conditions.front().of.year);
        }
        Options of_base = options_.study;
        of_base.progress = {};
        auto outcome = experiment::run(base_, of_base);
        if (outcome.interrupted) throw WasStopped{};
        g.base = std::move(outcome.run);
        demand_that_levers_are_where_they_say();
        if (is_met_already(g)) return;
        if (levers_.size() == 1) {
            seek(g);
        } else {
            seek_pair(g);
        }
        describe(g);
    }

    // A named lever states its present value; if setting it changed the scenario, all that is told of it would be
    // wrong.
    void demand_that_levers_are_where_they_say() {
        const auto is_same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
        for (std::size_t l = 0; l < levers_.size(); ++l) {
            const auto& grid = levers_[l];
            if (!grid.lever.is_named) continue;
            const Pair now = {where_it_says, l};
            auto check = futures_of_luck(options_of(purpose_of_check));
            const auto of_base = values_at(*check, {}, 1)[0];
            const auto there = values_at(*check, now, 1)[0];
            if (std::equal(of_base.begin(), of_base.end(), there.begin(), there.end(), is_same)) continue;
            std::string moved;
            for (const auto& c : scenario::changes(base_, scenario_at(now)))
                moved += (moved.empty() ? "" : ", ") + c.path + ": " + c.from + " → " + c.to;
            const bool is_spanish = options_.lang == core::Lang::es;
            throw WrongValue{
                {{{"levers", 0, 0},
                  "levers." + grid.lever.asked + ".now",
                  (is_spanish ? "con ese valor el escenario es otro: " : "at this value the scenario is another: ") +
                      moved,
                  is_spanish ? "escriba en now lo que la palanca vale en este escenario, o corrija sus fórmulas"
                             : "write in now what the lever is in this scenario, or mend its formulas"}}};
        }
    }

    // Enough futures of the search meet the goals, and then those of a look do too.
    bool is_met_already(Goal& g) {
        g.of_base = asked({}, 0, 2 * first_search);
        if (g.of_base.met >= options_.probability * g.of_base.futures) {
            const auto t =
                test_place(trials_at({}), 0, 1, of_looks().futures_of_look(1), options_.probability, options_.alpha);
            if (!t) throw WasStopped{};
            g.of_base = test_of(*t);
        }
        g.base_figure = figure_of({}, g.of_base);
        g.base_cost = cost_of({});
        if (g.of_base.claim != GoalTest::Claim::passes) return false;
        g.answer = Goal::Answer::already;
        return true;
    }

    // Finds which end meets the goals more often, whether they are met more and more on the way, and the least place.
    void seek(Goal& g) {
        const auto [first, last] = those_that_can_be(g);
        std::map<std::size_t, double> probes;
        for (std::size_t k = 0; k <= 4; ++k) probes[first + (last - first) * k / 4] = 0;
        for (auto& [place, value] : probes) {
            value = reaches(Pair{place});
            tests_[Pair{place}].push_back(asked({place}, 0, first_search));
        }
        g.is_reversed = probes.at(first) > probes.at(last);
        const auto best = std::max_element(probes.begin(), probes.end(), [&](const auto& a, const auto& b) {
            return a.second != b.second ? a.second < b.second : g.is_reversed && a.first > b.first;
        });
        const bool turns = best->second > std::max(probes.at(first), probes.at(last)) &&
                           share(asked({last}, 0, first_search)) < options_.probability &&
                           share(asked({first}, 0, first_search)) < options_.probability;
        const std::size_t end = turns ? best->first : g.is_reversed ? first : last;
        const std::size_t from = g.is_reversed && !turns ? last : first;
        const auto place_of = [&](std::size_t x) { return Pair{from > end ? from - x : from + x}; };
        GoalSearchOptions o = of_looks();
        o.places = (from > end ? from - end : end - from) + 1;
        const GoalSearch found = seek_goal(
            [&](std::size_t x, int stream, int n) { return std::optional(futures(place_of(x), stream, n)); }, o);
        g.looks = found.looks;
        g.turning_back = found.turning_back;
        g.compared = found.compared;
        for (const auto& t : found.sought) tests_[place_of(t.place)].push_back(asked(place_of(t.place), 0, t.futures));
        for (const auto& t : found.tested) tests_[place_of(t.place)].push_back(test_of(t));
        if (found.passes) passes_ = place_of(*found.passes);
        if (found.fails) fails_ = place_of(*found.fails);
        g.answer = found.is_certified()                          ? Goal::Answer::certified
                   : found.passes && found.fails                 ? Goal::Answer::range
                   : found.passes                                ? Goal::Answer::lowest
                   : found.fails && *found.fails == o.places - 1 ? Goal::Answer::out_of_reach
                                                                 : Goal::Answer::undecided;
        reached_ = passes_ ? *passes_ : place_of(o.places - 1);
    }

    // Values with which the scenario is none (staff that the budget does not pay) lie at the ends: the least and the
    // greatest place between them.
    std::pair<std::size_t, std::size_t> those_that_can_be(Goal& g) {
        const std::size_t last = levers_.front().places - 1;
        std::optional<std::size_t> some;
        for (const std::size_t at : {std::size_t{0}, last, last / 2, last / 4, last * 3 / 4}) {
            if (!some && can_be({at})) some = at;
        }
        if (!some) throw WrongValue{impossible_.at({last})};
        const auto farthest = [&](std::size_t can, std::size_t end) {
            if (can_be({end})) return end;
            std::size_t cannot = end;
            while (std::max(can, cannot) - std::min(can, cannot) > 1) {
                const std::size_t middle = (can + cannot) / 2;
                (can_be({middle}) ? can : cannot) = middle;
            }
            return can;
        };
        const std::size_t least = farthest(*some, 0), greatest = farthest(*some, last);
        if (least > 0) tell_limit(g, least, {least - 1});
        if (greatest < last) tell_limit(g, greatest, {greatest + 1});
        return {least, greatest};
    }
    // Up to which value the lever can go, and what is wrong beyond.
    void tell_limit(Goal& g, std::size_t place, const Pair& beyond) {
        const auto& wrong = impossible_.at(beyond).front();
        g.bounds.push_back({levers_.front().at(place), beyond.front() > place, wrong.path + ": " + wrong.what});
    }

    // For each place of the first lever the least one of the second at which the search meets the goals, which is no
    // more than that of the place before; then the cheapest pair and its cheaper neighbours.
    void seek_pair(Goal& g) {
        std::vector<Pair> frontier;
        std::size_t most = levers_[1].places - 1;
        const auto is_enough = [&](std::size_t i, std::size_t j) {
            return share(asked({i, j}, 0, 2 * first_search)) >= options_.probability;
        };
        for (std::size_t i = 0; i < levers_[0].places; ++i) {
            if (!is_enough(i, most)) continue;
            std::size_t low = 0, high = most;
            while (low < high) {
                const std::size_t middle = low + (high - low) / 2;
                if (is_enough(i, middle)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            most = high;
            frontier.push_back({i, high});
        }
        for (const auto& at : frontier) tests_[at].push_back(asked(at, 0, 2 * first_search));
        frontier_ = frontier;
        if (frontier.empty()) {
            reached_ = greatest_that_can_be();
            const GoalTest t = tested(*reached_, 1, 1);
            g.answer = t.claim == GoalTest::Claim::fails ? Goal::Answer::out_of_reach : Goal::Answer::undecided;
            return;
        }
        Pair at = *std::min_element(frontier.begin(), frontier.end(),
                                    [&](const Pair& a, const Pair& b) { return cost_of(a) < cost_of(b); });
        for (int look = 1; look <= options_.looks && !g.is_cheapest; ++look) {
            g.looks = look;
            while (tested(at, look, look).claim != GoalTest::Claim::passes && at[1] + 1 < levers_[1].places &&
                   tests_[at].back().met < tests_[at].back().futures)
                ++at[1];
            reached_ = at;
            if (tests_[at].back().claim != GoalTest::Claim::passes) continue;
            passes_ = at;
            g.is_cheapest = true;
            for (const Pair& other : cheaper_neighbours(at)) {
                const GoalTest t = tested(other, look, look);
                g.is_cheapest = g.is_cheapest && t.claim == GoalTest::Claim::fails;
                if (t.claim == GoalTest::Claim::passes) {  // it is a better answer
                    at = other;
                    passes_ = reached_ = at;
                    break;
                }
            }
        }
        g.answer = g.is_cheapest ? Goal::Answer::certified : passes_ ? Goal::Answer::range : Goal::Answer::undecided;
    }

    [[nodiscard]] Pair greatest_that_can_be() {
        for (std::size_t i = levers_[0].places; i-- > 0;) {
            for (std::size_t j = levers_[1].places; j-- > 0;) {
                if (can_be({i, j})) return {i, j};
            }
        }
        throw WrongValue{impossible_.begin()->second};
    }

    [[nodiscard]] std::vector<Pair> cheaper_neighbours(const Pair& at) {
        std::vector<Pair> all;
        for (int i = -1; i <= 1; ++i) {
            for (int j = -1; j <= 1; ++j) {
                const auto a = static_cast<std::ptrdiff_t>(at[0]) + i, b = static_cast<std::ptrdiff_t>(at[1]) + j;
                if (a < 0 || b < 0 || a >= static_cast<std::ptrdiff_t>(levers_[0].places) ||
                    b >= static_cast<std::ptrdiff_t>(levers_[1].places))
                    continue;
                Pair other = {static_cast<std::size_t>(a), static_cast<std::size_t>(b)};
                if (other != at && cost_of(other) < cost_of(at)) all.push_back(std::move(other));
            }
        }
        return all;
    }

    // Tests a pair on the futures of a look, with the remaining alpha for a claim about it.
    GoalTest tested(const Pair& at, int stream, int look) {
        const auto t = test_place(trials_at(at), 0, stream, of_looks().futures_of_look(look), options_.probability,
                                  options_.alpha / std::pow(2, look));
        if (!t) throw WasStopped{};
        tests_[at].push_back(test_of(*t));
        return tests_[at].back();
    }

    [[nodiscard]] GoalSearchOptions of_looks() const {
        return {.probability = options_.probability,
                .alpha = options_.alpha,
                .first_search = first_search,
                .looks = options_.looks};
    }
    [[nodiscard]] Trials trials_at(const Pair& at) {
        return [this, at](std::size_t, int stream, int n) { return std::optional(futures(at, stream, n)); };
    }
    static GoalTest test_of(const TestedPlace& t) {
        using Claim = TestedPlace::Claim;
        const auto claim = t.claim == Claim::passes  ? GoalTest::Claim::passes
                           : t.claim == Claim::fails ? GoalTest::Claim::fails
                                                     : GoalTest::Claim::open;
        return {claim, t.stream, t.futures, t.met, t.low, t.high};
    }
    static double share(const GoalTest& t) { return static_cast<double>(t.met) / t.futures; }

    // The settings that put the levers at this pair; empty for the scenario as it is.
    [[nodiscard]] std::vector<scenario::Setting> settings_at(const Pair& at) const {
        if (at.front() == where_it_says) return levers_[at[1]].settings(levers_[at[1]].lever.base);
        std::vector<scenario::Setting> all;
        for (std::size_t l = 0; l < at.size(); ++l) {
            for (auto& s : levers_[l].settings(levers_[l].at(at[l]))) all.push_back(std::move(s));
        }
        return all;
    }
    // Whether the scenario is one with the levers there.
    bool can_be(const Pair& at) {
        if (at.empty() || scenarios_.contains(at)) return true;
        if (impossible_.contains(at)) return false;
        std::string origin = "--by";
        const auto settings = settings_at(at);
        for (const auto& s : settings) origin += " " + s.path + "=" + s.value;
        auto made = scenario::with(base_, settings, origin, options_.lang);
        if (made.scenario) {
            scenarios_[at] = std::make_unique<Scenario>(std::move(*made.scenario));
        } else {
            impossible_[at] = std::move(made.diagnostics);
        }
        return made.scenario.has_value();
    }
    const Scenario& scenario_at(const Pair& at) {
        if (at.empty()) return base_;
        if (!can_be(at)) throw WrongValue{impossible_.at(at)};
        return *scenarios_.at(at);
    }
    // M$ in the year of the first goal: the appropriations, plus the price of the levers.
    double cost_of(const Pair& at) {
        if (!can_be(at)) return results::undefined;
        const auto known = costs_.find(at);
        if (known != costs_.end()) return known->second;
        const int year = options_.conditions.front().of.year;
        double all = 0;
        for (const auto& budget : scenario::appropriations(scenario_at(at), year)) all += budget.in_thousands();
        for (std::size_t l = 0; l < at.size(); ++l) {
            const auto& lever = levers_[l].lever;
            if (std::isfinite(lever.price)) all += lever.price * (levers_[l].at(at[l]) - lever.base);
        }
        return costs_[at] = all * of_prices(year);
    }
    // By what an amount of a year of the scenario is multiplied.
    [[nodiscard]] double of_prices(int year) const {
        return results::Prices{options_.study.prices, scenario::price_index(base_), ""}.factor(year);
    }

    [[nodiscard]] FuturesOptions options_of(int purpose) {
        return {options_.study, purpose, [this](const measure::Key& key) { return is_kept(key); },
                [this] { tell_progress(); }};
    }
    Futures& stream(int number) {
        auto& known = streams_[number];
        if (!known)
            known = options_.in_worlds ? futures_in_worlds(options_of(number), base_, problem_)
                                       : futures_of_luck(options_of(number));
        return *known;
    }
    void tell_progress() {
        const int expected = static_cast<int>(replications_of_goal(options_).whole);
        ++items_;
        if (options_.study.progress) options_.study.progress(items_, std::max(items_, expected));
    }
    [[nodiscard]] std::vector<bool> futures(const Pair& at, int number, int n) {
        if (!can_be(at)) return std::vector<bool>(static_cast<std::size_t>(n), false);
        Futures& s = stream(number);
        const Values values = values_at(s, at, n);
        return met(values, s.keys(at), 0);
    }
    [[nodiscard]] Values values_at(Futures& s, const Pair& at, int n) {
        return s.values(
            at, [&]() -> const Scenario& { return scenario_at(at); }, n);
    }
    [[nodiscard]] bool is_kept(const measure::Key& key) const {
        if (key.level == results::Level::programme || key.level == results::Level::component) return true;
        return std::any_of(options_.conditions.begin(), options_.conditions.end(),
                           [&](const Condition& c) { return is_of(key, c.of); });
    }
    // Whether all conditions hold, `later` years later than stated.
    [[nodiscard]] std::vector<bool> met(Values values, const std::vector<measure::Key>& keys, int later) const {
        std::vector<bool> all(values.size(), true);
        for (const auto& c : options_.conditions) {
            const std::size_t place = place_of(keys, c.of, later);
            for (std::size_t r = 0; r < values.size(); ++r)
                all[r] = all[r] && place < keys.size() && c.holds(values[r][place]);
        }
        return all;
    }
    static std::size_t place_of(const std::vector<measure::Key>& keys, const results::FigureKey& of, int later) {
        const auto found = std::find_if(keys.begin(), keys.end(), [&](const measure::Key& key) {
            return key.year == of.year + later && is_of(key, of);
        });
        return static_cast<std::size_t>(found - keys.begin());
    }

    // What the search has simulated at a pair.
    GoalTest asked(const Pair& at, int number, int n) {
        const auto all = futures(at, number, n);
        GoalTest t{.look = number, .futures = n, .met = static_cast<int>(std::count(all.begin(), all.end(), true))};
        const auto shown = test_place([&](std::size_t, int, int) { return std::optional(all); }, 0, 0, n, 0.5, 0.05);
        t.low = shown->low, t.high = shown->high;
        return t;
    }
    // How near the mean of the first goal's figure comes, to compare places where no future meets the goals.
    double reaches(const Pair& at) {
        const auto e = figure_of(at, asked(at, 0, first_search));
        if (!std::isfinite(e.mean)) return -std::numeric_limits<double>::max();
        return options_.conditions.front().is_below ? -e.mean : e.mean;
    }
    results::Estimate figure_of(const Pair& at, const GoalTest& test) {
        if (!can_be(at)) return {};
        Futures& s = stream(test.look);
        const Values values = values_at(s, at, test.futures);
        return estimate(column_of(values, place_of(s.keys(at), options_.conditions.front().of, 0)));
    }

    void describe(Goal& g) {
        std::map<Pair, int> numbers;
        for (const auto& [at, tests] : tests_) {
            results::GoalPlace place{.tests = tests, .figure = figure_of(at, tests.back()), .cost = cost_of(at)};
            for (std::size_t l = 0; l < at.size(); ++l) {
                place.at.push_back(levers_[l].at(at[l]));
                const auto settings = levers_[l].settings(place.at.back());
                place.values.push_back(levers_[l].lever.is_named ? "" : settings.front().value);
            }
            numbers[at] = static_cast<int>(g.places.size());
            g.places.push_back(std::move(place));
        }
        const auto number = [&](const std::optional<Pair>& at) { return at ? numbers.at(*at) : -1; };
        g.passes = number(passes_);
        g.fails = number(fails_);
        for (const auto& at : frontier_) g.frontier.push_back(numbers.at(at));
        if (!reached_ || !tests_.contains(*reached_)) return;
        g.reached = number(reached_);
        const GoalTest& last = tests_.at(*reached_).back();
        g.there = stream(last.look).outcome(*reached_, scenario_at(*reached_), last.futures).run;
        for (const auto& c : scenario::changes(base_, scenario_at(*reached_)))
            g.changes.push_back(
                {c.path,
                 c.from,
                 c.to,
                 {scenario::name_of(c.path, base_, core::Lang::es), scenario::name_of(c.path, base_, core::Lang::en)}});
        tell_numbers(g, last);
        tell_year_after(g, last);
    }
    // What a lever's first number comes to in the worlds, where they draw or fit it.
    void tell_numbers(Goal& g, const GoalTest& last) {
        if (!options_.in_worlds) return;
        const auto assumed = scenario::assumed(base_);
        for (std::size_t l = 0; l < levers_.size(); ++l) {
            const std::string path =
                levers_[l].settings(g.places[static_cast<std::size_t>(g.reached)].at[l]).front().path;
            const bool is_assumed = std::any_of(assumed.begin(), assumed.end(), [&](const auto& a) {
                return std::any_of(a.parts.begin(), a.parts.end(), [&](const auto& p) { return p.first == path; });
            });
            if (!is_assumed) continue;
            auto numbers = stream(last.look).numbers(scenario_at(*reached_), path, last.futures);
            std::sort(numbers.begin(), numbers.end());
            if (numbers.empty()) continue;
            g.levers[l].in_worlds = {quantile_of(numbers, 0.1).value, quantile_of(numbers, 0.9).value};
        }
    }
    void tell_year_after(Goal& g, const GoalTest& last) {
        for (const auto& c : options_.conditions) {
            if (c.of.year >= base_.horizon.last_year) return;
        }
        Futures& s = stream(last.look);
        const auto all = met(values_at(s, *reached_, last.futures), s.keys(*reached_), 1);
        g.year_after = {.look = last.look,
                        .futures = last.futures,
                        .met = static_cast<int>(std::count(all.begin(), all.end(), true))};
    }

    const Scenario& base_;
    const std::vector<LeverGrid>& levers_;
    const GoalOptions& options_;
    std::map<Pair, std::unique_ptr<Scenario>> scenarios_;
    std::map<Pair, core::Diagnostics> impossible_;
    std::map<Pair, double> costs_;
    const CalibrationProblem* problem_;
    std::map<int, std::unique_ptr<Futures>> streams_;
    std::map<Pair, std::vector<GoalTest>> tests_;
    std::vector<Pair> frontier_;
    std::optional<Pair> passes_, fails_, reached_;
    int items_ = 0;
};

}  // namespace

GoalResult goal(const Scenario& base, const std::vector<LeverGrid>& levers, const GoalOptions& options,
                const std::optional<CalibrationProblem>& problem) {
    return GoalRunner(base, levers, options, problem ? &*problem : nullptr).run();
}

GoalReplications replications_of_goal(const GoalOptions& options) {
    constexpr double of_search = 500, places_of_look = 4, places_in_worlds = 8;
    const double look = GoalSearchOptions{.probability = options.probability}.futures_of_look(1);
    if (!options.in_worlds) return {of_search + places_of_look * look, 0};
    const GoalSearchOptions search;
    return {of_search + places_in_worlds * look,
            (search.last_search + look) / kept_of_fitted * replications_to_fit + 2 * replications_of_base};
}

}  // namespace aforo::experiment
