// In which pesos a scenario asks to be told: read, inherited, refused where its index does not lead there, and no part of
// what is simulated.
#include "aforo/scenario/prices.hpp"

#include <doctest/doctest.h>

#include "aforo/scenario/edit.hpp"
#include "aforo/scenario/language.hpp"
#include "reading.hpp"

using namespace aforo;
using testing::mistakes_of, testing::read_good, testing::read_text, testing::smallest, testing::TemporaryFolder;

namespace {

const std::string written_in = "plan: {price_year: 2023}\n", index = "funding: {index: {2024: 1.04, 2025: 1.03}}\n";

}  // namespace

TEST_CASE("a scenario is told in the pesos that it is written in unless it says others, and says them to who extends it") {
    const auto plain = read_text(smallest + written_in);
    CHECK(!plain.prices.is_said());
    CHECK(core::text_of(scenario::own_pesos(plain)) == "2023");
    CHECK(core::text_of(scenario::own_pesos(read_text(smallest))) == "2024");  // the first year
    CHECK(core::text_of(read_text(smallest + written_in + index + "prices: nominal\n").prices) == "nominal");
    CHECK(core::text_of(read_text(smallest + written_in + index + "prices: 2025\n").prices) == "2025");
    CHECK(!read_text(smallest + written_in + "prices: sheet\n").prices.is_said());
    const TemporaryFolder folder;
    folder.write("base.yaml", smallest + written_in + index + "prices: nominal\n");
    const std::string head = "aforo: 1\nname: delta\nextends: base.yaml\n";
    CHECK(core::text_of(read_good(folder.write("delta.yaml", head)).prices) == "nominal");
    CHECK(!read_good(folder.write("own.yaml", head + "prices: sheet\n")).prices.is_said());
}

TEST_CASE("pesos that the index does not lead to are refused where they are asked for") {
    const std::string none = mistakes_of(smallest + written_in + "prices: nominal\n");
    CHECK(none.find("it:17:9: error: prices: funding.index does not say how prices rise from 2023 to 2024") == 0);
    CHECK(none.find("funding: {index: {2024: 1.03}}") != std::string::npos);
    const std::string late = mistakes_of(smallest + written_in + "funding: {index: {2025: 1.03}}\nprices: 2025\n");
    CHECK(late.find("it:18:9: error: prices: funding.index does not say how prices rise from 2023 to 2025") == 0);
    CHECK(mistakes_of(smallest + "prices: 2024\n").empty());     // its own need no index
    CHECK(mistakes_of(smallest + "prices: 1996\n").find("prices: funding.index") != std::string::npos);
    for (const char* word : {"reales", "20x5", "1800", "[2023]"})
        CHECK(mistakes_of(smallest + "prices: " + word + "\n").find("prices: ") != std::string::npos);
}

TEST_CASE("the pesos that a report is in change neither digest, nor numbers, nor what differs") {
    const auto with = read_text(smallest + written_in + index + "prices: nominal\n"),
               without = read_text(smallest + written_in + index);
    CHECK(scenario::digest(with) == scenario::digest(without));
    CHECK(scenario::resolved(with).find("prices: nominal") != std::string::npos);
    CHECK(scenario::resolved(without).find("prices:") == std::string::npos);
    CHECK(scenario::changes(without, with).empty());
    CHECK(scenario::numbers(with).size() == scenario::numbers(without).size());
    CHECK(scenario::rules(with).size() == scenario::rules(without).size());
    const TemporaryFolder folder;
    CHECK(read_good(folder.write("resolved.yaml", scenario::resolved(with))).prices == with.prices);
}
