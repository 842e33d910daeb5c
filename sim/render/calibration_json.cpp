#include <boost/json.hpp>
#include <cmath>

#include "aforo/render/machine.hpp"

namespace aforo::render {

namespace {

namespace json = boost::json;
using results::Bound;

json::value number(double v) { return std::isfinite(v) ? json::value(v) : json::value(nullptr); }

json::array numbers(const std::vector<double>& all) {
    json::array a;
    for (const double v : all) a.push_back(number(v));
    return a;
}

json::array texts(const std::vector<std::string>& all) {
    json::array a;
    for (const auto& v : all) a.emplace_back(v);
    return a;
}

json::object object_of(const results::Estimate& e) {
    return {{"n", e.n},
            {"mean", number(e.mean)},
            {"sd", number(e.sd)},
            {"half_width", number(e.half_width)},
            {"p10", number(e.p10)},
            {"p50", number(e.p50)},
            {"p90", number(e.p90)}};
}

json::object object_of(const results::FittedKey& k) {
    return {{"path", k.path},
            {"before", k.before},
            {"after", k.after},
            {"low", k.low},
            {"high", k.high},
            {"before_value", number(k.before_value)},
            {"after_value", number(k.after_value)},
            {"error", number(k.error)},
            {"bound", k.at == Bound::low    ? "low"
                      : k.at == Bound::high ? "high"
                                            : "none"},
            {"identified", k.is_identified},
            {"figure", k.figure}};
}

json::object object_of(const results::FittedFigure& f) {
    return {{"name", f.name},
            {"measure", f.measure},
            {"id", f.id},
            {"year", f.year},
            {"source", f.source},
            {"definition", f.definition},
            {"tied", f.tied},
            {"published", number(f.published)},
            {"aim", number(f.aim)},
            {"tolerance", number(f.tolerance)},
            {"below", number(f.below)},
            {"before", object_of(f.before)},
            {"after", object_of(f.after)},
            {"residual", number(f.residual(f.after))},
            {"met", f.is_met},
            {"certain", f.is_certain},
            {"limits", texts(f.limits)}};
}

json::object object_of(const results::HeldOut& h) {
    return {{"figure", h.figure},
            {"key", h.key},
            {"low", number(h.low)},
            {"high", number(h.high)},
            {"draws", h.draws},
            {"kept", h.kept},
            {"p10", number(h.p10)},
            {"p50", number(h.p50)},
            {"p90", number(h.p90)},
            {"least", number(h.least)},
            {"greatest", number(h.greatest)},
            {"values", numbers(h.values)}};
}

json::object object_of(const results::Compensation& c) {
    json::array parts;
    for (const auto& p : c.parts) parts.push_back(json::object{{"path", p.path}, {"weight", number(p.weight)}});
    return {{"parts", parts}};
}
json::object object_of(const results::FitStep& s) {
    return {{"replications", s.replications}, {"keys", numbers(s.keys)}, {"residuals", numbers(s.residuals)}};
}
json::object object_of(const results::Exhaustion& e) {
    return {{"component", e.component}, {"year", e.year}, {"share", number(e.share)}};
}

template <class T>
json::array array_of(const std::vector<T>& all) {
    json::array a;
    for (const auto& one : all) a.push_back(object_of(one));
    return a;
}

}  // namespace

std::string calibration_json(const results::Calibration& c) {
    const json::object all = {{"version", c.version},
                              {"scenario", c.scenario},
                              {"digest", c.digest},
                              {"seed", std::to_string(c.seed)},
                              {"year", c.year},
                              {"met", c.is_met},
                              {"unmoved", c.is_unmoved},
                              {"fitted_on", c.fitted_on},
                              {"looked_at_on", c.looked_at_on},
                              {"keys", array_of(c.keys)},
                              {"figures", array_of(c.figures)},
                              {"rank", c.rank},
                              {"singular", numbers(c.singular)},
                              {"sensitivity", numbers(c.sensitivity)},
                              {"compensations", array_of(c.compensations)},
                              {"steps", array_of(c.steps)},
                              {"exhaustions", array_of(c.exhaustions)},
                              {"held_out", array_of(c.held_out)}};
    return json::serialize(all) + "\n";
}

}  // namespace aforo::render
