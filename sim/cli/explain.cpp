#include "explain.hpp"

#include <fmt/core.h>

#include <filesystem>

#include "aforo/core/version.hpp"
#include "aforo/experiment/explain.hpp"
#include "aforo/report/explanation.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/workbook.hpp"
#include "aforo/store/folder.hpp"

namespace aforo::cli {

namespace {

// What one experiment leaves, and what it tells.
struct Made {
    std::string json, limits, page, book, text;
};

store::PendingFolder folder_of(const ExplainArguments& a, const scenario::Scenario& base) {
    return store::PendingFolder(std::filesystem::path(a.out) / store::slug(base.name));
}

void tell(const ExplainArguments& a, store::PendingFolder& folder, const Made& made, core::Lang lang) {
    folder.add("results.json", made.json);
    folder.add("limits.csv", made.limits);
    folder.add("report.html", made.page);
    folder.add("report.xlsx", made.book);
    const std::string where = folder.commit("explain").string();
    if (a.json) {
        fmt::print("{}", made.json);
    } else {
        fmt::print("{}\n{} {}\n", made.text, core::in(lang, "Resultados en", "Results in"), where);
    }
}

int explain_difference(const ExplainArguments& a, const std::vector<scenario::Scenario>& scenarios,
                       const experiment::Options& options, core::Lang lang) {
    const auto coalitions = experiment::coalitions(scenarios[0], scenarios[1]);
    if (coalitions.players.empty()) {
        fmt::print("{}\n", core::in(lang, "Los dos escenarios dicen lo mismo: no hay nada que explicar.",
                                    "Both scenarios say the same: there is nothing to explain."));
        return done;
    }
    announce(coalitions.scenarios.size(), scenarios[0], options, lang, a.quiet);
    store::PendingFolder folder = folder_of(a, scenarios[0]);
    auto [explanation, was_interrupted] = experiment::explain(coalitions, options);
    if (was_interrupted) return nothing_was_finished(lang);
    explanation.base.version = explanation.other.version = core::version;
    tell(a, folder,
         {report::explanation_json(explanation), report::limits_csv({&explanation.base, &explanation.other}),
          report::explanation_page(explanation, lang), report::explanation_workbook(explanation, lang),
          report::explanation_text(explanation, lang)},
         lang);
    return done;
}

int explain_one(const ExplainArguments& a, const scenario::Scenario& scenario, const experiment::Options& options,
                core::Lang lang) {
    announce(experiment::marginals_of(scenario) + 1, scenario, options, lang, a.quiet);
    store::PendingFolder folder = folder_of(a, scenario);
    auto [marginals, was_interrupted] = experiment::marginals(scenario, options);
    if (marginals.marginals.empty()) return was_interrupted ? nothing_was_finished(lang) : done;
    marginals.base.version = core::version;
    tell(a, folder,
         {report::marginals_json(marginals), report::limits_csv({&marginals.base}),
          report::marginals_page(marginals, lang), report::marginals_workbook(marginals, lang),
          report::marginals_text(marginals, lang)},
         lang);
    return how_it_ended(was_interrupted, true, lang);
}

}  // namespace

int explain(const ExplainArguments& a, core::Lang lang) {
    const auto scenarios = read_all_or_explain(a.files, lang);
    demand_same_years(scenarios, a.files, lang);
    experiment::Options options;
    options.seed = a.seed.value_or(scenarios.front().experiment.seed);
    options.replications = a.replications.value_or(replications_of(a.effort));
    options.threads = a.threads;
    Progress progress(lang, a.quiet);
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    catch_interruptions();
    return scenarios.size() == 2 ? explain_difference(a, scenarios, options, lang)
                                 : explain_one(a, scenarios.front(), options, lang);
}

}  // namespace aforo::cli
