#include "aforo/core/time.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace aforo::core {

Duration from_hours(double h) { return Duration(std::llround(h * 3'600'000.0)); }

Duration from_days(double d) { return Duration(std::llround(d * 86'400'000.0)); }

std::string iso(Date d) {
    const std::chrono::year_month_day ymd(d);
    return fmt::format("{:04}-{:02}-{:02}", int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day()));
}

std::string iso(Time t) {
    const auto minute = std::chrono::floor<minutes>(t - day_of(t)).count();
    return fmt::format("{} {:02}:{:02}", iso(day_of(t)), minute / 60, minute % 60);
}

Date easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    return date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

namespace {

// Ley 19.668: a holiday on a Tuesday to Thursday moves to the Monday of its week, and one on a Friday to the following
// Monday; on a weekend or a Monday it stays.
Date moved_to_monday(Date d) {
    const int weekday = weekday_of(d);
    if (weekday >= 1 && weekday <= 3) {
        return d - days(weekday);
    }
    return weekday == 4 ? d + days(3) : d;
}

// Ley 20.299: the day of the Evangelical churches moves to the Friday before when it falls on a Tuesday, and to the
// Friday after when it falls on a Wednesday.
Date reformation(int year) {
    const Date d = date(year, 10, 31);
    const int weekday = weekday_of(d);
    return weekday == 1 ? d - days(4) : weekday == 2 ? d + days(2) : d;
}

// Ley 21.357: the day of the winter solstice in Chile's time; in 2021 the day after it. The solstice falls a little
// earlier in each cycle of four years, until 2100, no leap year (the calendars of QuantLib and Python holidays agree).
Date solstice(int year) {
    const int since_leap = year % 4;
    const bool is_late =
        year == 2021 || year == 2100 || (since_leap == 2 && year <= 2046) || (since_leap == 3 && year <= 2075);
    return date(year, 6, is_late ? 21 : 20);
}

// Holidays declared for one year and the whole country. Regional holidays are not here, nor election days, which fall
// on Sundays with one exception.
struct Once {
    Date day;
    const char* source;
};
const std::array once = {
    Once{date(2017, 4, 19), "census: Subsecretaría del Trabajo, April 2017; CNN Chile, 17 April 2017"},
    Once{date(2021, 5, 15), "elections on a Saturday: Ley 21.341 (Diario Oficial, 12 May 2021)"},
    Once{date(2022, 9, 16), "Ley 21.482; Meganoticias, 15 September 2022; date-holidays, data/countries/CL.yaml"},
};

}  // namespace

std::vector<Date> chilean_holidays(int year) {
    std::vector<Date> all = {date(year, 1, 1),
                             easter(year) - days(2),
                             easter(year) - days(1),  // Ley 2.977: Friday and Saturday
                             date(year, 5, 1),
                             date(year, 5, 21),
                             moved_to_monday(date(year, 6, 29)),
                             date(year, 7, 16),
                             date(year, 8, 15),
                             date(year, 9, 18),
                             date(year, 9, 19),
                             moved_to_monday(date(year, 10, 12)),
                             reformation(year),
                             date(year, 11, 1),
                             date(year, 12, 8),
                             date(year, 12, 25)};
    if (year >= 2021) {
        all.push_back(solstice(year));
    }
    if (year >= 2017 && weekday_of(date(year, 1, 1)) == 6) {  // Ley 20.983
        all.push_back(date(year, 1, 2));
    }
    const int eighteenth = weekday_of(date(year, 9, 18));
    if (eighteenth == 1 || (year >= 2017 && eighteenth == 5)) {  // Leyes 20.215 (Tuesday) and 20.983 (Saturday)
        all.push_back(date(year, 9, 17));
    }
    if (eighteenth == 2) {  // Ley 20.215: the 19th on a Thursday
        all.push_back(date(year, 9, 20));
    }
    for (const Once& o : once) {
        if (year_of(o.day) == year) all.push_back(o.day);
    }
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace aforo::core
