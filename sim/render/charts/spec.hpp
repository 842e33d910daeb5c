// Charts as Vega-Lite 6 specifications: each kind of chart is a function from marks to layers; size, font and palette
// are shared. Private to the module.
#pragma once

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <cmath>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aforo/document/chart.hpp"
#include "cells.hpp"

namespace aforo::render {

using Object = boost::json::object;
using Array = boost::json::array;

// The whole specification; `description` says what the chart shows.
[[nodiscard]] Object chart_spec(const document::Chart& chart, const Cells& cells, const std::string& description);

// Settings shared by all charts of a page: words of the menu, formats of numbers and dates.
[[nodiscard]] Object chart_settings(const Format& format);

namespace charts {

[[nodiscard]] const char* colour_of(document::Colour colour);
inline constexpr const char* ink = "#1d1d1f";

// {"field": name, "type": type} and the members of `more`.
[[nodiscard]] Object field(std::string_view name, std::string_view type, const Object& more = {});
[[nodiscard]] Object quantity(std::string_view name, std::string_view title, const Object& more = {});
[[nodiscard]] Object layer(Object mark, Object encoding);
[[nodiscard]] Object values(Array rows);
// A number for the data; null if undefined.
[[nodiscard]] boost::json::value datum(double value);
[[nodiscard]] boost::json::string printed(const std::string& name);

// The axis of a difference (+2, -2, and 0 without a sign) or of plain numbers.
[[nodiscard]] Object signed_axis(int decimals);
[[nodiscard]] Object axis_of(const document::Chart& chart);

// The colour of one of the three marks of an estimate (futures, error, mean), which the legend names; it is the same in
// all charts.
[[nodiscard]] Object estimate_colour(const document::Text& name, Lang lang);

// Colour and symbol of a mark by its series (field "k"), with a legend if series have names.
[[nodiscard]] Object series_colour(const document::Chart& chart);
[[nodiscard]] Object series_symbol(const document::Chart& chart);

// A mark as a data row: l label, k series, g group, m value, a–b range of futures, c–d error, x, t0… tips.
[[nodiscard]] Object row_of(const document::Chart& chart, const document::Mark& mark, const Cells& cells);
[[nodiscard]] Array rows_of(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Array tooltip(const document::Chart& chart);
// Labels in order of first appearance.
[[nodiscard]] Array labels_of(const document::Chart& chart);

// Lines at the chart's references, each with its label: vertical where the x axis has numbers or dates, horizontal
// where the y axis has numbers. A reference without such an axis is a bug and throws.
enum class Across : std::uint8_t { number, date, nothing };
void add_references(const document::Chart& chart, Array& layers, Across x, bool has_heights);

// One function for each kind. They return data, layers and height.
[[nodiscard]] Object ranges(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object fan(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object bars(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object columns(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object strips(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object heat(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object quantiles(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object curve(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object scatter(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object shades(const document::Chart& chart, const Cells& cells);
[[nodiscard]] Object tornado(const document::Chart& chart, const Cells& cells);

}  // namespace charts

// Whether any mark has this member; an empty layer has no extent.
[[nodiscard]] inline bool has_any(const document::Chart& chart, double document::Mark::*part) {
    return std::any_of(chart.marks.begin(), chart.marks.end(),
                       [&](const document::Mark& mark) { return std::isfinite(mark.*part); });
}

}  // namespace aforo::render
