// Charts along a number: curves with bands, scatter plots, and tornadoes.
#include <algorithm>
#include <cmath>

#include "charts/spec.hpp"
#include "words.hpp"

namespace aforo::render::charts {

using document::Chart;

namespace {

Object along_x(const Chart& chart) {
    Object scale = {{"zero", false}};
    if (chart.is_x_log) scale = {{"type", "log"}, {"nice", false}};
    return quantity("x", chart.x, {{"axis", {{"tickCount", 6}}}, {"scale", scale}});
}

Object along_y(const Chart& chart, const char* name) {
    Object scale = {{"zero", false}};
    if (chart.y_greatest > chart.y_least) scale["domain"] = Array{datum(chart.y_least), datum(chart.y_greatest)};
    return quantity(name, chart.y, {{"axis", axis_of(chart)}, {"scale", scale}});
}

// Boxes behind everything else, each with its label in a corner.
Array boxes_of(const Chart& chart) {
    Array layers;
    for (const auto& box : chart.boxes) {
        const Object data = values({Object{{"x", datum(box.x_low)},
                                           {"x2", datum(box.x_high)},
                                           {"c", datum(box.low)},
                                           {"d", datum(box.high)},
                                           {"l", printed(box.label)}}});
        Object area = layer(
            {{"type", "rect"},
             {"color", colour_of(document::Colour::grey)},
             {"fillOpacity", 0.1},
             {"stroke", colour_of(document::Colour::grey)},
             {"strokeDash", Array{3, 3}}},
            {{"x", along_x(chart)}, {"x2", {{"field", "x2"}}}, {"y", along_y(chart, "c")}, {"y2", {{"field", "d"}}}});
        Object label = layer({{"type", "text"}, {"align", "left"}, {"baseline", "top"}, {"dx", 4}, {"dy", 4}},
                             {{"x", along_x(chart)}, {"y", along_y(chart, "d")}, {"text", field("l", "nominal")}});
        area["data"] = label["data"] = data;
        layers.push_back(area);
        layers.push_back(label);
    }
    return layers;
}

// An empty layer would make Vega compute the extent of an axis from no data.
bool has_labels(const Chart& chart) {
    return std::any_of(chart.marks.begin(), chart.marks.end(), [](const auto& m) { return !m.text.empty(); });
}

Object text_at(const Chart& chart, const char* y) {
    Object label = layer({{"type", "text"}, {"align", "left"}, {"dx", 7}, {"dy", -7}, {"fontSize", 11}},
                         {{"y", along_y(chart, y)}, {"text", {{"field", "v"}}}});
    label["transform"] = Array{Object{{"filter", "isValid(datum.v)"}}};
    return label;
}

}  // namespace

Object curve(const Chart& chart, const Cells& cells) {
    const Object colour = series_colour(chart);
    const auto band = [&](const char* low, const char* high, double opacity) {
        return layer({{"type", "area"}, {"opacity", opacity}},
                     {{"y", along_y(chart, low)}, {"y2", {{"field", high}}}, {"color", colour}});
    };
    Array layers = boxes_of(chart);
    if (has_any(chart, &document::Mark::p10)) layers.push_back(band("a", "b", 0.2));
    if (has_any(chart, &document::Mark::low)) layers.push_back(band("c", "d", 0.35));
    layers.push_back(layer({{"type", "line"}, {"strokeWidth", 2}}, {{"y", along_y(chart, "m")}, {"color", colour}}));
    layers.push_back(layer(
        {{"type", "point"}, {"filled", true}, {"size", 60}, {"opacity", 1}},
        {{"y", along_y(chart, "m")}, {"color", colour}, {"shape", series_symbol(chart)}, {"tooltip", tooltip(chart)}}));
    if (has_labels(chart)) layers.push_back(text_at(chart, "m"));
    add_references(chart, layers, Across::number, true);
    return {{"data", values(rows_of(chart, cells))},
            {"height", 300},
            {"encoding", {{"x", along_x(chart)}}},
            {"layer", layers}};
}

Object scatter(const Chart& chart, const Cells& cells) {
    const Object colour = series_colour(chart);
    Array layers = boxes_of(chart);
    if (has_any(chart, &document::Mark::low)) {
        layers.push_back(layer({{"type", "rule"}, {"opacity", 0.6}},
                               {{"y", along_y(chart, "c")}, {"y2", {{"field", "d"}}}, {"color", colour}}));
    }
    layers.push_back(layer(
        {{"type", "point"}, {"filled", true}, {"size", 60}, {"opacity", 0.8}},
        {{"y", along_y(chart, "m")}, {"color", colour}, {"shape", series_symbol(chart)}, {"tooltip", tooltip(chart)}}));
    if (has_labels(chart)) layers.push_back(text_at(chart, "m"));
    add_references(chart, layers, Across::number, true);
    return {{"data", values(rows_of(chart, cells))},
            {"height", 360},
            {"encoding", {{"x", along_x(chart)}}},
            {"layer", layers}};
}

// Two bars per row, from the base's value to each end; each end is a series.
Object tornado(const Chart& chart, const Cells& cells) {
    const auto x = [&](const char* name) {
        return quantity(name, chart.x, {{"axis", axis_of(chart)}, {"scale", {{"zero", false}}}});
    };
    const auto end = [&](const char* name, std::size_t series, document::Colour otherwise) {
        const bool has_name = series < chart.series.size() && !chart.series[series].name.empty();
        Object colour = {{"value", colour_of(otherwise)}};
        if (has_name) {
            colour = series_colour(chart);
            colour.erase("field");
            colour.erase("type");
            colour["datum"] = printed(chart.series[series].name);
        }
        return layer({{"type", "bar"}, {"opacity", 0.85}},
                     {{"x", x("x")}, {"x2", {{"field", name}}}, {"color", colour}, {"tooltip", tooltip(chart)}});
    };
    Array layers = {end("c", 0, document::Colour::orange), end("d", 1, document::Colour::blue)};
    Object base =
        layer({{"type", "rule"}, {"color", ink}, {"strokeDash", Array{4, 3}}}, {{"x", x("x")}, {"y", nullptr}});
    base["data"] = values({Object{{"x", datum(chart.marks.front().x)}}});
    layers.push_back(base);
    add_references(chart, layers, Across::number, false);
    const Object label = field("l", "nominal", {{"sort", nullptr}, {"title", nullptr}});
    return {{"data", values(rows_of(chart, cells))},
            {"height", 28 * labels_of(chart).size()},
            {"encoding", {{"y", label}}},
            {"layer", layers}};
}

}  // namespace aforo::render::charts
