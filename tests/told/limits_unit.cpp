// The sentence that says what limits the programme.
#include <doctest/doctest.h>

#include "limits.hpp"
#include "report/sample_run.hpp"
#include "told/said.hpp"

using namespace aforo;
using core::Lang;

namespace {

std::string sentence(const results::Run& run, Lang lang) {
    return told::testing::said(told::limit_sentence(run, lang), lang);
}

results::Run run_with(std::vector<results::Limit> limits) {
    results::Run run;
    run.years = {2024, 2025, 2026, 2027};
    run.limits = std::move(limits);
    return run;
}

}  // namespace

TEST_CASE("where nothing runs out, demand limits") {
    auto run =
        run_with({{2024, "demand", 0.87}, {2024, "slots", 0.08}, {2025, "demand", 0.89}, {2026, "demand", 0.85}});
    CHECK(sentence(run, Lang::es) ==
          "Cupos, horas y fondos casi nunca se agotan: lo que limita es cuántas empresas llegan y califican (en 85–89 "
          "% de los días-centro nadie espera más de lo normal).");
    run.exhaustions = {{"advisory", 2027, 0.5, "2027-12-20"}};  // not in more than half
    CHECK(sentence(run, Lang::en) ==
          "Slots, hours and funds hardly ever bind: what limits is how many enterprises come and qualify (on 85–89% of "
          "centre-days nobody waits longer than normal).");
}

TEST_CASE("money that ends caps the year, and the largest share of centre-days says what limits before") {
    auto run = run_with({{2024, "demand", 0.84},
                         {2025, "demand", 0.10},
                         {2025, "slots", 0.86},
                         {2026, "slots", 0.87},
                         {2026, "funds", 0.12},  // after 26 November: the money's own share
                         {2027, "slots", 0.85},
                         {2027, "orientation", 0.03}});
    run.exhaustions = {{"advisory", 2025, 1, "2025-12-17"},
                       {"alliances", 2025, 0.3, "2025-12-24"},
                       {"advisory", 2026, 1, "2026-11-26"},
                       {"advisory", 2027, 1, "2027-11-10"}};
    CHECK(sentence(run, Lang::es) ==
          "En 2024 lo que limita es cuántas empresas llegan y califican (en 84 % de los días-centro nadie espera más "
          "de lo normal). En "
          "2025, 2026 y 2027 se agota antes de fin de año el presupuesto de Asesoría (el 17-12, el 26-11 y el 10-11); "
          "además, en el año, lo que falta son cupos (85–87 % de los días-centro).");
    CHECK(sentence(run, Lang::en) ==
          "In 2024 what limits is how many enterprises come and qualify (on 84% of centre-days nobody waits longer "
          "than normal). In 2025, "
          "2026 and 2027 what caps the year is the money of Advisory (it runs out on 17 Dec, 26 Nov and 10 Nov); "
          "besides, over the year, what is lacking is slots (85–87% of centre-days).");
}

