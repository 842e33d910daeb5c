// Documents on a terminal, as whole texts in tests/render/golden.
#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "aforo/render/terminal.hpp"
#include "render/sample_document.hpp"

using namespace aforo;
using namespace aforo::render;
using namespace aforo::render::testing;

namespace {

void check_golden(const std::string& name, const std::string& actual) {
    const std::string path = std::string(AFORO_SOURCE_DIR) + "/tests/render/golden/" + name;
    if (std::getenv("AFORO_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
    std::ifstream file(path, std::ios::binary);
    const std::string expected{std::istreambuf_iterator<char>(file), {}};
    CAPTURE(path);
    CHECK(actual == expected);
}

}  // namespace

TEST_CASE("a document with everything in it, in both languages") {
    check_golden("document.es.txt", text(sample_document(Lang::es)));
    check_golden("document.en.txt", text(sample_document(Lang::en)));
}

TEST_CASE("a table lines up its columns and leaves no space at a line's end") {
    Table table{{{"Año", Align::left}, {"Población Objetivo", Align::right, 9}}};
    table.rule();  // nothing to divide yet
    table.row({words("ñ"), words("1")});
    table.total({words("total"), words("1.234")});
    table.total({words("otro")});
    table.row({});
    CHECK(text(table, Lang::es) ==
          " Año   | Población\n"
          "       |  Objetivo\n"
          "-------+-----------\n"
          " ñ     |         1\n"
          "-------+-----------\n"
          " total |     1.234\n"
          " otro  |\n"
          "       |\n");
}

TEST_CASE("a heading goes across the columns, and wraps at the table's width without widening it") {
    Table table{{{"Componente", Align::left}, {"Gasto"}}};
    table.heading(words("Un componente de nombre largo"));
    table.row({words("Gasto"), words("1")}, 1);
    CHECK(text(table, Lang::es) ==
          " Componente | Gasto\n"
          "------------+-------\n"
          " Un componente de\n"
          " nombre largo\n"
          "   Gasto    |     1\n");
}

TEST_CASE("columns beyond the fourth year go on in a further table, under the same rows") {
    Document d{.lang = Lang::es};
    Table table{{{"Medida", Align::left}}};
    std::vector<Sentence> row = {words("a")};
    for (int year = 2020; year < 2026; ++year) {
        table.columns.push_back({std::to_string(year)});
        row.push_back(Cell(count(year)));
    }
    table.row(row);
    table.continues_from = 1;
    d.sections = {{.title = "T", .blocks = {Tabled{table}}}};
    CHECK(text(d) ==
          "T\n\n"
          " Medida |  2020 |  2021 |  2022 |  2023\n"
          "--------+-------+-------+-------+-------\n"
          " a      | 2.020 | 2.021 | 2.022 | 2.023\n"
          "\n"
          " Medida |  2024 |  2025\n"
          "--------+-------+-------\n"
          " a      | 2.024 | 2.025\n");
}

TEST_CASE("no line is wider than asked for, and none drives the terminal") {
    const std::string all = text(sample_document(Lang::es), 60);
    CHECK(all.find('\x1b') == std::string::npos);
    CHECK(all.find("\xe2\x80\xae") == std::string::npos);
    Document d{.lang = Lang::es};
    d.opening = {{words("uno dos tres cuatro cinco seis siete ocho nueve diez")}};
    CHECK(text(d, 30) == " uno dos tres\n cuatro cinco seis\n siete ocho nueve\n diez\n");
}
