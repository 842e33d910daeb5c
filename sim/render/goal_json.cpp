#include <array>
#include <boost/json.hpp>
#include <cmath>

#include "aforo/render/goal.hpp"
#include "prices_json.hpp"

namespace aforo::render {

namespace {

namespace json = boost::json;

json::value number(double v) { return std::isfinite(v) ? json::value(v) : json::value(nullptr); }

json::object object_of(const results::Estimate& e) {
    return {{"n", e.n},
            {"mean", e.n > 0 ? number(e.mean) : nullptr},
            {"half_width", e.n > 0 ? number(e.half_width) : nullptr}};
}

json::object object_of(const results::GoalTest& t) {
    constexpr std::array claims = {"sought", "open", "passes", "fails"};
    return {{"claim", claims.at(static_cast<std::size_t>(t.claim))},
            {"look", t.look},
            {"futures", t.futures},
            {"met", t.met},
            {"low", number(t.low)},
            {"high", number(t.high)}};
}

json::object object_of(const results::GoalPlace& p) {
    json::array at, values, tests;
    for (const double x : p.at) at.push_back(number(x));
    for (const auto& v : p.values) values.emplace_back(v);
    for (const auto& t : p.tests) tests.push_back(object_of(t));
    return {
        {"at", at}, {"values", values}, {"tests", tests}, {"figure", object_of(p.figure)}, {"cost", number(p.cost)}};
}

}  // namespace

std::string goal_json(const results::Goal& g) {
    constexpr std::array answers = {"already", "certified", "range", "lowest", "out_of_reach", "undecided"};
    json::array conditions, levers, places, frontier, changes;
    for (const auto& c : g.conditions)
        conditions.push_back(json::object{{"rule", c.text},
                                          {"metric", c.of.measure},
                                          {"year", c.of.year},
                                          {"level", results::level_names.at(static_cast<std::size_t>(c.of.level))},
                                          {"id", c.of.id},
                                          {"at_most", c.is_below},
                                          {"threshold", number(c.threshold)}});
    for (const auto& l : g.levers)
        levers.push_back(json::object{{"lever", l.asked},
                                      {"base", number(l.base)},
                                      {"low", number(l.low)},
                                      {"high", number(l.high)},
                                      {"step", number(l.step)},
                                      {"unit", l.unit},
                                      {"scale", number(l.scale)}});
    for (const auto& p : g.places) places.push_back(object_of(p));
    for (const int i : g.frontier) frontier.push_back(i);
    for (const auto& c : g.changes) changes.push_back(json::object{{"path", c.path}, {"from", c.from}, {"to", c.to}});
    json::object all = {{"version", g.base.version},
                        {"scenario", g.base.scenario},
                        {"digest", g.base.digest},
                        {"seed", g.base.seed},
                        {"answer", answers.at(static_cast<std::size_t>(g.answer))},
                        {"conditions", conditions},
                        {"probability", g.probability},
                        {"confidence", g.confidence},
                        {"levers", levers},
                        {"base", json::object{{"test", object_of(g.of_base)},
                                              {"figure", object_of(g.base_figure)},
                                              {"cost", number(g.base_cost)}}},
                        {"places", places},
                        {"passes", g.passes},
                        {"fails", g.fails},
                        {"reached", g.reached},
                        {"looks", g.looks},
                        {"turning_back", g.turning_back},
                        {"compared", g.compared},
                        {"changes", changes}};
    if (g.levers.size() > 1) {
        all["frontier"] = frontier;
        all["cheapest"] = g.is_cheapest;
    }
    if (!g.bounds.empty()) {
        json::array bounds;
        for (const auto& b : g.bounds)
            bounds.push_back(json::object{{"at", number(b.at)}, {"upper", b.is_upper}, {"why", b.why}});
        all["bounds"] = bounds;
    }
    if (g.is_in_worlds) {
        json::array numbers;
        for (const auto& l : g.levers) {
            if (l.in_worlds)
                numbers.push_back(json::object{
                    {"lever", l.asked}, {"p10", number(l.in_worlds->first)}, {"p90", number(l.in_worlds->second)}});
        }
        all["worlds"] = json::object{{"drawn", g.drawn}, {"kept", g.worlds}, {"levers", numbers}};
    }
    if (g.year_after.futures > 0) all["year_after"] = object_of(g.year_after);
    return with_prices(json::serialize(all), g.base) + "\n";
}

}  // namespace aforo::render
