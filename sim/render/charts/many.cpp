// Many marks at once: along strips, in a heat map, as shades, and as stacks of dots.
#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cmath>
#include <iterator>
#include <map>

#include "aforo/core/contracts.hpp"
#include "charts/spec.hpp"
#include "utf8.hpp"

namespace aforo::render::charts {

using document::Chart;
using document::Mark;

namespace {

// The order that the chart gives, or else that of first appearance.
template <class Text>
std::vector<std::string> in_order(const std::vector<std::string>& given, const Chart& chart, Text text) {
    if (!given.empty()) return given;
    std::vector<std::string> order;
    for (const auto& mark : chart.marks) {
        if (std::find(order.begin(), order.end(), text(mark)) == order.end()) order.push_back(text(mark));
    }
    return order;
}

Array printed_all(const std::vector<std::string>& names) {
    Array all;
    for (const auto& name : names) all.push_back(printed(name));
    return all;
}

}  // namespace

// Marks with a stroke as symbol stand for their whole strip: they are larger and drawn over the others.
Object strips(const Chart& chart, const Cells& cells) {
    Array one, whole;
    for (const auto& mark : chart.marks) {
        const bool is_whole =
            mark.series < chart.series.size() && chart.series[mark.series].symbol == document::Symbol::stroke;
        (is_whole ? whole : one).push_back(row_of(chart, mark, cells));
    }
    const Array order = printed_all(in_order(chart.rows, chart, [](const Mark& m) { return m.group; }));
    const Object group_axis = {{"grid", true}, {"domain", false}, {"ticks", false}, {"labelPadding", 10}};
    const Object encoding = {{"x", quantity("m", chart.x, {{"axis", {{"tickCount", 6}}}, {"scale", {{"zero", true}}}})},
                             {"y", field("g", "nominal", {{"sort", order}, {"title", nullptr}, {"axis", group_axis}})},
                             {"color", series_colour(chart)},
                             {"shape", series_symbol(chart)},
                             {"tooltip", tooltip(chart)}};
    Object points = layer({{"type", "point"}, {"filled", true}, {"size", 46}, {"opacity", 0.65}}, encoding);
    Object strokes =
        layer({{"type", "point"}, {"filled", false}, {"size", 120}, {"strokeWidth", 2.5}, {"opacity", 1}}, encoding);
    points["data"] = values(one);
    strokes["data"] = values(whole);
    Array layers = {points, strokes};
    add_references(chart, layers, Across::number, false);
    return {{"height", 24 * order.size()}, {"layer", layers}};
}

namespace {

bool is_month(const std::string& text) {
    return text.size() == 7 && text[4] == '-' && text.find_first_not_of("0123456789-") == std::string::npos;
}

constexpr int lettered = 25;  // %: from here on, a cell shows the letter of its series

// One object per row with its cells as parallel lists, a tenth of the bytes of one object per cell. i: index of the
// column, k: of the series, v: share in %.
Array lists_of(const Chart& chart, const std::vector<std::string>& rows, const std::vector<std::string>& columns) {
    std::map<std::string, std::size_t> place;
    for (std::size_t c = 0; c < columns.size(); ++c) place[columns[c]] = c;
    std::map<std::string, std::vector<const Mark*>> by_row;
    for (const auto& mark : chart.marks) by_row[mark.label].push_back(&mark);
    Array data;
    for (const auto& row : rows) {
        Array i, k, v;
        for (const Mark* mark : by_row[row]) {
            const auto column = place.find(mark->group);
            core::ensure(column != place.end(), "a mark in a column that its heat map has not");
            i.push_back(column->second);
            k.push_back(mark->series);
            v.push_back(std::lround(mark->value * 100));
        }
        data.push_back(Object{{"o", printed(row)}, {"i", i}, {"k", k}, {"v", v}});
    }
    return data;
}

// Expands the lists into cells with the names of their columns and series: x, n and, if there is one, the letter t.
Array opened(const Array& columns, const Array& names, const Array& letters) {
    const auto chosen = [](const Array& from, const char* place) {
        return boost::json::serialize(from) + "[" + place + "]";
    };
    const std::string letter =
        "datum.v >= " + std::to_string(lettered) + " ? " + chosen(letters, "datum.k") + " : null";
    return {Object{{"flatten", Array{"i", "k", "v"}}}, Object{{"calculate", chosen(columns, "datum.i")}, {"as", "x"}},
            Object{{"calculate", chosen(names, "datum.k")}, {"as", "n"}}, Object{{"calculate", letter}, {"as", "t"}}};
}

// For months, only Januaries have a label, their year.
Object column_axis(const std::vector<std::string>& columns) {
    Object axis = {{"orient", "top"}, {"labelAngle", 0}, {"domain", false}};
    if (columns.empty() || !is_month(columns.front())) return axis;
    const Object january = {{"test", "slice(datum.value + '', 5) === '01'"}, {"value", 8}};
    axis.insert({{"labelAlign", "left"},
                 {"labelOverlap", false},
                 {"labelExpr", "slice(datum.value + '', 5) === '01' ? slice(datum.value + '', 0, 4) : ''"},
                 {"tickSize", {{"condition", january}, {"value", 0}}},
                 {"tickBand", "extent"}});
    return axis;
}

// The tooltip of a cell comes from the lists: its row, column, series and share.
Array heat_tooltip(const Chart& chart) {
    constexpr std::array fields = {"o", "x", "n", "v"};
    Array all;
    for (std::size_t i = 0; i < fields.size() && i < chart.tips.size(); ++i)
        all.push_back(field(fields[i], i == 3 ? "quantitative" : "nominal", {{"title", printed(chart.tips[i])}}));
    return all;
}

}  // namespace

Object heat(const Chart& chart, const Cells&) {
    Array names, letters, colours, dark;
    for (const auto& series : chart.series) {
        names.push_back(printed(series.name));
        letters.push_back(printed(series.letter));
        colours.push_back(colour_of(series.colour));
        dark.push_back(series.is_dark);
    }
    const auto row_names = in_order(chart.rows, chart, [](const Mark& m) { return m.label; });
    const auto column_names = in_order(chart.columns, chart, [](const Mark& m) { return m.group; });
    const Array rows = printed_all(row_names), columns = printed_all(column_names);
    const Object x = field("x", "ordinal",
                           {{"title", nullptr},
                            {"scale", {{"domain", columns}, {"paddingInner", 0.06}}},
                            {"axis", column_axis(column_names)}});
    const Object y =
        field("o", "nominal",
              {{"title", nullptr},
               {"sort", nullptr},
               {"scale", {{"domain", rows}, {"paddingInner", 0.08}}},
               {"axis", {{"labelFontSize", 11}, {"ticks", false}, {"domain", false}, {"labelLimit", 170}}}});
    const Object strength = {{"field", "v"},
                             {"type", "quantitative"},
                             {"legend", nullptr},
                             {"scale", {{"domain", Array{0, 100}}, {"range", Array{0.08, 1}}}}};
    const Object colour = field(
        "n", "nominal",
        {{"scale", {{"domain", names}, {"range", colours}}}, {"legend", {{"title", nullptr}, {"symbolOpacity", 1}}}});
    const Object cells =
        layer({{"type", "rect"}}, {{"color", colour}, {"opacity", strength}, {"tooltip", heat_tooltip(chart)}});
    const Object text_colour = {
        {"condition", {{"test", "datum.v > 55 && " + boost::json::serialize(dark) + "[datum.k]"}, {"value", "white"}}},
        {"value", ink}};
    Object marked = layer({{"type", "text"}, {"fontSize", 8}, {"baseline", "middle"}},
                          {{"text", {{"field", "t"}}}, {"color", text_colour}, {"tooltip", heat_tooltip(chart)}});
    marked["transform"] = Array{Object{{"filter", "isValid(datum.t)"}}};
    return {{"data", values(lists_of(chart, row_names, column_names))},
            {"transform", opened(columns, names, letters)},
            {"height", 15 * rows.size()},
            {"encoding", {{"x", x}, {"y", y}}},
            {"layer", Array{cells, marked}}};
}

// One number a cell, by how dark it is.
Object shades(const Chart& chart, const Cells& cells) {
    const auto row_names = in_order(chart.rows, chart, [](const Mark& m) { return m.label; });
    const auto column_names = in_order(chart.columns, chart, [](const Mark& m) { return m.group; });
    const Object x = field("g", "ordinal",
                           {{"title", printed(chart.x)},
                            {"scale", {{"domain", printed_all(column_names)}, {"padding", 0}}},
                            {"axis", {{"labels", false}, {"ticks", false}, {"domain", false}}}});
    const Object y = field("l", "nominal",
                           {{"title", nullptr},
                            {"sort", nullptr},
                            {"scale", {{"domain", printed_all(row_names)}, {"paddingInner", 0.12}}},
                            {"axis", {{"ticks", false}, {"domain", false}}}});
    const Object colour = quantity(
        "m", chart.y,
        {{"scale", {{"domainMin", 0}, {"range", Array{"#eef1f4", colour_of(chart.series.front().colour)}}}},
         {"legend",
          {{"title", printed(chart.y)}, {"titleLimit", 480}, {"direction", "horizontal"}, {"gradientLength", 240}}}});
    return {{"data", values(rows_of(chart, cells))},
            {"height", 34 * row_names.size()},
            {"encoding", {{"x", x}, {"y", y}}},
            {"layer", Array{layer({{"type", "rect"}}, {{"color", colour}, {"tooltip", tooltip(chart)}})}}};
}

namespace {

constexpr int dot_columns = 80;    // across the chart
constexpr int highest_stack = 10;  // dots
constexpr double dot_height = 7;   // pixels

// Dots are stacked in columns that start at the plan, so that no column has dots of both sides; when a column is full
// the next one away from the plan is used.
class Stacks {
public:
    // The column for the dot, and its height in it.
    std::pair<int, int> place(int column, int away) {
        while (taken_[column] >= highest_stack) column += away;
        return {column, taken_[column]++};
    }

private:
    std::map<int, int> taken_;
};

struct Dots {
    Array rows;
    int highest = 1;  // dots on top of one another
};

// Adds the dots of a row in the order of their values, from the plan outwards.
void add_dots(const Chart& chart, std::vector<const Mark*> marks, double width, const Cells& cells, Dots& dots) {
    Stacks stacks;
    std::stable_sort(marks.begin(), marks.end(), [](const Mark* a, const Mark* b) { return a->value < b->value; });
    const auto plan = std::find_if(marks.begin(), marks.end(), [](const Mark* m) { return m->value >= m->x; });
    const auto add = [&](const Mark* mark, int away) {
        const auto at = static_cast<int>(std::floor((mark->value - mark->x) / width));
        const auto [column, height] = stacks.place(at, away);
        dots.highest = std::max(dots.highest, height + 1);
        Object row = row_of(chart, *mark, cells);
        row["x"] = datum((column + 0.5) * width);
        row["h"] = height;
        dots.rows.push_back(row);
    };
    std::for_each(std::make_reverse_iterator(plan), marks.rend(), [&](const Mark* m) { add(m, -1); });
    std::for_each(plan, marks.end(), [&](const Mark* m) { add(m, 1); });
}

}  // namespace

Object quantiles(const Chart& chart, const Cells& cells) {
    double least = 0, most = 0;
    for (const auto& mark : chart.marks) {
        least = std::min(least, mark.value - mark.x);
        most = std::max(most, mark.value - mark.x);
    }
    const auto labels = in_order(chart.rows, chart, [](const Mark& m) { return m.label; });
    Dots dots;
    for (const auto& label : labels) {
        std::vector<const Mark*> marks;
        for (const auto& mark : chart.marks) {
            if (mark.label == label) marks.push_back(&mark);
        }
        add_dots(chart, marks, std::max((most - least) / dot_columns, 1.0), cells, dots);
    }
    const double step = std::max(dots.highest * dot_height + 24, 50.0);
    const Object label_axis = {{"labelFontWeight", "bold"}, {"ticks", false}, {"domain", false}, {"grid", false}};
    const Object label = field("l", "ordinal", {{"title", nullptr}, {"axis", label_axis}});
    const auto x = [&](const char* name) { return quantity(name, chart.x, {{"axis", signed_axis(chart.decimals)}}); };
    Object points = layer({{"type", "point"}, {"filled", true}, {"size", 34}, {"opacity", 1}},
                          {{"x", x("x")},
                           {"y", label},
                           {"yOffset", quantity("h", "", {{"scale", {{"domain", Array{-1, dots.highest + 1}}}}})},
                           {"color", series_colour(chart)},
                           {"shape", series_symbol(chart)},
                           {"tooltip", tooltip(chart)}});
    points["data"] = values(dots.rows);
    Object plan = layer({{"type", "rule"}, {"color", ink}, {"strokeDash", Array{4, 3}}}, {{"x", x("x")}});
    plan["data"] = values({Object{{"x", 0}}});
    Array layers = {plan, points};
    add_references(chart, layers, Across::number, false);
    return {{"height", step * static_cast<double>(labels.size())}, {"layer", layers}};
}

}  // namespace aforo::render::charts
