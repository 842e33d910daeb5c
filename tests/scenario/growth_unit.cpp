#include <doctest/doctest.h>

#include "reading.hpp"

using namespace aforo;
using scenario::Growth;

TEST_CASE("without growth every year is at the level of the base year") {
    CHECK(Growth{}.level(2024, 2024) == 1);
    CHECK(Growth{}.level(2024, 2030) == 1);
    CHECK(Growth{}.level(2024, 2020) == 1);
}

TEST_CASE("a factor compounds after the base year and is undone before it") {
    const Growth g{{{0, 1.2}}};
    CHECK(g.level(2024, 2024) == 1);
    CHECK(g.level(2024, 2025) == doctest::Approx(1.2));
    CHECK(g.level(2024, 2027) == doctest::Approx(1.728));
    CHECK(g.level(2024, 2022) == doctest::Approx(1 / 1.44));
}

TEST_CASE("a year not listed takes the factor of the last year listed before it; before them all nothing grows") {
    const Growth g{{{2023, 1.2}, {2025, 1}, {2027, 0.5}}};
    CHECK(g.on(2022) == 1);
    CHECK(Growth{{{2027, 1.1}}}.level(2025, 2026) == 1);
    CHECK(g.on(2024) == 1.2);
    CHECK(g.on(2025) == 1);
    CHECK(g.on(2026) == 1);
    CHECK(g.on(2040) == 0.5);
    CHECK(g.level(2024, 2026) == 1);
    CHECK(g.level(2024, 2028) == doctest::Approx(0.25));
    CHECK(g.level(2024, 2022) == doctest::Approx(1 / 1.44));
    CHECK(g.level(2024, 2020) == doctest::Approx(1 / 1.44));
}

TEST_CASE("the level of one year over another does not depend on the base year") {
    const Growth g{{{2020, 1.1}, {2024, 0.9}, {2026, 1.3}}};
    for (int base = 2018; base <= 2030; ++base) {
        CAPTURE(base);
        CHECK(g.level(base, 2029) / g.level(base, 2021) == doctest::Approx(g.level(2021, 2029)));
    }
}

TEST_CASE("a growth is a factor or a factor by year") {
    const auto s = testing::read_text(testing::smallest +
                                      "advisory: {advisors_growth: 1.25, budget_growth: {2026: 1, 2024: 1.1}}\n");
    CHECK(s.advisory.advisors_growth == Growth{{{0, 1.25}}});
    CHECK(s.advisory.budget_growth == Growth{{{2024, 1.1}, {2026, 1}}});
}

TEST_CASE("what the run-in grew by is not what is grown by after it") {
    scenario::Horizon h{.first_year = 2024, .last_year = 2027, .run_in_years = 2};
    const Growth scalar{{{0, 1.1}}}, later{{{2025, 1.1}}}, told{{{2023, 1.3}, {2025, 1.1}}};
    CHECK(h.level(scalar, 2022) == doctest::Approx(1 / 1.21));  // by its own where nothing is said
    h.run_in_growth = 1.2;
    for (const Growth& g : {scalar, later}) {
        CHECK(h.level(g, 2022) == doctest::Approx(1 / 1.44));
        CHECK(h.level(g, 2024) == 1);
        CHECK(h.level(g, 2026) == doctest::Approx(1.21));
    }
    CHECK(h.level(told, 2022) == doctest::Approx(1 / 1.69));  // a growth that names those years keeps its word
    CHECK(h.level(told, 2025) == doctest::Approx(1.1));
}
