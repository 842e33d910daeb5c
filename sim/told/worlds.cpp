#include "worlds.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "decision.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "views.hpp"

namespace aforo::told {

using document::Align;
using document::Block;
using document::Cell;
using document::Chart;
using document::Details;
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
using results::Level;
using results::WorldInput;
using results::WorldMeasure;
using results::WorldRange;
using results::WorldRefusal;
using results::Worlds;

namespace {

constexpr Text luck{"azar", "luck"}, ignorance{"no saber", "not knowing"}, both{"ambos", "both"};
constexpr Text median_title{"Mediana de los mundos", "Median of the worlds"};
constexpr Text central{"Supuestos centrales", "Central assumptions"};
constexpr Text luck_title{"Azar, p10–p90", "Luck, p10–p90"},
    ignorance_title{"No saber, p10–p90", "Not knowing, p10–p90"}, both_title{"Ambos, p10–p90", "Both, p10–p90"},
    luck_share{"Parte del azar", "Share of luck"};

Sentence range_cell(const WorldRange& r, results::Shape shape, const document::Of& of = {}) {
    return Cell(
        Estimated{.value = {.n = 2, .mean = r.p50.value, .p10 = r.p10.value, .p50 = r.p50.value, .p90 = r.p90.value},
                  .shape = shape,
                  .show = Estimated::Show::range,
                  .of = of});
}
Sentence value_cell(double v, results::Shape shape) { return Cell(Value{v, shape}); }

const WorldMeasure* find(const Worlds& w, const document::Of& of) {
    const auto found = std::find_if(w.measures.begin(), w.measures.end(), [&](const WorldMeasure& m) {
        return m.measure == of.measure && m.year == of.year && m.level == of.level && m.id == of.id;
    });
    return found == w.measures.end() ? nullptr : &*found;
}
const WorldMeasure* headline_of(const Worlds& w) { return find(w, {w.headline, w.headline_year}); }

// The range of luck, with the central assumptions.
Sentence luck_of(const Figures& figures, const WorldMeasure& m) {
    const auto figure = figures.find({m.measure, m.year, m.level, m.id});
    return figure.varies() ? figure.range() : Sentence();
}

std::vector<Sentence> row_of(const WorldMeasure& m, const Figures& figures, Sentence label) {
    const auto shape = shape_of(figures.run(), m.measure);
    const document::Of of{m.measure, m.year, m.level, m.id};
    return {std::move(label),
            sayable(m.year),
            std::isfinite(m.base) ? value_cell(m.base, shape) : Sentence(),
            value_cell(m.ignorance.p50.value, shape),
            luck_of(figures, m),
            range_cell(m.ignorance, shape, of),
            range_cell(m.both, shape, of),
            std::isfinite(m.luck_share) ? Sentence(Cell(document::share(m.luck_share))) : Sentence()};
}

Table ranges_table(const Text& first, Lang lang) {
    return {{{in(first, lang), Align::left, 34},
             {in(words::year, lang), Align::right, 6},
             {in(central, lang)},
             {in(median_title, lang)},
             {in(luck_title, lang)},
             {in(ignorance_title, lang)},
             {in(both_title, lang)},
             {in(luck_share, lang), Align::right, 10}}};
}

// The main measures, each in all years.
constexpr std::array<std::string_view, 10> shown = {
    "beneficiaries", "coverage_target",           "attended_persons", "unit_cost",   "spending",
    "unspent",       "served_share_of_qualified", "waiting_year_end", "survival_t2", "alliances"};

Table measures_table(const Worlds& w, const Figures& figures, Lang lang) {
    Table table = ranges_table(words::measure, lang);
    for (const auto measure : shown) {
        Sentence label = sayable(label_of(figures.run(), measure, lang));
        for (const int year : figures.run().years) {
            const WorldMeasure* m = find(w, {std::string(measure), year});
            if (m) table.row(row_of(*m, figures, std::exchange(label, {})));
        }
    }
    return table;
}

Table regions_table(const Worlds& w, const Figures& figures, Lang lang) {
    Table table = ranges_table(words::region, lang);
    for (const auto& region : figures.run().regions) {
        if (const WorldMeasure* m = find(w, {w.headline, w.headline_year, Level::region, region.id}))
            table.row(row_of(*m, figures, sayable(region.name)));
    }
    return table;
}

// Three bars per year: both, ignorance and luck, the wider range the thicker.
document::Figure ranges_figure(const Worlds& w, const Figures& figures, const Table& twin, Lang lang) {
    constexpr Text reading{
        "De cada año, dónde caen 8 de cada 10: repeticiones con los supuestos centrales (azar), mundos coherentes con "
        "la "
        "ficha (no saber) y futuros de todos ellos (ambos). El punto es la mediana.",
        "Of each year, where 8 out of 10 fall: repetitions with the central assumptions (luck), worlds that agree with "
        "the sheet (not knowing) and futures of all of them (both). The dot is the median."};
    constexpr Text axis{"{0}", "{0}"};
    const std::string label = label_of(figures.run(), w.headline, lang);
    document::Figure figure{
        .id = "grafico-mundos", .finding = share_of_luck(w, lang), .reading = say(reading, lang), .twin = twin};
    figure.chart = {.kind = Chart::Kind::ranges,
                    .x = plain(say(axis, lang, label)),
                    .tips = {in(words::year, lang), in(words::p10_p90, lang)},
                    .break_label_at = "|"};
    const auto shape = shape_of(figures.run(), w.headline);
    for (const int year : figures.run().years) {
        const WorldMeasure* m = find(w, {w.headline, year});
        if (!m) continue;
        const auto add = [&](const Text& kind, double at, double p10, double p90) {
            Mark mark{.label = year_label(year) + "|" + in(kind, lang), .value = at, .p10 = p10, .p90 = p90};
            mark.tips = {sayable(year), range_cell({{p10, 0, 0}, {at, 0, 0}, {p90, 0, 0}}, shape)};
            figure.chart.marks.push_back(std::move(mark));
        };
        const auto of_luck = figures.find({w.headline, year});
        if (of_luck.varies()) add(luck, of_luck.mean_value(), of_luck.estimate->p10, of_luck.estimate->p90);
        add(ignorance, m->ignorance.p50.value, m->ignorance.p10.value, m->ignorance.p90.value);
        add(both, m->both.p50.value, m->both.p10.value, m->both.p90.value);
    }
    return figure;
}

// Fifty futures per year, each a dot of equal probability.
document::Figure futures_figure(const Worlds& w, const results::Run& run, Lang lang) {
    constexpr Text finding{"De 50 futuros igual de verosímiles, {0} quedan bajo lo planificado para {1}",
                           "Of 50 futures that are equally likely, {0} stay below what is planned for {1}"};
    constexpr Text no_plan{"50 futuros igual de verosímiles", "50 futures that are equally likely"};
    constexpr Text reading{
        "Cada marca es uno de 50 futuros igual de verosímiles: mundos coherentes con la ficha, cada "
        "uno con su suerte.",
        "Each mark is one of 50 futures that are equally likely: worlds that agree with the sheet, each "
        "with its luck."};
    constexpr Text missed{"futuro bajo lo planificado", "future below the plan"},
        met{"futuro que llega a lo planificado", "future that reaches the plan"}, plan{"planificado", "planned"};
    document::Figure figure{.id = "grafico-futuros-mundos", .reading = say(reading, lang)};
    figure.chart = {.kind = Chart::Kind::quantiles, .x = label_of(run, w.headline, lang)};
    figure.chart.series = {
        {.name = in(missed, lang), .colour = document::Colour::plum, .symbol = document::Symbol::triangle_down},
        {.name = in(met, lang), .colour = document::Colour::teal},
        {.name = in(plan, lang), .colour = document::Colour::ink, .symbol = document::Symbol::stroke}};
    figure.chart.tips = {in(words::year, lang), figure.chart.x};
    figure.twin.columns = {{in(words::year, lang)}, {in(words::p10, lang)}, {"p50"}, {in(words::p90, lang)}};
    const auto shape = shape_of(run, w.headline);
    int below = 0;
    for (const auto& year : w.futures) {
        const double planned = plan::beneficiaries(run.planned, year.year);
        below = 0;
        for (const double q : year.quantiles) {
            const bool is_missed = std::isfinite(planned) && q < planned;
            below += is_missed ? 1 : 0;
            figure.chart.marks.push_back({.label = year_label(year.year),
                                          .series = is_missed ? std::size_t{0} : std::size_t{1},
                                          .value = q,
                                          .x = planned,
                                          .tips = {sayable(year.year), value_cell(q, shape)}});
        }
        if (year.quantiles.empty()) continue;
        const auto at = [&](double p) {
            return value_cell(year.quantiles[static_cast<std::size_t>(p * static_cast<double>(year.quantiles.size()))],
                              shape);
        };
        figure.twin.row({sayable(year.year), at(0.1), at(0.5), at(0.9)});
    }
    figure.finding = std::isfinite(plan::beneficiaries(run.planned, w.headline_year))
                         ? say(finding, lang, below, w.headline_year)
                         : say(no_plan, lang);
    return figure;
}

// «Gasto (M$), Asesoría».
Sentence figure_name(const WorldRefusal& r, const results::Run& run, Lang lang) {
    constexpr Text of{"{0}, {1}", "{0}, {1}"};
    const std::string label = label_of(run, r.measure, lang);
    if (r.of.empty()) return sayable(label);
    const bool is_group = r.of.find('=') != std::string::npos;
    return say(of, lang, label, is_group ? group_label(r.of, lang) : component_name(r.of, lang));
}

Sentence refusal_name(const WorldRefusal& r, const results::Run& run, Lang lang) {
    constexpr Text impossible{"el escenario no puede ser así ({0})", "the scenario cannot be so ({0})"};
    constexpr Text fit{"no se logra la cifra «{0}»", "the figure “{0}” is not reached"};
    constexpr Text fresh{"réplicas nuevas no dan la cifra «{0}»", "fresh replications do not give the figure “{0}”"};
    const std::string name = r.kind == WorldRefusal::Kind::screen ? lang == Lang::es ? r.name.es : r.name.en : r.id;
    switch (r.kind) {
        case WorldRefusal::Kind::impossible:
            return say(impossible, lang, name);
        case WorldRefusal::Kind::figure:
            return say(fit, lang, figure_name(r, run, lang));
        case WorldRefusal::Kind::replications:
            return say(fresh, lang, figure_name(r, run, lang));
        case WorldRefusal::Kind::screen:
            break;
    }
    return sayable(name);
}

Details refusals_part(const Worlds& w, const results::Run& run, Lang lang) {
    constexpr Text title{"Qué descarta a los demás", "What refuses the others"};
    constexpr Text why{"Por qué", "Why"}, draws{"Mundos", "Worlds"}, part{"De los sorteados", "Of those drawn"};
    Details details{.title = say(title, lang), .is_open = true};
    Table table{{{in(why, lang), Align::left, 60}, {in(draws, lang)}, {in(part, lang)}}};
    for (const auto& r : w.refusals)
        table.row({refusal_name(r, run, lang), Cell(document::count(r.count)),
                   Cell(document::share(static_cast<double>(r.count) / w.drawn, 1))});
    details.blocks = {Tabled{.table = table, .caption = details.title}};
    return details;
}

Table inputs_table(const Worlds& w, Lang lang) {
    constexpr Text number{"Número", "Number"}, unit{"Unidad", "Unit"}, base{"Central", "Central"},
        drawn{"Sorteados p10–p50–p90", "Drawn p10–p50–p90"}, kept{"Conservados p10–p50–p90", "Kept p10–p50–p90"},
        apart{"Distancia", "Distance"}, solved{"(ajustado)", "(fitted)"}, three{"{0} – {1} – {2}", "{0} – {1} – {2}"};
    Table table{{{in(number, lang), Align::left, 40},
                 {in(words::key, lang), Align::left, 34},
                 {in(unit, lang), Align::left, 8},
                 {in(base, lang)},
                 {in(drawn, lang), Align::right, 30},
                 {in(kept, lang), Align::right, 30},
                 {in(apart, lang), Align::right, 10}}};
    for (const auto& input : w.inputs) {
        const auto range = [&](const WorldRange& r) {
            return say(three, lang, in_unit(input, r.p10.value), in_unit(input, r.p50.value),
                       in_unit(input, r.p90.value));
        };
        table.row({sayable(named(input, lang)), sayable(input.path), sayable(unit_label(input.unit, lang)),
                   in_unit(input, input.base), input.is_solved ? say(solved, lang) : range(input.drawn),
                   range(input.kept),
                   std::isfinite(input.apart) ? Sentence(Cell(Value{input.apart, {results::Kind::number, 2, true}}))
                                              : Sentence()});
    }
    return table;
}

// The assumptions that the published figures inform most, drawn and kept, in parts of their ranges.
document::Figure inputs_figure(const Worlds& w, const Table& twin, Lang lang) {
    constexpr Text finding{"Lo que la ficha deja de cada supuesto", "What the sheet leaves of each assumption"};
    constexpr Text reading{
        "De los supuestos que más se estrechan o se corren: dónde caen 8 de cada 10 sorteos y 8 de cada 10 mundos "
        "conservados, en partes del rango declarado.",
        "Of the assumptions that narrow or shift most: where 8 out of 10 draws fall and 8 out of 10 worlds kept, in "
        "parts "
        "of the declared range."};
    constexpr Text axis{"Lugar en su rango (0: mínimo, 1: máximo)", "Place in its range (0: least, 1: greatest)"};
    constexpr Text of_drawn{"{0}|sorteado", "{0}|drawn"}, of_kept{"{0}|conservado", "{0}|kept"},
        number{"Número", "Number"};
    constexpr std::size_t most = 10;
    std::vector<const WorldInput*> all;
    for (const auto& input : w.inputs) {
        if (std::isfinite(input.apart) && input.high_value > input.low_value) all.push_back(&input);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->apart > b->apart; });
    all.resize(std::min(all.size(), most));
    document::Figure figure{
        .id = "grafico-supuestos-mundos", .finding = say(finding, lang), .reading = say(reading, lang), .twin = twin};
    figure.chart = {.kind = Chart::Kind::ranges,
                    .x = in(axis, lang),
                    .tips = {in(number, lang), in(words::p10_p90, lang)},
                    .break_label_at = "|"};
    for (const WorldInput* input : all) {
        const auto place = [&](double v) { return (v - input->low_value) / (input->high_value - input->low_value); };
        const auto add = [&](const Text& label, const WorldRange& r) {
            Mark mark{.label = plain(say(label, lang, named(*input, lang))),
                      .value = place(r.p50.value),
                      .p10 = place(r.p10.value),
                      .p90 = place(r.p90.value)};
            mark.tips = {sayable(named(*input, lang)),
                         in_unit(*input, r.p10.value) + sayable(" – ") + in_unit(*input, r.p90.value)};
            figure.chart.marks.push_back(std::move(mark));
        };
        add(of_drawn, input->drawn);
        add(of_kept, input->kept);
    }
    return figure;
}

// The numbers on which the headline depends, the heaviest first; those that chance would equal are marked.
Details weights_part(const Worlds& w, const results::Run& run, Lang lang) {
    constexpr Text title{"Lo que más pesa en {0} de {1}", "What weighs most on {0} of {1}"};
    constexpr Text number{"Supuesto", "Assumption"}, part{"Parte de lo que no se sabe", "Part of what is not known"},
        way{"Si sube, la cifra", "If it rises, the figure"}, range{"Entre", "Between"}, source{"Fuente", "Source"},
        rises{"sube", "rises"}, falls{"baja", "falls"}, both_ways{"va y vuelve", "goes both ways"},
        ends{"{0} y {1}", "{0} and {1}"}, with_error{"{0} ± {1}", "{0} ± {1}"};
    constexpr Text rest{
        "De los otros {0} no se distingue del azar que pesen algo: con tantos supuestos y {1} mundos, alguno llegaría "
        "a {2} "
        "sin pesar nada. Las partes no tienen que sumar 100 %, porque en los mundos conservados los supuestos dependen "
        "unos "
        "de otros.",
        "That the other {0} weigh anything cannot be told from chance: with so many assumptions and {1} worlds, some "
        "would "
        "reach {2} without weighing anything. Parts need not sum to 100 %, as in the kept worlds assumptions depend on "
        "one "
        "another."};
    constexpr Text none{
        "Ningún supuesto se distingue del azar con {0} mundos: alguno llegaría a {1} sin pesar nada. Pida más mundos.",
        "No assumption can be told from chance with {0} worlds: some would reach {1} without weighing anything. Ask "
        "for more "
        "worlds."};
    std::vector<const WorldInput*> heavy;
    std::size_t drawn = 0;
    for (const auto& in : w.inputs) {
        drawn += in.is_solved ? 0 : 1;
        if (in.weighs) heavy.push_back(&in);
    }
    std::stable_sort(heavy.begin(), heavy.end(), [](const auto* a, const auto* b) { return a->share > b->share; });
    Details details = open_part(
        say(title, lang, Sentence(Cell(document::Words{label_of(run, w.headline, lang)})).lower(), w.headline_year));
    const Cell by_chance = document::share(w.share_by_chance);
    if (heavy.empty()) {
        details.blocks = {Paragraph{say(none, lang, w.kept.size(), by_chance)}};
        return details;
    }
    Table table{{{in(number, lang), Align::left, 40},
                 {in(part, lang)},
                 {in(way, lang)},
                 {in(range, lang), Align::right, 26},
                 {in(source, lang), Align::left, 14}}};
    constexpr double clear = 0.2;
    for (const WorldInput* input : heavy) {
        const Cell share = document::share(std::max(0.0, input->share));
        table.row({sayable(named(*input, lang)),
                   std::isfinite(input->share_half_width)
                       ? say(with_error, lang, share, Cell(document::share(input->share_half_width)))
                       : Sentence(share),
                   say(input->direction > clear    ? rises
                       : input->direction < -clear ? falls
                                                   : both_ways,
                       lang),
                   say(ends, lang, as_written(input->low, lang), as_written(input->high, lang)),
                   sayable(input->source)});
    }
    details.blocks = {Tabled{.table = table, .caption = details.title},
                      note(say(rest, lang, drawn - heavy.size(), w.kept.size(), by_chance))};
    return details;
}

// The headline by parts of the range of the heaviest number.
Details slices_part(const Worlds& w, const results::Run& run, Lang lang) {
    constexpr Text title{"{0} de {1}, según {2}", "{0} of {1}, by {2}"};
    constexpr Text part{"Si está entre", "If it is between"}, worlds{"Mundos", "Worlds"},
        ends{"{0} y {1}", "{0} and {1}"};
    const WorldInput& input = w.inputs[static_cast<std::size_t>(w.heaviest)];
    Details details = open_part(say(title, lang, label_of(run, w.headline, lang), w.headline_year, named(input, lang)));
    const auto shape = shape_of(run, w.headline);
    Table table{
        {{in(part, lang), Align::left, 30}, {in(worlds, lang)}, {in(median_title, lang)}, {in(ignorance_title, lang)}}};
    for (const auto& s : w.slices)
        table.row({say(ends, lang, in_unit(input, s.low), in_unit(input, s.high)), Cell(document::count(s.worlds)),
                   s.worlds > 0 ? value_cell(s.headline.p50.value, shape) : Sentence(),
                   s.worlds > 0 ? range_cell(s.headline, shape) : Sentence()});
    details.blocks = {Tabled{.table = table, .caption = details.title}};
    return details;
}

Details tolerances_part(const Worlds& w, const results::Run& run, Lang lang) {
    constexpr Text title{"Si las tolerancias fueran otras", "If the tolerances were others"};
    constexpr Text factor{"Tolerancias", "Tolerances"}, kept{"Mundos", "Worlds"}, times{"× {0}", "× {0}"};
    constexpr Text median{"Mediana, {0}", "Median, {0}"};
    Details details{.title = say(title, lang)};
    const auto shape = shape_of(run, w.headline);
    Table table{{{in(factor, lang), Align::left},
                 {in(kept, lang)},
                 {plain(say(median, lang, w.headline_year))},
                 {in(ignorance_title, lang)}}};
    for (const auto& t : w.tolerances)
        table.row({say(times, lang, Cell(Value{t.factor, {results::Kind::number, 1}, Value::Style::trimmed})),
                   Cell(document::count(t.kept)), value_cell(t.ignorance.p50.value, shape),
                   range_cell(t.ignorance, shape)});
    details.blocks = {Tabled{.table = table, .caption = details.title}};
    return details;
}

constexpr Text section_title{"Lo que no se sabe: mundos", "What is not known: worlds"};

Sentence how_worlds_are_made(const Worlds& w, Lang lang) {
    constexpr Text fitted{
        "Un mundo es un sorteo de todos los supuestos en sus rangos, con las claves libres ajustadas de nuevo a las "
        "cifras publicadas; se conserva si las da dentro de sus tolerancias. Pasan las pruebas de dinero, horas y "
        "cupos "
        "{0}; se conservan {1}, con {2} réplicas cada uno. Son mundos coherentes con la ficha, que es ella misma una "
        "estimación.",
        "A world is a draw of all assumptions over their ranges, its free keys fitted anew to the published figures; "
        "it "
        "is kept if it gives them within their tolerances. {0} pass the tests of money, hours and slots; {1} are kept, "
        "with {2} replications each. They are worlds that agree with the sheet, which is an estimate itself."};
    constexpr Text free{
        "Un mundo es un sorteo de todos los supuestos en sus rangos. El escenario no declara cifras publicadas "
        "(calibration), así que se conservan todos los que pueden ser: {1}, con {2} réplicas cada uno.",
        "A world is a draw of all assumptions over their ranges. The scenario declares no published figures "
        "(calibration), so all that can be are kept: {1}, with {2} replications each."};
    return say(w.is_fitted ? fitted : free, lang, w.passed, w.kept.size(), w.replications);
}

Sentence fewer_than_wanted(const Worlds& w, Lang lang) {
    constexpr Text few{"Se pidieron {0}: los sorteos se acabaron antes.",
                       "{0} were asked for: the draws ended before."};
    return w.ended_early ? say(few, lang, w.wanted) : Sentence();
}

}  // namespace

