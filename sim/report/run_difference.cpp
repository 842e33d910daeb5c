#include "aforo/report/run_difference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "aforo/report/about.hpp"
#include "aforo/report/comparison.hpp"
#include "aforo/report/estimate.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

namespace {

using results::Difference;
using results::InputChange;
using results::Level;
using results::Manifest;
using results::RunDifference;

std::string say(Lang lang, std::string_view es, std::string_view en, const auto&... args) {
    return fmt::format(fmt::runtime(core::in(lang, es, en)), args...);
}

std::string place_of(const InputChange::Side& side) {
    return side.file.empty() ? "" : fmt::format("{}:{}", side.file, side.line);
}

// 8 (supuesto), where the other side says otherwise of where it comes from.
std::string shown(const InputChange::Side& side, const InputChange::Side& other, Lang lang) {
    std::string text = side.value.empty() ? phrase(T::nothing_there, lang) : side.value;
    if (!side.source.empty() && side.source != other.source) text += " (" + side.source + ")";
    return printable(text);
}

Part inputs_part(const RunDifference& d, Lang lang) {
    const std::string title = say(lang, "Qué entra distinto", "What goes in differently");
    const bool is_same = d.from.manifest.scenario_digest == d.to.manifest.scenario_digest;
    Table table({{phrase(T::key, lang), Align::left, 38},
                 {say(lang, "De", "From"), Align::left, 26},
                 {say(lang, "A", "To"), Align::left, 26},
                 {say(lang, "Dónde", "Where"), Align::left, 30}});
    std::size_t of_origin = 0;
    for (const auto& change : d.inputs) {
        of_origin += !change.is_of_value();
        if (!change.is_of_value()) continue;
        const std::string place = place_of(change.to).empty() ? place_of(change.from) : place_of(change.to);
        table.row({printable(change.path), shown(change.from, change.to, lang), shown(change.to, change.from, lang),
                   printable(place)});
    }
    if (is_same)
        return {title,
                {},
                say(lang, "Nada: los dos escenarios dicen lo mismo (huella {}).",
                    "Nothing: both scenarios say the same (digest {}).",
                    printable(d.from.manifest.scenario_digest.substr(0, 8)))};
    std::string note;
    if (of_origin > 0)
        note += say(lang, "De {} claves cambia solo la fuente o el rango, que no entran en la simulación. ",
                    "Of {} keys only the source or the range changes, which do not enter the simulation. ", of_origin);
    if (table.empty())
        note += d.inputs_are_whole
                    ? say(lang, "Ningún valor que se simule cambia. ", "No value that is simulated changes. ")
                    : say(lang, "Ningún número ni regla cambia. ", "No number and no rule changes. ");
    if (!d.inputs_are_whole)
        note += say(lang,
                    "Los archivos de los escenarios ya no están como fueron: se compara lo que las corridas guardan, "
                    "números y reglas. No guardan las palabras de la red ni la forma de las distribuciones.",
                    "The scenarios' files are no longer there as they were: what the runs store is compared, numbers "
                    "and rules. They do not store the words of the network nor the kinds of distributions.");
    return {title, table.empty() ? std::vector<Table>{} : std::vector<Table>{table}, note};
}

Part runs_part(const RunDifference& d, Lang lang) {
    Table table({{say(lang, "De la corrida", "Of the run"), Align::left, 26},
                 {say(lang, "De", "From"), Align::left, 46},
                 {say(lang, "A", "To"), Align::left, 46}});
    const auto add = [&](std::string_view label, const std::string& from, const std::string& to) {
        if (from != to) table.row({std::string(label), printable(from), printable(to)});
    };
    const auto precision = [&](const Manifest& m) {
        return m.precision ? Format(lang).percent(*m.precision, 2) : std::string(undefined_mark);
    };
    const Manifest &a = d.from.manifest, &b = d.to.manifest;
    const auto about_a = about_text(a.about, lang), about_b = about_text(b.about, lang);
    add(text(T::manifest_scenario, lang), a.scenario, b.scenario);
    add(say(lang, "Sobre el escenario", "About the scenario"), about_a.empty() ? std::string(undefined_mark) : about_a,
        about_b.empty() ? std::string(undefined_mark) : about_b);
    add(text(T::manifest_file, lang), a.scenario_file, b.scenario_file);
    add(text(T::manifest_version, lang), a.version, b.version);
    add(text(T::manifest_seed, lang), std::to_string(a.seed), std::to_string(b.seed));
    add(text(T::manifest_replications, lang), std::to_string(a.replications), std::to_string(b.replications));
    add(text(T::manifest_precision, lang), precision(a), precision(b));
    const std::string title = say(lang, "Cómo se corrieron", "How they were run");
    if (table.empty())
        return {
            title,
            {},
            say(lang, "Igual: misma versión, semilla y réplicas.", "Alike: the same version, seed and replications.")};
    return {title, {table}, ""};
}

std::string how_text(const RunDifference& d, std::size_t compared, Lang lang) {
    const std::string by =
        d.how == RunDifference::How::paired
            ? say(lang, "Se restan réplica por réplica, pues tienen la misma semilla y las mismas réplicas",
                  "They are subtracted replication by replication, as seed and replications are the same")
            : say(lang, "Se comparan como dos muestras independientes (Welch), pues no son las mismas réplicas",
                  "They are compared as two independent samples (Welch), as replications are not the same");
    return say(lang, "{}; los intervalos valen al 95 % para las {} comparaciones a la vez.",
               "{}; intervals hold at 95% for all {} comparisons at once.", by, compared);
}

std::string counts_text(const RunDifference& d, Lang lang) {
    std::string text;
    const auto add = [&](std::size_t n, std::string_view es_one, std::string_view es, std::string_view en_one,
                         std::string_view en) {
        if (n > 0) text += say(lang, n == 1 ? es_one : es, n == 1 ? en_one : en, n) + " ";
    };
    const bool is_rest = !d.told.empty();
    if (is_rest) {
        add(d.within, "Otra no se distingue.", "Otras {} no se distinguen.", "One more cannot be told apart.",
            "Another {} cannot be told apart.");
    } else {
        add(d.within, "Una medida difiere y no se distingue.", "{} medidas difieren y no se distinguen.",
            "One measure differs and cannot be told apart.", "{} measures differ and cannot be told apart.");
    }
    add(d.equal, "Una es exactamente igual.", "{} son exactamente iguales.", "One is exactly equal.",
        "{} are exactly equal.");
    add(d.unknown, "De una, que difiere, no se conoce el error: hacen falta dos réplicas en cada corrida.",
        "De {}, que difieren, no se conoce el error: hacen falta dos réplicas en cada corrida.",
        "Of one, which differs, the error is not known: it takes two replications in each run.",
        "Of {}, which differ, the error is not known: it takes two replications in each run.");
    add(d.only_from, "Una está solo en la primera corrida.", "{} están solo en la primera corrida.",
        "One is in the first run only.", "{} are in the first run only.");
    add(d.only_to, "Una está solo en la segunda corrida.", "{} están solo en la segunda corrida.",
        "One is in the second run only.", "{} are in the second run only.");
    return text;
}

Part results_part(const RunDifference& d, Lang lang) {
    const std::string title = say(lang, "Qué sale distinto", "What comes out differently");
    if (d.how == RunDifference::How::same_bits)
        return {title,
                {},
                say(lang, "Nada: los resultados son los mismos bits.", "Nothing: the results are the same bits.")};
    const int replications = std::min(d.from.manifest.replications, d.to.manifest.replications);
    const EstimateFormat format(lang, replications);
    const Format numbers(lang);
    Table table({{phrase(T::measure, lang), Align::left, 40},
                 {phrase(T::year, lang)},
                 {say(lang, "De", "From")},
                 {say(lang, "A", "To")},
                 {phrase(T::difference, lang)},
                 {"%"}});
    for (const auto& t : d.told) {
        const auto column = std::find_if(d.columns.begin(), d.columns.end(),
                                         [&](const results::Column& c) { return c.name == t.measure; });
        const Shape shape = column == d.columns.end() ? Shape{} : column->shape;
        std::string label = column == d.columns.end() ? t.measure : label_of(*column, lang);
        if (t.level == Level::component) label += " · " + component_name(t.id, lang);
        table.row({printable(label), std::to_string(t.year), format.mean(&t.base, shape),
                   format.mean(&t.alternative, shape), difference_text(t, format, shape, lang),
                   t.base.mean != 0 ? numbers.signed_percent(t.value.mean / t.base.mean) : ""});
    }
    const std::size_t compared = d.told.size() + d.within + d.equal + d.unknown;
    std::string note =
        table.empty() ? say(lang, "Ninguna diferencia pasa de su error. ", "No difference stands out of its error. ")
                      : "";
    note += counts_text(d, lang) + how_text(d, compared, lang);
    return {title, table.empty() ? std::vector<Table>{} : std::vector<Table>{table}, note};
}

std::string number(double value) { return std::isfinite(value) ? shortest(value) : "null"; }

std::string side_json(const RunDifference::Side& side) {
    const Manifest& m = side.manifest;
    return fmt::format(R"({{"folder": {}, "aforo": {}, "scenario": {}, "scenario_file": {}, "scenario_digest": {}, )"
                       R"("results_digest": {}, "seed": {}, "replications": {}, "precision": {}}})",
                       json_text(side.folder), json_text(m.version), json_text(m.scenario), json_text(m.scenario_file),
                       json_text(m.scenario_digest), json_text(m.results_digest), m.seed, m.replications,
                       m.precision ? number(*m.precision) : "null");
}

std::string input_json(const InputChange::Side& side) {
    return fmt::format(R"({{"value": {}, "range": {}, "source": {}, "file": {}, "line": {}}})", json_text(side.value),
                       json_text(side.range), json_text(side.source), side.file.empty() ? "null" : json_text(side.file),
                       side.line);
}

}  // namespace

