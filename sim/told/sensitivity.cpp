#include "aforo/results/sensitivity.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "aforo/told/documents.hpp"
#include "decision.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "worlds.hpp"

namespace aforo::told {

using document::Align;
using document::Block;
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
using results::Estimate;
using results::Sensitivity;
using results::SharedOut;
using results::TornadoBar;
using results::WorldInput;

namespace {

constexpr Text assumption{"Supuesto", "Assumption"}, between{"Entre", "Between"}, source{"Fuente", "Source"};
constexpr Text ends{"{0} y {1}", "{0} and {1}"}, in_year{"{0} de {1}", "{0} of {1}"};
constexpr int fewest_effects = 5;       // below this, nothing is said of an input
constexpr std::size_t most_drawn = 15;  // bars and rows shown; the files have all

results::Shape shape_of_figure(const Sensitivity& s) { return shape_of(s.base, s.of.measure); }
const WorldInput& input_of(const Sensitivity& s, int input) { return s.worlds.inputs[static_cast<std::size_t>(input)]; }
std::string name_of(const Sensitivity& s, int input, Lang lang) { return named(input_of(s, input), lang); }

// «Población beneficiaria de 2027», or the difference of which alternative.
Sentence figure_of(const Sensitivity& s, Lang lang) {
    constexpr Text difference{"diferencia de «{2}» en {0} de {1}", "difference of “{2}” in {0} of {1}"};
    const std::string label = label_of(s.base, s.of.measure, lang);
    return s.is_difference ? say(difference, lang, label, s.of.year, s.scenarios[1])
                           : say(in_year, lang, label, s.of.year);
}

std::vector<const SharedOut*> told_shares(const Sensitivity& s) {
    std::vector<const SharedOut*> all;
    for (const auto& one : s.shares) {
        if (one.is_told) all.push_back(&one);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->share > b->share; });
    return all;
}

// The author's note on the number, which may say more than its source: for example, who knows it.
Sentence how_to_know(const Sensitivity& s, int input) {
    const auto& path = input_of(s, input).path;
    const auto found = std::find_if(s.base.assumptions.begin(), s.base.assumptions.end(),
                                    [&](const auto& a) { return a.path.starts_with(path) && !a.note.empty(); });
    return found == s.base.assumptions.end() ? Sentence() : sayable(found->note);
}

// --- What weighs -----------------------------------------------------------------------------------------------------

Section weights_section(const Sensitivity& s, Lang lang) {
    constexpr Text title{"Lo que más pesa", "What weighs most"},
        part{"Parte de lo que no se sabe", "Part of what is not known"},
        way{"Si sube, la cifra", "If it rises, the figure"}, note_title{"Qué se sabe de él", "What is known of it"},
        rises{"sube", "rises"}, falls{"baja", "falls"}, both_ways{"va y vuelve", "goes both ways"},
        with_error{"{0} ± {1}", "{0} ± {1}"};
    constexpr Text luck{"azar (de un solo futuro)", "luck (of a single future)"};
    constexpr Text rest{
        "De los otros {0} supuestos no se distingue del azar que pesen algo: con {1} mundos, alguno llegaría a {2} sin "
        "pesar nada; no se ordenan. Las partes no tienen que sumar 100 %, porque en los mundos conservados los "
        "supuestos "
        "dependen unos de otros.",
        "That the other {0} assumptions weigh anything cannot be told from chance: with {1} worlds, some would reach "
        "{2} "
        "without weighing anything; they are not ranked. Parts need not sum to 100 %, as in the kept worlds "
        "assumptions "
        "depend on one another."};
    constexpr Text none{
        "Ningún supuesto se distingue del azar con {0} mundos: alguno llegaría a {1} sin pesar nada. Pida más mundos.",
        "No assumption can be told from chance with {0} worlds: some would reach {1} without weighing anything. Ask "
        "for "
        "more worlds."};
    constexpr Text few{"Con {0} mundos no se puede decir qué pesa: hacen falta doce.",
                       "With {0} worlds it cannot be told what weighs: twelve are needed."};
    constexpr double clear = 0.2;
    Section section{.id = "pesos", .title = in(title, lang), .media = Media::people};
    if (s.shares.empty()) {
        section.blocks = {Paragraph{say(few, lang, s.worlds.kept.size())}};
        return section;
    }
    const auto heavy = told_shares(s);
    const Cell by_chance = document::share(s.by_chance);
    if (heavy.empty()) {
        section.blocks = {Paragraph{say(none, lang, s.worlds.kept.size(), by_chance)}};
        return section;
    }
    Table table{{{in(assumption, lang), Align::left, 40},
                 {in(part, lang)},
                 {in(way, lang)},
                 {in(between, lang), Align::right, 24},
                 {in(source, lang), Align::left, 14},
                 {in(note_title, lang), Align::left, 60}}};
    const auto share_cell = [&](double share, double half_width) {
        const Cell of = document::share(std::max(0.0, share), 0);
        return std::isfinite(half_width) ? say(with_error, lang, of, Cell(document::share(half_width, 0)))
                                         : Sentence(of);
    };
    for (const SharedOut* one : heavy) {
        const WorldInput& input = input_of(s, one->input);
        table.row({sayable(named(input, lang)), share_cell(one->share, one->half_width),
                   say(one->direction > clear    ? rises
                       : one->direction < -clear ? falls
                                                 : both_ways,
                       lang),
                   say(ends, lang, as_written(input.low, lang), as_written(input.high, lang)), sayable(input.source),
                   how_to_know(s, one->input)});
    }
    if (std::isfinite(s.luck_share)) table.row({say(luck, lang), share_cell(s.luck_share, results::undefined)});
    section.blocks = {
        Tabled{.table = table, .caption = say(in_year, lang, in(title, lang), figure_of(s, lang)), .is_main = true},
        note(say(rest, lang, s.shares.size() - heavy.size(), s.worlds.kept.size(), by_chance))};
    return section;
}

// --- One at a time ---------------------------------------------------------------------------------------------------

std::vector<const TornadoBar*> widest(const Sensitivity& s) {
    std::vector<const TornadoBar*> all;
    for (const auto& bar : s.bars) all.push_back(&bar);
    std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->width() > b->width(); });
    all.resize(std::min(all.size(), most_drawn));
    return all;
}

