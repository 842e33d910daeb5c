#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include "aforo/render/format.hpp"

using aforo::render::Format;
using aforo::render::Lang;
using aforo::render::rounded_decimal;
using aforo::render::shortest;

namespace {
const Format es(Lang::es);
const Format en(Lang::en);
constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr double inf = std::numeric_limits<double>::infinity();
}  // namespace

TEST_CASE("numbers carry the reader's separators") {
    CHECK(es.number(1234.5, 1) == "1.234,5");
    CHECK(en.number(1234.5, 1) == "1,234.5");
    CHECK(es.number(0) == "0");
    CHECK(es.number(999) == "999");
    CHECK(es.number(1000) == "1.000");
    CHECK(es.number(-123456.75, 2) == "-123.456,75");
    CHECK(es.number(2101068) == "2.101.068");
    CHECK(es.number(0.05, 2) == "0,05");
    CHECK(es.number(7, 2) == "7,00");
    CHECK(es.number(9007199254740993.0) == "9.007.199.254.740.992");
    CHECK(es.number(1e-300, 2) == "0,00");
}

TEST_CASE("rounding is half away from zero of the decimal, whatever binary made of it") {
    CHECK(rounded_decimal(6.905, 2) == "6.91");
    CHECK(rounded_decimal(-6.905, 2) == "-6.91");
    CHECK(rounded_decimal(1.005, 2) == "1.01");
    CHECK(rounded_decimal(1.115 * 100, 0) == "112");  // 111.50000000000001
    CHECK(rounded_decimal(0.285 * 100, 0) == "29");   // 28.499999999999996
    CHECK(rounded_decimal(0.5, 0) == "1");
    CHECK(rounded_decimal(1.5, 0) == "2");
    CHECK(rounded_decimal(2.5, 0) == "3");
    CHECK(rounded_decimal(0.49999, 0) == "0");
    CHECK(rounded_decimal(9.995, 2) == "10.00");
    CHECK(rounded_decimal(999.9999, 2) == "1000.00");
    CHECK(rounded_decimal(0.0049, 2) == "0.00");
    CHECK(rounded_decimal(0.005, 2) == "0.01");
    CHECK(rounded_decimal(0.06905, 2, 2) == "6.91");
}

TEST_CASE("every hundredth and its half print as written, from 0 to 100") {
    for (int thousandths = 0; thousandths <= 100'000; ++thousandths) {
        const int expected = (thousandths + 5) / 10;
        const std::string cents = std::to_string(expected % 100 + 100).substr(1);
        CAPTURE(thousandths);
        REQUIRE(rounded_decimal(thousandths / 1000.0, 2) == std::to_string(expected / 100) + "." + cents);
    }
}

TEST_CASE("zero has no sign, whichever side it is rounded from") {
    CHECK(es.number(-0.4) == "0");
    CHECK(es.number(-0.0, 2) == "0,00");
    CHECK(es.signed_number(0.4) == "0");
    CHECK(es.signed_number(-0.4) == "0");
    CHECK(es.signed_percent(0.0001) == "0,0 %");
}

TEST_CASE("what is undefined prints as a dash") {
    for (const double value : {undefined, inf, -inf}) {
        CHECK(es.number(value) == "—");
        CHECK(es.trimmed(value, 2) == "—");
        CHECK(es.signed_number(value) == "—");
        CHECK(es.percent(value) == "—");
        CHECK(es.signed_percent(value) == "—");
        CHECK(es.sheet_percent(value) == "—");
        CHECK(es.range(value, 1) == "—");
        CHECK(es.range(1, value) == "—");
    }
}

TEST_CASE("percentages: the sheet's form drops trailing zeros, prose has a space in Spanish") {
    CHECK(es.sheet_percent(0.069) == "6,9%");
    CHECK(es.sheet_percent(0.0829) == "8,29%");
    CHECK(es.sheet_percent(0.1) == "10%");
    CHECK(es.sheet_percent(0.099999968, 0) == "10%");
    CHECK(es.sheet_percent(0) == "0%");
    CHECK(en.sheet_percent(0.069) == "6.9%");
    CHECK(es.percent(0.123) == "12,3 %");
    CHECK(en.percent(0.123) == "12.3%");
    CHECK(es.signed_percent(0.012) == "+1,2 %");
    CHECK(es.signed_percent(-0.012) == "-1,2 %");
}

TEST_CASE("money is labelled") {
    CHECK(es.pesos(1234) == "$1.234");
    CHECK(es.pesos(0) == "$0");
    CHECK(es.pesos(-1234567) == "-$1.234.567");
    CHECK(en.pesos(1234) == "$1,234");
    CHECK(es.pesos(INT64_MIN) == "-$9.223.372.036.854.775.808");
}

TEST_CASE("ranges use a dash, or a word where a dash would read as a minus") {
    CHECK(es.range(20901, 21417) == "20.901–21.417");
    CHECK(es.range(-3, 5) == "-3 a 5");
    CHECK(en.range(-3, 5) == "-3 to 5");
    CHECK(es.range(-0.2, 5) == "0–5");
    CHECK(es.range(4.9, 5.1) == "5");
}

TEST_CASE("dates are the reader's, and what is no date comes back as it is") {
    CHECK(es.date("2026-10-05") == "05-10-2026");
    CHECK(en.date("2026-10-05") == "2026-10-05");
    CHECK(es.day_and_month("2026-10-05") == "5 de octubre");
    CHECK(en.day_and_month("2026-10-05") == "5 October");
    CHECK(es.short_day("2026-10-05") == "05-10");
    CHECK(en.short_day("2026-10-05") == "5 Oct");
    for (const std::string text : {"", "mañana", "2026-13-01", "2026/10/05", "20a6-10-05"}) {
        CHECK(es.date(text) == text);
        CHECK(es.day_and_month(text) == text);
        CHECK(es.short_day(text) == text);
    }
}

TEST_CASE("the shortest form reads back as the same double") {
    CHECK(shortest(20000) == "20000");
    CHECK(shortest(0.1) == "0.1");
    for (const double value : {0.1 + 0.2, 1.0 / 3, 5e-324, 1.7976931348623157e308, 6.9049e-2}) {
        CHECK(std::strtod(shortest(value).c_str(), nullptr) == value);
    }
}
