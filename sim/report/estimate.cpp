#include "aforo/report/estimate.hpp"

#include <algorithm>
#include <cmath>

namespace aforo::report {

namespace {

bool is_defined(const results::Estimate* e) { return e != nullptr && e->n > 0 && std::isfinite(e->mean); }

bool has_spread(const results::Estimate* e) { return is_defined(e) && e->n > 1; }

bool is_constant(const results::Estimate* e) { return has_spread(e) && e->sd <= 0; }

double scale(Shape shape) { return shape.is_percent() ? 100 : 1; }

// Two significant digits of the half-width, two places at most beyond those asked for.
int decimals_for(const results::Estimate& e, Shape shape) {
    const double width = e.half_width * scale(shape);
    if (shape.fixed || !has_spread(&e) || !std::isfinite(width) || width <= 0 || width >= 10) {
        return shape.decimals;
    }
    const int needed = width >= 1 ? 1 : 2;
    return std::max(shape.decimals, needed);
}

std::string dash() { return std::string(undefined_mark); }

}  // namespace

Shape shape_of(const results::Run& run, std::string_view measure) {
    const results::Column* column = run.column(measure);
    return column == nullptr ? shapes::count : column->shape;
}

std::string EstimateFormat::with_unit(const std::string& number, Shape shape) const {
    return shape.kind != Kind::share ? number : number + (format_.lang() == Lang::es ? " %" : "%");
}

std::string EstimateFormat::value(double value, Shape shape) const {
    return std::isfinite(value) ? with_unit(format_.number(value * scale(shape), shape.decimals), shape) : dash();
}

std::string EstimateFormat::mean(const results::Estimate* e, Shape shape) const {
    return is_defined(e) ? value(e->mean, {shape.kind, decimals_for(*e, shape)}) : dash();
}

std::string EstimateFormat::half_width(const results::Estimate* e, Shape shape) const {
    if (!has_spread(e)) {
        return dash();
    }
    if (is_constant(e)) {
        return "";
    }
    const int decimals = decimals_for(*e, shape);
    const double width = e->half_width * scale(shape), least = std::pow(10.0, -decimals);
    // Small is not zero.
    return width > 0 && width < least / 2 ? "<" + format_.number(least, decimals) : format_.number(width, decimals);
}

std::string EstimateFormat::range(const results::Estimate* e, Shape shape) const {
    if (!has_spread(e)) {
        return dash();
    }
    if (is_constant(e)) {
        return "";
    }
    const int decimals = decimals_for(*e, shape);
    return with_unit(format_.range(e->p10 * scale(shape), e->p90 * scale(shape), decimals), shape);
}

std::string EstimateFormat::mean_and_half_width(const results::Estimate* e, Shape shape) const {
    if (!is_defined(e)) {
        return dash();
    }
    if (!has_spread(e)) {
        return mean(e, shape) + (single_ ? "" : " (n = 1)");
    }
    if (is_constant(e)) {
        return mean(e, shape);
    }
    const std::string plain = format_.number(e->mean * scale(shape), decimals_for(*e, shape));
    return with_unit(plain + " ± " + half_width(e, shape), shape);
}

std::string EstimateFormat::difference(const results::Estimate* e, double planned, Shape shape) const {
    if (!is_defined(e) || !std::isfinite(planned)) {
        return dash();
    }
    if (shape.is_percent()) {
        return format_.signed_number((e->mean - planned) * 100, std::max(shape.decimals, 1)) + " pp";
    }
    return planned == 0 ? dash() : format_.signed_percent((e->mean - planned) / planned, 1);
}

}  // namespace aforo::report
