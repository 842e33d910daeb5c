// The one catalogue of what reports say to people, in Spanish and English. A text without both does not compile.
// Not here: the definitions of measures, which come with the run (results::Column), and names of a scenario.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "aforo/core/language.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

using core::Lang;

// The texts, in the order of the catalogue (sim/report/texts.cpp). Add one here and there.
enum class T : std::uint8_t {
    to,
    from_to_years,
    in_years,
    and_word,
    // The sheet.
    components_title,
    component,
    production_unit,
    estimated_spending,
    estimated_production,
    estimated_unit_cost,
    admin_spending,
    total,
    admin_share,
    population_title,
    concept_title,
    target_population,
    beneficiary_population,
    coverage_potential,
    coverage_target,
    spending_per_beneficiary,
    unique_beneficiaries,
    // The terminal's summary.
    header,
    replication_count,
    replication_count_one,
    one_replication,
    how_to_read,
    how_to_read_money,
    section_components,
    section_population,
    section_indicators,
    section_funnel,
    section_waits,
    section_use,
    section_equity,
    section_epg,
    section_budget,
    section_limits,
    section_other,
    simulated_section,
    simulated_once_section,
    measure,
    planned,
    simulated,
    half_width,
    range_p10_p90,
    difference,
    row_planned,
    row_simulated,
    row_simulated_without_effect,
    row_simulated_with_informal,
    row_without_effect,
    row_with_filter,
    row_gap_territory,
    row_gap_sex,
    row_range,
    row_median,
    row_nine_in_ten,
    row_graduates,
    not_reached,
    row_no_shows,
    spending,
    unit_cost,
    year,
    cohort,
    indicator_survival,
    indicator_sales,
    indicators_note,
    equity_note,
    appropriation,
    spending_simulated,
    unspent_simulated,
    ledger_difference,
    exhausted_funds,
    replications,
    replications_of,
    first_refusal,
    also_recorded,
    name_attention,
    name_advisory,
    name_alliances,
    name_admin,
    // What limits the programme.
    limit_demand,
    limit_orientation,
    limit_slots,
    limit_hours,
    limit_funds,
    limits_note,
    verdict_nothing_binds,
    verdict_demand,
    verdict_mostly_demand,
    verdict_short,
    verdict_short_of_two,
    verdict_money,
    verdict_money_then,
    money_of,
    money_of_another,
    on_day,
    on_day_each_year,
    in_replications,
    short_orientation,
    short_slots,
    short_hours,
    short_funds,
    verdict_unknown,
    definitions_title,
    // Comparisons.
    base,
    alternative,
    gain,
    cannot_be_told,
    against,
    all_years,
    what_changes,
    key,
    nothing_there,
    no_key_changes,
    what_differs,
    who_wins,
    group,
    everyone,
    fate_winners,
    fate_earlier,
    fate_only_alternative,
    fate_losers,
    fate_later,
    fate_only_base,
    fate_days_gained,
    fate_days_lost,
    fates_note,
    sheets_title,
    sheets_note,
    differences_note,
    marginal_cost,
    row_band,
    band_low,
    band_medium,
    band_high,
    verdict_of,
    verdict_same,
    verdict_beneficiaries,
    verdict_beneficiaries_untold,
    verdict_beneficiaries_same,
    verdict_planned,
    verdict_coverage,
    verdict_graduates,
    verdict_wait,
    verdict_wait_all,
    verdict_wait_band,
    verdict_spending,
    verdict_spending_untold,
    verdict_marginal,
    verdict_saving,
    verdict_fates,
    verdict_fates_none,
    verdict_limit_base,
    verdict_limit_alternative,
    more,
    fewer,
    less,
    // Sweeps.
    sweep_title,
    sweep_points,
    sweep_steps,
    sweep_from_to,
    sweep_more_beneficiaries,
    sweep_more_spending,
    sweep_cost_of_point,
    sweep_saturated,
    sweep_unsaturated,
    sweep_note,
    // Explanations.
    cause_orientation,
    cause_slots,
    cause_hours,
    cause_funds,
    queue_attention,
    queue_slots,
    queue_grows,
    no_queue_grows,
    story_of,
    month_of_year,
    due_to,
    whole_difference,
    why_they_differ,
    why_title,
    shares_note,
    quarter,
    quarter_of_year,
    limits_by_quarter,
    limits_by_quarter_of_two,
    centre,
    more_money,
    and_more,
    per_million,
    more_beneficiaries,
    slots_used,
    marginal_title,
    marginal_verdict,
    marginal_components,
    marginal_offices,
    marginal_note,
    count_  // not a text: how many there are
};

struct Entry {
    T key;
    std::string_view es, en;
};

[[nodiscard]] std::span<const Entry> catalogue();

[[nodiscard]] std::string_view text(T key, Lang lang);

// The text with its {0}, {1}… filled in.
template <class... Args>
[[nodiscard]] std::string phrase(T key, Lang lang, const Args&... args) {
    return fmt::format(fmt::runtime(text(key, lang)), args...);
}

// What a measure is called, e.g. beneficiaries → Población beneficiaria; its own name when the catalogue has none.
struct MetricLabel {
    std::string_view name, es, en;
};
[[nodiscard]] std::span<const MetricLabel> metric_labels();
[[nodiscard]] std::string_view metric_label(std::string_view name, Lang lang);

// persons → personas; the unit itself when the catalogue has none.
[[nodiscard]] std::string_view unit_label(std::string_view unit, Lang lang);

[[nodiscard]] std::string_view level_label(results::Level level, Lang lang);

// A group of the measures by group: sex=female → Mujeres; the id itself when the catalogue has none.
[[nodiscard]] std::string_view group_label(std::string_view id, Lang lang);

// 1 → enero.
[[nodiscard]] std::string_view month_name(int month, Lang lang);

// attention → Atención, "" → Total; the id itself for any other.
[[nodiscard]] std::string component_name(std::string_view id, Lang lang);

}  // namespace aforo::report
