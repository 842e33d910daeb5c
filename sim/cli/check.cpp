#include "check.hpp"

#include <fmt/core.h>

#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

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
            }
        } catch (const WrongInput&) {
            good = false;
        }
    }
    return good ? done : wrong_input;
}

}  // namespace aforo::cli
