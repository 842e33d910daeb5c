// Made-up results for the tests of the reports: the sheet's own figures and a small run around them.
#pragma once

#include <cmath>
#include <string>

#include "aforo/results/results.hpp"

namespace aforo::testing {

// The two tables of the sheet of 2024, as it writes them.
inline results::Sheet ficha_sheet() {
    results::Sheet sheet;
    sheet.year = 2024;
    sheet.price_year = 2023;
    sheet.components = {
        {"attention",
         "Atención, información y derivación según diagnóstico de gestión, financiamiento y madurez digital",
         "Personas atendidas", 2'101'068, 60'000},
        {"advisory", "Asistencia técnica, capacitación y asesorías personalizadas y especializadas",
         "Personas asesoradas", 10'640'935, 20'000},
        {"alliances",
         "Articulación de cadenas productivas en los territorios y especialización en gestión empresarial.",
         "Número de alianzas realizadas por los centros", 1'265'116, 1'000},
    };
    sheet.admin_spending = 1'556'346;
    sheet.total_spending = 15'563'465;
    sheet.years = {2024, 2025, 2026, 2027};
    sheet.potential_population = 2'221'080;
    sheet.target_population = {289'651, 289'651, 289'651, 289'651};
    sheet.beneficiaries = {20'000, 24'000, 28'800, 34'560};
    return sheet;
}

// The measure as its probe declares it, with the unit that is given and a meaning that is easy to find; one that no
// probe knows has no label.
results::Column sample_column(const std::string& name, const std::string& unit);

inline int column(results::Run& run, const std::string& name, const std::string& unit) {
    for (std::size_t i = 0; i < run.columns.size(); ++i) {
        if (run.columns[i].name == name) {
            return static_cast<int>(i);
        }
    }
    run.columns.push_back(sample_column(name, unit));
    return static_cast<int>(run.columns.size()) - 1;
}

// A mean, with a spread in proportion to it that is easy to check: half-width 1 %, p10 and p90 at 2 %; a tenth for
// ratios.
inline results::Estimate around(double mean, double spread) {
    const double size = std::abs(mean) * spread;
    return {40, mean, size / 32, size / 100, mean - 0.02 * size, mean, mean + 0.02 * size};
}

inline void add(results::Run& run, const std::string& name, const std::string& unit, int year, double mean,
                results::Level level = results::Level::programme, const std::string& id = "") {
    run.rows.push_back({column(run, name, unit), year, level, id, around(mean, unit == "ratio" ? 0.1 : 1.0)});
}

void add_programme(results::Run& run, int year, double scale);
void add_money(results::Run& run, int year, double scale);

// Every measure that the terminal prints, growing 20 % a year, with no limit nor exhaustion.
results::Run sample_run();

// The same where slots lack from 2025 on and the money of two components ends.
results::Run constrained_run();

// The same with a single replication.
results::Run single_run();

}  // namespace aforo::testing
