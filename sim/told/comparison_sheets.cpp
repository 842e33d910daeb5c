// The sheets of a comparison's workbook: how to read it, the verdicts, what changes, all differences, who wins and
// loses, the sheet side by side, and how to reproduce it.
#include <algorithm>
#include <cmath>
#include <string>

#include "comparison_parts.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "reading.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Cell;
using document::Definitions;
using document::Formula;
using document::Media;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::SheetChart;
using document::Table;
using document::Tabled;
using document::Words;
using results::Comparison;
using results::Difference;
using results::is_nothing;
using results::is_told;
using results::is_within_error;
using results::Level;
using results::Shape;

namespace names {
constexpr Text fates{"A quiénes afecta", "Who is affected"};
constexpr Text side_by_side{"Ficha lado a lado", "Sheet side by side"};
}  // namespace names

constexpr Text about_changes{"Qué cambia cada alternativa en el escenario, clave por clave.",
                             "What each alternative changes in the scenario, key by key."};
constexpr Text about_side_by_side{
    "Las cifras de la ficha, simuladas con la base y con cada alternativa, y sus diferencias.",
    "The figures of the sheet, simulated under the base and under each alternative, and their differences."};
constexpr Text stands_out{"¿Es distinguible?", "Can it be told?"};

struct Line {
    Text label, text;
};
constexpr auto reading = std::to_array<Line>(
    {{words::base,
      {"El escenario contra el que se compara: el promedio de sus réplicas.",
       "The scenario that is compared against: the mean of its replications."}},
     {words::alternative,
      {"El escenario que se evalúa: el promedio de las mismas réplicas.",
       "The scenario under study: the mean of the same replications."}},
     {words::difference,
      {"La alternativa menos la base, réplica por réplica; de las proporciones, en puntos porcentuales (pp).",
       "The alternative less the base, replication by replication; of shares, in percentage points (pp)."}},
     {words::half_width,
      {"El semiancho del intervalo de la diferencia, de 95 % para todas las alternativas en conjunto. Una diferencia "
       "menor que eso no se distingue; = si no cambia en nada.",
       "The half-width of the difference’s interval, of 95% for all alternatives together. A smaller difference cannot "
       "be told; = where nothing changes."}},
     {words::gain,
      {"Cuántas veces más réplicas harían falta para lo mismo sin números comunes.",
       "How many times more replications it would take without common numbers."}}});
constexpr auto sheets_of_it = std::to_array<Line>(
    {{sheets::summary,
      {"El veredicto de cada alternativa, y los beneficiarios por año.",
       "The verdict on each alternative, and beneficiaries by year."}},
     {words::all_scenarios,
      {"Una fila por medida y una columna por escenario, sombreadas según si es mejor o peor.",
       "A row for each measure and a column for each scenario, shaded by better or worse."}},
     {sheets::changes, about_changes},
     {sheets::differences,
      {"Las diferencias de cada medida, por año y en total, con su intervalo: del programa, por componente, región y "
       "grupo.",
       "The differences of each measure, by year and in all, with their interval: of the programme, by component, "
       "region and group."}},
     {names::fates, words::fates_note},
     {names::side_by_side, about_side_by_side},
     {sheets::manifest,
      {"Lo que hace falta para obtener los mismos resultados, bit por bit.",
       "What it takes to get the same results, bit by bit."}}});

Sentence text(const std::string& words) { return Cell(Words{words}); }

// Differences of shares are in percentage points; the cost per additional beneficiary has one more place than in the
// report.
Shape shape_of_difference(const Comparison& c, const Difference& d) {
    if (d.measure == results::marginal_cost) return {results::Kind::number, 1};
    const Shape shape = shape_of(c.base, d.measure);
    return shape.is_percent() ? results::shapes::points : shape;
}

