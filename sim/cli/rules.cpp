// aforo rules: the catalogue of rules, criteria and distributions, each with an example to paste.
#include <memory>

#include "aforo/reference/reference.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

int rules(core::Lang lang) {
    print_out("{}", reference::rules(lang));
    return done;
}

Action options(Options& o) {
    return [lang = o.lang()] { return rules(lang); };
}

}  // namespace

const Command rules_command{"rules", "Explica reglas, criterios y distribuciones, con un ejemplo de cada uno",
                            "Explains rules, criteria and distributions, with an example of each", options};

}  // namespace aforo::cli
