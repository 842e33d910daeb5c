// A document by hand with every kind of block, cell and chart, in which every text of others is hostile.
#pragma once

#include <string>

#include "aforo/document/document.hpp"

namespace aforo::render::testing {

using namespace aforo::document;

inline constexpr const char* hostile = "=1+1</script><script>alert(1)</script>\x1b[31m \xe2\x80\xae\"x\"";

inline constexpr results::Estimate some = {40, 20010.4, 600, 200.2, 19300, 20000, 20700};
inline constexpr results::Estimate tight = {40, 0.0691, 0.0006, 0.00021, 0.068, 0.069, 0.07};

inline Sentence words(const std::string& text) { return Cell(Words{text}); }

// A difference whose error is as given, of a mean of 600.
inline results::Difference difference(double half_width) {
    return {"beneficiaries",
            "enterprises",
            2027,
            results::Level::programme,
            "",
            some,
            some,
            {40, 620.4, 200, half_width, 500, 620, 700},
            2};
}

inline Chart chart_of(Chart::Kind kind) {
    Chart chart{.kind = kind, .x = "Días", .y = "Personas", .tips = {"Medida", "Valor"}};
    chart.series = {{.name = "U · Uno", .colour = Colour::blue, .letter = "U", .is_dark = true, .is_labelled = true},
                    {.name = "Dos", .colour = Colour::orange, .symbol = Symbol::stroke, .letter = "D"}};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto d = static_cast<double>(i);
        chart.marks.push_back({.label = "2025-0" + std::to_string(i / 2 + 1),
                               .series = i % 2,
                               .value = (d + 1) / 5,
                               .low = d / 5,
                               .high = (d + 2) / 5,
                               .p10 = d / 10,
                               .p90 = d,
                               .x = 0.5,
                               .group = "2025-0" + std::to_string(i % 2 + 1),
                               .tips = {Cell(Name{hostile}), Cell(Estimated{some})},
                               .text = Cell(count(d))});
    }
    chart.boxes = {{0.1, 0.2, 0.3, 0.4, "aquí"}};
    // Upright where the x axis has numbers, across where it has groups.
    chart.references = {{.label = "el plan"}};
    (kind == Chart::Kind::columns || kind == Chart::Kind::fan ? chart.references[0].value : chart.references[0].x) =
        0.4;
    if (kind != Chart::Kind::heat) return chart;
    chart.references.clear();
    for (int month = 10; month <= 12; ++month) chart.columns.push_back("2024-" + std::to_string(month));
    for (int month = 1; month <= 4; ++month) chart.columns.push_back("2025-0" + std::to_string(month));
    return chart;
}

inline Table table_of_cells() {
    Table table{{{"Concepto", Align::left}, {"Simulado"}, {"Diferencia"}}};
    table.heading(words("Lo que se mira"));
    table.row({words("Beneficiarios"), Cell(Estimated{some, {}, {}, {"beneficiaries", 2027}}),
               Cell(Differing{difference(90)})},
              1);
    table.row(
        {Cell(Name{hostile}), Cell(Estimated{tight, results::shapes::fine_share}), Cell(Differing{difference(900)})});
    table.total({words("Total"), Cell(Estimated{some}), Cell(Differing{difference(90)})});
    return table;
}

// Years, counts and formulas: of a row, of a column, and of another table further down.
inline Table table_of_formulas() {
    Table table{{{"Año", Align::left}, {"Rango"}, {"Plan"}, {"Menos"}, {"Arriba de todo"}}};
    const auto at = [](std::size_t row, std::size_t column) {
        return Formula::Reference{.row = row, .column = column};
    };
    for (const int year : {2026, 2027}) {
        const std::size_t row = table.rows.size();
        table.row({sayable(year), Cell(Estimated{some, {}, Estimated::Show::range}), Cell(count(1000)),
                   Cell(Formula{
                       {std::string("="), at(row, 1), std::string("-"), at(row, 2)}, 18300, {}, Value::Style::signed_}),
                   Cell(Formula{{std::string("="), Formula::Reference{.table = 1, .row = 1, .column = 1}}, 20010.4})});
    }
    Formula sum{{std::string("SUM("),
                 Formula::Reference{
                     .row = 0, .column = 2, .last_row = 1, .last_column = 2, .is_range = true, .is_absolute = true},
                 std::string(")")},
                2000};
    sum.is_money_of_pesos = true;
    table.total({words("Total"), {}, Cell(sum)});
    return table;
}