Section readme(const Comparison& c, Lang lang) {
    constexpr Text what{"Qué es", "What it is"}, money{"Dinero", "Money"}, how{"Cómo se lee", "How to read it"},
        its_sheets{"Las hojas", "The sheets"}, assumed{"Supuestos y límites", "Assumptions and limits"},
        limits{"Límites", "Limits"}, definitions{"Qué mide cada cifra", "What each figure measures"};
    constexpr Text what_it_is{
        "La comparación de escenarios del programa simulados con aforo con los mismos números aleatorios: las mismas "
        "empresas, en los mismos días, con cada política.",
        "The comparison of scenarios of the programme simulated with aforo on the same random numbers: the same "
        "enterprises, on the same days, under each policy."};
    Section section{.title = plain(say(words::page_title, lang, c.base.scenario)),
                    .media = Media::workbook,
                    .sheet = in(sheets::readme, lang)};
    const auto add = [&](const Text& heading, std::vector<Definitions::Item> items) {
        section.blocks.emplace_back(Paragraph{say(heading, lang), Paragraph::Kind::heading});
        section.blocks.emplace_back(Definitions{std::move(items)});
    };
    const auto said = [&](const auto& lines) {
        std::vector<Definitions::Item> items;
        for (const Line& line : lines) items.push_back({say(line.label, lang), say(line.text, lang)});
        return items;
    };
    section.blocks.emplace_back(Definitions{{{say(what, lang), say(what_it_is, lang)},
                                             {say(money, lang), how_to_read_money(c.base, lang)}}});
    add(how, said(reading));
    add(its_sheets, said(sheets_of_it));
    add(assumed, {{say(limits, lang), say(words::ranges_of_one_scenario, lang)}});
    std::vector<Definitions::Item> measures;
    for (const auto& column : c.base.columns) {
        measures.push_back({text(label_of(column, lang)), definition_of(column, lang)});
        measures.back().text += text(" (" + column.name + ")");
    }
    add(definitions, std::move(measures));
    return section;
}

// One row per year: beneficiaries of the base and of each alternative.
Table beneficiaries_by_year(const Comparison& c, Lang lang) {
    Table table{{{in(words::year, lang)}, {c.base.scenario}}};
    for (const auto& a : c.alternatives) table.columns.push_back({a.run.scenario});
    for (const int year : c.base.years) {
        std::vector<Sentence> row = {sayable(year)};
        const auto add = [&](const results::Run& run) {
            const auto* e = run.find("beneficiaries", year);
            row.push_back(Cell(document::Estimated{e == nullptr ? results::Estimate{} : *e,
                                                   shape_of(c.base, "beneficiaries"),
                                                   Show::mean,
                                                   {"beneficiaries", year}}));
        };
        add(c.base);
        for (const auto& a : c.alternatives) add(a.run);
        table.row(std::move(row));
    }
    return table;
}

SheetChart beneficiaries_chart(const Comparison& c, const Text& title, Lang lang) {
    constexpr Text about{
        "Gráfico de líneas: beneficiarios por año con la base y con cada alternativa. Los datos están en la tabla de "
        "arriba.",
        "Line chart: beneficiaries by year under the base and under each alternative. The data are in the table "
        "above."};
    constexpr std::array colours = {document::Colour::blue, document::Colour::orange, document::Colour::teal,
                                    document::Colour::plum};
    SheetChart chart{.title = in(title, lang),
                     .alternative = in(about, lang),
                     .y = label_of(c.base, "beneficiaries", lang),
                     .is_below = true};
    const std::size_t last = c.base.years.size() - 1;
    const auto down = [&](std::size_t column) {
        return Formula::Reference{
            .column = column, .last_row = last, .last_column = column, .is_range = true, .is_absolute = true};
    };
    const auto add = [&](std::size_t column, const std::string& name) {
        chart.lines.push_back(
            {name, down(0), down(column), colours.at((column - 1) % colours.size()), column > colours.size()});
    };
    add(1, c.base.scenario);
    for (std::size_t i = 0; i < c.alternatives.size(); ++i) add(i + 2, c.alternatives[i].run.scenario);
    return chart;
}

Section summary(const Comparison& c, const std::vector<document::Verdict>& verdicts, Lang lang) {
    constexpr Text title{"«{0}» y sus alternativas", "“{0}” and its alternatives"};
    constexpr Text by_year{"Beneficiarios por año, con cada escenario", "Beneficiaries by year, under each scenario"};
    Section section{.title = plain(say(title, lang, c.base.scenario)),
                    .media = Media::workbook,
                    .sheet = in(sheets::summary, lang)};
    for (const auto& verdict : verdicts) section.blocks.emplace_back(verdict);
    section.blocks.emplace_back(Paragraph{say(by_year, lang), Paragraph::Kind::heading});
    section.blocks.emplace_back(Tabled{.table = beneficiaries_by_year(c, lang), .is_main = true});
    section.blocks.emplace_back(beneficiaries_chart(c, by_year, lang));
    return section;
}

