// Cells of tables that only a workbook shows: numbers one by one, and live formulas over them.
#pragma once

#include <initializer_list>
#include <vector>

#include "aforo/document/document.hpp"
#include "figures.hpp"

namespace aforo::told {

// As a workbook writes it: shares with two places.
[[nodiscard]] results::Shape sheet_shape(results::Shape shape);

// Of the half-width of such: a place more than whole things have.
[[nodiscard]] results::Shape error_shape(results::Shape shape);

[[nodiscard]] document::Sentence number(double value, results::Shape shape);

// Mean, half-width, p10 and p90, a cell each.
void add_spread(const Figure& figure, std::vector<document::Sentence>& cells);

using Reference = document::Formula::Reference;
[[nodiscard]] Reference cell_at(std::size_t table, std::size_t row, std::size_t column);
// Of a column, from a row to another; of a row, from a column to another.
[[nodiscard]] Reference down(std::size_t table, std::size_t column, std::size_t row, std::size_t last_row);
[[nodiscard]] Reference across(std::size_t table, std::size_t row, std::size_t column, std::size_t last_column);
[[nodiscard]] Reference absolute(Reference reference);

// A formula of texts and references, and what it gives. It begins with =.
[[nodiscard]] document::Formula live(std::vector<document::Formula::Part> parts, double value,
                                     results::Shape shape = {});
// In whole pesos.
[[nodiscard]] document::Formula live_pesos(std::vector<document::Formula::Part> parts, double value);
// What cells come to less one more, with its sign; of shares in percentage points, of which `value` is the ratio.
[[nodiscard]] document::Sentence live_less(std::vector<document::Formula::Part> of, const Reference& less, double value,
                                           results::Shape shape);
// That difference over what is planned.
[[nodiscard]] document::Sentence live_ratio(const Reference& difference, const Reference& planned, double value);

}  // namespace aforo::told
