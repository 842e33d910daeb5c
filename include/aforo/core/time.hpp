// Time on the civil calendar: whole milliseconds of local time, without time zones or leap seconds.
// Also the dates of Chile's national holidays, by rule.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace aforo::core {

using Duration = std::chrono::milliseconds;      // a length of time
using Time = std::chrono::local_time<Duration>;  // an instant of the civil calendar
using Date = std::chrono::local_days;            // a civil day
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

constexpr double days_per_month = 365.25 / 12;  // for lengths given or shown in months

[[nodiscard]] constexpr Date date(int year, unsigned month, unsigned day) {
    return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}
[[nodiscard]] constexpr Date new_year(int year) { return date(year, 1, 1); }
[[nodiscard]] constexpr Date day_of(Time t) { return std::chrono::floor<days>(t); }
[[nodiscard]] constexpr int year_of(Date d) { return int(std::chrono::year_month_day(d).year()); }
[[nodiscard]] constexpr unsigned month_of(Date d) { return unsigned(std::chrono::year_month_day(d).month()); }
// Monday is 0, Sunday 6.
[[nodiscard]] constexpr int weekday_of(Date d) { return int(std::chrono::weekday(d).iso_encoding()) - 1; }
[[nodiscard]] constexpr bool is_valid_date(int year, unsigned month, unsigned day) {
    return (std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)).ok();
}

[[nodiscard]] constexpr double in_days(Duration d) { return static_cast<double>(d.count()) / 86'400'000.0; }
[[nodiscard]] constexpr double in_hours(Duration d) { return static_cast<double>(d.count()) / 3'600'000.0; }
// Rounds to the nearest millisecond. `ms` is not negative; what exceeds 317 years is cut to that, longer than any run.
[[nodiscard]] constexpr Duration from_milliseconds(double ms) {
    return Duration(static_cast<std::int64_t>((ms < 1e13 ? ms : 1e13) + 0.5));  // NOLINT(bugprone-incorrect-roundings)
}
[[nodiscard]] Duration from_hours(double h);
[[nodiscard]] Duration from_days(double d);

// Formats: "2024-05-21" and "2024-05-21 09:30".
[[nodiscard]] std::string iso(Date d);
[[nodiscard]] std::string iso(Time t);

// Chile's national holidays of a year, in order, by the rules in force since 2010 (Leyes 2.977, 19.668, 19.973, 20.148,
// 20.215, 20.299, 20.629, 20.983, 21.357), and those declared for one year only for which a source was found. Regional
// holidays and election days on a Sunday are left out.
[[nodiscard]] std::vector<Date> chilean_holidays(int year);

// Easter Sunday of the Gregorian calendar (algorithm of Meeus, Jones and Butcher).
[[nodiscard]] Date easter(int year);

}  // namespace aforo::core
