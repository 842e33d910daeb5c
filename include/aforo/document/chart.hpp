// A chart as series of marks, for any medium to draw. Its numbers are those of the axis: who tells has scaled them.
// What the reader is told of a mark, he is told in cells, beside the titles of `tips`.
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
    std::string letter = {};   // of a heat map, beside the colour; the name says it too
    bool is_dark = false;      // a letter on it is white
    bool is_labelled = false;  // its value is written at the mark
};

struct Mark {
    std::string label;       // its row, its column, or its name
    std::size_t series = 0;  // place in Chart::series
    double value = results::undefined;
    double low = results::undefined, high = results::undefined;  // error of simulation
    double p10 = results::undefined, p90 = results::undefined;   // range of futures
    double x = results::undefined;                               // of a numeric or dated axis: ms since 1970 for months
    std::string group = {};                                      // the strip or cluster that it belongs to
    std::vector<Sentence> tips = {};                             // one for each of Chart::tips
    Sentence text = {};                                          // written at the mark, where its series is labelled
};

struct Chart {
    enum class Kind : std::uint8_t {
        ranges,     // rows, one below the other: range of futures (thick), error (thin), mean
        fan,        // the same over months, as bands: label is 2025-09
        bars,       // rows from 0, each with its error; series side by side or in both directions
        columns,    // groups along the x axis, series beside one another, each with its range
        strips,     // rows are groups, marks along them
        heat,       // rows are labels and columns groups; value is a share, series what it is of. Its tips are these
                    // four, in this order: of each only the title is asked for
        quantiles,  // a row for each label: value is a quantile, x what was planned
        curve,      // value against x, joined, with bands; series apart
        scatter,    // value against x
        shades,     // rows are labels and columns groups, without names; value from 0, the darker the greater
        tornado     // rows from the value of the base (x): low and high are the two ends
    };
    Kind kind = Kind::ranges;
    std::string x, y;  // titles of the axes, where they have one
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
