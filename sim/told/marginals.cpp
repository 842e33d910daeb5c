#include "aforo/told/marginals.hpp"

#include <algorithm>
#include <string>

#include "aforo/results/index.hpp"
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
                                "More money in a component: a hundredth, or that of an advisor's plans"};
constexpr Text offices_title{"Un asesor más en un centro, con su sueldo, frente a tener solo el dinero de sus planes",
                             "An advisor more at a centre, with its salary, against having only the money for its "
                             "plans"};
constexpr Text marginal_note{
    "Cada caso cambia una sola cosa, desde el primer año medido, con los mismos números aleatorios. = si no cambia en "
    "nada; el costo por beneficiario adicional es el gasto que de verdad se agrega. Donde lo que falta es dinero, los "
    "planes los trae el dinero y no el asesor.",
    "Each case changes one thing only, from the first measured year on, with the same random numbers. = where nothing "
    "changes; the cost per additional beneficiary is of the spending that is truly added. Where money is what lacks, "
    "plans come of the money and not of the advisor."};
constexpr Text more_money{"M$ más al año", "M$ more a year"};
constexpr Text more_beneficiaries{"Beneficiarios más, {0}–{1}", "More beneficiaries, {0}–{1}"};

std::string beneficiaries_title(const Marginals& m, Lang lang) {
    return plain(say(more_beneficiaries, lang, m.base.years.front(), m.base.years.back()));
}

// The largest effect first.
std::vector<const Marginal*> by_effect(const Marginals& m, Level level) {
    std::vector<const Marginal*> sorted;
    for (const auto& one : m.marginals) {
        if (one.level == level) sorted.push_back(&one);
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) {
        return a->beneficiaries.value.mean > b->beneficiaries.value.mean;
    });
    return sorted;
}

bool is_useful(const Marginal& one) { return results::is_told(one.beneficiaries) && one.beneficiaries.value.mean > 0; }

Sentence cost_of(const Marginal& one) { return size_of(one.cost ? &*one.cost : nullptr, {}); }

// Beneficiaries of all years for each million pesos that all years' budgets have more, spent or not.
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
    for (const auto* one : by_effect(m, Level::component)) {
        table.row({sayable(Words{component_name(one->id, lang)}), sayable(document::Value{one->money, shapes::money}),
                   differing(&one->beneficiaries, {}), per_million(*one, m.base.years.size()), cost_of(*one)});
    }
    return table;
}

Table offices_table(const Marginals& m, Lang lang) {
    constexpr Text slots_used{"Cupos ocupados, {0}", "Slots in use, {0}"};
    const results::Index index(m.base);
    const int last = m.base.years.back();
    Table table{{{in(words::centre, lang), Align::left, 28},
                 {plain(say(slots_used, lang, last))},
                 {beneficiaries_title(m, lang), Align::right, 22},
                 {label_of(results::marginal_cost_column(), lang)}}};
    for (const auto* one : by_effect(m, Level::office)) {
        const auto* use = index.estimate({"slot_utilisation", last, Level::office, one->id});
        const Estimated used{use == nullptr ? results::Estimate{} : *use,
                             shapes::whole_share,
                             Show::mean,
                             {"slot_utilisation", last, Level::office, one->id}};
        table.row(
            {sayable(office_name(m.base, one->id)), sayable(used), differing(&one->beneficiaries, {}), cost_of(*one)});
    }
    return table;
}

document::Figure offices_figure(const Marginals& m, const Table& twin, Lang lang) {
    constexpr Text finding{"Un asesor más trae más beneficiarios en {0} de {1} centros",
                           "An advisor more brings more beneficiaries at {0} of {1} centres"};
    constexpr Text axis{"Beneficiarios más con un asesor más, {0}–{1}",
                        "More beneficiaries with an advisor more, {0}–{1}"};
    document::Figure figure{.id = "grafico-asesores", .reading = say(marginal_note, lang), .twin = twin};
    figure.chart = bars_of(plain(say(axis, lang, m.base.years.front(), m.base.years.back())), lang);
    const auto offices = by_effect(m, Level::office);
    for (const auto* one : offices) {
        const Sentence name = office_with_id(m.base, one->id);
        figure.chart.marks.push_back(estimate_mark(plain(name), one->beneficiaries.value));
        figure.chart.marks.back().tips = {name, size_of(&one->beneficiaries, {})};
    }
    const auto useful = std::count_if(offices.begin(), offices.end(), [](const auto* one) { return is_useful(*one); });
    figure.finding = say(finding, lang, static_cast<std::size_t>(useful), offices.size());
    return figure;
}

// At how many centres an advisor more helps, and where most and least.
document::Verdict verdict_of(const Marginals& m, Lang lang) {
    constexpr Text lead{
        "Un asesor más trae más beneficiarios en {0} de {1} centros: en {2}, {3}; en {4}, {5}. Se compara con tener "
        "solo el dinero de sus planes, que por sí trae {6}.",
        "An advisor more brings more beneficiaries at {0} of {1} centres: at {2}, {3}; at {4}, {5}. It is compared "
        "with "
        "having only the money for its plans, which by itself brings {6}."};
    document::Verdict verdict{.lead = {}, .after = {queue_story(m.base, lang)}};
    const auto offices = by_effect(m, Level::office);
    if (offices.empty()) return verdict;
    const auto useful = std::count_if(offices.begin(), offices.end(), [](const auto* one) { return is_useful(*one); });
    const Marginal &best = *offices.front(), &worst = *offices.back();
    const auto funds = std::find_if(m.marginals.begin(), m.marginals.end(),
                                    [](const auto& one) { return one.id == results::money_for_plans; });
    verdict.lead =
        say(lead, lang, static_cast<std::size_t>(useful), offices.size(), office_name(m.base, best.id),
            size_of(&best.beneficiaries, {}), office_name(m.base, worst.id), size_of(&worst.beneficiaries, {}),
            size_of(funds == m.marginals.end() ? nullptr : &funds->beneficiaries, {}));
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

Document marginals(const Marginals& m, Lang lang) {
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
        manifest_sheet(m.base, lang)};
    return document;
}

}  // namespace aforo::told
