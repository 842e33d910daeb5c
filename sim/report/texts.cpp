#include "aforo/report/texts.hpp"

#include <algorithm>
#include <array>

namespace aforo::report {

namespace {

constexpr auto texts = std::to_array<Entry>({
    {T::to, "a", "to"},
    {T::from_to_years, "de {0} a {1}", "from {0} to {1}"},
    {T::in_years, "en {0}", "in {0}"},
    {T::and_word, "y", "and"},

    {T::components_title, "Componentes", "Components"},
    {T::component, "Componente", "Component"},
    {T::production_unit, "Unidad de medida de Producción", "Unit of production"},
    {T::estimated_spending, "Gasto estimado {0} (Miles de $ ({1}))", "Estimated spending {0} (Thousand $ ({1}))"},
    {T::estimated_production, "Producción estimada {0} (Unidad)", "Estimated production {0} (Units)"},
    {T::estimated_unit_cost, "Gasto unitario estimado {0} (Miles de $ ({1}))",
     "Estimated unit cost {0} (Thousand $ ({1}))"},
    {T::admin_spending, "Gasto Administrativo", "Administrative spending"},
    {T::total, "Total", "Total"},
    {T::admin_share, "Porcentaje gasto administrativo", "Share of administrative spending"},
    {T::population_title, "Población y gasto por beneficiario", "Population and spending per beneficiary"},
    {T::concept_title, "Concepto", "Concept"},
    {T::target_population, "Población Objetivo", "Target population"},
    {T::beneficiary_population, "Población Beneficiaria", "Beneficiary population"},
    {T::coverage_potential, "Cobertura (Beneficiaria/Potencial)", "Coverage (Beneficiary/Potential)"},
    {T::coverage_target, "Cobertura (Beneficiaria/Objetivo)", "Coverage (Beneficiary/Target)"},
    {T::spending_per_beneficiary, "Gasto por beneficiario (M$)", "Spending per beneficiary (M$)"},
    {T::unique_beneficiaries, "Beneficiarios únicos acumulados", "Unique beneficiaries, cumulative"},

    {T::header, "aforo {0} · escenario «{1}» · {2} · semilla {3} · huella {4}",
     "aforo {0} · scenario “{1}” · {2} · seed {3} · digest {4}"},
    {T::replication_count, "{0} réplicas", "{0} replications"},
    {T::replication_count_one, "{0} réplica", "{0} replication"},
    {T::one_replication, "Una sola réplica: lo simulado no tiene intervalo ni rango, y no sirve para decidir.",
     "A single replication: what is simulated has neither interval nor range, and is no basis for a decision."},
    {T::how_to_read,
     "Lo simulado es el promedio de las réplicas ± el semiancho de su intervalo de confianza de 95 %, sin ± si no "
     "varía "
     "entre réplicas. En el rango p10–p90 caen 8 de cada 10 futuros.",
     "What is simulated is the mean of the replications ± the half-width of its 95% confidence interval, without ± "
     "where it does not vary between them. In the p10–p90 range fall 8 out of 10 futures."},
    {T::how_to_read_money, "El dinero está en M$: miles de pesos de {0}.", "Money is in M$: thousand pesos of {0}."},
    {T::section_components, "Componentes, {0}", "Components, {0}"},
    {T::section_population, "Población y cobertura", "Population and coverage"},
    {T::section_indicators, "Indicadores, por año t de egreso de la cohorte",
     "Indicators, by the year t in which the cohort graduates"},
    {T::section_funnel, "El camino de las empresas", "The way of the enterprises"},
    {T::section_waits, "Esperas, duración y existencias", "Waits, lengths and stocks"},
    {T::section_use, "Uso de la capacidad", "Use of capacity"},
    {T::section_equity, "A quiénes llega", "Whom it reaches"},
    {T::section_epg, "Otros resultados de los egresados, como en la evaluación de 2019",
     "Other outcomes of graduates, as in the evaluation of 2019"},
    {T::section_budget, "Ejecución del presupuesto (M$)", "Budget execution (M$)"},
    {T::section_limits, "Qué limita al programa, en % de los días-centro",
     "What limits the programme, in % of centre-days"},
    {T::section_other, "Otras medidas", "Other measures"},
    {T::simulated_section, "{0} (simulado)", "{0} (simulated)"},
    {T::simulated_once_section, "{0} (simulado, una réplica)", "{0} (simulated, one replication)"},
    {T::measure, "Medida", "Measure"},
    {T::planned, "Planificado", "Planned"},
    {T::simulated, "Simulado", "Simulated"},
    {T::half_width, "± 95 %", "± 95%"},
    {T::range_p10_p90, "p10–p90", "p10–p90"},
    {T::difference, "Diferencia", "Difference"},
    {T::row_planned, "  planificado", "  planned"},
    {T::row_simulated, "  simulado", "  simulated"},
    {T::row_simulated_without_effect, "  simulado, sin efecto", "  simulated, without effect"},
    {T::row_simulated_with_informal, "  simulado, con informales", "  simulated, with informal"},
    {T::row_without_effect, "  sin efecto", "  without effect"},
    {T::row_with_filter, "  con el filtro además", "  and by the filter"},
    {T::row_gap_territory, "Brecha rural menos urbano (pp)", "Gap, rural less urban (pp)"},
    {T::row_gap_sex, "Brecha mujeres menos hombres (pp)", "Gap, women less men (pp)"},
    {T::row_range, "  p10–p90", "  p10–p90"},
    {T::row_median, "  mediana", "  median"},
    {T::row_nine_in_ten, "  9 de cada 10, a lo más", "  9 out of 10, at most"},
    {T::row_graduates, "  los que egresan", "  those that graduate"},
    {T::not_reached, "no se alcanza", "not reached"},
    {T::row_no_shows, "  perdidas por inasistencia", "  lost to no-shows"},
    {T::spending, "Gasto (M$)", "Spending (M$)"},
    {T::unit_cost, "Gasto unitario (M$)", "Unit cost (M$)"},
    {T::year, "Año", "Year"},
    {T::cohort, "Cohorte (egresa en el año t)", "Cohort (graduates in year t)"},
    {T::indicator_survival,
     "Sobrevivencia: N° de Mipes y cooperativas egresadas en el año t con ventas en el año t+2 / N° de Mipes y "
     "cooperativas egresadas en el año t",
     "Survival: No. of MSMEs and cooperatives that graduated in year t with sales in year t+2 / No. of MSMEs and "
     "cooperatives that graduated in year t"},
    {T::indicator_sales,
     "Ventas: N° de Mipes y cooperativas egresadas en el año t que aumentan ventas en un 5% en el año t+1 / N° de "
     "Mipes y cooperativas egresadas en el año t",
     "Sales: No. of MSMEs and cooperatives that graduated in year t with sales up by 5% in year t+1 / No. of MSMEs and "
     "cooperatives that graduated in year t"},
    {T::indicators_note,
     "Lo simulado cuenta solo empresas formales, salvo donde dice: las informales no están en el SII. Sin efecto: las "
     "mismas empresas "
     "si el programa no las cambiara.",
     "What is simulated counts formal enterprises only, unless it says so: informal ones are not in tax records. "
     "Without effect: the same "
     "enterprises had the programme not changed them."},
    {T::equity_note,
     "Concentración: 0 si se admite por igual según potencial, positiva si más a quienes tienen mayor potencial. "
     "Gini: 0 si todos los centros admiten la misma parte de sus llegadas. Brechas de admitidas sobre las que "
     "califican.",
     "Concentration: 0 if admission is even over potential, positive if there is more for higher potential. Gini: 0 if "
     "all centres admit the same share of their arrivals. Gaps of admissions over those that qualify."},
    {T::appropriation, "Presupuesto", "Appropriation"},
    {T::spending_simulated, "Gasto simulado", "Simulated spending"},
    {T::unspent_simulated, "Saldo simulado", "Simulated unspent"},
    {T::ledger_difference, "Presupuesto = gasto + saldo devuelto, por réplica, componente y año. Diferencia: {0}",
     "Appropriation = spending + unspent, by replication, component and year. Difference: {0}"},
    {T::exhausted_funds, "Fondos que se agotan: día en que por primera vez faltan para un gasto variable (mediana)",
     "Funds that run out: day on which they are first lacking for a variable cost (median)"},
    {T::replications, "Réplicas", "Replications"},
    {T::replications_of, "{0} de {1}", "{0} of {1}"},
    {T::first_refusal, "Día", "Day"},
    {T::also_recorded, "Sin total del programa, en results.csv: {0}.",
     "Without a programme total, in results.csv: {0}."},
    {T::name_attention, "Atención", "Attention"},
    {T::name_advisory, "Asesoría", "Advisory"},
    {T::name_alliances, "Alianzas", "Alliances"},
    {T::name_admin, "Administración", "Administration"},

    {T::limit_demand, "Demanda", "Demand"},
    {T::limit_orientation, "Horas de orientación", "Orientation hours"},
    {T::limit_slots, "Cupos", "Slots"},
    {T::limit_hours, "Horas de asesores", "Advisor hours"},
    {T::limit_funds, "Fondos", "Funds"},
    {T::limits_note, "Demanda: nadie espera más de lo normal. Lo demás puede faltar a la vez en un mismo centro y día.",
     "Demand: nobody waits longer than normal. The others may lack together at one centre on one day."},
    {T::verdict_nothing_binds,
     "ni cupos, ni horas, ni fondos topan: lo que limita es la demanda (en {0} de los días-centro nadie espera más de "
     "lo normal)",
     "neither slots, nor hours, nor funds bind: what limits is demand (on {0} of centre-days nobody waits longer than "
     "normal)"},
    {T::verdict_demand, "lo que limita es la demanda ({0} de los días-centro)",
     "what limits is demand ({0} of centre-days)"},
    {T::verdict_mostly_demand,
     "lo que más limita es la demanda ({0} de los días-centro) y después la falta de {1} ({2})",
     "what limits most is demand ({0} of centre-days) and then the lack of {1} ({2})"},
    {T::verdict_short, "lo que falta son {1} ({0} de los días-centro)", "what is lacking is {1} ({0} of centre-days)"},
    {T::verdict_short_of_two, "lo que falta son {1} ({0} de los días-centro) y {2} ({3})",
     "what is lacking is {1} ({0} of centre-days) and {2} ({3})"},
    {T::verdict_money, "el tope del año es {0}", "what caps the year is {0}"},
    {T::verdict_money_then, "el tope del año es {0}; antes de eso, {1}", "what caps the year is {0}; before that, {1}"},
    {T::money_of, "el dinero de {0} (se agota {1})", "the money of {0} (it runs out on {1})"},
    {T::money_of_another, "el de {0} (se agota {1})", "that of {0} (it runs out on {1})"},
    {T::on_day, "el {0}", "{0}"},
    {T::on_day_each_year, "el {0} cada año", "{0} each year"},
    {T::in_replications, "{0} en {1} de las réplicas", "{0} in {1} of the replications"},
    {T::short_orientation, "horas de orientación", "orientation hours"},
    {T::short_slots, "cupos", "slots"},
    {T::short_hours, "horas de asesores", "advisor hours"},
    {T::short_funds, "fondos", "funds"},
    {T::verdict_unknown, "Esta corrida no guardó qué limita al programa.",
     "This run did not record what limits the programme."},
    {T::definitions_title, "Qué mide cada resultado", "What each result measures"},

    {T::base, "Base", "Base"},
    {T::alternative, "Alternativa", "Alternative"},
    {T::gain, "Ganancia", "Gain"},
    {T::cannot_be_told, "no se distingue", "cannot be told"},
    {T::against, "«{0}» frente a «{1}»", "“{0}” against “{1}”"},
    {T::all_years, "{0}–{1}", "{0}–{1}"},
    {T::what_changes, "Qué cambia en el escenario", "What changes in the scenario"},
    {T::key, "Clave", "Key"},
    {T::nothing_there, "(no está)", "(not there)"},
    {T::no_key_changes, "Ninguna clave: los dos escenarios dicen lo mismo.", "No key: both scenarios say the same."},
    {T::what_differs, "Qué resulta distinto", "What comes out differently"},
    {T::who_wins, "Quiénes ganan y quiénes pierden, {0}–{1} (empresas, por el día de su primera admisión)",
     "Who wins and who loses, {0}–{1} (enterprises, by the day of their first admission)"},
    {T::group, "Grupo", "Group"},
    {T::everyone, "Todas", "All"},
    {T::fate_winners, "Ganan", "Win"},
    {T::fate_earlier, "antes", "earlier"},
    {T::fate_only_alternative, "solo con alternativa", "only under alternative"},
    {T::fate_losers, "Pierden", "Lose"},
    {T::fate_later, "después", "later"},
    {T::fate_only_base, "solo con base", "only under base"},
    {T::fate_days_gained, "Días ganados", "Days gained"},
    {T::fate_days_lost, "Días perdidos", "Days lost"},
    {T::fates_note,
     "La misma empresa en los dos mundos: gana si la admiten un día antes o más, o solo con la alternativa; pierde si "
     "la "
     "admiten después, o solo con la base. Los días ganados y perdidos son de las admitidas en ambos. El grupo es el "
     "que "
     "la empresa tiene al ser admitida.",
     "The same enterprise in both worlds: it wins if it is admitted a day earlier or more, or only under the "
     "alternative; it loses if it is admitted later, or only under the base. Days gained and lost are of those "
     "admitted "
     "in both. The group is the one that the enterprise is in when it is admitted."},
    {T::sheets_title, "La ficha, lado a lado", "The sheet, side by side"},
    {T::sheets_note,
     "→ lo que cambia, de la base a la alternativa; ~ lo que cambia menos que el error de la simulación.",
     "→ what changes, from the base to the alternative; ~ what changes by less than the error of simulation."},
    {T::differences_note,
     "Diferencia: de las mismas réplicas, con los mismos números aleatorios, ± el semiancho del intervalo de 95 % de "
     "todas las alternativas en conjunto; = si no cambia en nada. Ganancia: cuántas veces más réplicas harían falta "
     "sin "
     "números comunes.",
     "Difference: of the same replications, with the same random numbers, ± the half-width of the 95% interval of all "
     "alternatives together; = where nothing changes. Gain: how many times more replications it would take without "
     "common numbers."},
    {T::marginal_cost, "Costo por beneficiario adicional (M$)", "Cost per additional beneficiary (M$)"},
    {T::row_band, "{0}, {1}", "{0}, {1}"},
    {T::band_low, "potencial bajo", "low potential"},
    {T::band_medium, "potencial mediano", "medium potential"},
    {T::band_high, "potencial alto", "high potential"},
    {T::verdict_of, "Con «{0}», {1}.", "With “{0}”, {1}."},
    {T::verdict_same, "nada cambia frente a «{0}»: cada diferencia es exactamente 0",
     "nothing changes against “{0}”: every difference is exactly 0"},
    {T::verdict_beneficiaries, "el programa llega a {0} beneficiarios en {1}{2}: {3} {4} que con «{5}» ({6})",
     "the programme reaches {0} beneficiaries in {1}{2}: {3} {4} than with “{5}” ({6})"},
    {T::verdict_beneficiaries_untold,
     "los beneficiarios de {1} ({0}) no se distinguen de los de «{2}» (diferencia {3})",
     "the beneficiaries of {1} ({0}) cannot be told from those of “{2}” (difference {3})"},
    {T::verdict_beneficiaries_same, "los {0} beneficiarios de {1} son los mismos que con «{2}»",
     "the {0} beneficiaries of {1} are those of “{2}”"},
    {T::verdict_planned, " (el plan: {0})", " (planned: {0})"},
    {T::verdict_coverage, "la cobertura de la población objetivo pasa de {0} a {1}",
     "coverage of the target population goes from {0} to {1}"},
    {T::verdict_graduates, "egresan {0} {1} en {2}", "{0} {1} graduate in {2}"},
    {T::verdict_wait, "{0} esperan un cupo {1} días {2}", "{0} wait {1} days {2} for a slot"},
    {T::verdict_wait_all, "las empresas admitidas", "admitted enterprises"},
    {T::verdict_wait_band, "las de {0}", "those of {0}"},
    {T::verdict_spending, "se gastan M$ {0} {1} entre {2} y {3}", "M$ {0} {1} are spent from {2} to {3}"},
    {T::verdict_spending_untold, "el gasto no se distingue", "spending cannot be told"},
    {T::verdict_marginal, "cada beneficiario adicional cuesta M$ {0}, donde el promedio de la base es {1}",
     "each additional beneficiary costs M$ {0}, where the base's average is {1}"},
    {T::verdict_saving, "cada beneficiario menos ahorra M$ {0}, donde el promedio de la base es {1}",
     "each beneficiary fewer saves M$ {0}, where the base's average is {1}"},
    {T::verdict_fates, "ganan {0} empresas y pierden {1}", "{0} enterprises win and {1} lose"},
    {T::verdict_fates_none, "ninguna empresa gana ni pierde un día", "no enterprise wins or loses a day"},
    {T::verdict_limit_base, "Con «{0}»: {1}", "With “{0}”: {1}"},
    {T::verdict_limit_alternative, "Con «{0}»: {1}", "With “{0}”: {1}"},
    {T::more, "más", "more"},
    {T::fewer, "menos", "fewer"},
    {T::less, "menos", "less"},

    {T::sweep_title, "«{0}» · {1} réplicas de cada punto, con los mismos números",
     "“{0}” · {1} replications of each point, with the same numbers"},
    {T::sweep_points, "Cómo responde, {0}", "How it responds, {0}"},
    {T::sweep_steps, "Lo que vale cada paso, {0}–{1}", "What each step is worth, {0}–{1}"},
    {T::sweep_from_to, "Paso", "Step"},
    {T::sweep_more_beneficiaries, "Beneficiarios", "Beneficiaries"},
    {T::sweep_more_spending, "Gasto (M$)", "Spending (M$)"},
    {T::sweep_cost_of_point, "Costo por punto de cobertura, {0} (M$)", "Cost per point of coverage, {0} (M$)"},
    {T::sweep_saturated, "{0}: desde {1} ningún paso trae más beneficiarios que su error.",
     "{0}: from {1} on no step brings more beneficiaries than its error."},
    {T::sweep_unsaturated, "{0}: no se satura en lo recorrido, hasta {1}.",
     "{0}: it does not saturate in what was covered, up to {1}."},
    {T::sweep_note,
     "± es el semiancho del intervalo de 95 %; el de cada paso es de las mismas réplicas en sus dos extremos. El costo "
     "es "
     "gasto adicional sobre beneficiarios adicionales, de todos los años; el de un punto de cobertura, de la población "
     "objetivo en el último.",
     "± is the half-width of the 95% interval; that of each step is of the same replications at both ends. The cost is "
     "additional spending over additional beneficiaries, of all years; that of a point of coverage, of the target "
     "population in the last one."},

    {T::cause_orientation, "porque faltan horas de orientación en {0} de {1} centros",
     "because orientation hours lack at {0} of {1} centres"},
    {T::cause_slots, "porque se agotan los cupos en {0} de {1} centros", "because slots run out at {0} of {1} centres"},
    {T::cause_hours, "porque faltan horas de asesores en {0} de {1} centros",
     "because advisor hours lack at {0} of {1} centres"},
    {T::cause_funds, "porque faltan fondos en {0} de {1} centros", "because funds lack at {0} of {1} centres"},
    {T::queue_attention, "la cola por atención", "the queue for attention"},
    {T::queue_slots, "la cola por un cupo", "the queue for a slot"},
    {T::queue_grows, "{0} crece desde {1} (de {2} empresas a {3} en {4}){5}",
     "{0} grows from {1} on (from {2} enterprises to {3} in {4}){5}"},
    {T::no_queue_grows, "ni la cola por atención ni la cola por un cupo crecen",
     "neither the queue for attention nor that for a slot grows"},
    {T::story_of, "Con «{0}», {1}.", "With “{0}”, {1}."},
    {T::month_of_year, "{0} de {1}", "{0} {1}"},
    {T::due_to, "Se debe a", "Due to"},
    {T::whole_difference, "Diferencia", "Difference"},
    {T::why_they_differ, "Por qué resultan distintos", "Why they come out differently"},
    {T::why_title, "Por qué «{0}» difiere de «{1}»", "Why “{0}” differs from “{1}”"},
    {T::shares_note,
     "Cada parte es lo que su cambio aporta, en promedio sobre todos los órdenes en que los cambios podrían hacerse "
     "(Shapley); las partes suman la diferencia exactamente, réplica por réplica. ± es el semiancho del intervalo de "
     "95 "
     "%. Los cambios que por separado no hacen un escenario válido van juntos.",
     "Each share is what its change brings, on average over all the orders in which the changes could be made "
     "(Shapley); shares sum to the difference exactly, replication by replication. ± is the half-width of the 95% "
     "interval. Changes that make no valid scenario apart go together."},
    {T::quarter, "Trimestre", "Quarter"},
    {T::quarter_of_year, "{0}.º de {1}", "Q{0} {1}"},
    {T::limits_by_quarter, "Centros en que falta más de la mitad de los días",
     "Centres at which it lacks on more than half of the days"},
    {T::limits_by_quarter_of_two, "Centros en que falta más de la mitad de los días, base → alternativa",
     "Centres at which it lacks on more than half of the days, base → alternative"},
    {T::centre, "Centro", "Centre"},
    {T::more_money, "M$ más al año", "M$ more a year"},
    {T::and_more, "{0} y {1} más", "{0} and {1} more"},
    {T::per_million, "Por cada millón de pesos al año", "For each million pesos a year"},
    {T::more_beneficiaries, "Beneficiarios más, {0}–{1}", "More beneficiaries, {0}–{1}"},
    {T::slots_used, "Cupos ocupados, {0}", "Slots in use, {0}"},
    {T::marginal_title, "Lo que traería uno más, en «{0}» ({1} réplicas de cada caso)",
     "What one more would bring, in “{0}” ({1} replications of each case)"},
    {T::marginal_verdict, "Un asesor más trae más beneficiarios en {0} de {1} centros: en {2}, {3}; en {4}, {5}.",
     "An advisor more brings more beneficiaries at {0} of {1} centres: at {2}, {3}; at {4}, {5}."},
    {T::marginal_components, "Un centésimo más de dinero en un componente", "A hundredth more money in a component"},
    {T::marginal_offices, "Un asesor más en un centro, con el dinero para él y para sus planes",
     "An advisor more at a centre, with the money for it and for its plans"},
    {T::marginal_note,
     "Cada caso cambia una sola cosa, desde el primer año medido, con los mismos números aleatorios. = si no cambia en "
     "nada; el costo por beneficiario adicional es el gasto que de verdad se agrega.",
     "Each case changes one thing only, from the first measured year on, with the same random numbers. = where nothing "
     "changes; the cost per additional beneficiary is of the spending that is truly added."},
});

// In the order of T and complete, or it does not compile: text() finds a text by its place.
constexpr bool in_order() {
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (texts[i].key != static_cast<T>(i) || texts[i].es.empty() || texts[i].en.empty()) {
            return false;
        }
    }
    return texts.size() == static_cast<std::size_t>(T::count_);
}
static_assert(in_order(), "the catalogue of texts follows the order of T, with nothing missing in either language");

// In the order of an enterprise's way, then money, then outcomes and limits.
constexpr auto labels = std::to_array<MetricLabel>({
    {"arrivals", "Llegadas", "Arrivals"},
    {"returns", "Vuelven las que se fueron sin plan", "Come again, having left without a plan"},
    {"balked", "Hallan la oficina llena y se van", "Find the office full and go"},
    {"left_attention", "Se van antes de ser atendidas", "Left before being attended"},
    {"attended_persons", "Personas atendidas", "Persons attended"},
    {"informed", "Atendidas, solo información", "Attended, information only"},
    {"diagnosed", "Diagnosticadas", "Diagnosed"},
    {"referred", "No califican y son derivadas", "Do not qualify: referred"},
    {"re_entries", "Egresadas que piden otro plan", "Graduates that ask again"},
    {"qualified", "Califican o piden otro plan", "Qualify or ask again"},
    {"turned_away", "Hallan la lista llena", "Find the list full"},
    {"declined", "Rechazan el cupo ofrecido", "Declined the slot offered"},
    {"withdrawn", "Se retiran de la espera", "Left the waiting list"},
    {"admissions", "Admisiones a un plan", "Admissions to a plan"},
    {"advised_persons", "Personas asesoradas", "Persons advised"},
    {"served_share_of_qualified", "Admisiones / las que califican", "Admissions / those that qualify"},
    {"beneficiaries", "Población Beneficiaria", "Beneficiary population"},
    {"beneficiaries_unique_cumulative", "Beneficiarios únicos acumulados", "Unique beneficiaries, cumulative"},
    {"coverage_target", "Cobertura (Beneficiaria/Objetivo)", "Coverage (Beneficiary/Target)"},
    {"coverage_potential", "Cobertura (Beneficiaria/Potencial)", "Coverage (Beneficiary/Potential)"},
    {"coverage_target_cumulative", "Cobertura acumulada (Únicos/Objetivo)", "Cumulative coverage (Unique/Target)"},
    {"interrupted", "Planes cortados por falta de asesor", "Plans cut short for lack of advisor"},
    {"sessions_held", "Sesiones de asesoría realizadas", "Advisory sessions held"},
    {"no_shows", "Sesiones perdidas por inasistencia", "Sessions lost to no-shows"},
    {"graduates", "Egresos", "Graduates"},
    {"dropouts", "Abandonos", "Dropouts"},
    {"linkages_started", "Vinculaciones iniciadas", "Linkages started"},
    {"alliances", "Alianzas realizadas", "Alliances realised"},
    {"attention_wait_days_mean", "Espera de atención, media (días)", "Wait for attention, mean (days)"},
    {"attention_wait_days_p90", "Espera de atención: 9 de cada 10, a lo más (días)",
     "Wait for attention: 9 out of 10, at most (days)"},
    {"wait_days_mean", "Espera de cupo, media (días)", "Wait for a slot, mean (days)"},
    {"wait_days_median", "Espera de cupo, mediana (días)", "Wait for a slot, median (days)"},
    {"offer_days_median", "Hasta ofrecerle cupo, mediana (días)", "Until offered a slot, median (days)"},
    {"wait_days_p90", "Espera de cupo: 9 de cada 10, a lo más (días)", "Wait for a slot: 9 out of 10, at most (days)"},
    {"plan_months_mean", "Duración de los planes (meses)", "Length of plans (months)"},
    {"plan_months_graduates", "Duración de los planes que egresan (meses)", "Length of plans that graduate (months)"},
    {"attention_waiting", "Esperan atención al fin del mes", "Waiting for attention at the end of the month"},
    {"waiting", "Esperan cupo al fin del mes", "Waiting for a slot at the end of the month"},
    {"in_plan", "En plan de trabajo al fin del mes", "In a work plan at the end of the month"},
    {"attention_waiting_year_end", "Esperan atención al 31 de diciembre", "Waiting for attention on 31 December"},
    {"waiting_year_end", "Esperan cupo al 31 de diciembre", "Waiting for a slot on 31 December"},
    {"in_plan_year_end", "En plan de trabajo al 31 de diciembre", "In a work plan on 31 December"},
    {"orientation_utilisation", "Horas de orientación usadas", "Orientation hours used"},
    {"slot_utilisation", "Cupos ocupados", "Slots occupied"},
    {"hour_utilisation", "Horas de asesores usadas", "Advisor hours used"},
    {"problem_share_of_admitted", "Admitidas con el problema", "Admitted with the problem"},
    {"inclusion_error", "Error de inclusión", "Inclusion error"},
    {"exclusion_error", "Error de exclusión", "Exclusion error"},
    {"concentration_diagnosed", "Concentración por filtro y prioridad", "Concentration by filter and priority"},
    {"concentration_qualified", "Concentración por la prioridad", "Concentration by priority"},
    {"beneficiaries_gini", "Gini de los centros", "Gini of the centres"},
    {"served_gap_rural_urban", "Brecha rural menos urbano", "Gap, rural less urban"},
    {"served_gap_women_men", "Brecha mujeres menos hombres", "Gap, women less men"},
    {"spending", "Gasto", "Spending"},
    {"appropriation", "Presupuesto", "Appropriation"},
    {"unspent", "Saldo devuelto", "Unspent, returned"},
    {"unit_cost", "Gasto unitario", "Unit cost"},
    {"admin_share", "Porcentaje gasto administrativo", "Share of administrative spending"},
    {"ledger_difference", "Diferencia del libro mayor", "Difference in the ledger"},
    {"first_refusal_day", "Día en que se agotan los fondos", "Day on which funds run out"},
    {"survival_t2", "Sobreviven en t+2 (vigentes y con ventas)", "Survive at t+2 (active, with sales)"},
    {"survival_t2_counterfactual", "Sobreviven en t+2 sin efecto del programa", "Survive at t+2 without effect"},
    {"sales_up_t1", "Aumentan sus ventas en 5 % en t+1", "Sales up by 5% at t+1"},
    {"sales_up_t1_counterfactual", "Aumentan sus ventas en t+1 sin efecto del programa",
     "Sales up at t+1 without effect"},
    {"survival_t2_with_informal", "Sobreviven en t+2, con informales", "Survive at t+2, with informal"},
    {"sales_up_t1_with_informal", "Aumentan sus ventas en t+1, con informales", "Sales up at t+1, with informal"},
    {"epg_profits", "Aumentan sus utilidades", "Greater profits"},
    {"epg_profits_counterfactual", "Aumentan sus utilidades, sin efecto", "Greater profits, without effect"},
    {"epg_first_invoice", "Emiten su primera factura", "First invoice"},
    {"epg_first_invoice_counterfactual", "Emiten su primera factura, sin efecto", "First invoice, without effect"},
    {"epg_formalisation", "Se formalizan", "Become formal"},
    {"epg_formalisation_counterfactual", "Se formalizan, sin efecto", "Become formal, without effect"},
    {"epg_jobs", "Generan empleo", "Create jobs"},
    {"epg_jobs_counterfactual", "Generan empleo, sin efecto", "Create jobs, without effect"},
    {"epg_financing", "Obtienen financiamiento", "Obtain financing"},
    {"epg_financing_counterfactual", "Obtienen financiamiento, sin efecto", "Obtain financing, without effect"},
    {"epg_admin_problems", "Resuelven problemas administrativos", "Solve administrative problems"},
    {"epg_admin_problems_counterfactual", "Resuelven problemas administrativos, sin efecto",
     "Solve administrative problems, without effect"},
    {"epg_new_markets", "Entran a nuevos mercados", "Enter new markets"},
    {"epg_new_markets_counterfactual", "Entran a nuevos mercados, sin efecto", "Enter new markets, without effect"},
    {"epg_new_products", "Ofrecen nuevos productos", "Offer new products"},
    {"epg_new_products_counterfactual", "Ofrecen nuevos productos, sin efecto", "Offer new products, without effect"},
    {"travel_hours", "Horas de viaje a satélites", "Hours of travel to satellites"},
    {"transferred", "Traspasos recibidos (M$)", "Transfers received (M$)"},
    {"overrun", "Gasto sobre el presupuesto (M$)", "Spending beyond the appropriation (M$)"},
    {"recovered", "Devuelto en un año posterior (M$)", "Paid back in a later year (M$)"},
    {"spending_nominal", "Gasto en pesos nominales (M$)", "Spending in nominal pesos (M$)"},
    {"admin_over_cap", "Años en que administración pasa de su tope", "Years in which administration is above its cap"},
    {"limit_demand", "Límite: demanda", "Limit: demand"},
    {"limit_orientation", "Límite: horas de orientación", "Limit: orientation hours"},
    {"limit_slots", "Límite: cupos", "Limit: slots"},
    {"limit_hours", "Límite: horas de asesores", "Limit: advisor hours"},
    {"limit_funds", "Límite: fondos", "Limit: funds"},
});

constexpr auto units = std::to_array<MetricLabel>({
    {"persons", "personas", "persons"},
    {"enterprises", "empresas", "enterprises"},
    {"ratio", "proporción", "ratio"},
    {"days", "días", "days"},
    {"day of year", "día del año", "day of year"},
    {"months", "meses", "months"},
    {"sessions", "sesiones", "sessions"},
    {"linkages", "vinculaciones", "linkages"},
    {"alliances", "alianzas", "alliances"},
    {"hours", "horas", "hours"},
    {"plans", "planes", "plans"},
});

constexpr auto levels = std::to_array<MetricLabel>({
    {"programme", "programa", "programme"},
    {"region", "región", "region"},
    {"office", "centro", "office"},
    {"group", "grupo", "group"},
    {"component", "componente", "component"},
});
static_assert(levels.size() == results::level_names.size());

constexpr auto months = std::to_array<MetricLabel>({
    {"1", "enero", "January"},
    {"2", "febrero", "February"},
    {"3", "marzo", "March"},
    {"4", "abril", "April"},
    {"5", "mayo", "May"},
    {"6", "junio", "June"},
    {"7", "julio", "July"},
    {"8", "agosto", "August"},
    {"9", "septiembre", "September"},
    {"10", "octubre", "October"},
    {"11", "noviembre", "November"},
    {"12", "diciembre", "December"},
});

std::string_view found(std::span<const MetricLabel> table, std::string_view name, Lang lang) {
    const auto label = std::find_if(table.begin(), table.end(), [&](const auto& l) { return l.name == name; });
    return label == table.end() ? name : core::in(lang, label->es, label->en);
}

constexpr auto groups = std::to_array<MetricLabel>({
    {"sex=female", "Mujeres", "Women"},
    {"sex=male", "Hombres", "Men"},
    {"territory=urban", "Territorio urbano", "Urban territory"},
    {"territory=mixed", "Territorio mixto", "Mixed territory"},
    {"territory=rural", "Territorio rural", "Rural territory"},
    {"kind=informal", "Informales", "Informal"},
    {"kind=natural_person", "Personas naturales", "Natural persons"},
    {"kind=legal_entity", "Personas jurídicas", "Legal entities"},
    {"kind=cooperative", "Cooperativas", "Cooperatives"},
    {"band=low", "Potencial bajo", "Low potential"},
    {"band=medium", "Potencial mediano", "Medium potential"},
    {"band=high", "Potencial alto", "High potential"},
});

}  // namespace

