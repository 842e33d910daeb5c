#include "aforo/told/answers.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "aforo/told/documents.hpp"
#include "comparison_parts.hpp"
#include "experiment.hpp"
#include "ficha.hpp"
#include "figures.hpp"
#include "labels.hpp"
#include "quantities.hpp"
#include "reading.hpp"
#include "worlds.hpp"

namespace aforo::told {

using document::Align;
using document::Block;
using document::Cell;
using document::Chart;
using document::Document;
using document::Estimated;
using document::Media;
using document::Name;
using document::Paragraph;
using document::Row;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Tone;
using document::Value;
using document::Words;
using results::Answered;
using results::AnsweredFigure;
using results::AnsweredInWorlds;
using results::Answers;
using results::Difference;
using results::FigureKey;
using results::Level;
using results::Run;
using results::Shape;

namespace {

using Status = Answered::Status;

constexpr Text observation{"Observación", "Observation"}, in_a_line{"Respuesta", "Answer"},
    how_sure{"Qué tan seguro", "How sure"}, where{"Sección", "Section"};

results::At at_of(const FigureKey& key) { return {key.measure, key.year, key.level, key.id}; }
document::Of of_key(const FigureKey& key) { return {key.measure, key.year, key.level, key.id}; }

// Of one observation: its runs and differences, looked up.
class Looked {
public:
    Looked(const Answered& a, const Run& sheet) : a_(a), sheet_(sheet) {
        if (!a.comparison) return;
        for (const auto& alternative : a.comparison->alternatives) differences_.emplace_back(alternative.differences);
    }

