// What comparisons, sweeps and explanations say, in the order of T. texts.cpp puts the catalogue together.
#pragma once

#include <array>

#include "aforo/report/texts.hpp"

namespace aforo::report {

inline constexpr auto experiment_texts = std::to_array<Entry>({
    {T::base, "Base", "Base"},
    {T::alternative, "Alternativa", "Alternative"},
    {T::gain, "Ganancia", "Gain"},
    {T::cannot_be_told, "no se distingue", "cannot be told"},
    {T::against, "«{0}» frente a «{1}»", "“{0}” against “{1}”"},
    {T::all_years, "{0}–{1}", "{0}–{1}"},
    {T::what_changes, "Qué cambia en el escenario", "What changes in the scenario"},
    {T::key, "Clave", "Key"},
    {T::nothing_there, "(no está)", "(not there)"},
    {T::no_key_changes, "Ninguna clave: los dos escenarios dicen lo mismo.", "No key: both scenarios say the same."},
    {T::what_differs, "Qué resulta distinto", "What comes out differently"},
    {T::who_wins, "Quiénes ganan y quiénes pierden, {0}–{1} (empresas, por el día de su primera admisión)",
     "Who wins and who loses, {0}–{1} (enterprises, by the day of their first admission)"},
    {T::everyone, "Todas", "All"},
    {T::fate_winners, "Ganan", "Win"},
    {T::fate_earlier, "antes", "earlier"},
    {T::fate_only_alternative, "solo con alternativa", "only under alternative"},
    {T::fate_losers, "Pierden", "Lose"},
    {T::fate_later, "después", "later"},
    {T::fate_only_base, "solo con base", "only under base"},
    {T::fate_days_gained, "Días ganados", "Days gained"},
    {T::fate_days_lost, "Días perdidos", "Days lost"},
    {T::fates_note,
     "La misma empresa en los dos mundos: gana si la admiten un día antes o más, o solo con la alternativa; pierde si "
     "la "
     "admiten después, o solo con la base. Los días ganados y perdidos son de las admitidas en ambos. El grupo es el "
     "que "
     "la empresa tiene al ser admitida.",
     "The same enterprise in both worlds: it wins if it is admitted a day earlier or more, or only under the "
     "alternative; it loses if it is admitted later, or only under the base. Days gained and lost are of those "
     "admitted "
     "in both. The group is the one that the enterprise is in when it is admitted."},
    {T::sheets_title, "La ficha, lado a lado", "The sheet, side by side"},
    {T::sheets_note,
     "→ lo que cambia, de la base a la alternativa; ~ lo que cambia menos que el error de la simulación.",
     "→ what changes, from the base to the alternative; ~ what changes by less than the error of simulation."},
    {T::differences_note,
     "Diferencia: de las mismas réplicas, con los mismos números aleatorios, ± el semiancho del intervalo de 95 % de "
     "todas las alternativas en conjunto; = si no cambia en nada. Ganancia: cuántas veces más réplicas harían falta "
     "sin números comunes. Las esperas son de quienes fueron atendidas o admitidas en el año: una regla que deja a "
     "otras sin serlo las acorta.",
     "Difference: of the same replications, with the same random numbers, ± the half-width of the 95% interval of all "
     "alternatives together; = where nothing changes. Gain: how many times more replications it would take without "
     "common numbers. Waits are of those attended or admitted in the year: a rule that leaves others out shortens "
     "them."},
    {T::row_band, "{0}, {1}", "{0}, {1}"},
    {T::band_low, "potencial bajo", "low potential"},
    {T::band_medium, "potencial mediano", "medium potential"},
    {T::band_high, "potencial alto", "high potential"},
    {T::verdict_of, "Con «{0}», {1}.", "With “{0}”, {1}."},
    {T::verdict_same, "nada cambia frente a «{0}»: cada diferencia es exactamente 0",
     "nothing changes against “{0}”: every difference is exactly 0"},
    {T::verdict_beneficiaries, "el programa llega a {0} beneficiarios en {1}{2}: {3} {4} que con «{5}» ({6})",
     "the programme reaches {0} beneficiaries in {1}{2}: {3} {4} than with “{5}” ({6})"},
    {T::verdict_beneficiaries_untold,
     "los beneficiarios de {1} ({0}) no se distinguen de los de «{2}» (diferencia {3})",
     "the beneficiaries of {1} ({0}) cannot be told from those of “{2}” (difference {3})"},
    {T::verdict_beneficiaries_same, "los {0} beneficiarios de {1} son los mismos que con «{2}»",
     "the {0} beneficiaries of {1} are those of “{2}”"},
    {T::verdict_planned, " (el plan: {0})", " (planned: {0})"},
    {T::verdict_coverage, "la cobertura de la población objetivo de {2} pasa de {0} a {1}",
     "coverage of the target population in {2} goes from {0} to {1}"},
    {T::verdict_graduates, "egresan {0} {1} en {2}", "{0} {1} graduate in {2}"},
    {T::verdict_wait, "{0} {1} días {2} en {3}", "{0} {1} days {2} in {3}"},
    {T::verdict_wait_all, "las empresas admitidas esperan un cupo", "admitted enterprises wait for a slot"},
    {T::verdict_wait_band, "las de {0} esperan un cupo", "those of {0} wait for a slot"},
    {T::verdict_wait_attention, "las atendidas esperan la atención", "those attended wait for attention"},
    {T::verdict_left, "se van sin ser atendidas {0} empresas {1} en {2}",
     "{0} enterprises {1} leave unattended in {2}"},
    {T::verdict_served, "de las de {0} que califican se atiende a {1} en {3}, en vez de a {2}",
     "of those of {0} that qualify {1} are served in {3} instead of {2}"},
    {T::verdict_spending, "se gastan M$ {0} {1} entre {2} y {3}", "M$ {0} {1} are spent from {2} to {3}"},
    {T::verdict_spending_untold, "el gasto no se distingue", "spending cannot be told"},
    {T::verdict_one_replication, "una sola réplica no dice qué diferencias son más que azar",
     "a single replication does not tell which differences are more than chance"},
    {T::verdict_marginal, "cada beneficiario adicional cuesta M$ {0}, donde el promedio de la base es {1}",
     "each additional beneficiary costs M$ {0}, where the base's average is {1}"},
    {T::verdict_saving, "cada beneficiario menos ahorra M$ {0}, donde el promedio de la base es {1}",
     "each beneficiary fewer saves M$ {0}, where the base's average is {1}"},
    {T::verdict_fates, "ganan {0} empresas y pierden {1}", "{0} enterprises win and {1} lose"},
    {T::verdict_fates_none, "ninguna empresa gana ni pierde un día", "no enterprise wins or loses a day"},
    {T::verdict_limit_base, "Con «{0}»: {1}", "With “{0}”: {1}"},
    {T::verdict_limit_alternative, "Con «{0}»: {1}", "With “{0}”: {1}"},
    {T::more, "más", "more"},
    {T::fewer, "menos", "fewer"},
    {T::less, "menos", "less"},

    {T::sweep_title, "«{0}» · {1} réplicas de cada punto, con los mismos números",
     "“{0}” · {1} replications of each point, with the same numbers"},
    {T::sweep_points, "Cómo responde, {0}", "How it responds, {0}"},
    {T::sweep_steps, "Lo que vale cada paso, {0}–{1}", "What each step is worth, {0}–{1}"},
    {T::sweep_from_to, "Paso", "Step"},
    {T::sweep_more_beneficiaries, "Beneficiarios", "Beneficiaries"},
    {T::sweep_more_spending, "Gasto (M$)", "Spending (M$)"},
    {T::sweep_cost_of_point, "Costo por punto de cobertura, {0} (M$)", "Cost per point of coverage, {0} (M$)"},
    {T::sweep_saturated, "{0}: desde {1}, si no ya antes, ningún paso trae más beneficiarios que su error.",
     "{0}: from {1} on, if not before, no step brings more beneficiaries than its error."},
    {T::sweep_unsaturated, "{0}: no se satura en lo recorrido, hasta {1}.",
     "{0}: it does not saturate in what was covered, up to {1}."},
    {T::sweep_falls, "{0}: en el orden recorrido los beneficiarios no solo suben.",
     "{0}: in the order covered beneficiaries do not only rise."},
    {T::sweep_note,
     "± es el semiancho del intervalo de 95 %; el de cada paso es de las mismas réplicas en sus dos extremos. El costo "
     "es "
     "gasto adicional sobre beneficiarios adicionales, de todos los años; el de un punto de cobertura, de la población "
     "objetivo en el último.",
     "± is the half-width of the 95% interval; that of each step is of the same replications at both ends. The cost is "
     "additional spending over additional beneficiaries, of all years; that of a point of coverage, of the target "
     "population in the last one."},

    {T::cause_orientation, "porque faltan horas de orientación en {0} de {1} centros",
     "because orientation hours lack at {0} of {1} centres"},
    {T::cause_slots, "porque se agotan los cupos en {0} de {1} centros", "because slots run out at {0} of {1} centres"},
    {T::cause_hours, "porque faltan horas de asesores en {0} de {1} centros",
     "because advisor hours lack at {0} of {1} centres"},
    {T::cause_funds, "porque faltan fondos en {0} de {1} centros", "because funds lack at {0} of {1} centres"},
    {T::queue_attention, "la cola por atención", "the queue for attention"},
    {T::queue_slots, "la cola por un cupo", "the queue for a slot"},
    {T::queue_grows, "{0} crece desde {1} (de {2} empresas a {3} en {4}){5}",
     "{0} grows from {1} on (from {2} enterprises to {3} in {4}){5}"},
    {T::no_queue_grows, "ni la cola por atención ni la cola por un cupo crecen",
     "neither the queue for attention nor that for a slot grows"},
    {T::story_of, "Con «{0}», {1}.", "With “{0}”, {1}."},
    {T::due_to, "Se debe a", "Due to"},
    {T::whole_difference, "Diferencia", "Difference"},
    {T::why_they_differ, "Por qué resultan distintos", "Why they come out differently"},
    {T::why_title, "Por qué «{0}» difiere de «{1}»", "Why “{0}” differs from “{1}”"},
    {T::shares_note,
     "Cada parte es lo que su cambio aporta, en promedio sobre todos los órdenes en que los cambios podrían hacerse "
     "(Shapley); las partes suman la diferencia exactamente, réplica por réplica. ± es el semiancho del intervalo de "
     "95 "
     "%. Los cambios que por separado no hacen un escenario válido van juntos.",
     "Each share is what its change brings, on average over all the orders in which the changes could be made "
     "(Shapley); shares sum to the difference exactly, replication by replication. ± is the half-width of the 95% "
     "interval. Changes that make no valid scenario apart go together."},
    {T::quarter, "Trimestre", "Quarter"},
    {T::quarter_of_year, "{0}.º de {1}", "Q{0} {1}"},
    {T::limits_by_quarter, "Centros en que falta más de la mitad de los días",
     "Centres at which it lacks on more than half of the days"},
    {T::limits_by_quarter_of_two, "Centros en que falta más de la mitad de los días, base → alternativa",
     "Centres at which it lacks on more than half of the days, base → alternative"},
    {T::more_money, "M$ más al año", "M$ more a year"},
    {T::and_more, "{0} y {1} más", "{0} and {1} more"},
    {T::per_million, "Por millón de pesos que se agrega al presupuesto", "For each million pesos added to the budget"},
    {T::more_beneficiaries, "Beneficiarios más, {0}–{1}", "More beneficiaries, {0}–{1}"},
    {T::slots_used, "Cupos ocupados, {0}", "Slots in use, {0}"},
    {T::marginal_title, "Lo que traería uno más, en «{0}» ({1} réplicas de cada caso)",
     "What one more would bring, in “{0}” ({1} replications of each case)"},
    {T::marginal_verdict,
     "Un asesor más trae más beneficiarios en {0} de {1} centros: en {2}, {3}; en {4}, {5}. Se compara con tener "
     "solo el dinero de sus planes, que por sí trae {6}.",
     "An advisor more brings more beneficiaries at {0} of {1} centres: at {2}, {3}; at {4}, {5}. It is compared with "
     "having only the money for its plans, which by itself brings {6}."},
    {T::marginal_components, "Más dinero en un componente: un centésimo, o el de los planes de un asesor",
     "More money in a component: a hundredth, or that of an advisor's plans"},
    {T::marginal_offices, "Un asesor más en un centro, con su sueldo, frente a tener solo el dinero de sus planes",
     "An advisor more at a centre, with its salary, against having only the money for its plans"},
    {T::marginal_note,
     "Cada caso cambia una sola cosa, desde el primer año medido, con los mismos números aleatorios. = si no cambia en "
     "nada; el costo por beneficiario adicional es el gasto que de verdad se agrega. Donde lo que falta es dinero, los "
     "planes los trae el dinero y no el asesor.",
     "Each case changes one thing only, from the first measured year on, with the same random numbers. = where nothing "
     "changes; the cost per additional beneficiary is of the spending that is truly added. Where money is what lacks, "
     "plans come of the money and not of the advisor."},

    {T::axis_from_base, "Diferencia con la base (%)", "Difference from the base (%)"},
    {T::axis_fates, "Empresas", "Enterprises"},
    {T::finding_compared, "{0} de {1} medidas de {2} se distinguen de la base",
     "{0} of {1} measures of {2} can be told from the base"},
    {T::reading_compared,
     "Cada punto es una diferencia en % de la base; la barra gruesa, donde caen 8 de cada 10 futuros; la fina, el "
     "error de "
     "la simulación. Si la fina cruza la línea de 0, la diferencia no se distingue.",
     "Each dot is a difference in % of the base; the thick bar, where 8 out of 10 futures fall; the thin one, the "
     "error of "
     "simulation. Where the thin one crosses the line at 0, the difference cannot be told."},
    {T::finding_fates, "Ganan {0} empresas y pierden {1}", "{0} enterprises win and {1} lose"},
    {T::comparison_title, "Lo que cambia de «{0}»", "What changes of “{0}”"},
    {T::sweep_page_title, "«{0}», según {1}", "“{0}”, by {1}"},
    {T::finding_sweep, "De {0} a {1}, los beneficiarios de {2} van de {3} a {4}",
     "From {0} to {1}, the beneficiaries of {2} go from {3} to {4}"},
    {T::reading_sweep,
     "Cada punto es un valor de la clave; la barra gruesa, donde caen 8 de cada 10 futuros; la fina, el error de la "
     "simulación.",
     "Each dot is a value of the key; the thick bar, where 8 out of 10 futures fall; the thin one, the error of "
     "simulation."},
    {T::finding_shares, "Lo que más pesa en la diferencia de beneficiarios es {0}: {1} de {2}",
     "What weighs most in the difference in beneficiaries is {0}: {1} of {2}"},
    {T::reading_shares, "Cada barra es lo que aporta un cambio; juntas suman la diferencia. La línea fina es el error.",
     "Each bar is what a change brings; together they sum to the difference. The thin line is the error."},
    {T::axis_shares, "Beneficiarios, {0}–{1}", "Beneficiaries, {0}–{1}"},
    {T::marginal_page_title, "«{0}»: lo que traería uno más", "“{0}”: what one more would bring"},
    {T::finding_marginals, "Un asesor más trae más beneficiarios en {0} de {1} centros",
     "An advisor more brings more beneficiaries at {0} of {1} centres"},
    {T::axis_marginals, "Beneficiarios más con un asesor más, {0}–{1}",
     "More beneficiaries with an advisor more, {0}–{1}"},
});

}  // namespace aforo::report
