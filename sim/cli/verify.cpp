// aforo verify: compares the model with queueing theory on the user's machine.
#include "aforo/verify/verify.hpp"

#include <fmt/core.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "aforo/render/format.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/scenario/library.hpp"
#include "aforo/store/folder.hpp"
#include "aforo/told/note.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "figures.hpp"
#include "media.hpp"
#include "output.hpp"
#include "stored_results.hpp"
#include "word.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::string folder;  // "": the library's
    std::uint64_t seed = 1;
    int replications = 60;
    int threads = 0;
    double memory = 1;  // GB that it may take
    bool quiet = false;
    std::string note;  // the folder of a calibration; empty: no note
};

document::Table table_of(const std::vector<verify::Comparison>& comparisons, core::Lang lang) {
    using document::Align;
    using document::sayable;
    using Style = document::Value::Style;
    const auto number = [](double value, int decimals, Style style = Style::plain) {
        return sayable(document::Value{value, {results::Kind::number, decimals}, style});
    };
    const auto in = [&](const char* es, const char* en) { return std::string(core::in(lang, es, en)); };
    document::Table table{{{in("Escenario", "Scenario"), Align::left},
                           {in("Modelo", "Model"), Align::left},
                           {in("Qué", "What"), Align::left, 32},
                           {in("Exacto", "Exact")},
                           {in("Simulado", "Simulated")},
                           {"± 95 %"},
                           {"z"},
                           {""}}};
    for (const auto& c : comparisons) {
        table.row({sayable(c.of->file), sayable(c.of->model), sayable(in(c.of->what_es, c.of->what_en)),
                   number(c.exact, 5), number(c.simulated, 5), number(c.half_width, 5), number(c.z, 2, Style::signed_),
                   sayable(c.holds() ? "" : in("✗ fuera", "✗ beyond"))});
    }
    return table;
}

// Of the scenario of a calibration.
told::NumbersKnown known_of(const scenario::Scenario& s) {
    told::NumbersKnown known;
    for (const auto& n : scenario::numbers(s)) {
        ++known.all;
        const auto quality = scenario::quality_of(n.provenance.source);
        known.published += quality == scenario::Quality::documented;
        known.assumed += quality == scenario::Quality::assumed || quality == scenario::Quality::imputed;
    }
    known.with_range = static_cast<int>(scenario::assumptions(s).size());
    return known;
}

// Refused before anything is simulated.
void demand_calibration(const std::filesystem::path& folder, core::Lang lang) {
    const store::StudyFile study(folder / store::study_file_name, store::StudyFile::Use::read);
    if (asked_of(study.header(), folder / store::study_file_name).command != "calibrate")
        refuse("--note", "se espera la carpeta de aforo calibrate", "the folder of aforo calibrate is expected", lang);
}

// Writes the note into the folder of a calibration, beside its reports.
int write_note(const Arguments& a, const std::vector<verify::Comparison>& comparisons, int beyond, core::Lang lang) {
    namespace fs = std::filesystem;
    const fs::path folder = a.note;
    const auto [made, manifest] = read_results(folder, std::nullopt, lang);
    const store::StudyFile study(folder / store::study_file_name, store::StudyFile::Use::read);
    const Asked asked = asked_of(study.header(), folder / store::study_file_name);
    const told::TheoryChecked theory{.table = table_of(comparisons, lang),
                                     .comparisons = static_cast<int>(comparisons.size()),
                                     .beyond = beyond,
                                     .bound = comparisons.front().bound,
                                     .replications = a.replications,
                                     .seed = a.seed};
    const document::Document note =
        told::validation_note(theory, known_of(asked.scenarios.front()), made.tell(manifest, lang), manifest, lang);
    const std::string name = "nota";
    for (const Medium& medium : media) {
        const fs::path path = folder / file_of(name, medium.format);
        store::replace_file(path, medium.draw(note));
        print_out("{}\n", path.string());
    }
    if (!can_write_word()) {
        print_err("{}\n", how_to_write_word(lang));
        return done;
    }
    const fs::path path = folder / file_of(name, word_format);
    store::replace_file(path, word(note));
    print_out("{}\n", path.string());
    return done;
}

// Returns 1 if some case exceeds its bound.
int verify(const Arguments& a, core::Lang lang) {
    if (!a.note.empty()) demand_calibration(a.note, lang);
    verify::Options options;
    options.seed = a.seed;
    options.replications = a.replications;
    options.threads = a.threads;
    Progress progress(lang, a.quiet, std::string(core::in(lang, "escenarios", "scenarios")));
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    catch_interruptions();
    const auto comparisons = verify::verify(
        [&](const std::string& name) {
            const std::string file =
                a.folder.empty() ? scenario::found("verificacion/" + name).string() : a.folder + "/" + name + ".yaml";
            scenario::Scenario scenario = read_or_explain(file, lang);
            const Work work{.replications = static_cast<double>(a.replications),
                            .threads = options.threads,
                            .memory = a.memory,
                            .quiet = a.quiet};
            options.threads = threads_that_fit(scenario, file, work, lang);
            return scenario;
        },
        options);

    print_out("{}", render::text(table_of(comparisons, lang), lang));
    if (comparisons.size() < verify::cases().size()) return interrupted;
    int beyond = 0;
    for (const auto& c : comparisons) beyond += !c.holds();
    const double bound = comparisons.front().bound;
    print_out("\n");
    if (beyond == 0) {
        print_out(
            fmt::runtime(core::in(
                lang, "{} comparaciones, {} réplicas, semilla {}: todas dentro de |z| ≤ {} (al 0,001 en conjunto).\n",
                "{} comparisons, {} replications, seed {}: all within |z| ≤ {} (0.001 for all together).\n")),
            comparisons.size(), a.replications, a.seed, render::Format(lang).number(bound, 2));
        return a.note.empty() ? done : write_note(a, comparisons, beyond, lang);
    }
    print_out(fmt::runtime(
                  core::in(lang, "{} de {} comparaciones pasan de |z| ≤ {}: este programa no simula lo que dice.\n",
                           "{} of {} comparisons are beyond |z| ≤ {}: this program does not simulate what it says.\n")),
              beyond, comparisons.size(), render::Format(lang).number(bound, 2));
    return broken_invariant;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("carpeta", "folder", a->folder,
               "Carpeta de los escenarios de verificación; por omisión, la de la biblioteca",
               "Folder of the verification scenarios; unless given, the library's");
    o.seed(a->seed, "Semilla", "Seed")->capture_default_str();
    // With fewer than ten replications the bound on z is so wide that no case can fail.
    o.number("--replications", a->replications, 10, most_replications,
             "Réplicas de cada escenario; con menos de 10, nada podría fallar",
             "Replications of each scenario; with fewer than 10, nothing could fail")
        ->capture_default_str();
    o.threads(a->threads);
    o.memory(a->memory);
    o.quiet(a->quiet);
    o.option(
        "--note", a->note, o.text("CARPETA", "FOLDER"),
        "Escribe además la nota de validación (nota.html, .xlsx y .docx) en la carpeta de aforo calibrate --held-out",
        "Writes the validation note too (nota.html, .xlsx and .docx) into the folder of aforo calibrate --held-out");
    return [a, lang = o.lang()] { return verify(*a, lang); };
}

}  // namespace

const Command verify_command{
    "verify", "Compara el modelo con la teoría de colas, en esta máquina: 0 si todo está dentro del error, 1 si no",
    "Compares the model with queueing theory, on this machine: 0 if all is within the error, 1 if not", options};

}  // namespace aforo::cli
