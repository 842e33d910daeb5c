#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <span>

#include "aforo/report/estimate.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/report/verdict.hpp"

namespace aforo::report {

namespace {

using results::Level;
using results::Run;
using results::Sheet;

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double at(const std::vector<double>& values, std::size_t i) { return i < values.size() ? values[i] : undefined; }
double ratio(double part, double whole) { return whole > 0 ? part / whole : undefined; }

// What the sheet plans for a year; NaN where it says nothing.
using Planned = double (*)(const Sheet&, int year);

// The year's place in the sheet's table of years; beyond its end when it has none.
std::size_t place(const Sheet& sheet, int year) {
    return static_cast<std::size_t>(std::find(sheet.years.begin(), sheet.years.end(), year) - sheet.years.begin());
}
double planned_beneficiaries(const Sheet& sheet, int year) { return at(sheet.beneficiaries, place(sheet, year)); }
double planned_target(const Sheet& sheet, int year) { return at(sheet.target_population, place(sheet, year)); }
// Where the sheet does not give it, its own year's total over its beneficiaries; it has no total of other years.
double planned_cost(const Sheet& sheet, int year) {
    const bool from_total = sheet.spending_per_beneficiary.empty() && year == sheet.year;
    return from_total ? ratio(sheet.total_spending, planned_beneficiaries(sheet, year))
                      : at(sheet.spending_per_beneficiary, place(sheet, year));
}

// When a row shows: always; if the run measured it; if it is not zero everywhere (what only some scenarios ask for); if
// it differs from admissions (persons, one per enterprise unless the scenario says more).
enum class Show : std::uint8_t { always, measured, not_zero, unlike_admissions };

// A measure by year. Its label is the measure's own, except where another row above it says the half of it.
struct YearRow {
    std::string_view measure;
    T label = T::count_;  // none
    Show show = Show::always;
};

// A measure beside its plan: a name, and below it what is planned, what is simulated and, for some, its range.
struct BesideRow {
    std::string_view measure;
    Planned planned = nullptr;
    bool with_range = false;
    T label = T::count_;
};

constexpr auto population = std::to_array<BesideRow>({
    {"beneficiaries", planned_beneficiaries, true},
    {"coverage_potential",
     [](const Sheet& s, int year) { return ratio(planned_beneficiaries(s, year), s.potential_population); }},
    {"coverage_target",
     [](const Sheet& s, int year) { return ratio(planned_beneficiaries(s, year), planned_target(s, year)); }, true},
    {"unit_cost", planned_cost, true, T::spending_per_beneficiary},
    {"beneficiaries_unique_cumulative"},
    {"coverage_target_cumulative"},
});

struct Indicator {
    T formula;
    std::string_view measure, counterfactual, with_informal;
    std::optional<double> Sheet::*planned;
};
constexpr std::array<Indicator, 2> indicators = {{{T::indicator_survival, "survival_t2", "survival_t2_counterfactual",
                                                   "survival_t2_with_informal", &Sheet::survival_t2},
                                                  {T::indicator_sales, "sales_up_t1", "sales_up_t1_counterfactual",
                                                   "sales_up_t1_with_informal", &Sheet::sales_up_t1}}};

constexpr auto funnel = std::to_array<YearRow>({
    {"arrivals"},
    {"returns", T::count_, Show::not_zero},
    {"balked", T::count_, Show::not_zero},
    {"left_attention"},
    {"attended_persons"},
    {"informed"},
    {"diagnosed"},
    {"referred"},
    {"re_entries"},
    {"qualified"},
    {"turned_away", T::count_, Show::not_zero},
    {"declined"},
    {"withdrawn"},
    {"admissions"},
    {"advised_persons", T::count_, Show::unlike_admissions},
    {"served_share_of_qualified"},
    {"interrupted", T::count_, Show::not_zero},
    {"sessions_held"},
    {"no_shows", T::row_no_shows},
    {"graduates"},
    {"dropouts"},
    {"linkages_started"},
    {"alliances"},
});
constexpr auto waits = std::to_array<YearRow>({
    {"attention_wait_days_mean"},
    {"attention_wait_days_p90", T::row_nine_in_ten},
    {"wait_days_mean"},
    {"wait_days_median", T::row_median},
    {"wait_days_p90", T::row_nine_in_ten},
    {"offer_days_median", T::count_, Show::measured},
    {"plan_months_mean"},
    {"plan_months_graduates", T::row_graduates},
    {"attention_waiting_year_end"},
    {"waiting_year_end"},
    {"in_plan_year_end"},
});
constexpr auto use = std::to_array<YearRow>({
    {"orientation_utilisation"},
    {"slot_utilisation"},
    {"hour_utilisation"},
    {"travel_hours", T::count_, Show::not_zero},
});

constexpr auto equity = std::to_array<YearRow>({
    {"problem_share_of_admitted", T::count_, Show::measured},
    {"inclusion_error", T::count_, Show::measured},
    {"exclusion_error", T::count_, Show::measured},
    {"concentration_qualified", T::count_, Show::measured},
    {"concentration_diagnosed", T::row_with_filter, Show::measured},
    {"beneficiaries_gini", T::count_, Show::measured},
    {"served_gap_rural_urban", T::row_gap_territory, Show::measured},
    {"served_gap_women_men", T::row_gap_sex, Show::measured},
});
constexpr auto epg = std::to_array<YearRow>({
    {"epg_profits", T::count_, Show::not_zero},
    {"epg_profits_counterfactual", T::row_without_effect, Show::not_zero},
    {"epg_first_invoice", T::count_, Show::not_zero},
    {"epg_first_invoice_counterfactual", T::row_without_effect, Show::not_zero},
    {"epg_formalisation", T::count_, Show::not_zero},
    {"epg_formalisation_counterfactual", T::row_without_effect, Show::not_zero},
    {"epg_jobs", T::count_, Show::not_zero},
    {"epg_jobs_counterfactual", T::row_without_effect, Show::not_zero},
    {"epg_financing", T::count_, Show::not_zero},
    {"epg_financing_counterfactual", T::row_without_effect, Show::not_zero},
    {"epg_admin_problems", T::count_, Show::not_zero},
    {"epg_admin_problems_counterfactual", T::row_without_effect, Show::not_zero},
    {"epg_new_markets", T::count_, Show::not_zero},
    {"epg_new_markets_counterfactual", T::row_without_effect, Show::not_zero},
    {"epg_new_products", T::count_, Show::not_zero},
    {"epg_new_products_counterfactual", T::row_without_effect, Show::not_zero},
});

struct Section {
    T title;
    std::span<const YearRow> rows;
    T note = T::count_;  // none
};
constexpr std::array<Section, 5> sections = {{{T::section_epg, epg},
                                              {T::section_funnel, funnel},
                                              {T::section_waits, waits},
                                              {T::section_use, use},
                                              {T::section_equity, equity, T::equity_note}}};

// Shown with the components or the budget.
constexpr auto shown_by_component = std::to_array<std::string_view>(
    {"spending", "appropriation", "unspent", "unit_cost", "admin_share", "ledger_difference", "first_refusal_day"});

bool is_limit(std::string_view measure) {
    return std::any_of(limit_ids.begin(), limit_ids.end(),
                       [&](const char* id) { return measure == std::string("limit_") + id; });
}

bool is_shown(std::string_view measure) {
    const auto names = [&](const auto& row) { return row.measure == measure; };
    const auto has = [&](const Section& s) { return std::any_of(s.rows.begin(), s.rows.end(), names); };
    return std::any_of(sections.begin(), sections.end(), has) ||
           std::any_of(population.begin(), population.end(), names) ||
           std::any_of(indicators.begin(), indicators.end(),
                       [&](const Indicator& i) {
                           return i.measure == measure || i.counterfactual == measure || i.with_informal == measure;
                       }) ||
           std::find(shown_by_component.begin(), shown_by_component.end(), measure) != shown_by_component.end() ||
           is_limit(measure);
}

bool shows(const Run& run, const YearRow& row) {
    const auto in_some_year = [&](auto condition) {
        return std::any_of(run.years.begin(), run.years.end(), [&](int year) {
            const auto* e = run.find(std::string(row.measure), year);
            return e != nullptr && condition(*e, year);
        });
    };
    switch (row.show) {
        case Show::always:
            break;
        case Show::measured:
            return in_some_year([](const auto&, int) { return true; });
        case Show::not_zero:
            return in_some_year([](const auto& e, int) { return e.mean > 0; });
        case Show::unlike_admissions:
            return in_some_year([&](const auto& e, int year) {
                const auto* admissions = run.find("admissions", year);
                return admissions == nullptr || admissions->mean < e.mean || e.mean < admissions->mean;
            });
    }
    return true;
}

std::string row_label(const Run& run, std::string_view measure, T label, Lang lang) {
    return label == T::count_ ? label_of(run, measure, lang) : phrase(label, lang);
}

// Columns of years, four at most; the widths keep the table within 110 columns.
class YearTable {
public:
    YearTable(const Run& run, Lang lang, std::span<const int> years, T title = T::measure)
        : run_(run), lang_(lang), years_(years), table_(columns(lang, years, title)) {}