Sentence end_cell(const Sensitivity& s, const Estimate& e, Lang lang) {
    constexpr Text cannot{"no puede ser", "cannot be"};
    if (e.n == 0) return say(cannot, lang);
    return Cell(Estimated{e, shape_of_figure(s), Estimated::Show::signed_and_error});
}

Table bars_table(const Sensitivity& s, Lang lang) {
    constexpr Text low{"p10", "p10"}, high{"p90", "p90"}, raw_low{"Con p10, lo demás igual", "At p10, all else equal"},
        raw_high{"Con p90, lo demás igual", "At p90, all else equal"},
        fitted_low{"Con p10, ajustado de nuevo", "At p10, fitted anew"},
        fitted_high{"Con p90, ajustado de nuevo", "At p90, fitted anew"};
    Table table{{{in(assumption, lang), Align::left, 40},
                 {in(words::unit, lang), Align::left, 8},
                 {in(low, lang)},
                 {in(high, lang)},
                 {in(raw_low, lang), Align::right, 18},
                 {in(raw_high, lang), Align::right, 18}}};
    if (s.worlds.is_fitted) {
        table.columns.push_back({in(fitted_low, lang), Align::right, 18});
        table.columns.push_back({in(fitted_high, lang), Align::right, 18});
    }
    for (const TornadoBar* bar : widest(s)) {
        const WorldInput& input = input_of(s, bar->input);
        std::vector<Sentence> row = {sayable(named(input, lang)),     sayable(unit_label(input.unit, lang)),
                                     in_unit(input, bar->low),        in_unit(input, bar->high),
                                     end_cell(s, bar->raw_low, lang), end_cell(s, bar->raw_high, lang)};
        if (s.worlds.is_fitted) {
            row.push_back(end_cell(s, bar->fitted_low, lang));
            row.push_back(end_cell(s, bar->fitted_high, lang));
        }
        table.row(std::move(row));
    }
    return table;
}