    // 0 the base, else an alternative; the run of the sheet where nothing was simulated for it.
    [[nodiscard]] const Run& run(std::size_t scenario) const {
        if (!a_.comparison) return sheet_;
        return scenario == 0 ? a_.comparison->base : a_.comparison->alternatives[scenario - 1].run;
    }
    [[nodiscard]] const results::Estimate* value(const FigureKey& key, std::size_t scenario) const {
        return run(scenario).find(key.measure, key.year, key.level, key.id);
    }
    [[nodiscard]] const Difference* difference(const FigureKey& key, std::size_t scenario) const {
        return scenario == 0 || scenario > differences_.size() ? nullptr
                                                               : differences_[scenario - 1].difference(at_of(key));
    }
    [[nodiscard]] Shape shape(const FigureKey& key) const { return shape_of(sheet_, key.measure); }
    [[nodiscard]] std::size_t alternatives() const { return differences_.size(); }

private:
    const Answered& a_;
    const Run& sheet_;
    std::vector<results::Index> differences_;
};

constexpr Text points{" pp", " pp"};

// A share changes in points, with two places where it or its error is small.
Shape shape_of_change(Shape shape, double size, double error = results::undefined) {
    constexpr double small = 0.01, small_error = 0.0005;
    if (!shape.is_percent()) return shape;
    return {results::Kind::points, std::abs(size) < small || error < small_error ? 2 : 1, true};
}

// +103 ± 46; +0,3 ± 0,1 pp; without the sign where it is shown as mean_and_error.
Sentence change_of(const Difference& d, Shape shape, Show show = Show::signed_and_error) {
    if (results::is_nothing(d)) return Cell(Value{0, shape});
    Difference of = d;
    if (show == Show::mean_and_error) of.value.mean = std::abs(d.value.mean);
    const Sentence size = size_of(&of, shape_of_change(shape, d.value.mean, d.value.half_width), show);
    return shape.is_percent() ? size + Cell(Words{std::string(points.es)}) : size;
}

// «Población beneficiaria, potencial bajo, de 2027».
Sentence name_of(const Run& run, const FigureKey& key, Lang lang) {
    constexpr Text whole{"{0}, {1}", "{0}, {1}"}, of_one{"{0} ({2}), {1}", "{0} ({2}), {1}"};
    const std::string label = label_of(run, key.measure, lang);
    switch (key.level) {
        case Level::component:
            return say(of_one, lang, label, key.year, component_name(key.id, lang));
        case Level::group:
            return say(of_one, lang, label, key.year, group_label(key.id, lang));
        case Level::region:
            return say(of_one, lang, label, key.year, region_name(run, key.id));
        case Level::office:
            return say(of_one, lang, label, key.year, office_name(run, key.id));
        case Level::programme:
            break;
    }
    return say(whole, lang, label, key.year);
}

// --- The sentences ---------------------------------------------------------------------------------------------------

Sentence goal_figure(const Answered& a, AnsweredFigure::Show show, Lang lang) {
    constexpr Text not_reached{"(no se alcanza)", "(not reached)"};
    if (!a.goal || a.goal->reached < 0) return say(not_reached, lang);
    const auto& there = a.goal->places[static_cast<std::size_t>(a.goal->reached)];
    if (show == AnsweredFigure::Show::cost) return Cell(Value{there.cost - a.goal->base_cost, results::shapes::money});
    if (!there.values.front().empty()) return as_quantity(there.values.front(), lang);
    return Cell(Value{there.at.front(), {results::Kind::number, 6}, Value::Style::trimmed});
}

Sentence figure_of(const Answered& a, const Looked& looked, const AnsweredFigure& f, Lang lang) {
    constexpr Text unknown{"(no se midió)", "(not measured)"};
    using Kind = AnsweredFigure::Show;
    if (f.show == Kind::lever || f.show == Kind::cost) return goal_figure(a, f.show, lang);
    const Shape shape = looked.shape(f.of);
    if (f.show == Kind::difference || f.show == Kind::percent || f.show == Kind::size) {
        const Difference* d = looked.difference(f.of, f.scenario);
        if (d == nullptr || d->value.n == 0) return say(unknown, lang);
        if (f.show == Kind::size) return change_of(*d, shape, Show::mean_and_error);
        return f.show == Kind::percent && d->base.mean != 0 ? relative_to_base(*d) : change_of(*d, shape);
    }
    const results::Estimate* e = looked.value(f.of, f.scenario);
    if (e == nullptr || e->n == 0) return say(unknown, lang);
    return Cell(Estimated{*e, shape, f.show == Kind::range ? Show::range : Show::mean_and_error, of_key(f.of)});
}

// A template with its figures in place. What stands between them is the file's own text.
Sentence said(const results::Text& pattern, const Answered& a, const Looked& looked, Lang lang) {
    const std::string& text = in(pattern, lang);
    Sentence made;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t open = std::min(text.find('{', from), text.size()),
                          close = std::min(text.find('}', open), text.size());
        if (open > from) made += Cell(Name{text.substr(from, open - from)});
        if (close > open) {
            const std::string name = text.substr(open + 1, close - open - 1);
            const auto figure =
                std::find_if(a.figures.begin(), a.figures.end(), [&](const auto& f) { return f.name == name; });
            if (figure != a.figures.end()) made += figure_of(a, looked, *figure, lang);
        }
        from = close + 1;
        if (open == text.size()) break;
    }
    return made;
}

Sentence status_of(const Answered& a, Lang lang) {
    constexpr Text simulated{"Con simulación", "By simulation"}, defined{"Por definición", "By definition"},
        outside{"Fuera del modelo", "Outside the model"};
    return say(a.status == Status::simulated ? simulated : a.status == Status::by_definition ? defined : outside, lang);
}

// --- How sure --------------------------------------------------------------------------------------------------------

Sentence signed_number(double value, Shape shape) {
    if (!shape.is_percent()) return Cell(Value{value, shape, Value::Style::signed_});
    return Sentence(Cell(Value{value, shape_of_change(shape, value), Value::Style::signed_})) +
           Cell(Words{std::string(points.es)});
}

Sentence worlds_said(const AnsweredInWorlds& in, Shape shape, Lang lang) {
    constexpr Text more{"sube en {0} de {1} mundos", "rises in {0} of {1} worlds"},
        fewer{"baja en {0} de {1} mundos", "falls in {0} of {1} worlds"},
        same{"no se distingue en {0} de {1} mundos", "cannot be told in {0} of {1} worlds"},
        between{"{0}: de {1} a {2} en 8 de cada 10", "{0}: from {1} to {2} in 8 out of 10"},
        range{"de {0} a {1} en 8 de cada 10 mundos", "from {0} to {1} in 8 out of 10 worlds"},
        none{"no hay mundos en que pueda ser", "there are no worlds in which it can be"};
    const auto& d = in.difference;
    if (d.worlds < 2) return say(none, lang);
    if (!in.is_difference)
        return say(range, lang, Cell(Value{d.ignorance.p10.value, shape}), Cell(Value{d.ignorance.p90.value, shape}));
    const int most = std::max({d.higher, d.lower, d.same});
    const Sentence counted = say(most == d.same ? same : most == d.higher ? more : fewer, lang, most, d.worlds);
    if (most == d.same) return counted;
    return say(between, lang, counted, signed_number(d.ignorance.p10.value, shape),
               signed_number(d.ignorance.p90.value, shape));
}

// Of the main figure: luck, and worlds where there are some.
Sentence sureness(const Answered& a, const Looked& looked, Lang lang) {
    constexpr Text luck{"{0}: {1} ante el azar", "{0}: {1} as to luck"},
        both{"{0}: {1} ante el azar; ante lo que no se sabe, {2}", "{0}: {1} as to luck; as to what is not known, {2}"},
        same{"no cambia en ninguna réplica", "it changes in no replication"},
        of_futures{"{0} en 8 de cada 10 repeticiones", "{0} in 8 out of 10 repetitions"},
        not_a_figure{"No es una cifra", "It is no figure"};
    if (a.measures.empty() || a.status != Status::simulated) return say(not_a_figure, lang);
    const FigureKey& key = a.measures.front();
    const Shape shape = looked.shape(key);
    Sentence by_luck;
    if (looked.alternatives() > 0) {
        const Difference* d = looked.difference(key, 1);
        if (d == nullptr) return {};
        by_luck = results::is_nothing(*d) ? say(same, lang) : change_of(*d, shape);
    } else if (const auto* e = looked.value(key, 0)) {
        by_luck = e->sd > 0 ? say(of_futures, lang, Cell(Estimated{*e, shape, Show::range, of_key(key)}))
                            : Sentence(Cell(Estimated{*e, shape, Show::mean, of_key(key)}));
    }
    const Sentence of = name_of(looked.run(0), key, lang);
    return a.in_worlds ? say(both, lang, of, by_luck, worlds_said(*a.in_worlds, shape, lang))
                       : say(luck, lang, of, by_luck);
}

// --- What it hangs on, and what would settle it ----------------------------------------------------------------------

std::string more_worlds(const Answers& all) {
    const std::size_t kept = all.worlds ? all.worlds->kept.size() : 0;
    return "aforo respond " + all.file + " --worlds " +
           std::to_string(std::max<std::size_t>(worlds_that_name, 2 * kept));
}

// The author's note on the number: for example, who knows it.
std::string note_on(const Run& run, const std::string& path) {
    const auto found = std::find_if(run.assumptions.begin(), run.assumptions.end(),
                                    [&](const auto& x) { return x.path.starts_with(path) && !x.note.empty(); });
    return found == run.assumptions.end() ? "" : found->note;
}

Sentence named_with_note(const Answers& all, int input, Lang lang) {
    constexpr Text quoted{"«{0}»", "“{0}”"}, with_note{"«{0}» ({1})", "“{0}” ({1})"};
    const auto& of = all.worlds->inputs[static_cast<std::size_t>(input)];
    const std::string note = note_on(all.base, of.path);
    return note.empty() ? say(quoted, lang, named(of, lang)) : say(with_note, lang, named(of, lang), note);
}

struct Hanging {
    Sentence text;
    bool needs_more_worlds = false;
};

Hanging hangs_on(const Answers& all, const Answered& a, Lang lang) {
    constexpr Text luck_alone{
        "Se contestó sin mundos: el rango es solo azar, con los supuestos como están. No se dice de cuál depende.",
        "It was answered without worlds: the range is luck alone, with the assumptions as they are. On which one it "
        "hangs is not said."};
    constexpr Text one{
        "Depende sobre todo de «{0}», que va con {1} de lo que no se sabe de ella. Cuando sube, la cifra {2}.",
        "It hangs mostly on “{0}”, which goes with {1} of what is not known of it. When it rises, the "
        "figure {2}."};
    constexpr Text more{" También pesan: {0}.", " These weigh too: {0}."}, part{"«{0}» ({1})", "“{0}” ({1})"};
    constexpr Text rises{"sube", "rises"}, falls{"baja", "falls"},
        both_ways{"a veces sube y a veces baja", "goes both ways"};
    constexpr Text fixed{"De ninguno: es igual en los {0} mundos.", "On none: it is the same in all {0} worlds."};
    constexpr Text nothing{"Con {0} mundos ningún supuesto se distingue del azar. Para nombrarlo hacen falta más:",
                           "With {0} worlds no assumption can be told from chance. To name it, more are needed:"};
    constexpr Text few{"{0} mundos no bastan para decir de qué depende. Hacen falta más:",
                       "{0} worlds are too few to say what it hangs on. More are needed:"};
    if (!a.in_worlds || !all.worlds) return {say(luck_alone, lang)};
    const auto& in_w = *a.in_worlds;
    const auto& range = in_w.difference.ignorance;
    if (in_w.difference.worlds > 1 && range.p10.value == range.p90.value)
        return {say(fixed, lang, in_w.difference.worlds)};
    if (in_w.shares.empty()) return {say(few, lang, all.worlds->kept.size()), true};
    std::vector<const results::SharedOut*> told;
    for (const auto& s : in_w.shares) {
        if (s.is_told) told.push_back(&s);
    }
    std::stable_sort(told.begin(), told.end(), [](const auto* x, const auto* y) { return x->share > y->share; });
    if (told.empty()) return {say(nothing, lang, in_w.difference.worlds), true};
    constexpr double clear = 0.2;
    const auto name = [&](const results::SharedOut* s) {
        return named(all.worlds->inputs[static_cast<std::size_t>(s->input)], lang);
    };
    const auto* first = told.front();
    Sentence text = say(one, lang, name(first), Cell(document::share(std::max(0.0, first->share))),
                        say(first->direction > clear    ? rises
                            : first->direction < -clear ? falls
                                                        : both_ways,
                            lang));
    std::vector<Sentence> others;
    for (std::size_t i = 1; i < std::min<std::size_t>(told.size(), 4); ++i)
        others.push_back(say(part, lang, name(told[i]), Cell(document::share(std::max(0.0, told[i]->share)))));
    if (!others.empty()) text += say(more, lang, listed(others, lang));
    return {text};
}

Hanging settled_by(const Answers& all, const Answered& a, const Looked& looked, Lang lang) {
    using Answer = AnsweredInWorlds::Worth::Answer;
    constexpr Text without{"Se sabe con mundos: pídalo con --worlds 64.",
                           "It takes worlds to know: ask with --worlds 64."};
    constexpr Text nothing{
        "Ninguno: por esta cifra «{0}» es mejor en {1} de {2} mundos, y saber más no cambiaría la elección.",
        "None: by this figure “{0}” is better in {1} of {2} worlds, and knowing more would not change the choice."};
    constexpr Text neither{"Ninguno: en esta cifra los dos escenarios dan lo mismo en todos los mundos.",
                           "None: in this figure both scenarios give the same in all worlds."};
    constexpr Text named_one{
        "{0}. Según lo que valga, conviene un escenario o el otro: «{1}» es mejor en {2} de {3} mundos.",
        "{0}. As it turns out, one scenario or the other is better: “{1}” is in {2} of {3} worlds."};
    constexpr Text unnamed{
        "Saberlo todo cambiaría la elección en algunos mundos, pero con {0} no se puede decir qué dato es. Hacen falta "
        "más:",
        "Knowing all would change the choice in some worlds, but with {0} it cannot be said which datum it is. More "
        "are "
        "needed:"};
    constexpr Text too_few{"{0} mundos no bastan para decirlo. Hacen falta más:",
                           "{0} worlds are too few to say. More are needed:"};
    constexpr Text its_own{"Aquí no hay que elegir. Para afinar la cifra, el dato es {0}.",
                           "There is nothing to choose here. To sharpen the figure, the datum is {0}."};
    constexpr Text no_choice{
        "Aquí no hay que elegir, y ningún dato se distingue que afine la cifra.",
        "There is nothing to choose here, and no datum can be told that would sharpen the figure."};
    if (!a.in_worlds || !all.worlds) return {say(without, lang)};
    const auto& worth = a.in_worlds->worth;
    const std::size_t worlds = all.worlds->kept.size();
    const bool is_proposal = worth.proposal_better >= worth.base_better;
    const std::string& better = looked.run(is_proposal && looked.alternatives() > 0 ? 1 : 0).scenario;
    const int in_how_many = std::max(worth.proposal_better, worth.base_better);
    switch (worth.answer) {
        case Answer::nothing:
            return {in_how_many == 0 ? say(neither, lang) : say(nothing, lang, better, in_how_many, worth.worlds)};
        case Answer::named:
            return {say(named_one, lang, named_with_note(all, worth.inputs.front().first, lang), better, in_how_many,
                        worth.worlds)};
        case Answer::unnamed:
            return {say(unnamed, lang, worlds), true};
        case Answer::too_few:
            return {say(too_few, lang, worlds), true};
        case Answer::not_asked:
            break;
    }
    const results::SharedOut* heaviest = nullptr;
    for (const auto& s : a.in_worlds->shares) {
        if (s.is_told && (heaviest == nullptr || s.share > heaviest->share)) heaviest = &s;
    }
    return {heaviest == nullptr ? say(no_choice, lang)
                                : say(its_own, lang, named_with_note(all, heaviest->input, lang))};
}

// --- Tables and charts -----------------------------------------------------------------------------------------------

Tone tone_of(const Difference& d, const results::Column* column) {
    if (!results::is_told(d)) return Tone::none;
    if (column == nullptr || column->direction == results::Direction::neither) return Tone::none;
    return (d.value.mean > 0) == (column->direction == results::Direction::more_is_better) ? Tone::better : Tone::worse;
}

// One row a measure: the base, and each alternative with its difference.
Table measures_table(const Answered& a, const Looked& looked, Lang lang) {
    constexpr Text with_difference{"{0} ({1})", "{0} ({1})"};
    Table table{{{in(words::measure, lang), Align::left, 36}, {looked.run(0).scenario, Align::right, 20}}};
    for (std::size_t s = 1; s <= looked.alternatives(); ++s)
        table.columns.push_back({looked.run(s).scenario, Align::right, 24});
    for (const auto& key : a.measures) {
        const Shape shape = looked.shape(key);
        const auto value = [&](std::size_t s) -> Sentence {
            const auto* e = looked.value(key, s);
            return e == nullptr ? Sentence() : Sentence(Cell(Estimated{*e, shape, Show::mean_and_error, of_key(key)}));
        };
        Row row{.cells = {name_of(looked.run(0), key, lang), value(0)}, .tones = {Tone::none, Tone::none}};
        for (std::size_t s = 1; s <= looked.alternatives(); ++s) {
            const Difference* d = looked.difference(key, s);
            if (d == nullptr || d->value.n == 0) {
                row.cells.push_back(value(s));
                row.tones.push_back(Tone::none);
                continue;
            }
            const Sentence mean = alternative_of(*d, shape);
            row.cells.push_back(results::is_nothing(*d) ? mean
                                                        : say(with_difference, lang, mean, change_of(*d, shape)));
            row.tones.push_back(tone_of(*d, looked.run(0).column(key.measure)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

// The same for a workbook, in which each number has a cell of its own.
Table measures_sheet(const Answered& a, const Looked& looked, Lang lang) {
    constexpr Text scenario{"Escenario", "Scenario"};
    Table table{{{in(words::measure, lang), Align::left, 40},
                 {in(scenario, lang), Align::left, 34},
                 {in(words::simulated, lang)},
                 {in(words::difference, lang)}}};
    for (const auto& key : a.measures) {
        const Shape shape = looked.shape(key);
        for (std::size_t s = 0; s <= looked.alternatives(); ++s) {
            const auto* e = looked.value(key, s);
            if (e == nullptr) continue;
            const Difference* d = looked.difference(key, s);
            table.row({name_of(looked.run(0), key, lang), sayable(looked.run(s).scenario),
                       Cell(Estimated{*e, shape, Show::mean_and_error, of_key(key)}),
                       d == nullptr ? Sentence() : differing(d, shape)});
        }
    }
    return table;
}

// The main figure under each scenario.
std::optional<document::Figure> chart_of(const Answered& a, const Looked& looked, Lang lang) {
    constexpr Text finding{"{0}: {1}", "{0}: {1}"}, of_one{"{0} con «{1}»", "{0} under “{1}”"};
    constexpr Text reading{
        "El punto es el promedio; la barra gruesa, donde caen 8 de cada 10 repeticiones (azar); la fina, el error de "
        "la "
        "simulación.",
        "The dot is the mean; the thick bar, where 8 out of 10 repetitions (luck) fall; the thin one, the error of "
        "simulation."};
    if (a.measures.empty() || looked.alternatives() == 0) return std::nullopt;
    const FigureKey& key = a.measures.front();
    const Shape shape = looked.shape(key);
    const double factor = shape.is_percent() ? 100 : 1;
    const std::string title = plain(name_of(looked.run(0), key, lang));
    document::Figure figure{.id = "grafico-" + a.id, .reading = say(reading, lang)};
    figure.chart = {.kind = Chart::Kind::ranges, .x = title, .tips = {in(words::scenario, lang), title}};
    figure.twin = {{{in(words::scenario, lang), Align::left, 40},
                    {in(words::simulated, lang)},
                    {in(words::p10_p90, lang)},
                    {in(words::difference, lang)}}};
    std::vector<Sentence> said;
    for (std::size_t s = 0; s <= looked.alternatives(); ++s) {
        const auto* e = looked.value(key, s);
        if (e == nullptr || e->n == 0) continue;
        const std::string& name = looked.run(s).scenario;
        figure.chart.marks.push_back(estimate_mark(name, *e, [&](double v) { return factor * v; }));
        const Sentence value = Cell(Estimated{*e, shape, Show::mean_and_error, of_key(key)});
        figure.chart.marks.back().tips = {sayable(name), value};
        const Difference* d = looked.difference(key, s);
        figure.twin.row({sayable(name), value, Cell(Estimated{*e, shape, Show::range, of_key(key)}),
                         d == nullptr ? Sentence() : change_of(*d, shape)});
        said.push_back(say(of_one, lang, Sentence(Cell(Estimated{*e, shape, Show::mean, of_key(key)})), name));
    }
    figure.finding = say(finding, lang, title, joined(said, "; "));
    return figure;
}

void add_sheet(const Answered& a, const Looked& looked, Lang lang, std::vector<Block>& blocks) {
    constexpr Text title{"La ficha con «{0}», junto a «{1}»: {2}", "The sheet under “{0}”, beside “{1}”: {2}"};
    constexpr Text form{"La ficha con el cambio", "The sheet under the change"};
    constexpr Text how{"→ lo que cambia; ~ lo que cambia menos que el error de la simulación.",
                       "→ what changes; ~ what changes by less than the error of simulation."};
    if (looked.alternatives() == 0 || looked.run(0).planned.components.empty()) return;
    const auto& proposal = a.comparison->alternatives.front();
    blocks.emplace_back(Paragraph{say(form, lang), Paragraph::Kind::heading});
    const results::Index index(proposal.differences);
    auto tables = side_by_side(*a.comparison, proposal, index, lang);
    const std::array titles = {&components_title, &population_title};
    for (std::size_t i = 0; i < tables.size(); ++i) {
        blocks.emplace_back(Tabled{
            .table = std::move(tables[i]),
            .caption = say(title, lang, looked.run(1).scenario, looked.run(0).scenario, in(*titles.at(i), lang))});
    }
    blocks.emplace_back(note(say(how, lang)));
}

// --- The sections ----------------------------------------------------------------------------------------------------

Paragraph heading(const Text& text, Lang lang) { return {say(text, lang), Paragraph::Kind::heading}; }

// What others say is set apart.
void add_quote(const Sentence& text, std::vector<Block>& blocks) {
    blocks.emplace_back(Paragraph{text, Paragraph::Kind::about, Media::screen});
    blocks.emplace_back(Paragraph{text, Paragraph::Kind::note, Media::workbook});
}

Sentence title_of(const Answered& a, std::size_t number, Lang lang) {
    constexpr Text title{"{0}. {1}: {2}", "{0}. {1}: {2}"};
    return say(title, lang, number, in(a.pillar, lang), in(a.asked, lang));
}

void add_goal(const Answered& a, Lang lang, std::vector<Block>& blocks) {
    constexpr Text title{"Cuánto haría falta", "How much it would take"};
    if (!a.goal) return;
    blocks.emplace_back(heading(title, lang));
    for (auto& verdict : goal(*a.goal, lang).verdicts) blocks.emplace_back(std::move(verdict));
}

void add_rank(const Answered& a, Lang lang, std::vector<Block>& blocks) {
    constexpr Text title{"Cuál es la mejor", "Which is the best"};
    if (!a.rank) return;
    const Document ranked = rank(*a.rank, lang);
    blocks.emplace_back(heading(title, lang));
    for (const auto& verdict : ranked.verdicts) blocks.emplace_back(verdict);
    for (const auto& block : ranked.sections.front().blocks) {
        if (const auto* tabled = std::get_if<Tabled>(&block))
            blocks.emplace_back(Tabled{tabled->table, tabled->caption});
    }
}

void add_failure(const Answered& a, Lang lang, std::vector<Block>& blocks) {
    constexpr Text rule{"«{0}» se cumple en {1} de {2} mundos ({3}; intervalo de 95 %: {4} a {5}).",
                        "“{0}” holds in {1} of {2} worlds ({3}; 95% interval: {4} to {5})."};
    if (!a.failure) return;
    const auto& f = *a.failure;
    blocks.emplace_back(Paragraph{say(rule, lang, f.rule, f.failing, f.worlds, Cell(document::share(f.share)),
                                      Cell(document::share(f.low)), Cell(document::share(f.high)))});
}

void add_hanging(const Answers& all, const Answered& a, const Looked& looked, Lang lang, std::vector<Block>& blocks) {
    constexpr Text assumes{"Qué supone", "What it assumes"}, settles{"Qué dato lo resolvería", "What would settle it"};
    const auto add = [&](const Text& title, const Hanging& of) {
        blocks.emplace_back(heading(title, lang));
        blocks.emplace_back(Paragraph{of.text});
        if (of.needs_more_worlds) blocks.emplace_back(document::Command{without_folders(more_worlds(all))});
    };
    add(assumes, hangs_on(all, a, lang));
    add(settles, settled_by(all, a, looked, lang));
}

Section section_of(const Answers& all, std::size_t place, Lang lang) {
    constexpr Text quoted{"«{0}»", "“{0}”"}, asked{"La observación", "The observation"},
        answer{"La respuesta", "The answer"}, figures{"Las cifras", "The figures"},
        repeat{"Para repetirlo", "To run it again"}, sheet{"{0} {1}", "{0} {1}"};
    const Answered& a = all.all[place];
    const Looked looked(a, all.base);
    Section section{.id = "observacion-" + a.id,
                    .title = plain(title_of(a, place + 1, lang)),
                    .sheet = plain(say(sheet, lang, place + 1, a.id))};
    auto& blocks = section.blocks;
    blocks.emplace_back(heading(asked, lang));
    add_quote(say(quoted, lang, a.quote), blocks);
    blocks.emplace_back(heading(answer, lang));
    blocks.emplace_back(Paragraph{said(a.answer, a, looked, lang)});
    if (a.status != Status::simulated)
        blocks.emplace_back(note(status_of(a, lang) + Sentence(Cell(Words{": "})) + sayable(in(a.reason, lang))));
    if (!a.measures.empty() && a.comparison) {
        const Sentence caption = say(figures, lang);
        blocks.emplace_back(Tabled{measures_table(a, looked, lang), caption, Media::screen});
        blocks.emplace_back(Tabled{measures_sheet(a, looked, lang), caption, Media::workbook});
        if (auto figure = chart_of(a, looked, lang)) blocks.emplace_back(std::move(*figure));
        add_sheet(a, looked, lang, blocks);
    }
    add_goal(a, lang, blocks);
    add_rank(a, lang, blocks);
    add_failure(a, lang, blocks);
    if (a.status == Status::simulated && !a.measures.empty()) add_hanging(all, a, looked, lang, blocks);
    if (!a.commands.empty()) {
        blocks.emplace_back(heading(repeat, lang));
        for (const auto& command : a.commands) blocks.emplace_back(document::Command{without_folders(command)});
    }
    return section;
}

Table answers_table(const Answers& all, Lang lang) {
    Table table{{{in(observation, lang), Align::left, 30},
                 {in(in_a_line, lang), Align::left, 52},
                 {in(how_sure, lang), Align::left, 34},
                 {in(where, lang), Align::right, 8}}};
    for (std::size_t i = 0; i < all.all.size(); ++i) {
        const Answered& a = all.all[i];
        const Looked looked(a, all.base);
        Sentence sure = status_of(a, lang);
        if (a.status == Status::simulated) sure = sureness(a, looked, lang);
        table.row({sayable(in(a.asked, lang)), said(a.line, a, looked, lang), sure,
                   Cell(document::count(static_cast<double>(i + 1)))});
    }
    return table;
}

Section claims_section(const Answers& all, Lang lang) {
    constexpr Text title{"Lo que se afirma", "What is claimed"}, claim{"Se afirma", "Claimed"},
        observed{"Resulta", "Comes out"}, holds{"¿Se cumple?", "Does it hold?"}, yes{"sí", "yes"}, no{"no", "no"},
        open{"abierto", "open"};
    constexpr Text about{
        "Cada afirmación sale de las respuestas y se vuelve a comprobar con {0}. Sube o baja: la diferencia pasa de su "
        "error; no se distingue: cabe en un intervalo de 99,9 %; entre: parte de ese intervalo cae ahí.",
        "Each claim comes from the answers and is checked again with {0}. Rises (sube) or falls (baja): the difference "
        "exceeds its error; no se distingue: it lies in an interval of 99.9%; entre: part of that interval lies "
        "there."};
    Section section{.id = "afirmaciones", .title = in(title, lang), .sheet = in(title, lang)};
    Table table{{{in(observation, lang), Align::left, 20},
                 {in(claim, lang), Align::left, 56},
                 {in(observed, lang)},
                 {in(holds, lang), Align::left, 12}}};
    for (const auto& a : all.all) {
        for (const auto& c : a.claims) {
            const Shape shape = shape_of(all.base, c.of.measure);
            table.row(
                {sayable(a.id), sayable(c.text),
                 Cell(Estimated{c.observed,
                                c.is_bound ? shape : shape_of_change(shape, c.observed.mean, c.observed.half_width),
                                c.is_bound ? Show::mean_and_error : Show::signed_and_error}),
                 say(c.is_open ? open
                     : c.holds ? yes
                               : no,
                     lang)});
        }
    }
    if (table.empty()) return section;
    section.blocks = {note(say(about, lang, "aforo respond --check")),
                      Tabled{.table = std::move(table), .caption = sayable(section.title)}};
    return section;
}

Section worlds_section(const Answers& all, Lang lang) {
    constexpr Text title{"Los mundos", "The worlds"};
    constexpr Text about{
        "Un mundo es un juego de supuestos, sorteados en su rango y ajustados a las cifras publicadas de la ficha. Los "
        "mismos {0}, con {1} réplicas cada uno, sirven a todas las respuestas.",
        "A world is a set of assumptions, drawn over their ranges and fitted to the published figures of the sheet. "
        "The "
        "same {0}, with {1} replications each, serve all answers."};
    Section section{.id = "mundos", .title = in(title, lang), .sheet = in(title, lang)};
    if (!all.worlds) return section;
    section.blocks = {Paragraph{how_many_agree(*all.worlds, lang)},
                      Paragraph{say(about, lang, all.worlds->kept.size(), all.worlds->replications)},
                      Paragraph{share_of_luck(*all.worlds, lang)},
                      Paragraph{what_it_hangs_on(*all.worlds, all.base, lang)}};
    return section;
}

document::Verdict verdict_of(const Answers& all, Lang lang) {
    constexpr Text lead{
        "Observaciones contestadas: {0}. Con simulación, {1}; por definición, {2}; fuera del modelo, {3}.",
        "Observations answered: {0}. By simulation, {1}; by definition, {2}; outside the model, {3}."};
    constexpr Text held{"Se cumplen las {0} afirmaciones de las respuestas.", "All {0} claims of the answers hold."},
        held_one{"Se cumple la única afirmación de las respuestas.", "The only claim of the answers holds."};
    constexpr Text broken{"{0} de {1} afirmaciones no se cumplen: {2}.", "{0} of {1} claims do not hold: {2}."};
    std::map<Status, int> count;
    int claims = 0;
    std::vector<Sentence> failing;
    for (const auto& a : all.all) {
        ++count[a.status];
        for (const auto& c : a.claims) {
            if (c.is_open) continue;
            ++claims;
            if (!c.holds) failing.push_back(sayable(a.id + ": " + c.text));
        }
    }
    document::Verdict verdict{.lead = say(lead, lang, all.all.size(), count[Status::simulated],
                                          count[Status::by_definition], count[Status::outside])};
    if (claims > 0)
        verdict.clauses.push_back({failing.empty() ? say(claims == 1 ? held_one : held, lang, claims)
                                                   : say(broken, lang, failing.size(), claims, joined(failing, "; "))});
    return verdict;
}

}  // namespace

Document answers(const Answers& all, Lang lang, const results::Manifest& manifest) {
    constexpr Text summary{"Las respuestas", "The answers"};
    constexpr Text luck_alone{
        "Sin mundos: los rangos son solo azar, con los supuestos como están (--worlds 64 dice también lo que no se "
        "sabe).",
        "Without worlds: ranges are luck alone, with the assumptions as they are (--worlds 64 also says what is not "
        "known)."};
    Document document = titled(all.base, {&all.base}, sayable(in(all.title, lang)), lang);
    document.name = in(all.title, lang);
    document.verdicts = {verdict_of(all, lang)};
    document.opening.push_back({how_to_read(all.base.replications, lang), Paragraph::Kind::note, Media::screen});
    if (!all.worlds) document.opening.push_back({say(luck_alone, lang), Paragraph::Kind::note, Media::screen});
    Section first{.id = "respuestas", .title = in(summary, lang), .sheet = in(summary, lang)};
    first.blocks = {Tabled{.table = answers_table(all, lang), .caption = say(summary, lang), .is_main = true}};
    document.sections.push_back(std::move(first));
    for (std::size_t i = 0; i < all.all.size(); ++i) document.sections.push_back(section_of(all, i, lang));
    document.sections.push_back(claims_section(all, lang));
    document.sections.push_back(worlds_section(all, lang));
    document.sections.push_back(warning_section({&all.base}, lang));
    document.sections.push_back(
        readme_sheet(all.base, document.title, std::vector<Sentence>{document.verdicts.front().lead}, lang));
    document.sections.push_back(to_repeat(manifest, all.base, lang));
    return document;
}

Document claims_checked(const Answers& all, Lang lang) {
    constexpr Text title{"Lo que afirman las respuestas", "What the answers claim"};
    constexpr Text rests{"{0}) «{1}» ya no se cumple. Lo dice esta respuesta:",
                         "{0}) “{1}” no longer holds. This answer says so:"};
    Document document = titled(all.base, {&all.base}, say(title, lang), lang);
    for (const auto& clause : verdict_of(all, lang).clauses) document.verdicts.push_back({.lead = clause.text});
    Section section = claims_section(all, lang);
    for (const auto& a : all.all) {
        const Looked looked(a, all.base);
        for (const auto& c : a.claims) {
            if (c.holds || c.is_open) continue;
            section.blocks.emplace_back(Paragraph{say(rests, lang, a.id, c.text), Paragraph::Kind::lead});
            section.blocks.emplace_back(Paragraph{said(a.answer, a, looked, lang), Paragraph::Kind::note});
        }
    }
    document.sections = {std::move(section)};
    return document;
}

}  // namespace aforo::told
