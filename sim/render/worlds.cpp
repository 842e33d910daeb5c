#include "aforo/render/worlds.hpp"

#include <fmt/format.h>

#include <boost/json.hpp>
#include <cmath>

#include "csv.hpp"

namespace aforo::render {

namespace {

namespace json = boost::json;

json::value number(double v) { return std::isfinite(v) ? json::value(v) : json::value(nullptr); }

json::object object_of(const results::Quantile& q) {
    return {{"value", number(q.value)}, {"low", number(q.low)}, {"high", number(q.high)}};
}
json::object object_of(const results::WorldRange& r) {
    return {{"p10", object_of(r.p10)}, {"p50", object_of(r.p50)}, {"p90", object_of(r.p90)}};
}
json::object object_of(const results::WorldInput& i) {
    return {{"path", i.path},
            {"unit", i.unit},
            {"scale", i.scale},
            {"base", number(i.base)},
            {"low", number(i.low_value)},
            {"high", number(i.high_value)},
            {"shape", i.shape},
            {"source", i.source},
            {"solved", i.is_solved},
            {"drawn", object_of(i.drawn)},
            {"kept", object_of(i.kept)},
            {"apart", number(i.apart)},
            {"share", number(i.share)},
            {"share_half_width", number(i.share_half_width)},
            {"direction", number(i.direction)},
            {"weighs", i.weighs}};
}
json::object object_of(const results::WorldRefusal& r) {
    constexpr std::array kinds = {"screen", "impossible", "figure", "replications"};
    return {{"kind", kinds.at(static_cast<std::size_t>(r.kind))}, {"id", r.id}, {"count", r.count}};
}
template <class T>
json::object place_of(const T& m) {
    return {{"metric", m.measure},
            {"year", m.year},
            {"level", results::level_names.at(static_cast<std::size_t>(m.level))},
            {"id", m.id},
            {"worlds", m.worlds}};
}
json::object object_of(const results::WorldMeasure& m) {
    json::object o = place_of(m);
    o["base"] = number(m.base);
    o["mean"] = number(m.mean);
    o["luck_sd"] = number(m.luck_sd);
    o["ignorance_sd"] = number(m.ignorance_sd);
    o["luck_share"] = number(m.luck_share);
    o["luck_share_half_width"] = number(m.luck_share_half_width);
    o["ignorance"] = object_of(m.ignorance);
    o["both"] = object_of(m.both);
    return o;
}
json::object object_of(const results::WorldDifference& d) {
    json::object o = place_of(d);
    o["mean"] = number(d.mean);
    o["ignorance"] = object_of(d.ignorance);
    o["relative"] = object_of(d.relative);
    o["higher"] = d.higher;
    o["lower"] = d.lower;
    o["same"] = d.same;
    o["share_higher"] = number(d.share_higher);
    o["share_low"] = number(d.share_low);
    o["share_high"] = number(d.share_high);
    return o;
}
json::object object_of(const results::WorldCarried& c) {
    return {{"path", c.path}, {"base", c.base}, {"alternative", c.alternative}, {"how", c.how}};
}
json::object object_of(const results::WorldRegret& r) {
    return {{"scenario", r.scenario},
            {"best_in", number(r.best_in)},
            {"mean", number(r.mean)},
            {"p90", number(r.p90)},
            {"greatest", number(r.greatest)}};
}
json::object object_of(const results::WorldTolerance& t) {
    return {{"factor", t.factor}, {"kept", t.kept}, {"ignorance", object_of(t.ignorance)}};
}
json::object object_of(const results::WorldFutures& f) {
    json::array quantiles;
    for (const double q : f.quantiles) quantiles.push_back(number(q));
    return {{"year", f.year}, {"quantiles", quantiles}};
}

template <class T>
json::array array_of(const std::vector<T>& all) {
    json::array a;
    for (const auto& one : all) a.emplace_back(object_of(one));
    return a;
}
json::object object_of(const results::WorldAlternative& a) {
    return {{"alternative", a.scenario},
            {"impossible", a.impossible},
            {"carried", array_of(a.carried)},
            {"differences", array_of(a.differences)},
            {"measures", array_of(a.measures)}};
}
std::string plain_number(double v) { return std::isfinite(v) ? fmt::format("{}", v) : ""; }

}  // namespace

std::string with_worlds(const std::string& text, const results::Worlds& w) {
    json::array alternatives;
    for (const auto& a : w.alternatives) alternatives.emplace_back(object_of(a));
    const json::object worlds = {{"wanted", w.wanted},
                                 {"drawn", w.drawn},
                                 {"passed", w.passed},
                                 {"fitted", w.fitted},
                                 {"kept", w.kept.size()},
                                 {"replications", w.replications},
                                 {"headline", w.headline},
                                 {"inputs", array_of(w.inputs)},
                                 {"refusals", array_of(w.refusals)},
                                 {"measures", array_of(w.measures)},
                                 {"alternatives", alternatives},
                                 {"regrets", array_of(w.regrets.scenarios)},
                                 {"tolerances", array_of(w.tolerances)},
                                 {"futures", array_of(w.futures)},
                                 {"share_by_chance", number(w.share_by_chance)}};
    const auto end = text.rfind('}');
    auto last = end;
    while (last > 0 && text[last - 1] == '\n') --last;
    return text.substr(0, last) + ",\n\"worlds\": " + json::serialize(worlds) + "\n}\n";
}

std::string worlds_csv(const results::Worlds& w) {
    std::vector<std::string> header = {"world", "draw", "block"};
    for (const auto& input : w.inputs) header.push_back(csv_text(input.path));
    for (const auto& figure : w.figures) header.push_back(csv_text("residual:" + figure));
    const std::size_t scenarios = w.kept.empty() ? 0 : w.kept.front().means.size();
    for (std::size_t s = 0; s < scenarios; ++s) {
        for (const auto& h : w.headlines) header.push_back(s == 0 ? h : fmt::format("{}:{}", s + 1, h));
    }
    std::string csv = csv_line(header);
    for (std::size_t i = 0; i < w.kept.size(); ++i) {
        const auto& world = w.kept[i];
        std::vector<std::string> fields = {std::to_string(i + 1), std::to_string(world.draw + 1),
                                           std::to_string(world.block + 1)};
        for (const auto& value : world.values) fields.push_back(csv_text(value));
        for (const double r : world.residuals) fields.push_back(plain_number(r));
        for (const auto& means : world.means) {
            for (const double m : means) fields.push_back(plain_number(m));
        }
        csv += csv_line(fields);
    }
    return csv;
}

}  // namespace aforo::render
