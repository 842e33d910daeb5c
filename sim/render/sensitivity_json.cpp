#include <boost/json.hpp>
#include <cmath>

#include "aforo/render/sensitivity.hpp"
#include "aforo/render/worlds.hpp"
#include "prices_json.hpp"

namespace aforo::render {

namespace {

namespace json = boost::json;

json::value number(double v) { return std::isfinite(v) ? json::value(v) : json::value(nullptr); }
json::array numbers(const std::vector<double>& all) {
    json::array a;
    for (const double v : all) a.push_back(number(v));
    return a;
}
json::object object_of(const results::Estimate& e) {
    return {{"n", e.n},
            {"mean", e.n > 0 ? number(e.mean) : nullptr},
            {"half_width", e.n > 0 ? number(e.half_width) : nullptr}};
}
json::object object_of(const results::FigureKey& f) {
    return {{"metric", f.measure},
            {"year", f.year},
            {"level", results::level_names.at(static_cast<std::size_t>(f.level))},
            {"id", f.id}};
}

}  // namespace

std::string sensitivity_json(const results::Sensitivity& s) {
    const auto path = [&](int input) { return s.worlds.inputs[static_cast<std::size_t>(input)].path; };
    json::array scenarios, shares, bars, screened, indices, findings, regrets;
    for (const auto& name : s.scenarios) scenarios.emplace_back(name);
    for (const auto& x : s.shares)
        shares.push_back(json::object{{"path", path(x.input)},
                                      {"share", number(x.share)},
                                      {"half_width", number(x.half_width)},
                                      {"direction", number(x.direction)},
                                      {"told", x.is_told}});
    for (const auto& x : s.bars)
        bars.push_back(json::object{{"path", path(x.input)},
                                    {"low", number(x.low)},
                                    {"high", number(x.high)},
                                    {"raw_low", object_of(x.raw_low)},
                                    {"raw_high", object_of(x.raw_high)},
                                    {"fitted_low", object_of(x.fitted_low)},
                                    {"fitted_high", object_of(x.fitted_high)}});
    for (const auto& x : s.screened)
        screened.push_back(json::object{{"path", path(x.input)},
                                        {"mean_absolute", number(x.mean_absolute)},
                                        {"half_width", number(x.half_width)},
                                        {"mean", number(x.mean)},
                                        {"sd", number(x.sd)},
                                        {"n", x.n}});
    for (const auto& x : s.indices)
        indices.push_back(json::object{{"path", path(x.input)},
                                       {"first", number(x.first)},
                                       {"first_half_width", number(x.first_half_width)},
                                       {"total", number(x.total)},
                                       {"total_half_width", number(x.total_half_width)}});
    for (const auto& f : s.findings) {
        json::array told;
        for (const auto& [input, value] : f.of_inputs)
            told.push_back(json::object{{"path", path(input)}, {"value", number(value)}});
        findings.push_back(json::object{{"worth", number(f.worth)},
                                        {"best", f.best},
                                        {"perfect", number(f.perfect)},
                                        {"perfect_half_width", number(f.perfect_half_width)},
                                        {"inputs", told},
                                        {"of_each", numbers(f.inputs)},
                                        {"by_chance", number(f.by_chance)},
                                        {"net", numbers(f.net)}});
    }
    json::object choices;
    if (s.regrets) {
        for (const auto& r : s.regrets->scenarios)
            regrets.push_back(json::object{{"scenario", r.scenario},
                                           {"best_in", number(r.best_in)},
                                           {"mean", number(r.mean)},
                                           {"p90", number(r.p90)},
                                           {"greatest", number(r.greatest)},
                                           {"by_world", numbers(r.by_world)}});
        choices = {{"greatest", s.regrets->by_greatest}, {"p90", s.regrets->by_p90}, {"mean", s.regrets->by_mean}};
    }
    json::object figure = object_of(s.of);
    figure["difference"] = s.is_difference;
    json::object all = {{"version", s.base.version},
                        {"scenarios", scenarios},
                        {"figure", figure},
                        {"shares", shares},
                        {"by_chance", number(s.by_chance)},
                        {"luck_share", number(s.luck_share)},
                        {"central", object_of(s.central)},
                        {"bars", bars},
                        {"trajectories", s.trajectories},
                        {"screened", screened},
                        {"rows", s.rows},
                        {"indices", indices},
                        {"findings", findings},
                        {"regrets", regrets},
                        {"choices", choices}};
    if (s.failure) {
        const auto& f = *s.failure;
        json::array limits;
        for (const auto& l : f.limits)
            limits.push_back(json::object{{"path", path(l.input)},
                                          {"low", number(l.low)},
                                          {"high", number(l.high)},
                                          {"reproduced", l.reproduced}});
        all["failure"] = json::object{{"rule", f.rule},
                                      {"figure", object_of(f.of)},
                                      {"threshold", number(f.threshold)},
                                      {"worlds", f.worlds},
                                      {"failing", f.failing},
                                      {"doubtful", f.doubtful},
                                      {"share", number(f.share)},
                                      {"low", number(f.low)},
                                      {"high", number(f.high)},
                                      {"share_of_futures", number(f.share_of_futures)},
                                      {"too_few", f.too_few},
                                      {"told", f.is_told},
                                      {"limits", limits},
                                      {"coverage", number(f.coverage)},
                                      {"density", number(f.density)},
                                      {"p_value", number(f.p_value)}};
    }
    return with_worlds(with_prices(json::serialize(all), s.base) + "\n", s.worlds);
}

}  // namespace aforo::render
