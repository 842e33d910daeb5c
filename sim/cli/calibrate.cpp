// aforo calibrate: fits a scenario's free keys to the published figures of its first year.
#include "aforo/experiment/calibrate.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "aforo/core/version.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/results/calibration.hpp"
#include "aforo/results/results.hpp"
#include "aforo/told/documents.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

struct Arguments : SimulationArguments {
    std::string file;
    std::optional<std::uint64_t> seed;
    int replications = 400;  // fresh ones, on which the fit is evaluated
    bool held_out = false;
};

namespace fs = std::filesystem;

// Only the figures of a few replications are in memory at a time.
constexpr double replications_held = 64;

experiment::CalibrationProblem problem_or_explain(const scenario::Scenario& scenario, const std::string& file,
                                                  core::Lang lang) {
    auto read = experiment::calibration_problem(scenario, file, lang);
    for (const auto& d : read.diagnostics) print_err("{}\n", core::to_string(d, lang));
    if (!read.problem) throw WrongInput{};
    return std::move(*read.problem);
}

std::string delta_file(const results::Calibration& c, core::Lang lang) {
    return fmt::format("# {}\n{}",
                       core::in(lang, "Lo que aforo calibrate ajustó; extends es el escenario de que partió.",
                                "What aforo calibrate fitted; extends is the scenario that it began with."),
                       c.delta);
}

std::optional<Made> make_calibration(const Asked& asked, const experiment::Options& options, const How&,
                                     core::Lang lang) {
    const auto problem = problem_or_explain(asked.scenarios.front(), asked.files.front(), lang);
    std::error_code ignored;
    const fs::path file = fs::absolute(asked.files.front(), ignored).lexically_normal();
    auto calibrated = std::make_shared<experiment::Calibrated>(
        experiment::calibrate(problem, {.study = options, .held_out = asked.held_out, .extends = file.string()}));
    if (calibrated->interrupted) {
        print_err("{}\n",
                  core::in(lang, "Interrumpido: una calibración se da cuando se ajustó y se miró; no hay resultados.",
                           "Interrupted: a calibration is given once it was fitted and looked at; there are no "
                           "results."));
        return std::nullopt;
    }
    calibrated->calibration.version = core::version;
    Made made;
    made.beside = [calibrated, lang](const store::PendingFolder& to) {
        to.add("calibrado.yaml", delta_file(calibrated->calibration, lang));
    };
    made.json = whole([calibrated] { return render::calibration_json(calibrated->calibration); });
    made.tell = [calibrated](const results::Manifest& manifest, core::Lang in_lang) {
        return told::calibration(calibrated->calibration, in_lang, manifest);
    };
    made.replications = calibrated->calibration.looked_at_on;
    made.code = calibrated->calibration.is_met ? done : not_reached;
    return made;
}

int calibrate(const Arguments& a, core::Lang lang) {
    Asked asked{.command = "calibrate", .files = {a.file}, .scenarios = {read_or_explain(a.file, lang)}};
    const scenario::Scenario& base = asked.scenarios.front();
    (void)problem_or_explain(base, a.file, lang);
    asked.seed = a.seed.value_or(base.experiment.seed);
    asked.replications = a.replications;
    asked.held_out = a.held_out;
    Work work = a.work();
    work.replications = replications_held;
    const int threads = threads_that_fit(base, a.file, work, lang);
    tell_unfinished(a.out, lang);
    return carry_out(asked, a.how(threads), lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("escenario", "scenario", a->file, "Archivo YAML con su sección calibration",
               "YAML file with its section calibration")
        ->required();
    o.flag("--held-out", a->held_out, "Prevé además cada cifra a partir de las demás",
           "Foretells each figure from the others too");
    o.seed(a->seed, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's");
    o.number("--replications", a->replications, 2, most_replications,
             "Réplicas nuevas en que se mira lo ajustado; por omisión, 400",
             "Fresh replications on which the fit is looked at; unless given, 400");
    o.simulation(*a);
    o.json(a->json);
    return [a, lang = o.lang()] { return calibrate(*a, lang); };
}

}  // namespace

const Command calibrate_command{
    "calibrate",
    "Ajusta las claves libres de un escenario a las cifras publicadas de su primer año: qué fijan, qué no, y un "
    "escenario que lo reproduce",
    "Fits the free keys of a scenario to the published figures of its first year: what they fix, what not, and a "
    "scenario that reproduces it",
    options,
    make_calibration,
    1,
    1};

}  // namespace aforo::cli