document::Figure bars_figure(const Sensitivity& s, bool is_fitted, const Table& twin, Lang lang) {
    constexpr Text raw_finding{"Cada supuesto por sí solo, lo demás igual: «{0}» es el que más mueve la cifra",
                               "Each assumption by itself, all else equal: “{0}” moves the figure most"};
    constexpr Text fitted_finding{"Lo mismo, ajustado cada vez a las cifras publicadas",
                                  "The same, fitted each time to the published figures"};
    constexpr Text reading{
        "Cuánto cambia la cifra si el supuesto está en el valor bajo el que cae uno de cada diez sorteos, y en el que "
        "superan uno de cada diez. Una barra que falta es un programa que no puede ser o que no da las cifras "
        "publicadas.",
        "How much the figure changes if the assumption is at the value under which one of ten draws falls, and at the "
        "one that one of ten exceeds. A bar that is missing is a programme that cannot be, or does not give the "
        "published "
        "figures."};
    constexpr Text axis{"Diferencia en {0}", "Difference in {0}"}, low{"con p10", "at p10"}, high{"con p90", "at p90"};
    const auto bars = widest(s);
    document::Figure figure{
        .id = is_fitted ? "grafico-tornado-ajustado" : "grafico-tornado",
        .finding = is_fitted
                       ? say(fitted_finding, lang)
                       : say(raw_finding, lang, bars.empty() ? std::string() : name_of(s, bars.front()->input, lang)),
        .reading = say(reading, lang),
        .twin = twin};
    const double factor = shape_of_figure(s).is_percent() ? 100 : 1;
    figure.chart = {.kind = Chart::Kind::tornado,
                    .x = plain(say(axis, lang, figure_of(s, lang).lower())),
                    .series = {{.name = in(low, lang), .colour = document::Colour::orange},
                               {.name = in(high, lang), .colour = document::Colour::blue}},
                    .tips = {in(assumption, lang), in(low, lang), in(high, lang)},
                    .is_of_differences = true};
    for (const TornadoBar* bar : bars) {
        const Estimate &at_low = is_fitted ? bar->fitted_low : bar->raw_low,
                       &at_high = is_fitted ? bar->fitted_high : bar->raw_high;
        if (at_low.n == 0 && at_high.n == 0) continue;
        figure.chart.marks.push_back(
            {.label = name_of(s, bar->input, lang),
             .low = at_low.n > 0 ? factor * at_low.mean : 0,
             .high = at_high.n > 0 ? factor * at_high.mean : 0,
             .x = 0,
             .tips = {sayable(name_of(s, bar->input, lang)), end_cell(s, at_low, lang), end_cell(s, at_high, lang)}});
    }
    return figure;
}

Section bars_section(const Sensitivity& s, Lang lang) {
    constexpr Text title{"Un supuesto a la vez", "One assumption at a time"};
    constexpr Text central{"Con los supuestos centrales la cifra es {0}.",
                           "With the central assumptions the figure is {0}."};
    Section section{.id = "tornado", .title = in(title, lang)};
    section.sheet = lang == Lang::es ? "Un supuesto a la vez" : "One at a time";
    if (s.bars.empty()) return section;
    const Table table = bars_table(s, lang);
    section.blocks = {Paragraph{say(central, lang, Cell(Estimated{s.central, shape_of_figure(s)}))},
                      bars_figure(s, false, table, lang)};
    if (s.worlds.is_fitted) section.blocks.emplace_back(bars_figure(s, true, table, lang));
    section.blocks.emplace_back(Tabled{.table = table, .caption = say(title, lang), .is_main = true});
    return section;
}

template <class Row>
std::vector<const Row*> greatest(const std::vector<Row>& rows, double Row::*by) {
    std::vector<const Row*> all;
    for (const auto& row : rows) {
        if (std::isfinite(row.*by)) all.push_back(&row);
    }
    std::stable_sort(all.begin(), all.end(), [&](const auto* a, const auto* b) { return a->*by > b->*by; });
    all.resize(std::min(all.size(), most_drawn));
    return all;
}

