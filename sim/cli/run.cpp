#include "run.hpp"

#include <fmt/core.h>

#include "aforo/core/version.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/measure/ledger.hpp"
#include "aforo/render/csv.hpp"
#include "aforo/render/ledger_csv.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/told/run.hpp"
#include "carry_out.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "trace.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

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

Made made_of(std::shared_ptr<const store::StoredRun> stored, core::Lang lang,
             const std::shared_ptr<const results::Worlds>& worlds) {
    const auto of_run = [&](std::string (*make)(const results::Run&)) {
        return whole([stored, make] { return make(stored->run); });
    };
    Made made;
    made.json = of_run(render::results_json);
    made.csv = {{"results.csv", of_run(render::results_csv)},
                {"series.csv", of_run(render::series_csv)},
                {"resultados.csv", of_run(render::resultados_csv)}};
    made.tell = [stored, worlds, lang](const results::Manifest& manifest) {
        return told::run(stored->run, stored->samples, manifest, lang, worlds.get());
    };
    made.save = [stored](const store::PendingFolder& to) {
        store::save(to.path() / store::run_file_name, stored->run, stored->samples);
    };
    made.about = stored->run.about;
    made.replications = stored->run.replications;
    add_worlds(made, worlds);
    return made;
}

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
    Made made = made_of(stored, lang, worlds);
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

int run(const RunArguments& a, core::Lang lang) {
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

}  // namespace aforo::cli
