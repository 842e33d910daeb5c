#include "explain.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <functional>

#include "aforo/core/version.hpp"
#include "aforo/experiment/explain.hpp"
#include "aforo/report/explanation.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/workbook.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

store::PendingFolder folder_of(const ExplainArguments& a, const scenario::Scenario& base) {
    return store::PendingFolder(std::filesystem::path(a.out) / store::slug(base.name));
}

// What one experiment leaves beside its text.
struct Files {
    std::string limits, page, book;
};

int deliver_explanation(const ExplainArguments& a, store::PendingFolder& folder, const std::string& json,
                        const std::function<Files()>& files, const std::function<std::string()>& text, int code,
                        core::Lang lang) {
    const auto fill = [&](const store::PendingFolder& to) {
        to.add("results.json", json);
        const Files made = files();
        to.add("limits.csv", made.limits);
        to.add("report.html", made.page);
        to.add("report.xlsx", made.book);
    };
    return deliver(folder, {"explain", fill, [&] { return a.json ? json : text(); }, a.json}, code, lang);
}

int explain_difference(const ExplainArguments& a, const std::vector<scenario::Scenario>& scenarios,
                       const experiment::Options& options, core::Lang lang) {
    const auto coalitions = experiment::coalitions(scenarios[0], scenarios[1]);
    if (coalitions.players.empty()) {
        print_out("{}\n", core::in(lang, "Los dos escenarios dicen lo mismo: no hay nada que explicar.",
                                   "Both scenarios say the same: there is nothing to explain."));
        return done;
    }
    catch_interruptions();
    announce(coalitions.scenarios.size(), scenarios[0], options, lang, a.quiet);
    store::PendingFolder folder = folder_of(a, scenarios[0]);
    experiment::Explained explained = experiment::explain(coalitions, options);
    results::Explanation& explanation = explained.explanation;
    if (explained.interrupted && explanation.attributions.empty()) {
        print_err("{}\n",
                  core::in(lang,
                           "Interrumpido: una diferencia se reparte cuando se simuló con todas las combinaciones "
                           "de sus cambios; no hay resultados.",
                           "Interrupted: a difference is shared out once all combinations of its changes were "
                           "simulated; there are no results."));
        return interrupted;
    }
    explanation.base.version = explanation.other.version = core::version;
    const auto files = [&] {
        return Files{report::limits_csv({&explanation.base, &explanation.other}),
                     report::explanation_page(explanation, lang), report::explanation_workbook(explanation, lang)};
    };
    return deliver_explanation(
        a, folder, report::explanation_json(explanation), files,
        [&] { return report::explanation_text(explanation, lang); }, how_it_ended(explained.interrupted, true, lang),
        lang);
}

int explain_one(const ExplainArguments& a, const scenario::Scenario& scenario, const experiment::Options& options,
                core::Lang lang) {
    catch_interruptions();
    announce(experiment::marginals_of(scenario) + 1, scenario, options, lang, a.quiet);
    store::PendingFolder folder = folder_of(a, scenario);
    experiment::Raised raised = experiment::marginals(scenario, options);
    results::Marginals& marginals = raised.marginals;
    if (marginals.marginals.empty()) return raised.interrupted ? nothing_was_finished(lang) : done;
    marginals.base.version = core::version;
    const auto files = [&] {
        return Files{report::limits_csv({&marginals.base}), report::marginals_page(marginals, lang),
                     report::marginals_workbook(marginals, lang)};
    };
    return deliver_explanation(
        a, folder, report::marginals_json(marginals), files, [&] { return report::marginals_text(marginals, lang); },
        how_it_ended(raised.interrupted, true, lang), lang);
}

}  // namespace

int explain(const ExplainArguments& a, core::Lang lang) {
    const auto scenarios = read_all_or_explain(a.files, lang);
    demand_same_years(scenarios, a.files, lang);
    experiment::Options options;
    options.seed = a.seed.value_or(scenarios.front().experiment.seed);
    options.replications = a.replications.value_or(replications_of(a.effort));
    Work work{.replications = static_cast<double>(options.replications),
              .kept = 3,  // with what is kept of the others
              .threads = a.threads,
              .memory = a.memory,
              .quiet = a.quiet};
    for (std::size_t i = 0; i < scenarios.size(); ++i)
        work.threads = options.threads = threads_that_fit(scenarios[i], a.files[i], work, lang);
    Progress progress(lang, a.quiet);
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    tell_unfinished(a.out, lang);
    return scenarios.size() == 2 ? explain_difference(a, scenarios, options, lang)
                                 : explain_one(a, scenarios.front(), options, lang);
}

}  // namespace aforo::cli
