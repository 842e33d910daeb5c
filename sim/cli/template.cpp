// aforo template: a data file to be filled in. Never overwrites a file.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "aforo/reference/data_template.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "new_file.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::string kind;
    std::string of;   // a scenario whose offices and years it has; "": none
    std::string out;  // a file; "": standard output
};

std::vector<std::string> kinds() {
    std::vector<std::string> all;
    for (const auto& schema : scenario::data_schemas()) all.emplace_back(schema.key);
    return all;
}

int write_template(const Arguments& a, core::Lang lang) {
    const auto& all = scenario::data_schemas();
    const auto schema = std::find_if(all.begin(), all.end(), [&](const auto& s) { return a.kind == s.key; });
    const std::string extension = std::filesystem::path(a.out).extension().string();
    if (extension == ".xlsx" || extension == ".xls") {
        print_err("aforo: {}: {}\n", core::escaped(a.out),
                  core::in(lang,
                           "los datos se leen de un CSV: dé un nombre que termine en .csv; Excel lo abre, y se guarda "
                           "como «CSV UTF-8 (delimitado por comas)»",
                           "data is read from a CSV: give a name that ends in .csv; Excel opens it, and it is saved as "
                           "“CSV UTF-8 (comma delimited)”"));
        return wrong_input;
    }
    std::optional<scenario::Scenario> of;
    if (!a.of.empty()) of = read_or_explain(a.of, lang);
    const std::string text = reference::data_template(schema->kind, of ? &*of : nullptr, lang);
    if (a.out.empty()) {
        write_out(text);
        return done;
    }
    write_new(a.out, text, lang);
    print_out("{}\n\n  data: {{{}: {}}}\n",
              fmt::format(fmt::runtime(core::in(lang, "Se escribió {}. Complételo y nómbrelo en el escenario:",
                                                "Wrote {}. Fill it in and name it in the scenario:")),
                          core::escaped(a.out)),
              schema->key, core::escaped(std::filesystem::path(a.out).filename().string()));
    return done;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("datos", "data", a->kind, "Qué datos: arrivals, centres, durations, budget, published o executed",
               "Which data: arrivals, centres, durations, budget, published or executed")
        ->required()
        ->check(one_of(kinds(), o.lang()));
    o.option("--of", a->of, o.text("ESCENARIO", "SCENARIO"), "Con las oficinas y los años de este escenario",
             "With the offices and years of this scenario");
    o.option("-o,--output", a->out, o.text("ARCHIVO", "FILE"),
             "Archivo en que escribir; por omisión, la salida estándar",
             "File to write; unless given, standard output");
    return [a, lang = o.lang()] { return write_template(*a, lang); };
}

}  // namespace

const Command template_command{"template", "Escribe un CSV por completar con datos para un escenario",
                               "Writes a CSV to be filled in with data for a scenario", options};

}  // namespace aforo::cli
