// aforo sweep: a scenario over a grid of values of some keys.
#include "aforo/experiment/sweep.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "aforo/core/version.hpp"
#include "aforo/render/csv.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/results/results.hpp"
#include "aforo/results/worlds.hpp"
#include "aforo/scenario/language.hpp"
#include "aforo/told/documents.hpp"
#include "asked.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "delivery.hpp"
#include "effort.hpp"
#include "output.hpp"
#include "sweep.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

struct Arguments : ExperimentArguments {
    std::string file;
    std::vector<std::string> vary;  // KEY=…
    int worlds = 0;
};

// Varying a key twice, or a group and a key inside it, is contradictory: the last would win, while the report would
// name both.
void refuse_repeated_keys(const std::vector<std::string>& all, core::Lang lang) {
    std::vector<std::string> vary;
    for (const auto& text : all) {
        for (auto& part : scenario::in_step(text)) vary.push_back(std::move(part));
    }
    const auto is_inside = [](const std::string& path, const std::string& group) {
        return path.starts_with(group) && path.substr(group.size()).find_first_of(".[") == 0;
    };
    bool is_good = true;
    for (std::size_t i = 0; i < vary.size(); ++i) {
        const std::string key = vary[i].substr(0, vary[i].find('='));
        for (std::size_t j = 0; j < i; ++j) {
            const std::string other = vary[j].substr(0, vary[j].find('='));
            if (key != other && !is_inside(key, other) && !is_inside(other, key)) continue;
            print_err("{}\n",
                      core::to_string(
                          {{"--vary", 0, 0},
                           key,
                           key == other
                               ? std::string(core::in(lang, "la clave se varía dos veces", "the key is varied twice"))
                               : fmt::format(fmt::runtime(core::in(lang,
                                                                   "también se varía {}, que la contiene "
                                                                   "o está en ella",
                                                                   "{} is varied too, which holds it or is in "
                                                                   "it")),
                                             other),
                           std::string(core::in(lang, "dé todos sus valores en un solo --vary",
                                                "give all its values in one --vary"))}));
            is_good = false;
            break;
        }
    }
    if (!is_good) throw WrongInput{};
}

// Reads the grid; if there are errors, prints those of every variation, then of every point, and throws WrongInput.
class GridReader {
public:
    GridReader(const scenario::Scenario& base, core::Lang lang) : base_(base), lang_(lang) {}

    // No point is made before the size of the grid is known to be acceptable.
    experiment::Grid read(const std::vector<std::string>& vary) {
        experiment::Grid grid;
        std::size_t points = 1;  // not exact beyond `most_points`
        for (const auto& text : vary) {
            auto result = scenario::variation(base_, text, lang_);
            complain(result.diagnostics);
            if (!result.variation) continue;
            const std::size_t values = std::max<std::size_t>(1, result.variation->values.size());
            points = points > most_points / values ? most_points + 1 : points * values;
            grid.axes.push_back(std::move(*result.variation));
        }
        if (points > most_points) {
            complain("",
                     {fmt::format("son más de {} combinaciones", most_points),
                      fmt::format("these are more than {} combinations", most_points)},
                     {"dé menos valores, o menos claves", "give fewer values, or fewer keys"});
        }
        if (found_ > 0) throw WrongInput{};
        return grid;
    }

    // Makes the scenarios; if there are errors, prints all of them and throws WrongInput.
    void fill(experiment::Grid& grid) {
        fill(grid, 0, {});
        if (found_ > 0) throw WrongInput{};
    }

    void tell() const { tell_warnings(warnings_, Warnings::told, lang_); }

private:
    void complain(const core::Diagnostics& diagnostics) {
        for (const auto& d : diagnostics) print_err("{}\n", core::to_string(d));
        found_ += diagnostics.size();
    }
    struct Text {
        std::string es, en;
    };
    void complain(const std::string& path, const Text& what, const Text& hint) {
        const auto in = [&](const Text& t) { return lang_ == core::Lang::es ? t.es : t.en; };
        complain({{{"--vary", 0, 0}, path, in(what), in(hint)}});
    }

    // The last axis varies fastest; keys that move in step are set together.
    void fill(experiment::Grid& grid, std::size_t depth, const std::vector<scenario::Setting>& settings) {
        if (depth == grid.axes.size()) {
            std::string origin = "--vary";
            for (const auto& s : settings) origin += " " + s.path + "=" + s.value;
            auto result = scenario::with(base_, settings, origin, lang_);
            complain(result.diagnostics);
            if (!result.scenario) return;
            add_warnings(result.scenario->warnings, warnings_);
            // Reports do not show the provenance of points, and it would be most of their memory.
            result.scenario->provenance.clear();
            grid.scenarios.push_back(std::move(*result.scenario));
            return;
        }
        const auto& axis = grid.axes[depth];
        for (std::size_t at = 0; at < axis.values.size(); ++at) {
            auto more = settings;
            more.push_back({axis.path, axis.values[at]});
            for (const auto& other : axis.also) more.push_back({other.path, other.values[at]});
            fill(grid, depth + 1, more);
        }
    }