Section designs_section(const Sensitivity& s, Lang lang) {
    constexpr Text title{"Desde muchos lugares a la vez", "From many places at once"};
    constexpr Text morris{"Efectos elementales (Morris, {0} trayectorias)",
                          "Elementary effects (Morris, {0} trajectories)"};
    constexpr Text mean_absolute{"Efecto medio absoluto", "Mean absolute effect"}, mean{"Efecto medio", "Mean effect"},
        sd{"Desviación: depende de los demás", "Deviation: depends on the others"}, effects{"Efectos", "Effects"};
    constexpr Text of_morris{
        "Cada supuesto se mueve por sí solo desde lugares distintos de todos los demás, sobre su rango entero y sin "
        "ajustar nada. Los efectos con un extremo que no puede ser (un personal que no se paga) no se cuentan, y con "
        "menos de "
        "{0} no se dice nada de un supuesto.",
        "Each assumption is moved by itself from different places of all others, over its whole range, and nothing is "
        "fitted. Effects with an end that cannot be (staff that is not paid) are not counted, and with fewer than {0} "
        "nothing is said of an assumption."};
    constexpr Text too_few_effects{
        "De ningún supuesto hay {0} efectos cuyos dos extremos puedan ser: pida más trayectorias (--trajectories).",
        "Of no assumption are there {0} effects both ends of which can be: ask for more trajectories "
        "(--trajectories)."};
    constexpr Text saltelli{"Índices de Sobol, {0} filas", "Sobol's indices, {0} rows"},
        first{"Por sí solo", "By itself"}, total{"Con los demás", "With the others"},
        with_error{"{0} ± {1}", "{0} ± {1}"};
    Section section{.id = "disenos", .title = in(title, lang), .is_folded = true};
    section.sheet = lang == Lang::es ? "Desde muchos lugares" : "From many places";
    const auto shape = shape_of_figure(s);
    const auto number = [&](double v) { return Sentence(Cell(Value{v, shape})); };
    if (!s.screened.empty()) {
        Table table{{{in(assumption, lang), Align::left, 40},
                     {in(mean_absolute, lang)},
                     {in(mean, lang)},
                     {in(sd, lang)},
                     {in(effects, lang)}}};
        std::vector<results::ScreenedInput> seen;
        for (const auto& x : s.screened) {
            if (x.n >= fewest_effects) seen.push_back(x);
        }
        for (const auto* x : greatest(seen, &results::ScreenedInput::mean_absolute)) {
            Estimate e{.n = x->n, .mean = x->mean_absolute, .half_width = x->half_width};
            table.row({sayable(name_of(s, x->input, lang)), Cell(Estimated{e, shape}),
                       Cell(Value{x->mean, shape, Value::Style::signed_}),
                       std::isfinite(x->sd) ? number(x->sd) : Sentence(), Cell(document::count(x->n))});
        }
        document::Details part = open_part(say(morris, lang, s.trajectories));
        part.blocks = {Tabled{.table = table, .caption = part.title}, note(say(of_morris, lang, fewest_effects))};
        if (table.empty()) part.blocks = {note(say(too_few_effects, lang, fewest_effects))};
        section.blocks.emplace_back(std::move(part));
    }
    if (!s.indices.empty()) {
        Table table{{{in(assumption, lang), Align::left, 40}, {in(first, lang)}, {in(total, lang)}}};
        const auto cell = [&](double v, double half) {
            return std::isfinite(half) ? say(with_error, lang, Cell(document::share(v)), Cell(document::share(half)))
                                       : Sentence(Cell(document::share(v)));
        };
        for (const auto* x : greatest(s.indices, &results::VarianceIndex::total))
            table.row({sayable(name_of(s, x->input, lang)), cell(x->first, x->first_half_width),
                       cell(x->total, x->total_half_width)});
        document::Details part = open_part(say(saltelli, lang, s.rows));
        part.blocks = {Tabled{.table = table, .caption = part.title}};
        section.blocks.emplace_back(std::move(part));
    }
    return section;
}

// --- When it fails ---------------------------------------------------------------------------------------------------

// «la inasistencia pasa de 0,22 y la demanda crece menos de 1,08».
Sentence limits_of(const Sensitivity& s, const results::Failure& f, Lang lang) {
    constexpr Text above{"«{0}» pasa de {1}", "“{0}” is above {1}"},
        below{"«{0}» queda bajo {1}", "“{0}” is below {1}"},
        inside{"«{0}» está entre {1} y {2}", "“{0}” is between {1} and {2}"};
    std::vector<Sentence> all;
    for (const auto& limit : f.limits) {
        const WorldInput& input = input_of(s, limit.input);
        const bool has_low = std::isfinite(limit.low), has_high = std::isfinite(limit.high);
        const std::string name = named(input, lang);
        all.push_back(has_low && has_high
                          ? say(inside, lang, name, in_unit(input, limit.low), in_unit(input, limit.high))
                      : has_low ? say(above, lang, name, in_unit(input, limit.low))
                                : say(below, lang, name, in_unit(input, limit.high)));
    }
    return joined(all, lang == Lang::es ? " y " : " and ");
}

