// Estimates with their range of futures and error: as rows, over months, as bars, and as grouped columns.
#include <algorithm>
#include <cmath>

#include "charts/spec.hpp"
#include "words.hpp"

namespace aforo::render::charts {

using document::Chart;

namespace {

Object rule(Object look) {
    look["type"] = "rule";
    return look;
}

Object zero_line(const Object& x) {
    Object line = layer(rule({{"color", ink}, {"strokeDash", Array{4, 3}}}), {{"x", x}, {"y", nullptr}});
    line["data"] = values({Object{{"z", 0}}});
    return line;
}

Object label_axis(const Chart& chart) {
    if (chart.break_label_at.empty()) return {{"grid", true}};
    return {{"labelExpr", "split(datum.label, '" + chart.break_label_at + "')"},
            {"domain", false},
            {"ticks", false},
            {"labelPadding", 8},
            {"grid", true}};
}

}  // namespace

Object ranges(const Chart& chart, const Cells& cells) {
    const auto x = [&](const char* name) {
        Object more = {{"axis", axis_of(chart)}};
        if (!chart.is_of_differences) more["scale"] = {{"zero", false}};
        return quantity(name, chart.x, more);
    };
    const auto bar = [&](const char* from, const char* to, const document::Text& name, const Object& look) {
        return layer(rule(look),
                     {{"x", x(from)}, {"x2", {{"field", to}}}, {"color", estimate_colour(name, cells.lang())}});
    };
    Array layers;
    if (chart.is_of_differences) layers.push_back(zero_line(x("z")));
    if (has_any(chart, &document::Mark::p10))
        layers.push_back(bar("a", "b", words::futures, {{"strokeWidth", 10}, {"opacity", 0.45}}));
    if (has_any(chart, &document::Mark::low)) layers.push_back(bar("c", "d", words::error, {{"strokeWidth", 3}}));
    layers.push_back(
        layer({{"type", "point"}, {"filled", true}, {"size", 70}, {"opacity", 1}},
              {{"x", x("m")}, {"color", estimate_colour(words::mean, cells.lang())}, {"tooltip", tooltip(chart)}}));
    add_references(chart, layers, Across::number, false);
    const Object label = field("l", "nominal", {{"sort", nullptr}, {"title", nullptr}, {"axis", label_axis(chart)}});
    return {{"data", values(rows_of(chart, cells))},
            {"height", 34 * chart.marks.size()},
            {"encoding", {{"y", label}}},
            {"layer", layers}};
}

Object fan(const Chart& chart, const Cells& cells) {
    Array rows;
    for (const auto& mark : chart.marks) {
        Object row = row_of(chart, mark, cells);
        row["x"] = mark.label + "-01T00:00";  // no time zone: the same month everywhere
        rows.push_back(row);
    }
    const Object x = field("x", "temporal",
                           {{"title", nullptr},
                            {"axis",
                             {{"format", "%b %Y"},
                              {"labelOverlap", true},
                              {"grid", false},
                              {"tickCount", {{"interval", "month"}, {"step", 6}}}}}});
    const auto y = [&](const char* name) { return quantity(name, chart.y, {{"axis", axis_of(chart)}}); };
    const auto band = [&](const char* low, const char* high, const document::Text& name, double opacity) {
        return layer({{"type", "area"}, {"opacity", opacity}},
                     {{"y", y(low)}, {"y2", {{"field", high}}}, {"color", estimate_colour(name, cells.lang())}});
    };
    const Object line =
        layer({{"type", "line"}, {"strokeWidth", 1.5}, {"point", {{"size", 14}, {"filled", true}}}},
              {{"y", y("m")}, {"color", estimate_colour(words::mean, cells.lang())}, {"tooltip", tooltip(chart)}});
    Array layers;
    if (has_any(chart, &document::Mark::p10)) layers.push_back(band("a", "b", words::futures, 0.35));
    if (has_any(chart, &document::Mark::low)) layers.push_back(band("c", "d", words::error, 0.75));
    layers.push_back(line);
    add_references(chart, layers, Across::date, true);
    return {{"data", values(rows)}, {"height", 280}, {"encoding", {{"x", x}}}, {"layer", layers}};
}

// Series with signs extend to both sides of the same row; others are below one another.
Object bars(const Chart& chart, const Cells& cells) {
    const auto x = [&](const char* name) {
        return quantity(name, chart.x, {{"axis", axis_of(chart)}, {"stack", nullptr}});
    };
    const bool is_side_by_side = chart.series.size() > 1 && !chart.is_of_differences;
    const std::size_t thickness = is_side_by_side ? 14 * chart.series.size() : 26;
    const Object bar = layer({{"type", "bar"}, {"opacity", chart.series.empty() ? 0.75 : 1}},
                             {{"x", x("m")}, {"color", series_colour(chart)}, {"tooltip", tooltip(chart)}});
    Object shared = {{"y", field("l", "nominal", {{"sort", nullptr}, {"title", nullptr}})}};
    if (is_side_by_side) shared["yOffset"] = field("k", "nominal", {{"sort", nullptr}});
    Array layers = {bar};
    if (has_any(chart, &document::Mark::low))
        layers.push_back(layer(rule({{"color", ink}, {"strokeWidth", 2}}), {{"x", x("c")}, {"x2", {{"field", "d"}}}}));
    add_references(chart, layers, Across::number, false);
    return {{"data", values(rows_of(chart, cells))},
            {"height", thickness * labels_of(chart).size()},
            {"encoding", shared},
            {"layer", layers}};
}

Object columns(const Chart& chart, const Cells& cells) {
    double highest = 1;
    Array rows, names;
    for (const auto& series : chart.series) names.push_back(printed(series.name));
    for (const auto& mark : chart.marks) {
        // With one replication there is no range.
        const double top = std::isfinite(mark.p90) ? std::max(mark.p90, mark.value) : mark.value;
        if (std::isfinite(top)) highest = std::max(highest, top);
        Object row = row_of(chart, mark, cells);
        row["h"] = datum(top);
        if (mark.series >= chart.series.size() || !chart.series[mark.series].is_labelled) row.erase("v");
        rows.push_back(row);
    }
    const Object group =
        field("l", "ordinal", {{"title", printed(chart.x)}, {"axis", {{"labelAngle", 0}, {"grid", false}}}});
    // Columns of a group are side by side, so that their ranges do not cover each other.
    const Object beside = field("k", "nominal", {{"sort", names}});
    const Object scale = {{"domain", Array{0, 1.15 * highest}}};  // leaves room for the highest label
    const auto y = [&](const char* name) {
        return quantity(name, chart.y, {{"axis", {{"tickCount", 5}}}, {"scale", scale}});
    };
    const Object range = layer(rule({{"strokeWidth", 8}, {"opacity", 0.35}}),
                               {{"y", y("a")}, {"y2", {{"field", "b"}}}, {"color", series_colour(chart)}});
    const Object point = layer(
        {{"type", "point"}, {"filled", true}, {"size", 80}, {"opacity", 1}},
        {{"y", y("m")}, {"color", series_colour(chart)}, {"shape", series_symbol(chart)}, {"tooltip", tooltip(chart)}});
    Object label =
        layer({{"type", "text"}, {"dy", -12}, {"fontSize", 11}}, {{"y", y("h")}, {"text", {{"field", "v"}}}});
    label["transform"] = Array{Object{{"filter", "isValid(datum.v)"}}};
    Array layers;
    if (has_any(chart, &document::Mark::p10)) layers.push_back(range);
    layers.push_back(point);
    layers.push_back(label);
    add_references(chart, layers, Across::nothing, true);
    return {
        {"data", values(rows)}, {"height", 300}, {"encoding", {{"x", group}, {"xOffset", beside}}}, {"layer", layers}};
}

}  // namespace aforo::render::charts
