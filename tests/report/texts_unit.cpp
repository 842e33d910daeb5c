#include <doctest/doctest.h>

#include <set>
#include <string>

#include "aforo/report/texts.hpp"
#include "report/sample_run.hpp"

using namespace aforo::report;

namespace {

// The {0}, {1}… of a text, whatever their order.
std::set<std::string> holes(std::string_view text) {
    std::set<std::string> found;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        found.insert(std::string(text.substr(at, text.find('}', at) - at + 1)));
    }
    return found;
}

}  // namespace

TEST_CASE("every text is there in both languages, under its own key") {
    REQUIRE(catalogue().size() == static_cast<std::size_t>(T::count_));
    for (std::size_t i = 0; i < catalogue().size(); ++i) {
        const auto key = static_cast<T>(i);
        CAPTURE(i);
        CHECK(catalogue()[i].key == key);
        CHECK(!text(key, Lang::es).empty());
        CHECK(!text(key, Lang::en).empty());
    }
}

TEST_CASE("a text has the same places to fill in both languages") {
    for (const auto& entry : catalogue()) {
        CAPTURE(entry.es);
        CHECK(holes(entry.es) == holes(entry.en));
    }
}

TEST_CASE("a label that somebody wrote into a run's file is safe to print") {
    aforo::results::Column column{"x", "ratio", {"rojo \x1b[31m", ""}};
    CHECK(label_of(column, Lang::es).find('\x1b') == std::string::npos);
    CHECK(label_of(column, Lang::en) == "x");
}

TEST_CASE("a measure, unit or component that the catalogue does not know keeps its name") {
    const auto run = testing::sample_run();
    CHECK(label_of(run, "tomorrow", Lang::es) == "tomorrow");
    CHECK(label_of(run, "beneficiaries", Lang::es) == "Población Beneficiaria");
    CHECK(label_of(run, "beneficiaries", Lang::en) == "Beneficiary population");
    CHECK(label_of(run, aforo::results::marginal_cost, Lang::en) == "Cost per additional beneficiary (M$ spent)");
    CHECK(unit_label("M$ 2023", Lang::es) == "M$ 2023");
    CHECK(unit_label("persons", Lang::es) == "personas");
    CHECK(component_name("other", Lang::es) == "other");
    CHECK(component_name("advisory", Lang::es) == "Asesoría");
    CHECK(component_name("", Lang::en) == "Total");
    CHECK(level_label(aforo::results::Level::component, Lang::es) == "componente");
    CHECK(month_name(12, Lang::es) == "diciembre");
}
