// What the workbook says (sim/report/workbook), in the order of T. texts.cpp puts the catalogue together.
#pragma once

#include <array>

#include "aforo/report/texts.hpp"

namespace aforo::report {

inline constexpr auto workbook_texts = std::to_array<Entry>({
    // Names of sheets: at most 31 letters, none of []:*?/\.
    {T::book_readme, "Léame", "Read me"},
    {T::book_summary, "Resumen", "Summary"},
    {T::book_components, "Componentes", "Components"},
    {T::book_offices, "Centros", "Centres"},
    {T::book_differences, "Diferencias", "Differences"},
    {T::book_replications, "Réplicas", "Replications"},
    {T::book_assumptions, "Supuestos", "Assumptions"},
    {T::book_ledger, "Libro mayor", "Ledger"},
    {T::book_manifest, "Manifiesto", "Manifest"},
    {T::book_summary_about,
     "Qué limita al programa; las cifras por año, planificadas y simuladas; las esperas por mes.",
     "What limits the programme; figures by year, planned and simulated; waiting lists by month."},
    {T::book_components_about,
     "La tabla de componentes de la ficha, planificada y simulada; el gasto por componente y año.",
     "The component table of the sheet, planned and simulated; spending by component and year."},
    {T::book_offices_about, "Cada centro y satélite, de norte a sur, por año.",
     "Each centre and satellite, north to south, by year."},
    {T::book_differences_about, "Lo simulado menos lo planificado, con su intervalo.",
     "What is simulated less what is planned, with its interval."},
    {T::book_replications_about,
     "Lo que dio cada réplica, y los promedios y percentiles que salen de ahí, con fórmulas vivas.",
     "What each replication gave, and the means and percentiles that come of it, with live formulas."},
    {T::book_assumptions_about, "Cada número y cada regla del escenario, con su rango, su fuente y su nota.",
     "Each number and each rule of the scenario, with its range, its source and its note."},
    {T::book_ledger_about,
     "El dinero de la primera réplica, mes a mes, en pesos exactos, sumado otra vez con fórmulas vivas.",
     "The money of the first replication, month by month, in exact pesos, summed again with live formulas."},
    {T::book_manifest_about, "Lo que hace falta para obtener los mismos resultados, bit por bit.",
     "What it takes to get the same results, bit by bit."},

    {T::book_what, "Qué es", "What it is"},
    {T::book_what_text,
     "El resultado de una simulación del programa con aforo, empresa por empresa y día por día, para revisarla contra "
     "cifras propias. Lo planificado no se lee al simular: se muestra al lado. Pero los "
     "parámetros marcados como calibrados se ajustaron a cifras planificadas: que se parezcan no prueba nada.",
     "The result of a simulation of the programme with aforo, enterprise by enterprise and day by day, to be checked "
     "against one's own figures. What is planned is not read when simulating: it is shown beside it. But the "
     "parameters marked as calibrated were fitted to planned figures: likeness proves nothing."},
    {T::book_money, "Dinero", "Money"},
    {T::book_reading, "Cómo se lee", "How to read it"},
    {T::book_sheets, "Las hojas", "The sheets"},
    {T::book_planned, "Lo que publica la ficha; vacío donde no dice nada.",
     "What the sheet publishes; empty where it says nothing."},
    {T::book_simulated,
     "El promedio de las réplicas. Cada réplica es una historia completa del programa, todas igual de probables.",
     "The mean of the replications. Each is a complete history of the programme, all equally likely."},
    {T::book_half_width,
     "El error de ese promedio por haber hecho solo tantas réplicas: el semiancho de su intervalo de confianza de 95 "
     "%. "
     "Con más réplicas se achica.",
     "The error of that mean for having run only so many replications: the half-width of its 95% confidence interval. "
     "More replications shrink it."},
    {T::book_range,
     "El rango de futuros: 8 de cada 10 réplicas caen entre p10 y p90. Más réplicas no lo achican. Es la suerte dentro "
     "de un escenario, no la duda sobre sus supuestos.",
     "The range of futures: 8 out of 10 replications fall between p10 and p90. More replications do not shrink it. It "
     "is "
     "the luck within one scenario, not the doubt about its assumptions."},
    {T::book_difference,
     "Lo simulado menos lo planificado, con una fórmula viva; de las proporciones, en puntos porcentuales (pp).",
     "What is simulated less what is planned, by a live formula; of shares, in percentage points (pp)."},
    {T::book_undefined_label, "—", "—"},
    {T::book_undefined, "No está definido: el promedio de nada, o el rango de una sola réplica.",
     "Not defined: the mean of nothing, or the range of a single replication."},
    {T::book_assumed_title, "Supuestos y límites", "Assumptions and limits"},
    {T::book_assumed, "Supuestos", "Assumptions"},
    {T::book_assumed_text,
     "La ficha publica resultados, no el funcionamiento. Lo que falta se calibró para reproducir sus cifras, se derivó "
     "o "
     "se supuso: la hoja Supuestos dice cuál es cada caso.",
     "The sheet publishes results, not the workings. What is missing was calibrated to reproduce its figures, derived "
     "or "
     "assumed: the sheet Assumptions says which."},
    {T::book_limits, "Límites", "Limits"},
    {T::book_limits_text,
     "Los rangos son de un escenario: no contienen el error de sus supuestos. Sirve para comparar políticas y hallar "
     "qué "
     "limita al programa, no para predecir una empresa ni un día.",
     "Ranges are of one scenario: they do not hold the error of its assumptions. It serves to compare policies and to "
     "find what limits the programme, not to predict an enterprise or a day."},
    {T::book_definitions, "Qué mide cada cifra", "What each figure measures"},

    {T::book_unit, "Unidad", "Unit"},
    {T::book_relative, "Diferencia %", "Difference %"},
    {T::book_months, "Listas de espera, por mes (al fin de cada mes)",
     "Waiting lists, by month (at the end of each month)"},
    {T::book_chart_beneficiaries, "Beneficiarios {0}–{1}: planificado y simulado",
     "Beneficiaries {0}–{1}: planned and simulated"},
    {T::book_chart_beneficiaries_about,
     "Gráfico de líneas: beneficiarios planificados y simulados por año, con el rango p10–p90.",
     "Line chart: planned and simulated beneficiaries by year, with the p10–p90 range."},
    {T::book_chart_waiting, "Empresas que esperan un cupo, mes a mes",
     "Enterprises that wait for a slot, month by month"},
    {T::book_chart_waiting_about,
     "Gráfico de líneas: empresas que esperan un cupo al fin de cada mes, promedio y rango p10–p90. Los datos están en "
     "la tabla por mes de esta hoja.",
     "Line chart: enterprises that wait for a slot at the end of each month, mean and p10–p90 range. The data are in "
     "the "
     "table by month of this sheet."},
    {T::book_chart_spending_about,
     "Gráfico de columnas apiladas: gasto simulado por componente y año. Los datos están en la tabla por año de esta "
     "hoja.",
     "Stacked column chart: simulated spending by component and year. The data are in the table by year of this "
     "sheet."},
    {T::book_chart_use, "Uso de cupos y de horas de orientación por centro, de norte a sur, {0}",
     "Use of slots and of orientation hours by centre, north to south, {0}"},
    {T::book_chart_use_about,
     "Gráfico de barras: parte de los cupos y de las horas de orientación de cada centro que se usa en {0}. Los datos "
     "están en la tabla de "
     "esta "
     "hoja.",
     "Bar chart: the share of each centre's slots and orientation hours that is used in {0}. The data are in the table "
     "of this sheet."},
    {T::book_offices_title, "Centros y satélites, de norte a sur", "Centres and satellites, north to south"},
    {T::book_offices_note,
     "Promedios de las réplicas; ± y rango de las dos primeras medidas. Los límites son la parte de los días del año "
     "en "
     "que cada uno actúa. Los totales se suman con fórmulas y son los del programa.",
     "Means of the replications; ± and range of the first two measures. Limits are the share of the year's days on "
     "which "
     "each binds. Totals are summed by formulas and are those of the programme."},
    {T::book_differences_title, "Lo simulado menos lo planificado", "What is simulated less what is planned"},
    {T::book_differences_note,
     "El intervalo es del promedio simulado (95 %). Una diferencia sobresale si el intervalo no contiene el cero; p10 "
     "y "
     "p90 dicen dónde caen 8 de cada 10 futuros respecto del plan.",
     "The interval is that of the simulated mean (95%). A difference stands out if the interval does not hold zero; "
     "p10 "
     "and p90 say where 8 out of 10 futures fall from the plan."},
    {T::book_from, "Desde", "From"},
    {T::book_to, "Hasta", "To"},
    {T::book_p10_less, "p10 menos plan", "p10 less plan"},
    {T::book_p90_less, "p90 menos plan", "p90 less plan"},
    {T::book_stands_out, "¿Sobresale del error?", "Beyond the error?"},
    {T::book_told, "sí", "yes"},
    {T::book_replication, "Réplica", "Replication"},
    {T::book_replications_note,
     "Una fila por réplica, desde la 0. Abajo, el promedio, el semiancho de su intervalo de 95 % y los percentiles, "
     "con "
     "fórmulas vivas: dan lo que muestran las otras hojas.",
     "One row a replication, from 0. Below, the mean, the half-width of its 95% interval and the percentiles, by live "
     "formulas: they give what the other sheets show."},
    {T::book_average, "Promedio", "Mean"},
    {T::book_p10, "p10", "p10"},
    {T::book_median, "Mediana", "Median"},
    {T::book_p90, "p90", "p90"},
    {T::book_assumptions_title, "Los números y las reglas del escenario", "The numbers and the rules of the scenario"},
    {T::book_assumptions_note,
     "Valores y rangos como los escribe el escenario: con punto decimal y su unidad. Un número sin unidad es un número "
     "de Excel.",
     "Values and ranges as the scenario writes them: with a decimal point and their unit. A number without unit is a "
     "number of Excel."},
    {T::book_meaning, "Qué es", "What it is"},
    {T::book_ledger_title, "Libro mayor de la primera réplica, en pesos", "Ledger of the first replication, in pesos"},
    {T::book_ledger_note,
     "Lo que cada cuenta cambia en el mes, por componente. Orígenes (presupuesto, traspasos, sobregiro, años "
     "anteriores) "
     "menos destinos (disponible, comprometido, pagado, devuelto, fisco) dan $0 en cada fila, y los totales por año "
     "son los "
     "que guarda la corrida. Cada asiento, uno por uno: aforo run … --ledger 0 deja libro-mayor.csv.",
     "What each account changes by in the month, by component. Sources (appropriation, transfers, overrun, earlier "
     "years) "
     "less uses (available, committed, paid, returned, treasury) give $0 in each row, and totals by year are those "
     "that "
     "the run stores. Every posting, one by one: aforo run … --ledger 0 leaves libro-mayor.csv."},
    {T::book_no_ledger, "Esta corrida no guardó su libro mayor.", "This run did not keep its ledger."},
    {T::book_appropriated, "Presupuesto", "Appropriation"},
    {T::book_transferred, "Traspasos", "Transfers"},
    {T::book_overrun, "Sobregiro", "Overrun"},
    {T::book_earlier_years, "Años anteriores", "Earlier years"},
    {T::book_available, "Disponible", "Available"},
    {T::book_committed, "Comprometido", "Committed"},
    {T::book_paid, "Pagado", "Paid"},
    {T::book_returned, "Devuelto", "Returned"},
    {T::book_treasury, "Fisco", "Treasury"},
    {T::book_meeting, "Lo que suma el libro y lo que guarda la corrida, por año y componente",
     "What the ledger sums to and what the run stores, by year and component"},
    {T::book_in_ledger, "{0}, según el libro", "{0}, by the ledger"},
    {T::book_in_run, "{0}, según la corrida", "{0}, by the run"},

    // The workbook of a comparison.
    {T::book_changes, "Cambios", "Changes"},
    {T::book_fates, "Ganan y pierden", "Winners and losers"},
    {T::book_side_by_side, "Ficha lado a lado", "Sheet side by side"},
    {T::book_compared_title, "«{0}» y sus alternativas", "“{0}” and its alternatives"},
    {T::book_compared_what,
     "La comparación de escenarios del programa simulados con aforo con los mismos números aleatorios: las mismas "
     "empresas, en los mismos días, con cada política.",
     "The comparison of scenarios of the programme simulated with aforo on the same random numbers: the same "
     "enterprises, on the same days, under each policy."},
    {T::book_base_about, "El escenario contra el que se compara: el promedio de sus réplicas.",
     "The scenario that is compared against: the mean of its replications."},
    {T::book_alternative_about, "El escenario que se evalúa: el promedio de las mismas réplicas.",
     "The scenario under study: the mean of the same replications."},
    {T::book_paired_about,
     "La alternativa menos la base, réplica por réplica; de las proporciones, en puntos porcentuales (pp).",
     "The alternative less the base, replication by replication; of shares, in percentage points (pp)."},
    {T::book_joint_about,
     "El semiancho del intervalo de la diferencia, de 95 % para todas las alternativas en conjunto. Una diferencia "
     "menor "
     "que eso no se distingue; = si no cambia en nada.",
     "The half-width of the difference’s interval, of 95% for all alternatives together. A smaller difference cannot "
     "be "
     "told; = where nothing changes."},
    {T::book_gain_about, "Cuántas veces más réplicas harían falta para lo mismo sin números comunes.",
     "How many times more replications it would take without common numbers."},
    {T::book_compared_summary_about, "El veredicto de cada alternativa, y los beneficiarios por año.",
     "The verdict on each alternative, and beneficiaries by year."},
    {T::book_changes_about, "Qué cambia cada alternativa en el escenario, clave por clave.",
     "What each alternative changes in the scenario, key by key."},
    {T::book_compared_differences_about,
     "Las diferencias de cada medida, por año y en total, con su intervalo: del programa, por componente, región y "
     "grupo.",
     "The differences of each measure, by year and in all, with their interval: of the programme, by component, region "
     "and "
     "group."},
    {T::book_side_by_side_about,
     "Las cifras de la ficha, simuladas con la base y con cada alternativa, y sus diferencias.",
     "The figures of the sheet, simulated under the base and under each alternative, and their differences."},
    {T::book_chart_compared, "Beneficiarios por año, con cada escenario", "Beneficiaries by year, under each scenario"},
    {T::book_chart_compared_about,
     "Gráfico de líneas: beneficiarios por año con la base y con cada alternativa. Los datos están en la tabla de "
     "arriba.",
     "Line chart: beneficiaries by year under the base and under each alternative. The data are in the table above."},
    {T::book_level, "Nivel", "Level"},
    {T::book_of, "De", "Of"},
    {T::book_points, "Puntos", "Points"},
    {T::book_steps, "Pasos", "Steps"},
    {T::book_shares, "Partes", "Shares"},
    {T::book_limits_by_month, "Límites por mes", "Limits by month"},
    {T::book_share_of_days, "Parte de los días del mes", "Share of the month's days"},
});

}  // namespace aforo::report
