#include "aforo/results/run_difference.hpp"

#include <algorithm>
#include <string>

#include "about.hpp"
#include "aforo/told/documents.hpp"
#include "experiment.hpp"
#include "labels.hpp"

namespace aforo::told {

namespace {

using document::Align;
using document::Cell;
using document::Document;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using document::Value;
using document::Words;
using results::Difference;
using results::InputChange;
using results::Level;
using results::Manifest;
using results::RunDifference;

constexpr Text from_title{"De", "From"};
constexpr Text to_title{"A", "To"};

// A section with an optional table, followed by sentences about it.
Section section_of(std::string id, const Text& title, Table table, const std::vector<Sentence>& said, Lang lang) {
    Section section{.id = std::move(id), .title = in(title, lang)};
    section.blocks.emplace_back(Tabled{.table = std::move(table), .caption = say(title, lang), .is_main = true});
    section.blocks.emplace_back(note(joined(said, " ")));
    return section;
}

Sentence place_of(const InputChange::Side& side, Lang lang) {
    constexpr Text file_and_line{"{0}:{1}", "{0}:{1}"};
    return side.file.empty() ? Sentence() : say(file_and_line, lang, side.file, side.line);
}

// 8 (supuesto): the source is added if the other side has a different one.
Sentence shown(const InputChange::Side& side, const InputChange::Side& other, Lang lang) {
    Sentence text = as_written(side.value, lang);
    if (!side.source.empty() && side.source != other.source) text += Cell(document::Name{" (" + side.source + ")"});
    return text;
}

Table inputs_table(const RunDifference& d, Lang lang) {
    constexpr Text where{"Dónde", "Where"};
    Table table{{{in(words::key, lang), Align::left, 38},
                 {in(from_title, lang), Align::left, 26},
                 {in(to_title, lang), Align::left, 26},
                 {in(where, lang), Align::left, 30}}};
    for (const auto& change : d.inputs) {
        if (!change.is_of_value()) continue;
        Sentence place = place_of(change.to, lang);
        if (place.empty()) place = place_of(change.from, lang);
        Sentence key = sayable(change.path);
        if (const auto& words = in(change.name, lang); !words.empty() && words != change.path)
            key = Sentence(Cell(document::Name{words})) + Sentence(Cell(document::Words{"\n"})) + key;
        table.row({key, shown(change.from, change.to, lang), shown(change.to, change.from, lang), place});
    }
    return table;
}

Section inputs_section(const RunDifference& d, Lang lang) {
    constexpr Text title{"Qué entra distinto", "What goes in differently"};
    constexpr Text nothing{"Nada: los dos escenarios dicen lo mismo (huella {}).",
                           "Nothing: both scenarios say the same (digest {})."};
    constexpr Text of_origin_only{
        "De {} claves cambia solo la fuente o el rango, que no entran en la simulación.",
        "Of {} keys only the source or the range changes, which do not enter the simulation."};
    constexpr Text no_value{"Ningún valor que se simule cambia.", "No value that is simulated changes."};
    constexpr Text no_number{"Ningún número ni regla cambia.", "No number and no rule changes."};
    constexpr Text stored_only{
        "Los archivos de los escenarios ya no están como fueron: se compara lo que las corridas guardan, números y "
        "reglas. No guardan las palabras de la red ni la forma de las distribuciones.",
        "The scenarios' files are no longer there as they were: what the runs store is compared, numbers and rules. "
        "They do not store the words of the network nor the kinds of distributions."};
    if (d.from.manifest.scenario_digest == d.to.manifest.scenario_digest)
        return section_of("entradas", title, {}, {say(nothing, lang, d.from.manifest.scenario_digest.substr(0, 8))},
                          lang);
    const Table table = inputs_table(d, lang);
    const auto of_origin = static_cast<std::size_t>(
        std::count_if(d.inputs.begin(), d.inputs.end(), [](const auto& c) { return !c.is_of_value(); }));
    std::vector<Sentence> said;
    if (of_origin > 0) said.push_back(say(of_origin_only, lang, of_origin));
    if (table.empty()) said.push_back(say(d.inputs_are_whole ? no_value : no_number, lang));
    if (!d.inputs_are_whole) said.push_back(say(stored_only, lang));
    return section_of("entradas", title, table, said, lang);
}

Section runs_section(const RunDifference& d, Lang lang) {
    constexpr Text title{"Cómo se corrieron", "How they were run"}, of_run{"De la corrida", "Of the run"};
    constexpr Text alike{"Igual: misma versión, semilla y réplicas.",
                         "Alike: the same version, seed and replications."};
    constexpr Text about{"Sobre el escenario", "About the scenario"}, file{"Archivo", "File"},
        precision{"Precisión pedida", "Precision asked for"};
    const Manifest &a = d.from.manifest, &b = d.to.manifest;
    Table table{{{in(of_run, lang), Align::left, 26},
                 {in(from_title, lang), Align::left, 46},
                 {in(to_title, lang), Align::left, 46}}};
    const auto add = [&](const Text& label, const Sentence& from, const Sentence& to) {
        if (!reads_alike(from, to)) table.row({say(label, lang), from, to});
    };
    const auto about_it = [&](const Manifest& m) {
        const Sentence text = about_text(m.about, lang);
        return text.empty() ? sayable(Value{}) : text;
    };
    const auto asked = [](const Manifest& m) {
        return sayable(document::share(m.precision.value_or(results::undefined), 2));
    };
    add(words::scenario, sayable(a.scenario), sayable(b.scenario));
    add(about, about_it(a), about_it(b));
    add(file, sayable(a.scenario_file), sayable(b.scenario_file));
    add(words::version, sayable(a.version), sayable(b.version));
    add(words::seed, seed_said(a.seed), seed_said(b.seed));
    add(words::replications, sayable(a.replications), sayable(b.replications));
    add(precision, asked(a), asked(b));
    const std::vector<Sentence> said = {table.empty() ? say(alike, lang) : Sentence()};
    return section_of("corridas", title, std::move(table), said, lang);
}

Sentence how_they_compare(const RunDifference& d, Lang lang) {
    constexpr Text paired{
        "Se restan réplica por réplica, pues tienen la misma semilla y las mismas réplicas; los intervalos valen al 95 "
        "% "
        "para las {} comparaciones a la vez.",
        "They are subtracted replication by replication, as seed and replications are the same; intervals hold at 95% "
        "for all {} comparisons at once."};
    constexpr Text welch{
        "Se comparan como dos muestras independientes (Welch), pues no son las mismas réplicas; los intervalos valen "
        "al "
        "95 % para las {} comparaciones a la vez.",
        "They are compared as two independent samples (Welch), as replications are not the same; intervals hold at 95% "
        "for all {} comparisons at once."};
    const std::size_t compared = d.told.size() + d.within + d.equal + d.unknown;
    return say(d.how == RunDifference::How::paired ? paired : welch, lang, compared);
}

std::vector<Sentence> counts(const RunDifference& d, Lang lang) {
    std::vector<Sentence> said;
    const auto add = [&](std::size_t n, const Text& one, const Text& several) {
        if (n > 0) said.push_back(say(n == 1 ? one : several, lang, n));
    };
    if (!d.told.empty()) {
        add(d.within, {"Otra no se distingue.", "One more cannot be told apart."},
            {"Otras {} no se distinguen.", "Another {} cannot be told apart."});
    } else {
        add(d.within, {"Una medida difiere y no se distingue.", "One measure differs and cannot be told apart."},
            {"{} medidas difieren y no se distinguen.", "{} measures differ and cannot be told apart."});
    }
    add(d.equal, {"Una es exactamente igual.", "One is exactly equal."},
        {"{} son exactamente iguales.", "{} are exactly equal."});
    add(d.unknown,
        {"De una, que difiere, no se conoce el error: hacen falta dos réplicas en cada corrida.",
         "Of one, which differs, the error is not known: it takes two replications in each run."},
        {"De {}, que difieren, no se conoce el error: hacen falta dos réplicas en cada corrida.",
         "Of {}, which differ, the error is not known: it takes two replications in each run."});
    add(d.only_from, {"Una está solo en la primera corrida.", "One is in the first run only."},
        {"{} están solo en la primera corrida.", "{} are in the first run only."});
    add(d.only_to, {"Una está solo en la segunda corrida.", "One is in the second run only."},
        {"{} están solo en la segunda corrida.", "{} are in the second run only."});
    return said;
}

Table results_table(const RunDifference& d, Lang lang) {
    Table table{{{in(words::measure, lang), Align::left, 40},
                 {in(words::year, lang)},
                 {in(from_title, lang)},
                 {in(to_title, lang)},
                 {in(words::difference, lang)},
                 {"%"}}};
    for (const auto& t : d.told) {
        const auto column = std::find_if(d.columns.begin(), d.columns.end(),
                                         [&](const results::Column& c) { return c.name == t.measure; });
        const bool is_known = column != d.columns.end();
        const results::Shape shape = is_known ? column->shape : results::Shape{};
        Sentence label = is_known ? sayable(Words{label_of(*column, lang)}) : sayable(t.measure);
        if (t.level == Level::component) label += Cell(Words{" · " + component_name(t.id, lang)});
        table.row({label, sayable(t.year), base_of(t, shape), alternative_of(t, shape), differing(&t, shape),
                   t.base.mean != 0 ? relative_to_base(t) : Sentence()});
    }
    return table;
}

Section results_section(const RunDifference& d, Lang lang) {
    constexpr Text title{"Qué sale distinto", "What comes out differently"};
    constexpr Text nothing{"Nada: los resultados son los mismos bits.", "Nothing: the results are the same bits."};
    constexpr Text none_told{"Ninguna diferencia pasa de su error.", "No difference stands out of its error."};
    if (d.how == RunDifference::How::same_bits) return section_of("resultados", title, {}, {say(nothing, lang)}, lang);
    std::vector<Sentence> said;
    if (d.told.empty()) said.push_back(say(none_told, lang));
    for (auto& count : counts(d, lang)) said.push_back(std::move(count));
    said.push_back(how_they_compare(d, lang));
    return section_of("resultados", title, results_table(d, lang), said, lang);
}

}  // namespace

Document run_difference(const RunDifference& d, Lang lang) {
    constexpr Text title{"De {} a {}", "From {} to {}"};
    Document document{.lang = lang,
                      .replications = std::min(d.from.manifest.replications, d.to.manifest.replications),
                      .name = d.to.manifest.scenario,
                      .version = d.to.manifest.version};
    document.title = say(title, lang, d.from.folder, d.to.folder);
    document.sections = {inputs_section(d, lang), runs_section(d, lang), results_section(d, lang)};
    return document;
}

}  // namespace aforo::told
