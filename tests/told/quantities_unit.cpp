// Values of the scenario as people write them.
#include <doctest/doctest.h>

#include "quantities.hpp"
#include "said.hpp"

using namespace aforo;
using core::Lang;
using told::as_quantity;
using told::Scale;
using told::testing::said;

TEST_CASE("a value of the scenario is told with its unit in words, and no decimal point") {
    const auto es = [](const char* text) { return said(as_quantity(text, Lang::es), Lang::es); };
    CHECK(es("10640935 M$") == "M$ 10.640.935");
    CHECK(es("1800 $") == "$ 1.800");
    CHECK(es("25000 UF") == "25.000 UF");
    CHECK(es("0.15") == "0,15");
    CHECK(es("1.5 h") == "1,5 horas");
    CHECK(es("1 h") == "1 hora");
    CHECK(es("8 months") == "8 meses");
    CHECK(es("[4, 16]") == "[4, 16]");
    CHECK(es("{2023: 1.2, 2025: 1}") == "{2023: 1,2, 2025: 1}");
    CHECK(es("women_first") == "mujeres primero");
    CHECK(es("[women_first, arrival]") == "[mujeres primero, orden de llegada]");
    CHECK(es("{name: \"Mujeres of women\", opens: none}") == "{nombre: \"Mujeres of women\", abre: ninguno}");
    CHECK(es("women and men of Chile") == "women and men of Chile");  // a free text
    CHECK(es("2025-03-01") == "01-03-2025");
    CHECK(es("{component: advisory, from: 10-01}") == "{componente: Asesoría, desde: 1 de octubre}");
    CHECK(said(as_quantity("90 min", Lang::en), Lang::en) == "90 minutes");
    CHECK(said(as_quantity("0.15", Lang::en), Lang::en) == "0.15");
}

TEST_CASE(
    "values of one unit lie on a scale; money in millions where they are many, with the places that tell them apart") {
    const auto money = Scale::of({"10640935 M$", "10653000 M$", "11279391 M$"}, Lang::es);
    REQUIRE(money.has_value());
    CHECK(money->unit == "MM$");
    CHECK(money->values[0] == doctest::Approx(10640.935));
    CHECK(said(money->said(money->values[0]), Lang::es) == "MM$ 10.641");
    const auto shares = Scale::of({"0.1", "0.15", "0.2"}, Lang::es);
    REQUIRE(shares.has_value());
    CHECK(said(shares->said(0.15), Lang::es) == "0,15");
    CHECK(Scale::of({"8 months", "10 months"}, Lang::es)->unit == "meses");
    CHECK(!Scale::of({"8 months", "10 days"}, Lang::es).has_value());
    CHECK(!Scale::of({"arrival", "lottery"}, Lang::es).has_value());
    CHECK(Scale::of({"310", "340"}, Lang::es)->unit.empty());
}
