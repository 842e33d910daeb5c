#include <algorithm>

#include "aforo/scenario/quantities.hpp"

namespace aforo::scenario {

std::vector<core::Date> Holidays::in(int year) const {
    std::vector<core::Date> all = chile ? core::chilean_holidays(year) : std::vector<core::Date>{};
    for (const CalendarDay& day : own) {
        if (core::year_of(day.in(year)) == year) all.push_back(day.in(year));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

}  // namespace aforo::scenario
