#include "ficha.hpp"

#include <cmath>

#include "figures.hpp"
#include "labels.hpp"
#include "planned.hpp"

namespace aforo::told {

using document::Align;
using document::Cell;
using document::sayable;
using document::Sentence;
using document::Table;
using results::Sheet;

namespace {

Sentence number(double value) { return Cell(document::count(value)); }

// A percentage as the sheet writes it.
Sentence percent(double ratio, int decimals = 2) {
    return Cell(document::Value{ratio, {results::Kind::share, decimals}, document::Value::Style::sheet});
}

double at(const std::vector<double>& values, std::size_t i) {
    return i < values.size() ? values[i] : results::undefined;
}

}  // namespace

Table component_form(const Sheet& sheet, Lang lang) {
    constexpr Text unit{"Unidad de medida de Producción", "Unit of production"};
    constexpr Text spending{"Gasto estimado {0} (Miles de $ ({1}))", "Estimated spending {0} (Thousand $ ({1}))"};
    constexpr Text production{"Producción estimada {0} (Unidad)", "Estimated production {0} (Units)"};
    constexpr Text unit_cost{"Gasto unitario estimado {0} (Miles de $ ({1}))",
                             "Estimated unit cost {0} (Thousand $ ({1}))"};
    Table table{{{in(words::component, lang), Align::left, 31},
                 {in(unit, lang), Align::left, 14},
                 {plain(say(spending, lang, sheet.year, sheet.price_year)), Align::right, 19},
                 {plain(say(production, lang, sheet.year)), Align::right, 13},
                 {plain(say(unit_cost, lang, sheet.year, sheet.price_year)), Align::right, 19}}};
    for (const auto& line : sheet.components) {
        table.row({sayable(line_name(line, lang)), sayable(line.production_unit), number(line.spending),
                   number(line.production), number(plan::ratio(line.spending, line.production))});
    }
    table.row({say(words::admin_spending, lang), {}, number(sheet.admin_spending)});
    table.row({say(words::total, lang), {}, number(sheet.total_spending)});
    table.row({say(words::admin_share, lang), {}, percent(plan::ratio(sheet.admin_spending, sheet.total_spending), 0)});
    return table;
}

Table population_form(const Sheet& sheet, Lang lang) {
    Table table{{{in(words::concept_title, lang), Align::left, 36}}};
    for (const int year : sheet.years) table.columns.push_back({year_label(year), Align::right, 14});
    const auto add = [&](const Text& label, auto cell) {
        std::vector<Sentence> row = {say(label, lang)};
        for (std::size_t i = 0; i < sheet.years.size(); ++i) row.push_back(cell(i));
        table.row(std::move(row));
    };
    const auto served = [&](std::size_t i) { return at(sheet.beneficiaries, i); };
    const auto target = [&](std::size_t i) { return at(sheet.target_population, i); };
    add({"Población Objetivo", "Target population"}, [&](auto i) { return number(target(i)); });
    add({"Población Beneficiaria", "Beneficiary population"}, [&](auto i) { return number(served(i)); });
    add({"Cobertura (Beneficiaria/Potencial)", "Coverage (Beneficiary/Potential)"},
        [&](auto i) { return percent(plan::ratio(served(i), sheet.potential_population)); });
    add({"Cobertura (Beneficiaria/Objetivo)", "Coverage (Beneficiary/Target)"},
        [&](auto i) { return percent(plan::ratio(served(i), target(i))); });
    if (!sheet.spending_per_beneficiary.empty()) {
        add({"Gasto por beneficiario (M$)", "Spending per beneficiary (M$)"},
            [&](auto i) { return number(at(sheet.spending_per_beneficiary, i)); });
    }
    if (!sheet.unique_beneficiaries.empty()) {
        add({"Beneficiarios únicos acumulados", "Unique beneficiaries, cumulative"},
            [&](auto i) { return number(at(sheet.unique_beneficiaries, i)); });
    }
    return table;
}

Sheet simulated_sheet(const results::Run& run) {
    const Figures figures(run);
    Sheet sheet = run.planned;
    const auto spent_on = [&](const std::string& component) {
        return figures.money("spending", sheet.year, component).mean_value();
    };
    for (auto& line : sheet.components) {
        const auto* known = results::find_component(line.id);
        line.spending = spent_on(line.id);
        const double cost = figures.money("unit_cost", sheet.year, line.id).mean_value();
        if (std::isfinite(cost)) line.measured_cost = cost;
        line.production = figures.find({known == nullptr ? "" : known->production, sheet.year}).mean_value();
    }
    sheet.admin_spending = spent_on(results::administration);
    sheet.total_spending = spent_on("");
    sheet.years = run.years;
    for (auto* by_year :
         {&sheet.beneficiaries, &sheet.target_population, &sheet.spending_per_beneficiary, &sheet.unique_beneficiaries})
        by_year->clear();
    for (const int year : sheet.years) {
        sheet.target_population.push_back(plan::target(run.planned, year));
        sheet.beneficiaries.push_back(figures.find({"beneficiaries", year}).mean_value());
        sheet.spending_per_beneficiary.push_back(figures.money("unit_cost", year).mean_value());
        sheet.unique_beneficiaries.push_back(figures.find({"beneficiaries_unique_cumulative", year}).mean_value());
    }
    return sheet;
}

}  // namespace aforo::told
