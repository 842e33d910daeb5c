#include <doctest/doctest.h>

#include "aforo/report/estimate.hpp"
#include "aforo/report/verdict.hpp"

using namespace aforo;
using namespace aforo::report;

namespace {

results::Run run_with(std::vector<results::Limit> limits) {
    results::Run run;
    run.years = {2024, 2025, 2026, 2027};
    run.limits = std::move(limits);
    return run;
}

}  // namespace

TEST_CASE("where nothing runs out, demand limits") {
    auto run = run_with({{2024, "demand", 0.97}, {2025, "demand", 1}, {2026, "demand", 1}, {2027, "slots", 0}});
    CHECK(limit_sentence(run, Lang::es) ==
          "En ninguno de los años se agotan cupos, horas ni fondos: lo que limita al programa es la demanda.");
    run.exhaustions = {{"advisory", 2027, 0.04, "2027-12-20"}};  // too rare for a word
    CHECK(limit_sentence(run, Lang::en) ==
          "In none of the years do slots, hours or funds run out: what limits the programme is demand.");
}

TEST_CASE("years limited by the same thing come together, each with its share") {
    const auto run = run_with({{2024, "demand", 0.95},
                               {2025, "slots", 0.6},
                               {2025, "demand", 0.3},
                               {2026, "slots", 0.7},
                               {2027, "orientation", 0.71},
                               {2027, "slots", 0.5}});
    CHECK(limit_sentence(run, Lang::es) ==
          "En 2024 lo que limita al programa es la demanda; en 2025 y 2026 lo que limita al programa son los cupos de "
          "asesoría (en 60–70 % del tiempo de oficina hay cola por ellos); en 2027 lo que limita al programa son las "
          "horas de orientación (en 71 % del tiempo de oficina hay cola por ellas).");
}

TEST_CASE("a run of years is from one to another") {
    const auto run = run_with({{2024, "funds", 0.5}, {2025, "funds", 0.5}, {2026, "funds", 0.5}, {2027, "funds", 0.5}});
    CHECK(limit_sentence(run, Lang::es) ==
          "De 2024 a 2027 lo que limita al programa son los fondos (en 50 % del tiempo de oficina hay cola a la espera "
          "de ellos).");
    CHECK(limit_sentence(run, Lang::en).starts_with("From 2024 to 2027 what limits the programme is funds (in 50%"));
}

TEST_CASE("when demand limits but something else does often, nothing is said to be free") {
    auto run = run_with({{2024, "demand", 0.8}, {2024, "slots", 0.2}});
    run.years = {2024};
    CHECK(limit_sentence(run, Lang::es) ==
          "En 2024 lo que limita al programa es la demanda, aunque no siempre (lo segundo: Cupos, 20 % del tiempo de "
          "oficina).");
}

TEST_CASE("funds that run out are named even where demand limits") {
    auto run = run_with({{2024, "demand", 1}});
    run.years = {2024};
    run.exhaustions = {{"advisory", 2024, 0.8, "2024-10-15"}};
    CHECK(limit_sentence(run, Lang::es) ==
          "En 2024 lo que limita al programa es la demanda; los fondos de Asesoría se agotan en 2024 en 80 % de las "
          "réplicas (primera negativa: 15 de octubre).");
}

TEST_CASE("limits that the catalogue does not know do not decide the sentence") {
    CHECK(limit_sentence(run_with({}), Lang::es) == "Esta corrida no guardó qué limita al programa.");
    CHECK(limit_name("weather", Lang::es) == "weather");
    CHECK(limit_sentence(run_with({{2024, "weather", 1}}), Lang::es).ends_with("es la demanda."));
}

TEST_CASE("an estimate shows as many places as its half-width needs") {
    const EstimateFormat f(Lang::es);
    const auto wide = results::Estimate{40, 20010, 600, 200, 19500, 20000, 20700};
    const auto narrow = results::Estimate{40, 35.018, 0.1, 0.034, 34.9, 35, 35.2};
    const auto share = results::Estimate{40, 0.06905, 0.001, 0.0002, 0.068, 0.069, 0.07};
    const auto fixed = results::Estimate{40, 5, 0, 0, 5, 5, 5};
    const auto none = results::Estimate{};
    CHECK(f.cell(&wide, {}) == "20.010 ± 200\n19.500–20.700");
    CHECK(f.cell(&narrow, {}) == "35,02 ± 0,03\n34,90–35,20");
    CHECK(f.mean_and_half_width(&share, {Kind::share, 1}) == "6,91 ± 0,02 %");
    CHECK(f.cell(&fixed, {}) == "5 ± 0\n5–5");
    CHECK(f.cell(&none, {}) == "—");
    CHECK(f.cell(nullptr, {}) == "—");
    CHECK(f.difference(&wide, 20000, {}) == "+0,1 %");
    CHECK(f.difference(&wide, 0, {}) == "—");
    CHECK(f.difference(&share, 0.10, {Kind::share, 0}) == "-3,1 pp");
    CHECK(f.difference(nullptr, 1, {}) == "—");
}
