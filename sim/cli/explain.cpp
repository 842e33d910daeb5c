#include "explain.hpp"

#include <fmt/core.h>

#include <memory>

#include "aforo/core/version.hpp"
#include "aforo/experiment/explain.hpp"
#include "aforo/render/csv.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/told/explanation.hpp"
#include "aforo/told/marginals.hpp"
#include "carry_out.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

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
    made.tell = [explained, lang](const results::Manifest& manifest) {
        return told::explanation(explained->explanation, lang, manifest);
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
    made.tell = [raised, lang](const results::Manifest& manifest) {
        return told::marginals(raised->marginals, lang, manifest);
    };
    made.replications = marginals.base.replications;
    made.code = how_it_ended(raised->interrupted, true, lang);
    return made;
}

}  // namespace

std::optional<Made> make_explanation(const Asked& asked, const experiment::Options& options, const How&,
                                     core::Lang lang) {
    return asked.scenarios.size() == 2 ? make_shares(asked, options, lang) : make_marginals(asked, options, lang);
}

int explain(const ExplainArguments& a, core::Lang lang) {
    Asked asked{.command = "explain", .files = a.files, .scenarios = read_all_or_explain(a.files, lang), .prices = a.prices};
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

}  // namespace aforo::cli