Sentence in_unit(const WorldInput& in, double v) {
    return std::isfinite(v) ? Sentence(Cell(Value{v / in.scale, {results::Kind::number, 2}, Value::Style::trimmed}))
                            : Sentence();
}

std::string named(const WorldInput& in, Lang lang) { return lang == Lang::es ? in.name.es : in.name.en; }

std::optional<InWorlds> in_worlds(const Worlds& w, const told::Figure& figure) {
    const WorldMeasure* m = find(w, figure.of);
    if (!m) return std::nullopt;
    return InWorlds{value_cell(m->ignorance.p50.value, figure.shape), figure.varies() ? figure.range() : Sentence(),
                    range_cell(m->ignorance, figure.shape, figure.of), range_cell(m->both, figure.shape, figure.of)};
}

Sentence three_ranges(const InWorlds& f, Lang lang) {
    constexpr Text three{"azar: {0} · no saber: {1} · ambos: {2}", "luck: {0} · not knowing: {1} · both: {2}"};
    constexpr Text two{"no saber: {0} · ambos: {1}", "not knowing: {0} · both: {1}"};
    return f.luck.empty() ? say(two, lang, f.ignorance, f.both) : say(three, lang, f.luck, f.ignorance, f.both);
}

Sentence how_many_agree(const Worlds& w, Lang lang) {
    constexpr Text agree{"De {0} mundos sorteados, {1} son coherentes con las cifras publicadas.",
                         "Of {0} worlds drawn, {1} agree with the published figures."};
    constexpr Text all{"{1} mundos sorteados de los rangos de los supuestos.",
                       "{1} worlds drawn from the ranges of the assumptions."};
    return say(w.is_fitted ? agree : all, lang, Cell(document::count(w.drawn)), w.kept.size());
}