    void heading(const std::string& text) { table_.heading(text); }

    void planned(const std::string& label, Shape shape, auto value_of_year) {
        add(label, [&](int year) { return EstimateFormat(lang_).value(value_of_year(year), shape); });
    }
    void simulated(const std::string& label, std::string_view measure, Level level = Level::programme,
                   const std::string& id = "") {
        add(label, [&](int year) {
            const auto* estimate = find(measure, year, level, id);
            // A median that most replications do not reach: the mean of those that do would say less than the truth.
            // Where nobody asks for a slot there is no median to reach.
            const auto* asked = find("qualified", year, level, id);
            const bool is_reached = measure != "offer_days_median" || !estimate ||
                                    2 * estimate->n > run_.replications || (asked != nullptr && asked->mean == 0);
            return is_reached
                       ? EstimateFormat(lang_, run_.replications).mean_and_half_width(estimate, shape_of(run_, measure))
                       : phrase(T::not_reached, lang_);
        });
    }
    void range(std::string_view measure) {
        add(phrase(T::row_range, lang_), [&](int year) {
            return EstimateFormat(lang_).range(find(measure, year, Level::programme, ""), shape_of(run_, measure));
        });
    }
    [[nodiscard]] Table table() && { return std::move(table_); }

private:
    static std::vector<TableColumn> columns(Lang lang, std::span<const int> years, T title) {
        std::vector<TableColumn> columns = {{phrase(title, lang), Align::left, 37}};
        for (const int year : years) {
            columns.push_back({std::to_string(year), Align::right, 15});
        }
        return columns;
    }

