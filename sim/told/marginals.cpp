#include <algorithm>
#include <cmath>
#include <string>

#include "aforo/results/index.hpp"
#include "aforo/results/results.hpp"
#include "aforo/told/documents.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "limits_in_time.hpp"
#include "queue_story.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Cell;
using document::Document;
using document::Estimated;
using document::Media;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Words;
using results::Level;
using results::Marginal;
using results::Marginals;
namespace shapes = results::shapes;

constexpr Text components_title{"Más dinero en un componente: 1 % más, o el de los planes de un asesor",
                                "More money in a component: 1% more, or that of an advisor's plans"};
constexpr Text offices_title{"Un asesor más en un centro, con su sueldo, frente a tener solo el dinero de sus planes",
                             "An advisor more at a centre, with its salary, against having only the money for its "
                             "plans"};
constexpr Text marginal_note{
    "Cada caso cambia una sola cosa, desde el primer año medido, con los mismos números aleatorios. ± es el semiancho "
    "del intervalo de 95 % de todos los casos en conjunto, y solo se nombra lo que sale de él. = si no cambia en nada; "
    "el costo por beneficiario adicional es el gasto que de verdad se agrega. Donde lo que falta es dinero, los "
    "planes los trae el dinero y no el asesor.",
    "Each case changes one thing only, from the first measured year on, with the same random numbers. ± is the "
    "half-width of the 95% interval of all cases together, and only what lies outside it is named. = where nothing "
    "changes; the cost per additional beneficiary is of the spending that is truly added. Where money is what lacks, "
    "plans come of the money and not of the advisor."};
constexpr Text more_money{"M$ más al año", "M$ more a year"};
constexpr Text more_beneficiaries{"Beneficiarios más, {0}–{1}", "More beneficiaries, {0}–{1}"};

std::string beneficiaries_title(const Marginals& m, Lang lang) {
    return plain(say(more_beneficiaries, lang, m.base.years.front(), m.base.years.back()));
}

std::vector<const Marginal*> all_of(const Marginals& m, Level level) {
    std::vector<const Marginal*> all;
    for (const auto& one : m.marginals) {
        if (one.level == level) all.push_back(&one);
    }
    return all;
}

// Those that exceed their error, the largest effect first.
std::vector<const Marginal*> told_of(const Marginals& m, Level level) {
    std::vector<const Marginal*> told = all_of(m, level);
    std::erase_if(told, [](const auto* one) { return !results::is_told(one->beneficiaries); });
    std::stable_sort(told.begin(), told.end(), [](const auto* a, const auto* b) {
        return std::abs(a->beneficiaries.value.mean) > std::abs(b->beneficiaries.value.mean);
    });
    return told;
}

bool is_useful(const Marginal& one) { return results::is_told(one.beneficiaries) && one.beneficiaries.value.mean > 0; }

Sentence cost_of(const Marginal& one) { return size_of(one.cost ? &*one.cost : nullptr, {}); }

// Beneficiaries of all years per million pesos added to all years' budgets, spent or not.
Sentence per_million(const Marginal& m, std::size_t years) {
    constexpr results::Shape shape{results::Kind::number, 2};
    results::Estimate e = m.beneficiaries.value;
    const double millions = m.money / 1000 * static_cast<double>(years);
    if (millions <= 0 || e.n == 0) return size_of(nullptr, shape);
    e.mean /= millions;
    e.sd /= millions;
    e.half_width /= millions;
    return Cell(Estimated{e, shape});
}

Table components_table(const Marginals& m, Lang lang) {
    constexpr Text each_million{"Por millón de pesos que se agrega al presupuesto",
                                "For each million pesos added to the budget"};
    Table table{{{in(words::component, lang), Align::left},
                 {in(more_money, lang)},
                 {beneficiaries_title(m, lang), Align::right, 22},
                 {in(each_million, lang)},
                 {label_of(results::marginal_cost_column(), lang)}}};
    for (const auto* one : all_of(m, Level::component)) {
        table.row({sayable(Words{component_name(one->id, lang)}), sayable(document::Value{one->money, shapes::money}),
                   differing(&one->beneficiaries, {}), per_million(*one, m.base.years.size()), cost_of(*one)});
    }
    return table;
}

