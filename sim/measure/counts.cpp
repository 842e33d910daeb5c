#include "aforo/measure/counts.hpp"

namespace aforo::measure {

Counts::Counts(const model::Blueprint& blueprint)
    : offices_(blueprint.offices.size()), width_(offices_ + types), months_(blueprint.months) {}

void Counts::restart() { by_month_.assign(months_ * width_, {}); }

void Counts::close() {
    const std::size_t years = months_ / 12;
    by_year_.assign(years * width_, {});
    for (std::size_t m = 0; m < months_; ++m) {
        for (std::size_t i = 0; i < width_; ++i) by_year_[m / 12 * width_ + i] += by_month_[m * width_ + i];
    }
    by_group_.assign(years * groups, {});
    for (std::size_t y = 0; y < years; ++y) {
        for (std::size_t t = 0; t < types; ++t) {
            for (const std::size_t g : groups_of[t]) by_group_[y * groups + g] += by_year_[y * width_ + offices_ + t];
        }
    }
}

}  // namespace aforo::measure
