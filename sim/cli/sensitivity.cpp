// aforo sensitivity: what weighs on a figure, when the plan fails, and what to find out first.
#include "aforo/experiment/sensitivity.hpp"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/version.hpp"
#include "aforo/render/sensitivity.hpp"
#include "aforo/render/worlds.hpp"
#include "aforo/results/sensitivity.hpp"
#include "aforo/told/documents.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "delivery.hpp"
#include "effort.hpp"
#include "figures.hpp"
#include "output.hpp"
#include "work.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

constexpr int most_trajectories = 1000, most_rows = 1 << 16;  // of the designs

// The figure to analyse, and what else to compute for it.
struct Weighing {
    std::string of = "beneficiaries";  // MEASURE or MEASURE@ID
    int year = 0;                      // 0: the last year
    bool is_difference = false;
    std::string fails;  // beneficiaries < 30000 in 2027
    int trajectories = 20, rows = 0;
};

struct Arguments : SimulationArguments {
    std::vector<std::string> files;  // the base, then the alternatives
    std::optional<std::uint64_t> seed;
    int worlds = 128;
    int replications = 10;  // of the base, and of each end of a bar
    Weighing weighing = {};
    std::string design;  // saltelli
};

Weighing weighing_of(const OwnOptions& own) {
    Weighing w;
    w.of = own.text("--of", w.of);
    w.year = static_cast<int>(own.number("--year", 0, 9999, 0));
    w.is_difference = own.has("--difference");
    w.fails = own.text("--fails", "");
    w.trajectories = static_cast<int>(own.number("--trajectories", 0, most_trajectories, 0));
    w.rows = static_cast<int>(own.number("--rows", 0, most_rows, 0));
    return w;
}

OwnOptions options_of(const Weighing& w) {
    OwnOptions own;
    own.add("--of", w.of);
    if (w.year > 0) own.add("--year", w.year);
    if (w.is_difference) own.add("--difference");
    if (!w.fails.empty()) own.add("--fails", w.fails);
    own.add("--trajectories", w.trajectories);
    if (w.rows > 0) {
        own.add("--design", "saltelli");
        own.add("--rows", w.rows);
    }
    return own;
}

// The work besides worlds: the bars, raw and refitted, and the points of the designs.
Beside beside_worlds(const Asked& asked, const std::optional<experiment::CalibrationProblem>& problem) {
    const Weighing w = weighing_of(asked.own);
    const double inputs = static_cast<double>(scenario::assumed(asked.scenarios.front()).size()) -
                          (problem ? static_cast<double>(problem->keys.size()) : 0);
    const double each = w.is_difference ? 2 : 1;
    const double bars = (problem ? 2 : 1) * (2 * inputs + 1) * asked.replications;
    const double points = w.trajectories * (inputs + 1) + w.rows * (inputs + 2);
    return {each * (bars + points), problem ? 2 * inputs * experiment::replications_to_fit : 0};
}

struct Question {
    results::FigureKey of;
    std::optional<experiment::Condition> fails;
};
Question question_of(const Asked& asked, core::Lang lang) {
    const scenario::Scenario& base = asked.scenarios.front();
    const Weighing w = weighing_of(asked.own);
    Question q{figure_of(w.of, w.year > 0 ? w.year : base.horizon.last_year, base, "--of", lang), std::nullopt};
    if (!w.fails.empty())
        q.fails = condition_of(w.fails, {"<", ">"}, "beneficiaries < 30000 in 2027", base, "--fails", lang);
    if (w.is_difference && asked.scenarios.size() < 2)
        refuse("--difference", "hace falta una alternativa: nómbrela tras el escenario",
               "an alternative is needed: name it after the scenario", lang);
    return q;
}

