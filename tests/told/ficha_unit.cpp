// The sheet's own form, cell by cell.
#include <doctest/doctest.h>

#include "ficha.hpp"
#include "report/sample_run.hpp"
#include "told/said.hpp"

using namespace aforo;
using core::Lang;
using testing::ficha_sheet;

namespace {

using Row = std::vector<std::string>;

// Titles first.
std::vector<Row> cells_of(const document::Table& table) {
    std::vector<Row> rows(1);
    for (const auto& column : table.columns) rows.front().push_back(column.title);
    for (const auto& row : table.rows) {
        rows.emplace_back();
        for (const auto& cell : row.cells) rows.back().push_back(told::testing::said(cell, Lang::es));
    }
    return rows;
}

}  // namespace

TEST_CASE("the component table gives every cell of the sheet of 2024") {
    const std::vector<Row> expected = {
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
    CHECK(cells_of(told::component_form(ficha_sheet(), Lang::es)) == expected);
}

TEST_CASE("the population table gives every cell of the sheet of 2024, and what is given beside below it") {
    auto sheet = ficha_sheet();
    std::vector<Row> expected = {
        {"Concepto", "2024", "2025", "2026", "2027"},
        {"Población Objetivo", "289.651", "289.651", "289.651", "289.651"},
        {"Población Beneficiaria", "20.000", "24.000", "28.800", "34.560"},
        {"Cobertura (Beneficiaria/Potencial)", "0,9%", "1,08%", "1,3%", "1,56%"},
        {"Cobertura (Beneficiaria/Objetivo)", "6,9%", "8,29%", "9,94%", "11,93%"},
    };
    CHECK(cells_of(told::population_form(sheet, Lang::es)) == expected);
    sheet.spending_per_beneficiary = {778.17325, 778.17325, 778.17325, 778.17325};
    sheet.unique_beneficiaries = {18400, 40000.4};
    expected.push_back({"Gasto por beneficiario (M$)", "778", "778", "778", "778"});
    expected.push_back({"Beneficiarios únicos acumulados", "18.400", "40.000", "—", "—"});
    CHECK(cells_of(told::population_form(sheet, Lang::es)) == expected);
}

TEST_CASE("a sheet with nothing in it has dashes, not zeros or infinities") {
    results::Sheet sheet;
    sheet.components = {{"attention", "Atención", "Personas", 10, 0}};
    sheet.years = {2024};
    CHECK(cells_of(told::component_form(sheet, Lang::es))[1][4] == "—");
    CHECK(cells_of(told::component_form(sheet, Lang::es)).back()[2] == "—");
    for (std::size_t r = 1; r < 5; ++r) CHECK(cells_of(told::population_form(sheet, Lang::es))[r][1] == "—");
}

TEST_CASE("the form of what is simulated holds nothing that is planned but whom it targets") {
    auto run = testing::sample_run();
    run.planned.spending_per_beneficiary = {1, 2, 3, 4};
    const auto sheet = told::simulated_sheet(run);
    REQUIRE(sheet.spending_per_beneficiary.size() == run.years.size());
    CHECK(sheet.spending_per_beneficiary.front() == run.find("unit_cost", 2024, results::Level::component)->mean);
    CHECK(sheet.target_population == run.planned.target_population);
    CHECK(sheet.beneficiaries.front() == run.find("beneficiaries", 2024)->mean);
}
