// Cells of tables that only a workbook shows: single numbers, and live formulas on them.
#pragma once

#include <initializer_list>
#include <vector>

#include "aforo/document/document.hpp"
#include "figures.hpp"

namespace aforo::told {

// The shape used in a workbook, where shares have two places.
[[nodiscard]] results::Shape sheet_shape(results::Shape shape);

// The shape of its half-width: one more place for whole numbers.
[[nodiscard]] results::Shape error_shape(results::Shape shape);

[[nodiscard]] document::Sentence number(double value, results::Shape shape);

// Appends mean, half-width, p10 and p90, each in a cell.
void add_spread(const Figure& figure, std::vector<document::Sentence>& cells);

using Reference = document::Formula::Reference;
[[nodiscard]] Reference cell_at(std::size_t table, std::size_t row, std::size_t column);
// References to part of a column, or to part of a row.
[[nodiscard]] Reference down(std::size_t table, std::size_t column, std::size_t row, std::size_t last_row);
[[nodiscard]] Reference across(std::size_t table, std::size_t row, std::size_t column, std::size_t last_column);
[[nodiscard]] Reference absolute(Reference reference);

// A formula made of texts and references (it begins with =), and its value.
[[nodiscard]] document::Formula live(std::vector<document::Formula::Part> parts, double value,
                                     results::Shape shape = {});
// The same in whole pesos.
[[nodiscard]] document::Formula live_pesos(std::vector<document::Formula::Part> parts, double value);
// A formula minus another cell, with sign; for shares in percentage points, of which `value` is the ratio.
[[nodiscard]] document::Sentence live_less(std::vector<document::Formula::Part> of, const Reference& less, double value,
                                           results::Shape shape);
// That difference divided by the planned value.
[[nodiscard]] document::Sentence live_ratio(const Reference& difference, const Reference& planned, double value);

}  // namespace aforo::told