Section matrix(const Comparison& c, Lang lang) {
    return sheet_of(in(words::all_scenarios, lang), say(words::matrix_title, lang, c.base.scenario),
                    say(words::matrix_note, lang) + Cell(Words{" "}) + say(words::shades_note, lang),
                    comparison_matrix(c, true, lang));
}

Section changes(const Comparison& c, Lang lang) {
    constexpr std::size_t width = 48;
    Table table{{{in(words::alternative, lang), Align::left, width},
                 {in(words::key, lang), Align::left, width},
                 {in(words::base, lang), Align::left, width},
                 {in(words::alternative, lang), Align::left, width}}};
    for (const auto& a : c.alternatives) {
        for (const auto& change : a.changes) {
            table.row({sayable(a.run.scenario), key_of(change, lang), as_written(change.from, lang),
                       as_written(change.to, lang)});
        }
        if (a.changes.empty()) table.row({sayable(a.run.scenario), say(words::no_key_changes, lang)});
    }
    return sheet_of(in(sheets::changes, lang), say(words::what_changes, lang), say(about_changes, lang),
                    std::move(table));
}

// First those of the programme, then those by region, group and component; offices are too many for a sheet.
std::vector<const Difference*> in_order(const results::Alternative& a) {
    std::vector<const Difference*> differences;
    for (const auto& d : a.differences) {
        if (d.level != Level::office && d.value.n > 0) differences.push_back(&d);
    }
    std::stable_sort(differences.begin(), differences.end(),
                     [](const Difference* x, const Difference* y) { return x->level < y->level; });
    return differences;
}

Sentence whose(const Comparison& c, const Difference& d, Lang lang) {
    if (d.level == Level::component) return text(component_name(d.id, lang));
    if (d.level == Level::group) return text(group_label(d.id, lang));
    return sayable(d.level == Level::region ? region_name(c.base, d.id) : d.id);
}

Sentence is_told_text(const Difference& d, Lang lang) {
    if (is_nothing(d)) return text("=");
    if (is_told(d)) return say(words::yes, lang);
    return is_within_error(d) ? say(words::cannot_be_told, lang) : Sentence(Cell(document::Value{}));
}

// A paired difference of a measure that some replications leave undefined is not the difference of the two means, so it
// is not a formula; the ends of its interval are.
void add_difference(Table& table, const Comparison& c, const results::Alternative& a, const Difference& d, Lang lang) {
    const Shape shape = shape_of(c.base, d.measure), of_difference = shape_of_difference(c, d);
    const bool is_cost = d.measure == results::marginal_cost, is_points = of_difference.kind == results::Kind::points;
    const std::size_t row = table.rows.size();
    constexpr std::size_t difference = 8, error = 9;
    const auto end = [&](const std::string& sign, double value) {
        if (!std::isfinite(value)) return Sentence();
        return Sentence(Cell(Formula{{std::string("="), Formula::Reference{.row = row, .column = difference}, sign,
                                      Formula::Reference{.row = row, .column = error}},
                                     value,
                                     of_difference,
                                     document::Value::Style::signed_}));
    };
    table.row({sayable(a.run.scenario), text(label_of(c.base, d.measure, lang)), text(level_label(d.level, lang)),
               whose(c, d, lang), years_of(c.base, d.year, lang),
               is_points ? text("pp") : text(unit_label(d.unit, lang)), is_cost ? Sentence() : base_of(d, shape),
               is_cost ? Sentence() : alternative_of(d, shape),
               Cell(document::Value{d.value.mean, of_difference, document::Value::Style::signed_, of(d)}),
               size_of(&d, of_difference, Show::half_width), end("-", d.value.mean - d.value.half_width),
               end("+", d.value.mean + d.value.half_width), is_told_text(d, lang),
               Cell(document::Value{d.gain, {results::Kind::number, 1}})});
}

Section all_differences(const Comparison& c, Lang lang) {
    constexpr Text level{"Nivel", "Level"}, of_whom{"De", "Of"};
    Table table{{{in(words::alternative, lang), Align::left, 40},
                 {in(words::measure, lang), Align::left, 46},
                 {in(level, lang), Align::left},
                 {in(of_whom, lang), Align::left},
                 {in(words::year, lang)},
                 {in(words::unit, lang), Align::left},
                 {in(words::base, lang)},
                 {in(words::alternative, lang)},
                 {in(words::difference, lang)},
                 {in(words::half_width, lang)},
                 {in(words::from, lang)},
                 {in(words::to, lang)},
                 {in(stands_out, lang), Align::left},
                 {in(words::gain, lang)}}};
    for (const auto& a : c.alternatives) {
        for (const Difference* d : in_order(a)) add_difference(table, c, a, *d, lang);
    }
    return sheet_of(in(sheets::differences, lang), say(words::what_differs, lang), say(words::differences_note, lang),
                    std::move(table));
}

