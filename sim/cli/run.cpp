// aforo run: simulates one scenario, prints the sheet's tables, and saves the folder of the run.
#include <fmt/core.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "aforo/core/version.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/measure/ledger.hpp"
#include "aforo/render/csv.hpp"
#include "aforo/render/ledger_csv.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/told/documents.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "trace.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

struct Arguments : SimulationArguments {
    std::string file;
    std::optional<std::uint64_t> seed;  // the scenario's if not given
    std::optional<int> replications;    // likewise
    std::optional<double> precision;
    std::optional<std::uint32_t> ledger;  // the replication whose ledger is saved
    int worlds = 0;
    std::optional<std::string> trace;  // an enterprise: its arrival number or its key
    std::uint32_t replication = 0;     // for the trace
    bool definitions = false, strict = false;
};

constexpr int most_replications_for_precision = 1000;

// Returns false, and says so on stderr, if there is no such replication.
bool has_replication(std::uint32_t replication, int replications, core::Lang lang) {
    if (replication < static_cast<std::uint32_t>(replications)) return true;
    print_err(
        "{}\n",
        fmt::format(fmt::runtime(core::in(lang, "--ledger {}: no hay libro mayor; las réplicas son de la 0 a la {}",
                                          "--ledger {}: no ledger; replications are 0 to {}")),
                    replication, replications - 1));
    return false;
}

// Runs the replication again to record its ledger; if interrupted, the folder is left without it.
void add_ledger(const store::PendingFolder& folder, const scenario::Scenario& scenario, std::uint64_t seed,
                std::uint32_t replication, core::Lang lang) {
    try {
        const auto lines = measure::ledger_of(model::Blueprint(scenario), seed, replication, is_interrupted);
        folder.add("libro-mayor.csv", render::ledger_csv(lines));
    } catch (const model::Stopped&) {
        print_err("{}\n", core::in(lang, "Interrumpido: la carpeta queda sin libro-mayor.csv.",
                                   "Interrupted: the folder is left without libro-mayor.csv."));
    }
}

}  // namespace

Made made_of(std::shared_ptr<const store::StoredRun> stored, const std::shared_ptr<const results::Worlds>& worlds) {
    const auto of_run = [&](std::string (*make)(const results::Run&)) {
        return whole([stored, make] { return make(stored->run); });
    };
    Made made;
    made.json = of_run(render::results_json);
    made.csv = {{"results.csv", of_run(render::results_csv)},
                {"series.csv", of_run(render::series_csv)},
                {"resultados.csv", of_run(render::resultados_csv)}};
    made.tell = [stored, worlds](const results::Manifest& manifest, core::Lang in_lang) {
        return told::run(stored->run, stored->samples, manifest, in_lang, worlds.get());
    };
    made.save = [stored](const store::PendingFolder& to) {
        store::save(to.path() / store::run_file_name, stored->run, stored->samples);
    };
    made.about = stored->run.about;
    made.replications = stored->run.replications;
    add_worlds(made, worlds);
    return made;
}

