// In which pesos, and what an index says of one year's in another's.
#include "aforo/core/pesos.hpp"

#include <doctest/doctest.h>

using namespace aforo::core;

namespace {

constexpr Pesos nominal{Pesos::Kind::nominal};
constexpr Pesos of(int year) { return {Pesos::Kind::of_year, year}; }

}  // namespace

TEST_CASE("pesos are read from their word and written back") {
    for (const char* word : {"sheet", "nominal", "2023", "1900", "2100"}) {
        REQUIRE(pesos_of(word).has_value());
        CHECK(text_of(*pesos_of(word)) == word);
    }
    CHECK(!pesos_of("sheet")->is_said());
    for (const char* word : {"", "real", "2023 ", "20.5", "1899", "2101", "-2023", "Nominal"}) CHECK(!pesos_of(word));
}

TEST_CASE("an amount is worth the product of the factors after its pesos, and the inverse before them") {
    const PriceIndex index{2023, {{2023, 9.0}, {2024, 1.10}, {2025, 1.20}, {2026, 1.05}}};
    CHECK(index.factor(nominal, 2023) == 1);
    CHECK(index.factor(nominal, 2024) == doctest::Approx(1.10));
    CHECK(index.factor(nominal, 2025) == doctest::Approx(1.32));
    CHECK(index.factor(nominal, 2028) == doctest::Approx(1.32 * 1.05 * 1.05 * 1.05));
    CHECK(index.factor(nominal, 2022) == doctest::Approx(1 / 9.0));
    for (const int year : {2022, 2024, 2030}) {
        CHECK(index.factor(of(2025), year) == doctest::Approx(1.32));  // whatever the year it was spent in
        CHECK(index.factor(of(2023), year) == 1);
        CHECK(index.factor({}, year) == 1);
    }
}

TEST_CASE("a year before the first that the index names has none, and no index at all says of no other year") {
    const PriceIndex index{2023, {{2025, 1.20}}}, of_all_years{2023, {{0, 1.03}}}, none{2023, {{0, 1.0}}}, empty{2023, {}};
    CHECK(index.lacks(nominal, 2024, 2027) == 2024);
    CHECK(index.lacks(nominal, 2023, 2023) == std::nullopt);
    CHECK(index.lacks(of(2025), 2024, 2027) == 2025);  // the step to 2024 is lacking
    CHECK(index.lacks(of(2023), 2024, 2027) == std::nullopt);
    CHECK(of_all_years.lacks(nominal, 2020, 2030) == std::nullopt);
    CHECK(of_all_years.lacks(of(1990), 2024, 2027) == std::nullopt);
    for (const PriceIndex& i : {none, empty}) {
        CHECK(i.lacks(nominal, 2023, 2024) == 2024);
        CHECK(i.lacks(nominal, 2023, 2023) == std::nullopt);
        CHECK(i.lacks(of(2024), 2023, 2023) == 2024);
        CHECK(i.lacks(of(2023), 2020, 2030) == std::nullopt);
        CHECK(i.lacks({}, 2020, 2030) == std::nullopt);
    }
}
