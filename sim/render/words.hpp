// Words that belong to a medium itself: legends, menus, months. All other words come in the document. Private to the
// module.
#pragma once

#include <array>
#include <string_view>

#include "aforo/document/cell.hpp"

namespace aforo::render::words {

using document::Text;

inline constexpr std::array<Text, 12> months = {{{"enero", "January"},
                                                 {"febrero", "February"},
                                                 {"marzo", "March"},
                                                 {"abril", "April"},
                                                 {"mayo", "May"},
                                                 {"junio", "June"},
                                                 {"julio", "July"},
                                                 {"agosto", "August"},
                                                 {"septiembre", "September"},
                                                 {"octubre", "October"},
                                                 {"noviembre", "November"},
                                                 {"diciembre", "December"}}};

inline constexpr Text to = {"a", "to"};  // in a range with a negative end
inline constexpr Text month_of_year = {"{} de {}", "{} {}"};
inline constexpr Text cannot_be_told = {"no se distingue", "cannot be told"};
inline constexpr Text is_told = {"sí", "yes"};

inline constexpr Text window_title = {"{} · informe de aforo", "{} · aforo report"};
inline constexpr Text contents = {"Contenido", "Contents"};
inline constexpr Text left_out{
    "Este papel deja fuera, como anexos: {0}. Están en la página y en el libro; aforo report --format pdf --annexes "
    "los "
    "imprime.",
    "This paper leaves out, as annexes: {0}. They are on the page and in the workbook; aforo report --format pdf "
    "--annexes prints them."};
inline constexpr Text how_to_read = {"Cómo se lee este informe, en una página: {0}, en la carpeta del programa.",
                                     "How to read this report: {0}, in the program's folder."};
inline constexpr Text how_to_read_page = {"docs/guia/como-leer-el-informe.md", "docs/reports.md"};
inline constexpr Text without_script = {
    "Sin JavaScript no se dibujan los gráficos; las cifras de cada uno están en la tabla que lleva debajo.",
    "Without JavaScript the charts are not drawn; the figures of each are in the table beneath it."};
inline constexpr Text as_table = {"Ver las cifras en una tabla", "See the figures in a table"};
inline constexpr Text table_beneath = {"Las cifras están en la tabla que sigue.",
                                       "The figures are in the table that follows."};
inline constexpr Text save_png = {"Guardar como PNG", "Save as PNG"};
inline constexpr Text save_svg = {"Guardar como SVG", "Save as SVG"};
inline constexpr Text chart_menu = {"Guardar el gráfico", "Save the chart"};
inline constexpr Text day = {"día", "day"};

// The meaning of an estimate's marks.
inline constexpr Text futures = {"Azar (p10–p90): 8 de cada 10 repeticiones",
                                 "Luck (p10–p90): 8 out of 10 repetitions"};
inline constexpr Text error = {"Error de simulación: intervalo de 95 %", "Simulation error: 95% interval"};
inline constexpr Text mean = {"Promedio simulado", "Simulated mean"};

// Titles of additional columns that an estimate or a difference fills in a workbook.
inline constexpr Text half_width = {"± 95 %", "± 95%"};
inline constexpr Text stands_out = {"¿Es distinguible?", "Can it be told?"};

}  // namespace aforo::render::words
