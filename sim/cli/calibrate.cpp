#include "calibrate.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "aforo/core/version.hpp"
#include "aforo/experiment/calibrate.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/told/calibration.hpp"
#include "carry_out.hpp"
#include "delivery.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

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

}  // namespace

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
    made.tell = [calibrated, lang](const results::Manifest& manifest) {
        return told::calibration(calibrated->calibration, lang, manifest);
    };
    made.replications = calibrated->calibration.looked_at_on;
    made.code = calibrated->calibration.is_met ? done : not_reached;
    return made;
}

int calibrate(const CalibrateArguments& a, core::Lang lang) {
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

}  // namespace aforo::cli
