#include "cells.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/results/difference.hpp"
#include "utf8.hpp"
#include "words.hpp"

namespace aforo::render {

namespace {

using document::Cell;
using document::Date;
using document::Estimated;
using document::Value;
using results::Estimate;
using results::Shape;

bool is_defined(const Estimate& e) { return e.n > 0 && std::isfinite(e.mean); }

bool has_spread(const Estimate& e) { return is_defined(e) && e.n > 1; }

bool is_constant(const Estimate& e) { return has_spread(e) && e.sd <= 0; }

double scale(Shape shape) { return shape.is_percent() ? 100 : 1; }

// Shows two significant digits of the half-width, but at most two places more than the shape has.
int decimals_for(const Estimate& e, Shape shape) {
    const double width = e.half_width * scale(shape);
    if (shape.fixed || !has_spread(e) || !std::isfinite(width) || width <= 0 || width >= 10) return shape.decimals;
    return std::max(shape.decimals, width >= 1 ? 1 : 2);
}

std::string dash() { return std::string(undefined_mark); }

struct Piece {
    const Cells& cells;

    std::string operator()(std::monostate) const { return ""; }
    std::string operator()(const document::Words& w) const { return printable_lines(w.text); }
    std::string operator()(const document::Name& n) const { return printable(n.text); }
    std::string operator()(const Value& v) const { return styled(v.value, v.shape, v.style); }
    std::string operator()(const Estimated& e) const {
        switch (e.show) {
            case Estimated::Show::mean:
                return cells.mean(e.value, e.shape);
            case Estimated::Show::half_width:
                return cells.half_width(e.value, e.shape);
            case Estimated::Show::range:
                return cells.range(e.value, e.shape);
            case Estimated::Show::signed_and_error:
                return cells.signed_mean_and_half_width(e.value, e.shape);
            case Estimated::Show::mean_and_error:
                break;
        }
        return cells.mean_and_half_width(e.value, e.shape);
    }
    std::string operator()(const document::Distance& d) const { return cells.distance(d.value, d.planned, d.shape); }
    std::string operator()(const document::Differing& d) const { return cells.difference(d.value, d.shape); }
    std::string operator()(const document::Pesos& p) const { return cells.format().pesos(p.amount); }
    std::string operator()(const Date& d) const {
        // A text that is not a date may contain anything.
        const std::string iso = printable(d.iso);
        if (d.style == Date::Style::day_and_month) return cells.format().day_and_month(iso);
        return d.style == Date::Style::short_ ? cells.format().short_day(iso) : cells.format().date(iso);
    }
    std::string operator()(const document::Month& m) const { return cells.format().month(m.year, m.month); }
    std::string operator()(const document::Formula& f) const {
        if (f.is_money_of_pesos && std::isfinite(f.value)) return cells.format().pesos(std::llround(f.value));
        return styled(f.value, f.shape, f.style);
    }

private:
    [[nodiscard]] std::string styled(double value, Shape shape, Value::Style style) const {
        const Format& format = cells.format();
        switch (style) {
            case Value::Style::signed_:
                return shape.kind == results::Kind::share ? format.signed_percent(value, shape.decimals)
                                                          : format.signed_number(value * scale(shape), shape.decimals);
            case Value::Style::trimmed:
                return std::isfinite(value)
                           ? cells.with_unit(cells.format().trimmed(value * scale(shape), shape.decimals), shape)
                           : dash();
            case Value::Style::sheet:
                return shape.is_percent() ? format.sheet_percent(value, shape.decimals)
                                          : format.trimmed(value, shape.decimals);
            case Value::Style::plain:
                break;
        }
        return cells.value(value, shape);
    }
};

}  // namespace

std::string Cells::text(const Cell& cell) const { return std::visit(Piece{*this}, cell); }

std::string Cells::text(const document::Sentence& sentence) const {
    std::string all;
    for (const auto& piece : sentence.pieces()) all += text(piece);
    return all;
}

namespace {

// Rounds to the place of the first or second digit of the width, if that is at least ten; decimals are the shape's.
double rounded(double value, double width, int digits, double by) {
    const double size = width * by;
    if (!std::isfinite(size) || size < std::pow(10.0, digits)) return value;
    const double place = std::pow(10.0, std::floor(std::log10(size)) - (digits - 1)) / by;
    return std::round(value / place) * place;
}

Estimate rounded(const Estimated& e) {
    Estimate made = e.value;
    const double by = scale(e.shape), futures = made.p90 - made.p10;
    if (e.show == Estimated::Show::mean) {
        made.mean = rounded(made.mean, futures, 1, by);
    } else {
        made.mean = rounded(made.mean, made.half_width, 2, by);
        made.half_width = rounded(made.half_width, made.half_width, 2, by);
    }
    made.p10 = rounded(made.p10, futures, 2, by);
    made.p90 = rounded(made.p90, futures, 2, by);
    return made;
}

}  // namespace

std::string Cells::prose(const Cell& cell) const {
    const auto* e = std::get_if<Estimated>(&cell);
    if (e == nullptr) return text(cell);
    Estimated round = *e;
    round.value = rounded(*e);
    // In a sentence a difference is never 0 that is none.
    const double size = std::abs(e->value.mean) * scale(e->shape);
    for (int more = 0; more < 4 && e->show == Estimated::Show::signed_and_error && size > 0; ++more) {
        if (size * std::pow(10.0, round.shape.decimals) >= 0.5) break;
        ++round.shape.decimals;
    }
    return text(Cell(round));
}

std::string Cells::prose(const document::Sentence& sentence) const {
    std::string all;
    for (const auto& piece : sentence.pieces()) all += prose(piece);
    return all;
}

std::string Cells::with_unit(const std::string& number, Shape shape) const {
    return shape.kind != results::Kind::share ? number : number + (lang() == Lang::es ? " %" : "%");
}

std::string Cells::value(double value, Shape shape) const {
    return std::isfinite(value) ? with_unit(format_.number(value * scale(shape), shape.decimals), shape) : dash();
}

std::string Cells::mean(const Estimate& e, Shape shape) const {
    return is_defined(e) ? value(e.mean, {shape.kind, decimals_for(e, shape)}) : dash();
}

std::string Cells::half_width(const Estimate& e, Shape shape) const {
    if (!has_spread(e)) return dash();
    if (is_constant(e)) return "";
    const int decimals = decimals_for(e, shape);
    const double width = e.half_width * scale(shape), least = std::pow(10.0, -decimals);
    // A small width must not print as zero.
    return width > 0 && width < least / 2 ? "<" + format_.number(least, decimals) : format_.number(width, decimals);
}

std::string Cells::range(const Estimate& e, Shape shape) const {
    if (!has_spread(e)) return dash();
    if (is_constant(e)) return "";
    return with_unit(format_.range(e.p10 * scale(shape), e.p90 * scale(shape), decimals_for(e, shape)), shape);
}

std::string Cells::mean_and_half_width(const Estimate& e, Shape shape) const {
    if (!is_defined(e)) return dash();
    if (!has_spread(e)) return mean(e, shape) + (is_single_ ? "" : " (n = 1)");
    if (is_constant(e)) return mean(e, shape);
    const std::string plain = format_.number(e.mean * scale(shape), decimals_for(e, shape));
    return with_unit(plain + " ± " + half_width(e, shape), shape);
}

std::string Cells::signed_mean_and_half_width(const Estimate& e, Shape shape) const {
    if (!is_defined(e)) return dash();
    std::string text = format_.signed_number(e.mean * scale(shape), shape.decimals);
    const double width = e.half_width * scale(shape);
    if (!has_spread(e) && !is_single_) text += " (n = 1)";
    if (width >= std::pow(10.0, -shape.decimals) / 2) text += " ± " + format_.number(width, shape.decimals);
    return with_unit(text, shape);
}

std::string Cells::distance(const Estimate& e, double planned, Shape shape) const {
    if (!is_defined(e) || !std::isfinite(planned)) return dash();
    if (shape.is_percent()) return format_.signed_number((e.mean - planned) * 100, std::max(shape.decimals, 1)) + " pp";
    return planned == 0 ? dash() : format_.signed_percent((e.mean - planned) / planned, 1);
}

std::string Cells::difference(const results::Difference& d, Shape shape) const {
    if (d.value.n == 0) return dash();
    if (results::is_nothing(d)) return "=";
    if (results::is_within_error(d)) return std::string(words::cannot_be_told.in(lang()));
    return (d.value.mean > 0 ? "+" : "") + mean_and_half_width(d.value, shape);
}

}  // namespace aforo::render
