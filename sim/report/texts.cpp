#include "aforo/report/texts.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "aforo/report/utf8.hpp"
#include "aforo/results/components.hpp"
#include "texts_experiments.hpp"
#include "texts_page.hpp"
#include "texts_workbook.hpp"

namespace aforo::report {

namespace {

// The sheet, the terminal's summary and what limits the programme.
constexpr auto summary_texts = std::to_array<Entry>({
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
    {T::few_replications, "Con {0} réplicas ese rango apenas orienta: pida 20 o más.",
     "With {0} replications that range is hardly a hint: ask for 20 or more."},
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
     "Ventas: N° de Mipes y cooperativas egresadas en el año t que aumentan ventas en un {} en el año t+1 / N° de "
     "Mipes y cooperativas egresadas en el año t",
     "Sales: No. of MSMEs and cooperatives that graduated in year t with sales up by {} in year t+1 / No. of MSMEs and "
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
    {T::transfers_simulated, "Traspasos netos", "Net transfers"},
    {T::overrun_simulated, "Exceso simulado", "Simulated overrun"},
    {T::ledger_difference,
     "Presupuesto + traspasos netos + exceso = gasto + saldo devuelto, por réplica, componente y año. Diferencia: {0}",
     "Appropriation + net transfers + overrun = spending + unspent, by replication, component and year. Difference: "
     "{0}"},
    {T::exhausted_funds, "Fondos que se agotan: día en que por primera vez faltan para un gasto variable (mediana)",
     "Funds that run out: day on which they are first lacking for a variable cost (median)"},
    {T::replications, "Réplicas", "Replications"},
    {T::replications_of, "{0} de {1}", "{0} of {1}"},
    {T::first_refusal, "Día", "Day"},
    {T::also_recorded, "Sin total del programa, en results.csv: {0}.",
     "Without a programme total, in results.csv: {0}."},
    {T::name_plans, "Asesoría: solo el dinero de los planes de un asesor",
     "Advisory: only the money for an advisor's plans"},

    {T::limit_demand, "Demanda", "Demand"},
    {T::limit_orientation, "Horas de orientación", "Orientation hours"},
    {T::limit_slots, "Cupos", "Slots"},
    {T::limit_hours, "Horas de asesores", "Advisor hours"},
    {T::limit_funds, "Fondos", "Funds"},
    {T::limits_note, "Demanda: nadie espera más de lo normal. Lo demás puede faltar a la vez en un mismo centro y día.",
     "Demand: nobody waits longer than normal. The others may lack together at one centre on one day."},
    {T::verdict_nothing_binds,
     "cupos, horas y fondos casi nunca topan: lo que limita es la demanda (en {0} de los días-centro nadie espera más "
     "de "
     "lo normal)",
     "slots, hours and funds hardly ever bind: what limits is demand (on {0} of centre-days nobody waits longer than "
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
    {T::verdict_money_then, "el tope del año es {0}; antes de eso, contado sobre todo el año, {1}",
     "what caps the year is {0}; before that, counted over the whole year, {1}"},
    {T::verdict_money_beside, "el dinero de {0} se agota {1}", "the money of {0} runs out on {1}"},
    {T::verdict_nobody_qualifies, "nadie califica: ninguna empresa diagnosticada cumple todos los criterios",
     "nobody qualifies: no enterprise diagnosed meets all the criteria"},
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
});

template <std::size_t... sizes>
constexpr auto joined(const std::array<Entry, sizes>&... parts) {
    std::array<Entry, (sizes + ...)> all{};
    std::size_t place = 0;
    const auto append = [&](const auto& part) {
        for (const Entry& entry : part) {
            all[place++] = entry;
        }
    };
    (append(parts), ...);
    return all;
}

constexpr auto texts = joined(summary_texts, experiment_texts, page_texts, chart_texts, about_texts, workbook_texts);

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

// A word of the results, as reports say it.
struct Word {
    std::string_view name, es, en;
};

constexpr auto units = std::to_array<Word>({
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

constexpr auto levels = std::to_array<Word>({
    {"programme", "programa", "programme"},
    {"region", "región", "region"},
    {"office", "centro", "office"},
    {"group", "grupo", "group"},
    {"component", "componente", "component"},
});
static_assert(levels.size() == results::level_names.size());

constexpr auto months = std::to_array<Word>({
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

std::string_view found(std::span<const Word> table, std::string_view name, Lang lang) {
    const auto label = std::find_if(table.begin(), table.end(), [&](const auto& l) { return l.name == name; });
    return label == table.end() ? name : core::in(lang, label->es, label->en);
}

constexpr auto groups = std::to_array<Word>({
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

std::string label_of(const results::Column& column, Lang lang) {
    const std::string_view label = core::in(lang, column.label.es, column.label.en);
    return printable(label.empty() ? column.name : label);
}

std::string label_of(const results::Run& run, std::string_view measure, Lang lang) {
    const results::Column* column = run.column(measure);
    return column == nullptr ? printable(measure) : label_of(*column, lang);
}

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
    if (id.empty()) return phrase(T::total, lang);
    if (id == results::money_for_plans) return phrase(T::name_plans, lang);
    const auto* component = results::find_component(id);
    return std::string(component == nullptr ? id : core::in(lang, component->es, component->en));
}

std::string how_to_read(int replications, Lang lang) {
    constexpr int enough = 20;
    if (replications == 1) return phrase(T::one_replication, lang);
    const std::string all = phrase(T::how_to_read, lang);
    return replications >= enough ? all : all + " " + phrase(T::few_replications, lang, replications);
}

}  // namespace aforo::report
