#include "check.hpp"

#include <fmt/format.h>

#include "aforo/experiment/calibrate.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

// Tells the number of keys and figures; whether they determine each other is left to aforo calibrate. Errors in the
// section are told only for the file that writes it, because files that inherit it may not mean to be fitted.
bool tell_calibration(const scenario::Scenario& scenario, const std::string& file, core::Lang lang) {
    const bool is_written = scenario.calibration.is_said() && scenario::place_of(file, "calibration").file == file;
    if (!is_written) return true;
    const auto read = experiment::calibration_problem(scenario, file, lang);
    for (const auto& d : read.diagnostics) print_err("{}\n", core::to_string(d, lang));
    if (!read.problem) return false;
    const auto& p = *read.problem;
    print_out("{}\n", fmt::format(fmt::runtime(core::in(lang,
                                                        "  calibration: {} claves libres y {} cifras a que apuntar ({} "
                                                        "más salen de ellas)",
                                                        "  calibration: {} free keys and {} figures to aim at ({} more "
                                                        "follow from them)")),
                                  p.keys.size(), p.aims, p.figures.size() - p.aims));
    if (p.keys.size() > p.aims)
        print_out("  {}\n", core::in(lang, "más claves que cifras: algunas quedarán donde están",
                                     "more keys than figures: some will stay where they are"));
    return true;
}

}  // namespace

int check(const CheckArguments& arguments, core::Lang lang) {
    bool good = true;
    for (const auto& file : arguments.files) {
        try {
            const auto scenario = read_or_explain(file, lang, arguments.strict ? Warnings::as_errors : Warnings::told);
            const Work work{.replications = static_cast<double>(scenario.experiment.replications),
                            .threads = 1,
                            .memory = arguments.memory,
                            .quiet = true};
            (void)threads_that_fit(scenario, file, work, lang);
            if (arguments.resolved) {
                print_out("{}", scenario::resolved(scenario));
            } else {
                print_out("{}: {} ({})\n", core::escaped(file), core::in(lang, "correcto", "correct"),
                          scenario::digest(scenario).substr(0, 12));
                good = tell_calibration(scenario, file, lang) && good;
            }
        } catch (const WrongInput&) {
            good = false;
        }
    }
    return good ? done : wrong_input;
}

}  // namespace aforo::cli