    [[nodiscard]] const results::Estimate* find(std::string_view measure, int year, Level level,
                                                const std::string& id) const {
        return level == Level::programme && id.empty() ? find_money(run_, measure, year, id)
                                                       : run_.find(std::string(measure), year, level, id);
    }

    void add(const std::string& label, auto cell_of_year) {
        std::vector<std::string> cells = {label};
        for (const int year : years_) {
            cells.push_back(cell_of_year(year));
        }
        table_.row(std::move(cells));
    }

    const Run& run_;
    Lang lang_;
    std::span<const int> years_;
    Table table_;
};

// One table for each `most` years, filled by `fill`.
std::vector<Table> tables(const Run& run, Lang lang, std::size_t most, T title, auto fill) {
    std::vector<Table> made;
    const std::span<const int> years(run.years);
    for (std::size_t from = 0; from < years.size(); from += most) {
        YearTable table(run, lang, years.subspan(from, std::min(most, years.size() - from)), title);
        fill(table);
        made.push_back(std::move(table).table());
    }
    return made;
}

void add_beside(const Run& run, Lang lang, const BesideRow& row, YearTable& table) {
    table.heading(row_label(run, row.measure, row.label, lang));
    if (row.planned != nullptr) {
        table.planned(phrase(T::row_planned, lang), shape_of(run, row.measure),
                      [&](int year) { return row.planned(run.planned, year); });
    }
    table.simulated(phrase(T::row_simulated, lang), row.measure);
    if (row.with_range && run.replications != 1) {
        table.range(row.measure);
    }
}

void add_indicator(const Run& run, Lang lang, const Indicator& indicator, YearTable& table) {
    table.heading(phrase(indicator.formula, lang, Format(lang).sheet_percent(run.planned.sales_threshold)));
    if (const auto planned = run.planned.*indicator.planned) {
        table.planned(phrase(T::row_planned, lang), shape_of(run, indicator.measure),
                      [&](int year) { return year == run.planned.year ? *planned : undefined; });
    }
    table.simulated(phrase(T::row_simulated, lang), indicator.measure);
    table.simulated(phrase(T::row_simulated_without_effect, lang), indicator.counterfactual);
    if (shows(run, {indicator.with_informal, T::count_, Show::measured})) {
        table.simulated(phrase(T::row_simulated_with_informal, lang), indicator.with_informal);
    }
}

// Of the measures shown that leave 0–1 in some year though they are shares: why they may, each below the table.
template <class Rows>
std::string beyond_note(const Run& run, const Rows& rows, Lang lang) {
    std::string note;
    for (const auto& column : run.columns) {
        const auto is_shown_here = [&](const auto& row) {
            return row.measure == column.name && column.shape.kind == Kind::share;
        };
        const auto is_beyond = [&](int year) {
            const auto* e = run.find(column.name, year);
            return e != nullptr && (e->mean > 1 || e->mean < 0);
        };
        if (column.beyond.es.empty() || std::none_of(rows.begin(), rows.end(), is_shown_here) ||
            std::none_of(run.years.begin(), run.years.end(), is_beyond))
            continue;
        note += (note.empty() ? "" : "\n") + label_of(column, lang) + ": " +
                printable(core::in(lang, column.beyond.es, column.beyond.en));
    }
    return note;
}

// A measure that no section names, for the programme or for a component.
struct OtherRow {
    std::string measure;
    Level level = Level::programme;
    std::string id;
};

struct Others {
    std::vector<OtherRow> rows;
    std::vector<std::string> elsewhere;  // those with rows only of regions, offices or groups
};

std::vector<OtherRow> rows_of(const Run& run, std::size_t column) {
    std::vector<OtherRow> rows;
    const std::string& name = run.columns[column].name;
    for (const auto& r : run.rows) {
        const bool printed = r.level == Level::programme || r.level == Level::component;
        if (static_cast<std::size_t>(r.column) != column || !printed) continue;
        const auto same = [&](const OtherRow& o) { return o.level == r.level && o.id == r.id; };
        if (std::none_of(rows.begin(), rows.end(), same)) {
            rows.push_back({name, r.level, r.id});
        }
    }
    return rows;
}

// Zero in every year, or nominal money where prices do not change: what a scenario does not ask for.
bool says_nothing(const Run& run, const OtherRow& row) {
    return std::all_of(run.years.begin(), run.years.end(), [&](int year) {
        const auto* e = run.find(row.measure, year, row.level, row.id);
        const auto* real = row.measure == "spending_nominal" ? run.find("spending", year, row.level, row.id) : nullptr;
        return e == nullptr || std::abs(e->mean - (real != nullptr ? real->mean : 0)) < 1e-6;
    });
}

Others others_of(const Run& run) {
    Others others;
    for (std::size_t c = 0; c < run.columns.size(); ++c) {
        const auto& name = run.columns[c].name;
        const bool has_rows = std::any_of(run.rows.begin(), run.rows.end(),
                                          [&](const auto& r) { return static_cast<std::size_t>(r.column) == c; });
        if (is_shown(name) || !has_rows) {
            continue;
        }
        const auto rows = rows_of(run, c);
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(others.rows),
                     [&](const OtherRow& row) { return !says_nothing(run, row); });
        if (rows.empty()) {
            others.elsewhere.push_back(name);
        }
    }
    return others;
}

}  // namespace

