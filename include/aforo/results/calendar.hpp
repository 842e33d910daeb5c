// What a scenario says of each month: its working days, and how many enterprises are expected to come.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace aforo::results {

struct CalendarMonth {
    int working_days = 0;
    double factor = 0;    // of demand, by working day; only proportions count
    double arrivals = 0;  // expected at all offices that work
};
struct CalendarYear {
    int year = 0;
    std::array<CalendarMonth, 12> months{};
};
struct YearsOfMonths {
    std::string scenario;  // its name
    std::vector<CalendarYear> years;
    bool has_more = false;  // demand also depends on what happens: alliances, a population that runs out
};

}  // namespace aforo::results