inline Document sample_document(Lang lang) {
    Document d{.lang = lang, .replications = 40, .name = hostile, .version = "1.0"};
    d.eyebrow = words("informe");
    d.draft = words("Borrador");
    d.title = Cell(Name{hostile});
    d.made_from = words("aforo 1.0 · 40 réplicas");
    d.opening = {{words("Cómo se lee."), Paragraph::Kind::note}};
    d.verdicts = {{words("Llega a ") + Sentence(Cell(Estimated{some})),
                   {{words("egresan ") + Sentence(Cell(Estimated{some, {}, Estimated::Show::signed_and_error})),
                     {"graduates", 2027}}},
                   {words("Lo que limita es ") + Sentence(Cell(Name{hostile}))}}};
    d.tiles = {{"Beneficiarios",
                words("M$ ") + Sentence(Cell(Estimated{some, {}, Estimated::Show::mean})),
                words("8 de cada 10: ") + Sentence(Cell(Estimated{some, {}, Estimated::Show::range})),
                {words("plan"), words("después")}}};
    d.first = {Paragraph{words("El dinero"), Paragraph::Kind::heading, Media::page},
               Tabled{table_of_cells(), words("Primero"), Media::page}};
    Section all{.id = "todo", .title = "Todo"};
    all.blocks = {Paragraph{words("Un párrafo.")},
                  Tabled{.table = table_of_cells(), .is_main = true},
                  Paragraph{words("Una nota."), Paragraph::Kind::note},
                  Definitions{{{words("Término"), words("Lo que es"), true}}},
                  Command{"aforo run"},
                  Details{words("Más"), true, {Tabled{table_of_cells(), words("Dentro")}}}};
    d.sections = {all};
    for (int kind = 0; kind <= static_cast<int>(Chart::Kind::tornado); ++kind) {
        d.sections.push_back({.id = "s" + std::to_string(kind), .title = "Gráfico", .media = Media::page});
        d.sections.back().blocks = {Figure{"g" + std::to_string(kind), Cell(Name{hostile}), words("se lee así"),
                                           chart_of(static_cast<Chart::Kind>(kind)), table_of_cells()}};
    }
    d.sections[1 + 5].blocks.front() = [&] {  // the heat map keeps its width
        auto figure = std::get<Figure>(d.sections[1 + 5].blocks.front());
        figure.chart.is_wide = true;
        return Block(figure);
    }();
    Section sheet{.title = "Las fórmulas", .media = Media::workbook, .sheet = "Fórmulas: [todas]"};
    const auto down = [](std::size_t column) {
        return Formula::Reference{.row = 0, .column = column, .last_row = 1, .last_column = column, .is_range = true};
    };
    sheet.blocks = {Paragraph{words("Se calculan otra vez.")},
                    Tabled{.table = table_of_formulas(), .is_main = true},
                    Paragraph{words("Abajo"), Paragraph::Kind::heading},
                    Tabled{.table = table_of_cells()},
                    SheetChart{.title = "Líneas", .alternative = "Una línea", .lines = {{hostile, down(0), down(2)}}},
                    SheetChart{.kind = SheetChart::Kind::bars,
                               .title = "Barras",
                               .alternative = "Barras",
                               .lines = {{"b", down(0), down(3)}},
                               .is_below = true}};
    d.sections.push_back(sheet);
    return d;
}

}  // namespace aforo::render::testing