std::string run_difference_text(const RunDifference& d, Lang lang) {
    std::string text =
        "\n" + paragraph(say(lang, "De {} a {}", "From {} to {}", printable(d.from.folder), printable(d.to.folder)));
    for (const auto& part : {inputs_part(d, lang), runs_part(d, lang), results_part(d, lang)}) text += part_text(part);
    return text;
}

std::string run_difference_json(const RunDifference& d) {
    std::string json = fmt::format("{{\n\"from\": {},\n\"to\": {},\n\"inputs_from\": \"{}\",\n\"inputs\": [",
                                   side_json(d.from), side_json(d.to), d.inputs_are_whole ? "files" : "stored");
    const char* separator = "\n";
    for (const auto& change : d.inputs) {
        json += fmt::format("{}{{\"path\": {}, \"from\": {}, \"to\": {}}}", separator, json_text(change.path),
                            input_json(change.from), input_json(change.to));
        separator = ",\n";
    }
    constexpr std::array how = {"same_bits", "paired", "welch"};
    json += fmt::format(
        "\n],\n\"compared_as\": \"{}\",\n\"equal\": {},\n\"within_error\": {},\n\"unknown_error\": {},\n\"only_from\": "
        "{},\n\"only_to\": {},\n\"differences\": [",
        how.at(static_cast<std::size_t>(d.how)), d.equal, d.within, d.unknown, d.only_from, d.only_to);
    separator = "\n";
    for (const auto& t : d.told) {
        json += fmt::format(
            R"({}{{"metric": {}, "unit": {}, "year": {}, "level": {}, "id": {}, "n": {}, "from_mean": {}, )"
            R"("to_mean": {}, "mean": {}, "half_width": {}}})",
            separator, json_text(t.measure), json_text(t.unit), t.year,
            json_text(results::level_names.at(static_cast<std::size_t>(t.level))), json_text(t.id), t.value.n,
            number(t.base.mean), number(t.alternative.mean), number(t.value.mean), number(t.value.half_width));
        separator = ",\n";
    }
    return json + "\n]\n}\n";
}

}  // namespace aforo::report
