// A chart as series of marks, for any medium to draw. Numbers are already in the units of the axis. What a reader is
// told about a mark is in cells, with the titles of `tips`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "aforo/document/cell.hpp"

namespace aforo::document {

enum class Colour : std::uint8_t { blue, teal, plum, orange, ink, grey };
enum class Symbol : std::uint8_t { circle, diamond, square, triangle_up, triangle_down, stroke };

struct Series {
    std::string name;
    Colour colour = Colour::blue;
    Symbol symbol = Symbol::circle;
    std::string letter = {};   // on a heat map, beside the colour; also part of the name
    bool is_dark = false;      // letters on it are white
    bool is_labelled = false;  // values are written at the marks
};

struct Mark {
    std::string label;       // name of its row, its column, or itself
    std::size_t series = 0;  // index into Chart::series
    double value = results::undefined;
    double low = results::undefined, high = results::undefined;  // error of simulation
    double p10 = results::undefined, p90 = results::undefined;   // range of futures
    double x = results::undefined;                               // on a numeric or date axis; months in ms since 1970
    std::string group = {};                                      // the strip or cluster that contains it
    std::vector<Sentence> tips = {};                             // one for each of Chart::tips
    Sentence text = {};                                          // written at the mark if its series is labelled
};

struct Chart {
    enum class Kind : std::uint8_t {
        ranges,     // rows below each other: range of futures (thick), error (thin), mean
        fan,        // the same over months, as bands; label is 2025-09
        bars,       // rows from 0, each with its error; series side by side or in opposite directions
        columns,    // groups along the x axis, series side by side, each with its range
        strips,     // rows are groups, with marks along them
        heat,       // rows are labels and columns groups; value is a share, series what it is a share of. Its tips are
                    // these four, in this order, of which only the titles are used
        quantiles,  // one row per label: value is a quantile, x the planned value
        curve,      // value against x, joined, with bands; series separate
        scatter,    // value against x
        shades,     // rows are labels and columns groups, without names; value from 0, the darker the greater
        tornado     // rows from the value of the base (x): low and high are the two ends
    };
    Kind kind = Kind::ranges;
    std::string x, y;  // titles of the axes, if any
    std::vector<Series> series = {};
    std::vector<Mark> marks = {};
    std::vector<std::string> rows = {};     // of a heat map or strips, in order; else as they come
    std::vector<std::string> columns = {};  // of a heat map or shades, the same
    std::vector<std::string> tips = {};
    bool is_x_log = false;              // of a curve: equal factors are equal steps
    bool is_of_differences = false;     // signs on the axis, and a line at 0; else it may begin elsewhere
    int decimals = 0;                   // of a signed axis, at most
    std::string break_label_at = {};    // where a label goes on in a second line
    std::vector<Mark> references = {};  // a line across at `x` (or at `value`, horizontal) with its label
    struct Box {
        double x_low, x_high, low, high;
        std::string label;
    };
    std::vector<Box> boxes = {};                                           // of a scatter or a curve
    double y_least = results::undefined, y_greatest = results::undefined;  // of a curve, where several share a scale
    bool is_wide = false;  // keeps a width at which it can be read, and scrolls on a narrow screen
};

}  // namespace aforo::document
