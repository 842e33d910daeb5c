#include "rank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "aforo/core/version.hpp"
#include "aforo/experiment/rank.hpp"
#include "aforo/render/rank.hpp"
#include "aforo/told/rank.hpp"
#include "carry_out.hpp"
#include "compare.hpp"
#include "delivery.hpp"
#include "figures.hpp"
#include "output.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

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
        if (std::find(named.begin(), named.end(), file) != named.end())
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

}  // namespace

std::optional<Made> make_rank(const Asked& asked, const experiment::Options& options, const How& how, core::Lang lang) {
    experiment::RankOptions of{.study = options, .of = figures_of(asked, lang), .is_least = asked.own.has("--min")};
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
    all.tell = [made, lang](const results::Manifest& manifest) { return told::rank(*made, lang, manifest); };
    all.replications = made->replications;
    if (made->worlds) add_worlds(all, std::shared_ptr<const results::Worlds>(made, &*made->worlds));
    if (!made->is_decided) all.code = not_reached;
    return all;
}

int rank(const RankArguments& a, core::Lang lang) {
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
    for (const auto& text : a.by) asked.own.add("--by", text);
    if (a.year > 0) asked.own.add("--year", a.year);
    if (a.is_least) asked.own.add("--min");
    if (a.delta) asked.own.add("--delta", fmt::format("{}", *a.delta));
    asked.own.add("--probability", fmt::format("{}", a.probability));
    if (a.any_base) asked.own.add("--any-base");
    (void)figures_of(asked, lang);
    const int threads = threads_for(asked, a.work(), lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, a.how(threads), lang);
}

}  // namespace aforo::cli
