#include <boost/json.hpp>
#include <cmath>

#include "aforo/render/rank.hpp"
#include "prices_json.hpp"

namespace aforo::render {

namespace {

namespace json = boost::json;

json::value number(double v) { return std::isfinite(v) ? json::value(v) : json::value(nullptr); }
json::value estimate(const results::Estimate& e) {
    if (e.n == 0) return nullptr;
    return json::object{{"n", e.n}, {"mean", number(e.mean)}, {"half_width", number(e.half_width)}};
}

}  // namespace

std::string rank_json(const results::Rank& r) {
    json::array scenarios, figures, ranked;
    for (const auto& name : r.scenarios) scenarios.emplace_back(name);
    for (const auto& f : r.of)
        figures.push_back(json::object{{"metric", f.measure},
                                       {"year", f.year},
                                       {"level", results::level_names.at(static_cast<std::size_t>(f.level))},
                                       {"id", f.id}});
    for (const auto& one : r.ranked) {
        json::array others;
        for (const auto& e : one.others) others.push_back(estimate(e));
        ranked.push_back(json::object{{"scenario", one.scenario},
                                      {"value", estimate(one.value)},
                                      {"behind", estimate(one.behind)},
                                      {"in_set", one.is_in_set},
                                      {"equivalent", one.is_equivalent},
                                      {"same_as", one.same_as},
                                      {"left_after", one.left_after},
                                      {"others", others},
                                      {"dominated_by", one.dominated_by}});
    }
    json::array regrets;
    json::object choices;
    if (r.regrets) {
        for (const auto& one : r.regrets->scenarios)
            regrets.push_back(json::object{{"scenario", one.scenario},
                                           {"best_in", number(one.best_in)},
                                           {"mean", number(one.mean)},
                                           {"p90", number(one.p90)},
                                           {"greatest", number(one.greatest)}});
        choices = {{"greatest", r.regrets->by_greatest}, {"p90", r.regrets->by_p90}, {"mean", r.regrets->by_mean}};
    }
    const json::object all = {{"version", r.base.version},
                                        {"seed", r.base.seed},
                                        {"scenarios", scenarios},
                                        {"figures", figures},
                                        {"least_is_best", r.is_least},
                                        {"delta", number(r.delta)},
                                        {"confidence", r.confidence},
                                        {"replications", r.replications},
                                        {"best", r.best},
                                        {"replications_of_best", r.replications_of_best},
                                        {"decided", r.is_decided},
                                        {"ranked", ranked},
                                        {"regrets", regrets},
                                        {"choices", choices}};
    return with_prices(json::serialize(all), r.base) + "\n";
}

}  // namespace aforo::render