Sentence how_often(const results::Failure& f, Lang lang) {
    constexpr Text fails{"«{0}» se cumple en {1} de {2} mundos ({3}, entre {4} y {5}) y en {6} de los futuros sueltos.",
                         "“{0}” holds in {1} of {2} worlds ({3}, between {4} and {5}) and in {6} of single futures."};
    return say(fails, lang, f.rule, f.failing, f.worlds, Cell(document::share(f.share)), Cell(document::share(f.low)),
               Cell(document::share(f.high)), Cell(document::share(f.share_of_futures)));
}

Sentence where_it_fails(const Sensitivity& s, const results::Failure& f, Lang lang) {
    constexpr Text few{
        "Son muy pocos de un lado para decir cuándo: hacen falta 30 mundos que fallen y 30 que no. Pida más mundos.",
        "There are too few on one side to say when: 30 worlds that fail and 30 that do not are needed. Ask for more "
        "worlds."};
    constexpr Text none{"Ninguna combinación de hasta tres supuestos lo anuncia mejor que el azar (p = {0}).",
                        "No combination of up to three assumptions foretells it better than chance (p = {0})."};
    constexpr Text box{
        "Falla sobre todo si {0}: ahí está {1} de los mundos que fallan, y falla {2} de los que están ahí.",
        "It fails mostly if {0}: there {1} of the worlds that fail are, and {2} of those that are there fail."};
    if (f.too_few) return say(few, lang);
    if (!f.is_told || f.limits.empty()) return say(none, lang, Cell(Value{f.p_value, {results::Kind::number, 2}}));
    return say(box, lang, limits_of(s, f, lang), Cell(document::share(f.coverage)), Cell(document::share(f.density)));
}

// The worlds by the two assumptions of the box, with the box drawn.
document::Figure failing_worlds(const Sensitivity& s, const results::Failure& f, const Table& twin, Lang lang) {
    constexpr Text reading{"Cada marca es un mundo coherente con la ficha; el recuadro, donde falla sobre todo.",
                           "Each mark is a world that agrees with the sheet; the box is where it fails mostly."};
    constexpr Text failing{"falla", "fails"}, holding{"no falla", "does not fail"}, world{"Mundo", "World"},
        box{"", ""};
    const auto place = [&](std::size_t limit) { return static_cast<std::size_t>(f.limits[limit].input); };
    const std::size_t x = place(0), y = place(1);
    const auto scaled = [&](std::size_t input, double v) { return v / s.worlds.inputs[input].scale; };
    document::Figure figure{
        .id = "grafico-fallas", .finding = where_it_fails(s, f, lang), .reading = say(reading, lang), .twin = twin};
    figure.chart = {.kind = Chart::Kind::scatter,
                    .x = name_of(s, static_cast<int>(x), lang),
                    .y = name_of(s, static_cast<int>(y), lang),
                    .series = {{.name = in(failing, lang),
                                .colour = document::Colour::plum,
                                .symbol = document::Symbol::triangle_down},
                               {.name = in(holding, lang), .colour = document::Colour::teal}},
                    .tips = {in(world, lang)}};
    for (std::size_t w = 0; w < s.worlds.kept.size(); ++w) {
        const auto& numbers = s.worlds.kept[w].numbers;
        figure.chart.marks.push_back({.label = ordinal(w + 1),
                                      .series = f.failed[w] ? std::size_t{0} : std::size_t{1},
                                      .value = scaled(y, numbers[y]),
                                      .x = scaled(x, numbers[x]),
                                      .tips = {sayable(static_cast<int>(w + 1))}});
    }
    const auto edge = [&](std::size_t input, double limit, bool is_low) {
        const WorldInput& of = s.worlds.inputs[input];
        return scaled(input, std::isfinite(limit) ? limit : is_low ? of.low_value : of.high_value);
    };
    figure.chart.boxes.push_back({edge(x, f.limits[0].low, true), edge(x, f.limits[0].high, false),
                                  edge(y, f.limits[1].low, true), edge(y, f.limits[1].high, false), in(box, lang)});
    return figure;
}

