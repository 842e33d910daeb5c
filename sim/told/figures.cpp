#include "figures.hpp"

#include <cmath>

#include "labels.hpp"

namespace aforo::told {

using document::Cell;
using document::Estimated;
using document::Sentence;
using results::Estimate;

bool Figure::has_value() const { return estimate != nullptr && estimate->n > 0 && std::isfinite(estimate->mean); }

double Figure::mean_value() const { return estimate == nullptr ? results::undefined : estimate->mean; }

bool Figure::varies() const { return has_value() && estimate->n > 1 && estimate->sd > 0; }

Sentence Figure::shown(Estimated::Show show) const {
    return Cell(Estimated{estimate == nullptr ? Estimate{} : *estimate, shape, show, of});
}

Sentence Figure::from(double planned) const {
    return Cell(document::Distance{estimate == nullptr ? Estimate{} : *estimate, planned, shape, of});
}

Sentence Figure::percent_from(double planned) const { return shaped(results::shapes::count).from(planned); }

Sentence planned(double value, results::Shape shape) { return Cell(document::Value{value, shape}); }

Figure Figures::find(const results::At& at) const {
    return {index_.estimate(at),
            shape_of(run_, at.measure),
            {std::string(at.measure), at.year, at.level, std::string(at.id), at.month}};
}

Figure Figures::money(std::string_view measure, int year, std::string_view component) const {
    const Figure found = find({measure, year, results::Level::component, component});
    return found.estimate == nullptr && component.empty() ? find({measure, year}) : found;
}

}  // namespace aforo::told
