#include "commands.hpp"

#include <limits>

#include "aforo/core/version.hpp"
#include "aforo/report/formats.hpp"
#include "init.hpp"
#include "rules.hpp"
#include "usage.hpp"

namespace aforo::cli {

namespace {

constexpr std::uint64_t most_replications = 1'000'000, most_threads = 1024;
constexpr std::uint64_t greatest_seed = std::numeric_limits<std::uint64_t>::max();

std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const auto& format : aforo::report::file_formats()) {
        if (names.empty() || names.back() != format.name) names.emplace_back(format.name);
    }
    names.emplace_back(pdf_format);
    return names;
}

}  // namespace

CLI::App* Commands::add(const char* name, const char* es, const char* en, std::function<int()> run) {
    CLI::App* command = app_.add_subcommand(name, text(es, en));
    commands_.emplace_back(command, std::move(run));
    return command;
}

CLI::Option* Commands::option(CLI::App* of, const char* name, auto& to, const char* takes, const char* es,
                              const char* en) {
    return of->add_option(name, to, text(es, en))->type_name(takes)->check(not_empty(lang_));
}

CLI::Option* Commands::number(CLI::App* of, const char* name, auto& to, std::uint64_t least, std::uint64_t most,
                              const char* es, const char* en) {
    return option(of, name, to, "N", es, en)->transform(whole(least, most, lang_));
}

CLI::Option* Commands::argument(CLI::App* of, const char* es_name, const char* en_name, auto& to, const char* es,
                                const char* en) {
    return of->add_option(text(es_name, en_name), to, text(es, en))->check(not_empty(lang_));
}

void Commands::flag(CLI::App* of, const char* name, bool& to, const char* es, const char* en) {
    of->add_flag(name, to, text(es, en));
}

void Commands::precision(CLI::App* of, std::optional<double>& to, const char* es, const char* en) {
    option(of, "--precision", to, "R", es, en)->check(cli::number(1e-6, 1, lang_));
}

void Commands::memory(CLI::App* of, double& to) {
    option(of, "--memory", to, "GB", "GB de memoria que puede tomar a lo más", "GB of memory that it may take at most")
        ->check(cli::number(0.01, 1e6, lang_))
        ->capture_default_str();
}

void Commands::simulation(CLI::App* of, int& threads, double& most_memory, std::string& out, bool& anew, bool& quiet) {
    number(of, "--threads", threads, 1, most_threads, "Hilos; por omisión, todos", "Threads; unless given, all");
    memory(of, most_memory);
    option(of, "--out", out, text("CARPETA", "FOLDER").c_str(), "Carpeta de resultados", "Folder of results")
        ->capture_default_str();
    flag(of, "--anew", anew, "Simula todo de nuevo, sin aprovechar resultados anteriores",
         "Simulates all anew, without taking earlier results over");
    flag(of, "--quiet", quiet, "Sin avance", "No progress");
}

void Commands::experiment(CLI::App* of, ExperimentArguments& to, const char* es_seed, const char* en_seed,
                          const char* es_replications, const char* en_replications) {
    number(of, "--seed", to.seed, 0, greatest_seed, es_seed, en_seed);
    number(of, "--replications", to.replications, 2, most_replications, es_replications, en_replications);
    of->add_option_function<std::string>(
          "--effort", [&to](const std::string& word) { to.effort = effort_names.at(word); },
          text("Cuánto trabajo: quick (4 réplicas), normal (10) o thorough (40); por omisión, normal",
               "How much work: quick (4 replications), normal (10) or thorough (40); unless given, normal"))
        ->type_name("quick|normal|thorough")
        ->check(one_of({"quick", "normal", "thorough"}, lang_));
    flag(of, "--json", to.json, "Los resultados en JSON por la salida estándar, y nada más",
         "The results as JSON on standard output, and nothing else there");
    simulation(of, to.threads, to.memory, to.out, to.anew, to.quiet);
}

