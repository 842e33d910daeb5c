// The workbook of any document: figures as numbers, formulas at the right cells. tests/report/workbook opens it.
#include <doctest/doctest.h>

#include "aforo/render/workbook.hpp"
#include "render/sample_document.hpp"
#include "workbook/layout.hpp"

using namespace aforo;
using namespace aforo::render;
using namespace aforo::render::testing;

TEST_CASE("a figure has as many columns as it says things, and references find their cells behind them") {
    const Document d = sample_document(Lang::es);
    const Layout layout(d.sections.back(), Cells(d));
    REQUIRE(layout.tables.size() == 2);
    const PlacedTable& first = layout.tables[0];
    CHECK(first.header == 3);                                         // under title, paragraph and an empty row
    CHECK(first.columns == std::vector<std::size_t>{0, 1, 3, 4, 5});  // a range has two
    CHECK(layout.tables[1].columns == std::vector<std::size_t>{0, 1, 3});
    CHECK(layout.tables[1].width == 6);  // a difference has three
    const auto formula = [&](std::size_t row, std::size_t column) {
        return layout.formula_of(std::get<Formula>(first.table->rows[row].cells[column].pieces().front()));
    };
    CHECK(formula(0, 3) == "=B5-D5");
    CHECK(formula(1, 3) == "=B6-D6");
    CHECK(formula(2, 2) == "=SUM($D$5:$D$6)");
    // Of the table below: its first row is a heading, which has a row of its own.
    CHECK(formula(0, 4) == "=" + cell_name(layout.tables[1].header + 2, 1));
    CHECK(layout.charts.front().row == first.body());
    CHECK(layout.charts.front().column == 7);
    CHECK(layout.charts.back().row > layout.tables[1].end);
}

TEST_CASE("a formula that refers to nothing is a bug, and says so") {
    const Document d = sample_document(Lang::es);
    const Layout layout(d.sections.back(), Cells(d));
    CHECK_THROWS((void)layout.range_of({.table = 2}));
    CHECK_THROWS((void)layout.range_of({.row = 3}));
    CHECK_THROWS((void)layout.range_of({.column = 5}));
    CHECK_THROWS((void)layout.range_of({.last_row = 9, .is_range = true}));
}

TEST_CASE("the same document gives the same bytes, and one without sheets is a workbook all the same") {
    CHECK(workbook(sample_document(Lang::es)) == workbook(sample_document(Lang::es)));
    CHECK(workbook(sample_document(Lang::es)) != workbook(sample_document(Lang::en)));
    CHECK(workbook(Document{}).starts_with("PK"));
}
