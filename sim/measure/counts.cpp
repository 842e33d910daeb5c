#include "aforo/measure/counts.hpp"

namespace aforo::measure {

Counts::Counts(const model::Blueprint& plan)
    : offices_(plan.offices.size()),
      width_(offices_ + types),
      months_(plan.months),
      first_year_(plan.scenario.horizon.first_year) {}

void Counts::restart() { by_month_.assign(months_ * places * width_, 0); }

void Counts::close() {
    const std::size_t years = months_ / 12, of_one = places * width_;
    by_year_.assign(years * of_one, 0);
    for (std::size_t m = 0; m < months_; ++m) {
        for (std::size_t i = 0; i < of_one; ++i) by_year_[m / 12 * of_one + i] += by_month_[m * of_one + i];
    }
    by_group_.assign(years * places * groups, 0);
    for (std::size_t row = 0; row < years * places; ++row) {
        for (std::size_t t = 0; t < types; ++t) {
            for (const std::size_t g : groups_of[t])
                by_group_[row * groups + g] += by_year_[row * width_ + offices_ + t];
        }
    }
}

}  // namespace aforo::measure
