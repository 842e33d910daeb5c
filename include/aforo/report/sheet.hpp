// The sheet's own form (DIPRES, ex-ante evaluation): the component table of one year and the population table.
// It prints what a results::Sheet holds, whether planned or simulated; it does not say which. Not the indicators of
// section II.4, and never an «(Efectivo)» column.
#pragma once

#include <string>
#include <vector>

#include "aforo/report/format.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

using Cells = std::vector<std::vector<std::string>>;  // rows of cells, the titles first

// Componente | Unidad de medida de Producción | Gasto estimado | Producción estimada | Gasto unitario estimado,
// then Gasto Administrativo, Total and Porcentaje gasto administrativo.
[[nodiscard]] Cells component_cells(const results::Sheet& sheet, Lang lang);

// Concepto | year…: Población Objetivo, Población Beneficiaria and the two coverages; below them, when the sheet holds
// them, Gasto por beneficiario and Beneficiarios únicos acumulados.
[[nodiscard]] Cells population_cells(const results::Sheet& sheet, Lang lang);

// Both tables as text of at most some 110 columns, each under its title.
[[nodiscard]] std::string sheet_text(const results::Sheet& sheet, Lang lang);

}  // namespace aforo::report
