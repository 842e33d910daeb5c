#include <array>
#include <boost/json.hpp>
#include <cmath>

#include "aforo/render/answers.hpp"
#include "aforo/results/index.hpp"
#include "prices_json.hpp"

namespace aforo::render {

namespace {

namespace json = boost::json;

using results::Answered;
using results::AnsweredFigure;

json::value number(double v) { return std::isfinite(v) ? json::value(v) : json::value(nullptr); }

json::object estimate(const results::Estimate& e) {
    return {{"n", e.n},
            {"mean", number(e.mean)},
            {"half_width", number(e.half_width)},
            {"p10", number(e.p10)},
            {"p50", number(e.p50)},
            {"p90", number(e.p90)}};
}

json::object key(const results::FigureKey& of) {
    return {{"metric", of.measure},
            {"year", of.year},
            {"level", results::level_names.at(static_cast<std::size_t>(of.level))},
            {"id", of.id}};
}

json::object both(json::object a, const json::object& b) {
    for (const auto& [name, value] : b) a[name] = value;
    return a;
}

std::string scenario_of(const Answered& a, std::size_t scenario) {
    if (!a.comparison) return "";
    return scenario == 0 ? a.comparison->base.scenario : a.comparison->alternatives[scenario - 1].run.scenario;
}

json::value figure(const Answered& a, const AnsweredFigure& f, const std::vector<results::Index>& differences) {
    constexpr std::array shows = {"value", "difference", "percent", "range", "lever", "cost", "size"};
    json::object made = {{"name", f.name}, {"show", shows.at(static_cast<std::size_t>(f.show))}};
    using Show = AnsweredFigure::Show;
    if (f.show == Show::lever || f.show == Show::cost) {
        if (!a.goal || a.goal->reached < 0) return made;
        const auto& there = a.goal->places[static_cast<std::size_t>(a.goal->reached)];
        made["value"] = f.show == Show::lever ? number(there.at.front() / a.goal->levers.front().scale)
                                              : number(there.cost - a.goal->base_cost);
        return made;
    }
    made = both(made, key(f.of));
    made["scenario"] = scenario_of(a, f.scenario);
    const results::At at{f.of.measure, f.of.year, f.of.level, f.of.id};
    if (f.scenario > 0 && f.scenario <= differences.size()) {
        if (const auto* d = differences[f.scenario - 1].difference(at)) {
            made["base_mean"] = number(d->base.mean);
            if (f.show == Show::difference || f.show == Show::percent || f.show == Show::size)
                return both(made, estimate(d->value));
        }
    }
    const auto& run = f.scenario == 0 ? a.comparison->base : a.comparison->alternatives[f.scenario - 1].run;
    const auto* e = run.find(f.of.measure, f.of.year, f.of.level, f.of.id);
    return e == nullptr ? made : both(made, estimate(*e));
}

json::value range(const results::WorldRange& r) {
    return json::object{{"p10", number(r.p10.value)}, {"p50", number(r.p50.value)}, {"p90", number(r.p90.value)}};
}

json::value in_worlds(const results::AnsweredInWorlds& in, const results::Worlds& worlds) {
    constexpr std::array answers = {"not_asked", "too_few", "nothing", "unnamed", "named"};
    const auto path = [&](int input) { return worlds.inputs[static_cast<std::size_t>(input)].path; };
    json::array hangs_on, worth;
    for (const auto& s : in.shares) {
        if (!s.is_told) continue;
        hangs_on.push_back(json::object{{"path", path(s.input)},
                                        {"share", number(s.share)},
                                        {"half_width", number(s.half_width)},
                                        {"direction", number(s.direction)}});
    }
    for (const auto& [input, value] : in.worth.inputs)
        worth.push_back(json::object{{"path", path(input)}, {"value", number(value)}});
    json::object made = key({in.difference.measure, in.difference.year, in.difference.level, in.difference.id});
    made["is_difference"] = in.is_difference;
    made["worlds"] = in.difference.worlds;
    made["higher"] = in.difference.higher;
    made["lower"] = in.difference.lower;
    made["same"] = in.difference.same;
    made["ignorance"] = range(in.difference.ignorance);
    made["luck_share"] = number(in.luck_share);
    made["by_chance"] = number(in.by_chance);
    made["hangs_on"] = hangs_on;
    made["worth_finding_out"] = json::object{{"answer", answers.at(static_cast<std::size_t>(in.worth.answer))},
                                             {"perfect", number(in.worth.perfect)},
                                             {"perfect_half_width", number(in.worth.perfect_half_width)},
                                             {"proposal_better", in.worth.proposal_better},
                                             {"base_better", in.worth.base_better},
                                             {"inputs", worth}};
    return made;
}

json::value answered(const Answered& a, const results::Answers& all) {
    constexpr std::array statuses = {"simulated", "by_definition", "outside"};
    std::vector<results::Index> differences;
    if (a.comparison) {
        for (const auto& alternative : a.comparison->alternatives) differences.emplace_back(alternative.differences);
    }
    json::array figures, claims, alternatives, measures;
    for (const auto& f : a.figures) figures.push_back(figure(a, f, differences));
    for (const auto& c : a.claims) {
        json::object made = both({{"claim", c.text}, {"holds", c.holds}, {"open", c.is_open}}, key(c.of));
        made["observed"] = estimate(c.observed);
        claims.push_back(std::move(made));
    }
    for (std::size_t i = 0; a.comparison && i < a.comparison->alternatives.size(); ++i)
        alternatives.push_back(json::string(a.comparison->alternatives[i].run.scenario));
    for (const auto& m : a.measures) {
        json::object made = key(m);
        json::array values;
        for (std::size_t i = 0; a.comparison && i <= a.comparison->alternatives.size(); ++i) {
            const auto& run = i == 0 ? a.comparison->base : a.comparison->alternatives[i - 1].run;
            const auto* e = run.find(m.measure, m.year, m.level, m.id);
            json::object value = e == nullptr ? json::object{} : estimate(*e);
            if (i > 0) {
                const auto* d = differences[i - 1].difference({m.measure, m.year, m.level, m.id});
                if (d != nullptr) value["difference"] = estimate(d->value);
            }
            values.push_back(std::move(value));
        }
        made["values"] = std::move(values);
        measures.push_back(std::move(made));
    }
    json::object made = {
        {"id", a.id},
        {"status", statuses.at(static_cast<std::size_t>(a.status))},
        {"quote", a.quote},
        {"base", a.comparison ? json::value(json::string(a.comparison->base.scenario)) : json::value(nullptr)},
        {"alternatives", std::move(alternatives)},
        {"measures", std::move(measures)},
        {"figures", std::move(figures)},
        {"claims", std::move(claims)}};
    if (a.in_worlds && all.worlds) made["in_worlds"] = in_worlds(*a.in_worlds, *all.worlds);
    if (a.failure) {
        made["fails"] = json::object{{"rule", a.failure->rule},       {"worlds", a.failure->worlds},
                                     {"failing", a.failure->failing}, {"share", number(a.failure->share)},
                                     {"low", number(a.failure->low)}, {"high", number(a.failure->high)}};
    }
    return made;
}

}  // namespace

std::string answers_json(const results::Answers& answers) {
    json::array observations;
    for (const auto& a : answers.all) observations.push_back(answered(a, answers));
    json::object made = {{"version", answers.base.version},   {"file", answers.file},
                         {"seed", answers.base.seed},         {"replications", answers.base.replications},
                         {"scenario", answers.base.scenario}, {"observations", std::move(observations)}};
    if (answers.worlds) {
        made["worlds"] = json::object{{"wanted", answers.worlds->wanted},
                                      {"drawn", answers.worlds->drawn},
                                      {"kept", answers.worlds->kept.size()},
                                      {"replications", answers.worlds->replications}};
    }
    return with_prices(json::serialize(made), answers.base) + "\n";
}

}  // namespace aforo::render
