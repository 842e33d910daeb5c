#include "aforo/results/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "aforo/results/groups.hpp"
#include "aforo/results/results.hpp"
#include "aforo/told/documents.hpp"
#include "experiment.hpp"
#include "labels.hpp"
#include "quantities.hpp"

namespace aforo::told {

using document::Align;
using document::Cell;
using document::Chart;
using document::Document;
using document::Figure;
using document::Media;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Value;
using results::Bound;
using results::Calibration;
using results::FittedFigure;
using results::FittedKey;

namespace {

// A published figure, with as many decimal places as it may have.
Cell published(const FittedFigure& f, double value) {
    const int places = f.shape.is_percent() ? 3 : 2;
    return Value{
        value, {f.shape.is_percent() ? results::Kind::share : results::Kind::number, places}, Value::Style::trimmed};
}
Cell simulated(const FittedFigure& f, const results::Estimate& e) {
    return document::Estimated{
        .value = e, .shape = f.shape, .of = {f.measure, f.year, results::Level::programme, f.id}};
}
Cell tolerances(double residual) { return Value{residual, {results::Kind::number, 2, true}, Value::Style::signed_}; }

// The component or group, and the measure: Asesoría: Gasto (M$).
std::string words_of(const FittedFigure& f, Lang lang) {
    const std::string label = in(f.label, lang).empty() ? f.measure : in(f.label, lang);
    if (f.id.empty()) return label;
    return (results::find_group(f.id) != nullptr ? group_label(f.id, lang) : component_name(f.id, lang)) + ": " + label;
}
Sentence name_of(const FittedFigure& f, Lang lang) { return sayable(words_of(f, lang)); }

// The name for people of a figure, or of a key, which the calibration names by its identifier.
Sentence figure_named(const Calibration& c, const std::string& name, Lang lang) {
    const auto f = std::find_if(c.figures.begin(), c.figures.end(), [&](const auto& one) { return one.name == name; });
    return f == c.figures.end() ? sayable(name) : name_of(*f, lang);
}
Sentence key_named(const Calibration& c, const std::string& path, Lang lang) {
    const auto k = std::find_if(c.keys.begin(), c.keys.end(), [&](const auto& one) { return one.path == path; });
    return sayable(k == c.keys.end() || in(k->name, lang).empty() ? path : in(k->name, lang));
}

Sentence verdict_of(const Calibration& c, Lang lang) {
    constexpr Text met{"Ajustadas a ellas {2} claves, {0} de {1} cifras quedan dentro de su tolerancia.",
                       "With {2} keys fitted to them, {0} of {1} figures are within their tolerance."};
    constexpr Text unmoved{" Ya estaba calibrado: no se movió nada.", " It was calibrated already: nothing moved."};
    const auto within = std::count_if(c.figures.begin(), c.figures.end(), [](const auto& f) { return f.is_met; });
    Sentence all = say(met, lang, static_cast<int>(within), c.figures.size(), c.keys.size());
    if (c.is_unmoved) all += say(unmoved, lang);
    return all;
}

Table keys_table(const Calibration& c, Lang lang) {
    constexpr Text key{"Clave libre", "Free key"}, before{"Antes", "Before"}, after{"Ajustada", "Fitted"};
    constexpr Text error{"± azar, % del rango", "± luck, % of the range"}, bounds{"Entre", "Between"};
    constexpr Text answers{"Responde por", "Answers for"}, at_bound{" (en su límite)", " (at its bound)"};
    constexpr Text free{" (las cifras no la fijan)", " (no figure fixes it)"}, both{"{0} y {1}", "{0} and {1}"};
    Table table{{{in(key, lang), Align::left, 34},
                 {in(before, lang), Align::right, 14},
                 {in(after, lang), Align::right, 14},
                 {in(error, lang), Align::right, 12},
                 {in(bounds, lang), Align::left, 22},
                 {in(answers, lang), Align::left, 26}}};
    for (const FittedKey& k : c.keys) {
        Sentence what = figure_named(c, k.figure, lang);
        if (k.at != Bound::none) what += say(at_bound, lang);
        if (!k.is_identified) what += say(free, lang);
        Sentence name = key_named(c, k.path, lang);
        if (!in(k.name, lang).empty()) name += Sentence(Cell(document::Words{"\n"})) + sayable(k.path);
        table.row({name, as_quantity(k.before, lang), as_quantity(k.after, lang),
                   Cell(document::share(k.error / (k.high_value - k.low_value), 1)),
                   say(both, lang, as_quantity(k.low, lang), as_quantity(k.high, lang)), what});
    }
    return table;
}

Sentence remark(const Calibration& c, const FittedFigure& f, Lang lang) {
    constexpr Text out{"fuera de su tolerancia", "outside its tolerance"},
        uncertain{"dentro, no con certeza", "within, not for certain"};
    constexpr Text within{"dentro", "within"},
        definition{"es una definición, no una cifra publicada", "a definition, no published figure"};
    constexpr Text tied{"sale de {0}: no cuenta aparte", "follows from {0}: not counted by itself"};
    constexpr Text below{
        "se apunta más abajo, a {0} desviaciones estándar entre réplicas, para que los fondos no se acaben",
        "aimed lower, {0} standard deviations between replications, so that funds do not run out"};
    std::vector<Sentence> parts = {say(!f.is_met ? out : f.is_certain ? within : uncertain, lang)};
    if (!f.definition.empty()) parts.push_back(say(definition, lang));
    if (!f.tied.empty()) parts.push_back(say(tied, lang, figure_named(c, f.tied, lang)));
    if (f.below > 0) parts.push_back(say(below, lang, Cell(Value{f.below, {results::Kind::number, 1}})));
    return joined(parts, "; ");
}

Table figures_table(const Calibration& c, Lang lang) {
    constexpr Text figure{"Cifra", "Figure"}, as_published{"Publicada", "Published"}, before{"Antes", "Before"};
    constexpr Text after{"Después", "After"}, tolerance{"Tolerancia", "Tolerance"};
    constexpr Text residual{"A cuánto queda de lo que se apunta, en tolerancias",
                            "How far from what is aimed at, in tolerances"},
        how{"Queda", "It is"};
    Table table{{{in(figure, lang), Align::left, 30},
                 {in(as_published, lang), Align::right, 14},
                 {in(before, lang), Align::right, 20},
                 {in(after, lang), Align::right, 20},
                 {in(tolerance, lang), Align::right, 12},
                 {in(residual, lang), Align::right, 12},
                 {in(how, lang), Align::left, 28}}};
    for (const FittedFigure& f : c.figures) {
        table.row({name_of(f, lang), published(f, f.published), simulated(f, f.before), simulated(f, f.after),
                   published(f, f.tolerance), tolerances(f.residual(f.after)), remark(c, f, lang)});
    }
    return table;
}

// For each figure a dot in its band: the residual before and after, in tolerances.
Figure residuals(const Calibration& c, const Table& twin, Lang lang) {
    constexpr Text axis{"Distancia a lo que se apunta, en tolerancias de la cifra",
                        "Distance from what is aimed at, in the figure's tolerances"};
    constexpr Text before{"{0}|antes", "{0}|before"}, after{"{0}|después", "{0}|after"};
    constexpr Text reading{
        "Entre las dos líneas una cifra se da por reproducida. El trazo delgado es el error de simulación.",
        "Between the two lines a figure counts as reproduced. The thin stroke is the error of simulation."};
    constexpr Text figure{"Cifra", "Figure"};
    Figure drawn{.id = "grafico-residuos", .finding = verdict_of(c, lang), .reading = say(reading, lang), .twin = twin};
    drawn.chart = {.kind = Chart::Kind::ranges,
                   .x = in(axis, lang),
                   .tips = {in(figure, lang), in(axis, lang)},
                   .is_of_differences = true,
                   .break_label_at = "|",
                   .references = {{.label = "-1", .x = -1}, {.label = "+1", .x = 1}}};
    constexpr double far = 8;  // a residual before that is larger is drawn at the edge, with its true value as text
    for (const FittedFigure& f : c.figures) {
        const auto add = [&](const Text& label, const results::Estimate& e) {
            const auto drawn_at = [&](double value) { return std::clamp((value - f.aim) / f.tolerance, -far, far); };
            document::Mark mark = estimate_mark(plain(say(label, lang, words_of(f, lang))), e, drawn_at);
            mark.p10 = mark.p90 = results::undefined;  // a mean has no range of futures
            mark.tips = {name_of(f, lang), tolerances(f.residual(e))};
            drawn.chart.marks.push_back(std::move(mark));
        };
        if (!c.is_unmoved) add(before, f.before);
        add(after, f.after);
    }
    return drawn;
}

// The residuals step by step, as they go to zero.
Figure convergence(const Calibration& c, Lang lang) {
    constexpr Text finding{"El ajuste llega en {0} pasos, los últimos con {1} réplicas",
                           "The fit is there in {0} steps, the last ones on {1} replications"};
    constexpr Text reading{"De cada cifra, a cuántas tolerancias está de lo que se apunta.",
                           "Of each figure, how many tolerances it is from what is aimed at."};
    constexpr Text step{"Paso", "Step"}, axis{"Residuo, en tolerancias", "Residual, in tolerances"},
        figure{"Cifra", "Figure"};
    Figure drawn{.id = "grafico-convergencia", .reading = say(reading, lang)};
    if (c.steps.size() < 2) return drawn;
    drawn.finding = say(finding, lang, c.steps.size() - 1, c.steps.back().replications);
    drawn.chart = {.kind = Chart::Kind::curve,
                   .x = in(step, lang),
                   .y = in(axis, lang),
                   .tips = {in(figure, lang), in(axis, lang)}};
    constexpr std::array colours = {document::Colour::blue,   document::Colour::teal, document::Colour::plum,
                                    document::Colour::orange, document::Colour::ink,  document::Colour::grey};
    drawn.twin.columns = {{in(step, lang)}, {in(words::replications, lang)}};
    const std::size_t aims = c.steps.front().residuals.size();
    for (std::size_t i = 0; i < aims; ++i) {
        drawn.chart.series.push_back({.name = words_of(c.figures[i], lang), .colour = colours[i % colours.size()]});
        drawn.twin.columns.push_back({words_of(c.figures[i], lang), Align::right, 16});
    }
    for (std::size_t s = 0; s < c.steps.size(); ++s) {
        std::vector<Sentence> row = {sayable(s), sayable(c.steps[s].replications)};
        for (std::size_t i = 0; i < aims; ++i) {
            const double residual = c.steps[s].residuals[i];
            row.emplace_back(tolerances(residual));
            drawn.chart.marks.push_back({.label = words_of(c.figures[i], lang),
                                         .series = i,
                                         .value = residual,
                                         .x = static_cast<double>(s),
                                         .tips = {name_of(c.figures[i], lang), tolerances(residual)}});
        }
        drawn.twin.row(std::move(row));
    }
    return drawn;
}

std::vector<Sentence> unreached(const Calibration& c, Lang lang) {
    constexpr Text off{"No se alcanza {0}: lo más cerca es {1}, {2}.", "{0} is not reached: the nearest is {1}, {2}."};
    constexpr Text bound{"por el límite de {0}", "for the bound of {0}"};
    constexpr Text none{"y ninguna clave libre está en un límite que lo impida",
                        "and no free key is at a bound that keeps it off"};
    std::vector<Sentence> all;
    for (const FittedFigure& f : c.figures) {
        if (f.is_met || !f.tied.empty()) continue;
        std::vector<Sentence> keys;
        for (const auto& key : f.limits) keys.push_back(key_named(c, key, lang));
        all.push_back(say(off, lang, name_of(f, lang), simulated(f, f.after),
                          keys.empty() ? say(none, lang) : say(bound, lang, joined(keys, ", "))));
    }
    return all;
}

std::vector<Sentence> compensations(const Calibration& c, Lang lang) {
    constexpr Text alone{"Ninguna cifra dice nada de {0}: queda en su valor.",
                         "No figure tells of {0}: it keeps its value."};
    constexpr Text together{"Se compensan entre sí, y las cifras no dicen en qué punto: {0}.",
                            "They make up for one another, and the figures do not say where: {0}."};
    constexpr Text more{"más {0}", "more {0}"}, less{"menos {0}", "less {0}"};
    std::vector<Sentence> all;
    for (const auto& one : c.compensations) {
        std::vector<Sentence> parts;
        for (const auto& p : one.parts)
            parts.push_back(say(p.weight > 0 ? more : less, lang, key_named(c, p.path, lang)));
        all.push_back(one.parts.size() == 1 ? say(alone, lang, key_named(c, one.parts.front().path, lang))
                                            : say(together, lang, joined(parts, ", ")));
    }
    return all;
}

Sentence funds(const Calibration& c, Lang lang) {
    constexpr Text all{"En qué parte de {0} réplicas nuevas se acaban los fondos: {1}. Se admite hasta 5 %.",
                       "In which part of {0} fresh replications funds run out: {1}. Up to 5% is allowed."};
    std::vector<Sentence> parts;
    for (const auto& e : c.exhaustions)
        parts.push_back(Sentence(Cell(document::Words{component_name(e.component, lang) + " "})) +
                        Cell(document::share(e.share, 1)));
    return parts.empty() ? Sentence() : say(all, lang, c.looked_at_on, joined(parts, ", "));
}

Table held_out_table(const Calibration& c, Lang lang) {
    constexpr Text figure{"Cifra", "Figure"}, key{"Clave que recorre su rango", "Key over its range"},
        as_published{"Publicada", "Published"}, kept{"Sorteos que valen", "Draws kept"}, kept_of{"{0}/{1}", "{0}/{1}"};
    Table table{{{in(figure, lang), Align::left, 30},
                 {in(key, lang), Align::left, 32},
                 {in(as_published, lang)},
                 {in(words::p10, lang)},
                 {"p50"},
                 {in(words::p90, lang)},
                 {in(kept, lang)}}};
    for (const auto& h : c.held_out) {
        const auto f =
            std::find_if(c.figures.begin(), c.figures.end(), [&](const auto& g) { return g.name == h.figure; });
        if (f == c.figures.end()) continue;
        const auto of = [&](double value) { return Cell(Value{value, f->shape}); };
        table.row({name_of(*f, lang), key_named(c, h.key, lang), published(*f, f->published), of(h.p10), of(h.p50),
                   of(h.p90), say(kept_of, lang, h.kept, h.draws)});
    }
    return table;
}

Section held_out_section(const Calibration& c, Lang lang) {
    constexpr Text title{"Cada cifra, si no se hubiera publicado", "Each figure, had it not been published"};
    constexpr Text how{
        "Se deja fuera la cifra, la clave que responde por ella recorre su rango por igual, y las demás se ajustan de "
        "nuevo: es lo que el modelo diría de ella sin conocerla.",
        "The figure is left out, the key that answers for it goes evenly over its range, and the others are fitted "
        "again: it is what the model would say of it without knowing it."};
    constexpr Text caution{
        "Son pocas: no prueban con qué frecuencia el rango acierta. Los pesos del registro por centro son entrada, no "
        "prueba; la "
        "ejecución de 2025 sigue a presupuestos hechos con el mismo crecimiento: prueba débil.",
        "They are few: they do not prove how often the range is right. The registry's weights by centre are an input, "
        "not a test; "
        "the spending of 2025 follows budgets made of the same growth: weak evidence."};
    Section section{.id = "previstas", .title = in(title, lang)};
    Table table = held_out_table(c, lang);
    if (table.empty()) return section;
    section.blocks = {Paragraph{say(how, lang)},
                      Tabled{.table = std::move(table), .caption = say(title, lang), .is_main = true},
                      note(say(caution, lang))};
    return section;
}

// Reduces the path of the extended scenario to its name, because folders differ between machines.
std::string without_folder(std::string delta) {
    constexpr std::string_view key = "\nextends: \"/";
    const auto at = delta.find(key);
    if (at == std::string::npos) return delta;
    const std::size_t from = at + key.size() - 1, name = delta.rfind('/', delta.find('\n', from));
    return delta.erase(from, name + 1 - from);
}

Section delta_section(const Calibration& c, Lang lang) {
    constexpr Text title{"Para usar el ajuste", "To use the fit"};
    constexpr Text lead{"calibrado.yaml, en esta carpeta, es este cambio sobre el escenario:",
                        "calibrado.yaml, in this folder, is this change of the scenario:"};
    Section section{.id = "cambio", .title = in(title, lang), .blocks = {}, .media = Media::page};
    if (!c.delta.empty()) section.blocks = {Paragraph{say(lead, lang)}, document::Command{without_folder(c.delta)}};
    return section;
}

Section repeated(const Calibration& c, const results::Manifest& manifest, Lang lang) {
    Items items;
    add_item(items, words::version, sayable(c.version), lang);
    add_item(items, words::scenario, sayable(c.scenario), lang);
    add_item(items, words::scenario_digest, sayable(c.digest), lang);
    add_item(items, words::seed, seed_said(c.seed), lang);
    add_item(items, words::replications, sayable(c.looked_at_on), lang);
    return to_repeat(manifest, std::move(items), lang);
}

// Which figures were fitted, which follow from those, and what then is a prediction.
Sentence what_it_proves(const Calibration& c, Lang lang) {
    constexpr Text what{
        "Que coincidan no prueba nada: {0} se ajustaron, cada una con su clave, y las otras {1} salen de ellas por "
        "aritmética o son una definición. Los presupuestos, el personal y los pesos de los centros son entradas. Lo "
        "que "
        "el modelo predice son los años siguientes; y cada cifra, si se la deja fuera (--held-out).",
        "That they agree proves nothing: {0} were fitted, each by its key, and the other {1} follow from them by "
        "arithmetic or are a definition. Budgets, staff and the weights of the centres are inputs. What the model "
        "predicts are the years that follow; and each figure where it is left out (--held-out)."};
    const auto fitted = std::count_if(c.figures.begin(), c.figures.end(),
                                      [](const auto& f) { return f.tied.empty() && f.definition.empty(); });
    return say(what, lang, static_cast<int>(fitted), static_cast<int>(c.figures.size()) - static_cast<int>(fitted));
}

}  // namespace

Document calibration(const Calibration& c, Lang lang, const results::Manifest& manifest) {
    constexpr Text title{"Calibración de «{0}» a las cifras de {1}", "Calibration of “{0}” to the figures of {1}"};
    constexpr Text eyebrow{"aforo · calibración", "aforo · calibration"};
    constexpr Text how{
        "Ajustado con {0} réplicas y mirado en {1} nuevas: otros números al azar del mismo modelo, no otros datos. ± "
        "es el "
        "semiancho de un intervalo de 95 %. «Antes» son los valores que traía el escenario.",
        "Fitted on {0} replications and looked at on {1} fresh ones: other random numbers of the same model, no other "
        "data. ± is the half-width of a 95% interval. “Before” are the values that the scenario came with."};
    constexpr Text figures{"Cifras publicadas y reproducidas", "Published figures, and reproduced"},
        keys{"Claves ajustadas", "Keys fitted"};
    constexpr Text error{
        "El error es el que deja el azar de las réplicas: que sea chico no dice que la clave se conozca bien.",
        "The error is what luck in the replications leaves: that it is small does not say that the key is well known."};
    constexpr Text all_fixed{"Las cifras fijan todas las claves: ninguna puede compensar a otra.",
                             "The figures fix all keys: none can make up for another."};
    Document document{.lang = lang, .replications = c.looked_at_on, .name = c.scenario, .version = c.version};
    document.eyebrow = say(eyebrow, lang);
    document.title = say(title, lang, c.scenario, c.year);
    document.verdicts = {{.lead = verdict_of(c, lang)}};
    document.verdicts.front().after = unreached(c, lang);
    document.verdicts.front().clauses.push_back({what_it_proves(c, lang)});
    document.opening = {{say(how, lang, c.fitted_on, c.looked_at_on), Paragraph::Kind::note}};

    const Table table = figures_table(c, lang);
    Section of_figures{.id = "cifras", .title = in(figures, lang)};
    of_figures.blocks = {residuals(c, table, lang),
                         Tabled{.table = table, .caption = say(figures, lang), .is_main = true}, note(funds(c, lang))};
    Section of_keys{.id = "claves", .title = in(keys, lang)};
    of_keys.blocks = {Tabled{.table = keys_table(c, lang), .caption = say(keys, lang), .is_main = true},
                      note(say(error, lang))};
    const auto not_fixed = compensations(c, lang);
    for (const auto& sentence : not_fixed) of_keys.blocks.emplace_back(Paragraph{sentence});
    if (not_fixed.empty() && !c.keys.empty()) of_keys.blocks.emplace_back(note(say(all_fixed, lang)));
    of_keys.blocks.emplace_back(convergence(c, lang));
    document.sections = {of_figures, of_keys, held_out_section(c, lang), delta_section(c, lang),
                         repeated(c, manifest, lang)};
    return document;
}

}  // namespace aforo::told
