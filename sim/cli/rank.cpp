// aforo rank: the best of several scenarios by a figure, and those that cannot be told from it.
#include "aforo/experiment/rank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/version.hpp"
#include "aforo/render/rank.hpp"
#include "aforo/results/rank.hpp"
#include "aforo/told/documents.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "compare.hpp"
#include "delivery.hpp"
#include "effort.hpp"
#include "figures.hpp"
#include "output.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

struct Arguments : ExperimentArguments {
    std::vector<std::string> files;
    std::vector<std::string> by;  // MEASURE[@ID]; the first one ranks
    int year = 0;                 // 0: the last year
    bool is_least = false, is_greatest = false, any_base = false;
    std::optional<double> delta;
    double probability = 0.95;
    int worlds = 0;
};

namespace fs = std::filesystem;

constexpr int fewest = 20;  // replications of every scenario

std::vector<results::FigureKey> figures_of(const Asked& asked, core::Lang lang) {
    const scenario::Scenario& base = asked.scenarios.front();
    const auto year = static_cast<int>(asked.own.number("--year", 1900, 2999, base.horizon.last_year));
    std::vector<results::FigureKey> all;
    for (const auto& text : asked.own.texts("--by")) all.push_back(figure_of(text, year, base, "--by", lang));
    if (all.empty())
        refuse("--by", "diga por qué cifra: admissions@mujeres", "say by which figure: admissions@women", lang);
    return all;
}

