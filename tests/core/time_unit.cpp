#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "aforo/core/time.hpp"

using namespace aforo::core;

namespace {

using Days = std::vector<std::string>;

Days holidays(int year) {
    Days days;
    for (const Date d : chilean_holidays(year)) {
        days.push_back(iso(d));
    }
    return days;
}

bool is_holiday(int year, unsigned month, unsigned day) {
    const auto all = chilean_holidays(year);
    return std::find(all.begin(), all.end(), date(year, month, day)) != all.end();
}

}  // namespace

TEST_CASE("the rules give exactly the national holidays of 2024 to 2027") {  // as published
    CHECK(holidays(2024) == Days{"2024-01-01", "2024-03-29", "2024-03-30", "2024-05-01", "2024-05-21", "2024-06-20",
                                 "2024-06-29", "2024-07-16", "2024-08-15", "2024-09-18", "2024-09-19", "2024-09-20",
                                 "2024-10-12", "2024-10-31", "2024-11-01", "2024-12-08", "2024-12-25"});
    CHECK(holidays(2025) == Days{"2025-01-01", "2025-04-18", "2025-04-19", "2025-05-01", "2025-05-21", "2025-06-20",
                                 "2025-06-29", "2025-07-16", "2025-08-15", "2025-09-18", "2025-09-19", "2025-10-12",
                                 "2025-10-31", "2025-11-01", "2025-12-08", "2025-12-25"});
    CHECK(holidays(2026) == Days{"2026-01-01", "2026-04-03", "2026-04-04", "2026-05-01", "2026-05-21", "2026-06-21",
                                 "2026-06-29", "2026-07-16", "2026-08-15", "2026-09-18", "2026-09-19", "2026-10-12",
                                 "2026-10-31", "2026-11-01", "2026-12-08", "2026-12-25"});
    CHECK(holidays(2027) == Days{"2027-01-01", "2027-03-26", "2027-03-27", "2027-05-01", "2027-05-21", "2027-06-21",
                                 "2027-06-28", "2027-07-16", "2027-08-15", "2027-09-17", "2027-09-18", "2027-09-19",
                                 "2027-10-11", "2027-10-31", "2027-11-01", "2027-12-08", "2027-12-25"});
}

TEST_CASE("holidays come in order, once each, and all in their year") {
    for (int year = 2000; year <= 2060; ++year) {
        const auto all = chilean_holidays(year);
        CAPTURE(year);
        CHECK(std::is_sorted(all.begin(), all.end()));
        CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
        CHECK(year_of(all.front()) == year);
        CHECK(year_of(all.back()) == year);
    }
}

TEST_CASE("Saint Peter and the day of the two worlds move to a Monday unless on a weekend") {  // Ley 19.668
    CHECK(is_holiday(2022, 6, 27));                                                            // from Wednesday 29
    CHECK(is_holiday(2023, 6, 26));                                                            // from Thursday 29
    CHECK(is_holiday(2018, 7, 2));   // from Friday 29, to the Monday after
    CHECK(is_holiday(2024, 6, 29));  // a Saturday stays
    CHECK(is_holiday(2025, 6, 29));  // a Sunday stays
    CHECK(is_holiday(2023, 10, 9));  // from Thursday 12
    CHECK_FALSE(is_holiday(2023, 10, 12));
}

TEST_CASE("the day of the Evangelical churches moves to a Friday from a Tuesday or a Wednesday") {  // Ley 20.299
    CHECK(is_holiday(2023, 10, 27));  // from Tuesday 31, to the Friday before
    CHECK_FALSE(is_holiday(2023, 10, 31));
    CHECK(is_holiday(2018, 11, 2));  // from Wednesday 31, to the Friday after
    CHECK(is_holiday(2024, 10, 31));
}

TEST_CASE("September's holidays grow by a day when they leave a working day alone") {  // Leyes 20.215 and 20.983
    CHECK(is_holiday(2018, 9, 17));                                                    // the 18th on a Tuesday
    CHECK(is_holiday(2024, 9, 20));                                                    // the 18th on a Wednesday
    CHECK(is_holiday(2021, 9, 17));                                                    // the 18th on a Saturday
    CHECK_FALSE(is_holiday(2016, 9, 17));  // a Sunday is followed by Monday 19
    CHECK_FALSE(is_holiday(2004, 9, 17));  // Saturday, before the law
}

TEST_CASE("the second of January is a holiday when the first is a Sunday") {  // Ley 20.983
    CHECK(is_holiday(2017, 1, 2));
    CHECK(is_holiday(2023, 1, 2));
    CHECK_FALSE(is_holiday(2024, 1, 2));
}

