// aforo compare: what alternatives change relative to a base, under common random numbers.
#include "aforo/experiment/compare.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/version.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/answers.hpp"
#include "aforo/scenario/library.hpp"
#include "aforo/told/documents.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "compare.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

struct Arguments : SimulationArguments {
    std::vector<std::string> files;     // the base first; a folder stands for the scenarios in it
    std::optional<std::uint64_t> seed;  // the base's if not given
    std::optional<int> replications;    // likewise; with a precision, the most
    std::optional<double> precision;
    int worlds = 0;
};

}  // namespace

namespace fs = std::filesystem;

std::vector<std::string> files_of(const std::vector<std::string>& arguments) {
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
            const bool is_scenario =
                entry.path().extension() == ".yaml" && !scenario::are_answers(entry.path().string());
            if (is_scenario && !is_base) inside.push_back(entry.path().string());
        }
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

std::string base_of(const std::string& file, const scenario::Base& base) {
    return scenario::found(base.base, fs::path(file).parent_path()).lexically_normal().generic_string();
}

namespace {

constexpr int most_replications_for_precision = 1000;

// A single scenario is compared with the first base that it names; its other bases are mentioned.
void add_its_base(std::vector<std::string>& files, core::Lang lang) {
    const std::string alone = files.front();
    const scenario::Scenario s = read_or_explain(alone, lang, Warnings::left);
    if (s.compare_with.empty()) return;
    files.insert(files.begin(), base_of(alone, s.compare_with.front()));
    std::string others;
    for (std::size_t i = 1; i < s.compare_with.size(); ++i)
        others += (others.empty() ? "" : ", ") + base_of(alone, s.compare_with[i]);
    print_err("{}\n", fmt::format(fmt::runtime(core::in(lang, "Se compara con {}, como el escenario dice.",
                                                        "Compared with {}, as the scenario says.")),
                                  core::escaped(files.front())));
    if (!others.empty())
        print_err(
            "{}\n",
            fmt::format(fmt::runtime(core::in(lang, "También nombra como base: {}.", "It names as a base too: {}.")),
                        core::escaped(others)));
}

// An alternative written for another base differs from this one also by the differences between the two bases.
void warn_of_other_bases(const Asked& asked, core::Lang lang) {
    for (std::size_t i = 1; i < asked.files.size(); ++i) {
        const auto& bases = asked.scenarios[i].compare_with;
        const bool is_meant = std::any_of(bases.begin(), bases.end(), [&](const scenario::Base& base) {
            std::error_code error;
            return fs::equivalent(base_of(asked.files[i], base), asked.files.front(), error);
        });
        if (bases.empty() || is_meant) continue;
        print_err("{}\n",
                  fmt::format(fmt::runtime(core::in(lang,
                                                    "aviso: {} dice compararse con {}; frente a {} la diferencia "
                                                    "incluye la que hay entre esas dos bases",
                                                    "warning: {} says that it is compared with {}; against {} the "
                                                    "difference holds that between those two bases")),
                              core::escaped(asked.files[i]), core::escaped(base_of(asked.files[i], bases.front())),
                              core::escaped(asked.files.front())));
    }
}

std::optional<Made> make_comparison(const Asked& asked, const experiment::Options& options, const How& how,
                                    core::Lang lang) {
    auto compared = std::make_shared<experiment::Compared>(experiment::compare(asked.scenarios, options));
    results::Comparison& comparison = compared->comparison;
    if (comparison.alternatives.empty()) {
        (void)nothing_was_finished(lang);
        return std::nullopt;
    }
    comparison.base.version = core::version;
    std::shared_ptr<const results::Worlds> worlds;
    if (asked.worlds > 0) {
        if (compared->interrupted) return std::nullopt;
        worlds = make_worlds(asked, options, &comparison.base, how, lang);
        if (!worlds) return std::nullopt;
    }
    Made made;
    made.json = whole([compared] { return render::comparison_json(compared->comparison); });
    made.tell = [compared, worlds](const results::Manifest& manifest, core::Lang in_lang) {
        return told::comparison(compared->comparison, in_lang, worlds.get(), manifest);
    };
    made.replications = comparison.base.replications;
    add_worlds(made, worlds);
    made.code = how_it_ended(compared->interrupted, compared->precision_reached, lang);
    return made;
}

int compare(const Arguments& a, core::Lang lang) {
    Asked asked{.command = "compare",
                .files = files_of(a.files),
                .precision = a.precision,
                .prices = a.prices,
                .worlds = a.worlds};
    if (asked.files.size() == 1) add_its_base(asked.files, lang);
    if (asked.files.size() < 2) {
        print_err(
            "aforo: {}\n",
            core::in(lang,
                     "no hay alternativa que comparar: nombre una base y al menos otro escenario, o uno que diga "
                     "su base en compare_with",
                     "there is no alternative to compare: name a base and at least one other scenario, or one that "
                     "says its base in compare_with"));
        throw WrongInput{};
    }
    asked.scenarios = read_all_or_explain(asked.files, lang);
    demand_same_years(asked.scenarios, asked.files, lang);
    warn_of_other_bases(asked, lang);
    asked.seed = a.seed.value_or(asked.scenarios.front().experiment.seed);
    asked.replications = a.replications.value_or(a.precision ? most_replications_for_precision
                                                             : asked.scenarios.front().experiment.replications);
    const std::size_t all = asked.files.size();
    Work work = a.work();
    work.scenarios = work.kept = all;
    for (std::size_t i = 0; a.precision && i < all; ++i)  // the largest scenario decides
        asked.replications = replications_that_fit(asked.scenarios[i], asked.replications, work, lang);
    const int threads = threads_for(asked, a.work(), lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, a.how(threads), lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument(
         "escenarios", "scenarios", a->files,
         "La base y una o más alternativas (YAML), o carpetas de alternativas; una alternativa sola, con la base "
         "que nombra en compare_with",
         "The base and one or more alternatives (YAML), or folders of alternatives; an alternative alone, with the "
         "base that it names in compare_with")
        ->required()
        ->expected(1, 100);
    o.seed(a->seed, "Semilla; por omisión, la de la base", "Seed; unless given, the base's");
    o.number("--replications", a->replications, 2, most_replications,
             "Réplicas; por omisión, las de la base (con --precision, a lo más)",
             "Replications; unless given, the base's (with --precision, at most)");
    o.precision(
        a->precision,
        "Semiancho del 95 % de cada diferencia en beneficiarios de un año, como parte de los de la base, "
        "p. ej. 0.005",
        "Half-width at 95 % of each difference in a year's beneficiaries, as a part of the base's, for instance "
        "0.005");
    o.worlds(a->worlds);
    o.simulation(*a);
    o.json(a->json, "Las diferencias en JSON por la salida estándar, y nada más",
           "The differences as JSON on standard output, and nothing else there");
    o.prices(a->prices);
    return [a, lang = o.lang()] { return compare(*a, lang); };
}

}  // namespace

const Command compare_command{
    "compare",
    "Compara alternativas con una base, con los mismos números aleatorios: diferencias y su error",
    "Compares alternatives with a base, on the same random numbers: differences and their error",
    options,
    make_comparison,
    2,
    any_number};

}  // namespace aforo::cli
