#include <doctest/doctest.h>

#include "cells.hpp"
#include "render/sample_document.hpp"

using namespace aforo;
using namespace aforo::render;
using namespace aforo::render::testing;
using Show = document::Estimated::Show;
using Style = document::Value::Style;

namespace {

const Cells es(Lang::es), en(Lang::en), once(Lang::es, 1);
constexpr auto percent = results::shapes::fine_share;
constexpr results::Estimate single = {
    1, 5, results::undefined, results::undefined, results::undefined, 5, results::undefined};
constexpr results::Estimate constant = {40, 5, 0, 0, 5, 5, 5};

}  // namespace

TEST_CASE("an estimate is its mean and its error, in the reader's language") {
    CHECK(es.text(Cell(Estimated{some})) == "20.010 ± 200");
    CHECK(en.text(Cell(Estimated{some})) == "20,010 ± 200");
    CHECK(es.text(Cell(Estimated{tight, percent})) == "6,91 ± 0,02 %");
    CHECK(en.text(Cell(Estimated{tight, percent})) == "6.91 ± 0.02%");
    CHECK(es.text(Cell(Estimated{some, {}, Show::mean})) == "20.010");
    CHECK(es.text(Cell(Estimated{some, {}, Show::half_width})) == "200");
    CHECK(es.text(Cell(Estimated{some, {}, Show::range})) == "19.300–20.700");
    CHECK(es.text(Cell(Estimated{some, {}, Show::signed_and_error})) == "+20.010 ± 200");
}

TEST_CASE(
    "in running text a figure has two digits of its error; a mean alone the first of its range; nothing else moves") {
    constexpr results::Estimate wide = {40, 21105924, 41000, 13499, 21053000, 21105000, 21158120};
    CHECK(es.prose(Cell(Estimated{wide, results::shapes::money})) == "21.106.000 ± 13.000");
    CHECK(es.prose(Cell(Estimated{wide, results::shapes::money, Show::mean})) == "21.100.000");
    CHECK(es.prose(Cell(Estimated{wide, results::shapes::money, Show::range})) == "21.050.000–21.160.000");
    CHECK(es.text(Cell(Estimated{wide, results::shapes::money})) == "21.105.924 ± 13.499");
    constexpr results::Estimate plan = {40, 34639, 160, 52, 34454, 34640, 34848};
    CHECK(es.prose(Cell(Estimated{plan})) == "34.639 ± 52");
    CHECK(es.prose(Cell(Estimated{plan, {}, Show::mean})) == "34.600");
    CHECK(es.prose(Cell(Estimated{plan, {}, Show::range})) == "34.450–34.850");
    CHECK(es.prose(Cell(Estimated{constant})) == "5");
    CHECK(es.prose(Cell(Estimated{single})) == "5 (n = 1)");
    CHECK(es.prose(Cell(Estimated{tight, percent})) == "6,91 ± 0,02 %");
    CHECK(es.prose(Cell(Estimated{tight, percent, Show::mean})) == "6,91 %");
    CHECK(es.prose(Cell(count(60123))) == "60.123");
    CHECK(es.prose(words("hay ") + Sentence(Cell(Estimated{plan, {}, Show::mean}))) == "hay 34.600");
}

TEST_CASE("what does not vary, is defined once, or not at all, says so") {
    CHECK(es.text(Cell(Estimated{constant})) == "5");
    CHECK(es.text(Cell(Estimated{constant, {}, Show::range})).empty());
    CHECK(es.text(Cell(Estimated{single})) == "5 (n = 1)");
    CHECK(once.text(Cell(Estimated{single})) == "5");
    CHECK(es.text(Cell(Estimated{single, {}, Show::half_width})) == "—");
    CHECK(es.text(Cell(Estimated{})) == "—");
    CHECK(es.text(Cell(Value{})) == "—");
    CHECK(es.text(Cell(Estimated{{40, 5, 1, 0.001, 4, 5, 6}, {}})) == "5,00 ± <0,01");
}

TEST_CASE("a difference says that it cannot be told apart, or that there is none") {
    CHECK(es.text(Cell(Differing{difference(90)})) == "+620 ± 90");
    CHECK(es.text(Cell(Differing{difference(900)})) == "no se distingue");
    CHECK(en.text(Cell(Differing{difference(900)})) == "cannot be told");
    results::Difference same = difference(0);
    same.value = {40, 0, 0, 0, 0, 0, 0};
    CHECK(es.text(Cell(Differing{same})) == "=");
    CHECK(es.text(Cell(Differing{})) == "—");
}

TEST_CASE("values, distances, money and dates") {
    CHECK(es.text(Cell(count(60000))) == "60.000");
    CHECK(es.text(Cell(document::share(0.123, 1))) == "12,3 %");
    CHECK(es.text(Cell(Value{0.06901, percent, Style::sheet})) == "6,9%");
    CHECK(es.text(Cell(Value{0.3, percent, Style::trimmed})) == "30 %");
    CHECK(es.text(Cell(Value{2.660, {results::Kind::number, 2}, Style::trimmed})) == "2,66");
    CHECK(es.text(Cell(Value{60000, {results::Kind::number, 2}, Style::trimmed})) == "60.000");
    CHECK(es.text(Cell(Value{results::undefined, percent, Style::trimmed})) == "—");
    CHECK(es.text(Cell(Value{1234.5, {results::Kind::number, 1}, Style::signed_})) == "+1.234,5");
    CHECK(es.text(Cell(Value{-0.045, results::shapes::share, Style::signed_})) == "-4,5 %");
    CHECK(es.text(Cell(Value{0.012, results::shapes::points})) == "1,2");
    CHECK(es.text(Cell(Distance{some, 20000, {}})) == "+0,1 %");
    CHECK(es.text(Cell(Distance{tight, 0.06, percent})) == "+0,91 pp");
    CHECK(es.text(Cell(Distance{some, 0, {}})) == "—");
    CHECK(es.text(Cell(Pesos{-1234})) == "-$1.234");
    CHECK(es.text(Cell(document::Date{"2026-10-15"})) == "15-10-2026");
    CHECK(es.text(Cell(document::Date{"2026-10-15", document::Date::Style::day_and_month})) == "15 de octubre");
    CHECK(en.text(Cell(document::Date{"2026-10-15", document::Date::Style::short_})) == "15 Oct");
    CHECK(es.text(Cell(document::Month{2025, 9})) == "septiembre de 2025");
    CHECK(en.text(Cell(document::Month{2025, 9})) == "September 2025");
    Formula money{{std::string("=A1")}, 1234};
    CHECK(es.text(Cell(money)) == "1.234");
    money.is_money_of_pesos = true;
    CHECK(es.text(Cell(money)) == "$1.234");
}

TEST_CASE("a name is made printable and stays on its line; words of ours may break it") {
    CHECK(es.text(Cell(Name{"a\nb\x1b[31m"})) == "a b [31m");
    CHECK(es.text(Cell(Words{"a\nb"})) == "a\nb");
    CHECK(es.text(words("de ") + Sentence(Cell(count(1000))) + Sentence(Cell(Name{"\xff"}))) == "de 1.000\uFFFD");
}
