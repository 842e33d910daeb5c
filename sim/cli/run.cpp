#include "run.hpp"

#include <fmt/core.h>

#include "aforo/core/sha256.hpp"
#include "aforo/core/version.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/measure/ledger.hpp"
#include "aforo/report/formats.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/ledger_csv.hpp"
#include "aforo/report/terminal.hpp"
#include "aforo/store/input.hpp"
#include "aforo/store/run_file.hpp"
#include "carry_out.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "trace.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

constexpr int most_replications_for_precision = 1000;

// Says so on stderr when the ledger's replication is none of them.
bool has_replication(std::uint32_t replication, int replications, core::Lang lang) {
    if (replication < static_cast<std::uint32_t>(replications)) return true;
    print_err(
        "{}\n",
        fmt::format(fmt::runtime(core::in(lang, "--ledger {}: no hay libro mayor; las réplicas son de la 0 a la {}",
                                          "--ledger {}: no ledger; replications are 0 to {}")),
                    replication, replications - 1));
    return false;
}

results::Manifest manifest_of(const Asked& asked, const results::Run& run, const std::string& json,
                              const std::filesystem::path& run_file) {
    results::Manifest m;
    m.version = run.version;
    m.program = program_digest();
    m.scenario = run.scenario;
    m.about = run.about;
    m.scenario_file = asked.files.front();
    m.scenario_digest = run.digest;
    m.seed = run.seed;
    m.replications = run.replications;
    m.precision = asked.precision;
    m.results_digest = core::sha256_hex(json);
    m.run_file_digest = store::digest_of_file(run_file);
    m.command = command_line(asked, run.replications);
    return m;
}

// Run again to be written down; an interruption leaves the folder without it.
void add_ledger(const store::PendingFolder& folder, const scenario::Scenario& scenario, std::uint64_t seed,
                std::uint32_t replication, core::Lang lang) {
    try {
        const auto lines = measure::ledger_of(model::Blueprint(scenario), seed, replication, is_interrupted);
        folder.add("libro-mayor.csv", report::ledger_csv(lines));
    } catch (const model::Stopped&) {
        print_err("{}\n", core::in(lang, "Interrumpido: la carpeta queda sin libro-mayor.csv.",
                                   "Interrupted: the folder is left without libro-mayor.csv."));
    }
}

void fill_folder(const store::PendingFolder& folder, const Asked& asked, const How& how,
                 const experiment::Outcome& outcome, const std::string& json, core::Lang lang) {
    const results::Run& run = outcome.run;
    const auto run_file = folder.path() / "run.sqlite";
    store::save(run_file, run, outcome.samples);
    const results::Manifest manifest = manifest_of(asked, run, json, run_file);
    folder.add("manifest.json", report::manifest_json(manifest));
    for (const auto& format : report::file_formats()) {
        if (format.by_default) folder.add(std::string(format.file), format.make(run, outcome.samples, manifest, lang));
    }
    if (how.ledger && has_replication(*how.ledger, run.replications, lang))
        add_ledger(folder, asked.scenarios.front(), run.seed, *how.ledger, lang);
}

}  // namespace

std::optional<Made> make_run(const Asked& asked, const experiment::Options& options, const How& how, core::Lang lang) {
    auto outcome = std::make_shared<experiment::Outcome>(experiment::run(asked.scenarios.front(), options));
    if (outcome->run.replications == 0) {
        (void)nothing_was_finished(lang);
        return std::nullopt;
    }
    outcome->run.version = core::version;
    Made made;
    made.json = [outcome] { return report::results_json(outcome->run); };
    made.text = [outcome, how, lang] {
        return report::summary(outcome->run, lang) +
               (how.definitions ? "\n" + report::definitions(outcome->run, lang) : "");
    };
    made.more = [outcome, asked, how, lang](const store::PendingFolder& to, const std::string& json) {
        fill_folder(to, asked, how, *outcome, json, lang);
    };
    made.replications = outcome->run.replications;
    made.code = how_it_ended(outcome->interrupted, outcome->precision_reached, lang);
    return made;
}

int run(const RunArguments& a, core::Lang lang) {
    const scenario::Scenario scenario = read_or_explain(a.file, lang, a.strict ? Warnings::as_errors : Warnings::told);
    Work work{.threads = a.threads, .memory = a.memory, .quiet = a.quiet};
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
                .precision = a.precision};
    if (a.precision) asked.replications = replications_that_fit(scenario, asked.replications, work, lang);
    work.replications = asked.replications;
    const int threads = threads_that_fit(scenario, a.file, work, lang);
    if (a.ledger && !has_replication(*a.ledger, asked.replications, lang)) return wrong_input;
    tell_unfinished(a.out, lang);
    return carry_out(asked,
                     {.threads = threads,
                      .out = a.out,
                      .json = a.json,
                      .quiet = a.quiet,
                      .definitions = a.definitions,
                      .anew = a.anew,
                      .ledger = a.ledger},
                     lang);
}

}  // namespace aforo::cli
