#include "options.hpp"

#include "worlds.hpp"

namespace aforo::cli {

void Options::precision(std::optional<double>& to, const char* es, const char* en) {
    option("--precision", to, "R", es, en)->check(cli::number(1e-6, 1, lang_));
}

void Options::worlds(int& to) {
    number("--worlds", to, 2, most_worlds,
           "Mundos: sorteos de los supuestos en sus rangos, ajustados a las cifras publicadas; cuántos conservar (64 "
           "pocos, 128 lo usual)",
           "Worlds: draws of the assumptions over their ranges, fitted to the published figures; how many to keep (64 "
           "few, 128 usual)");
}

void Options::prices(std::optional<core::Pesos>& to) {
    const std::string wrong = text("no dice en qué pesos: sheet (los de la ficha), nominal o un año",
                                   "does not say in which pesos: sheet (those of the sheet), nominal or a year");
    const CLI::Validator known(
        [wrong](std::string& word) { return core::pesos_of(word) ? std::string() : word + ": " + wrong; }, "");
    command_
        .add_option_function<std::string>(
            "--prices", [&to](const std::string& word) { to = core::pesos_of(word); },
            text("En qué pesos se informa el dinero: nominal (los de cada año) o un año, según funding.index; sheet: "
                 "los "
                 "de la ficha, en que está el escenario; por omisión, lo que el escenario diga",
                 "In which pesos money is told: nominal (those of each year) or a year, by funding.index; sheet: those "
                 "of the sheet, that the scenario is in; unless given, what the scenario says"))
        ->type_name(text("AÑO|nominal|sheet", "YEAR|nominal|sheet"))
        ->check(known);
}

void Options::memory(double& to) {
    option("--memory", to, "GB", "GB de memoria que puede tomar a lo más", "GB of memory that it may take at most")
        ->check(cli::number(0.01, 1e6, lang_))
        ->capture_default_str();
}

void Options::out(std::string& to) {
    option("--out", to, text("CARPETA", "FOLDER"), "Carpeta de resultados", "Folder of results")->capture_default_str();
}

void Options::json(bool& to, const char* es, const char* en) { flag("--json", to, es, en); }

void Options::open(bool& to) {
    flag("--open", to, "Muestra report.html en el navegador", "Shows report.html in the browser");
}

void Options::simulation(SimulationArguments& to) {
    threads(to.threads);
    memory(to.memory);
    out(to.out);
    flag("--anew", to.anew, "Simula todo de nuevo, sin aprovechar resultados anteriores",
         "Simulates all anew, without taking earlier results over");
    open(to.open);
    quiet(to.quiet);
}

void Options::experiment(ExperimentArguments& to, const char* es_seed, const char* en_seed, const char* es_replications,
                         const char* en_replications) {
    seed(to.seed, es_seed, en_seed);
    number("--replications", to.replications, 2, most_replications, es_replications, en_replications);
    command_
        .add_option_function<std::string>(
            "--effort", [&to](const std::string& word) { to.effort = effort_names.at(word); },
            text("Cuánto trabajo: quick (4 réplicas), normal (10) o thorough (40); por omisión, normal",
                 "How much work: quick (4 replications), normal (10) or thorough (40); unless given, normal"))
        ->type_name("quick|normal|thorough")
        ->check(one_of({"quick", "normal", "thorough"}, lang_));
    json(to.json);
    simulation(to);
}

}  // namespace aforo::cli