Section fates(const Comparison& c, Lang lang) {
    std::vector<FateColumn> shown(plans.begin(), plans.end());
    shown.insert(shown.end(), enterprises_affected.begin(), enterprises_affected.end());
    Table table{{{in(words::alternative, lang), Align::left, 48}, {in(words::group, lang), Align::left}}};
    for (const auto& column : shown) table.columns.push_back({in(column.title, lang)});
    for (const auto& a : c.alternatives) {
        for (const auto& group : a.fates) {
            std::vector<Sentence> row = {sayable(a.run.scenario), group_or_all(group.group, lang)};
            for (const auto& column : shown) row.push_back(fate_of(group, column.fate));
            table.row(std::move(row));
        }
    }
    return sheet_of(in(names::fates, lang), say(words::who_wins, lang, c.base.years.front(), c.base.years.back()),
                    say(words::fates_note, lang), std::move(table));
}

struct SheetRow {
    const char* measure;
    Level level = Level::programme;
    const char* id = "";
};
// The component table of the planned sheet.
std::vector<SheetRow> component_rows() {
    std::vector<SheetRow> rows;
    for (const auto& c : results::components) {
        rows.push_back({"spending", Level::component, c.id});
        if (*c.production == '\0') continue;
        rows.push_back({c.production});
        rows.push_back({"unit_cost", Level::component, c.id});
    }
    rows.push_back({"spending"});
    rows.push_back({"admin_share"});
    return rows;
}

// The base and, for each alternative, its value and the difference.
void add_side_by_side(Table& table, const Comparison& c, const std::vector<results::Index>& indices, const SheetRow& of,
                      int year, Lang lang) {
    Sentence label = text(label_of(c.base, of.measure, lang));
    if (*of.id != '\0') label += text(", " + component_name(of.id, lang));
    std::vector<Sentence> row = {label, sayable(year), {}};
    for (const auto& index : indices) {
        const Difference* d = index.difference({of.measure, year, of.level, of.id});
        if (d == nullptr) {
            row.insert(row.end(), {Sentence(), Sentence()});
            continue;
        }
        const Shape shape = shape_of(c.base, d->measure);
        if (row.size() == 3) row[2] = base_of(*d, shape);
        row.push_back(alternative_of(*d, shape));
        row.push_back(differing(d, shape_of_difference(c, *d)));
    }
    table.row(std::move(row));
}

Section sheets_beside(const Comparison& c, Lang lang) {
    Table table{{{in(words::measure, lang), Align::left, 46}, {in(words::year, lang)}, {c.base.scenario}}};
    std::vector<results::Index> indices;
    for (const auto& a : c.alternatives) {
        indices.emplace_back(a.differences);
        table.columns.push_back({a.run.scenario});
        table.columns.push_back({in(words::difference, lang)});
    }
    for (const auto& of : component_rows()) {
        for (const int year : c.base.years) add_side_by_side(table, c, indices, of, year, lang);
    }
    for (const char* measure : views::population_compared) {
        for (const int year : c.base.years) add_side_by_side(table, c, indices, {measure}, year, lang);
    }
    return sheet_of(in(names::side_by_side, lang), say(words::sheets_title, lang), say(about_side_by_side, lang),
                    std::move(table));
}

Section repeated(const Comparison& c, const results::Manifest& manifest, Lang lang) {
    Items items;
    add_item(items, words::version, sayable(c.base.version), lang);
    add_item(items, words::seed, seed_said(c.base.seed), lang);
    add_item(items, words::replications, sayable(c.base.replications), lang);
    add_scenario(items, words::base, c.base, lang);
    for (const auto& a : c.alternatives) add_scenario(items, words::alternative, a.run, lang);
    return to_repeat(manifest, std::move(items), lang);
}

}  // namespace

std::vector<Section> comparison_sheets(const Comparison& c, const std::vector<document::Verdict>& verdicts,
                                       const results::Manifest& manifest, Lang lang) {
    return {readme(c, lang),        summary(c, verdicts, lang), matrix(c, lang),
            changes(c, lang),       all_differences(c, lang),   fates(c, lang),
            sheets_beside(c, lang), repeated(c, manifest, lang)};
}

}  // namespace aforo::told
