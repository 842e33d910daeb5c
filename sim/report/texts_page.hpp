// What the page of a run says (sim/report/page), in the order of T. texts.cpp puts the catalogue together.
#pragma once

#include <array>

#include "aforo/report/texts.hpp"

namespace aforo::report {

// The page: its first screen and what its parts share.
inline constexpr auto page_texts = std::to_array<Entry>({
    {T::page_title, "{0} · informe de aforo", "{0} · aforo report"},
    {T::eyebrow, "aforo · informe de simulación del programa", "aforo · simulation report of the programme"},
    {T::reach_planned, "En {0} el programa llega a {1} beneficiarios; lo planificado son {2} ({3}).",
     "In {0} the programme reaches {1} beneficiaries; what is planned is {2} ({3})."},
    {T::reach, "En {0} el programa llega a {1} beneficiarios.", "In {0} the programme reaches {1} beneficiaries."},
    {T::made_from, "aforo {0} · {1} · semilla {2} · huella {3}", "aforo {0} · {1} · seed {2} · digest {3}"},
    {T::contents, "Contenido", "Contents"},
    {T::without_script,
     "Sin JavaScript no se dibujan los gráficos; las cifras de cada uno están en la tabla que lleva debajo.",
     "Without JavaScript the charts are not drawn; the figures of each are in the table beneath it."},
    {T::futures, "8 de cada 10 futuros:", "8 out of 10 futures:"},
    {T::month_of_year, "{0} de {1}", "{0} {1}"},
    {T::tile_beneficiaries, "Beneficiarios {0}", "Beneficiaries {0}"},
    {T::tile_coverage, "Cobertura de la población objetivo {0}", "Coverage of the target population {0}"},
    {T::tile_potential, "De la potencial: {0}.", "Of the potential one: {0}."},
    {T::tile_cost, "Gasto por beneficiario {0}", "Spending per beneficiary {0}"},
    {T::tile_balance, "Saldo del presupuesto {0}", "Budget balance {0}"},
    {T::thousands_unit, "M$", "M$"},
    {T::no_plan, "La ficha no da esta cifra para {0}", "The sheet does not give this figure for {0}"},
    {T::plan_alone, "Plan {0}: {1}", "Plan {0}: {1}"},
    {T::plan_and_difference, "Plan {0}: {1} ({2})", "Plan {0}: {1} ({2})"},
    {T::later_alone, "{0}: {1}", "{0}: {1}"},
    {T::later_beside, "{0}: {1}; plan {2} ({3})", "{0}: {1}; plan {2} ({3})"},
    {T::of_budget, "{0} del presupuesto de {1}, que se devuelve", "{0} of the {1} appropriation, returned"},
    {T::money_title, "Gasto por componente y año, en M$ de {0}", "Spending by component and year, in M$ of {0}"},
    {T::money_note,
     "Presupuesto + traspasos netos + exceso = gasto + saldo que se devuelve, por réplica, componente y año, en el "
     "libro "
     "mayor de la simulación. "
     "Diferencia: {0}.",
     "Appropriation + net transfers + overrun = spending + unspent, by replication, component and year, in the ledger "
     "of "
     "the simulation. "
     "Difference: {0}."},
    {T::total_spending, "Gasto total", "Total spending"},
    {T::part_differences, "Planificado y simulado", "Planned and simulated"},
    {T::part_waiting, "La lista de espera, mes a mes", "The waiting list, month by month"},
    {T::part_waits, "Cuánto se espera", "How long the waits are"},
    {T::part_offices, "Los centros, de norte a sur", "The offices, from north to south"},
    {T::part_equity, "A quiénes llega", "Whom it reaches"},
    {T::part_risk, "El riesgo de no llegar a lo planificado", "The risk of missing the plan"},
    {T::part_limits, "Qué falta, dónde y cuándo", "What is lacking, where and when"},
    {T::part_tables, "Todas las medidas", "All measures"},
    {T::part_assumptions, "Los supuestos", "The assumptions"},
    {T::part_sheet, "La ficha", "The sheet"},
    {T::part_method, "El método", "The method"},
    {T::part_manifest, "Para repetirlo", "To run it again"},
    {T::part_warnings, "Avisos", "Warnings"},
    {T::as_table, "Ver las cifras en una tabla", "See the figures in a table"},
    {T::table_beneath, "Las cifras están en la tabla que sigue.", "The figures are in the table that follows."},
    {T::save_png, "Guardar como PNG", "Save as PNG"},
    {T::save_svg, "Guardar como SVG", "Save as SVG"},
    {T::chart_menu, "Guardar el gráfico", "Save the chart"},
    {T::legend_futures, "Rango p10–p90: 8 de cada 10 futuros", "p10–p90 range: 8 out of 10 futures"},
    {T::legend_error, "Error de simulación: intervalo de 95 %", "Simulation error: 95% interval"},
    {T::legend_mean, "Promedio simulado", "Simulated mean"},
    {T::month, "Mes", "Month"},
    {T::office, "Oficina", "Office"},
    {T::centre, "Centro", "Centre"},
    {T::satellite, "Satélite", "Satellite"},
    {T::whole_region, "Región completa", "Whole region"},
    {T::region, "Región", "Region"},
    {T::kind, "Tipo", "Kind"},
    {T::group, "Grupo", "Group"},
    {T::day_word, "día", "day"},
});

// The page: its charts, each with its finding and how it is read.
inline constexpr auto chart_texts = std::to_array<Entry>({
    {T::finding_differences,
     "{0} de {1} cifras planificadas se cumplen a menos de 1 %; la que más se aparta es {2} ({3})",
     "{0} of {1} planned figures come out within 1%; the furthest is {2} ({3})"},
    {T::reading_differences,
     "Cada fila es una cifra de la ficha: a la izquierda de la línea punteada, lo simulado queda bajo lo planificado; "
     "a la derecha, sobre ello.",
     "Each row is a figure of the sheet: left of the dashed line, what is simulated is below what is planned; right of "
     "it, above."},
    {T::axis_from_plan, "Diferencia con lo planificado (%)", "Difference from the plan (%)"},
    {T::tip_compared, "plan {0}; simulado {1}; {2}", "plan {0}; simulated {1}; {2}"},
    {T::finding_waiting, "Al terminar {1} esperan un cupo {0} empresas; el mayor número, {2}, es el de {3}",
     "At the end of {1}, {0} enterprises wait for a slot; the largest number, {2}, is that of {3}"},
    {T::finding_attention_waiting,
     "Al terminar {1} esperan ser atendidas {0} empresas; el mayor número, {2}, es el de {3}",
     "At the end of {1}, {0} enterprises wait to be attended; the largest number, {2}, is that of {3}"},
    {T::finding_waiting_last, "Al terminar {1} esperan un cupo {0} empresas, más que en cualquier otro mes",
     "At the end of {1}, {0} enterprises wait for a slot, more than in any other month"},
    {T::finding_attention_waiting_last,
     "Al terminar {1} esperan ser atendidas {0} empresas, más que en cualquier otro mes",
     "At the end of {1}, {0} enterprises wait to be attended, more than in any other month"},
    {T::reading_fan,
     "Empresas que esperan al fin de cada mes. El rango p10–p90 dice qué futuros son posibles; el intervalo, cuánto "
     "puede errar el promedio por haber simulado solo algunas réplicas.",
     "Enterprises that wait at the end of each month. The p10–p90 range says which futures are possible; the interval, "
     "how far off the mean may be for having simulated only some replications."},
    {T::axis_waiting, "Esperan un cupo (empresas)", "Waiting for a slot (enterprises)"},
    {T::axis_attention_waiting, "Esperan ser atendidas (empresas)", "Waiting to be attended (enterprises)"},
    {T::finding_waits,
     "En {0}, 9 de cada 10 esperan a lo más {1} días por la atención y {2} días por un cupo de asesoría",
     "In {0}, 9 out of 10 wait at most {1} days for attention and {2} days for an advisory slot"},
    {T::finding_waits_attention,
     "En {0}, 9 de cada 10 esperan a lo más {1} días por la atención; por un cupo de asesoría, 9 de cada 10 no esperan",
     "In {0}, 9 out of 10 wait at most {1} days for attention; for an advisory slot, 9 out of 10 do not wait"},
    {T::reading_waits,
     "El símbolo es el promedio de las réplicas; la barra, el rango p10–p90: 8 de cada 10 futuros. Esperas de quienes "
     "llegaron a ser servidos ese año.",
     "The symbol is the mean of the replications; the bar, the p10–p90 range: 8 out of 10 futures. Waits of those who "
     "came to be served in that year."},
    {T::axis_days, "Días de espera", "Days of wait"},
    {T::axis_days_p90, "Días: 9 de cada 10, a lo más", "Days: 9 out of 10, at most"},
    {T::wait_attention_p90, "Atención: 9 de cada 10, a lo más", "Attention: 9 out of 10, at most"},
    {T::wait_attention_mean, "Atención: promedio", "Attention: mean"},
    {T::wait_slot_p90, "Cupo: 9 de cada 10, a lo más", "Slot: 9 out of 10, at most"},
    {T::wait_slot_mean, "Cupo: promedio", "Slot: mean"},
    {T::wait_attention_p90_axis, "Espera de atención: 9 de cada 10, a lo más (días)",
     "Wait for attention: 9 out of 10, at most (days)"},
    {T::wait_slot_p90_axis, "Espera de cupo: 9 de cada 10, a lo más (días)",
     "Wait for a slot: 9 out of 10, at most (days)"},
    {T::finding_offices_attention,
     "Por la atención se espera más en {1} (9 de cada 10, a lo más {2} días en {0}) y menos en {3} ({4})",
     "The wait for attention is longest in {1} (9 out of 10, at most {2} days in {0}) and shortest in {3} ({4})"},
    {T::finding_offices_slot,
     "Por un cupo se espera más en {1} (9 de cada 10, a lo más {2} días en {0}) y menos en {3} ({4})",
     "The wait for a slot is longest in {1} (9 out of 10, at most {2} days in {0}) and shortest in {3} ({4})"},
    {T::reading_offices,
     "Cada símbolo es una oficina, en la fila de su región, de norte a sur. El rango de futuros de cada una está en la "
     "tabla.",
     "Each symbol is an office, in the row of its region, from north to south. The range of futures of each is in the "
     "table."},
    {T::offices_table, "Las {0} oficinas en {1}, una por una", "The {0} offices in {1}, one by one"},
    {T::finding_equity,
     "En {0}, de las que califican se admite a {1} en «{2}» y a {3} en «{4}»: es la mayor diferencia dentro de una "
     "misma clasificación",
     "In {0}, of those that qualify {1} are admitted in “{2}” and {3} in “{4}”: the largest difference within one "
     "classification"},
    {T::finding_equity_none, "En {0} ningún grupo se distingue de los demás por la parte admitida de las que califican",
     "In {0} no group can be told from the others by the share admitted of those that qualify"},
    {T::finding_one_replication, "Una sola réplica no dice qué diferencias son más que azar",
     "A single replication does not tell which differences are more than chance"},
    {T::reading_equity,
     "Admisiones a un plan sobre las que califican, por grupo. Dos grupos se distinguen si se separan más que el error "
     "de ambos.",
     "Admissions to a plan over those that qualify, by group. Two groups are told apart if they are further from each "
     "other than the error of both."},
    {T::axis_served, "Admitidas de las que califican (%)", "Admitted, of those that qualify (%)"},
    {T::group_sex, "Sexo", "Sex"},
    {T::group_female, "mujeres", "women"},
    {T::group_male, "hombres", "men"},
    {T::group_territory, "Territorio", "Territory"},
    {T::group_urban, "urbano", "urban"},
    {T::group_mixed, "mixto", "mixed"},
    {T::group_rural, "rural", "rural"},
    {T::group_kind, "Empresa", "Enterprise"},
    {T::group_informal, "informal", "informal"},
    {T::group_natural_person, "persona natural", "natural person"},
    {T::group_legal_entity, "persona jurídica", "legal entity"},
    {T::group_cooperative, "cooperativa", "cooperative"},
    {T::group_band, "Potencial", "Potential"},
    {T::group_low, "bajo", "low"},
    {T::group_medium, "medio", "medium"},
    {T::group_high, "alto", "high"},
    {T::finding_risk, "Futuros en que no se llega a los beneficiarios planificados: {0}",
     "Futures that miss the planned beneficiaries: {0}"},
    {T::missed_in_year, "{0} de 50 en {1}", "{0} of 50 in {1}"},
    {T::reading_risk,
     "Cada punto es 1 de 50 futuros igualmente probables, según {0} réplicas. La línea punteada es lo planificado. Los "
     "que coinciden se apilan de a 10 y siguen al lado.",
     "Each dot is 1 of 50 equally likely futures, from {0} replications. The dashed line is what is planned. Those "
     "that coincide are stacked by tens and go on beside."},
    {T::axis_risk, "Beneficiarios simulados menos planificados", "Simulated beneficiaries less planned"},
    {T::dot, "Futuro", "Future"},
    {T::dot_missed, "No llega a lo planificado", "Misses the plan"},
    {T::dot_reached, "Llega o lo supera", "Reaches it or more"},
    {T::dots_missed, "Puntos bajo lo planificado", "Dots below the plan"},
    {T::of_fifty, "{0} de 50", "{0} of 50"},
    {T::probability_missed, "Réplicas bajo lo planificado", "Replications below the plan"},
    {T::finding_limits,
     "En {0} de los meses de los centros algo falta en 1 de cada 4 días o más; lo que más falta son {1}, sobre todo en "
     "{2}",
     "In {0} of the centres’ months something is lacking on 1 in 4 days or more; what is lacking most are {1}, above "
     "all in {2}"},
    {T::finding_limits_none, "En ningún centro y mes falta nada: lo que limita es la demanda",
     "Nothing is lacking in any centre or month: what limits is demand"},
    {T::reading_limits,
     "Una fila por centro (con sus satélites), de norte a sur; una columna por mes. El color y la letra dicen qué "
     "falta más; la intensidad, en qué parte de los días. En blanco: menos de 2 %. Con letra: 25 % o más.",
     "One row for each centre (with its satellites), from north to south; one column for each month. Colour and letter "
     "say what is lacking most; the strength, on what share of the days. Blank: less than 2%. With a letter: 25% or "
     "more."},
    {T::only_the_most, "Se muestran los {0} centros a los que más les falta, de {1}.",
     "The {0} centres that lack most are shown, of {1}."},
    {T::letter_orientation, "O", "O"},
    {T::letter_slots, "C", "S"},
    {T::letter_hours, "A", "A"},
    {T::letter_funds, "F", "F"},
    {T::lacking, "Lo que más falta", "What is lacking most"},
    {T::share_of_days, "% de los días", "% of the days"},
});

// The page: what it rests on.
inline constexpr auto about_texts = std::to_array<Entry>({
    {T::assumptions_lead,
     "El escenario tiene {0} números. {1} no son datos (supuestos, calibrados o imputados) o llevan un rango; {2} "
     "llevan un "
     "rango, que dice entre qué valores podrían estar. El rango de futuros de este informe es el azar de un escenario: "
     "no incluye la duda sobre estos números.",
     "The scenario has {0} numbers. {1} are not data (assumed, calibrated or imputed) or carry a range; {2} carry a "
     "range, "
     "which says between what values they might be. The range of futures in this report is the luck of one scenario: "
     "it does not hold the doubt about these numbers."},
    {T::assumptions_rules, "Reglas y opciones que el escenario elige: {0}",
     "Rules and options that the scenario chooses: {0}"},
    {T::assumptions_first, "Supuestos, calibrados y con rango: {0}", "Assumed, calibrated and with a range: {0}"},
    {T::assumptions_rest, "Los demás números: {0}", "The other numbers: {0}"},
    {T::assumptions_note, "Los valores están como en el archivo del escenario, con punto decimal.",
     "Values are written as in the file of the scenario, with a decimal point. What each key means is told in the "
     "Spanish report."},
    {T::number, "Número", "Number"},
    {T::value, "Valor", "Value"},
    {T::range, "Rango", "Range"},
    {T::source, "Fuente", "Source"},
    {T::quality, "Calidad", "Quality"},
    {T::remark, "Nota", "Note"},
    {T::sources, "Fuentes", "Sources"},
    {T::source_count, "{0} (números: {1})", "{0} (numbers: {1})"},
    {T::quality_documented, "documentado", "documented"},
    {T::quality_derived, "derivado", "derived"},
    {T::quality_imputed, "imputado", "imputed"},
    {T::quality_calibrated, "calibrado", "calibrated"},
    {T::quality_assumed, "supuesto", "assumed"},
    {T::quality_none, "sin fuente", "no source"},
    {T::sheet_planned, "Como la planifica la ficha", "As the sheet plans it"},
    {T::sheet_simulated, "Como resulta en la simulación", "As it turns out in the simulation"},
    {T::sheet_note,
     "En la forma de la ficha cabe una sola cifra: lo simulado es el promedio de las réplicas. Su error y su rango de "
     "futuros están en las tablas de este informe.",
     "The form of the sheet has room for one figure: what is simulated is the mean of the replications. Its error and "
     "its range of futures are in the tables of this report."},
    {T::stress_lead,
     "Según los puntos de STRESS-DES (Monks y otros, 2019), la pauta para informar simulaciones de eventos discretos.",
     "By the items of STRESS-DES (Monks et al., 2019), the guideline for reporting discrete-event simulations."},
    {T::stress_purpose, "1.1 Propósito", "1.1 Purpose"},
    {T::stress_purpose_text,
     "Estimar qué capacidad y qué cobertura tendría el programa bajo este escenario, y qué lo limitaría.",
     "To estimate what capacity and coverage the programme would have under this scenario, and what would limit it."},
    {T::stress_outputs, "1.2 Resultados", "1.2 Outputs"},
    {T::stress_outputs_text,
     "{0} medidas por año, región, oficina, grupo y componente. Cada una tiene una definición escrita, que imprime "
     "aforo run con --definitions.",
     "{0} measures by year, region, office, group and component. Each has a written definition, which aforo run prints "
     "with --definitions."},
    {T::stress_aims, "1.3 Experimento", "1.3 Experiment"},
    {T::stress_aims_text,
     "Un escenario, repetido con distintos números aleatorios; se compara con lo que la ficha planifica, que no entra "
     "en la simulación.",
     "One scenario, repeated with different random numbers; it is compared with what the sheet plans, which does not "
     "enter the simulation."},
    {T::stress_logic, "2.1 Lógica del modelo", "2.1 Logic of the model"},
    {T::stress_logic_text,
     "Cada empresa llega a una oficina, espera y recibe atención, se diagnostica, califica o es derivada, espera un "
     "cupo, cumple un plan de sesiones con un asesor, y egresa o abandona. Puede irse mientras espera, rechazar el "
     "cupo y volver. Nada se gasta sin fondos.",
     "Each enterprise comes to an office, waits for and receives attention, is diagnosed, qualifies or is referred, "
     "waits for a slot, follows a plan of sessions with an advisor, and graduates or drops out. It may leave while it "
     "waits, decline the slot and come again. Nothing is spent without funds."},
    {T::stress_network, "2.2 Red", "2.2 Network"},
    {T::stress_network_text, "{0} centros y {1} satélites en {2} regiones.",
     "{0} centres and {1} satellites in {2} regions."},
    {T::stress_components, "2.3 Componentes", "2.3 Components"},
    {T::stress_components_text,
     "Entidades: empresas. Recursos: orientadores, asesores, cupos por asesor, horas y presupuestos por componente y "
     "año. Colas: una de atención por oficina, en orden de llegada; una lista de espera por centro, en el orden de la "
     "regla de prioridad.",
     "Entities: enterprises. Resources: orientation staff, advisors, slots by advisor, hours, and budgets by component "
     "and year. Queues: one for attention at each office, in order of arrival; one waiting list at each centre, in the "
     "order of the priority rule."},
    {T::stress_data, "3. Datos y supuestos", "3. Data and assumptions"},
    {T::stress_data_text, "{0} números de {1} fuentes, todos en la sección de supuestos con su procedencia.",
     "{0} numbers from {1} sources, all of them in the section on assumptions with where they come from."},
    {T::stress_start, "4.1 Puesta en marcha", "4.1 Initialisation"},
    {T::stress_start_text,
     "El programa parte vacío y se simula sin medir durante los años previos al primero que se informa. Años de puesta "
     "en marcha: {0}.",
     "The programme starts empty and is simulated unmeasured in the years before the first that is reported. Years of "
     "run-in: {0}."},
    {T::stress_length, "4.2 Período", "4.2 Run length"},
    {T::stress_length_text, "Del 1 de enero de {0} al 31 de diciembre de {1}, día por día.",
     "From 1 January {0} to 31 December {1}, day by day."},
    {T::stress_estimation, "4.3 Estimación", "4.3 Estimation"},
    {T::stress_estimation_text,
     "{0} réplicas independientes. Promedio con intervalo de confianza de 95 % (t de Student); percentiles 10 y 90 de "
     "las réplicas como rango de futuros.",
     "{0} independent replications. Mean with a 95% confidence interval (Student’s t); percentiles 10 and 90 of the "
     "replications as the range of futures."},
    {T::stress_software, "5.1 Programa", "5.1 Software"},
    {T::stress_software_text,
     "aforo {0}, en C++20. Eventos ordenados por tiempo, fase y orden de programación; el tiempo en milisegundos y el "
     "dinero en pesos enteros.",
     "aforo {0}, in C++20. Events in the order of time, phase and scheduling; time in milliseconds and money in whole "
     "pesos."},
    {T::stress_random, "5.2 Números aleatorios", "5.2 Random numbers"},
    {T::stress_random_text,
     "Philox4x32-10 (Salmon y otros, 2011), con semilla {0}: cada número depende de la semilla, la réplica, la empresa "
     "y su propósito. Los resultados no dependen de cuántos hilos se usen.",
     "Philox4x32-10 (Salmon et al., 2011), with seed {0}: each number depends on the seed, the replication, the "
     "enterprise and its purpose. Results do not depend on the number of threads."},
    {T::stress_access, "6. Acceso", "6. Access"},
    {T::stress_access_text,
     "El código, los escenarios y las pruebas están en el repositorio de aforo; la orden que repite esta corrida, en "
     "la sección siguiente. Los valores de cada réplica están en run.sqlite, en la carpeta de la corrida.",
     "The code, the scenarios and the tests are in aforo’s repository; the command that repeats this run, in the next "
     "section. The values of every replication are in run.sqlite, in the folder of the run."},
    {T::manifest_lead, "Esta orden da los mismos resultados, bit por bit, con la misma versión y el mismo escenario:",
     "This command gives the same results, bit by bit, with the same version and the same scenario:"},
    {T::manifest_scenario, "Escenario", "Scenario"},
    {T::manifest_file, "Archivo", "File"},
    {T::manifest_scenario_digest, "Huella del escenario (SHA-256)", "Digest of the scenario (SHA-256)"},
    {T::manifest_results_digest, "Huella de results.json (SHA-256)", "Digest of results.json (SHA-256)"},
    {T::manifest_version, "Versión de aforo", "Version of aforo"},
    {T::manifest_seed, "Semilla", "Seed"},
    {T::manifest_replications, "Réplicas", "Replications"},
    {T::manifest_precision, "Precisión pedida", "Precision asked for"},
    {T::warnings_lead, "El escenario dice {0} cosas que no hace como están escritas:",
     "The scenario says {0} things that it does not do as they are written:"},
    {T::warnings_lead_one, "El escenario dice una cosa que no hace como está escrita:",
     "The scenario says one thing that it does not do as it is written:"},
    {T::warning_place, "Lugar", "Place"},
    {T::warning, "Aviso", "Warning"},
});

}  // namespace aforo::report
