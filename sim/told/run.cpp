#include <array>

#include "about.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "experiment.hpp"
#include "limits.hpp"
#include "reading.hpp"
#include "run_parts.hpp"

namespace aforo::told {

namespace {

// The effect of ignorance, if worlds were requested.
Section worlds(const Subject& s) { return s.worlds ? worlds_of_run(*s.worlds, s.run, s.lang) : Section{}; }

// In the order in which they are read, on any medium.
constexpr auto parts = std::to_array<Section (*)(const Subject&)>({
    readme_sheet,     summary_sheet,    component_sheet,
    office_sheet,     difference_sheet, replication_sheet,
    assumption_sheet, worlds,           executed,
    differences,      queues,           waits,
    offices,          equity,           risk,
    limits,           measures,         assumptions,
    warnings,         ledger_sheet,     ficha,
    method,           provenance,
});

// Repeats what limits the programme at the end of a terminal's output.
Section closing(const Subject& s) {
    return {"", "", {Paragraph{limit_sentence(s.run, s.lang), Paragraph::Kind::lead}}, Media::terminal};
}

}  // namespace

Document run(const results::Run& run, const results::Samples& samples, const results::Manifest& manifest, Lang lang,
             const results::Worlds* worlds) {
    const Subject s{run, manifest, lang, Figures(run, samples), worlds};
    Document document = titled(run, {&run}, sayable(run.scenario), lang);
    document.opening.push_back({about_text(run.about, lang), Paragraph::Kind::about, Media::terminal});
    headline(s, document);
    for (const auto part : parts) {
        Section section = part(s);
        if (!section.blocks.empty()) document.sections.push_back(std::move(section));
    }
    document.sections.push_back(closing(s));
    return document;
}

Document definitions(const results::Run& run, Lang lang) {
    constexpr Text title{"Qué mide cada resultado", "What each result measures"};
    Definitions all;
    for (const auto& column : run.columns) {
        const std::string label = label_of(column, lang);
        const Sentence name = sayable(column.name + ", " + unit_label(column.unit, lang));
        const results::Text definition = column.definition();
        all.items.push_back({label == column.name ? name : sayable(label + " — ") + name,
                             sayable(lang == Lang::es ? definition.es : definition.en)});
    }
    Document document{.lang = lang, .replications = run.replications, .name = run.scenario, .version = run.version};
    document.sections.push_back({"definiciones", in(title, lang), {std::move(all)}});
    return document;
}

}  // namespace aforo::told