    const scenario::Scenario& base_;
    const core::Lang lang_;
    std::size_t found_ = 0;
    std::vector<scenario::Warning> warnings_;
};

}  // namespace

namespace {

// Adds the scenario's own value of the key, and its name.
void say_more_of(results::Axis& axis, const scenario::Scenario& base) {
    axis.base = scenario::value_at(base, axis.path).value_or("");
    axis.name = {scenario::name_of(axis.path, base, core::Lang::es),
                 scenario::name_of(axis.path, base, core::Lang::en)};
    for (auto& other : axis.also) say_more_of(other, base);
}

}  // namespace

std::shared_ptr<experiment::Grid> grid_of(const Asked& asked, core::Lang lang) {
    auto grid = std::make_shared<experiment::Grid>(experiment::Grid{asked.axes, {}});
    GridReader(asked.scenarios.front(), lang).fill(*grid);
    return grid;
}

namespace {

std::optional<Made> make_sweep(const Asked& asked, const experiment::Options& options, const How& how,
                               core::Lang lang) {
    const auto grid = asked.grid ? asked.grid : grid_of(asked, lang);
    std::vector<scenario::Scenario> points;  // worlds need them again
    if (asked.worlds > 0) points = grid->scenarios;
    auto swept = std::make_shared<experiment::Swept>(experiment::sweep(std::move(*grid), options));
    if (swept->sweep.points.empty()) {
        (void)nothing_was_finished(lang);
        return std::nullopt;
    }
    swept->sweep.run.version = core::version;
    for (auto& axis : swept->sweep.axes) say_more_of(axis, asked.scenarios.front());
    std::shared_ptr<const results::Worlds> worlds;
    if (asked.worlds > 0) {
        if (swept->interrupted) return std::nullopt;
        Asked of_points = asked;  // each point is an alternative of the scenario
        for (auto& point : points) of_points.scenarios.push_back(std::move(point));
        worlds = make_worlds(of_points, options, nullptr, how, lang);
        if (!worlds) return std::nullopt;
    }
    Made made;
    made.json = [swept](const core::Out& out) { render::sweep_json(swept->sweep, out); };
    made.csv = {{"sweep.csv", [swept](const core::Out& out) { render::sweep_csv(swept->sweep, out); }}};
    made.tell = [swept, worlds](const results::Manifest& manifest, core::Lang in_lang) {
        return told::sweep(swept->sweep, in_lang, worlds.get(), manifest);
    };
    made.replications = swept->sweep.run.replications;
    add_worlds(made, worlds);
    made.code = how_it_ended(swept->interrupted, true, lang);
    return made;
}

int sweep(const Arguments& a, core::Lang lang) {
    refuse_repeated_keys(a.vary, lang);
    const scenario::Scenario base = read_or_explain(a.file, lang);
    GridReader reader(base, lang);
    auto grid = std::make_shared<experiment::Grid>(reader.read(a.vary));
    const int replications = a.replications.value_or(replications_of(a.effort));
    const Asked asked{.command = "sweep",
                      .files = {a.file},
                      .scenarios = {base},
                      .axes = grid->axes,
                      .grid = grid,
                      .seed = a.seed.value_or(base.experiment.seed),
                      .replications = replications,
                      .prices = a.prices,
                      .worlds = a.worlds};
    Work work = a.work();
    (void)threads_for(asked, work, lang);  // before the grid takes any memory
    reader.fill(*grid);
    reader.tell();
    work.quiet = true;
    const int threads = threads_for(asked, work, lang);
    tell_unfinished(a.out, lang);
    announce(grid->scenarios.size(), base, asked.seed, replications, threads, lang, a.quiet);
    return carry_out(asked, a.how(threads), lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.file(a->file);
    o.option(
         "--vary", a->vary, o.text("CLAVE=VALORES", "KEY=VALUES"),
         "CLAVE=a:b:n (n valores de a a b), CLAVE=xa:xb:n (factores del valor que tiene) o CLAVE=v,w,…; se repite para "
         "otras claves, en todas las combinaciones; CLAVE=…;CLAVE=… van en el mismo paso",
         "KEY=a:b:n (n values from a to b), KEY=xa:xb:n (factors of the value that it has) or KEY=v,w,…; again for "
         "other keys, in all combinations; KEY=…;KEY=… go in step")
        ->required();
    o.experiment(*a, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's",
                 "Réplicas de cada punto; por omisión, las de --effort",
                 "Replications of each point; unless given, those of --effort");
    o.worlds(a->worlds);
    o.prices(a->prices);
    return [a, lang = o.lang()] { return sweep(*a, lang); };
}

}  // namespace

const Command sweep_command{
    "sweep",
    "Recorre valores de una o más claves: cómo responde el programa y cuánto vale cada paso",
    "Goes through values of one or more keys: how the programme responds and what each step is worth",
    options,
    make_sweep,
    1,
    1};

}  // namespace aforo::cli
