// A chart with what goes with it: the finding as its title, how to read it, and the same figures as a table beneath.
// The specification is data (Vega-Lite 6 as JSON); what all charts share, size, font and palette, is added here.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <string>
#include <string_view>

#include "aforo/report/html.hpp"
#include "aforo/report/table.hpp"
#include "page/subject.hpp"

namespace aforo::report {

namespace colour {
inline constexpr const char* blue = "#12436D";
inline constexpr const char* teal = "#28A197";
inline constexpr const char* plum = "#801650";
inline constexpr const char* orange = "#F46A25";
inline constexpr const char* ink = "#1d1d1f";
inline constexpr const char* grey = "#6b6f76";
}  // namespace colour

struct Figure {
    std::string id;       // of the element, and of the files that a reader saves
    std::string finding;  // what the chart shows, as a sentence: its title
    std::string reading;  // how to read it
    boost::json::object spec;
    Table table;        // the same figures
    bool wide = false;  // keeps a width at which it can be read, and scrolls on a narrow screen
};

[[nodiscard]] Html figure(const Figure& figure, const Subject& s);

// The block of what all charts share: words of the menu, number and date formats.
[[nodiscard]] Html chart_settings(Lang lang);

// Data of ours in the page; no text in it can end the element that holds it.
[[nodiscard]] Html json_block(const Attributes& attributes, const boost::json::value& value);

// Parts of a specification.
using Object = boost::json::object;
using Array = boost::json::array;
// {"field": name, "type": type} and what else it says.
[[nodiscard]] Object field(std::string_view name, std::string_view type, const Object& more = {});
[[nodiscard]] Object quantity(std::string_view name, std::string_view title, const Object& more = {});
// The legend that names what the marks are, above the chart, one a line.
[[nodiscard]] Object named_colours(std::string_view name, const Array& names, const Array& values);
// The colour of a mark that the legend names: legend_futures (the range, thick), legend_error (of simulation, thin) or
// legend_mean. The same three wherever an estimate is drawn.
[[nodiscard]] Object mark_name(const Subject& s, T name);
// The axis of a difference: +2, -2, and 0 without a sign.
[[nodiscard]] Object signed_axis(int decimals);
// A number for the data: null where it is undefined.
[[nodiscard]] boost::json::value datum(double value);

// Estimates, one below the other: of each the range of futures (thick), the error of simulation (thin) and the mean, as
// the legend names them.
struct Ranges {
    Array rows;                     // each a range_row(), and what tooltips read
    std::string axis;               // its title
    bool of_differences = false;    // with signs, from a line at 0; else the axis may begin elsewhere
    std::string label_breaks_at{};  // where a label goes on in a second line; empty: nowhere
    Array tooltip;
};
// The row of an estimate: its numbers as `drawn` gives them.
template <class Drawn>
[[nodiscard]] Object range_row(std::string_view label, const results::Estimate& e, Drawn drawn) {
    return {{"l", label},
            {"m", datum(drawn(e.mean))},
            {"a", datum(drawn(e.p10))},
            {"b", datum(drawn(e.p90))},
            {"c", datum(drawn(e.mean - e.half_width))},
            {"d", datum(drawn(e.mean + e.half_width))}};
}
[[nodiscard]] Object ranges(const Subject& s, const Ranges& r);

}  // namespace aforo::report