Sentence share_of_luck(const Worlds& w, Lang lang) {
    constexpr Text with_error{
        "De lo que varían los beneficiarios de {0}, el azar es {1} (± {2}) y el resto es no saber",
        "Of what the beneficiaries of {0} vary by, luck is {1} (± {2}) and the rest is not knowing"};
    constexpr Text alone{"De lo que varían los beneficiarios de {0}, el azar es {1} y el resto es no saber",
                         "Of what the beneficiaries of {0} vary by, luck is {1} and the rest is not knowing"};
    const WorldMeasure* m = headline_of(w);
    if (!m || !std::isfinite(m->luck_share)) return {};
    const Cell part = document::share(m->luck_share, 1);
    return std::isfinite(m->luck_share_half_width)
               ? say(with_error, lang, m->year, part, Cell(document::share(m->luck_share_half_width, 1)))
               : say(alone, lang, m->year, part);
}

Sentence what_it_hangs_on(const Worlds& w, const results::Run& run, Lang lang) {
    constexpr Text hangs{
        "Va sobre todo con «{0}» ({1}): {2} si está entre {3} y {4}; {5} si está entre {6} y {7}.",
        "It goes mostly with “{0}” ({1}): {2} if it is between {3} and {4}; {5} if between {6} and {7}."};
    std::vector<const results::WorldSlice*> ends;
    for (const auto& slice : w.slices) {
        if (slice.worlds > 0) ends.push_back(&slice);
    }
    if (w.heaviest < 0 || ends.size() < 2) return {};
    const WorldInput& input = w.inputs[static_cast<std::size_t>(w.heaviest)];
    const auto shape = shape_of(run, w.headline);
    const auto &low = *ends.front(), &high = *ends.back();
    return say(hangs, lang, named(input, lang), Cell(document::share(input.share)),
               value_cell(low.headline.p50.value, shape), in_unit(input, low.low), in_unit(input, low.high),
               value_cell(high.headline.p50.value, shape), in_unit(input, high.low), in_unit(input, high.high));
}

