#include <algorithm>
#include <array>
#include <utility>

#include "aforo/measure/probe.hpp"
#include "report/sample_run.hpp"

namespace aforo::testing {

namespace {
constexpr std::array limit_ids = {"demand", "orientation", "slots", "hours", "funds"};
}  // namespace

namespace {

struct Figure {
    const char* name;
    const char* unit;
    double value;
};

// Those that grow with the programme.
constexpr auto growing = std::to_array<Figure>({
    {"arrivals", "persons", 62'900},
    {"left_attention", "enterprises", 2'310},
    {"attended_persons", "persons", 60'120},
    {"informed", "persons", 12'020},
    {"diagnosed", "enterprises", 48'100},
    {"qualified", "enterprises", 22'050},
    {"referred", "enterprises", 28'000},
    {"re_entries", "enterprises", 1'950},
    {"declined", "enterprises", 2'030},
    {"admissions", "enterprises", 20'010},
    {"advised_persons", "persons", 20'010},
    {"beneficiaries", "enterprises", 19'990},
    {"withdrawn", "enterprises", 12},
    {"sessions_held", "sessions", 130'400},
    {"no_shows", "sessions", 22'900},
    {"graduates", "enterprises", 14'200},
    {"dropouts", "enterprises", 4'700},
    {"in_plan_year_end", "enterprises", 11'500},
    {"attention_waiting_year_end", "persons", 41},
    {"waiting_year_end", "enterprises", 7},
    {"linkages_started", "linkages", 1'780},
    {"alliances", "alliances", 1'003},
    {"beneficiaries_unique_cumulative", "enterprises", 18'400},
    {"coverage_target", "ratio", 0.0690},
    {"coverage_potential", "ratio", 0.0090},
    {"coverage_target_cumulative", "ratio", 0.0635},
});

constexpr auto steady = std::to_array<Figure>({
    {"attention_wait_days_mean", "days", 0.8},
    {"attention_wait_days_p90", "days", 2.4},
    {"wait_days_mean", "days", 0.31},
    {"wait_days_median", "days", 0},
    {"wait_days_p90", "days", 1.25},
    {"plan_months_mean", "months", 7.2},
    {"plan_months_graduates", "months", 8.5},
    {"slot_utilisation", "ratio", 0.87},
    {"hour_utilisation", "ratio", 0.79},
    {"orientation_utilisation", "ratio", 0.92},
    {"admin_share", "ratio", 0.1},
    {"served_share_of_qualified", "ratio", 0.9},
    {"problem_share_of_admitted", "ratio", 0.7},
    {"inclusion_error", "ratio", 0.3},
    {"exclusion_error", "ratio", 0.4},
    {"concentration_diagnosed", "ratio", 0.55},
    {"concentration_qualified", "ratio", 0.01},
    {"beneficiaries_gini", "ratio", 0.03},
    {"served_gap_rural_urban", "ratio", -0.012},
    {"served_gap_women_men", "ratio", 0.004},
    {"survival_t2", "ratio", 0.99},
    {"survival_t2_counterfactual", "ratio", 0.98},
    {"sales_up_t1", "ratio", 0.30},
    {"sales_up_t1_counterfactual", "ratio", 0.26},
});

}  // namespace

namespace {

// A measure that is the same in every replication.
void add_constant(results::Run& run, const char* name, const char* unit, int year, double value, results::Level level,
                  const std::string& id) {
    run.rows.push_back({column(run, name, unit), year, level, id, {40, value, 0, 0, value, value, value}});
}

// In the order of limits.
using Shares = std::array<double, 5>;
constexpr Shares plenty = {0.97, 0.02, 0.01, 0.004, 0};
constexpr Shares scarcity = {0.06, 0.04, 0.86, 0.01, 0.09};

void add_limits(results::Run& run, int year, const Shares& shares) {
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const std::string name = std::string("limit_") + limit_ids[i];
        run.limits.push_back({year, limit_ids[i], shares[i]});
        if (shares[i] > 0) {
            add(run, name, "ratio", year, shares[i]);
        } else {
            add_constant(run, name.c_str(), "ratio", year, shares[i], results::Level::programme, "");
        }
    }
}

}  // namespace

results::Column sample_column(const std::string& name, const std::string& unit) {
    const auto& known = measure::catalogue();
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& c) { return c.name == name; });
    results::Column column;
    if (found != known.end()) {
        column = *found;
    } else if (unit == "ratio") {
        column.shape = results::shapes::share;
    }
    column.name = name;
    column.unit = unit;
    column.meaning = {"Qué es " + name + ".", "What " + name + " is."};
    column.beyond = {};
    return column;
}

void add_programme(results::Run& run, int year, double scale) {
    for (const auto& figure : growing) {
        add(run, figure.name, figure.unit, year, figure.value * scale);
    }
    for (const auto& figure : steady) {
        add(run, figure.name, figure.unit, year, figure.value);
    }
}

void add_money(results::Run& run, int year, double scale) {
    using results::Level;
    constexpr std::array<std::pair<const char*, double>, 5> components = {{{"attention", 2'101'068},
                                                                           {"advisory", 10'640'935},
                                                                           {"alliances", 1'265'116},
                                                                           {"administration", 1'556'346},
                                                                           {"", 15'563'465}}};
    for (const auto& [id, appropriation] : components) {
        add_constant(run, "appropriation", "M$ 2023", year, appropriation * scale, Level::component, id);
        add_constant(run, "ledger_difference", "$", year, 0, Level::component, id);
        add(run, "spending", "M$ 2023", year, appropriation * scale * 0.995, Level::component, id);
        add(run, "unspent", "M$ 2023", year, appropriation * scale * 0.005, Level::component, id);
    }
    add(run, "unit_cost", "M$ 2023", year, 34.9, Level::component, "attention");
    add(run, "unit_cost", "M$ 2023", year, 531.6, Level::component, "advisory");
    add(run, "unit_cost", "M$ 2023", year, 1258.2, Level::component, "alliances");
    add(run, "unit_cost", "M$ 2023", year, 774.6, Level::component, "");
}

namespace {

results::Run run_with(const Shares& from_2025) {
    results::Run run;
    run.version = "0.1.0";
    run.scenario = "Ficha 2024";
    run.digest = "3f2a9c1b04de5a6978695a4b3c2d1e0f00112233445566778899aabbccddeeff";
    run.seed = 20240101;
    run.replications = 40;
    run.years = {2024, 2025, 2026, 2027};
    run.planned = ficha_sheet();
    run.prices.index.of = run.planned.price_year;
    run.planned.survival_t2 = 0.99;
    run.planned.sales_up_t1 = 0.30;
    run.planned.sales_threshold = 0.05;
    double scale = 1;
    for (const int year : run.years) {
        add_programme(run, year, scale);
        add_money(run, year, scale);
        add_limits(run, year, year == 2024 ? plenty : from_2025);
        scale *= 1.2;
    }
    return run;
}

}  // namespace

results::Run sample_run() { return run_with(plenty); }

results::Run constrained_run() {
    results::Run run = run_with(scarcity);
    const auto ends = [&](const char* component, int year, double share, double day, const char* median) {
        run.exhaustions.push_back({component, year, share, median});
        add(run, "first_refusal_day", "day of year", year, day, results::Level::component, component);
    };
    ends("advisory", 2025, 1, 351, "2025-12-17");
    ends("alliances", 2025, 0.1, 358, "2025-12-24");
    ends("advisory", 2026, 1, 330, "2026-11-26");
    ends("advisory", 2027, 1, 314, "2027-11-10");
    return run;
}

results::Run single_run() {
    results::Run run = sample_run();
    run.replications = 1;
    for (auto& row : run.rows) {
        row.value = {1, row.value.mean, 0, 0, row.value.mean, row.value.mean, row.value.mean};
    }
    return run;
}

}  // namespace aforo::testing
