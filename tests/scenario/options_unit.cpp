// Values that may be none, or take one of several forms: they read back as what they were.
#include <doctest/doctest.h>

#include <algorithm>

#include "reading.hpp"

using namespace aforo;
using testing::read_text, testing::mistakes_of;

namespace {

// The smallest scenario with a section more, or with keys more in its demand.
std::string with_demand(const std::string& keys) {
    std::string text = testing::smallest;
    return text.insert(text.find("demand: {") + 9, keys + ", ");
}

}  // namespace

TEST_CASE("a maximum of returns is a number or none, and reads back") {
    CHECK_FALSE(read_text(testing::smallest).demand.max_returns.has_value());
    CHECK_FALSE(read_text(with_demand("max_returns: none")).demand.max_returns.has_value());
    CHECK(scenario::digest(read_text(with_demand("max_returns: none"))) ==
          scenario::digest(read_text(testing::smallest)));
    for (const int n : {0, 1, 10'000}) {
        const auto s = read_text(with_demand("max_returns: " + std::to_string(n)));
        CHECK(s.demand.max_returns == n);
        CHECK(read_text(scenario::resolved(s)).demand.max_returns == n);
    }
    CHECK(mistakes_of(with_demand("max_returns: 10001")).find("demand.max_returns") != std::string::npos);
    CHECK(mistakes_of(with_demand("max_returns: 1.5")).find("must be a whole number") != std::string::npos);
}

TEST_CASE("holidays are none, a country's, or a list of a country and of days of one year or of every year") {
    const auto read = [](const std::string& holidays) {
        return read_text(testing::smallest + "calendar: {holidays: " + holidays + "}\n").calendar.holidays;
    };
    using scenario::Holidays, scenario::CalendarDay;
    CHECK(read_text(testing::smallest).calendar.holidays == Holidays{});
    CHECK(read("none") == Holidays{});
    CHECK(read("chile") == Holidays{.chile = true, .own = {}});
    CHECK(read("[chile]") == read("chile"));
    CHECK(read("[2026-06-05]") == Holidays{.chile = false, .own = {CalendarDay{2026, 6, 5}}});
    CHECK(read("[12-31, chile, 2026-06-05]") ==
          Holidays{.chile = true, .own = {CalendarDay{0, 12, 31}, CalendarDay{2026, 6, 5}}});
    CHECK(read("{value: [chile, 12-31], source: supuesto}").own.size() == 1);
}

TEST_CASE("holidays read back to the same text and digest, in whichever order they are written") {
    const auto digest = [](const std::string& holidays) {
        const auto s = read_text(testing::smallest + "calendar: {holidays: " + holidays + "}\n");
        const std::string text = scenario::resolved(s);
        CHECK(scenario::resolved(read_text(text)) == text);
        CHECK(read_text(text).calendar.holidays == s.calendar.holidays);
        return scenario::digest(s);
    };
    CHECK(digest("none") == scenario::digest(read_text(testing::smallest)));
    CHECK(digest("[chile]") == digest("chile"));
    CHECK(digest("[chile, 12-31, 2026-06-05]") == digest("[2026-06-05, \"12-31\", chile]"));
    CHECK(digest("[chile, 12-31]") != digest("[12-31]"));
    CHECK(digest("[12-31]") != digest("[2025-12-31]"));
}

TEST_CASE("own holidays are those of the year, beside the country's, each once and in order") {
    const scenario::Holidays h{.chile = true,
                               .own = {{0, 5, 1}, {0, 12, 31}, {2026, 6, 5}, {2027, 1, 4}}};  // 1 May is one already
    const auto days = h.in(2026);
    CHECK(std::is_sorted(days.begin(), days.end()));
    CHECK(std::adjacent_find(days.begin(), days.end()) == days.end());
    CHECK(days.size() == core::chilean_holidays(2026).size() + 2);
    CHECK(std::binary_search(days.begin(), days.end(), core::date(2026, 12, 31)));
    CHECK(std::binary_search(days.begin(), days.end(), core::date(2026, 6, 5)));
    CHECK(h.in(2027).size() == core::chilean_holidays(2027).size() + 2);
    CHECK(scenario::Holidays{}.in(2026).empty());
}

TEST_CASE("holidays that are none say what may be written") {
    const auto mistakes = [](const std::string& holidays) {
        return mistakes_of(testing::smallest + "calendar: {holidays: " + holidays + "}\n");
    };
    CHECK(mistakes("peru").find("calendar.holidays: 'peru' is not") != std::string::npos);
    CHECK(mistakes("[peru]").find("calendar.holidays[0]: 'peru' is not a day") != std::string::npos);
    CHECK(mistakes("[chile, 02-30]").find("calendar.holidays[1]") != std::string::npos);
    CHECK(mistakes("[02-29]").find("is not a day") != std::string::npos);  // of every year it is none
    CHECK(mistakes("[2028-02-29]").empty());
    CHECK(mistakes("[12-31, 12-31]").find("is there twice") != std::string::npos);
    CHECK(mistakes("[]").find("write none") != std::string::npos);
    CHECK(mistakes("{12-31: chile}").find("calendar.holidays") != std::string::npos);
}

TEST_CASE("a year of which every working day is a holiday is refused: its demand could not come") {
    std::string days;
    for (core::Date d = core::new_year(2025); d < core::new_year(2026); d += core::days(1))
        days += (days.empty() ? "" : ", ") + core::iso(d);
    CHECK(mistakes_of(testing::smallest + "calendar: {holidays: [" + days + "]}\n")
              .find("calendar.holidays: in 2025 no working day with demand is left") != std::string::npos);
    CHECK(mistakes_of(testing::smallest + "calendar: {holidays: [" + days.substr(12) + "]}\n").empty());
}