Section worlds_of_run(const Worlds& w, const results::Run& run, Lang lang) {
    constexpr Text by_region{"Por región, {0}", "By region, {0}"};
    constexpr Text inputs{"Cada supuesto, sorteado y conservado", "Each assumption, drawn and kept"};
    constexpr Text three{"Tres rangos", "Three ranges"};
    constexpr Text one_world{
        "Cada mundo está en mundos.csv; aforo report CARPETA --world N lo escribe como escenario, que se corre solo y "
        "da "
        "las cifras que aquí tiene.",
        "Each world is in mundos.csv; aforo report FOLDER --world N writes it as a scenario that runs alone and gives "
        "the "
        "figures that it has here."};
    const Figures figures(run);
    Section section{.id = "mundos", .title = in(section_title, lang)};
    section.sheet = lang == Lang::es ? "Mundos" : "Worlds";
    const Table measures = measures_table(w, figures, lang), all_inputs = inputs_table(w, lang);
    section.blocks = {Paragraph{how_many_agree(w, lang)}, note(how_worlds_are_made(w, lang))};
    if (w.ended_early) section.blocks.emplace_back(note(fewer_than_wanted(w, lang)));
    section.blocks.emplace_back(ranges_figure(w, figures, measures, lang));
    Details ranges = open_part(say(three, lang));
    ranges.blocks = {Tabled{.table = measures, .caption = ranges.title, .is_main = true}};
    section.blocks.emplace_back(ranges);
    section.blocks.emplace_back(futures_figure(w, run, lang));
    if (std::isfinite(w.share_by_chance)) section.blocks.emplace_back(weights_part(w, run, lang));
    if (w.heaviest >= 0) section.blocks.emplace_back(slices_part(w, run, lang));
    if (w.is_fitted) section.blocks.emplace_back(refusals_part(w, run, lang));
    if (w.is_fitted) section.blocks.emplace_back(inputs_figure(w, all_inputs, lang));
    Details of_inputs{.title = say(inputs, lang)};
    of_inputs.blocks = {Tabled{.table = all_inputs, .caption = of_inputs.title}};
    section.blocks.emplace_back(of_inputs);
    if (w.is_fitted) section.blocks.emplace_back(tolerances_part(w, run, lang));
    Details of_regions{.title = say(by_region, lang, w.headline_year)};
    const Table regions = regions_table(w, figures, lang);
    of_regions.blocks = {Tabled{.table = regions, .caption = of_regions.title}};
    if (!regions.empty()) section.blocks.emplace_back(of_regions);
    section.blocks.emplace_back(note(say(one_world, lang)));
    return section;
}