namespace {

std::optional<Made> make_run(const Asked& asked, const experiment::Options& options, const How& how, core::Lang lang) {
    experiment::Outcome outcome = experiment::run(asked.scenarios.front(), options);
    if (outcome.run.replications == 0) {
        (void)nothing_was_finished(lang);
        return std::nullopt;
    }
    outcome.run.version = core::version;
    const auto stored =
        std::make_shared<const store::StoredRun>(store::StoredRun{std::move(outcome.run), std::move(outcome.samples)});
    std::shared_ptr<const results::Worlds> worlds;
    if (asked.worlds > 0) {
        if (outcome.interrupted) return std::nullopt;
        worlds = make_worlds(asked, options, &stored->run, how, lang);
        if (!worlds) return std::nullopt;
    }
    Made made = made_of(stored, worlds);
    if (how.definitions) {
        made.below = [stored, lang] { return "\n" + render::text(told::definitions(stored->run, lang)); };
    }
    made.beside = [stored, asked, how, lang](const store::PendingFolder& to) {
        if (how.ledger && has_replication(*how.ledger, stored->run.replications, lang))
            add_ledger(to, asked.scenarios.front(), stored->run.seed, *how.ledger, lang);
    };
    made.code = how_it_ended(outcome.interrupted, outcome.precision_reached, lang);
    return made;
}

int run(const Arguments& a, core::Lang lang) {
    const scenario::Scenario scenario = read_or_explain(a.file, lang, a.strict ? Warnings::as_errors : Warnings::told);
    Work work = a.work();
    if (a.trace) {
        (void)threads_that_fit(scenario, a.file, work, lang);
        return print_trace(scenario, *a.trace, a.seed.value_or(scenario.experiment.seed), a.replication, lang);
    }
    Asked asked{.command = "run",
                .files = {a.file},
                .scenarios = {scenario},
                .seed = a.seed.value_or(scenario.experiment.seed),
                .replications = a.replications.value_or(a.precision ? most_replications_for_precision
                                                                    : scenario.experiment.replications),
                .precision = a.precision,
                .prices = a.prices,
                .worlds = a.worlds};
    if (a.precision) asked.replications = replications_that_fit(scenario, asked.replications, work, lang);
    work.replications = asked.replications;
    const int threads = a.worlds > 0 ? threads_for(asked, work, lang) : threads_that_fit(scenario, a.file, work, lang);
    if (a.ledger && !has_replication(*a.ledger, asked.replications, lang)) return wrong_input;
    tell_unfinished(a.out, lang);
    How how = a.how(threads);
    how.definitions = a.definitions;
    how.ledger = a.ledger;
    return carry_out(asked, how, lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.file(a->file);
    o.seed(a->seed, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's");
    o.number("--replications", a->replications, 1, most_replications, "Réplicas (con --precision, a lo más)",
             "Replications (with --precision, at most)");
    o.precision(a->precision, "Semiancho relativo del 95 % para los beneficiarios de cada año, p. ej. 0.01",
                "Relative half-width at 95 % for the beneficiaries of each year, for instance 0.01");
    o.worlds(a->worlds);
    o.number("--ledger", a->ledger, 0, most_replications - 1,
             "Deja también libro-mayor.csv: cada asiento de esa réplica (la primera es la 0)",
             "Leaves libro-mayor.csv too: every posting of that replication (the first is 0)");
    o.simulation(*a);
    o.prices(a->prices);
    o.json(a->json, "results.json por la salida estándar, y nada más",
           "results.json on standard output, and nothing else there");
    o.flag("--definitions", a->definitions, "Imprime además la definición de cada medida",
           "Prints the definition of every measure too");
    o.flag("--strict", a->strict, "Un aviso del escenario es un error", "A warning of the scenario is an error");
    CLI::Option* trace = o.option(
        "--trace", a->trace, o.text("EMPRESA", "WHOM"),
        "La vida de una empresa, hecho por hecho: su número de llegada (1, 2, …) o su clave 0x…; con esto solo "
        "van --replication, --seed y --lang",
        "The life of an enterprise, fact by fact: its number of arrival (1, 2, …) or its key 0x…; only "
        "--replication, --seed and --lang go with it");
    for (const char* other : {"--replications", "--precision", "--worlds", "--ledger", "--json", "--definitions",
                              "--out", "--threads", "--anew", "--open", "--prices", "--quiet"})
        trace->excludes(o.get(other));
    o.number("--replication", a->replication, 0, std::numeric_limits<std::uint32_t>::max(),
             "Réplica de --trace, desde 0", "Replication of --trace, from 0")
        ->capture_default_str()
        ->needs(trace);
    return [a, lang = o.lang()] { return run(*a, lang); };
}

}  // namespace

const Command run_command{"run",
                          "Simula un escenario: imprime la ficha y deja sus resultados en una carpeta",
                          "Simulates a scenario: prints the sheet and leaves its results in a folder",
                          options,
                          make_run,
                          1,
                          1};

}  // namespace aforo::cli