std::span<const Entry> catalogue() { return texts; }

std::string_view text(T key, Lang lang) {
    const Entry& entry = texts.at(static_cast<std::size_t>(key));
    return core::in(lang, entry.es, entry.en);
}

std::span<const MetricLabel> metric_labels() { return labels; }

std::string_view metric_label(std::string_view name, Lang lang) { return found(labels, name, lang); }

std::string_view unit_label(std::string_view unit, Lang lang) { return found(units, unit, lang); }

std::string_view level_label(results::Level level, Lang lang) {
    const auto& label = levels.at(static_cast<std::size_t>(level));
    return core::in(lang, label.es, label.en);
}

std::string_view group_label(std::string_view id, Lang lang) { return found(groups, id, lang); }

std::string_view month_name(int month, Lang lang) {
    const auto& label = months.at(static_cast<std::size_t>(month - 1));
    return core::in(lang, label.es, label.en);
}

std::string component_name(std::string_view id, Lang lang) {
    constexpr std::array<std::pair<std::string_view, T>, 5> names = {{{"attention", T::name_attention},
                                                                      {"advisory", T::name_advisory},
                                                                      {"alliances", T::name_alliances},
                                                                      {"admin", T::name_admin},
                                                                      {"", T::total}}};
    const auto name = std::find_if(names.begin(), names.end(), [&](const auto& n) { return n.first == id; });
    return std::string(name == names.end() ? id : text(name->second, lang));
}

}  // namespace aforo::report
