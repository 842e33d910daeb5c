#include "aforo/results/goal.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/told/documents.hpp"
#include "experiment.hpp"
#include "figures.hpp"
#include "labels.hpp"
#include "limits.hpp"
#include "quantities.hpp"
#include "views.hpp"

namespace aforo::told {

using document::Align;
using document::Cell;
using document::Chart;
using document::Document;
using document::Estimated;
using document::Mark;
using document::Media;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Value;
using results::Goal;
using results::GoalCondition;
using results::GoalPlace;
using results::GoalTest;

namespace {

using Answer = Goal::Answer;

int year_of(const Goal& g) { return g.conditions.front().of.year; }
const GoalPlace& place(const Goal& g, int i) { return g.places[static_cast<std::size_t>(i)]; }
Cell whole_share(double ratio) { return document::share(ratio); }

// 402 asesores, M$ 15.000.000: as a scenario writes the value.
Sentence value_at(const GoalPlace& p, std::size_t lever, Lang lang) {
    if (!p.values[lever].empty()) return as_quantity(p.values[lever], lang);
    return Cell(Value{p.at[lever], {results::Kind::number, 6}, Value::Style::trimmed});
}
Sentence now_of(const results::GoalLever& lever) {
    constexpr int places = 6;
    return Cell(Value{lever.base / lever.scale, {results::Kind::number, places}, Value::Style::trimmed});
}
Sentence lever_name(const results::GoalLever& lever, Lang lang) { return sayable(in(lever.name, lang)); }

// «402 asesores con su dinero», «inasistencia de 0,15»; with two levers, both.
Sentence levers_at(const Goal& g, int i, Lang lang) {
    constexpr Text named{"{1} {0}", "{1} {0}"}, of_key{"{0} de {1}", "{0} of {1}"};
    std::vector<Sentence> all;
    for (std::size_t l = 0; l < g.levers.size(); ++l)
        all.push_back(say(g.levers[l].is_named ? named : of_key, lang, lever_name(g.levers[l], lang),
                          value_at(place(g, i), l, lang)));
    return listed(all, lang);
}
// With one lever, only its value.
Sentence short_at(const Goal& g, int i, Lang lang) {
    return g.levers.size() == 1 ? value_at(place(g, i), 0, lang) : levers_at(g, i, lang);
}

// «Cobertura de la población objetivo ≥ 10 % en 2027».
Sentence condition_of(const Goal& g, const GoalCondition& c, Lang lang) {
    constexpr Text at_least{"{0} ≥ {1} en {2}", "{0} ≥ {1} in {2}"}, at_most{"{0} ≤ {1} en {2}", "{0} ≤ {1} in {2}"},
        of_one{"{0} ({1})", "{0} ({1})"};
    using results::Level;
    Sentence name = sayable(label_of(g.base, c.of.measure, lang));
    if (c.of.level == Level::component) name = say(of_one, lang, name, component_name(c.of.id, lang));
    if (c.of.level == Level::group) name = say(of_one, lang, name, group_label(c.of.id, lang));
    if (c.of.level == Level::region) name = say(of_one, lang, name, region_name(g.base, c.of.id));
    const results::Shape shape = shape_of(g.base, c.of.measure);
    const Value threshold{c.threshold, {shape.kind, shape.is_percent() ? 2 : 6}, Value::Style::trimmed};
    return say(c.is_below ? at_most : at_least, lang, name, Cell(threshold), c.of.year);
}
Sentence conditions_of(const Goal& g, Lang lang) {
    std::vector<Sentence> all;
    for (const auto& c : g.conditions) all.push_back(condition_of(g, c, lang));
    return listed(all, lang);
}

const GoalTest& last_test(const Goal& g, int i) { return place(g, i).tests.back(); }
double share_of(const GoalTest& t) { return t.futures > 0 ? static_cast<double>(t.met) / t.futures : 0; }
// «379 de 400 (94,8 %)».
Sentence met_of(const GoalTest& t, Lang lang) {
    constexpr Text of{"{0} de {1} ({2})", "{0} of {1} ({2})"};
    return say(of, lang, Cell(document::count(t.met)), Cell(document::count(t.futures)),
               Cell(document::share(share_of(t), 1)));
}

// --- The verdict -----------------------------------------------------------------------------------------------------

// Of the pairs that are enough; otherwise none of them is the cheapest.
bool costs_differ(const Goal& g) {
    const auto cost = [&](int i) { return place(g, i).cost; };
    return std::any_of(g.frontier.begin(), g.frontier.end(),
                       [&](int i) { return std::abs(cost(i) - cost(g.passes)) > 1e-9 * std::abs(cost(g.passes)); });
}

Sentence lead_of(const Goal& g, Lang lang) {
    constexpr Text already{"{0}: ya se cumple con lo que hay, en {1} de los futuros; no hace falta mover nada.",
                           "{0}: it is met as things are, in {1} of futures; nothing needs to be moved."};
    constexpr Text certified{"Para {0} con {1} de certeza hay que llegar a {2}; con {3} no basta.",
                             "For {0} with {1} certainty it takes {2}; {3} is not enough."};
    constexpr Text cheapest{"Para {0} con {1} de certeza lo más barato es {2}: lo vecino más barato no basta.",
                            "For {0} with {1} certainty the cheapest is {2}: what is cheaper beside it is not enough."};
    constexpr Text one_of_many{
        "Para {0} con {1} de certeza basta {2}; los pares que bastan cuestan todos lo mismo: ni el presupuesto ni un "
        "precio "
        "de las palancas los separa.",
        "For {0} with {1} certainty {2} is enough; the pairs that are enough all cost the same: neither the budget nor "
        "a "
        "price of the levers tells them apart."};
    constexpr Text range{"Para {0} con {1} de certeza basta {2} y no basta {3}; entre ambos no se sabe.",
                         "For {0} with {1} certainty {2} is enough and {3} is not; between them it is not known."};
    constexpr Text enough{"Para {0} con {1} de certeza basta {2}; no se sabe si algo vecino y más barato también.",
                          "For {0} with {1} certainty {2} is enough; whether something cheaper beside it is too is not "
                          "known."};
    constexpr Text lowest{"Para {0} con {1} de certeza basta ya lo menos que se recorrió: {2}.",
                          "For {0} with {1} certainty the least that was gone through is enough: {2}."};
    constexpr Text none{
        "{0} no se alcanza con {1} de certeza en lo recorrido: con {2} se llega a {4}, y se cumple en {3} de "
        "los futuros.",
        "{0} is not reached with {1} certainty in what was gone through: {2} gives {4}, and it is met in "
        "{3} of futures."};
    constexpr Text unknown{
        "No se sabe si {0} se alcanza con {1} de certeza: con {2} se cumple en {3} de los futuros probados.",
        "Whether {0} is reached with {1} certainty is not known: with {2} it is met in {3} of the futures tried."};
    const Sentence goal = conditions_of(g, lang);
    const Cell certainty = whole_share(g.probability);
    if (g.answer == Answer::already) return say(already, lang, goal, Cell(document::share(share_of(g.of_base), 1)));
    const auto there = [&](int i) { return levers_at(g, i, lang); };
    switch (g.answer) {
        case Answer::certified:
            return g.levers.size() > 1
                       ? say(costs_differ(g) ? cheapest : one_of_many, lang, goal, certainty, there(g.passes))
                       : say(certified, lang, goal, certainty, there(g.passes), short_at(g, g.fails, lang));
        case Answer::range:
            return g.fails < 0 ? say(enough, lang, goal, certainty, there(g.passes))
                               : say(range, lang, goal, certainty, there(g.passes), short_at(g, g.fails, lang));
        case Answer::lowest:
            return say(lowest, lang, goal, certainty, there(g.passes));
        default:
            break;
    }
    const Cell share = document::share(share_of(last_test(g, g.reached)), 1);
    const Cell figure = Estimated{place(g, g.reached).figure, shape_of(g.base, g.conditions.front().of.measure)};
    return say(g.answer == Answer::out_of_reach ? none : unknown, lang, goal, certainty, there(g.reached), share,
               figure);
}

// The cost in the year of the goal.
Sentence price_of(const Goal& g, Lang lang) {
    constexpr Text more{"Cuesta M$ {0} más en {1} que lo que hay (M$ {2}, {3}).",
                        "It costs M$ {0} more in {1} than as things are (M$ {2}, {3})."};
    constexpr Text less{"Cuesta M$ {0} menos en {1} que lo que hay (M$ {2}, {3}).",
                        "It costs M$ {0} less in {1} than as things are (M$ {2}, {3})."};
    constexpr Text same{"No cambia el presupuesto de {0}: M$ {1}.", "The budget of {0} does not change: M$ {1}."};
    const double more_of_it = place(g, g.reached).cost - g.base_cost;
    const Cell base = Value{g.base_cost, results::shapes::money};
    if (std::abs(more_of_it) < 0.5) return say(same, lang, year_of(g), base);
    return say(more_of_it > 0 ? more : less, lang, Cell(Value{std::abs(more_of_it), results::shapes::money}),
               year_of(g), base,
               Cell(Value{more_of_it / g.base_cost, {results::Kind::share, 1}, Value::Style::signed_}));
}

Sentence certificate_of(const Goal& g, Lang lang) {
    constexpr Text with{"Probado con futuros nuevos: con {0} se cumple en {1}; con {2}, en {3}.",
                        "Tried on fresh futures: with {0} it is met in {1}; with {2}, in {3}."};
    constexpr Text alone{"Probado con futuros nuevos: con {0} se cumple en {1}.",
                         "Tried on fresh futures: with {0} it is met in {1}."};
    const Sentence passes = short_at(g, g.reached, lang), met = met_of(last_test(g, g.reached), lang);
    if (g.passes < 0 || g.fails < 0) return say(alone, lang, passes, met);
    return say(with, lang, passes, met, short_at(g, g.fails, lang), met_of(last_test(g, g.fails), lang));
}

Sentence jump_of(const Goal& g, Lang lang) {
    constexpr Text jump{"Es {0} sobre lo que hay ({1}).", "It is {0} over what there is ({1})."},
        jump_of_one{"{2}: {0} sobre lo que hay ({1}).", "{2}: {0} over what there is ({1})."};
    std::vector<Sentence> all;
    for (std::size_t l = 0; l < g.levers.size(); ++l) {
        const auto& lever = g.levers[l];
        if (!std::isfinite(lever.base) || lever.base == 0) continue;
        const Cell more =
            Value{place(g, g.reached).at[l] / lever.base - 1, {results::Kind::share, 1}, Value::Style::signed_};
        all.push_back(g.levers.size() == 1
                          ? say(jump, lang, more, now_of(lever))
                          : say(jump_of_one, lang, more, now_of(lever), lever_name(lever, lang).upper()));
    }
    return joined(all, " ");
}

// «Más de 16 asesores no puede ser: los costos fijos pasan del presupuesto.»
Sentence bound_of(const Goal& g, const results::GoalBound& b, Lang lang) {
    constexpr Text upper{"Sobre {0} no puede ser: {1}.", "Above {0} it cannot be: {1}."},
        lower{"Bajo {0} no puede ser: {1}.", "Below {0} it cannot be: {1}."}, in_unit_of{"{0} {1}", "{0} {1}"};
    const auto& lever = g.levers.front();
    const Cell at = Value{b.at / lever.scale, {results::Kind::number, 6}, Value::Style::trimmed};
    return say(b.is_upper ? upper : lower, lang,
               lever.unit.empty() ? Sentence(at) : say(in_unit_of, lang, at, unit_label(lever.unit, lang)), b.why);
}

// «En los mundos, «asesores» es +41,6 % de lo que vale en cada uno: de 402 a 476 en 8 de cada 10.»
Sentence levers_in_worlds(const Goal& g, Lang lang) {
    constexpr Text ratio{
        "«{0}» es un número que los mundos sortean o ajustan: rige como {1} sobre lo que vale en cada uno, de {2} a "
        "{3} "
        "en 8 de cada 10.",
        "“{0}” is a number that worlds draw or fit: it holds as {1} over what it is in each, from {2} to {3} in 8 out "
        "of "
        "10."};
    constexpr int places = 4;
    std::vector<Sentence> all;
    for (std::size_t l = 0; l < g.levers.size(); ++l) {
        const auto& lever = g.levers[l];
        if (!lever.in_worlds || !std::isfinite(lever.base) || lever.base == 0) continue;
        const Cell more =
            Value{place(g, g.reached).at[l] / lever.base - 1, {results::Kind::share, 1}, Value::Style::signed_};
        const auto number = [&](double v) {
            return Cell(Value{v / lever.scale, {results::Kind::number, places}, Value::Style::trimmed});
        };
        all.push_back(say(ratio, lang, lever_name(lever, lang), more, number(lever.in_worlds->first),
                          number(lever.in_worlds->second)));
    }
    return joined(all, " ");
}

document::Verdict verdict_of(const Goal& g, Lang lang) {
    constexpr Text after{"Un año después, en {0}, se cumpliría en {1} de los futuros.",
                         "A year later, in {0}, it would be met in {1} of futures."};
    constexpr Text turns{
        "{0} de cada 100 futuros cumplen la meta con menos y dejan de cumplirla con más: el menor valor dice poco.",
        "{0} of 100 futures meet the goal with less and no longer with more: a least value says little."};
    constexpr Text luck{
        "Es la certeza ante el azar solo, con los supuestos tal como están; lo que no se sabe de ellos no está "
        "contado.",
        "It is certainty against luck alone, with the assumptions as they are; what is not known of them is not "
        "counted."};
    constexpr Text both{
        "Es la certeza ante el azar y ante lo que no se sabe: cada futuro es un mundo distinto, con todos los "
        "supuestos "
        "sorteados en sus rangos y ajustados a las cifras publicadas (de {0} sorteos, {1} las dan).",
        "It is certainty against luck and against what is not known: each future is a world of its own, with all "
        "assumptions drawn over their ranges and fitted to the published figures (of {0} draws, {1} give them)."};
    constexpr double many = 0.02;
    document::Verdict verdict{.lead = lead_of(g, lang)};
    const document::Of of{g.conditions.front().of.measure, year_of(g), g.conditions.front().of.level,
                          g.conditions.front().of.id};
    const auto add = [&](Sentence s) {
        if (!s.empty()) verdict.clauses.push_back({std::move(s), of});
    };
    if (g.reached >= 0) {
        add(price_of(g, lang));
        add(jump_of(g, lang));
        add(certificate_of(g, lang));
        add(levers_in_worlds(g, lang));
        for (const auto& b : g.bounds) add(bound_of(g, b, lang));
        if (g.year_after.futures > 0)
            add(say(after, lang, year_of(g) + 1, Cell(document::share(share_of(g.year_after), 1))));
        const double turning = g.compared > 0 ? static_cast<double>(g.turning_back) / g.compared : 0;
        if (turning > many) add(say(turns, lang, Cell(Value{100 * turning, {results::Kind::number, 0}})));
    }
    add(g.is_in_worlds ? say(both, lang, g.drawn, g.worlds) : say(luck, lang));
    if (g.there && g.answer == Answer::out_of_reach) verdict.after.push_back(limit_sentence(*g.there, lang));
    return verdict;
}

// --- What was tried --------------------------------------------------------------------------------------------------

Sentence claim_of(const GoalTest& t, Lang lang) {
    constexpr Text passes{"basta", "enough"}, fails{"no basta", "not enough"}, open{"no se sabe", "not known"},
        sought{"búsqueda", "search"};
    switch (t.claim) {
        case GoalTest::Claim::passes:
            return say(passes, lang);
        case GoalTest::Claim::fails:
            return say(fails, lang);
        case GoalTest::Claim::open:
            return say(open, lang);
        case GoalTest::Claim::sought:
            break;
    }
    return say(sought, lang);
}

Table tries_table(const Goal& g, Lang lang) {
    constexpr Text met{"Futuros que cumplen", "Futures that meet it"},
        bounds{"Probabilidad, entre", "Probability, between"}, two{"{0} y {1}", "{0} and {1}"}, says{"Dice", "Says"},
        cost{"Presupuesto (M$)", "Budget (M$)"}, now{"{0} (como está)", "{0} (as it is)"};
    Table table;
    for (const auto& lever : g.levers) table.columns.push_back({in(lever.name, lang), Align::right, 24});
    table.columns.push_back({label_of(g.base, g.conditions.front().of.measure, lang), Align::right, 18});
    table.columns.push_back({in(met, lang), Align::right, 22});
    table.columns.push_back({in(bounds, lang), Align::right, 22});
    table.columns.push_back({in(says, lang), Align::left, 11});
    table.columns.push_back({in(cost, lang)});
    const auto shape = shape_of(g.base, g.conditions.front().of.measure);
    const auto add = [&](std::vector<Sentence> row, const results::Estimate& figure, const GoalTest& t, double price) {
        row.push_back(Cell(Estimated{figure, shape}));
        row.push_back(met_of(t, lang));
        row.push_back(say(two, lang, Cell(document::share(t.low, 1)), Cell(document::share(t.high, 1))));
        row.push_back(claim_of(t, lang));
        row.push_back(Cell(Value{price, results::shapes::money}));
        table.row(std::move(row));
    };
    std::vector<Sentence> as_it_is;
    for (const auto& lever : g.levers) as_it_is.push_back(say(now, lang, now_of(lever)));
    add(std::move(as_it_is), g.base_figure, g.of_base, g.base_cost);
    for (const auto& p : g.places) {
        std::vector<Sentence> row;
        for (std::size_t l = 0; l < g.levers.size(); ++l) row.push_back(value_at(p, l, lang));
        add(std::move(row), p.figure, p.tests.back(), p.cost);
    }
    return table;
}

// The probability at each value of the lever, with its bounds and the required one.
document::Figure response_figure(const Goal& g, const Table& twin, Lang lang) {
    constexpr Text reading{
        "Cada marca, los futuros probados con ese valor; la barra, entre qué está la probabilidad. La línea es lo "
        "pedido.",
        "Each mark is the futures tried with that value; the bar, between which the probability is. The line is what "
        "was asked for."};
    constexpr Text axis{"Futuros que cumplen, %", "Futures that meet it, %"}, title{"{0} ({1})", "{0} ({1})"},
        asked{"pedido", "asked for"}, sought{"búsqueda", "search"}, fresh{"futuros nuevos", "fresh futures"},
        met{"Cumplen", "Meet it"};
    const auto& lever = g.levers.front();
    document::Figure figure{
        .id = "grafico-meta", .finding = lead_of(g, lang), .reading = say(reading, lang), .twin = twin};
    const std::string name = in(lever.name, lang);
    figure.chart = {.kind = Chart::Kind::curve,
                    .x = lever.unit.empty() ? name : plain(say(title, lang, name, unit_label(lever.unit, lang))),
                    .y = in(axis, lang),
                    .series = {{.name = in(sought, lang), .colour = document::Colour::grey},
                               {.name = in(fresh, lang), .colour = document::Colour::blue}},
                    .tips = {name, in(met, lang)},
                    .y_least = 0,
                    .y_greatest = 100};
    for (const auto& p : g.places) {
        for (const auto& t : p.tests) {
            if (&t != &p.tests.back() && t.claim == GoalTest::Claim::sought) continue;
            figure.chart.marks.push_back(
                {.series = t.claim == GoalTest::Claim::sought ? std::size_t{0} : std::size_t{1},
                 .value = 100 * share_of(t),
                 .low = 100 * t.low,
                 .high = 100 * t.high,
                 .x = p.at.front() / lever.scale,
                 .tips = {value_at(p, 0, lang), met_of(t, lang)}});
        }
    }
    figure.chart.references.push_back({.label = in(asked, lang), .value = 100 * g.probability});
    return figure;
}

// For two levers: the pairs tested, marking those that meet the goal.
document::Figure frontier_figure(const Goal& g, const Table& twin, Lang lang) {
    constexpr Text finding{"Con menos de una palanca hace falta más de la otra",
                           "With less of one lever it takes more of the other"};
    constexpr Text reading{
        "Cada marca es lo menos de la segunda palanca que basta con ese valor de la primera, según la búsqueda; y lo "
        "probado con futuros nuevos.",
        "Each mark is the least of the second lever that is enough with that value of the first, by the search; and "
        "what "
        "was tried on fresh futures."};
    constexpr Text enough{"basta", "enough"}, not_enough{"no basta", "not enough"}, sought{"búsqueda", "search"},
        met{"Cumplen", "Meet it"};
    document::Figure figure{
        .id = "grafico-frontera", .finding = say(finding, lang), .reading = say(reading, lang), .twin = twin};
    figure.chart = {
        .kind = Chart::Kind::scatter,
        .x = in(g.levers[0].name, lang),
        .y = in(g.levers[1].name, lang),
        .series = {{.name = in(sought, lang), .colour = document::Colour::grey},
                   {.name = in(enough, lang), .colour = document::Colour::teal, .symbol = document::Symbol::diamond},
                   {.name = in(not_enough, lang),
                    .colour = document::Colour::plum,
                    .symbol = document::Symbol::triangle_down}},
        .tips = {in(g.levers[0].name, lang), in(g.levers[1].name, lang), in(met, lang)}};
    for (const auto& p : g.places) {
        const GoalTest& t = p.tests.back();
        const std::size_t series = t.claim == GoalTest::Claim::passes ? 1 : t.claim == GoalTest::Claim::sought ? 0 : 2;
        figure.chart.marks.push_back({.series = series,
                                      .value = p.at[1] / g.levers[1].scale,
                                      .x = p.at[0] / g.levers[0].scale,
                                      .tips = {value_at(p, 0, lang), value_at(p, 1, lang), met_of(t, lang)}});
    }
    return figure;
}

Section tries_section(const Goal& g, Lang lang) {
    constexpr Text title{"Qué se probó", "What was tried"};
    constexpr Text about{
        "Se busca con pocos futuros y se certifica con otros, que la búsqueda no vio. «Basta» y «no basta» se dicen si "
        "la cota de Clopper y Pearson lo permite: todo lo dicho a la vez es falso en a lo más {0} de los casos.",
        "It is sought on few futures and certified on others that the search has not seen. “Enough” and “not enough” "
        "are "
        "said where the bound of Clopper and Pearson allows: all that is said at once is false in at most {0} of "
        "cases."};
    Section section{.id = "probado", .title = in(title, lang)};
    const Table table = tries_table(g, lang);
    if (g.places.empty()) {
        section.blocks = {Tabled{.table = table, .caption = say(title, lang), .is_main = true}};
        return section;
    }
    section.blocks = {g.levers.size() > 1 ? frontier_figure(g, table, lang) : response_figure(g, table, lang),
                      Tabled{.table = table, .caption = say(title, lang), .is_main = true},
                      note(say(about, lang, whole_share(1 - g.confidence)))};
    return section;
}

// --- The programme there ---------------------------------------------------------------------------------------------

Table there_table(const Goal& g, Lang lang) {
    constexpr Text now{"Como está", "As it is"}, there{"Con la palanca", "With the lever"};
    const int year = year_of(g);
    Table table{{{in(words::measure, lang), Align::left, 40},
                 {in(words::planned, lang)},
                 {in(now, lang), Align::right, 18},
                 {in(there, lang), Align::right, 18}}};
    const Figures base(g.base), other(*g.there);
    for (const auto& row : views::at_goal) {
        const Figure before = base.find({row.measure, year}), after = other.find({row.measure, year});
        if (!before.has_value() && !after.has_value()) continue;
        const double is_planned = row.planned ? row.planned(g.base.planned, year) : results::undefined;
        const std::string label = row.label.es.empty() ? label_of(g.base, row.measure, lang) : in(row.label, lang);
        table.row({sayable(document::Words{label}),
                   std::isfinite(is_planned) ? planned(is_planned, before.shape) : Sentence(), before.with_error(),
                   after.with_error()});
    }
    return table;
}

Section there_section(const Goal& g, Lang lang) {
    constexpr Text title{"El programa ahí, en {0}", "The programme there, in {0}"},
        sheet{"El programa ahí", "The programme there"};
    constexpr Text about{
        "Lo planificado es lo que la ficha publica; «como está», {0} réplicas; «con la palanca», los {1} futuros con "
        "que "
        "se probó {2}. La palanca rige como dice la lista de claves: de una vez, sin el tiempo que toma contratar.",
        "Planned is what the sheet publishes; “as it is”, {0} replications; “with the lever”, the {1} futures on which "
        "{2} was tried. The lever holds as the list of keys says: at once, without the time that hiring takes."};
    constexpr Text changes{"Qué cambia del escenario", "What changes in the scenario"}, from{"De", "From"},
        to{"A", "To"};
    Section section{.id = "ahi", .title = plain(say(title, lang, year_of(g))), .sheet = in(sheet, lang)};
    if (!g.there) return section;
    Table table{{{in(words::key, lang), Align::left, 40},
                 {in(from, lang), Align::right, 30},
                 {in(to, lang), Align::right, 30}}};
    for (const auto& c : g.changes)
        table.row({sayable(in(c.name, lang).empty() ? c.path : in(c.name, lang)), as_quantity(c.from, lang),
                   as_quantity(c.to, lang)});
    section.blocks = {Tabled{.table = there_table(g, lang), .caption = sayable(section.title), .is_main = true},
                      note(say(about, lang, g.base.replications, g.there->replications, levers_at(g, g.reached, lang))),
                      Tabled{table, say(changes, lang)},
                      Paragraph{limit_sentence(*g.there, lang), Paragraph::Kind::limits}};
    return section;
}

}  // namespace

Document goal(const Goal& g, Lang lang, const results::Manifest& manifest) {
    constexpr Text title{"«{0}»: cuánto hace falta para llegar a la meta",
                         "“{0}”: how much it takes to reach the goal"};
    constexpr Text asked{"La meta: {0}, en {1} de los futuros.", "The goal: {0}, in {1} of futures."};
    Document document = titled(g.base, {&g.base}, say(title, lang, g.base.scenario), lang);
    document.verdicts = {verdict_of(g, lang)};
    document.opening.push_back(
        {say(asked, lang, conditions_of(g, lang), whole_share(g.probability)), Paragraph::Kind::note, Media::screen});
    document.sections = {readme_sheet(g.base, document.title, document.verdicts.front(), lang), tries_section(g, lang),
                         there_section(g, lang), warning_section({&g.base}, lang), to_repeat(manifest, g.base, lang)};
    return document;
}

}  // namespace aforo::told