void Commands::add_run() {
    CLI::App* c = add("run", "Simula un escenario: imprime la ficha y deja sus resultados en una carpeta",
                      "Simulates a scenario: prints the sheet and leaves its results in a folder",
                      [this] { return cli::run(run_, lang_); });
    argument(c, "escenario", "scenario", run_.file, "Archivo YAML", "YAML file")->required();
    number(c, "--seed", run_.seed, 0, greatest_seed, "Semilla; por omisión, la del escenario",
           "Seed; unless given, the scenario's");
    number(c, "--replications", run_.replications, 1, most_replications, "Réplicas (con --precision, a lo más)",
           "Replications (with --precision, at most)");
    precision(c, run_.precision, "Semiancho relativo del 95 % para los beneficiarios de cada año, p. ej. 0.01",
              "Relative half-width at 95 % for the beneficiaries of each year, for instance 0.01");
    number(c, "--ledger", run_.ledger, 0, most_replications - 1,
           "Deja también libro-mayor.csv: cada asiento de esa réplica (la primera es la 0)",
           "Leaves libro-mayor.csv too: every posting of that replication (the first is 0)");
    simulation(c, run_.threads, run_.memory, run_.out, run_.anew, run_.quiet);
    flag(c, "--json", run_.json, "results.json por la salida estándar, y nada más",
         "results.json on standard output, and nothing else there");
    flag(c, "--definitions", run_.definitions, "Imprime además la definición de cada medida",
         "Prints the definition of every measure too");
    flag(c, "--strict", run_.strict, "Un aviso del escenario es un error", "A warning of the scenario is an error");
    CLI::Option* trace =
        option(c, "--trace", run_.trace, text("EMPRESA", "WHOM").c_str(),
               "La vida de una empresa, hecho por hecho: su número de llegada (1, 2, …) o su clave 0x…; con esto solo "
               "van --replication, --seed y --lang",
               "The life of an enterprise, fact by fact: its number of arrival (1, 2, …) or its key 0x…; only "
               "--replication, --seed and --lang go with it");
    for (const char* other : {"--replications", "--precision", "--ledger", "--json", "--definitions", "--out",
                              "--threads", "--anew", "--quiet"})
        trace->excludes(c->get_option(other));
    number(c, "--replication", run_.replication, 0, std::numeric_limits<std::uint32_t>::max(),
           "Réplica de --trace, desde 0", "Replication of --trace, from 0")
        ->capture_default_str()
        ->needs(trace);
}

void Commands::add_check() {
    CLI::App* c = add("check", "Revisa escenarios: todos los errores y avisos de una vez, cada uno con su lugar",
                      "Checks scenarios: all mistakes and warnings at once, each with its place",
                      [this] { return cli::check(check_, lang_); });
    argument(c, "escenarios", "scenarios", check_.files, "Archivos YAML", "YAML files")->required();
    flag(c, "--resolved", check_.resolved, "Imprime el escenario completo, con lo heredado y lo que se da por omisión",
         "Prints the whole scenario, with what it inherits and what is given by default");
    memory(c, check_.memory);
    flag(c, "--strict", check_.strict, "Un aviso es un error", "A warning is an error");
}

// What tells of the language of scenarios, or of one of them.
void Commands::add_language() {
    CLI::App* c = add("facts", "Lista cada número de un escenario: valor, rango, fuente, nota y dónde entra",
                      "Lists every number of a scenario: value, range, source, note and where it enters",
                      [this] { return cli::facts(facts_, lang_); });
    argument(c, "escenario", "scenario", facts_.file, "Archivo YAML", "YAML file")->required();
    flag(c, "--json", facts_.json, "En JSON por la salida estándar, y nada más",
         "As JSON on standard output, and nothing else there");
    add("rules", "Explica reglas, criterios y distribuciones, con un ejemplo de cada uno",
        "Explains rules, criteria and distributions, with an example of each", [this] { return cli::rules(lang_); });
    c = add("schema", "Imprime el esquema JSON de los escenarios, para editores",
            "Prints the JSON Schema of scenarios, for editors", [this] { return cli::schema(schema_, lang_); });
    flag(c, "--markdown", schema_.markdown, "La página de referencia de todas las claves",
         "The page of reference of all keys");
    c = add("init", "Escribe un escenario comentado que corre, del que partir",
            "Writes a commented scenario that runs, to start from", [this] { return cli::init(init_at_, lang_); });
    argument(c, "lugar", "where", init_at_, "Archivo, o carpeta en que escribir escenario.yaml; por omisión, aquí",
             "File, or folder to write escenario.yaml in; unless given, here");
}

