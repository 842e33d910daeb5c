#include "paired.hpp"

#include <cmath>

#include "quantities.hpp"

namespace aforo::told {

using document::Cell;
using document::Estimated;
using document::Sentence;
using results::Difference;
using results::Shape;

namespace {

constexpr Text all_years{"{0}–{1}", "{0}–{1}"};
constexpr Text nothing_there{"(no está)", "(not there)"};

constexpr Shape relative{results::Kind::share, 1, true};

}  // namespace

document::Of of(const Difference& d) { return {d.measure, d.year, d.level, d.id}; }

Sentence differing(const Difference* d, Shape shape) {
    return Cell(document::Differing{d == nullptr ? Difference{} : *d, shape});
}

Sentence base_of(const Difference& d, Shape shape) { return Cell(Estimated{d.base, shape, Show::mean, of(d)}); }

Sentence alternative_of(const Difference& d, Shape shape) {
    return Cell(Estimated{d.alternative, shape, Show::mean, of(d)});
}

Sentence size_of(const Difference* d, Shape shape, Show show) {
    return Cell(d == nullptr ? Estimated{{}, shape, show} : Estimated{d->value, shape, show, of(*d)});
}

Sentence amount_of(const Difference& d, Shape shape) {
    results::Estimate e = d.value;
    e.mean = std::abs(e.mean);
    return Cell(Estimated{e, shape, Show::mean_and_error, of(d)});
}

int decimals_to_see(double value, int decimals) {
    constexpr int most = 4;  // more
    int places = decimals;
    while (value != 0 && places < decimals + most && std::abs(value) * std::pow(10, places) < 0.5) ++places;
    return places;
}

Sentence relative_to_base(const Difference& d) {
    const double ratio = d.value.mean / d.base.mean;
    Shape shape = relative;
    shape.decimals = decimals_to_see(100 * ratio, shape.decimals);
    return Cell(document::Value{ratio, shape, document::Value::Style::signed_, of(d)});
}

Sentence years_of(const results::Run& run, int year, Lang lang) {
    return year == 0 ? say(all_years, lang, run.years.front(), run.years.back()) : document::sayable(year);
}

Sentence key_of(const results::ParameterChange& change, Lang lang) {
    const std::string& words = in(change.name, lang);
    return words.empty() ? document::sayable(change.path) : Sentence(Cell(document::Name{words})).upper();
}

Sentence as_written(const std::string& value, Lang lang) {
    return value.empty() ? say(nothing_there, lang) : as_quantity(value, lang);
}

}  // namespace aforo::told
