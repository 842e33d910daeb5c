#include "aforo/measure/counts.hpp"

namespace aforo::measure {

Counts::Counts(const model::Blueprint& plan)
    : offices_(plan.offices.size()), months_(plan.months), first_year_(plan.scenario.horizon.first_year) {}

void Counts::restart() {
    by_month_.assign(months_ * places * offices_, 0);
    by_type_.assign(months_ / 12 * places * types, 0);
}

void Counts::close() {
    const std::size_t years = months_ / 12, row = places * offices_;
    by_year_.assign(years * row, 0);
    for (std::size_t m = 0; m < months_; ++m) {
        for (std::size_t i = 0; i < row; ++i) by_year_[m / 12 * row + i] += by_month_[m * row + i];
    }
    by_group_.assign(years * places * groups, 0);
    for (std::size_t i = 0; i < years * places; ++i) {
        for (std::size_t t = 0; t < types; ++t) {
            for (const std::size_t g : groups_of(t)) by_group_[i * groups + g] += by_type_[i * types + t];
        }
    }
}

}  // namespace aforo::measure