void Commands::add_compare() {
    CLI::App* c =
        add("compare", "Compara alternativas con una base, con los mismos números aleatorios: diferencias y su error",
            "Compares alternatives with a base, on the same random numbers: differences and their error",
            [this] { return cli::compare(compare_, lang_); });
    argument(c, "escenarios", "scenarios", compare_.files,
             "La base y una o más alternativas (YAML), o carpetas de alternativas",
             "The base and one or more alternatives (YAML), or folders of alternatives")
        ->required()
        ->expected(1, 100);
    number(c, "--seed", compare_.seed, 0, greatest_seed, "Semilla; por omisión, la de la base",
           "Seed; unless given, the base's");
    number(c, "--replications", compare_.replications, 2, most_replications,
           "Réplicas; por omisión, las de la base (con --precision, a lo más)",
           "Replications; unless given, the base's (with --precision, at most)");
    precision(c, compare_.precision,
              "Semiancho del 95 % de cada diferencia en beneficiarios de un año, como parte de los de la base, "
              "p. ej. 0.005",
              "Half-width at 95 % of each difference in a year's beneficiaries, as a part of the base's, for instance "
              "0.005");
    simulation(c, compare_.threads, compare_.memory, compare_.out, compare_.anew, compare_.quiet);
    flag(c, "--json", compare_.json, "Las diferencias en JSON por la salida estándar, y nada más",
         "The differences as JSON on standard output, and nothing else there");
}

void Commands::add_sweep() {
    CLI::App* c = add("sweep", "Recorre valores de una o más claves: cómo responde el programa y cuánto vale cada paso",
                      "Goes through values of one or more keys: how the programme responds and what each step is worth",
                      [this] { return cli::sweep(sweep_, lang_); });
    argument(c, "escenario", "scenario", sweep_.file, "Archivo YAML", "YAML file")->required();
    option(
        c, "--vary", sweep_.vary, text("CLAVE=VALORES", "KEY=VALUES").c_str(),
        "CLAVE=a:b:n (n valores de a a b), CLAVE=xa:xb:n (factores del valor que tiene) o CLAVE=v,w,…; se repite para "
        "otras claves",
        "KEY=a:b:n (n values from a to b), KEY=xa:xb:n (factors of the value that it has) or KEY=v,w,…; again for "
        "other keys")
        ->required();
    experiment(c, sweep_, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's",
               "Réplicas de cada punto; por omisión, las de --effort",
               "Replications of each point; unless given, those of --effort");
}

void Commands::add_explain() {
    CLI::App* c = add(
        "explain",
        "Dos escenarios: qué parte de la diferencia se debe a cada cambio. Uno: qué traería un asesor más en cada "
        "centro y más dinero en cada componente",
        "Two scenarios: which part of the difference is due to each change. One: what one advisor more at each centre "
        "and more money for each component would bring",
        [this] { return cli::explain(explain_, lang_); });
    argument(c, "escenarios", "scenarios", explain_.files, "Uno o dos archivos YAML", "One or two YAML files")
        ->required()
        ->expected(1, 2);
    experiment(c, explain_, "Semilla; por omisión, la del primer escenario", "Seed; unless given, the first scenario's",
               "Réplicas de cada caso; por omisión, las de --effort",
               "Replications of each case; unless given, those of --effort");
}

void Commands::add_resume() {
    CLI::App* c = add("resume", "Sigue con un experimento donde quedó: da los mismos bits que sin interrupción",
                      "Goes on with an experiment where it was stopped: the same bits as without the interruption",
                      [this] { return cli::resume(resume_, lang_); });
    resume_.folder = "output";
    argument(c, "carpeta", "folder", resume_.folder,
             "La que quedó sin terminar, o una carpeta de resultados donde quedó una; por omisión, output",
             "The one that was left unfinished, or a folder of results that holds one; unless given, output");
    number(c, "--threads", resume_.threads, 1, most_threads, "Hilos; por omisión, todos", "Threads; unless given, all");
    flag(c, "--as-begun", resume_.as_begun, "Con el escenario de entonces, aunque su archivo haya cambiado",
         "With the scenario of then, though its file has changed");
    flag(c, "--json", resume_.json, "Los resultados en JSON por la salida estándar, y nada más",
         "The results as JSON on standard output, and nothing else there");
    flag(c, "--quiet", resume_.quiet, "Sin avance", "No progress");
}