Table offices_table(const Marginals& m, Lang lang) {
    constexpr Text others{"Los demás centros: {0}", "The other centres: {0}"},
        all_untold{"Los {0} centros", "All {0} centres"};
    constexpr Text slots_used{"Cupos ocupados, {0}", "Slots in use, {0}"};
    const results::Index index(m.base);
    const int last = m.base.years.back();
    Table table{{{in(words::centre, lang), Align::left, 28},
                 {plain(say(slots_used, lang, last))},
                 {beneficiaries_title(m, lang), Align::right, 22},
                 {label_of(results::marginal_cost_column(), lang)}}};
    const auto told = told_of(m, Level::office);
    for (const auto* one : told) {
        const auto* use = index.estimate({"slot_utilisation", last, Level::office, one->id});
        const Estimated used{use == nullptr ? results::Estimate{} : *use,
                             shapes::whole_share,
                             Show::mean,
                             {"slot_utilisation", last, Level::office, one->id}};
        table.row(
            {sayable(office_name(m.base, one->id)), sayable(used), differing(&one->beneficiaries, {}), cost_of(*one)});
    }
    const std::size_t rest = all_of(m, Level::office).size() - told.size();
    if (rest > 0)
        table.row({say(told.empty() ? all_untold : others, lang, rest), {}, say(words::cannot_be_told, lang), {}});
    return table;
}

document::Figure offices_figure(const Marginals& m, const Table& twin, Lang lang) {
    constexpr Text finding{"Un asesor más trae más beneficiarios en {0} de {1} centros",
                           "An advisor more brings more beneficiaries at {0} of {1} centres"};
    constexpr Text axis{"Beneficiarios más con un asesor más, {0}–{1}",
                        "More beneficiaries with an advisor more, {0}–{1}"};
    document::Figure figure{.id = "grafico-asesores", .reading = say(marginal_note, lang), .twin = twin};
    figure.chart = bars_of(plain(say(axis, lang, m.base.years.front(), m.base.years.back())), lang);
    const auto offices = all_of(m, Level::office);
    for (const auto* one : told_of(m, Level::office)) {
        const Sentence name = office_with_id(m.base, one->id);
        figure.chart.marks.push_back(estimate_mark(plain(name), one->beneficiaries.value));
        figure.chart.marks.back().tips = {name, size_of(&one->beneficiaries, {})};
    }
    const auto useful = std::count_if(offices.begin(), offices.end(), [](const auto* one) { return is_useful(*one); });
    figure.finding = say(finding, lang, static_cast<std::size_t>(useful), offices.size());
    return figure;
}

// The smallest effect that the intervals could detect, for when few replications detect hardly anything: the median of
// their half-widths.
Sentence power_of(const Marginals& m, Lang lang) {
    constexpr Text few{
        "Con {0} réplicas y {1} casos a la vez, solo se distinguiría en un centro un efecto de más de {2} "
        "beneficiarios: "
        "use más réplicas (--effort thorough)",
        "With {0} replications and {1} cases at once, only an effect of more than {2} beneficiaries could be told at a "
        "centre: use more replications (--effort thorough)"};
    constexpr int enough = 20;
    std::vector<double> widths;
    for (const auto* one : all_of(m, Level::office)) {
        if (std::isfinite(one->beneficiaries.value.half_width)) widths.push_back(one->beneficiaries.value.half_width);
    }
    if (m.base.replications >= enough || widths.empty()) return {};
    std::nth_element(widths.begin(), widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2), widths.end());
    return say(few, lang, m.base.replications, m.marginals.size(), document::count(widths[widths.size() / 2]));
}

