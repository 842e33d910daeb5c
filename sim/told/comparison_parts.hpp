// The parts of a comparison's report. Private to the module.
#pragma once

#include <array>
#include <vector>

#include "aforo/results/index.hpp"
#include "aforo/results/results.hpp"
#include "paired.hpp"

namespace aforo::told {

// The verdict on an alternative: clauses from intervals, each only where there is something to say.
[[nodiscard]] document::Verdict comparison_verdict(const results::Comparison& c, const results::Alternative& a,
                                                   Lang lang);

// What the alternative changes in the scenario, in one sentence; empty where it changes nothing.
[[nodiscard]] document::Sentence changes_said(const results::Alternative& a, Lang lang);

// The sheets of base and alternative in one table, which shows the changes cell by cell.
[[nodiscard]] std::vector<document::Table> side_by_side(const results::Comparison& c, const results::Alternative& a,
                                                        const results::Index& index, Lang lang);

// One row per important measure, one column per scenario. On a sheet of the workbook cells hold only numbers, each in
// its own cell; elsewhere a change also shows its size relative to the base.
[[nodiscard]] document::Table comparison_matrix(const results::Comparison& c, bool is_of_sheet, Lang lang);
// Spending by component and in total, for every year.
[[nodiscard]] document::Table money_beside(const results::Comparison& c, const results::Index& index, Lang lang);

// The sheets of the workbook, in order.
[[nodiscard]] std::vector<document::Section> comparison_sheets(const results::Comparison& c,
                                                               const std::vector<document::Verdict>& verdicts,
                                                               const results::Manifest& manifest, Lang lang);

// Columns about who is affected: what is counted and its title. Of plans, every one: those that enter minus those that
// drop out are the change in admissions. Of enterprises, by the day of their first admission.
struct FateColumn {
    results::Fate fate;
    Text title;
};
inline constexpr std::size_t columns_of_a_side = 4;
inline constexpr auto plans =
    std::to_array<FateColumn>({{results::Fate::plans_entering, {"Entran", "Enter"}},
                               {results::Fate::plans_dropped, {"Dejan de entrar", "Drop out"}},
                               {results::Fate::plans_earlier, {"Antes", "Earlier"}},
                               {results::Fate::plans_later, {"Después", "Later"}}});
inline constexpr auto enterprises_affected =
    std::to_array<FateColumn>({{results::Fate::winners, {"Empresas favorecidas", "Enterprises better off"}},
                               {results::Fate::losers, {"Empresas perjudicadas", "Enterprises worse off"}},
                               {results::Fate::days_gained, {"Días que ganan", "Days gained"}},
                               {results::Fate::days_lost, {"Días que pierden", "Days lost"}}});

// A group within a sentence: potencial bajo.
[[nodiscard]] document::Sentence band_name(const std::string& group, Lang lang);

// Whether nobody fares differently.
[[nodiscard]] bool is_without_fates(const results::Fates& fates);
[[nodiscard]] document::Sentence fate_of(const results::Fates& fates, results::Fate fate,
                                         Show show = Show::mean_and_error);

// What tables say about themselves in several media.
namespace words {
inline constexpr Text gain{"Réplicas ahorradas", "Replications saved"};
inline constexpr Text all_scenarios{"Todos los escenarios", "All scenarios"};
inline constexpr Text matrix_title{"De un vistazo: lo que cambia frente a «{0}»",
                                   "At a glance: what changes against “{0}”"};
inline constexpr Text matrix_note{
    "En cada celda, la diferencia con la base ± el semiancho de su intervalo de 95 % (de todas las alternativas en "
    "conjunto) y, entre paréntesis, en % de la base; = si no cambia en nada.",
    "In each cell the difference from the base ± the half-width of its 95% interval (of all alternatives together) "
    "and, in brackets, in % of the base; = where nothing changes."};
inline constexpr Text shades_note{
    "Fondo verde con borde continuo: mejor; fondo naranja con borde cortado: peor; sin fondo: no se distingue, o no es "
    "ni mejor ni peor.",
    "Green with a solid edge: better; orange with a dashed edge: worse; plain: it cannot be told, or is neither."};
inline constexpr Text what_differs{"Qué resulta distinto", "What comes out differently"};
inline constexpr Text no_key_changes{"Ninguna clave: los dos escenarios dicen lo mismo.",
                                     "No key: both scenarios say the same."};
inline constexpr Text who_wins{"A quiénes afecta, {0}–{1}", "Who is affected, {0}–{1}"};
inline constexpr Text nobody_wins{"ningún plan entra, deja de entrar ni cambia de día",
                                  "no plan enters, drops out or changes its day"};
inline constexpr Text sheets_title{"La ficha, lado a lado", "The sheet, side by side"};
inline constexpr Text fates_note{
    "Las mismas empresas en los dos escenarios, plan por plan, también los segundos: entran los planes que solo admite "
    "la alternativa y dejan de entrar los que solo admite la base; su resta es el cambio en admisiones, también en "
    "cada "
    "grupo (quien está en un grupo en un solo escenario cuenta en él como admitido solo por ese). Los demás se admiten "
    "antes, después o el mismo día. Favorecida es la empresa cuya primera admisión llega antes o solo con la "
    "alternativa; perjudicada, la contraria; los días son de las admitidas en ambos.",
    "The same enterprises under both scenarios, plan by plan, second ones too: plans enter that only the alternative "
    "admits, and drop out that only the base admits; what is left of the two is the change in admissions, of each "
    "group "
    "too (who is in a group under one scenario only counts there as admitted by that one alone). The others are "
    "admitted earlier, later or on the same day. Better off is an enterprise whose first admission comes earlier, or "
    "only under the alternative; worse off, the other way; days are of those admitted under both."};
inline constexpr Text differences_note{
    "Diferencia: de las mismas réplicas, con los mismos números aleatorios, ± el semiancho del intervalo de 95 % de "
    "todas las alternativas en conjunto; = si no cambia en nada. Réplicas ahorradas: cuántas veces más harían falta "
    "sin "
    "números comunes. Las esperas son de quienes fueron atendidas o admitidas en el año: una regla que deja a otras "
    "sin "
    "serlo las acorta.",
    "Difference: of the same replications, with the same random numbers, ± the half-width of the 95% interval of all "
    "alternatives together; = where nothing changes. Replications saved: how many times more it would take without "
    "common numbers. Waits are of those attended or admitted in the year: a rule that leaves others out shortens "
    "them."};
}  // namespace words

}  // namespace aforo::told