TEST_CASE("money that came back and is left over caps no year") {
    auto run = run_with({{2025, "slots", 0.88}});
    run.exhaustions = {{"advisory", 2025, 1, "2025-06-24"}};
    CHECK(sentence(run, Lang::es).find("se agota antes de fin de año") != std::string::npos);
    testing::add(run, "spending", "M$ 2023", 2025, 220'000, results::Level::component, "advisory");
    testing::add(run, "unspent", "M$ 2023", 2025, 45, results::Level::component, "advisory");
    CHECK(sentence(run, Lang::es).find("se agota antes de fin de año") != std::string::npos);
    run.rows.back().value.mean = 16'882;
    CHECK(sentence(run, Lang::es) == "En 2025 lo que falta son cupos (88 % de los días-centro).");
}

TEST_CASE("two components that end are both named, a day that repeats once, and how often where not always") {
    auto run = run_with({{2026, "orientation", 0.72}, {2026, "slots", 0.51}, {2027, "orientation", 0.97}});
    run.limits.push_back({2027, "slots", 0.45});
    run.exhaustions = {{"attention", 2026, 1, "2026-12-23"},
                       {"advisory", 2026, 0.9, "2026-12-16"},
                       {"attention", 2027, 1, "2027-12-23"},
                       {"advisory", 2027, 0.6, "2027-12-10"}};
    CHECK(sentence(run, Lang::es) ==
          "En 2026 y 2027 se agota antes de fin de año el presupuesto de Atención (el 23-12 cada año) y el de Asesoría "
          "(el 16-12 y el 10-12 en 60 % de las réplicas); además, en el año, lo que falta son horas de orientación "
          "(72–97 % de los días-centro) y cupos (45–51 %).");
}

TEST_CASE("money that ends is told even where nothing else is known") {
    auto run = run_with({});
    run.exhaustions = {{"attention", 2025, 1, "2025-01-02"}};
    const std::string told = "En 2025 se agota antes de fin de año el presupuesto de Atención (el 02-01).";
    CHECK(sentence(run, Lang::es) == told);
    run.limits = {{2025, "funds", 0.998}, {2025, "slots", 0.003}, {2025, "demand", 0.002}};  // not "0 % of centre-days"
    CHECK(sentence(run, Lang::es) == told);
}

TEST_CASE("funds that lack before the money ends are named: a freeze is not what the end of the year explains") {
    auto run = run_with({{2025, "funds", 0.49}, {2025, "slots", 0.41}});
    run.exhaustions = {{"attention", 2025, 1, "2025-12-23"}};
    CHECK(sentence(run, Lang::es) ==
          "En 2025 se agota antes de fin de año el presupuesto de Atención (el 23-12); además, en el año, lo que falta "
          "son fondos disponibles (49 % de los días-centro) y cupos (41 %).");
}

TEST_CASE("alliances are beside the way of enterprises: the end of their money caps no year") {
    auto run = run_with({{2025, "funds", 0.49}, {2025, "slots", 0.41}});
    run.exhaustions = {{"alliances", 2025, 1, "2025-08-28"}};
    CHECK(sentence(run, Lang::es) ==
          "En 2025 lo que falta son fondos disponibles (49 % de los días-centro) y cupos (41 %); al presupuesto de "
          "Alianzas le falta para todo lo que se pide desde el 28-08.");
    CHECK(sentence(run, Lang::en) ==
          "In 2025 what is lacking is available funds (49% of centre-days) and slots (41%); the money of Alliances "
          "falls short of all that is asked for from 28 Aug on.");
}

TEST_CASE("without money that ends, years limited by the same thing come together, even apart") {
    const auto run = run_with({{2024, "slots", 0.6},
                               {2024, "demand", 0.3},
                               {2025, "hours", 0.55},
                               {2026, "slots", 0.7},
                               {2027, "funds", 0.4}});
    CHECK(sentence(run, Lang::es) ==
          "En 2024 y 2026 lo que falta son cupos (60–70 % de los días-centro). En 2025 lo que falta son horas de "
          "asesores (55 % de los días-centro). En 2027 lo que falta son fondos disponibles (40 % de los días-centro).");
}

TEST_CASE("a run of four years is from one to another") {
    const auto run = run_with({{2024, "slots", 0.5}, {2025, "slots", 0.5}, {2026, "slots", 0.5}, {2027, "slots", 0.5}});
    CHECK(sentence(run, Lang::es) == "De 2024 a 2027 lo que falta son cupos (50 % de los días-centro).");
    CHECK(sentence(run, Lang::en) == "From 2024 to 2027 what is lacking is slots (50% of centre-days).");
}

TEST_CASE("where demand limits less than three days in four, what comes next is named") {
    const auto run = run_with({{2025, "demand", 0.49}, {2025, "orientation", 0.32}, {2025, "slots", 0.29}});
    CHECK(sentence(run, Lang::es) ==
          "En 2025 lo que más limita es cuántas empresas llegan y califican (en 49 % de los días-centro nadie espera "
          "más de lo normal) "
          "y después la falta de horas de orientación (32 %).");
}

TEST_CASE("limits that the catalogue does not know do not decide the sentence") {
    CHECK(sentence(run_with({}), Lang::es) == "Esta corrida no guardó qué limita al programa.");
    CHECK(told::limit_name("weather", Lang::es) == "weather");
    CHECK(sentence(run_with({{2024, "weather", 1}}), Lang::es) == sentence(run_with({}), Lang::es));
}
