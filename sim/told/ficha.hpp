// The sheet's own form (DIPRES, ex-ante evaluation): the component table of one year and the population table. It tells
// what a results::Sheet holds, whether planned or simulated; it does not say which. Not the indicators of section II.4,
// and never an «(Efectivo)» column.
#pragma once

#include <vector>

#include "words.hpp"

namespace aforo::told {

inline constexpr Text components_title{"Componentes", "Components"};
inline constexpr Text population_title{"Población y gasto por beneficiario", "Population and spending per beneficiary"};

// Componente | Unidad de medida de Producción | Gasto estimado | Producción estimada | Gasto unitario estimado, then
// Gasto Administrativo, Total and Porcentaje gasto administrativo.
[[nodiscard]] document::Table component_form(const results::Sheet& sheet, Lang lang);

// Concepto | year…: Población Objetivo, Población Beneficiaria and the two coverages; below them, when the sheet holds
// them, Gasto por beneficiario and Beneficiarios únicos acumulados.
[[nodiscard]] document::Table population_form(const results::Sheet& sheet, Lang lang);

// The form filled with what a run simulates: means, for the year of its plan and for all that are measured.
[[nodiscard]] results::Sheet simulated_sheet(const results::Run& run);

}  // namespace aforo::told
