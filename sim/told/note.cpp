#include "aforo/told/note.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "experiment.hpp"

namespace aforo::told {

using document::Block;
using document::Cell;
using document::Definitions;
using document::Document;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Tabled;

namespace {

Section scope(const NumbersKnown& numbers, Lang lang) {
    constexpr Text title{"1. Qué se modela y qué no", "1. What is modelled and what is not"};
    constexpr Text models{
        "Un simulador de eventos discretos del programa que la ficha describe, empresa por empresa y peso por peso: llegadas, "
        "fila y atención en cada centro y satélite; diagnóstico y focalización; lista de espera por un cupo; plan de trabajo "
        "sesión por sesión; egreso, segundo plan y resultados; alianzas; presupuesto, personal y libro mayor, de 2024 a 2027.",
        "A discrete-event simulator of the programme that the sheet describes, enterprise by enterprise and peso by peso: "
        "arrivals, queue and attention at each centre and satellite; diagnosis and targeting; the waiting list for a slot; the "
        "work plan session by session; graduation, second plan and outcomes; alliances; budget, staff and ledger, 2024 to 2027."};
    constexpr Text known{
        "El escenario dice {0} números. {1} son de la ficha o de otro documento; {2} son supuestos o imputados; {3} llevan un "
        "rango, y los mundos los recorren.",
        "The scenario says {0} numbers. {1} are of the sheet or another document; {2} are assumed or imputed; {3} carry a "
        "range, over which worlds go."};
    constexpr Text effects{"Que el programa funcione: lo que un plan hace por ventas y sobrevivencia es un supuesto.",
                           "That the programme works: what a plan does for sales and survival is an assumption."},
        demand{"La demanda no reacciona a las esperas ni a los resultados.", "Demand does not react to waits or results."},
        staff{"El personal no rota ni aprende.", "Staff neither leave nor learn."},
        places{"23 de los 62 centros no están en el registro de 2024, y el lugar de los 76 satélites es imputado: las cifras por "
               "oficina valen lo que valga eso.",
               "23 of the 62 centres are not in the 2024 registry and the places of the 76 satellites are imputed: figures by "
               "office are as good as that."};
    constexpr Text not_title{"No se modela", "It is not modelled"};
    Section section{.id = "alcance", .title = in(title, lang)};
    section.blocks = {Paragraph{say(models, lang)},
                      Paragraph{say(known, lang, numbers.all, numbers.published, numbers.assumed, numbers.with_range)},
                      Paragraph{say(not_title, lang), Paragraph::Kind::heading}};
    for (const Text& text : {effects, demand, staff, places}) section.blocks.emplace_back(Paragraph{say(text, lang)});
    return section;
}

Section theory_section(const TheoryChecked& theory, Lang lang) {
    constexpr Text title{"2. La teoría que cumple", "2. The theory that it meets"};
    constexpr Text all{
        "El mismo programa, reducido con escenarios a colas de libro, frente a su valor exacto: {0} comparaciones con {1} "
        "réplicas y semilla {2}, todas dentro de |z| ≤ {3} (0,001 en conjunto).",
        "The same program, reduced by scenarios to textbook queues, against their exact values: {0} comparisons with {1} "
        "replications and seed {2}, all within |z| ≤ {3} (0.001 together)."};
    constexpr Text beyond{"{4} de {0} comparaciones pasan de |z| ≤ {3}, con {1} réplicas y semilla {2}: este programa no simula lo que "
                          "dice.",
                          "{4} of {0} comparisons are beyond |z| ≤ {3}, with {1} replications and seed {2}: this program does not "
                          "simulate what it says."};
    Section section{.id = "teoria", .title = in(title, lang)};
    section.blocks = {
        Paragraph{say(theory.beyond == 0 ? all : beyond, lang, theory.comparisons, theory.replications, seed_said(theory.seed),
                      Cell(document::Value{theory.bound, {results::Kind::number, 2}}), theory.beyond)},
        Tabled{.table = theory.table, .caption = sayable(section.title)}};
    return section;
}

// The parts of the calibration's report that an auditor needs, without what it leaves for the next run.
Section calibration_section(const Document& calibration, Lang lang) {
    constexpr Text title{"3. Cifras ajustadas, previstas y dejadas fuera", "3. Figures fitted, foretold and left out"};
    constexpr Text proves{
        "Cumplir una cifra que se ajustó no prueba nada: hace del plan un punto de partida. Prueba más lo que se prevé de una "
        "cifra sin mirarla, que está en la última tabla cuando la calibración se pidió con --held-out.",
        "Meeting a figure that was fitted proves nothing: it makes the plan a point of departure. What is foretold of a figure "
        "without looking at it proves more; it is in the last table where the calibration was asked with --held-out."};
    Section section{.id = "cifras", .title = in(title, lang)};
    for (const auto& verdict : calibration.verdicts) section.blocks.emplace_back(verdict);
    section.blocks.emplace_back(Paragraph{say(proves, lang)});
    for (const auto& part : calibration.sections) {
        std::vector<Block> tables;
        for (const auto& block : part.blocks) {
            const auto* text = std::get_if<Paragraph>(&block);
            if (std::get_if<Tabled>(&block) != nullptr || text != nullptr) tables.push_back(block);
        }
        const bool has_table = std::any_of(tables.begin(), tables.end(), [](const Block& b) { return std::get_if<Tabled>(&b) != nullptr; });
        if (!has_table) continue;
        section.blocks.emplace_back(Paragraph{sayable(part.title), Paragraph::Kind::heading});
        std::move(tables.begin(), tables.end(), std::back_inserter(section.blocks));
    }
    return section;
}

Section accounts_section(const results::Manifest& manifest, Lang lang) {
    constexpr Text title{"4. Cuentas", "4. Accounts"};
    constexpr Text money{
        "Cada peso se asienta en un libro de partida doble. Que cierre se comprueba en cada asiento; que cada empresa esté en un "
        "solo estado y no se pierda ninguna, al fin de cada réplica. Si fallara, el programa termina con error y no hay "
        "resultados: los de esta nota ({0} réplicas) cerraron todos, a $0.",
        "Every peso is posted in a double-entry ledger. That it closes is checked at each posting; that each enterprise is in "
        "one state and none is lost, at the end of each replication. Should it fail, the program ends with an error and there "
        "are no results: those of this note ({0} replications) all closed, at $0."};
    constexpr Text bits{
        "La misma versión, escenario y semilla dan los mismos bits con cualquier número de hilos, en cualquier computador y tras "
        "una interrupción. Las pruebas lo comprueban en cada cambio.",
        "The same version, scenario and seed give the same bits with any number of threads, on any computer and after an "
        "interruption. Tests check it at each change."};
    Section section{.id = "cuentas", .title = in(title, lang)};
    section.blocks = {Paragraph{say(money, lang, Cell(document::count(manifest.replications)))}, Paragraph{say(bits, lang)}};
    return section;
}

Section identity_section(const results::Manifest& m, Lang lang) {
    constexpr Text title{"5. Versiones y huellas", "5. Versions and digests"}, program{"Huella del programa (SHA-256)", "Digest of the program (SHA-256)"},
        outcome{"Huella de los resultados (SHA-256)", "Digest of the results (SHA-256)"},
        data{"Huella de los datos (SHA-256)", "Digest of the data (SHA-256)"};
    Items items;
    add_item(items, words::version, sayable(m.version), lang);
    add_item(items, program, sayable(m.program), lang);
    add_item(items, words::scenario, sayable(m.scenario), lang);
    add_item(items, words::scenario_digest, sayable(m.scenario_digest), lang);
    add_item(items, words::seed, seed_said(m.seed), lang);
    add_item(items, words::replications, sayable(m.replications), lang);
    add_item(items, outcome, sayable(m.results_digest), lang);
    add_item(items, data, sayable(m.run_file_digest), lang);
    Section section{.id = "huellas", .title = in(title, lang)};
    section.blocks = {Definitions{std::move(items)}, Paragraph{say(words::run_again, lang)},
                      document::Command{without_folders(m.command)}};
    return section;
}

}  // namespace

Document validation_note(const TheoryChecked& theory, const NumbersKnown& numbers, const Document& calibration,
                         const results::Manifest& manifest, Lang lang) {
    constexpr Text title{"Nota de validación de «{0}»", "Validation note on “{0}”"};
    constexpr Text eyebrow{"aforo · nota para quien audita", "aforo · note for auditors"};
    Document note{.lang = lang, .replications = calibration.replications, .name = manifest.scenario, .version = manifest.version};
    note.eyebrow = say(eyebrow, lang);
    note.title = say(title, lang, manifest.scenario);
    note.sections = {scope(numbers, lang), theory_section(theory, lang), calibration_section(calibration, lang),
                     accounts_section(manifest, lang), identity_section(manifest, lang)};
    return note;
}

}  // namespace aforo::told