// Keeps the scenarios that have the same base or are that base. Those in a folder that do not are left out with a
// message; for those that were named it is an error.
void keep_one_base(Asked& asked, const std::vector<std::string>& named, core::Lang lang) {
    const auto base = [&](std::size_t i) {
        const auto& bases = asked.scenarios[i].compare_with;
        return bases.empty() ? fs::path(asked.files[i]) : fs::path(base_of(asked.files[i], bases.front()));
    };
    const auto is_same = [](const fs::path& a, const fs::path& b) {
        std::error_code error;
        return a == b || fs::equivalent(a, b, error);
    };
    const std::string first = base(0).generic_string();
    for (std::size_t i = 1; i < asked.files.size();) {
        if (is_same(base(i), first) || is_same(asked.files[i], first) || is_same(base(i), asked.files[0])) {
            ++i;
            continue;
        }
        const std::string file = asked.files[i], other = base(i).generic_string();
        const bool is_unsaid = asked.scenarios[0].compare_with.empty() || asked.scenarios[i].compare_with.empty();
        const bool is_named = std::find(named.begin(), named.end(), file) != named.end();
        if (is_unsaid && is_named) {
            const std::string without = core::escaped(asked.files[asked.scenarios[i].compare_with.empty() ? i : 0]);
            refuse(
                "rank",
                fmt::format("{} no dice con qué se compara; póngale compare_with: [{{base: ARCHIVO}}], la misma base "
                            "que a los demás, o pida el orden así con --any-base",
                            without),
                fmt::format("{} does not say what it is compared with; give it compare_with: [{{base: FILE}}], the "
                            "same base as the others, or ask for the order as it is with --any-base",
                            without),
                lang);
        }
        if (is_named)
            refuse("--any-base",
                   fmt::format(
                       "{} se compara con {} y {} con {}: el orden incluiría la diferencia entre esas bases; si es "
                       "lo que quiere, pídalo con --any-base",
                       core::escaped(asked.files[0]), core::escaped(first), core::escaped(file), core::escaped(other)),
                   fmt::format(
                       "{} is compared with {} and {} with {}: the order would hold the difference between those "
                       "bases; if that is what you want, ask for it with --any-base",
                       core::escaped(asked.files[0]), core::escaped(first), core::escaped(file), core::escaped(other)),
                   lang);
        print_err("{}\n", fmt::format(fmt::runtime(core::in(lang, "{} queda fuera: se compara con {}.",
                                                            "{} is left out: it is compared with {}.")),
                                      core::escaped(file), core::escaped(other)));
        asked.files.erase(asked.files.begin() + static_cast<std::ptrdiff_t>(i));
        asked.scenarios.erase(asked.scenarios.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

std::optional<Made> make_rank(const Asked& asked, const experiment::Options& options, const How& how, core::Lang lang) {
    experiment::RankOptions of{.study = options, .of = figures_of(asked, lang)};
    if (asked.own.has("--min") || asked.own.has("--max")) of.is_least = asked.own.has("--min");
    if (asked.own.has("--delta")) of.delta = asked.own.real("--delta", 0, 1e15, 0);
    of.alpha = 1 - asked.own.real("--probability", 0.5, 0.9999, 0.95);
    const double items = static_cast<double>(asked.scenarios.size()) * asked.replications;
    if (!(options.stop && options.stop())) announce_time(asked, std::nullopt, {1.5 * items, 0}, how, lang);
    auto result = experiment::rank(asked.scenarios, of);
    if (result.has_no_delta)
        refuse("--delta", "la cifra del primer escenario es 0: diga qué diferencia importa, en su unidad",
               "the first scenario's figure is 0: say which difference matters, in its unit", lang);
    if (result.interrupted) {
        print_err("{}\n", core::in(lang, "Interrumpido: el orden se da cuando está probado.",
                                   "Interrupted: the order is given once it was tried."));
        return std::nullopt;
    }
    result.rank.base.version = core::version;
    if (asked.worlds > 0) {
        const auto problem = problem_of_worlds(asked, lang);
        if (!how.quiet && !(options.stop && options.stop())) announce_worlds(asked, problem, {}, how, lang);
        if (!experiment::add_worlds(asked.scenarios, problem, options_of_worlds(asked, options), result.rank)) {
            print_err("{}\n", core::in(lang, "Interrumpido: los mundos se dan cuando están todos.",
                                       "Interrupted: worlds are given once all are there."));
            return std::nullopt;
        }
        const auto& of_it = *result.rank.worlds;
        if (of_it.kept.size() < 2) refuse_few_worlds(of_it.drawn, static_cast<int>(of_it.kept.size()), lang);
    }
    const auto made = std::make_shared<const results::Rank>(std::move(result.rank));
    Made all;
    all.json = whole([made] { return render::rank_json(*made); });
    all.tell = [made](const results::Manifest& manifest, core::Lang in_lang) {
        return told::rank(*made, in_lang, manifest);
    };
    all.replications = made->replications;
    if (made->worlds) add_worlds(all, std::shared_ptr<const results::Worlds>(made, &*made->worlds));
    if (!made->is_decided) all.code = not_reached;
    return all;
}

int rank(const Arguments& a, core::Lang lang) {
    Asked asked{.command = "rank", .files = files_of(a.files), .prices = a.prices};
    asked.scenarios = read_all_or_explain(asked.files, lang);
    if (!a.any_base) keep_one_base(asked, a.files, lang);
    if (asked.files.size() < 2)
        refuse("rank", "hacen falta dos escenarios o más, o una carpeta de ellos",
               "two scenarios or more are needed, or a folder of them", lang);
    demand_same_years(asked.scenarios, asked.files, lang);
    asked.seed = a.seed.value_or(asked.scenarios.front().experiment.seed);
    asked.worlds = a.worlds;
    asked.replications = std::max(fewest, a.replications.value_or(replications_of(a.effort)));
    if (a.replications && *a.replications < fewest && !a.quiet) {
        print_err("{}\n", fmt::format(fmt::runtime(core::in(lang, "Con menos de {} réplicas no se ordena: son {}.",
                                                            "Nothing is ranked with fewer than {} replications: {}.")),
                                      fewest, fewest));
    }
    for (const auto& text : a.by) asked.own.add("--by", text);
    if (a.year > 0) asked.own.add("--year", a.year);
    if (a.is_least) asked.own.add("--min");
    if (a.is_greatest) asked.own.add("--max");
    if (a.delta) asked.own.add("--delta", fmt::format("{}", *a.delta));
    asked.own.add("--probability", fmt::format("{}", a.probability));
    if (a.any_base) asked.own.add("--any-base");
    (void)figures_of(asked, lang);
    const int threads = threads_for(asked, a.work(), lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, a.how(threads), lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("escenarios", "scenarios", a->files, "Dos o más archivos YAML, o carpetas de ellos",
               "Two YAML files or more, or folders of them")
        ->required()
        ->expected(1, 100);
    o.option(
         "--by", a->by, o.text("MEDIDA[@ID]", "MEASURE[@ID]"),
         "Por qué cifra: admissions@mujeres; se repite para ver además otras, y cuáles escenarios son peores en todo",
         "By which figure: admissions@women; again to see others too, and which scenarios are worse in all")
        ->required();
    o.number("--year", a->year, 1900, 2999, "De qué año; por omisión, el último",
             "Of which year; unless given, the last");
    o.flag("--min", a->is_least,
           "La menor es la mejor; sin esto ni --max, lo que la medida diga: la mayor, o la menor de las "
           "que son peores cuanto más (esperas, costos por unidad)",
           "The least is the best; without this or --max, as the measure says: the greatest, or the least of those "
           "that are worse the more there is (waits, unit costs)");
    o.flag("--max", a->is_greatest, "La mayor es la mejor", "The greatest is the best");
    o.get("--max")->excludes(o.get("--min"));
    o.option("--delta", a->delta, "D",
             "La diferencia que importa, en la unidad de la cifra; por omisión, 1 % de la del primer escenario",
             "The difference that matters, in the figure's unit; unless given, 1 % of the first scenario's")
        ->check(cli::number(1e-12, 1e15, o.lang()));
    o.option("--probability", a->probability, "P", "Certeza; por omisión, 0.95", "Certainty; unless given, 0.95")
        ->check(cli::number(0.5, 0.9999, o.lang()));
    o.worlds(a->worlds);
    o.flag("--any-base", a->any_base, "Aunque se comparen con bases distintas",
           "Though they are compared with different bases");
    o.experiment(*a, "Semilla; por omisión, la del primer escenario", "Seed; unless given, the first scenario's",
                 "Réplicas de todos, 20 al menos; por omisión, las de --effort",
                 "Replications of all, 20 at least; unless given, those of --effort");
    o.prices(a->prices);
    return [a, lang = o.lang()] { return rank(*a, lang); };
}

}  // namespace

const Command rank_command{"rank",
                           "Cuál de varios escenarios es el mejor en una cifra, y cuáles no se distinguen de él",
                           "Which of several scenarios is best in a figure, and which cannot be told from it",
                           options,
                           make_rank,
                           2,
                           any_number};

}  // namespace aforo::cli
