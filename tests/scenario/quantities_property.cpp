// Quantities written out read back to the same value, and to the same text.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <cstring>
#include <random>

#include "../../sim/scenario/units.hpp"  // the module's own: its text is what files and messages show

using namespace aforo;
using core::Duration, core::Money;
using scenario::parse_quantity, scenario::write_quantity, scenario::Uf;

namespace {

template <class Q>
void check_round_trip(Q value) {
    const std::string text = write_quantity(value);
    CAPTURE(text);
    Q again{};
    const auto complaint = parse_quantity(text, again);
    REQUIRE(!complaint.has_value());
    CHECK(again == value);
    CHECK(write_quantity(again) == text);
}

// Numbers of every size and number of decimals: those that people write, and those that they do not.
double any_number(std::mt19937_64& bits) {
    switch (bits() % 4) {
        case 0:
            return static_cast<double>(bits() % 2'000'000) / 1000 - 1000;
        case 1:
            return static_cast<double>(bits() % 100'000'000);
        case 2:
            return std::ldexp(static_cast<double>(bits() % (1ull << 53)), static_cast<int>(bits() % 120) - 100);
        default: {
            double v = 0;
            const std::uint64_t pattern = bits();
            std::memcpy(&v, &pattern, sizeof v);
            return std::isfinite(v) ? v : 0.5;
        }
    }
}

template <class Q>
std::string complaint_of(const std::string& text) {
    Q out{};
    const auto complaint = parse_quantity(text, out);
    return complaint ? complaint->what.en : "";
}

}  // namespace

TEST_CASE("a number reads back to the same bits") {
    std::mt19937_64 bits(1);
    for (int i = 0; i < 200'000; ++i) check_round_trip(any_number(bits));
    for (const double v : {0.0, 1.0, -1.0, 62.9, 62.900, 1.234, -1.234, 12.345, 999.999, 1e15, 1e16, 1e22, 1e300, 1e-5,
                           5e-324, 1.7976931348623157e308})
        check_round_trip(v);
}

TEST_CASE("a length of time reads back to the same millisecond") {
    std::mt19937_64 bits(2);
    for (int i = 0; i < 100'000; ++i) {
        const std::int64_t scale =
            std::array<std::int64_t, 6>{1, 1'000, 60'000, 3'600'000, 86'400'000, 2'629'800'000}[bits() % 6];
        check_round_trip(Duration(static_cast<std::int64_t>(bits() % 10'000) * scale - 5'000));
        check_round_trip(Duration(static_cast<std::int64_t>(bits() % 1'000'000'000'000'000)));
    }
}

TEST_CASE("an amount of money reads back to the same peso") {
    std::mt19937_64 bits(3);
    for (int i = 0; i < 100'000; ++i) {
        const auto pesos = static_cast<std::int64_t>(bits() % 1'000'000'000'000'000);
        check_round_trip(Money::pesos(pesos));
        check_round_trip(Money::pesos(-pesos));
        check_round_trip(Money::pesos(pesos / 1000 * 1000));
    }
}

TEST_CASE("UF read back to the same amount") {
    std::mt19937_64 bits(4);
    for (int i = 0; i < 100'000; ++i) check_round_trip(Uf{any_number(bits)});
}

TEST_CASE("pesos written in $, M$ and MM$ are the same pesos, with as many decimals as they have") {
    std::mt19937_64 bits(5);
    for (int i = 0; i < 50'000; ++i) {
        const auto pesos = static_cast<std::int64_t>(bits() % 1'000'000'000'000);
        const std::string in_thousands = fmt::format("{}.{:03}0 M$", pesos / 1'000, pesos % 1'000);
        const std::string in_millions = fmt::format("{}.{:06} MM$", pesos / 1'000'000, pesos % 1'000'000);
        CAPTURE(in_thousands);
        Money a, b, c;
        REQUIRE(!parse_quantity(fmt::format("{} $", pesos), a));
        REQUIRE(!parse_quantity(in_thousands, b));
        REQUIRE(!parse_quantity(in_millions, c));
        CHECK(a == Money::pesos(pesos));
        CHECK(b == a);
        CHECK(c == a);
    }
}

TEST_CASE("a comma, thousands, a wrong or a missing unit is a complaint whatever the number") {
    std::mt19937_64 bits(6);
    for (int i = 0; i < 20'000; ++i) {
        const auto whole = bits() % 999 + 1, thousands = bits() % 1000;
        const std::string comma = fmt::format("{},{}", whole, thousands),
                          point = fmt::format("{}.{:03}", whole, thousands);
        CAPTURE(point);
        for (const char* sign : {"", "-", "+"}) {
            CHECK(complaint_of<double>(sign + comma).find("comma") != std::string::npos);
            CHECK(complaint_of<double>(sign + point).find("ambiguous") != std::string::npos);
            CHECK(complaint_of<double>(sign + point + ".000").find("thousands") != std::string::npos);
            CHECK(complaint_of<Money>(sign + point + " M$").find("ambiguous") != std::string::npos);
            CHECK(complaint_of<Duration>(sign + point + " h").find("ambiguous") != std::string::npos);
            CHECK(complaint_of<Uf>(sign + point + " UF").find("ambiguous") != std::string::npos);
        }
        const std::string number = fmt::format("{}", whole);
        for (const char* unit : {"h", "M$", "UF", "%", "x"}) CHECK(!complaint_of<double>(number + " " + unit).empty());
        for (const char* unit : {"", "M$", "UF", "%", "x", "hh", "H"})
            CHECK(!complaint_of<Duration>(number + " " + unit).empty());
        for (const char* unit : {"", "h", "UF", "%", "m$", "MMM$"})
            CHECK(!complaint_of<Money>(number + " " + unit).empty());
        for (const char* unit : {"", "h", "M$", "%", "uf"}) CHECK(!complaint_of<Uf>(number + " " + unit).empty());
    }
}

TEST_CASE("no text makes a quantity that is not finite, and what is refused leaves the value as it was") {
    std::mt19937_64 bits(7);
    const std::string letters = "0123456789..,,-+eE_ MUF$hmindays%xXnNaif";
    int read = 0;
    for (int i = 0; i < 300'000; ++i) {
        std::string text;
        for (auto n = bits() % 9; n > 0; --n) text += letters[bits() % letters.size()];
        CAPTURE(text);
        double number = 7;
        if (parse_quantity(text, number))
            CHECK(number == 7);
        else
            CHECK(std::isfinite(number));
        Money money = Money::pesos(7);
        if (parse_quantity(text, money)) CHECK(money == Money::pesos(7));
        Duration length(7);
        if (parse_quantity(text, length)) CHECK(length == Duration(7));
        Uf uf{7};
        if (parse_quantity(text, uf))
            CHECK(uf == Uf{7});
        else
            CHECK(std::isfinite(uf.amount));
        read += number != 7;
    }
    CHECK(read > 1000);
}
