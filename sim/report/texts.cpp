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

    {T::header, "aforo {0} · escenario «{1}» · {2} réplicas · semilla {3} · huella {4}",
     "aforo {0} · scenario “{1}” · {2} replications · seed {3} · digest {4}"},
    {T::one_replication, "Una sola réplica: no hay intervalo ni rango, y no sirve para decidir.",
     "A single replication: there is neither interval nor range, and it is no basis for a decision."},
    {T::how_to_read,
     "Simulado: el promedio de las réplicas ± el semiancho de su intervalo de confianza de 95 %; al lado o debajo, el "
     "rango p10–p90, en el que caen 8 de cada 10 futuros.",
     "Simulated: the mean of the replications ± the half-width of its 95% confidence interval; beside or below it, the "
     "p10–p90 range, in which 8 out of 10 futures fall."},
    {T::how_to_read_money, "El dinero está en M$: miles de pesos de {0}.", "Money is in M$: thousand pesos of {0}."},
    {T::section_components, "Componentes, {0}", "Components, {0}"},
    {T::section_population, "Población y cobertura", "Population and coverage"},
    {T::section_indicators, "Indicadores, por año de egreso de la cohorte",
     "Indicators, by the year in which the cohort graduates"},
    {T::section_funnel, "El camino de las empresas", "The way of the enterprises"},
    {T::section_waits, "Esperas y existencias", "Waits and stocks"},
    {T::section_use, "Uso de la capacidad", "Use of capacity"},
    {T::section_budget, "Ejecución del presupuesto (M$)", "Budget execution (M$)"},
    {T::section_limits, "Qué limita al programa (% del tiempo de oficina)",
     "What limits the programme (% of office time)"},
    {T::section_other, "Otras medidas", "Other measures"},
    {T::measure, "Medida", "Measure"},
    {T::planned, "Planificado", "Planned"},
    {T::simulated, "Simulado", "Simulated"},
    {T::half_width, "± 95 %", "± 95%"},
    {T::range_p10_p90, "p10–p90", "p10–p90"},
    {T::difference, "Diferencia", "Difference"},
    {T::planned_suffix, "{0}: planificado", "{0}: planned"},
    {T::simulated_suffix, "{0}: simulado", "{0}: simulated"},
    {T::spending, "Gasto (M$)", "Spending (M$)"},
    {T::unit_cost, "Gasto unitario (M$)", "Unit cost (M$)"},
    {T::year, "Año", "Year"},
    {T::year_and_component, "Año y componente", "Year and component"},
    {T::appropriation, "Presupuesto", "Appropriation"},
    {T::unspent, "Saldo devuelto: simulado", "Returned: simulated"},
    {T::ledger_difference, "Presupuesto = gasto + saldo devuelto, por réplica, componente y año. Diferencia: {0}",
     "Appropriation = spending + returned, by replication, component and year. Difference: {0}"},
    {T::exhausted, "Fondos agotados: {0} {1}, en {2} de las réplicas; mediana de la primera negativa: {3}.",
     "Funds exhausted: {0} {1}, in {2} of the replications; median of the first refusal: {3}."},
    {T::name_attention, "Atención", "Attention"},
    {T::name_advisory, "Asesoría", "Advisory"},
    {T::name_alliances, "Alianzas", "Alliances"},
    {T::name_admin, "Administración", "Administration"},

    {T::limit_demand, "Demanda", "Demand"},
    {T::limit_orientation, "Horas de orientación", "Orientation hours"},
    {T::limit_slots, "Cupos", "Slots"},
    {T::limit_hours, "Horas de asesores", "Advisor hours"},
    {T::limit_funds, "Fondos", "Funds"},
    {T::verdict_demand_always,
     "En ninguno de los años se agotan cupos, horas ni fondos: lo que limita al programa es la demanda.",
     "In none of the years do slots, hours or funds run out: what limits the programme is demand."},
    {T::verdict_demand, "{0} lo que limita al programa es la demanda", "{0} what limits the programme is demand"},
    {T::verdict_demand_though,
     "{0} lo que limita al programa es la demanda, aunque no siempre (lo segundo: {1}, {2} del tiempo de oficina)",
     "{0} what limits the programme is demand, though not always (next: {1}, {2} of office time)"},
    {T::verdict_slots,
     "{0} lo que limita al programa son los cupos de asesoría (en {1} del tiempo de oficina hay cola por ellos)",
     "{0} what limits the programme is advisory slots (in {1} of office time there is a queue for them)"},
    {T::verdict_orientation,
     "{0} lo que limita al programa son las horas de orientación (en {1} del tiempo de oficina hay cola por ellas)",
     "{0} what limits the programme is orientation hours (in {1} of office time there is a queue for them)"},
    {T::verdict_hours,
     "{0} lo que limita al programa son las horas de los asesores (en {1} del tiempo de oficina faltan)",
     "{0} what limits the programme is advisor hours (in {1} of office time they are short)"},
    {T::verdict_funds,
     "{0} lo que limita al programa son los fondos (en {1} del tiempo de oficina hay cola a la espera de ellos)",
     "{0} what limits the programme is funds (in {1} of office time there is a queue waiting for them)"},
    {T::verdict_exhausted, "los fondos de {0} se agotan en {1} en {2} de las réplicas (primera negativa: {3})",
     "the funds of {0} run out in {1} in {2} of the replications (first refusal: {3})"},
    {T::verdict_unknown, "Esta corrida no guardó qué limita al programa.",
     "This run did not record what limits the programme."},
    {T::definitions_title, "Qué mide cada resultado", "What each result measures"},
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

