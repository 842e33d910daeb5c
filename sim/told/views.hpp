// The measures that each part of a report shows, all in this file. A measure knows its own name, meaning and shape
// (results/column.hpp); a label here replaces the name in a row whose heading already says part of it.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "limits.hpp"
#include "planned.hpp"

namespace aforo::told::views {

inline constexpr Text own{"", ""};  // the measure's own label
inline constexpr Text median{"mediana", "median"};
inline constexpr Text within_90{"dentro de 90 días", "within 90 days"},
    within_180{"dentro de 180 días", "within 180 days"};
// The share of those who ask for a slot that are offered one in time. Waits are compared by it, because leaving some
// people out shortens the waits of the others.
inline constexpr const char* offered = "offered_within_90_days";
inline constexpr Text nine_in_ten{"9 de cada 10, a lo más", "9 out of 10, at most"};
inline constexpr Text without_effect{"sin efecto", "without effect"};

// When a row is shown: always; if the run has the measure; if it is not zero everywhere (used only by some scenarios);
// if it differs from admissions (persons equal enterprises unless the scenario says more).
enum class Show : std::uint8_t { always, measured, not_zero, unlike_admissions };

// A measure shown by year.
struct YearRow {
    std::string_view measure;
    Show show = Show::always;
    Text label = own;
    int indent = 0;
};

// A measure beside its plan: its name, and below it the planned value, the simulated one and, for some, its range.
struct PlannedRow {
    std::string_view measure;
    plan::Function planned = nullptr;
    bool has_range = false;
    Text label = own;
};

inline constexpr auto population = std::to_array<PlannedRow>({
    {"beneficiaries", plan::beneficiaries, true},
    {"coverage_potential", plan::coverage_potential},
    {"coverage_target", plan::coverage_target, true},
    {"unit_cost", plan::unit_cost, true, {"Gasto por beneficiario (M$)", "Spending per beneficiary (M$)"}},
    {"beneficiaries_unique_cumulative"},
    {"coverage_target_cumulative"},
});

// An indicator of the sheet, by the year in which its cohort graduates. In the formula, {} stands for the sales
// threshold.
struct Indicator {
    Text formula;
    std::string_view measure, counterfactual, with_informal;
    std::optional<double> results::Sheet::*planned;
};
inline constexpr auto indicators = std::to_array<Indicator>(
    {{{"Sobrevivencia: N° de Mipes y cooperativas egresadas en el año t con ventas en el año t+2 / N° de Mipes y "
       "cooperativas egresadas en el año t",
       "Survival: No. of MSMEs and cooperatives that graduated in year t with sales in year t+2 / No. of MSMEs and "
       "cooperatives that graduated in year t"},
      "survival_t2",
      "survival_t2_counterfactual",
      "survival_t2_with_informal",
      &results::Sheet::survival_t2},
     {{"Ventas: N° de Mipes y cooperativas egresadas en el año t que aumentan ventas en un {} en el año t+1 / N° de "
       "Mipes y cooperativas egresadas en el año t",
       "Sales: No. of MSMEs and cooperatives that graduated in year t with sales up by {} in year t+1 / No. of MSMEs "
       "and cooperatives that graduated in year t"},
      "sales_up_t1",
      "sales_up_t1_counterfactual",
      "sales_up_t1_with_informal",
      &results::Sheet::sales_up_t1}});

inline constexpr auto funnel = std::to_array<YearRow>({
    {"arrivals"},
    {"returns", Show::not_zero},
    {"balked", Show::not_zero},
    {"left_attention"},
    {"attended_persons"},
    {"informed"},
    {"diagnosed"},
    {"referred"},
    {"re_entries"},
    {"qualified"},
    {"turned_away", Show::not_zero},
    {"declined"},
    {"withdrawn"},
    {"admissions"},
    {"advised_persons", Show::unlike_admissions},
    {"served_share_of_qualified"},
    {"interrupted", Show::not_zero},
    {"sessions_held"},
    {"no_shows", Show::always, {"perdidas por inasistencia", "lost to no-shows"}, 1},
    {"graduates"},
    {"dropouts"},
    {"linkages_started"},
    {"alliances"},
});
inline constexpr auto waits = std::to_array<YearRow>({
    {"attention_wait_days_mean"},
    {"attention_wait_days_p90", Show::always, nine_in_ten, 1},
    {"wait_days_mean"},
    {"wait_days_median", Show::always, median, 1},
    {"wait_days_p90", Show::always, nine_in_ten, 1},
    {"offer_days_median", Show::measured},
    {"offered_within_30_days", Show::measured},
    {"offered_within_90_days", Show::measured, within_90, 1},
    {"offered_within_180_days", Show::measured, within_180, 1},
    {"plan_months_mean"},
    {"plan_months_graduates", Show::always, {"los que egresan", "those that graduate"}, 1},
    {"attention_waiting_year_end"},
    {"waiting_year_end"},
    {"in_plan_year_end"},
});
inline constexpr auto use = std::to_array<YearRow>({
    {"orientation_utilisation"},
    {"slot_utilisation"},
    {"hour_utilisation"},
    {"travel_hours", Show::not_zero},
});
inline constexpr auto equity = std::to_array<YearRow>({
    {"problem_share_of_admitted", Show::measured},
    {"inclusion_error", Show::measured},
    {"exclusion_error", Show::measured},
    {"concentration_qualified", Show::measured},
    {"concentration_diagnosed", Show::measured, {"con el filtro además", "and by the filter"}, 1},
    {"beneficiaries_gini", Show::measured},
    {"served_gap_rural_urban", Show::measured, {"Brecha rural menos urbano (pp)", "Gap, rural less urban (pp)"}},
    {"served_gap_women_men", Show::measured, {"Brecha mujeres menos hombres (pp)", "Gap, women less men (pp)"}},
});
inline constexpr auto epg = std::to_array<YearRow>({
    {"epg_profits", Show::not_zero},
    {"epg_profits_counterfactual", Show::not_zero, without_effect, 1},
    {"epg_first_invoice", Show::not_zero},
    {"epg_first_invoice_counterfactual", Show::not_zero, without_effect, 1},
    {"epg_formalisation", Show::not_zero},
    {"epg_formalisation_counterfactual", Show::not_zero, without_effect, 1},
    {"epg_jobs", Show::not_zero},
    {"epg_jobs_counterfactual", Show::not_zero, without_effect, 1},
    {"epg_financing", Show::not_zero},
    {"epg_financing_counterfactual", Show::not_zero, without_effect, 1},
    {"epg_admin_problems", Show::not_zero},
    {"epg_admin_problems_counterfactual", Show::not_zero, without_effect, 1},
    {"epg_new_markets", Show::not_zero},
    {"epg_new_markets_counterfactual", Show::not_zero, without_effect, 1},
    {"epg_new_products", Show::not_zero},
    {"epg_new_products_counterfactual", Show::not_zero, without_effect, 1},
});

// The sections of measures by year, in order.
struct YearSection {
    const char* id;
    Text title;
    std::span<const YearRow> rows;
    Text note = own;
};
inline constexpr auto by_year = std::to_array<YearSection>(
    {{"egresados",
      {"Otros resultados de los egresados, como en la evaluación de 2019",
       "Other outcomes of graduates, as in the evaluation of 2019"},
      epg},
     {"camino", {"El camino de las empresas", "The way of the enterprises"}, funnel},
     {"esperas-por-ano", {"Esperas, duración y existencias", "Waits, lengths and stocks"}, waits},
     {"uso", {"Uso de la capacidad", "Use of capacity"}, use},
     {"alcance",
      {"A quiénes llega", "Whom it reaches"},
      equity,
      {"Concentración: 0 si se admite por igual según potencial, positiva si más a quienes tienen mayor potencial. "
       "Gini: 0 si todos los centros admiten la misma parte de sus llegadas. Brechas de admitidas sobre las que "
       "califican.",
       "Concentration: 0 if admission is even over potential, positive if there is more for higher potential. Gini: 0 "
       "if all centres admit the same share of their arrivals. Gaps of admissions over those that qualify."}}});

// Measures shown with the components or the budget.
inline constexpr auto by_component = std::to_array<std::string_view>(
    {"spending", "appropriation", "unspent", "unit_cost", "admin_share", "ledger_difference", "first_refusal_day"});

// Whether some section of the run shows the measure; others go to «Otras medidas».
[[nodiscard]] inline bool has_a_section(std::string_view measure) {
    const auto is_it = [&](const auto& row) { return row.measure == measure; };
    return std::any_of(by_year.begin(), by_year.end(),
                       [&](const YearSection& s) { return std::any_of(s.rows.begin(), s.rows.end(), is_it); }) ||
           std::any_of(population.begin(), population.end(), is_it) ||
           std::any_of(indicators.begin(), indicators.end(),
                       [&](const Indicator& i) {
                           return i.measure == measure || i.counterfactual == measure || i.with_informal == measure;
                       }) ||
           std::find(by_component.begin(), by_component.end(), measure) != by_component.end() ||
           std::any_of(limit_ids.begin(), limit_ids.end(),
                       [&](const char* id) { return measure == std::string("limit_") + id; });
}

// A row of a comparison's table of differences, for each year and, if its years add up, for all years.
struct Compared {
    const char* measure;
    const char* group = "";
};
inline constexpr auto compared = std::to_array<Compared>({{"beneficiaries"},
                                                          {"attended_persons"},
                                                          {"left_attention"},
                                                          {"attention_wait_days_mean"},
                                                          {"admissions"},
                                                          {"graduates"},
                                                          {"withdrawn"},
                                                          {"waiting_year_end"},
                                                          {offered},
                                                          {offered, "band=low"},
                                                          {offered, "band=medium"},
                                                          {offered, "band=high"},
                                                          {"wait_days_mean"},
                                                          {"wait_days_mean", "band=low"},
                                                          {"wait_days_mean", "band=medium"},
                                                          {"wait_days_mean", "band=high"},
                                                          {"alliances"},
                                                          {"spending"},
                                                          {"unit_cost"},
                                                          {results::marginal_cost}});
// What a verdict may speak of: outcomes, but neither inputs (appropriations, staff, growth) nor waits of those served.
// It names those with a detectable difference.
inline constexpr auto in_verdict = std::to_array<const char*>(
    {"beneficiaries", "coverage_target", "coverage_potential", "attended_persons", "left_attention", "advised_persons",
     "served_share_of_qualified", offered, "withdrawn", "graduates", "alliances", "spending", "unit_cost",
     "slot_utilisation", "survival_t2", "sales_up_t1"});
// The population table of the sheet, side by side.
inline constexpr auto population_compared = std::to_array<const char*>(
    {"beneficiaries", "coverage_potential", "coverage_target", "unit_cost", "beneficiaries_unique_cumulative"});
// The rows of a comparison's matrix, for the last year or for all years together.
enum class Period : std::uint8_t { last_year, all_years };
struct MatrixRow {
    const char* measure;
    Period period = Period::all_years;
    bool is_by_group = false;  // one row for each group that some alternative concerns, and for each band
};
inline constexpr auto matrix = std::to_array<MatrixRow>({{"beneficiaries"},
                                                         {"beneficiaries", Period::last_year},
                                                         {"coverage_target", Period::last_year},
                                                         {"served_share_of_qualified", Period::last_year},
                                                         {"served_share_of_qualified", Period::last_year, true},
                                                         {offered, Period::last_year},
                                                         {offered, Period::last_year, true},
                                                         {"attended_persons"},
                                                         {"left_attention"},
                                                         {"withdrawn"},
                                                         {"graduates"},
                                                         {"alliances"},
                                                         {"spending"},
                                                         {"unit_cost", Period::last_year},
                                                         {results::marginal_cost}});
// Measures on a comparison's chart, in % of the base, for the last year. The mean wait is not among them, because a
// rule that leaves others out shortens it.
inline constexpr auto charted =
    std::to_array<const char*>({"beneficiaries", "attended_persons", "left_attention", "graduates", "alliances",
                                "withdrawn", "waiting_year_end", "spending", "unit_cost"});

// Measures whose difference an explanation attributes to the changes.
inline constexpr auto explained =
    std::to_array<const char*>({"beneficiaries", "graduates", "waiting_year_end", offered, "spending"});

// Measures of the scenario in which a goal is reached, beside the plan and the scenario as it is.
inline constexpr auto at_goal = std::to_array<PlannedRow>({
    {"beneficiaries", plan::beneficiaries},
    {"coverage_target", plan::coverage_target},
    {"attended_persons", plan::production_of<0>},
    {"advised_persons", plan::production_of<1>},
    {"alliances", plan::production_of<2>},
    {"served_share_of_qualified"},
    {offered},
    {"graduates"},
    {"spending", plan::spending},
    {"unit_cost", plan::unit_cost, false, {"Gasto por beneficiario (M$)", "Spending per beneficiary (M$)"}},
    {"survival_t2", plan::survival},
    {"sales_up_t1", plan::sales},
    {"limit_demand"},
    {"limit_orientation"},
    {"limit_slots"},
    {"limit_hours"},
    {"limit_funds"},
});

// Measures of each point of a sweep in its last year.
inline constexpr auto swept = std::to_array<const char*>(
    {"beneficiaries", "coverage_target", "wait_days_mean", "waiting_year_end", "spending", "unit_cost"});
// Those drawn as curves, on the page and in the workbook.
inline constexpr auto swept_drawn = std::to_array<const char*>({"beneficiaries", "waiting_year_end", "spending"});
// Measures of each point and year in the workbook's long table.
inline constexpr auto swept_long =
    std::to_array<const char*>({"beneficiaries", "coverage_target", "attended_persons", "admissions", "graduates",
                                "withdrawn", "waiting_year_end", "wait_days_mean", "spending", "unit_cost"});

// The summary sheet of a run's workbook and, for those that the sheet plans, its sheet of differences.
inline constexpr auto summary = std::to_array<PlannedRow>({
    {"beneficiaries", plan::beneficiaries},
    {"coverage_target", plan::coverage_target},
    {"coverage_potential", plan::coverage_potential},
    {"spending", plan::spending},
    {"unit_cost", plan::unit_cost},
    {"admin_share", plan::admin_share},
    {"attended_persons", plan::production_of<0>},
    {"advised_persons", plan::production_of<1>},
    {"alliances", plan::production_of<2>},
    {"survival_t2", plan::survival},
    {"sales_up_t1", plan::sales},
    {"arrivals"},
    {"qualified"},
    {"admissions"},
    {"served_share_of_qualified"},
    {offered},
    {"withdrawn"},
    {"graduates"},
    {"dropouts"},
    {"attention_wait_days_mean"},
    {"attention_wait_days_p90"},
    {"wait_days_mean"},
    {"wait_days_p90"},
    {"waiting_year_end"},
    {"orientation_utilisation"},
    {"slot_utilisation"},
    {"hour_utilisation"},
});

// Measures by office, on the workbook's sheet of offices. Only counts have their error and range beside them, because
// there are too many figures for all to have them.
struct OfficeMeasure {
    std::string_view measure;
    bool has_range = false;
};
inline constexpr auto offices = std::to_array<OfficeMeasure>({{"attended_persons", true},
                                                              {"admissions", true},
                                                              {"graduates"},
                                                              {"attention_wait_days_mean"},
                                                              {"wait_days_mean"},
                                                              {"wait_days_p90"},
                                                              {"waiting_year_end"},
                                                              {"orientation_utilisation"},
                                                              {"slot_utilisation"},
                                                              {"hour_utilisation"},
                                                              {"limit_demand"},
                                                              {"limit_orientation"},
                                                              {"limit_slots"},
                                                              {"limit_hours"},
                                                              {"limit_funds"}});
// Those drawn as bars on that sheet.
inline constexpr auto offices_drawn = std::to_array<std::string_view>({"slot_utilisation", "orientation_utilisation"});

// Measures of every replication, in the workbook.
inline constexpr auto replications =
    std::to_array<std::string_view>({"beneficiaries", "attended_persons", "admissions", "graduates", "alliances",
                                     "coverage_target", "wait_days_mean", "waiting_year_end", "spending", "unit_cost"});

// Queues by month: charts on the page, a table in the workbook.
inline constexpr auto queues = std::to_array<std::string_view>({"waiting", "attention_waiting"});

// What the workbook's first sheet defines besides the measures of its summary and offices.
inline constexpr auto also_defined =
    std::to_array<std::string_view>({"appropriation", "unspent", "waiting", "attention_waiting"});

// Money by year, for a component or in total. Optional columns are shown if the run has any of that money.
inline constexpr Text appropriation{"Presupuesto", "Appropriation"}, unspent{"Saldo simulado", "Simulated unspent"},
    overrun{"Exceso simulado", "Simulated overrun"};
struct MoneyColumn {
    Text title;
    std::string_view measure;
    bool is_always = true, has_range = false;
};
inline constexpr auto budget =
    std::to_array<MoneyColumn>({{appropriation, "appropriation"},
                                {{"Traspaso pedido", "Transfer asked for"}, "transfer_asked", false},
                                {{"Traspaso hecho", "Transfer made"}, "transfer_given", false},
                                {{"Traspasos netos", "Net transfers"}, "transferred", false},
                                {{"Recorte pedido", "Cut asked for"}, "cut_asked", false},
                                {{"Recorte hecho", "Cut made"}, "cut_made", false},
                                {overrun, "overrun", false},
                                {{"Gasto simulado", "Simulated spending"}, "spending", true, true},
                                {unspent, "unspent"}});

// What was executed in a year beside what the year comes to: the part, the whole, and the plan of the whole.
struct ExecutedRow {
    std::string_view executed, measure;
    plan::Function planned;
};
inline constexpr auto executed = std::to_array<ExecutedRow>({
    {"executed_attended", "attended_persons", plan::production_of<0>},
    {"executed_beneficiaries", "beneficiaries", plan::beneficiaries},
    {"executed_alliances", "alliances", plan::production_of<2>},
});
// Who is there at the cut: by the simulation, at the end of the last executed month; or as the scenario says.
struct CutRow {
    std::string_view simulated, stated;
};
inline constexpr auto at_the_cut = std::to_array<CutRow>({
    {"attention_waiting", "initial_for_attention"},
    {"waiting", "initial_on_list"},
    {"in_plan", "initial_in_plan"},
});

// Waits by year, on the page.
inline constexpr std::string_view attention_wait = "attention_wait_days_p90", slot_wait = "wait_days_p90";
// The share of those that qualify that are admitted, by group, on the page.
inline constexpr std::string_view served = "served_share_of_qualified";

}  // namespace aforo::told::views
