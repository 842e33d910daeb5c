// The sheet in its own form (DIPRES, ex-ante evaluation): the component table of one year and the population table. It
// shows what a results::Sheet holds, planned or simulated, without saying which. It has neither the indicators of
// section II.4 nor an «(Efectivo)» column.
#pragma once

#include <vector>

#include "words.hpp"

namespace aforo::told {

inline constexpr Text components_title{"Componentes", "Components"};
inline constexpr Text population_title{"Población y gasto por beneficiario", "Population and spending per beneficiary"};

// Columns Componente | Unidad de medida de Producción | Gasto estimado | Producción estimada | Gasto unitario estimado;
// below, Gasto Administrativo, Total and Porcentaje gasto administrativo.
[[nodiscard]] document::Table component_form(const results::Sheet& sheet, Lang lang);

// Columns Concepto | year…; rows Población Objetivo, Población Beneficiaria and the two coverages; then, if the sheet
// has them, Gasto por beneficiario and Beneficiarios únicos acumulados.
[[nodiscard]] document::Table population_form(const results::Sheet& sheet, Lang lang);

// The form filled with the means of a run: the component table for the year of its plan, the rest for all measured
// years.
[[nodiscard]] results::Sheet simulated_sheet(const results::Run& run);

}  // namespace aforo::told
