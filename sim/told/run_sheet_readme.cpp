// What the workbook is, how to read it, what each sheet holds, what measures mean, what is assumed, and its limits.
#include <algorithm>
#include <array>
#include <set>

#include "about.hpp"
#include "reading.hpp"
#include "run_parts.hpp"
#include "views.hpp"

namespace aforo::told {

namespace {

struct Line {
    Text label, text;
};
constexpr auto reading_lines = std::to_array<Line>(
    {{words::planned,
      {"Lo que publica la ficha; vacío donde no dice nada.", "What the sheet publishes; empty where it says nothing."}},
     {words::simulated,
      {"El promedio de las réplicas. Cada réplica es una historia completa del programa, todas igual de probables.",
       "The mean of the replications. Each is a complete history of the programme, all equally likely."}},
     {words::half_width,
      {"El error de ese promedio por haber hecho solo tantas réplicas: el semiancho de su intervalo de confianza de 95 "
       "%. Con más réplicas se achica.",
       "The error of that mean for having run only so many replications: the half-width of its 95% confidence "
       "interval. More replications shrink it."}},
     {words::p10_p90,
      {"El rango de futuros: 8 de cada 10 réplicas caen entre p10 y p90. Más réplicas no lo achican. Es la suerte "
       "dentro de un escenario, no la duda sobre sus supuestos.",
       "The range of futures: 8 out of 10 replications fall between p10 and p90. More replications do not shrink it. "
       "It is the luck within one scenario, not the doubt about its assumptions."}},
     {words::difference,
      {"Lo simulado menos lo planificado, con una fórmula viva; de las proporciones, en puntos porcentuales (pp).",
       "What is simulated less what is planned, by a live formula; of shares, in percentage points (pp)."}},
     {{"—", "—"},
      {"No está definido: el promedio de nada, o el rango de una sola réplica.",
       "Not defined: the mean of nothing, or the range of a single replication."}}});
constexpr auto sheet_lines = std::to_array<Line>(
    {{sheets::summary,
      {"Qué limita al programa; las cifras por año, planificadas y simuladas; las esperas por mes.",
       "What limits the programme; figures by year, planned and simulated; waiting lists by month."}},
     {sheets::components,
      {"La tabla de componentes de la ficha, planificada y simulada; el gasto por componente y año.",
       "The component table of the sheet, planned and simulated; spending by component and year."}},
     {sheets::offices,
      {"Cada centro y satélite, de norte a sur, por año.", "Each centre and satellite, north to south, by year."}},
     {sheets::differences,
      {"Lo simulado menos lo planificado, con su intervalo.",
       "What is simulated less what is planned, with its interval."}},
     {sheets::replications,
      {"Lo que dio cada réplica, y los promedios y percentiles que salen de ahí, con fórmulas vivas.",
       "What each replication gave, and the means and percentiles that come of it, with live formulas."}},
     {sheets::assumptions,
      {"Cada número y cada regla del escenario, con su rango, su fuente y su nota.",
       "Each number and each rule of the scenario, with its range, its source and its note."}},
     {sheets::ledger,
      {"El dinero de la primera réplica, mes a mes, en pesos exactos, sumado otra vez con fórmulas vivas.",
       "The money of the first replication, month by month, in exact pesos, summed again with live formulas."}},
     {sheets::manifest,
      {"Lo que hace falta para obtener los mismos resultados, bit por bit.",
       "What it takes to get the same results, bit by bit."}}});
constexpr auto limit_lines = std::to_array<Line>(
    {{sheets::assumptions,
      {"La ficha publica resultados, no el funcionamiento. Lo que falta se calibró para reproducir sus cifras, se "
       "derivó o se supuso: la hoja Supuestos dice cuál es cada caso.",
       "The sheet publishes results, not the workings. What is missing was calibrated to reproduce its figures, "
       "derived "
       "or assumed: the sheet Assumptions says which."}},
     {{"Límites", "Limits"},
      {"Los rangos son de un escenario: no contienen el error de sus supuestos. Sirve para comparar políticas y hallar "
       "qué limita al programa, no para predecir una empresa ni un día.",
       "Ranges are of one scenario: they do not hold the error of its assumptions. It serves to compare policies and "
       "to "
       "find what limits the programme, not to predict an enterprise or a day."}}});

void add_heading(const Subject& s, const Text& title, Section& section) {
    section.blocks.emplace_back(Paragraph{s.say(title), Paragraph::Kind::heading});
}

void add_lines(const Subject& s, const Text& title, std::span<const Line> lines, Section& section) {
    add_heading(s, title, section);
    Definitions all;
    for (const auto& line : lines) all.items.push_back({s.say(line.label), s.say(line.text)});
    section.blocks.emplace_back(std::move(all));
}

// The definitions of the measures that the sheets show.
Definitions definitions_of(const Subject& s) {
    std::set<std::string_view> shown(views::also_defined.begin(), views::also_defined.end());
    for (const auto& row : views::summary) shown.insert(row.measure);
    for (const auto& office : views::offices) shown.insert(office.measure);
    Definitions all;
    for (const auto& column : s.run.columns) {
        if (!shown.contains(column.name)) continue;
        const results::Text definition = column.definition();
        all.items.push_back({sayable(label_of(column, s.lang)),
                             sayable((s.lang == Lang::es ? definition.es : definition.en) + " (" + column.name + ")")});
    }
    return all;
}

}  // namespace

Section readme_sheet(const Subject& s) {
    constexpr Text what{"Qué es", "What it is"};
    constexpr Text what_text{
        "El resultado de una simulación del programa con aforo, empresa por empresa y día por día, para revisarla "
        "contra cifras propias. Lo planificado no se lee al simular: se muestra al lado. Pero los parámetros marcados "
        "como calibrados se ajustaron a cifras planificadas: que se parezcan no prueba nada.",
        "The result of a simulation of the programme with aforo, enterprise by enterprise and day by day, to be "
        "checked "
        "against one's own figures. What is planned is not read when simulating: it is shown beside it. But the "
        "parameters marked as calibrated were fitted to planned figures: likeness proves nothing."};
    constexpr Text money{"Dinero", "Money"};
    Section section{
        "leame", s.title(words::page_title, s.run.scenario), {}, Media::workbook, in(sheets::readme, s.lang)};
    if (Sentence about = about_text(s.run.about, s.lang); !about.empty())
        section.blocks.emplace_back(Paragraph{about, Paragraph::Kind::about});
    section.blocks.emplace_back(Definitions{
        {{s.say(what), s.say(what_text)}, {s.say(money), how_to_read_money(s.run, s.lang)}}});
    add_lines(s, {"Cómo se lee", "How to read it"}, reading_lines, section);
    add_lines(s, {"Las hojas", "The sheets"}, sheet_lines, section);
    add_lines(s, {"Supuestos y límites", "Assumptions and limits"}, limit_lines, section);
    add_heading(s, {"Qué mide cada cifra", "What each figure measures"}, section);
    section.blocks.emplace_back(definitions_of(s));
    return section;
}

}  // namespace aforo::told
