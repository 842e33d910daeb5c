// The form for the figures of another year's sheet. Each blank shows the figure of the 2024 sheet as an example; a test
// fills the blanks with these and gets the scenario of that sheet again.
#include "aforo/reference/sheet.hpp"

namespace aforo::reference {

namespace {

constexpr std::string_view spanish =
    R"yaml(# Las cifras que publica la ficha de otro año. Complete cada línea en blanco: al lado está la de la ficha 2024, de ejemplo.
#
#   aforo init --from cifras.yaml     escribe escenario.yaml: lo que ninguna ficha publica (personal, costo de cada
#                                     persona, cuántos llegan), en proporción a la ficha 2024
#   aforo calibrate escenario.yaml    lo ajusta a estas cifras
#
# El dinero va en M$, miles de pesos: 2101068 M$. Las partes, de 0 a 1: 0.30. Los números, sin puntos de miles. Lo que
# sepa y no se pida aquí (advisory: {advisors: 150}) agréguelo con su fuente: vale lo que diga, y no se estima.
aforo: 1
name:                 # 2024: Ficha DIPRES 2024
extends: ficha-2024.yaml

sources:
  publicada: {title: "Ficha de evaluación ex ante de otro año"}

horizon:
  source: publicada
  first_year:         # 2024: 2024 — año de las cifras
  last_year:          # 2024: 2027 — hasta qué año planifica beneficiarios

# Empresas.
population:
  source: publicada
  potential:          # 2024: 2221080
  target:             # 2024: 289651

# Gasto y producción de cada componente, en el año de las cifras.
plan:
  source: publicada
  price_year:         # 2024: 2023 — de qué año son los pesos
  attention:
    spending:         # 2024: 2101068 M$
    production:       # 2024: 60000 — personas atendidas
  advisory:
    spending:         # 2024: 10640935 M$
    production:       # 2024: 20000 — personas asesoradas
  alliances:
    spending:         # 2024: 1265116 M$
    production:       # 2024: 1000 — alianzas realizadas
  administration:     # 2024: 1556346 M$ — gasto administrativo
  beneficiaries:      # 2024: {2024: 20000, 2025: 24000, 2026: 28800, 2027: 34560} — de cada año
  survival_t2:        # 2024: 0.99 — sobreviven dos años después
  sales_up_t1:        # 2024: 0.30 — suben sus ventas el año siguiente

# Presupuesto de cada componente en ese año; si la ficha no dice otro, su gasto.
attention:
  source: publicada
  budget:             # 2024: 2101068 M$
advisory:
  source: publicada
  budget:             # 2024: 10640935 M$
alliances:
  source: publicada
  budget:             # 2024: 1265116 M$
administration:
  source: publicada
  budget:             # 2024: 1556346 M$

calibration:
  source: publicada
  targets:
    served:
      figure:         # 2024: 0.90 — parte de quienes califican que se atiende
)yaml";

constexpr std::string_view english =
    R"yaml(# The figures that the sheet of another year publishes. Fill in each blank: beside it is that of the sheet of 2024.
#
#   aforo init --from figures.yaml    writes escenario.yaml: what no sheet publishes (staff, cost of each person, how many
#                                     come), in proportion to the sheet of 2024
#   aforo calibrate escenario.yaml    fits it to these figures
#
# Money is in M$, thousands of pesos: 2101068 M$. Shares, from 0 to 1: 0.30. Numbers, without separators. What you know
# and are not asked for here (advisory: {advisors: 150}) add with its source: it stays as you say, and is not estimated.
aforo: 1
name:                 # 2024: Ficha DIPRES 2024
extends: ficha-2024.yaml

sources:
  publicada: {title: "Ex-ante evaluation sheet of another year"}

horizon:
  source: publicada
  first_year:         # 2024: 2024 — the year of the figures
  last_year:          # 2024: 2027 — until when it plans beneficiaries

# Enterprises.
population:
  source: publicada
  potential:          # 2024: 2221080
  target:             # 2024: 289651

# Spending and production of each component, in the year of the figures.
plan:
  source: publicada
  price_year:         # 2024: 2023 — of which year the pesos are
  attention:
    spending:         # 2024: 2101068 M$
    production:       # 2024: 60000 — persons attended
  advisory:
    spending:         # 2024: 10640935 M$
    production:       # 2024: 20000 — persons advised
  alliances:
    spending:         # 2024: 1265116 M$
    production:       # 2024: 1000 — alliances made
  administration:     # 2024: 1556346 M$ — administrative spending
  beneficiaries:      # 2024: {2024: 20000, 2025: 24000, 2026: 28800, 2027: 34560} — of each year
  survival_t2:        # 2024: 0.99 — survive two years later
  sales_up_t1:        # 2024: 0.30 — their sales rise in the year after

# Budget of each component in that year; unless the sheet says another, its spending.
attention:
  source: publicada
  budget:             # 2024: 2101068 M$
advisory:
  source: publicada
  budget:             # 2024: 10640935 M$
alliances:
  source: publicada
  budget:             # 2024: 1265116 M$
administration:
  source: publicada
  budget:             # 2024: 1556346 M$

calibration:
  source: publicada
  targets:
    served:
      figure:         # 2024: 0.90 — share of those who qualify that is served
)yaml";

}  // namespace

std::string_view list_of_figures(core::Lang lang) { return core::in(lang, spanish, english); }

}  // namespace aforo::reference
