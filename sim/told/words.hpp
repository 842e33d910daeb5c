// Words used by several files of told/: titles of columns, axes and kinds. Words used by one file stand in that file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "aforo/document/document.hpp"

namespace aforo::told {

using core::Lang;
using document::say;
using document::Text;

namespace words {

inline constexpr Text measure{"Medida", "Measure"};
inline constexpr Text concept_title{"Concepto", "Concept"};
inline constexpr Text unit{"Unidad", "Unit"};
inline constexpr Text year{"Año", "Year"};
inline constexpr Text month{"Mes", "Month"};
inline constexpr Text component{"Componente", "Component"};
inline constexpr Text office{"Oficina", "Office"};
inline constexpr Text centre{"Centro", "Centre"};
inline constexpr Text satellite{"Satélite", "Satellite"};
inline constexpr Text region{"Región", "Region"};
inline constexpr Text kind{"Tipo", "Kind"};
inline constexpr Text group{"Grupo", "Group"};
inline constexpr Text key{"Clave", "Key"};
inline constexpr Text total{"Total", "Total"};
inline constexpr Text planned{"Planificado", "Planned"};
inline constexpr Text simulated{"Simulado", "Simulated"};
inline constexpr Text half_width{"± 95 %", "± 95%"};
inline constexpr Text p10_p90{"p10–p90", "p10–p90"};
inline constexpr Text p10{"p10", "p10"};
inline constexpr Text p90{"p90", "p90"};
inline constexpr Text difference{"Diferencia", "Difference"};
inline constexpr Text replications{"Réplicas", "Replications"};
inline constexpr Text replication_count{"{0} réplicas", "{0} replications"};
inline constexpr Text replication_count_one{"{0} réplica", "{0} replication"};
inline constexpr Text spending{"Gasto (M$)", "Spending (M$)"};
inline constexpr Text unit_cost{"Gasto unitario (M$)", "Unit cost (M$)"};
inline constexpr Text admin_spending{"Gasto Administrativo", "Administrative spending"};
inline constexpr Text admin_share{"Porcentaje gasto administrativo", "Share of administrative spending"};
inline constexpr Text yes{"sí", "yes"};
inline constexpr Text cannot_be_told{"no se distingue", "cannot be told"};
inline constexpr Text page_title{"{0} · informe de aforo", "{0} · aforo report"};
inline constexpr Text finding_one_replication{
    "Una sola réplica no dice qué diferencias son más que azar",
    "A single replication does not tell which differences are more than chance"};
inline constexpr Text run_again{
    "Este comando da los mismos resultados, bit por bit, con la misma versión y el mismo escenario:",
    "This command gives the same results, bit by bit, with the same version and the same scenario:"};

}  // namespace words

// Names of workbook sheets that several experiments have: at most 31 characters, none of []:*?/\ .
namespace sheets {

inline constexpr Text readme{"Léame", "Read me"};
inline constexpr Text summary{"Resumen", "Summary"};
inline constexpr Text components{"Componentes", "Components"};
inline constexpr Text offices{"Centros", "Centres"};
inline constexpr Text differences{"Diferencias", "Differences"};
inline constexpr Text replications{"Réplicas", "Replications"};
inline constexpr Text assumptions{"Supuestos", "Assumptions"};
inline constexpr Text ledger{"Libro mayor", "Ledger"};
inline constexpr Text manifest{"Manifiesto", "Manifest"};

}  // namespace sheets

// A text without inserted values.
[[nodiscard]] inline std::string in(const Text& text, Lang lang) { return std::string(text.in(lang)); }
[[nodiscard]] inline const std::string& in(const results::Text& text, Lang lang) {
    return lang == Lang::es ? text.es : text.en;
}

// A sentence that has only words and names, as titles and chart labels do. A figure in it is a bug and throws.
[[nodiscard]] std::string plain(const document::Sentence& sentence);

// Texts that are the same in all languages and media, for labels and ids. Anything else with digits must be a cell.
[[nodiscard]] std::string year_label(int year);           // 2025
[[nodiscard]] std::string month_id(int year, int month);  // 2025-09
[[nodiscard]] std::string ordinal(std::size_t place);     // 1 for the first
// A text, because a seed may have more digits than a number of a workbook can hold.
[[nodiscard]] document::Sentence seed_said(std::uint64_t seed);

// «a, b y c».
[[nodiscard]] document::Sentence listed(const std::vector<document::Sentence>& items, Lang lang);

}  // namespace aforo::told