namespace {

const results::WorldDifference* find(const results::WorldAlternative& a, std::string_view measure, int year) {
    const auto found = std::find_if(a.differences.begin(), a.differences.end(), [&](const auto& d) {
        return d.level == Level::programme && d.measure == measure && d.year == year;
    });
    return found == a.differences.end() ? nullptr : &*found;
}

Table differences_table(const results::WorldAlternative& a, const results::Run& base, Lang lang) {
    constexpr Text median{"Mediana", "Median"}, range{"p10–p90 de los mundos", "p10–p90 of the worlds"},
        relative{"% de la base, p10–p90", "% of the base, p10–p90"}, more{"Sube en", "Higher in"},
        less{"Baja en", "Lower in"}, same{"No se distingue en", "Cannot be told in"};
    constexpr Text of_worlds{"{0} de {1}", "{0} of {1}"};
    Table table{{{in(words::measure, lang), Align::left, 34},
                 {in(words::year, lang), Align::right, 6},
                 {in(median, lang)},
                 {in(range, lang)},
                 {in(relative, lang)},
                 {in(more, lang)},
                 {in(less, lang)},
                 {in(same, lang)}}};
    for (const auto measure : shown) {
        Sentence label = sayable(label_of(base, measure, lang));
        for (const int year : base.years) {
            const auto* d = find(a, measure, year);
            if (!d) continue;
            const auto shape = shape_of(base, measure);
            const auto of = [&](int n) { return say(of_worlds, lang, n, d->worlds); };
            table.row({std::exchange(label, {}), sayable(year),
                       Cell(Value{d->ignorance.p50.value, shape, Value::Style::signed_}),
                       range_cell(d->ignorance, shape),
                       shape.is_percent() ? Sentence() : range_cell(d->relative, results::shapes::share), of(d->higher),
                       of(d->lower), of(d->same)});
        }
    }
    return table;
}

Table carried_table(const results::WorldAlternative& a, Lang lang) {
    constexpr Text how{"En cada mundo", "In each world"};
    constexpr Text ratio{"guarda su razón con la base", "keeps its ratio to the base"},
        odds{"guarda su razón de chances con la base", "keeps its odds ratio to the base"},
        stands{"queda como está escrito", "stands as written"};
    Table table{{{in(words::key, lang), Align::left, 40},
                 {in(words::base, lang)},
                 {in(words::alternative, lang)},
                 {in(how, lang), Align::left, 40}}};
    for (const auto& n : a.carried)
        table.row({sayable(n.path), as_written(n.base, lang), as_written(n.alternative, lang),
                   say(n.how == "ratio"  ? ratio
                       : n.how == "odds" ? odds
                                         : stands,
                       lang)});
    return table;
}

}  // namespace

