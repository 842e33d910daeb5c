// aforo check: all errors and warnings of the scenarios at once; with --resolved, the whole scenario.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "aforo/experiment/calibrate.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "compare.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::vector<std::string> files;
    bool resolved = false, strict = false;
    double memory = 1;  // GB that it may take
};

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

int check(const Arguments& arguments, core::Lang lang) {
    bool good = true;
    const auto files = files_of(arguments.files);
    if (files.empty()) {
        print_err("aforo: {}\n", core::in(lang, "en esa carpeta no hay escenarios (.yaml)",
                                          "there are no scenarios (.yaml) in that folder"));
        throw WrongInput{};
    }
    for (const auto& file : files) {
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

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("escenarios", "scenarios", a->files, "Archivos YAML, o carpetas de ellos",
               "YAML files, or folders of them")
        ->required();
    o.flag("--resolved", a->resolved, "Imprime el escenario completo, con lo heredado y lo que se da por omisión",
           "Prints the whole scenario, with what it inherits and what is given by default");
    o.memory(a->memory);
    o.flag("--strict", a->strict, "Un aviso es un error", "A warning is an error");
    return [a, lang = o.lang()] { return check(*a, lang); };
}

}  // namespace

const Command check_command{"check", "Revisa escenarios: todos los errores y avisos de una vez, cada uno con su lugar",
                            "Checks scenarios: all mistakes and warnings at once, each with its place", options};

}  // namespace aforo::cli