Section failure_section(const Sensitivity& s, Lang lang) {
    constexpr Text title{"Cuándo falla", "When it fails"};
    constexpr Text from{"Desde", "From"}, to{"Hasta", "To"}, again{"Se repite en", "Repeated in"},
        times{"{0} de {1} mitades", "{0} of {1} halves"};
    constexpr Text doubtful{
        "{0} mundos están a menos de dos errores estándar del límite: de ellos no se sabe de qué lado caen.",
        "{0} worlds are within two standard errors of the limit: of those it is not known on which side they fall."};
    constexpr Text about{
        "Los límites se buscaron quitando cada vez un vigésimo de los mundos (PRIM) y se compararon con los de 200 "
        "barajas: "
        "p = {0}. Valen para mundos coherentes con la ficha.",
        "The limits were sought by taking away a twentieth of the worlds at a time (PRIM) and compared with those of "
        "200 "
        "shuffles: p = {0}. They hold for worlds that agree with the sheet."};
    Section section{.id = "fallas", .title = in(title, lang)};
    if (!s.failure) return section;
    const auto& f = *s.failure;
    section.blocks = {Paragraph{how_often(f, lang)}, Paragraph{where_it_fails(s, f, lang)}};
    if (f.doubtful > 0) section.blocks.emplace_back(note(say(doubtful, lang, f.doubtful)));
    if (f.too_few || !f.is_told || f.limits.empty()) return section;
    Table table{{{in(assumption, lang), Align::left, 40}, {in(from, lang)}, {in(to, lang)}, {in(again, lang)}}};
    for (const auto& limit : f.limits) {
        const WorldInput& input = input_of(s, limit.input);
        table.row({sayable(named(input, lang)), in_unit(input, limit.low), in_unit(input, limit.high),
                   say(times, lang, limit.reproduced, f.halves)});
    }
    if (f.limits.size() > 1) section.blocks.emplace_back(failing_worlds(s, f, table, lang));
    section.blocks.emplace_back(Tabled{.table = table, .caption = say(title, lang), .is_main = true});
    section.blocks.emplace_back(note(say(about, lang, Cell(Value{f.p_value, {results::Kind::number, 3}}))));
    return section;
}

Sentence lead_of(const Sensitivity& s, Lang lang) {
    constexpr Text one{"De {0}, lo que más pesa es «{1}»: {2} de lo que no se sabe.",
                       "Of {0}, “{1}” weighs most: {2} of what is not known."};
    constexpr Text none{"De {0}, ningún supuesto pesa más de lo que daría el azar con {1} mundos.",
                        "Of {0}, no assumption weighs more than chance would give with {1} worlds."};
    const auto heavy = told_shares(s);
    const Sentence figure = figure_of(s, lang).lower();
    return heavy.empty() ? say(none, lang, figure, s.worlds.kept.size())
                         : say(one, lang, figure, name_of(s, heavy.front()->input, lang),
                               Cell(document::share(heavy.front()->share)));
}

}  // namespace

Document sensitivity(const Sensitivity& s, Lang lang, const results::Manifest& manifest) {
    constexpr Text title{"«{0}»: qué pesa en {1}", "“{0}”: what weighs on {1}"};
    constexpr Text how{
        "± es el semiancho de un intervalo de 95 %. Un mundo es un sorteo de todos los supuestos en sus rangos, "
        "ajustado a las "
        "cifras publicadas: lo que pesa es lo que ellas dejan sin saber.",
        "± is the half-width of a 95% interval. A world is a draw of all assumptions over their ranges, fitted to the "
        "published "
        "figures: what weighs is what those leave unknown."};
    Document document = titled(s.base, {&s.base}, say(title, lang, s.base.scenario, figure_of(s, lang).lower()), lang);
    document::Verdict verdict{.lead = lead_of(s, lang)};
    if (s.failure) {
        verdict.clauses.push_back({how_often(*s.failure, lang), {s.failure->of.measure, s.failure->of.year}});
        verdict.clauses.push_back(
            {where_it_fails(s, *s.failure, lang), {s.failure->of.measure, s.failure->of.year}, s.failure->is_told});
    }
    if (s.scenarios.size() > 1) verdict.clauses.push_back({worth_knowing(s, lang), {"beneficiaries", 0}});
    document.verdicts = {verdict};
    document.opening.push_back({how_many_agree(s.worlds, lang)});
    document.opening.push_back({say(how, lang), Paragraph::Kind::note, Media::screen});
    document.sections = {readme_sheet(s.base, document.title, verdict, lang),
                         weights_section(s, lang),
                         bars_section(s, lang),
                         failure_section(s, lang),
                         findings_section(s, lang),
                         regrets_section(s, lang),
                         designs_section(s, lang),
                         to_repeat(manifest, s.base, lang)};
    return document;
}

}  // namespace aforo::told
