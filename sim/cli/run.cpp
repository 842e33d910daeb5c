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
#include "aforo/store/folder.hpp"
#include "aforo/store/run_file.hpp"
#include "trace.hpp"

namespace aforo::cli {

namespace {

constexpr int most_replications_for_precision = 1000;

// As a shell takes it.
std::string quoted(const std::string& file) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-+";
    if (!file.empty() && file.find_first_not_of(plain) == std::string::npos) return file;
    std::string q = "'";
    for (const char c : file) q += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return q + "'";
}

// Says so on stderr when the ledger's replication is none of them.
bool has_replication(std::uint32_t replication, int replications, core::Lang lang) {
    if (replication < static_cast<std::uint32_t>(replications)) return true;
    fmt::print(
        stderr, "{}\n",
        fmt::format(fmt::runtime(core::in(lang, "--ledger {}: no hay libro mayor; las réplicas son de la 0 a la {}",
                                          "--ledger {}: no ledger; replications are 0 to {}")),
                    replication, replications - 1));
    return false;
}

results::Manifest manifest_of(const RunArguments& a, const results::Run& run, const std::string& json) {
    results::Manifest m;
    m.version = run.version;
    m.scenario = run.scenario;
    m.scenario_file = a.file;
    m.scenario_digest = run.digest;
    m.seed = run.seed;
    m.replications = run.replications;
    m.precision = a.precision;
    m.results_digest = core::sha256_hex(json);
    m.command = fmt::format("aforo run {} --seed {} --replications {}", quoted(a.file), run.seed, run.replications);
    return m;
}

std::string fill_folder(store::PendingFolder& folder, const RunArguments& a, const scenario::Scenario& scenario,
                        const experiment::Outcome& outcome, const std::string& json, core::Lang lang) {
    const results::Run& run = outcome.run;
    const results::Manifest manifest = manifest_of(a, run, json);
    folder.add("manifest.json", report::manifest_json(manifest));
    folder.add("results.json", json);
    for (const auto& format : report::file_formats()) {
        if (format.by_default) {
            folder.add(std::string(format.file), format.make(run, outcome.samples, manifest, lang));
        }
    }
    if (a.ledger && has_replication(*a.ledger, run.replications, lang)) {
        const auto lines = measure::ledger_of(model::Blueprint(scenario), run.seed, *a.ledger);
        folder.add("libro-mayor.csv", report::ledger_csv(lines));
    }
    store::save(folder.path() / "run.sqlite", run, outcome.samples);
    return folder.commit("run").string();
}

}  // namespace

int run(const RunArguments& a, core::Lang lang) {
    const scenario::Scenario scenario = read_or_explain(a.file, lang);
    if (a.trace) return print_trace(scenario, *a.trace, a.seed.value_or(scenario.experiment.seed), a.replication, lang);
    experiment::Options options;
    options.seed = a.seed.value_or(scenario.experiment.seed);
    options.replications =
        a.replications.value_or(a.precision ? most_replications_for_precision : scenario.experiment.replications);
    options.precision = a.precision;
    options.threads = a.threads;
    if (a.ledger && !has_replication(*a.ledger, options.replications, lang)) return wrong_input;
    store::PendingFolder folder(std::filesystem::path(a.out) / store::slug(scenario.name));
    Progress progress(lang, a.quiet);
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    catch_interruptions();

    experiment::Outcome outcome = experiment::run(scenario, options);
    outcome.run.version = core::version;
    if (outcome.run.replications == 0) return nothing_was_finished(lang);
    // Printed first: a disk that is full loses the folder, not what was simulated.
    const std::string json = report::results_json(outcome.run);
    if (a.json) {
        fmt::print("{}", json);
    } else {
        fmt::print("{}", report::summary(outcome.run, lang));
        if (a.definitions) fmt::print("\n{}", report::definitions(outcome.run, lang));
    }
    std::fflush(stdout);
    const std::string where = fill_folder(folder, a, scenario, outcome, json, lang);
    if (!a.json) fmt::print("\n{} {}\n", core::in(lang, "Resultados en", "Results in"), where);
    return how_it_ended(outcome.interrupted, outcome.precision_reached, lang);
}

}  // namespace aforo::cli
