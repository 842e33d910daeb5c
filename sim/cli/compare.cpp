#include "compare.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "aforo/core/version.hpp"
#include "aforo/experiment/compare.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/told/comparison.hpp"
#include "carry_out.hpp"
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

std::optional<Made> make_comparison(const Asked& asked, const experiment::Options& options, const How&,
                                    core::Lang lang) {
    auto compared = std::make_shared<experiment::Compared>(experiment::compare(asked.scenarios, options));
    results::Comparison& comparison = compared->comparison;
    if (comparison.alternatives.empty()) {
        (void)nothing_was_finished(lang);
        return std::nullopt;
    }
    comparison.base.version = core::version;
    Made made;
    made.json = [compared] { return render::comparison_json(compared->comparison); };
    made.tell = [compared, lang](const results::Manifest&) { return told::comparison(compared->comparison, lang); };
    made.replications = comparison.base.replications;
    made.code = how_it_ended(compared->interrupted, compared->precision_reached, lang);
    return made;
}

int compare(const CompareArguments& a, core::Lang lang) {
    Asked asked{.command = "compare", .files = files_of(a.files), .precision = a.precision};
    if (asked.files.size() < 2) {
        print_err("aforo: {}\n",
                  core::in(lang, "no hay alternativa que comparar: nombre una base y al menos otro escenario",
                           "there is no alternative to compare: name a base and at least one other scenario"));
        throw WrongInput{};
    }
    asked.scenarios = read_all_or_explain(asked.files, lang);
    demand_same_years(asked.scenarios, asked.files, lang);
    asked.seed = a.seed.value_or(asked.scenarios.front().experiment.seed);
    asked.replications = a.replications.value_or(a.precision ? most_replications_for_precision
                                                             : asked.scenarios.front().experiment.replications);
    const std::size_t all = asked.files.size();
    const Work work{.scenarios = all, .kept = all, .threads = a.threads, .memory = a.memory, .quiet = a.quiet};
    for (std::size_t i = 0; a.precision && i < all; ++i)  // the largest of them decides
        asked.replications = replications_that_fit(asked.scenarios[i], asked.replications, work, lang);
    const int threads = threads_for(asked, {}, {.threads = a.threads, .memory = a.memory, .quiet = a.quiet}, lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, {.threads = threads, .out = a.out, .json = a.json, .quiet = a.quiet, .anew = a.anew}, lang);
}

}  // namespace aforo::cli
