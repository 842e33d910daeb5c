// How long those who are served have waited, by year.
#include "page/figure.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

constexpr Shape tenths = fixed(shapes::days);  // side by side on a chart

struct Wait {
    const char* measure;
    T name;
    const char* colour;
    const char* shape;
    bool labelled;
};
constexpr std::array<Wait, 4> all_waits = {
    {{"attention_wait_days_p90", T::wait_attention_p90, colour::plum, "triangle-up", true},
     {"attention_wait_days_mean", T::wait_attention_mean, colour::orange, "diamond", false},
     {"wait_days_p90", T::wait_slot_p90, colour::blue, "circle", true},
     {"wait_days_mean", T::wait_slot_mean, colour::teal, "square", false}}};

std::vector<Wait> known(const Subject& s) {
    std::vector<Wait> found;
    for (const auto& wait : all_waits) {
        for (const int year : s.run.years) {
            if (has_value(s.index.estimate({wait.measure, year}))) {
                found.push_back(wait);
                break;
            }
        }
    }
    return found;
}

Array rows_of(const Subject& s, const std::vector<Wait>& waits) {
    Array rows;
    for (const auto& wait : waits) {
        for (const int year : s.run.years) {
            const auto* e = s.index.estimate({wait.measure, year});
            if (!has_value(e)) {
                continue;
            }
            rows.push_back(Object{
                {"y", std::to_string(year)},
                {"k", s.say(wait.name)},
                {"m", datum(e->mean)},
                {"a", datum(e->p10)},
                {"b", datum(e->p90)},
                {"v", wait.labelled ? boost::json::value(s.estimates.mean(e, tenths)) : boost::json::value(nullptr)},
                {"s", s.estimates.mean_and_half_width(e, tenths)},
                {"r", s.estimates.range(e, tenths)}});
        }
    }
    return rows;
}

double highest(const Subject& s, const std::vector<Wait>& waits) {
    double most = 1;
    for (const auto& wait : waits) {
        for (const int year : s.run.years) {
            const auto* e = s.index.estimate({wait.measure, year});
            // Of one replication there is no range.
            if (has_value(e)) most = std::max({most, e->mean, std::isfinite(e->p90) ? e->p90 : e->mean});
        }
    }
    return most;
}

Object spec(const Subject& s, const std::vector<Wait>& waits) {
    Array names, colours, shapes;
    for (const auto& wait : waits) {
        names.push_back(boost::json::string(s.say(wait.name)));
        colours.push_back(wait.colour);
        shapes.push_back(wait.shape);
    }
    const Object colour = named_colours("k", names, colours);
    Object shape = colour;
    shape["scale"] = {{"domain", names}, {"range", shapes}};
    const Object year =
        field("y", "ordinal", {{"title", s.say(T::year)}, {"axis", {{"labelAngle", 0}, {"grid", false}}}});
    // Side by side within the year, so that ranges do not hide one another.
    const Object beside = field("k", "nominal", {{"sort", names}});
    const Object scale = {{"domain", Array{0, 1.15 * highest(s, waits)}}};  // room above the highest for its label
    const auto y = [&](const char* name) {
        return quantity(name, s.say(T::axis_days), {{"axis", {{"tickCount", 5}}}, {"scale", scale}});
    };
    const Object range = {{"mark", {{"type", "rule"}, {"strokeWidth", 8}, {"opacity", 0.35}}},
                          {"encoding", {{"y", y("a")}, {"y2", {{"field", "b"}}}, {"color", colour}}}};
    const Object point = {{"mark", {{"type", "point"}, {"filled", true}, {"size", 80}, {"opacity", 1}}},
                          {"encoding",
                           {{"y", y("m")},
                            {"color", colour},
                            {"shape", shape},
                            {"tooltip", Array{field("k", "nominal", {{"title", s.say(T::measure)}}),
                                              field("s", "nominal", {{"title", s.say(T::simulated)}}),
                                              field("r", "nominal", {{"title", s.say(T::range_p10_p90)}})}}}}};
    const Object label = {{"transform", Array{Object{{"filter", "isValid(datum.v)"}}}},
                          {"mark", {{"type", "text"}, {"dy", -12}, {"fontSize", 11}}},
                          {"encoding", {{"y", y("b")}, {"text", {{"field", "v"}}}}}};
    return {{"data", {{"values", rows_of(s, waits)}}},
            {"height", 300},
            {"encoding", {{"x", year}, {"xOffset", beside}}},
            {"layer", Array{range, point, label}}};
}

Table twin(const Subject& s, const std::vector<Wait>& waits) {
    Table table({{s.say(T::measure), Align::left},
                 {s.say(T::year)},
                 {s.say(T::simulated)},
                 {s.say(T::half_width)},
                 {s.say(T::range_p10_p90)}});
    for (const auto& wait : waits) {
        for (const int year : s.run.years) {
            const auto* e = s.index.estimate({wait.measure, year});
            table.row({s.say(wait.name), std::to_string(year), s.estimates.mean(e, tenths),
                       s.estimates.half_width(e, tenths), s.estimates.range(e, tenths)});
        }
    }
    return table;
}

std::string finding(const Subject& s) {
    const int last = s.run.years.back();
    const auto* attention = s.index.estimate({"attention_wait_days_p90", last});
    const auto* slot = s.index.estimate({"wait_days_p90", last});
    const bool none = !has_value(slot) || slot->mean < 0.05;  // which would print as 0,0 days
    return none ? s.say(T::finding_waits_attention, last, s.estimates.mean(attention, tenths))
                : s.say(T::finding_waits, last, s.estimates.mean(attention, tenths), s.estimates.mean(slot, tenths));
}

}  // namespace

Html waits(const Subject& s) {
    const auto found = known(s);
    if (found.empty()) {
        return {};
    }
    return figure({"grafico-esperas", finding(s), s.say(T::reading_waits), spec(s, found), twin(s, found)}, s);
}

}  // namespace aforo::report
