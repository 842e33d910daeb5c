// aforo explain: why two scenarios differ, or what one more of each thing would bring to one scenario.
#include "aforo/experiment/explain.hpp"

#include <fmt/core.h>

#include <memory>
#include <string>
#include <vector>

#include "aforo/core/version.hpp"
#include "aforo/render/csv.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/results/results.hpp"
#include "aforo/told/documents.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "delivery.hpp"
#include "effort.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

struct Arguments : ExperimentArguments {
    std::vector<std::string> files;  // one or two
};

constexpr const char* limits_file = "limits.csv";

std::optional<Made> make_shares(const Asked& asked, const experiment::Options& options, core::Lang lang) {
    const auto coalitions = experiment::coalitions(asked.scenarios[0], asked.scenarios[1]);
    auto explained = std::make_shared<experiment::Explained>(experiment::explain(coalitions, options));
    results::Explanation& explanation = explained->explanation;
    if (explanation.attributions.empty()) {
        print_err("{}\n",
                  core::in(lang,
                           "Interrumpido: una diferencia se reparte cuando se simuló con todas las combinaciones "
                           "de sus cambios; no hay resultados.",
                           "Interrupted: a difference is shared out once all combinations of its changes were "
                           "simulated; there are no results."));
        return std::nullopt;
    }
    explanation.base.version = explanation.other.version = core::version;
    Made made;
    made.json = whole([explained] { return render::explanation_json(explained->explanation); });
    made.csv = {{limits_file, whole([explained] {
                     return render::limits_csv({&explained->explanation.base, &explained->explanation.other});
                 })}};
    made.tell = [explained](const results::Manifest& manifest, core::Lang in_lang) {
        return told::explanation(explained->explanation, in_lang, manifest);
    };
    made.replications = explanation.base.replications;
    made.code = how_it_ended(explained->interrupted, true, lang);
    return made;
}

std::optional<Made> make_marginals(const Asked& asked, const experiment::Options& options, core::Lang lang) {
    auto raised = std::make_shared<experiment::Raised>(experiment::marginals(asked.scenarios.front(), options));
    results::Marginals& marginals = raised->marginals;
    if (marginals.marginals.empty()) {
        (void)nothing_was_finished(lang);
        return std::nullopt;
    }
    marginals.base.version = core::version;
    Made made;
    made.json = whole([raised] { return render::marginals_json(raised->marginals); });
    made.csv = {{limits_file, whole([raised] { return render::limits_csv({&raised->marginals.base}); })}};
    made.tell = [raised](const results::Manifest& manifest, core::Lang in_lang) {
        return told::marginals(raised->marginals, in_lang, manifest);
    };
    made.replications = marginals.base.replications;
    made.code = how_it_ended(raised->interrupted, true, lang);
    return made;
}

std::optional<Made> make_explanation(const Asked& asked, const experiment::Options& options, const How&,
                                     core::Lang lang) {
    return asked.scenarios.size() == 2 ? make_shares(asked, options, lang) : make_marginals(asked, options, lang);
}

int explain(const Arguments& a, core::Lang lang) {
    Asked asked{
        .command = "explain", .files = a.files, .scenarios = read_all_or_explain(a.files, lang), .prices = a.prices};
    demand_same_years(asked.scenarios, a.files, lang);
    const scenario::Scenario& base = asked.scenarios.front();
    asked.seed = a.seed.value_or(base.experiment.seed);
    asked.replications = a.replications.value_or(replications_of(a.effort));
    const int threads = threads_for(asked, a.work(), lang);
    std::size_t scenarios = experiment::marginals_of(base) + 1;
    if (asked.scenarios.size() == 2) {
        const auto coalitions = experiment::coalitions(base, asked.scenarios[1]);
        scenarios = coalitions.scenarios.size();
        if (coalitions.players.empty()) {
            print_out("{}\n", core::in(lang, "Los dos escenarios dicen lo mismo: no hay nada que explicar.",
                                       "Both scenarios say the same: there is nothing to explain."));
            return done;
        }
    }
    tell_unfinished(a.out, lang);
    announce(scenarios, base, asked.seed, asked.replications, threads, lang, a.quiet);
    return carry_out(asked, a.how(threads), lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("escenarios", "scenarios", a->files, "Uno o dos archivos YAML", "One or two YAML files")
        ->required()
        ->expected(1, 2);
    o.experiment(*a, "Semilla; por omisión, la del primer escenario", "Seed; unless given, the first scenario's",
                 "Réplicas de cada caso; por omisión, las de --effort",
                 "Replications of each case; unless given, those of --effort");
    o.prices(a->prices);
    return [a, lang = o.lang()] { return explain(*a, lang); };
}

}  // namespace

const Command explain_command{
    "explain",
    "Dos escenarios: qué parte de la diferencia se debe a cada cambio. Uno: qué traería un asesor más en cada "
    "centro y más dinero en cada componente",
    "Two scenarios: which part of the difference is due to each change. One: what one advisor more at each centre "
    "and more money for each component would bring",
    options,
    make_explanation,
    1,
    2};

}  // namespace aforo::cli