Part population_part(const Run& run, Lang lang, std::size_t years) {
    const auto fill = [&](YearTable& table) {
        table.planned(phrase(T::target_population, lang), {},
                      [&](int year) { return planned_target(run.planned, year); });
        for (const auto& row : population) {
            add_beside(run, lang, row, table);
        }
    };
    return {phrase(T::section_population, lang), tables(run, lang, years, T::concept_title, fill),
            beyond_note(run, population, lang)};
}

Part indicator_part(const Run& run, Lang lang, std::size_t years) {
    const auto fill = [&](YearTable& table) {
        for (const auto& indicator : indicators) {
            add_indicator(run, lang, indicator, table);
        }
    };
    return {phrase(T::section_indicators, lang), tables(run, lang, years, T::cohort, fill),
            phrase(T::indicators_note, lang)};
}

std::vector<Part> year_parts(const Run& run, Lang lang, std::size_t years) {
    std::vector<Part> parts;
    for (const auto& part : sections) {
        std::vector<YearRow> rows;
        std::copy_if(part.rows.begin(), part.rows.end(), std::back_inserter(rows),
                     [&](const YearRow& row) { return shows(run, row); });
        if (rows.empty()) {
            continue;
        }
        const auto fill = [&](YearTable& table) {
            for (const auto& row : rows) {
                table.simulated(row_label(run, row.measure, row.label, lang), row.measure);
            }
        };
        const std::string note = part.note == T::count_ ? "" : phrase(part.note, lang),
                          beyond = beyond_note(run, rows, lang);
        parts.push_back({simulated_title(part.title, run, lang), tables(run, lang, years, T::measure, fill),
                         note + (note.empty() || beyond.empty() ? "" : "\n") + beyond});
    }
    return parts;
}

Part other_part(const Run& run, Lang lang, std::size_t years) {
    const Others others = others_of(run);
    if (others.rows.empty() && others.elsewhere.empty()) {
        return {};
    }
    const auto fill = [&](YearTable& table) {
        for (const auto& row : others.rows) {
            const std::string of = row.level == Level::component ? component_name(row.id, lang) : row.id;
            const std::string label = label_of(run, row.measure, lang) + (row.id.empty() ? "" : ", " + of);
            table.simulated(printable(label), row.measure, row.level, row.id);
        }
    };
    std::string names;
    for (const auto& name : others.elsewhere) {
        names += (names.empty() ? "" : ", ") + printable(name);
    }
    return {simulated_title(T::section_other, run, lang),
            others.rows.empty() ? std::vector<Table>{} : tables(run, lang, years, T::measure, fill),
            names.empty() ? "" : phrase(T::also_recorded, lang, names)};
}

}  // namespace aforo::report
