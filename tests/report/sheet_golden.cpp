#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "aforo/report/sheet.hpp"
#include "aforo/report/utf8.hpp"
#include "report/golden.hpp"
#include "report/sample_run.hpp"

using namespace aforo;
using namespace aforo::report;
using testing::check_golden;
using testing::ficha_sheet;

TEST_CASE("the component table gives every cell of the sheet of 2024") {
    const Cells expected = {
        {"Componente", "Unidad de medida de Producción", "Gasto estimado 2024 (Miles de $ (2023))",
         "Producción estimada 2024 (Unidad)", "Gasto unitario estimado 2024 (Miles de $ (2023))"},
        {"Atención, información y derivación según diagnóstico de gestión, financiamiento y madurez digital",
         "Personas atendidas", "2.101.068", "60.000", "35"},
        {"Asistencia técnica, capacitación y asesorías personalizadas y especializadas", "Personas asesoradas",
         "10.640.935", "20.000", "532"},
        {"Articulación de cadenas productivas en los territorios y especialización en gestión empresarial.",
         "Número de alianzas realizadas por los centros", "1.265.116", "1.000", "1.265"},
        {"Gasto Administrativo", "", "1.556.346", "", ""},
        {"Total", "", "15.563.465", "", ""},
        {"Porcentaje gasto administrativo", "", "10%", "", ""},
    };
    const Cells actual = component_cells(ficha_sheet(), Lang::es);
    REQUIRE(actual.size() == expected.size());
    for (std::size_t r = 0; r < expected.size(); ++r) {
        REQUIRE(actual[r].size() == expected[r].size());
        for (std::size_t c = 0; c < expected[r].size(); ++c) {
            CAPTURE(r);
            CAPTURE(c);
            CHECK(actual[r][c] == expected[r][c]);
        }
    }
}

TEST_CASE("the population table gives every cell of the sheet of 2024") {
    const Cells expected = {
        {"Concepto", "2024", "2025", "2026", "2027"},
        {"Población Objetivo", "289.651", "289.651", "289.651", "289.651"},
        {"Población Beneficiaria", "20.000", "24.000", "28.800", "34.560"},
        {"Cobertura (Beneficiaria/Potencial)", "0,9%", "1,08%", "1,3%", "1,56%"},
        {"Cobertura (Beneficiaria/Objetivo)", "6,9%", "8,29%", "9,94%", "11,93%"},
    };
    const Cells actual = population_cells(ficha_sheet(), Lang::es);
    REQUIRE(actual.size() == expected.size());
    for (std::size_t r = 0; r < expected.size(); ++r) {
        REQUIRE(actual[r].size() == expected[r].size());
        for (std::size_t c = 0; c < expected[r].size(); ++c) {
            CAPTURE(r);
            CAPTURE(c);
            CHECK(actual[r][c] == expected[r][c]);
        }
    }
}

TEST_CASE("spending per beneficiary and unique beneficiaries stand below the official rows when they are given") {
    auto sheet = ficha_sheet();
    sheet.spending_per_beneficiary = {778.17325, 778.17325, 778.17325, 778.17325};
    sheet.unique_beneficiaries = {18400, 40000.4};
    const Cells cells = population_cells(sheet, Lang::es);
    REQUIRE(cells.size() == 7);
    CHECK(cells[5] == std::vector<std::string>{"Gasto por beneficiario (M$)", "778", "778", "778", "778"});
    CHECK(cells[6] == std::vector<std::string>{"Beneficiarios únicos acumulados", "18.400", "40.000", "—", "—"});
}

TEST_CASE("a sheet with nothing in it prints dashes, not zeros or infinities") {
    results::Sheet sheet;
    sheet.components = {{"attention", "Atención", "Personas", 10, 0}};
    sheet.years = {2024};
    CHECK(component_cells(sheet, Lang::es)[1][4] == "—");
    CHECK(component_cells(sheet, Lang::es).back()[2] == "—");
    for (std::size_t r = 1; r < 5; ++r) {
        CHECK(population_cells(sheet, Lang::es)[r][1] == "—");
    }
}

TEST_CASE("the sheet as text is as kept, in both languages") {
    check_golden("sheet.es.txt", sheet_text(ficha_sheet(), Lang::es));
    check_golden("sheet.en.txt", sheet_text(ficha_sheet(), Lang::en));
}

TEST_CASE("no line of the sheet is wider than 110 columns, however long the names") {
    auto sheet = ficha_sheet();
    sheet.components[0].name = std::string(300, 'x');
    sheet.components[1].production_unit = "Ñ" + std::string(100, 'y');
    std::istringstream lines(sheet_text(sheet, Lang::es));
    for (std::string line; std::getline(lines, line);) {
        CHECK(display_width(line) <= 110);
    }
}