// At how many centres one more advisor helps, which others stand out, and what the money alone brings.
document::Verdict verdict_of(const Marginals& m, Lang lang) {
    constexpr Text lead{"Un asesor más trae más beneficiarios en {0} de {1} centros",
                        "An advisor more brings more beneficiaries at {0} of {1} centres"};
    constexpr Text none{"En ninguno de los {0} centros se distingue de su error lo que trae un asesor más",
                        "At none of the {0} centres can what an advisor more brings be told from its error"};
    constexpr Text where{"donde más se nota: {0}", "most of all: {0}"}, at{"{0} ({1})", "{0} ({1})"},
        and_others{"{0} y {1} más", "{0} and {1} more"};
    constexpr Text money{"el dinero de sus planes, sin el asesor, trae {0}: contra eso se compara",
                         "the money for its plans, without the advisor, brings {0}: that is what it is compared with"};
    constexpr Text money_untold{"lo que trae el dinero de sus planes, sin el asesor, no se distingue de su error",
                                "what the money for its plans brings, without the advisor, cannot be told"};
    constexpr std::size_t most_named = 5;
    document::Verdict verdict{.lead = {}, .after = {queue_story(m.base, lang)}};
    const auto offices = all_of(m, Level::office), told = told_of(m, Level::office);
    if (offices.empty()) return verdict;
    const auto useful = std::count_if(offices.begin(), offices.end(), [](const auto* one) { return is_useful(*one); });
    verdict.lead = useful == 0 ? say(none, lang, offices.size())
                               : say(lead, lang, static_cast<std::size_t>(useful), offices.size());
    std::vector<Sentence> named;
    for (std::size_t i = 0; i < std::min(most_named, told.size()); ++i)
        named.push_back(say(at, lang, office_name(m.base, told[i]->id),
                            size_of(&told[i]->beneficiaries, {}, Show::signed_and_error)));
    if (!named.empty()) {
        Sentence list = joined(named, ", ");
        if (told.size() > most_named) list = say(and_others, lang, list, told.size() - most_named);
        verdict.clauses.push_back({say(where, lang, list), of(told.front()->beneficiaries), true});
    }
    const auto funds = std::find_if(m.marginals.begin(), m.marginals.end(),
                                    [](const auto& one) { return one.id == results::money_for_plans; });
    if (funds != m.marginals.end()) {
        const bool is_told = results::is_told(funds->beneficiaries);
        verdict.clauses.push_back(
            {is_told ? say(money, lang, size_of(&funds->beneficiaries, {})) : say(money_untold, lang),
             of(funds->beneficiaries), is_told});
    }
    if (Sentence power = power_of(m, lang); !power.empty()) verdict.clauses.push_back({std::move(power), {}, true});
    return verdict;
}

Section marginal_sheet(const Marginals& m, Level level, const Text& name, const Text& title, Lang lang) {
    constexpr results::Shape cost{results::Kind::number, 1};
    const bool is_of_offices = level == Level::office;
    Table table{{{in(is_of_offices ? words::centre : words::component, lang), Align::left, 48},
                 {in(more_money, lang)},
                 {beneficiaries_title(m, lang)},
                 {label_of(results::marginal_cost_column(), lang)}}};
    for (const auto& one : m.marginals) {
        if (one.level != level) continue;
        const Sentence whose =
            is_of_offices ? office_with_id(m.base, one.id) : sayable(Words{component_name(one.id, lang)});
        table.row({whose, sayable(document::Value{one.money, shapes::money}),
                   size_of(&one.beneficiaries, {}, Show::signed_and_error),
                   one.cost ? size_of(&*one.cost, cost) : Sentence()});
    }
    return sheet_of(in(name, lang), say(title, lang), say(marginal_note, lang), std::move(table));
}

}  // namespace

Document marginals(const Marginals& m, Lang lang, const results::Manifest& manifest) {
    constexpr Text title{"Lo que traería uno más, en «{0}» ({1} réplicas de cada caso)",
                         "What one more would bring, in “{0}” ({1} replications of each case)"};
    const Sentence what = say(title, lang, m.base.scenario, m.base.replications), money = say(components_title, lang),
                   advisors = say(offices_title, lang);
    Document document = begun(m.base, {&m.base}, what, lang);
    document.verdicts = {verdict_of(m, lang)};
    const Table offices = offices_table(m, lang);
    document.sections = {
        {.id = "dinero",
         .title = plain(money),
         .blocks = {Tabled{components_table(m, lang), money}},
         .media = Media::screen},
        {.id = "asesores",
         .title = plain(advisors),
         .blocks = {offices_figure(m, offices, lang), Tabled{offices, advisors}, note(say(marginal_note, lang))},
         .media = Media::screen},
        limits_by_quarter({&m.base}, lang),
        warning_section({&m.base}, lang),
        readme_sheet(m.base, what, {document.verdicts.front().lead, queue_story(m.base, lang)}, lang),
        marginal_sheet(m, Level::office, sheets::offices, offices_title, lang),
        marginal_sheet(m, Level::component, sheets::components, components_title, lang),
        limits_by_month({&m.base}, lang),
        to_repeat(manifest, m.base, lang)};
    return document;
}

}  // namespace aforo::told