std::optional<Made> make_sensitivity(const Asked& asked, const experiment::Options& options, const How& how,
                                     core::Lang lang) {
    const Weighing w = weighing_of(asked.own);
    const Question question = question_of(asked, lang);
    const auto problem = problem_of_worlds(asked, lang);
    auto base = experiment::run(asked.scenarios.front(), options);
    const auto interrupted = [&] {
        print_err("{}\n", core::in(lang, "Interrumpido: qué pesa se dice cuando todo está.",
                                   "Interrupted: what weighs is told once all is there."));
        return std::nullopt;
    };
    if (base.interrupted) return interrupted();
    base.run.version = core::version;
    if (!how.quiet) announce_worlds(asked, problem, beside_worlds(asked, problem), how, lang);
    const experiment::SensitivityOptions of{.worlds = options_of_worlds(asked, options),
                                            .of = question.of,
                                            .is_difference = w.is_difference,
                                            .fails = question.fails,
                                            .replications = asked.replications,
                                            .trajectories = w.trajectories,
                                            .rows = w.rows};
    auto made = std::make_shared<experiment::SensitivityResult>(
        experiment::sensitivity(asked.scenarios, problem, of, base.run));
    if (made->interrupted) return interrupted();
    const auto& of_it = made->sensitivity.worlds;
    if (of_it.kept.size() < 2) refuse_few_worlds(of_it.drawn, static_cast<int>(of_it.kept.size()), lang);
    Made all;
    all.json = whole([made] { return render::sensitivity_json(made->sensitivity); });
    all.csv = {{"mundos.csv", whole([made] { return render::worlds_csv(made->sensitivity.worlds); })}};
    all.tell = [made](const results::Manifest& manifest, core::Lang in_lang) {
        return told::sensitivity(made->sensitivity, in_lang, manifest);
    };
    all.worlds = std::shared_ptr<const results::Worlds>(made, &made->sensitivity.worlds);
    all.replications = made->sensitivity.base.replications;
    return all;
}

int sensitivity(const Arguments& a, core::Lang lang) {
    Asked asked{.command = "sensitivity",
                .files = a.files,
                .scenarios = read_all_or_explain(a.files, lang),
                .prices = a.prices};
    demand_same_years(asked.scenarios, asked.files, lang);
    asked.seed = a.seed.value_or(asked.scenarios.front().experiment.seed);
    asked.replications = a.replications;
    asked.worlds = a.worlds;
    Weighing weighing = a.weighing;
    if (a.design.empty()) weighing.rows = 0;
    asked.own = options_of(weighing);
    (void)question_of(asked, lang);
    const int threads = threads_for(asked, a.work(), lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, a.how(threads), lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("escenarios", "scenarios", a->files, "El escenario, y alternativas entre las que elegir",
               "The scenario, and alternatives to choose among")
        ->required()
        ->expected(1, 100);
    Weighing& w = a->weighing;
    o.option("--of", w.of, o.text("MEDIDA[@ID]", "MEASURE[@ID]"),
             "De qué cifra: beneficiaries si no se dice; spending@advisory es de un componente, …@16 de una región",
             "Of which figure: beneficiaries unless given; spending@advisory is of a component, …@16 of a region");
    o.number("--year", w.year, 1900, 2999, "De qué año; por omisión, el último",
             "Of which year; unless given, the last");
    o.flag("--difference", w.is_difference, "De cuánto difiere de él la primera alternativa",
           "Of how much the first alternative differs from it");
    o.option("--fails", w.fails, o.text("REGLA", "RULE"), "Cuándo falla el plan: 'beneficiaries < 30000 in 2027'",
             "When the plan fails: 'beneficiaries < 30000 in 2027'");
    o.worlds(a->worlds);
    o.number("--trajectories", w.trajectories, 0, most_trajectories,
             "Trayectorias de Morris; 0: ninguna; por omisión, 20",
             "Trajectories of Morris; 0: none; unless given, 20");
    CLI::Option* design =
        o.option("--design", a->design, "saltelli", "Además, los índices de Sobol de los supuestos sin ajustar",
                 "The indices of Sobol of assumptions that are not fitted, too");
    design->check(one_of({"saltelli"}, o.lang()));
    w.rows = 64;
    o.number("--rows", w.rows, 8, most_rows, "Filas de ese diseño; por omisión, 64",
             "Rows of that design; unless given, 64")
        ->needs(design);
    o.seed(a->seed, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's");
    o.number("--replications", a->replications, 2, most_replications,
             "Réplicas del escenario y de cada extremo de una barra; por omisión, 10",
             "Replications of the scenario and of each end of a bar; unless given, 10");
    o.simulation(*a);
    o.json(a->json);
    o.prices(a->prices);
    return [a, lang = o.lang()] { return sensitivity(*a, lang); };
}

}  // namespace

const Command sensitivity_command{
    "sensitivity",
    "Qué supuestos pesan en una cifra, cuándo falla el plan y qué conviene averiguar primero",
    "Which assumptions weigh on a figure, when the plan fails and what is worth finding out first",
    options,
    make_sensitivity,
    1,
    any_number};

}  // namespace aforo::cli
