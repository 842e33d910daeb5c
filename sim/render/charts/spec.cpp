#include "charts/spec.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "aforo/core/contracts.hpp"
#include "utf8.hpp"
#include "words.hpp"

namespace aforo::render {

namespace {

using document::Chart;
using document::Colour;
using document::Symbol;

constexpr const char* font = "\"Segoe UI\", \"Helvetica Neue\", Helvetica, Arial, \"Liberation Sans\", sans-serif";

Object config() {
    const Object axis = {{"labelFontSize", 12},       {"titleFontSize", 12},     {"titleFontWeight", "normal"},
                         {"labelColor", charts::ink}, {"titleColor", "#4a4d52"}, {"gridColor", "#e6e8eb"},
                         {"domainColor", "#9aa0a6"},  {"tickColor", "#9aa0a6"},  {"labelLimit", 260},
                         {"titlePadding", 8}};
    const Object legend = {{"labelFontSize", 12}, {"orient", "top"},          {"direction", "vertical"},
                           {"title", nullptr},    {"labelLimit", 340},        {"offset", 8},
                           {"symbolSize", 120},   {"labelColor", charts::ink}};
    return {{"font", font},
            {"background", "white"},
            {"aria", false},
            {"mark", {{"aria", false}}},  // the chart as a whole has a name and a table; marks have none
            {"axis", axis},
            {"axisX", {{"titleAnchor", "end"}}},  // a long title then extends back below the row labels
            {"legend", legend},
            {"view", {{"stroke", nullptr}}},
            {"text", {{"fontSize", 12}, {"color", charts::ink}}}};
}

Object drawn(const Chart& chart, const Cells& cells) {
    switch (chart.kind) {
        case Chart::Kind::ranges:
            return charts::ranges(chart, cells);
        case Chart::Kind::fan:
            return charts::fan(chart, cells);
        case Chart::Kind::bars:
            return charts::bars(chart, cells);
        case Chart::Kind::columns:
            return charts::columns(chart, cells);
        case Chart::Kind::strips:
            return charts::strips(chart, cells);
        case Chart::Kind::heat:
            return charts::heat(chart, cells);
        case Chart::Kind::quantiles:
            return charts::quantiles(chart, cells);
        case Chart::Kind::curve:
            return charts::curve(chart, cells);
        case Chart::Kind::scatter:
            return charts::scatter(chart, cells);
        case Chart::Kind::shades:
            return charts::shades(chart, cells);
        case Chart::Kind::tornado:
            break;
    }
    return charts::tornado(chart, cells);
}

}  // namespace

Object chart_spec(const Chart& chart, const Cells& cells, const std::string& description) {
    Object spec = drawn(chart, cells);
    spec.insert({{"description", description}, {"config", config()}, {"width", "container"}});
    spec["autosize"] = {{"type", "fit-x"}, {"contains", "padding"}};
    return spec;
}

Object chart_settings(const Format& format) {
    const bool es = format.lang() == Lang::es;
    const auto names = [&](bool is_brief) {
        Array all;
        for (int m = 1; m <= 12; ++m) {
            const auto name = format.name_of_month(m);
            all.push_back(boost::json::string(is_brief ? name.substr(0, 3) : name));
        }
        return all;
    };
    const auto say = [&](const document::Text& words) { return boost::json::string(words.in(format.lang())); };
    // Days of the week are never shown, but the format requires seven names.
    const Array days(7, say(words::day));
    const Object numbers = {{"decimal", es ? "," : "."},  {"thousands", es ? "." : ","},     {"grouping", Array{3}},
                            {"currency", Array{"$", ""}}, {"percent", es ? "\u00a0%" : "%"}, {"minus", "-"}};
    const Object dates = {{"dateTime", "%d-%m-%Y %H:%M"},
                          {"date", "%d-%m-%Y"},
                          {"time", "%H:%M"},
                          {"periods", Array{"AM", "PM"}},
                          {"days", days},
                          {"shortDays", days},
                          {"months", names(false)},
                          {"shortMonths", names(true)}};
    const Object menu = {{"PNG_ACTION", say(words::save_png)},
                         {"SVG_ACTION", say(words::save_svg)},
                         {"CLICK_TO_VIEW_ACTIONS", say(words::chart_menu)}};
    return {{"numbers", numbers}, {"dates", dates}, {"words", menu}};
}

namespace charts {

const char* colour_of(Colour colour) {
    constexpr std::array names = {"#12436D", "#28A197", "#801650", "#F46A25", ink, "#6b6f76"};
    return names.at(static_cast<std::size_t>(colour));
}

Object field(std::string_view name, std::string_view type, const Object& more) {
    Object made = {{"field", name}, {"type", type}};
    for (const auto& [key, value] : more) made[key] = value;
    return made;
}

Object quantity(std::string_view name, std::string_view title, const Object& more) {
    Object made = field(name, "quantitative", more);
    made["title"] = printable(title);
    return made;
}

Object layer(Object mark, Object encoding) { return {{"mark", std::move(mark)}, {"encoding", std::move(encoding)}}; }

Object values(Array rows) { return {{"values", std::move(rows)}}; }

boost::json::value datum(double value) {
    if (!std::isfinite(value)) return nullptr;
    // Six significant digits are finer than a screen can show.
    const double size = value == 0 ? 1 : std::pow(10.0, 5 - std::floor(std::log10(std::abs(value))));
    return std::round(value * size) / size;
}

boost::json::string printed(const std::string& name) { return boost::json::string(printable(name)); }

Object signed_axis(int decimals) {
    return {{"format", "+,." + std::to_string(decimals) + "~f"},
            {"labelExpr", "datum.value === 0 ? '0' : datum.label"},
            {"tickCount", 5}};
}

Object axis_of(const Chart& chart) {
    return chart.is_of_differences ? signed_axis(chart.decimals) : Object{{"tickCount", 5}};
}

Object estimate_colour(const document::Text& name, Lang lang) {
    const auto say = [&](const document::Text& words) { return boost::json::string(words.in(lang)); };
    const Array names = {say(words::futures), say(words::error), say(words::mean)};
    const Array colours = {colour_of(Colour::teal), colour_of(Colour::orange), colour_of(Colour::blue)};
    return {{"datum", say(name)},
            {"scale", {{"domain", names}, {"range", colours}}},
            {"legend", {{"title", nullptr}, {"symbolType", "square"}, {"symbolOpacity", 0.85}}}};
}

namespace {

// Colours or symbols by series, with a legend above the chart if series have names, one name per line.
Object by_series(const Chart& chart, const Array& range) {
    Array names;
    bool has_names = false;
    for (const auto& series : chart.series) {
        names.push_back(printed(series.name));
        has_names = has_names || !series.name.empty();
    }
    Object made = field("k", "nominal", {{"scale", {{"domain", names}, {"range", range}}}, {"legend", nullptr}});
    if (has_names) made["legend"] = {{"title", nullptr}, {"symbolOpacity", 1}};
    return made;
}

const char* shape_of(Symbol symbol) {
    constexpr std::array shapes = {"circle", "diamond", "square", "triangle-up", "triangle-down", "M0,-1.6L0,1.6"};
    return shapes.at(static_cast<std::size_t>(symbol));
}

}  // namespace

Object series_colour(const Chart& chart) {
    if (chart.series.empty()) return {{"value", colour_of(Colour::blue)}};
    Array colours;
    for (const auto& series : chart.series) colours.push_back(colour_of(series.colour));
    return by_series(chart, colours);
}

Object series_symbol(const Chart& chart) {
    if (chart.series.empty()) return {{"value", "circle"}};
    Array shapes;
    for (const auto& series : chart.series) shapes.push_back(shape_of(series.symbol));
    return by_series(chart, shapes);
}

Object row_of(const Chart& chart, const document::Mark& mark, const Cells& cells) {
    Object row;
    const auto name = [&](const char* key, const std::string& text) {
        if (!text.empty()) row[key] = printed(text);
    };
    name("l", mark.label);
    name("g", mark.group);
    if (mark.series < chart.series.size()) row["k"] = printed(chart.series[mark.series].name);
    const auto number = [&](const char* key, double value) {
        if (std::isfinite(value)) row[key] = datum(value);
    };
    row["m"] = datum(mark.value);
    number("a", mark.p10);
    number("b", mark.p90);
    number("c", mark.low);
    number("d", mark.high);
    number("x", mark.x);
    for (std::size_t i = 0; i < mark.tips.size() && i < chart.tips.size(); ++i)
        row["t" + std::to_string(i)] = printable(cells.text(mark.tips[i]));
    if (!mark.text.empty()) row["v"] = printable(cells.text(mark.text));
    return row;
}

Array rows_of(const Chart& chart, const Cells& cells) {
    Array rows;
    for (const auto& mark : chart.marks) rows.push_back(row_of(chart, mark, cells));
    return rows;
}

Array tooltip(const Chart& chart) {
    Array fields;
    for (std::size_t i = 0; i < chart.tips.size(); ++i)
        fields.push_back(field("t" + std::to_string(i), "nominal", {{"title", printed(chart.tips[i])}}));
    return fields;
}

Array labels_of(const Chart& chart) {
    Array labels;
    for (const auto& mark : chart.marks) {
        const boost::json::value label = printed(mark.label);
        if (std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
    }
    return labels;
}

void add_references(const Chart& chart, Array& layers, Across x, bool has_heights) {
    for (const auto& reference : chart.references) {
        const bool is_upright = std::isfinite(reference.x);
        core::ensure(is_upright ? x != Across::nothing : has_heights, "a line across an axis without numbers");
        const char *axis = is_upright ? "x" : "y", *other = is_upright ? "y" : "x";
        const Object data =
            values({Object{{"z", datum(is_upright ? reference.x : reference.value)}, {"l", printed(reference.label)}}});
        const Object at = field("z", is_upright && x == Across::date ? "temporal" : "quantitative");
        Object line = layer({{"type", "rule"}, {"color", ink}, {"strokeDash", Array{4, 3}}},
                            {{axis, at}, {other, nullptr}, {"xOffset", nullptr}, {"yOffset", nullptr}});
        line["data"] = data;
        layers.push_back(line);
        if (reference.label.empty()) continue;
        Object label = layer({{"type", "text"}, {"align", "left"}, {"dx", 4}, {"dy", is_upright ? 8 : -6}},
                             {{axis, at},
                              {other, {{"value", is_upright ? 0 : 4}}},
                              {"xOffset", nullptr},
                              {"yOffset", nullptr},
                              {"text", field("l", "nominal")}});
        label["data"] = data;
        layers.push_back(label);
    }
}

}  // namespace charts

}  // namespace aforo::render