document::Clause worlds_clause(const Worlds& w, std::size_t alternative, const results::Run& base, Lang lang) {
    constexpr Text more{
        "En {0} de {1} mundos coherentes con la ficha da más beneficiarios en {2}: {3} en la mitad de "
        "ellos, de {4} a {5} en 8 de cada 10.",
        "In {0} of {1} worlds that agree with the sheet it gives more beneficiaries in {2}: {3} in half of "
        "them, from {4} to {5} in 8 out of 10."};
    constexpr Text less{
        "En {0} de {1} mundos coherentes con la ficha da menos beneficiarios en {2}: {3} en la mitad de "
        "ellos, de {4} a {5} en 8 de cada 10.",
        "In {0} of {1} worlds that agree with the sheet it gives fewer beneficiaries in {2}: {3} in half of "
        "them, from {4} to {5} in 8 out of 10."};
    const auto* d = find(w.alternatives[alternative], w.headline, w.headline_year);
    if (!d) return {};
    const auto shape = shape_of(base, w.headline);
    const auto signed_ = [&](double v) { return Cell(Value{v, shape, Value::Style::signed_}); };
    const bool is_more = d->higher >= d->lower;
    return {
        .text = say(is_more ? more : less, lang, is_more ? d->higher : d->lower, d->worlds, d->year,
                    signed_(d->ignorance.p50.value), signed_(d->ignorance.p10.value), signed_(d->ignorance.p90.value)),
        .of = {d->measure, d->year},
        .is_told = d->same < d->worlds};
}