TEST_CASE("holidays declared once are those of their year only") {
    CHECK(is_holiday(2022, 9, 16));  // Ley 21.482
    CHECK(is_holiday(2017, 4, 19));  // census
    CHECK(is_holiday(2021, 5, 15));  // elections on a Saturday: Ley 21.341
    CHECK_FALSE(is_holiday(2021, 9, 16));
    CHECK_FALSE(is_holiday(2023, 9, 16));
    CHECK_FALSE(is_holiday(2018, 4, 19));
    CHECK(holidays(2022) == Days{"2022-01-01", "2022-04-15", "2022-04-16", "2022-05-01", "2022-05-21", "2022-06-21",
                                 "2022-06-27", "2022-07-16", "2022-08-15", "2022-09-16", "2022-09-18", "2022-09-19",
                                 "2022-10-10", "2022-10-31", "2022-11-01", "2022-12-08", "2022-12-25"});
    // September 2022: the 16th, the 18th and the 19th.
    const auto all = chilean_holidays(2022);
    CHECK(std::count_if(all.begin(), all.end(), [](Date d) { return month_of(d) == 9; }) == 3);
}

TEST_CASE("holidays of a region are none of the country, nor are Sundays of elections") {
    CHECK_FALSE(is_holiday(2018, 1, 16));  // Metropolitana, the Pope's visit: Ley 21.065
    CHECK_FALSE(is_holiday(2023, 9, 8));   // Antofagasta: Ley 21.609
    CHECK_FALSE(is_holiday(2023, 9, 20));  // Coquimbo: Ley 21.609
    CHECK_FALSE(is_holiday(2022, 9, 4));   // plebiscite
}

TEST_CASE("the day of indigenous peoples exists since 2021, on the day of the winter solstice") {  // Ley 21.357
    CHECK_FALSE(is_holiday(2020, 6, 20));
    CHECK(is_holiday(2021, 6, 21));
    CHECK(is_holiday(2022, 6, 21));
    CHECK(is_holiday(2023, 6, 21));
    CHECK(is_holiday(2024, 6, 20));
    // As tables of solstices in Chile's time have it, 2025 to 2100.
    const std::string days =
        "0110011001100110011001"                                // 2025–2046
        "1000100010001000100010001000100000000000000000000000"  // 2047–2098
        "01";                                                   // 2099 and 2100
    for (int year = 2025; year <= 2100; ++year) {
        CAPTURE(year);
        const bool is_21 = days[static_cast<std::size_t>(year - 2025)] == '1';
        CHECK(is_holiday(year, 6, is_21 ? 21 : 20));
        CHECK_FALSE(is_holiday(year, 6, is_21 ? 20 : 21));
    }
}

TEST_CASE("Easter falls on its published Sundays") {
    CHECK(iso(easter(1961)) == "1961-04-02");
    CHECK(iso(easter(2000)) == "2000-04-23");
    CHECK(iso(easter(2008)) == "2008-03-23");
    CHECK(iso(easter(2011)) == "2011-04-24");
    CHECK(iso(easter(2024)) == "2024-03-31");
    CHECK(iso(easter(2025)) == "2025-04-20");
    CHECK(iso(easter(2038)) == "2038-04-25");  // the latest possible
    CHECK(iso(easter(2285)) == "2285-03-22");  // the earliest possible
}

TEST_CASE("Easter is always a Sunday between 22 March and 25 April") {
    for (int year = 1900; year <= 2300; ++year) {
        const Date d = easter(year);
        CAPTURE(year);
        CHECK(weekday_of(d) == 6);
        CHECK(d >= date(year, 3, 22));
        CHECK(d <= date(year, 4, 25));
    }
}

TEST_CASE("weekdays count from Monday") {
    CHECK(weekday_of(date(2024, 1, 1)) == 0);
    CHECK(weekday_of(date(2024, 2, 29)) == 3);
    CHECK(weekday_of(date(2024, 9, 22)) == 6);
}

TEST_CASE("a date knows its year and its month, and an instant its day") {
    const Time t = date(2024, 2, 29) + hours(23) + minutes(59);
    CHECK(day_of(t) == date(2024, 2, 29));
    CHECK(day_of(t + minutes(1)) == date(2024, 3, 1));
    CHECK(year_of(day_of(t)) == 2024);
    CHECK(month_of(day_of(t)) == 2);
    CHECK(new_year(2025) - new_year(2024) == days(366));
}

TEST_CASE("only days of the calendar are valid dates") {
    CHECK(is_valid_date(2024, 2, 29));
    CHECK_FALSE(is_valid_date(2023, 2, 29));
    CHECK_FALSE(is_valid_date(2024, 4, 31));
    CHECK_FALSE(is_valid_date(2024, 13, 1));
    CHECK_FALSE(is_valid_date(2024, 1, 0));
}

TEST_CASE("dates and instants print as ISO 8601, to the minute") {
    CHECK(iso(date(2024, 5, 21)) == "2024-05-21");
    CHECK(iso(date(2024, 5, 21) + hours(9) + minutes(30) + std::chrono::seconds(59)) == "2024-05-21 09:30");
}

TEST_CASE("lengths of time convert to the nearest millisecond and back") {
    CHECK(from_hours(1.5) == minutes(90));
    CHECK(from_days(0.5) == hours(12));
    CHECK(from_hours(1.0 / 3) == minutes(20));
    CHECK(from_hours(-1) == hours(-1));
    CHECK(in_hours(minutes(90)) == 1.5);
    CHECK(in_days(hours(36)) == 1.5);
    CHECK(days_per_month * 12 == doctest::Approx(365.25));
}