void Commands::add_report() {
    CLI::App* c = add("report", "Hace de nuevo los informes de unos resultados, solo con lo que hay en su carpeta",
                      "Makes the reports of some results again, from what is in their folder alone",
                      [this] { return cli::report(report_, lang_); });
    argument(c, "corridas", "runs", report_.runs, "Carpetas de resultados (output/<escenario>/run-NNN, compare-NNN…)",
             "Folders of results (output/<scenario>/run-NNN, compare-NNN…)")
        ->required();
    option(c, "--format", report_.formats, text("FORMATOS", "FORMATS").c_str(),
           "html, xlsx, csv o pdf; varios, separados por comas", "html, xlsx, csv or pdf; several, separated by commas")
        ->delimiter(',')
        ->check(one_of(formats(), lang_));
}

void Commands::add_diff() {
    CLI::App* c = add("diff",
                      "Por qué una cifra no es la de antes: qué entra distinto en dos corridas y qué sale distinto "
                      "fuera de su error. "
                      "Termina con 0 difieran o no: una diferencia es una respuesta, no una falla",
                      "Why a figure is not what it was: what goes into two runs differently and what comes out "
                      "differently beyond its "
                      "error. Ends with 0 whether they differ or not: a difference is an answer, not a failure",
                      [this] { return cli::diff(diff_, lang_); });
    argument(c, "corridas", "runs", diff_.runs, "Dos carpetas de corridas: la de antes y la de ahora",
             "Two folders of runs: the earlier and the later one")
        ->required()
        ->expected(2);
    flag(c, "--json", diff_.json, "En JSON por la salida estándar, y nada más",
         "As JSON on standard output, and nothing else there");
}

void Commands::add_verify() {
    CLI::App* c = add(
        "verify", "Compara el modelo con la teoría de colas, en esta máquina: 0 si todo está dentro del error, 1 si no",
        "Compares the model with queueing theory, on this machine: 0 if all is within the error, 1 if not",
        [this] { return cli::verify(verify_, lang_); });
    argument(c, "carpeta", "folder", verify_.folder, "Carpeta de los escenarios de verificación",
             "Folder of the verification scenarios")
        ->capture_default_str();
    number(c, "--seed", verify_.seed, 0, greatest_seed, "Semilla", "Seed")->capture_default_str();
    // With fewer than ten, the bound on z is so wide that nothing can fail.
    number(c, "--replications", verify_.replications, 10, most_replications,
           "Réplicas de cada escenario; con menos de 10, nada podría fallar",
           "Replications of each scenario; with fewer than 10, nothing could fail")
        ->capture_default_str();
    number(c, "--threads", verify_.threads, 1, most_threads, "Hilos; por omisión, todos", "Threads; unless given, all");
    memory(c, verify_.memory);
    flag(c, "--quiet", verify_.quiet, "Sin avance", "No progress");
}

void Commands::add_clean() {
    CLI::App* c = add("clean", "Lista lo que dejaron sin terminar comandos que murieron, y con --yes lo quita",
                      "Lists what commands that were killed left unfinished, and with --yes removes it",
                      [this] { return cli::clean(clean_, lang_); });
    option(c, "--out", clean_.out, text("CARPETA", "FOLDER").c_str(), "Carpeta de resultados", "Folder of results")
        ->capture_default_str();
    flag(c, "--yes", clean_.yes, "Lo quita", "Removes it");
}

Commands::Commands(core::Lang lang)
    : lang_(lang),
      app_(text("aforo: capacidad y cobertura de un programa, simuladas",
                "aforo: programme capacity and coverage, simulated"),
           "aforo") {
    app_.set_version_flag("--version", std::string("aforo ") + core::version,
                          text("Imprime la versión y termina", "Prints the version and ends"));
    app_.require_subcommand(1);
    speak(app_, lang);
    add_run();
    add_check();
    add_language();
    add_compare();
    add_sweep();
    add_explain();
    add_resume();
    add_report();
    add_diff();
    add_verify();
    add_clean();
    std::vector<CLI::App*> all = {&app_};
    for (const auto& [command, run] : commands_) all.push_back(command);
    for (CLI::App* command : all) {
        option(command, "--lang", asked_, "es|en", "Idioma", "Language")->check(one_of({"es", "en"}, lang));
    }
}

int Commands::run() const {
    for (const auto& [command, run] : commands_) {
        if (command->parsed()) return run();
    }
    return wrong_input;
}

}  // namespace aforo::cli