Section worlds_of_comparison(const Worlds& w, const results::Comparison& c, Lang lang) {
    constexpr Text of_alternative{"«{0}» en los mismos mundos", "“{0}” in the same worlds"};
    constexpr Text regret{"Cuánto se pierde con cada uno", "How much each loses"}, of_year{"{0} de {1}", "{0} of {1}"};
    constexpr Text cannot{"En {0} mundos la alternativa no puede ser, y no se cuentan.",
                          "In {0} worlds the alternative cannot be; they are not counted."};
    constexpr Text carried{"Números propios que la base sortea o ajusta",
                           "Numbers of its own that the base draws or fits"};
    Section section{.id = "mundos", .title = in(section_title, lang)};
    section.sheet = lang == Lang::es ? "Mundos" : "Worlds";
    section.blocks = {Paragraph{how_many_agree(w, lang)}, note(how_worlds_are_made(w, lang))};
    if (w.ended_early) section.blocks.emplace_back(note(fewer_than_wanted(w, lang)));
    for (const auto& a : w.alternatives) {
        Details part = open_part(say(of_alternative, lang, a.scenario));
        part.blocks = {Tabled{.table = differences_table(a, c.base, lang), .caption = part.title}};
        if (a.impossible > 0) part.blocks.emplace_back(note(say(cannot, lang, a.impossible)));
        if (!a.carried.empty())
            part.blocks.emplace_back(Tabled{.table = carried_table(a, lang), .caption = say(carried, lang)});
        section.blocks.emplace_back(part);
    }
    Details regrets = open_part(say(regret, lang));
    std::vector<std::string> scenarios = {c.base.scenario};
    for (const auto& a : w.alternatives) scenarios.push_back(a.scenario);
    regrets.blocks = regrets_blocks(
        {w, w.regrets, scenarios, plain(say(of_year, lang, label_of(c.base, w.headline, lang), w.headline_year)),
         shape_of(c.base, w.headline), w.heaviest},
        lang);
    section.blocks.emplace_back(regrets);
    return section;
}

