#include "compare.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "aforo/core/version.hpp"
#include "aforo/experiment/compare.hpp"
#include "aforo/report/comparison.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/page.hpp"
#include "aforo/report/workbook.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

constexpr int most_replications_for_precision = 1000;

// A folder stands for the scenarios in it, by name, but for the base.
std::vector<std::string> files_of(const std::vector<std::string>& arguments) {
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (const auto& argument : arguments) {
        std::error_code error;
        if (!fs::is_directory(argument, error)) {
            files.push_back(argument);
            continue;
        }
        std::vector<std::string> inside;
        for (const auto& entry : fs::directory_iterator(argument)) {
            const bool is_base = !files.empty() && fs::equivalent(entry.path(), files.front(), error);
            if (entry.path().extension() == ".yaml" && !is_base) inside.push_back(entry.path().string());
        }
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

}  // namespace

int compare(const CompareArguments& a, core::Lang lang) {
    const auto files = files_of(a.files);
    if (files.size() < 2) {
        print_err("aforo: {}\n",
                  core::in(lang, "no hay alternativa que comparar: nombre una base y al menos otro escenario",
                           "there is no alternative to compare: name a base and at least one other scenario"));
        throw WrongInput{};
    }
    const auto scenarios = read_all_or_explain(files, lang);
    demand_same_years(scenarios, files, lang);
    experiment::Options options;
    options.seed = a.seed.value_or(scenarios.front().experiment.seed);
    options.precision = a.precision;
    options.replications = a.replications.value_or(a.precision ? most_replications_for_precision
                                                               : scenarios.front().experiment.replications);
    Work work{
        .scenarios = files.size(), .kept = files.size(), .threads = a.threads, .memory = a.memory, .quiet = a.quiet};
    options.threads = a.threads;
    for (std::size_t i = 0; i < files.size(); ++i) {  // the largest of them decides
        if (a.precision) options.replications = replications_that_fit(scenarios[i], options.replications, work, lang);
        work.replications = options.replications;
        work.threads = options.threads = threads_that_fit(scenarios[i], files[i], work, lang);
    }
    tell_unfinished(a.out, lang);
    catch_interruptions();
    store::PendingFolder folder(std::filesystem::path(a.out) / store::slug(scenarios.front().name));
    Progress progress(lang, a.quiet);
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    experiment::Compared compared = experiment::compare(scenarios, options);
    results::Comparison& comparison = compared.comparison;
    comparison.base.version = core::version;
    if (comparison.alternatives.empty()) return nothing_was_finished(lang);

    const int code = how_it_ended(compared.interrupted, compared.precision_reached, lang);
    const std::string json = report::comparison_json(comparison);
    const auto fill = [&](const store::PendingFolder& to) {
        to.add("results.json", json);
        to.add("report.html", report::comparison_page(comparison, lang));
        to.add("report.xlsx", report::comparison_workbook(comparison, lang));
    };
    const auto text = [&] { return a.json ? json : report::comparison_text(comparison, lang); };
    return deliver(folder, {"compare", fill, text, a.json}, code, lang);
}

}  // namespace aforo::cli
