#include "sheet_cells.hpp"

#include <algorithm>

namespace aforo::told {

using document::Cell;
using document::Formula;
using document::Sentence;
using results::Shape;

Shape sheet_shape(Shape shape) { return shape.is_percent() ? results::shapes::fine_share : shape; }

Shape error_shape(Shape shape) {
    return shape.is_percent() ? shape : Shape{results::Kind::number, std::max(shape.decimals, 1)};
}

Sentence number(double value, Shape shape) { return Cell(document::Value{value, shape}); }

void add_spread(const Figure& figure, std::vector<Sentence>& cells) {
    const Figure shaped = figure.shaped(sheet_shape(figure.shape));
    const results::Estimate e = figure.estimate == nullptr ? results::Estimate{} : *figure.estimate;
    // A constant figure has equal ends and an error of 0, so that formulas can use the cells.
    cells.insert(cells.end(), {shaped.mean(), number(e.half_width, error_shape(shaped.shape)),
                               number(e.p10, shaped.shape), number(e.p90, shaped.shape)});
}

Reference cell_at(std::size_t table, std::size_t row, std::size_t column) { return {table, row, column}; }

Reference down(std::size_t table, std::size_t column, std::size_t row, std::size_t last_row) {
    return {table, row, column, last_row, column, true};
}

Reference across(std::size_t table, std::size_t row, std::size_t column, std::size_t last_column) {
    return {table, row, column, row, last_column, true};
}

Reference absolute(Reference reference) {
    reference.is_absolute = true;
    return reference;
}

Formula live(std::vector<Formula::Part> parts, double value, Shape shape) {
    return {.parts = std::move(parts), .value = value, .shape = shape};
}

Formula live_pesos(std::vector<Formula::Part> parts, double value) {
    Formula formula = live(std::move(parts), value);
    formula.is_money_of_pesos = true;
    return formula;
}

Sentence live_less(std::vector<Formula::Part> of, const Reference& less, double value, Shape shape) {
    const bool is_share = shape.is_percent();
    std::vector<Formula::Part> parts = {is_share ? "=(" : "="};
    parts.insert(parts.end(), of.begin(), of.end());
    parts.insert(parts.end(), {"-", less});
    if (is_share) parts.emplace_back(")*100");  // in points, which a workbook cannot format from a ratio
    Formula formula = live(std::move(parts), value, sheet_shape(shape));
    if (is_share) formula.shape.kind = results::Kind::points;
    formula.style = document::Value::Style::signed_;
    return Cell(std::move(formula));
}

Sentence live_ratio(const Reference& difference, const Reference& planned, double value) {
    Formula formula = live({"=", difference, "/", planned}, value, results::shapes::share);
    formula.style = document::Value::Style::signed_;
    return Cell(std::move(formula));
}

}  // namespace aforo::told