namespace {

// Each point of a sweep: with the central assumptions, in the median world, over worlds, and against the scenario.
Table swept_table(const Worlds& w, const results::Sweep& sweep, const Levers& levers, std::string_view measure,
                  Lang lang) {
    constexpr Text change{"Frente al escenario, p10–p90", "Against the scenario, p10–p90"},
        more{"Sube en", "Higher in"}, of_worlds{"{0} de {1}", "{0} of {1}"};
    Table table;
    for (std::size_t a = 0; a < levers.count(); ++a) table.columns.push_back({levers.title(a), Align::right, 20});
    for (const Text& title : {central, median_title, ignorance_title, both_title, change, more})
        table.columns.push_back({in(title, lang)});
    const auto& run = sweep.run;
    const auto shape = shape_of(run, measure);
    const int year = run.years.back();
    for (std::size_t p = 0; p < sweep.points.size(); ++p) {
        const auto& of = w.alternatives[p];
        const auto m = std::find_if(of.measures.begin(), of.measures.end(), [&](const WorldMeasure& one) {
            return one.level == Level::programme && one.measure == measure && one.year == year;
        });
        const auto* d = find(of, measure, year);
        if (m == of.measures.end()) continue;
        std::vector<Sentence> row;
        for (std::size_t a = 0; a < levers.count(); ++a) row.push_back(levers.cell(a, sweep.points[p].at[a]));
        row.push_back(estimate_of(sweep, sweep.points[p], measure, year, Show::mean));
        row.push_back(value_cell(m->ignorance.p50.value, shape));
        row.push_back(range_cell(m->ignorance, shape));
        row.push_back(range_cell(m->both, shape));
        row.push_back(d ? range_cell(d->ignorance, shape) : Sentence());
        row.push_back(d ? say(of_worlds, lang, d->higher, d->worlds) : Sentence());
        table.row(std::move(row));
    }
    return table;
}

// The headline at each point: 8 of 10 worlds, and 8 of 10 futures of all worlds.
document::Figure swept_figure(const Worlds& w, const results::Sweep& sweep, const Levers& levers, const Table& twin,
                              Lang lang) {
    constexpr Text finding{"En cada valor: {0} de {1} según lo que no se sabe",
                           "At each value: {0} of {1} by what is not known"};
    constexpr Text reading{
        "De cada valor, dónde caen 8 de cada 10 mundos coherentes con la ficha (no saber) y 8 de cada 10 futuros de "
        "todos ellos (ambos). El punto es la mediana.",
        "Of each value, where 8 out of 10 worlds that agree with the sheet (not knowing) and 8 out of 10 futures of "
        "all "
        "of them (both) fall. The dot is the median."};
    const auto& run = sweep.run;
    const auto shape = shape_of(run, w.headline);
    document::Figure figure{.id = "grafico-recorrido-mundos",
                            .finding = say(finding, lang, label_of(run, w.headline, lang), w.headline_year),
                            .reading = say(reading, lang),
                            .twin = twin};
    figure.chart = {.kind = Chart::Kind::ranges,
                    .x = label_of(run, w.headline, lang),
                    .tips = {plain(levers.names()), in(words::p10_p90, lang)},
                    .break_label_at = "|"};
    for (std::size_t p = 0; p < sweep.points.size(); ++p) {
        std::vector<Sentence> at;
        std::string label;  // charts write the values as the user gave them
        for (std::size_t a = 0; a < levers.count(); ++a) {
            at.push_back(levers.value(a, sweep.points[p].at[a]));
            label += (label.empty() ? "" : ", ") + sweep.axes[a].values[sweep.points[p].at[a]];
        }
        const Sentence value = joined(at, ", ");
        const auto& all = w.alternatives[p].measures;
        const auto m = std::find_if(all.begin(), all.end(), [&](const WorldMeasure& one) {
            return one.level == Level::programme && one.measure == w.headline && one.year == w.headline_year;
        });
        if (m == all.end()) continue;
        const auto add = [&](const Text& kind, const WorldRange& r) {
            Mark mark{
                .label = label + "|" + in(kind, lang), .value = r.p50.value, .p10 = r.p10.value, .p90 = r.p90.value};
            mark.tips = {value, range_cell(r, shape)};
            figure.chart.marks.push_back(std::move(mark));
        };
        add(ignorance, m->ignorance);
        add(both, m->both);
    }
    return figure;
}

}  // namespace

Section worlds_of_sweep(const Worlds& w, const results::Sweep& sweep, const Levers& levers, Lang lang) {
    constexpr std::array<std::string_view, 4> measures = {"beneficiaries", "coverage_target", "spending", "unit_cost"};
    constexpr Text of_measure{"{0} de {1}", "{0} of {1}"};
    constexpr Text some_cannot{
        "Hay valores que no pueden ser en hasta {0} mundos (su personal no se podría pagar): ésos no se cuentan.",
        "Some values cannot be in up to {0} worlds (their staff could not be paid): those are not counted."};
    Section section{.id = "mundos", .title = in(section_title, lang)};
    section.sheet = lang == Lang::es ? "Mundos" : "Worlds";
    section.blocks = {Paragraph{how_many_agree(w, lang)}, note(how_worlds_are_made(w, lang))};
    if (w.ended_early) section.blocks.emplace_back(note(fewer_than_wanted(w, lang)));
    const auto& run = sweep.run;
    int most_impossible = 0;
    for (const auto& a : w.alternatives) most_impossible = std::max(most_impossible, a.impossible);
    if (most_impossible > 0) section.blocks.emplace_back(note(say(some_cannot, lang, most_impossible)));
    for (const auto measure : measures) {
        const Table table = swept_table(w, sweep, levers, measure, lang);
        if (table.empty()) continue;
        if (measure == w.headline) section.blocks.emplace_back(swept_figure(w, sweep, levers, table, lang));
        Details part = open_part(say(of_measure, lang, label_of(run, measure, lang), run.years.back()));
        part.blocks = {Tabled{.table = table, .caption = part.title, .is_main = measure == w.headline}};
        section.blocks.emplace_back(part);
    }
    return section;
}

}  // namespace aforo::told