constexpr auto labels = std::to_array<MetricLabel>({
    {"arrivals", "Llegadas", "Arrivals"},
    {"attended_persons", "Personas atendidas", "Persons attended"},
    {"diagnosed", "Diagnosticadas", "Diagnosed"},
    {"qualified", "Califican para asesoría", "Qualified for advisory"},
    {"referred", "Derivadas", "Referred"},
    {"advised_persons", "Personas asesoradas (admisiones)", "Persons advised (admissions)"},
    {"beneficiaries", "Población Beneficiaria", "Beneficiary population"},
    {"beneficiaries_unique_cumulative", "Beneficiarios únicos acumulados", "Unique beneficiaries, cumulative"},
    {"withdrawn", "Se retiran de la espera", "Withdrew while waiting"},
    {"declined", "Declinan la oferta de cupo", "Declined the slot offered"},
    {"graduates", "Egresos", "Graduates"},
    {"dropouts", "Abandonos", "Dropouts"},
    {"attention_waiting_year_end", "Esperan atención al 31 de diciembre", "Waiting for attention on 31 December"},
    {"waiting_year_end", "Esperan cupo al 31 de diciembre", "Waiting for a slot on 31 December"},
    {"in_plan_year_end", "En plan de trabajo al 31 de diciembre", "In a work plan on 31 December"},
    {"attention_wait_days_mean", "Espera de atención, media (días)", "Wait for attention, mean (days)"},
    {"wait_days_mean", "Espera de cupo, media (días)", "Wait for a slot, mean (days)"},
    {"wait_days_median", "Espera de cupo, mediana (días)", "Wait for a slot, median (days)"},
    {"wait_days_p90", "Espera de cupo: 9 de cada 10 esperan menos de (días)",
     "Wait for a slot: 9 out of 10 wait less than (days)"},
    {"plan_months_mean", "Duración de los planes, todos (meses)", "Length of plans, all (months)"},
    {"plan_months_graduates", "Duración de los planes, egresados (meses)", "Length of plans, graduates (months)"},
    {"slot_utilisation", "Cupos ocupados", "Slots occupied"},
    {"hour_utilisation", "Horas de asesores usadas", "Advisor hours used"},
    {"orientation_utilisation", "Horas de orientación usadas", "Orientation hours used"},
    {"alliances", "Alianzas realizadas", "Alliances realised"},
    {"spending", "Gasto", "Spending"},
    {"appropriation", "Presupuesto", "Appropriation"},
    {"unspent", "Saldo devuelto", "Returned"},
    {"unit_cost", "Gasto unitario", "Unit cost"},
    {"admin_share", "Porcentaje gasto administrativo", "Share of administrative spending"},
    {"coverage_target", "Cobertura (Beneficiaria/Objetivo)", "Coverage (Beneficiary/Target)"},
    {"coverage_potential", "Cobertura (Beneficiaria/Potencial)", "Coverage (Beneficiary/Potential)"},
    {"coverage_target_cumulative", "Cobertura acumulada (Únicos/Objetivo)", "Cumulative coverage (Unique/Target)"},
    {"served_share_of_qualified", "Admitidas sobre las que califican", "Admitted over qualified"},
    {"survival_t2", "Sobreviven en t+2 (vigentes y con ventas)", "Survive at t+2 (active, with sales)"},
    {"sales_up_t1", "Aumentan sus ventas en 5 % en t+1", "Sales up by 5% at t+1"},
});

constexpr auto units = std::to_array<MetricLabel>({
    {"persons", "personas", "persons"},
    {"enterprises", "empresas", "enterprises"},
    {"ratio", "proporción", "ratio"},
    {"days", "días", "days"},
    {"months", "meses", "months"},
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

}  // namespace

std::span<const Entry> catalogue() {
    return texts;
}

std::string_view text(T key, Lang lang) {
    const Entry& entry = texts.at(static_cast<std::size_t>(key));
    return core::in(lang, entry.es, entry.en);
}

std::span<const MetricLabel> metric_labels() {
    return labels;
}

std::string_view metric_label(std::string_view name, Lang lang) {
    return found(labels, name, lang);
}

std::string_view unit_label(std::string_view unit, Lang lang) {
    return found(units, unit, lang);
}

std::string_view level_label(results::Level level, Lang lang) {
    const auto& label = levels.at(static_cast<std::size_t>(level));
    return core::in(lang, label.es, label.en);
}

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
