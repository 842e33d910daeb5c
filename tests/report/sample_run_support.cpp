#include <array>
#include <utility>

#include "report/sample_run.hpp"

namespace aforo::report::testing {

namespace {

struct Figure {
    const char* name;
    const char* unit;
    double value;
};

// Those that grow with the programme.
constexpr auto growing = std::to_array<Figure>({
    {"arrivals", "persons", 62'900},
    {"attended_persons", "persons", 60'120},
    {"diagnosed", "enterprises", 48'100},
    {"qualified", "enterprises", 22'050},
    {"referred", "enterprises", 28'000},
    {"advised_persons", "persons", 20'010},
    {"beneficiaries", "enterprises", 19'990},
    {"withdrawn", "enterprises", 12},
    {"graduates", "enterprises", 14'200},
    {"dropouts", "enterprises", 4'700},
    {"in_plan_year_end", "enterprises", 11'500},
    {"attention_waiting_year_end", "persons", 41},
    {"waiting_year_end", "enterprises", 7},
    {"alliances", "alliances", 1'003},
    {"beneficiaries_unique_cumulative", "enterprises", 18'400},
    {"coverage_target", "ratio", 0.0690},
    {"coverage_potential", "ratio", 0.0090},
    {"coverage_target_cumulative", "ratio", 0.0635},
});

constexpr auto steady = std::to_array<Figure>({
    {"attention_wait_days_mean", "days", 0.8},
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
    {"survival_t2", "ratio", 0.99},
    {"sales_up_t1", "ratio", 0.30},
});

}  // namespace

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
                                                                           {"admin", 1'556'346},
                                                                           {"", 15'563'465}}};
    for (const auto& [id, appropriation] : components) {
        const int column_of_budget = column(run, "appropriation", "M$ 2023");
        run.rows.push_back(
            {column_of_budget,
             year,
             Level::component,
             id,
             {40, appropriation * scale, 0, 0, appropriation * scale, appropriation * scale, appropriation * scale}});
        add(run, "spending", "M$ 2023", year, appropriation * scale * 0.995, Level::component, id);
        add(run, "unspent", "M$ 2023", year, appropriation * scale * 0.005, Level::component, id);
    }
    add(run, "unit_cost", "M$ 2023", year, 34.9, Level::component, "attention");
    add(run, "unit_cost", "M$ 2023", year, 531.6, Level::component, "advisory");
    add(run, "unit_cost", "M$ 2023", year, 1258.2, Level::component, "alliances");
    add(run, "unit_cost", "M$ 2023", year, 774.6, Level::component, "");
}

results::Run sample_run() {
    results::Run run;
    run.version = "0.1.0";
    run.scenario = "Ficha 2024";
    run.digest = "3f2a9c1b04de5a6978695a4b3c2d1e0f00112233445566778899aabbccddeeff";
    run.seed = 20240101;
    run.replications = 40;
    run.years = {2024, 2025, 2026, 2027};
    run.planned = ficha_sheet();
    double scale = 1;
    for (const int year : run.years) {
        add_programme(run, year, scale);
        add_money(run, year, scale);
        run.limits.push_back({year, "demand", 0.97});
        run.limits.push_back({year, "orientation", 0.02});
        run.limits.push_back({year, "slots", 0.01});
        scale *= 1.2;
    }
    return run;
}

}  // namespace aforo::report::testing
