#include "commands.hpp"

#include <array>
#include <memory>

#include "aforo/core/version.hpp"
#include "calibrate.hpp"
#include "check.hpp"
#include "clean.hpp"
#include "compare.hpp"
#include "diff.hpp"
#include "explain.hpp"
#include "facts.hpp"
#include "goal.hpp"
#include "init.hpp"
#include "media.hpp"
#include "options.hpp"
#include "page.hpp"
#include "pdf.hpp"
#include "rank.hpp"
#include "report.hpp"
#include "resume.hpp"
#include "rules.hpp"
#include "run.hpp"
#include "schema.hpp"
#include "sensitivity.hpp"
#include "sweep.hpp"
#include "usage.hpp"
#include "verify.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

// The values of --format.
std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const Medium& medium : media) names.emplace_back(medium.format);
    names.insert(names.end(), {csv_format, pdf_format});
    return names;
}

Action run_options(Options& o) {
    const auto a = std::make_shared<RunArguments>();
    o.file(a->file);
    o.seed(a->seed, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's");
    o.number("--replications", a->replications, 1, most_replications, "Réplicas (con --precision, a lo más)",
             "Replications (with --precision, at most)");
    o.precision(a->precision, "Semiancho relativo del 95 % para los beneficiarios de cada año, p. ej. 0.01",
                "Relative half-width at 95 % for the beneficiaries of each year, for instance 0.01");
    o.worlds(a->worlds);
    o.number("--ledger", a->ledger, 0, most_replications - 1,
             "Deja también libro-mayor.csv: cada asiento de esa réplica (la primera es la 0)",
             "Leaves libro-mayor.csv too: every posting of that replication (the first is 0)");
    o.simulation(*a);
    o.json(a->json, "results.json por la salida estándar, y nada más",
           "results.json on standard output, and nothing else there");
    o.flag("--definitions", a->definitions, "Imprime además la definición de cada medida",
           "Prints the definition of every measure too");
    o.flag("--strict", a->strict, "Un aviso del escenario es un error", "A warning of the scenario is an error");
    CLI::Option* trace = o.option(
        "--trace", a->trace, o.text("EMPRESA", "WHOM"),
        "La vida de una empresa, hecho por hecho: su número de llegada (1, 2, …) o su clave 0x…; con esto solo "
        "van --replication, --seed y --lang",
        "The life of an enterprise, fact by fact: its number of arrival (1, 2, …) or its key 0x…; only "
        "--replication, --seed and --lang go with it");
    for (const char* other : {"--replications", "--precision", "--worlds", "--ledger", "--json", "--definitions",
                              "--out", "--threads", "--anew", "--open", "--quiet"})
        trace->excludes(o.get(other));
    o.number("--replication", a->replication, 0, std::numeric_limits<std::uint32_t>::max(),
             "Réplica de --trace, desde 0", "Replication of --trace, from 0")
        ->capture_default_str()
        ->needs(trace);
    return [a, lang = o.lang()] { return cli::run(*a, lang); };
}

Action check_options(Options& o) {
    const auto a = std::make_shared<CheckArguments>();
    o.argument("escenarios", "scenarios", a->files, "Archivos YAML", "YAML files")->required();
    o.flag("--resolved", a->resolved, "Imprime el escenario completo, con lo heredado y lo que se da por omisión",
           "Prints the whole scenario, with what it inherits and what is given by default");
    o.memory(a->memory);
    o.flag("--strict", a->strict, "Un aviso es un error", "A warning is an error");
    return [a, lang = o.lang()] { return cli::check(*a, lang); };
}

Action facts_options(Options& o) {
    const auto a = std::make_shared<FactsArguments>();
    o.file(a->file);
    o.flag("--assumptions", a->assumptions, "Solo los que tienen rango, primero los que peor se conocen",
           "Only those with a range, the least known first");
    o.json(a->json, "En JSON por la salida estándar, y nada más", "As JSON on standard output, and nothing else there");
    return [a, lang = o.lang()] { return cli::facts(*a, lang); };
}

Action rules_options(Options& o) {
    return [lang = o.lang()] { return cli::rules(lang); };
}

Action schema_options(Options& o) {
    const auto a = std::make_shared<SchemaArguments>();
    o.flag("--markdown", a->markdown, "La página de referencia de todas las claves",
           "The page of reference of all keys");
    return [a, lang = o.lang()] { return cli::schema(*a, lang); };
}

Action init_options(Options& o) {
    const auto a = std::make_shared<InitArguments>();
    o.argument("lugar", "where", a->where, "Archivo o carpeta en que escribir; por omisión, aquí",
               "File or folder to write in; unless given, here");
    o.flag("--ficha", a->ficha, "La lista de las cifras que publica la ficha de otro año, para completarla",
           "The list of figures that the sheet of another year publishes, to be filled in");
    o.option("--from", a->from, o.text("CIFRAS", "FIGURES"),
             "De esa lista ya completa: un escenario que aforo calibrate ajusta, con lo que la ficha no publica en "
             "proporción a la de 2024",
             "Of that list once filled in: a scenario that aforo calibrate fits, with what the sheet does not publish "
             "in proportion to that of 2024")
        ->excludes(o.get("--ficha"));
    return [a, lang = o.lang()] { return cli::init(*a, lang); };
}

Action page_options(Options& o) {
    const auto a = std::make_shared<PageArguments>();
    o.argument("escenarios", "scenarios", a->files, "Archivos YAML, o carpetas: de ellos se puede partir en la página",
               "YAML files, or folders: those that the page can start from")
        ->required();
    o.option("-o,--output", a->output, o.text("ARCHIVO", "FILE"), "La página; por omisión, simulador.html",
             "The page; unless given, simulador.html");
    return [a, lang = o.lang()] { return cli::page(*a, lang); };
}

Action compare_options(Options& o) {
    const auto a = std::make_shared<CompareArguments>();
    o.argument(
         "escenarios", "scenarios", a->files,
         "La base y una o más alternativas (YAML), o carpetas de alternativas; una alternativa sola, con la base "
         "que nombra en compare_with",
         "The base and one or more alternatives (YAML), or folders of alternatives; an alternative alone, with the "
         "base that it names in compare_with")
        ->required()
        ->expected(1, 100);
    o.seed(a->seed, "Semilla; por omisión, la de la base", "Seed; unless given, the base's");
    o.number("--replications", a->replications, 2, most_replications,
             "Réplicas; por omisión, las de la base (con --precision, a lo más)",
             "Replications; unless given, the base's (with --precision, at most)");
    o.precision(
        a->precision,
        "Semiancho del 95 % de cada diferencia en beneficiarios de un año, como parte de los de la base, "
        "p. ej. 0.005",
        "Half-width at 95 % of each difference in a year's beneficiaries, as a part of the base's, for instance "
        "0.005");
    o.worlds(a->worlds);
    o.simulation(*a);
    o.json(a->json, "Las diferencias en JSON por la salida estándar, y nada más",
           "The differences as JSON on standard output, and nothing else there");
    return [a, lang = o.lang()] { return cli::compare(*a, lang); };
}

Action sweep_options(Options& o) {
    const auto a = std::make_shared<SweepArguments>();
    o.file(a->file);
    o.option(
         "--vary", a->vary, o.text("CLAVE=VALORES", "KEY=VALUES"),
         "CLAVE=a:b:n (n valores de a a b), CLAVE=xa:xb:n (factores del valor que tiene) o CLAVE=v,w,…; se repite para "
         "otras claves, en todas las combinaciones; CLAVE=…;CLAVE=… van en el mismo paso",
         "KEY=a:b:n (n values from a to b), KEY=xa:xb:n (factors of the value that it has) or KEY=v,w,…; again for "
         "other keys, in all combinations; KEY=…;KEY=… go in step")
        ->required();
    o.experiment(*a, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's",
                 "Réplicas de cada punto; por omisión, las de --effort",
                 "Replications of each point; unless given, those of --effort");
    o.worlds(a->worlds);
    return [a, lang = o.lang()] { return cli::sweep(*a, lang); };
}

Action explain_options(Options& o) {
    const auto a = std::make_shared<ExplainArguments>();
    o.argument("escenarios", "scenarios", a->files, "Uno o dos archivos YAML", "One or two YAML files")
        ->required()
        ->expected(1, 2);
    o.experiment(*a, "Semilla; por omisión, la del primer escenario", "Seed; unless given, the first scenario's",
                 "Réplicas de cada caso; por omisión, las de --effort",
                 "Replications of each case; unless given, those of --effort");
    return [a, lang = o.lang()] { return cli::explain(*a, lang); };
}

Action calibrate_options(Options& o) {
    const auto a = std::make_shared<CalibrateArguments>();
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
    return [a, lang = o.lang()] { return cli::calibrate(*a, lang); };
}

Action sensitivity_options(Options& o) {
    const auto a = std::make_shared<SensitivityArguments>();
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
    return [a, lang = o.lang()] { return cli::sensitivity(*a, lang); };
}

Action goal_options(Options& o) {
    const auto a = std::make_shared<GoalArguments>();
    o.file(a->file);
    o.option("--reach", a->reach, o.text("META", "GOAL"),
             "La meta: 'coverage_target >= 10% in 2027'; se repite para que se cumplan varias a la vez",
             "The goal: 'coverage_target >= 10% in 2027'; again for several to be met together")
        ->required();
    o.option("--by", a->by, o.text("CLAVE=DESDE:HASTA[:PASO]", "KEY=FROM:TO[:STEP]"),
             "Con qué: una clave o una palanca del escenario (levers); dos veces, con las dos",
             "By what: a key or a lever of the scenario (levers); twice, by both")
        ->required();
    o.option("--probability", a->probability, "P", "En qué parte de los futuros se ha de cumplir; por omisión, 0.9",
             "In which part of futures it is to be met; unless given, 0.9")
        ->check(cli::number(0.01, 0.999, o.lang()));
    o.flag("--worlds", a->in_worlds,
           "Cada futuro en un mundo propio: la certeza es también ante lo que no se sabe de los supuestos",
           "Each future in a world of its own: the certainty is also against what is not known of the assumptions");
    o.experiment(
        *a, "Semilla; por omisión, la del escenario", "Seed; unless given, the scenario's",
        "Réplicas del escenario como está; por omisión, las de --effort, que dice también hasta dónde se certifica",
        "Replications of the scenario as it is; unless given, those of --effort, which also says how far it is "
        "certified");
    return [a, lang = o.lang()] { return cli::goal(*a, lang); };
}

Action rank_options(Options& o) {
    const auto a = std::make_shared<RankArguments>();
    o.argument("escenarios", "scenarios", a->files, "Dos o más archivos YAML, o carpetas de ellos",
               "Two YAML files or more, or folders of them")
        ->required()
        ->expected(1, 100);
    o.option(
         "--by", a->by, o.text("MEDIDA[@ID]", "MEASURE[@ID]"),
         "Por qué cifra: admissions@mujeres; se repite para ver además otras, y cuáles escenarios son peores en todo",
         "By which figure: admissions@women; again to see others too, and which scenarios are worse in all")
        ->required();
    o.number("--year", a->year, 1900, 2999, "De qué año; por omisión, el último",
             "Of which year; unless given, the last");
    o.flag("--min", a->is_least, "La menor es la mejor", "The least is the best");
    o.option("--delta", a->delta, "D",
             "La diferencia que importa, en la unidad de la cifra; por omisión, 1 % de la del primer escenario",
             "The difference that matters, in the figure's unit; unless given, 1 % of the first scenario's")
        ->check(cli::number(1e-12, 1e15, o.lang()));
    o.option("--probability", a->probability, "P", "Certeza; por omisión, 0.95", "Certainty; unless given, 0.95")
        ->check(cli::number(0.5, 0.9999, o.lang()));
    o.worlds(a->worlds);
    o.flag("--any-base", a->any_base, "Aunque se comparen con bases distintas",
           "Though they are compared with different bases");
    o.experiment(*a, "Semilla; por omisión, la del primer escenario", "Seed; unless given, the first scenario's",
                 "Réplicas de todos, 20 al menos; por omisión, las de --effort",
                 "Replications of all, 20 at least; unless given, those of --effort");
    return [a, lang = o.lang()] { return cli::rank(*a, lang); };
}

Action resume_options(Options& o) {
    const auto a = std::make_shared<ResumeArguments>();
    a->folder = "output";
    o.argument("carpeta", "folder", a->folder,
               "La que quedó sin terminar, o una carpeta de resultados donde quedó una; por omisión, output",
               "The one that was left unfinished, or a folder of results that holds one; unless given, output");
    o.threads(a->threads);
    o.memory(a->memory);
    o.flag("--as-begun", a->as_begun, "Con el escenario de entonces, aunque su archivo haya cambiado",
           "With the scenario of then, though its file has changed");
    o.json(a->json);
    o.open(a->open);
    o.quiet(a->quiet);
    return [a, lang = o.lang()] { return cli::resume(*a, lang); };
}

Action report_options(Options& o) {
    const auto a = std::make_shared<ReportArguments>();
    o.argument("corridas", "runs", a->runs, "Carpetas de resultados (output/<escenario>/run-NNN, compare-NNN…)",
               "Folders of results (output/<scenario>/run-NNN, compare-NNN…)")
        ->required();
    o.option("--format", a->formats, o.text("FORMATOS", "FORMATS"),
             "html, xlsx, csv o pdf; varios, separados por comas",
             "html, xlsx, csv or pdf; several, separated by commas")
        ->delimiter(',')
        ->check(one_of(formats(), o.lang()));
    o.flag("--annexes", a->annexes, "Con los anexos en el papel: en el PDF, y en lo que el libro imprime",
           "With the annexes on paper: in the PDF, and in what the workbook prints");
    o.open(a->open);
    o.number("--world", a->world, 1, most_worlds,
             "Escribe además ese mundo como escenario, mundo-N.yaml: de resultados con --worlds",
             "Writes that world as a scenario too, mundo-N.yaml: of results with --worlds");
    return [a, lang = o.lang()] { return cli::report(*a, lang); };
}

Action diff_options(Options& o) {
    const auto a = std::make_shared<DiffArguments>();
    o.argument("corridas", "runs", a->runs, "Dos carpetas de corridas: la de antes y la de ahora",
               "Two folders of runs: the earlier and the later one")
        ->required()
        ->expected(2);
    o.json(a->json, "En JSON por la salida estándar, y nada más", "As JSON on standard output, and nothing else there");
    return [a, lang = o.lang()] { return cli::diff(*a, lang); };
}

Action verify_options(Options& o) {
    const auto a = std::make_shared<VerifyArguments>();
    o.argument("carpeta", "folder", a->folder, "Carpeta de los escenarios de verificación",
               "Folder of the verification scenarios")
        ->capture_default_str();
    o.seed(a->seed, "Semilla", "Seed")->capture_default_str();
    // With fewer than ten replications the bound on z is so wide that no case can fail.
    o.number("--replications", a->replications, 10, most_replications,
             "Réplicas de cada escenario; con menos de 10, nada podría fallar",
             "Replications of each scenario; with fewer than 10, nothing could fail")
        ->capture_default_str();
    o.threads(a->threads);
    o.memory(a->memory);
    o.quiet(a->quiet);
    return [a, lang = o.lang()] { return cli::verify(*a, lang); };
}

Action clean_options(Options& o) {
    const auto a = std::make_shared<CleanArguments>();
    o.out(a->out);
    o.flag("--yes", a->yes, "Lo quita", "Removes it");
    return [a, lang = o.lang()] { return cli::clean(*a, lang); };
}

struct Command {
    const char *name, *es, *en;
    Action (*options)(Options& o);  // adds its options and returns its action
};
constexpr auto commands = std::to_array<Command>({
    {"run", "Simula un escenario: imprime la ficha y deja sus resultados en una carpeta",
     "Simulates a scenario: prints the sheet and leaves its results in a folder", run_options},
    {"check", "Revisa escenarios: todos los errores y avisos de una vez, cada uno con su lugar",
     "Checks scenarios: all mistakes and warnings at once, each with its place", check_options},
    {"facts", "Lista cada número de un escenario: valor, rango, fuente, nota y dónde entra",
     "Lists every number of a scenario: value, range, source, note and where it enters", facts_options},
    {"rules", "Explica reglas, criterios y distribuciones, con un ejemplo de cada uno",
     "Explains rules, criteria and distributions, with an example of each", rules_options},
    {"schema", "Imprime el esquema JSON de los escenarios, para editores",
     "Prints the JSON Schema of scenarios, for editors", schema_options},
    {"init", "Escribe un escenario comentado que corre, del que partir",
     "Writes a commented scenario that runs, to start from", init_options},
    {"page", "Hace una página que simula sin conexión ni programa: palancas, informe y comparación en un archivo",
     "Makes a page that simulates without a network or a program: levers, report and comparison in one file",
     page_options},
    {"compare", "Compara alternativas con una base, con los mismos números aleatorios: diferencias y su error",
     "Compares alternatives with a base, on the same random numbers: differences and their error", compare_options},
    {"sweep", "Recorre valores de una o más claves: cómo responde el programa y cuánto vale cada paso",
     "Goes through values of one or more keys: how the programme responds and what each step is worth", sweep_options},
    {"explain",
     "Dos escenarios: qué parte de la diferencia se debe a cada cambio. Uno: qué traería un asesor más en cada "
     "centro y más dinero en cada componente",
     "Two scenarios: which part of the difference is due to each change. One: what one advisor more at each centre "
     "and more money for each component would bring",
     explain_options},
    {"calibrate",
     "Ajusta las claves libres de un escenario a las cifras publicadas de su primer año: qué fijan, qué no, y un "
     "escenario que lo reproduce",
     "Fits the free keys of a scenario to the published figures of its first year: what they fix, what not, and a "
     "scenario that reproduces it",
     calibrate_options},
    {"sensitivity", "Qué supuestos pesan en una cifra, cuándo falla el plan y qué conviene averiguar primero",
     "Which assumptions weigh on a figure, when the plan fails and what is worth finding out first",
     sensitivity_options},
    {"goal", "Cuánto de una palanca hace falta para llegar a una meta, probado con futuros nuevos",
     "How much of a lever it takes to reach a goal, tried on fresh futures", goal_options},
    {"rank", "Cuál de varios escenarios es el mejor en una cifra, y cuáles no se distinguen de él",
     "Which of several scenarios is best in a figure, and which cannot be told from it", rank_options},
    {"resume", "Sigue con un experimento donde quedó: da los mismos bits que sin interrupción",
     "Goes on with an experiment where it was stopped: the same bits as without the interruption", resume_options},
    {"report", "Hace de nuevo los informes de unos resultados, solo con lo que hay en su carpeta",
     "Makes the reports of some results again, from what is in their folder alone", report_options},
    {"diff",
     "Por qué una cifra no es la de antes: qué entra distinto en dos corridas y qué sale distinto "
     "fuera de su error. "
     "Termina con 0 difieran o no: una diferencia es una respuesta, no una falla",
     "Why a figure is not what it was: what goes into two runs differently and what comes out "
     "differently beyond its "
     "error. Ends with 0 whether they differ or not: a difference is an answer, not a failure",
     diff_options},
    {"verify", "Compara el modelo con la teoría de colas, en esta máquina: 0 si todo está dentro del error, 1 si no",
     "Compares the model with queueing theory, on this machine: 0 if all is within the error, 1 if not",
     verify_options},
    {"clean", "Lista lo que dejaron sin terminar comandos que murieron, y con --yes lo quita",
     "Lists what commands that were killed left unfinished, and with --yes removes it", clean_options},
});

}  // namespace

Commands::Commands(core::Lang lang)
    : app_(std::string(core::in(lang, "aforo: capacidad y cobertura de un programa, simuladas",
                                "aforo: programme capacity and coverage, simulated")),
           "aforo") {
    app_.set_version_flag("--version", std::string("aforo ") + core::version,
                          std::string(core::in(lang, "Imprime la versión y termina", "Prints the version and ends")));
    app_.require_subcommand(1);
    speak(app_, lang);
    const auto speaks = [&](CLI::App& of) {
        Options(of, lang).option("--lang", asked_, "es|en", "Idioma", "Language")->check(one_of({"es", "en"}, lang));
    };
    for (const auto& [name, es, en, options] : commands) {
        CLI::App* command = app_.add_subcommand(name, std::string(core::in(lang, es, en)));
        Options of(*command, lang);
        commands_.emplace_back(command, options(of));
        speaks(*command);
    }
    speaks(app_);
}

int Commands::run() const {
    for (const auto& [command, run] : commands_) {
        if (command->parsed()) return run();
    }
    return wrong_input;
}

}  // namespace aforo::cli
