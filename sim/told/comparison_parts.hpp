// The parts of what is said of a comparison. Private to the module.
#pragma once

#include <array>
#include <vector>

#include "aforo/results/index.hpp"
#include "aforo/results/results.hpp"
#include "paired.hpp"

namespace aforo::told {

// What an alternative comes to: clauses made from intervals, each only where it says something.
[[nodiscard]] document::Verdict comparison_verdict(const results::Comparison& c, const results::Alternative& a,
                                                   Lang lang);

// The sheet of base and alternative in one: what changes, cell by cell.
[[nodiscard]] std::vector<document::Table> side_by_side(const results::Comparison& c, const results::Alternative& a,
                                                        const results::Index& index, Lang lang);

// The sheets of the workbook, in their order.
[[nodiscard]] std::vector<document::Section> comparison_sheets(const results::Comparison& c,
                                                               const std::vector<document::Verdict>& verdicts,
                                                               Lang lang);

// Who wins and who loses: what is counted, and what it is called.
struct FateColumn {
    results::Fate fate;
    Text title;
};
inline constexpr std::size_t columns_of_a_side = 4;
inline constexpr auto wins =
    std::to_array<FateColumn>({{results::Fate::winners, {"Ganan", "Win"}},
                               {results::Fate::earlier, {"antes", "earlier"}},
                               {results::Fate::only_alternative, {"solo con alternativa", "only under alternative"}},
                               {results::Fate::days_gained, {"Días ganados", "Days gained"}}});
inline constexpr auto losses =
    std::to_array<FateColumn>({{results::Fate::losers, {"Pierden", "Lose"}},
                               {results::Fate::later, {"después", "later"}},
                               {results::Fate::only_base, {"solo con base", "only under base"}},
                               {results::Fate::days_lost, {"Días perdidos", "Days lost"}}});

// A group within a sentence: potencial bajo.
[[nodiscard]] document::Sentence band_name(const std::string& group, Lang lang);

// Nobody fares otherwise.
[[nodiscard]] bool is_without_fates(const results::Fates& fates);
[[nodiscard]] document::Sentence fate_of(const results::Fates& fates, results::Fate fate,
                                         Show show = Show::mean_and_error);

// What the tables of several media say of themselves.
namespace words {
inline constexpr Text gain{"Ganancia", "Gain"};
inline constexpr Text what_differs{"Qué resulta distinto", "What comes out differently"};
inline constexpr Text no_key_changes{"Ninguna clave: los dos escenarios dicen lo mismo.",
                                     "No key: both scenarios say the same."};
inline constexpr Text who_wins{"Quiénes ganan y quiénes pierden, {0}–{1} (empresas, por el día de su primera admisión)",
                               "Who wins and who loses, {0}–{1} (enterprises, by the day of their first admission)"};
inline constexpr Text nobody_wins{"ninguna empresa gana ni pierde un día", "no enterprise wins or loses a day"};
inline constexpr Text sheets_title{"La ficha, lado a lado", "The sheet, side by side"};
inline constexpr Text fates_note{
    "La misma empresa en los dos mundos: gana si la admiten un día antes o más, o solo con la alternativa; pierde si "
    "la "
    "admiten después, o solo con la base. Los días ganados y perdidos son de las admitidas en ambos. El grupo es el "
    "que "
    "la empresa tiene al ser admitida.",
    "The same enterprise in both worlds: it wins if it is admitted a day earlier or more, or only under the "
    "alternative; it loses if it is admitted later, or only under the base. Days gained and lost are of those admitted "
    "in both. The group is the one that the enterprise is in when it is admitted."};
inline constexpr Text differences_note{
    "Diferencia: de las mismas réplicas, con los mismos números aleatorios, ± el semiancho del intervalo de 95 % de "
    "todas las alternativas en conjunto; = si no cambia en nada. Ganancia: cuántas veces más réplicas harían falta sin "
    "números comunes. Las esperas son de quienes fueron atendidas o admitidas en el año: una regla que deja a otras "
    "sin "
    "serlo las acorta.",
    "Difference: of the same replications, with the same random numbers, ± the half-width of the 95% interval of all "
    "alternatives together; = where nothing changes. Gain: how many times more replications it would take without "
    "common numbers. Waits are of those attended or admitted in the year: a rule that leaves others out shortens "
    "them."};
}  // namespace words

}  // namespace aforo::told
