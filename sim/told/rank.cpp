#include "aforo/results/rank.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/told/documents.hpp"
#include "decision.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "worlds.hpp"

namespace aforo::told {

using document::Align;
using document::Cell;
using document::Chart;
using document::Document;
using document::Estimated;
using document::Media;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Value;
using results::Rank;
using results::Ranked;

namespace {

std::string label_of_figure(const Rank& r, const results::FigureKey& of, Lang lang) {
    using results::Level;
    const std::string name = label_of(r.base, of.measure, lang);
    if (of.level == Level::component) return name + ", " + component_name(of.id, lang);
    if (of.level == Level::group) return name + ", " + group_label(of.id, lang);
    if (of.level == Level::region) return name + ", " + region_name(r.base, of.id);
    return name;
}
Sentence figure_of(const Rank& r, std::size_t i, Lang lang) {
    constexpr Text in_year{"{0} de {1}", "{0} of {1}"};
    return say(in_year, lang, label_of_figure(r, r.of[i], lang), r.of[i].year);
}
results::Shape shape_of_figure(const Rank& r, std::size_t i) { return shape_of(r.base, r.of[i].measure); }
const std::string& name_of(const Rank& r, int scenario) { return r.scenarios[static_cast<std::size_t>(scenario)]; }

// «a», «b» y «c».
Sentence names_of(const Rank& r, const std::vector<const Ranked*>& all, Lang lang) {
    constexpr Text quoted{"«{0}»", "“{0}”"};
    std::vector<Sentence> names;
    for (const auto* one : all) names.push_back(say(quoted, lang, name_of(r, one->scenario)));
    return listed(names, lang);
}
template <class Is>
std::vector<const Ranked*> those(const Rank& r, Is is) {
    std::vector<const Ranked*> all;
    for (const auto& one : r.ranked) {
        if (one.scenario != r.best && one.same_as < 0 && is(one)) all.push_back(&one);
    }
    return all;
}
const Ranked& best_of(const Rank& r) {
    return *std::find_if(r.ranked.begin(), r.ranked.end(), [&](const auto& one) { return one.scenario == r.best; });
}

Sentence lead_of(const Rank& r, Lang lang) {
    constexpr Text chosen{"Por {0}, la mejor es «{1}» ({2}), o le falta menos de {3} para serlo.",
                          "By {0}, the best is “{1}” ({2}), or less than {3} short of it."};
    constexpr Text same{"Por {0}, todas dan lo mismo: {1}.", "By {0}, all give the same: {1}."};
    constexpr Text open{"Por {0}, con {1} réplicas no se decide cuál es la mejor.",
                        "By {0}, {1} replications do not decide which is best."};
    const Sentence by = figure_of(r, 0, lang).lower();
    const Cell value = Estimated{best_of(r).value, shape_of_figure(r, 0), Estimated::Show::mean_and_error};
    const bool is_alone = std::all_of(r.ranked.begin(), r.ranked.end(),
                                      [&](const auto& one) { return one.scenario == r.best || one.same_as >= 0; });
    if (is_alone) return say(same, lang, by, value);
    if (!r.is_decided) return say(open, lang, by, r.replications_of_best);
    return say(chosen, lang, by, name_of(r, r.best), value, Cell(Value{r.delta, shape_of_figure(r, 0)}));
}

document::Verdict verdict_of(const Rank& r, Lang lang) {
    constexpr Text set{"No se distinguen de la mejor con {0} réplicas: {1}.",
                       "Cannot be told from the best with {0} replications: {1}."};
    constexpr Text alone{"Con {0} réplicas todas las demás se distinguen de ella.",
                         "With {0} replications all others can be told from it."};
    constexpr Text equal{"A menos de {0} de ella, equivalentes para decidir: {1}.",
                         "Within {0} of it, equivalent for a decision: {1}."};
    constexpr Text twin{"«{0}» da en cada réplica lo mismo que «{1}»: aquí no cambia nada.",
                        "“{0}” gives the same as “{1}” in every replication: here it changes nothing."};
    constexpr Text dominated{"«{0}» no es mejor en ninguna cifra que «{1}», y en alguna es peor.",
                             "“{0}” is better than “{1}” in no figure, and worse in some."};
    constexpr Text sure{"Certeza de {0} ante el azar solo, con los supuestos tal como están.",
                        "Certainty of {0} against luck alone, with the assumptions as they are."};
    constexpr Text greatest{"Se busca la cifra mayor.", "The greatest figure is sought."},
        least{"Se busca la cifra menor.", "The least figure is sought."};
    constexpr Text in_worlds{
        "En {0} mundos coherentes con las cifras publicadas la que más veces es la mejor es «{1}» (en {2}); la que "
        "menos "
        "pierde en el peor de ellos, «{3}».",
        "In {0} worlds that agree with the published figures “{1}” is most often the best (in {2}); “{3}” loses least "
        "in "
        "the worst of them."};
    document::Verdict verdict{.lead = lead_of(r, lang)};
    const document::Of of{r.of.front().measure, r.of.front().year, r.of.front().level, r.of.front().id};
    const auto add = [&](Sentence s) { verdict.clauses.push_back({std::move(s), of}); };
    const auto in_set = those(r, [](const Ranked& one) { return one.is_in_set; });
    const auto near = those(r, [](const Ranked& one) { return one.is_equivalent && !one.is_in_set; });
    add(say(r.is_least ? least : greatest, lang));
    add(in_set.empty() ? say(alone, lang, r.replications) : say(set, lang, r.replications, names_of(r, in_set, lang)));
    if (!near.empty()) add(say(equal, lang, Cell(Value{r.delta, shape_of_figure(r, 0)}), names_of(r, near, lang)));
    for (const auto& one : r.ranked) {
        if (one.same_as >= 0) add(say(twin, lang, name_of(r, one.scenario), name_of(r, one.same_as)));
        if (one.dominated_by >= 0) add(say(dominated, lang, name_of(r, one.scenario), name_of(r, one.dominated_by)));
    }
    if (r.regrets && !r.regrets->scenarios.empty()) {
        const auto& all = r.regrets->scenarios;
        const auto& most = *std::max_element(all.begin(), all.end(),
                                             [](const auto& a, const auto& b) { return a.best_in < b.best_in; });
        add(say(in_worlds, lang, r.worlds->kept.size(), name_of(r, most.scenario), Cell(document::share(most.best_in)),
                name_of(r, r.regrets->by_greatest)));
    }
    add(say(sure, lang, Cell(document::share(r.confidence))));
    return verdict;
}

Table ranking_table(const Rank& r, Lang lang) {
    constexpr Text place{"Puesto", "Place"}, behind{"Le falta para la mejor", "Short of the best"},
        says{"Dice", "Says"}, best{"la mejor", "the best"},
        in_set{"no se distingue de la mejor", "cannot be told from the best"},
        near{"equivalente para decidir", "equivalent for a decision"}, out{"no es la mejor", "not the best"},
        same{"igual que otra", "same as another"}, left{"Fuera tras", "Out after"},
        of{"{0} réplicas", "{0} replications"};
    Table table{{{in(place, lang), Align::right, 7},
                 {in(words::scenario, lang), Align::left, 44},
                 {plain(figure_of(r, 0, lang)), Align::right, 22},
                 {in(behind, lang), Align::right, 22},
                 {in(says, lang), Align::left, 30},
                 {in(left, lang), Align::right, 14}}};
    for (std::size_t f = 1; f < r.of.size(); ++f)
        table.columns.push_back({plain(figure_of(r, f, lang)), Align::right, 22});
    int at = 0;
    for (const auto& one : r.ranked) {
        const Text& word = one.scenario == r.best ? best
                           : one.same_as >= 0     ? same
                           : one.is_in_set        ? in_set
                           : one.is_equivalent    ? near
                                                  : out;
        std::vector<Sentence> row = {
            sayable(++at),
            sayable(name_of(r, one.scenario)),
            Cell(Estimated{one.value, shape_of_figure(r, 0)}),
            one.behind.n > 0 ? Sentence(Cell(Estimated{one.behind, shape_of_figure(r, 0)})) : Sentence(),
            say(word, lang),
            one.left_after > 0 ? say(of, lang, one.left_after) : Sentence()};
        for (std::size_t f = 1; f < r.of.size(); ++f)
            row.push_back(Cell(Estimated{one.others[f - 1], shape_of_figure(r, f)}));
        table.row(std::move(row));
    }
    return table;
}

document::Figure ranking_figure(const Rank& r, const Table& twin, Lang lang) {
    constexpr Text reading{
        "De la mejor a la peor: el punto es el promedio, la línea fina su error, la gruesa 8 de cada 10 repeticiones. "
        "La "
        "línea vertical, hasta dónde una diferencia con la mejor no importa.",
        "From the best to the worst: the dot is the mean, the thin line its error, the thick one 8 out of 10 "
        "repetitions. "
        "The vertical line is up to where a difference from the best does not matter."};
    constexpr Text matters{"desde aquí importa", "from here it matters"};
    document::Figure figure{
        .id = "grafico-orden", .finding = lead_of(r, lang), .reading = say(reading, lang), .twin = twin};
    const auto shape = shape_of_figure(r, 0);
    const double factor = shape.is_percent() ? 100 : 1;
    figure.chart = {.kind = Chart::Kind::ranges,
                    .x = plain(figure_of(r, 0, lang)),
                    .tips = {in(words::scenario, lang), plain(figure_of(r, 0, lang))}};
    for (const auto& one : r.ranked) {
        figure.chart.marks.push_back(
            estimate_mark(name_of(r, one.scenario), one.value, [&](double v) { return factor * v; }));
        figure.chart.marks.back().tips = {sayable(name_of(r, one.scenario)), Cell(Estimated{one.value, shape})};
    }
    const double edge = best_of(r).value.mean + (r.is_least ? r.delta : -r.delta);
    figure.chart.references.push_back({.label = in(matters, lang), .x = factor * edge});
    return figure;
}

// Who is the best in which worlds, and what each loses there.
Section worlds_section(const Rank& r, Lang lang) {
    constexpr Text title{"En los mundos que dan las cifras publicadas",
                         "In the worlds that give the published figures"},
        sheet{"Mundos", "Worlds"};
    Section section{.id = "mundos", .title = in(title, lang)};
    section.sheet = in(sheet, lang);
    if (!r.worlds || !r.regrets) return section;
    section.blocks = {Paragraph{how_many_agree(*r.worlds, lang)}};
    const RegretsTold told{
        *r.worlds, *r.regrets, r.scenarios, plain(figure_of(r, 0, lang)), shape_of_figure(r, 0), r.worlds->heaviest};
    for (auto& block : regrets_blocks(told, lang)) section.blocks.push_back(std::move(block));
    return section;
}

}  // namespace

Document rank(const Rank& r, Lang lang, const results::Manifest& manifest) {
    constexpr Text title{"{0} escenarios, del mejor al peor", "{0} scenarios, from the best to the worst"},
        order{"El orden", "The order"};
    constexpr Text how{
        "Todos con los mismos números. «No se distinguen» sale de comparar todas con todas a la vez, sobre las mismas "
        "{0} "
        "réplicas; la mejor, de ir dejando fuera las que pierden hasta que queda una. Entre ambas cosas se reparte el "
        "error permitido. El ± de lo que falta vale para todas a la vez.",
        "All with the same numbers. “Cannot be told” comes of comparing all with all at once, over the same {0} "
        "replications; the best, of leaving those out that lose until one is left. The error that is allowed is shared "
        "out "
        "between both. The ± of what is short holds for all at once."};
    Document document = titled(r.base, {&r.base}, say(title, lang, r.scenarios.size()), lang);
    document.verdicts = {verdict_of(r, lang)};
    document.opening.push_back({say(how, lang, r.replications), Paragraph::Kind::note, Media::screen});
    const Table table = ranking_table(r, lang);
    Section section{.id = "orden", .title = in(order, lang)};
    section.blocks = {ranking_figure(r, table, lang),
                      Tabled{.table = table, .caption = say(order, lang), .is_main = true}};
    document.sections = {readme_sheet(r.base, document.title, document.verdicts.front(), lang), std::move(section),
                         worlds_section(r, lang), to_repeat(manifest, r.base, lang)};
    return document;
}

}  // namespace aforo::told
