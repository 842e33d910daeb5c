// The command line: what is asked, handed to one file per command, and how it ends.
#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <cstdio>
#include <new>
#include <system_error>

#include "aforo/core/contracts.hpp"
#include "aforo/core/version.hpp"
#include "aforo/report/formats.hpp"
#include "check.hpp"
#include "common.hpp"
#include "compare.hpp"
#include "explain.hpp"
#include "facts.hpp"
#include "init.hpp"
#include "report.hpp"
#include "rules.hpp"
#include "run.hpp"
#include "schema.hpp"
#include "sweep.hpp"
#include "usage.hpp"
#include "verify.hpp"

namespace {

using namespace aforo;

// For seeds: a negative number would be read as a large one.
std::string not_negative(const std::string& text) {
    return text.starts_with('-') ? "no puede ser negativa · cannot be negative" : "";
}

int dispatch(int argc, char** argv) {
    CLI::App app{"aforo: capacidad y cobertura de un programa, simuladas · programme capacity and coverage, simulated"};
    app.set_version_flag("--version", std::string("aforo ") + core::version, "Imprime la versión y termina");
    app.require_subcommand(1);
    cli::speak_spanish(app);
    std::string lang;
    const auto with_language = [&](CLI::App* command) {
        command->add_option("--lang", lang, "Idioma: es o en")->check(CLI::IsMember({"es", "en"}));
    };

    const auto with_experiment = [&](CLI::App* command, cli::ExperimentArguments& to, const char* seed,
                                     const char* replications) {
        command->add_option("--seed", to.seed, seed)->check(not_negative);
        command->add_option("--replications", to.replications, replications)->check(CLI::Range(2, 1'000'000));
        command->add_option("--effort", to.effort, "Cuánto trabajo: quick (4 réplicas), normal (10) o thorough (40)")
            ->transform(CLI::CheckedTransformer(cli::effort_names));
        command->add_option("--threads", to.threads, "Hilos; por omisión, todos")->check(CLI::Range(1, 1024));
        command->add_option("--out", to.out, "Carpeta de resultados")->capture_default_str();
        command->add_flag("--json", to.json, "Los resultados en JSON por la salida estándar, y nada más");
        command->add_flag("--quiet", to.quiet, "Sin avance");
        with_language(command);
    };

    cli::RunArguments run;
    CLI::App* run_command =
        app.add_subcommand("run", "Simula un escenario: imprime la ficha y deja sus resultados en una carpeta");
    run_command->add_option("file", run.file, "Escenario (YAML)")->required();
    run_command->add_option("--seed", run.seed, "Semilla; por omisión, la del escenario")->check(not_negative);
    run_command->add_option("--replications", run.replications, "Réplicas (con --precision, a lo más)")
        ->check(CLI::Range(1, 1'000'000));
    run_command
        ->add_option("--precision", run.precision,
                     "Semiancho relativo del 95 % para los beneficiarios de cada año, p. ej. 0.01")
        ->check(CLI::Range(1e-6, 1.0));
    run_command->add_option("--threads", run.threads, "Hilos; por omisión, todos")->check(CLI::Range(1, 1024));
    run_command->add_option("--ledger", run.ledger,
                            "Deja también libro-mayor.csv: cada asiento de esa réplica (la primera es la 0)");
    run_command->add_option("--out", run.out, "Carpeta de resultados")->capture_default_str();
    run_command->add_flag("--json", run.json, "results.json por la salida estándar, y nada más");
    run_command->add_flag("--quiet", run.quiet, "Sin avance");
    run_command->add_flag("--definitions", run.definitions, "Imprime además la definición de cada medida");
    CLI::Option* trace = run_command->add_option(
        "--trace", run.trace, "La vida de una empresa, hecho por hecho: su número de llegada (1, 2, …) o su clave 0x…");
    for (const char* other :
         {"--replications", "--precision", "--ledger", "--json", "--definitions", "--out", "--threads", "--quiet"})
        trace->excludes(run_command->get_option(other));
    run_command->add_option("--replication", run.replication, "Réplica de --trace, desde 0")
        ->capture_default_str()
        ->needs(trace);
    with_language(run_command);

    cli::CheckArguments check;
    CLI::App* check_command =
        app.add_subcommand("check", "Revisa escenarios: todos los errores de una vez, cada uno con su lugar");
    check_command->add_option("files", check.files, "Escenarios (YAML)")->required();
    check_command->add_flag("--resolved", check.resolved,
                            "Imprime el escenario completo, con lo heredado y lo que se da por omisión");
    with_language(check_command);

    cli::FactsArguments facts;
    CLI::App* facts_command =
        app.add_subcommand("facts", "Lista cada número de un escenario: valor, rango, fuente, nota y dónde entra");
    facts_command->add_option("file", facts.file, "Escenario (YAML)")->required();
    facts_command->add_flag("--json", facts.json, "En JSON por la salida estándar, y nada más");
    with_language(facts_command);

    CLI::App* rules_command =
        app.add_subcommand("rules", "Explica reglas, criterios y distribuciones, con un ejemplo de cada uno");
    with_language(rules_command);

    cli::SchemaArguments schema;
    CLI::App* schema_command = app.add_subcommand("schema", "Imprime el esquema JSON de los escenarios, para editores");
    schema_command->add_flag("--markdown", schema.markdown, "La página de referencia, scenarios/README.md");

    cli::CompareArguments compare;
    CLI::App* compare_command = app.add_subcommand(
        "compare", "Compara alternativas con una base, con los mismos números aleatorios: diferencias y su error");
    compare_command
        ->add_option("files", compare.files, "La base y una o más alternativas (YAML), o carpetas de alternativas")
        ->required()
        ->expected(1, 100);
    compare_command->add_option("--seed", compare.seed, "Semilla; por omisión, la de la base")->check(not_negative);
    compare_command->add_option("--replications", compare.replications, "Réplicas; por omisión, las de la base")
        ->check(CLI::Range(2, 1'000'000));
    compare_command
        ->add_option("--precision", compare.precision,
                     "Semiancho del 95 % de cada diferencia en beneficiarios de un año, como parte de los de la base, "
                     "p. ej. 0.005")
        ->check(CLI::Range(1e-6, 1.0));
    compare_command->add_option("--threads", compare.threads, "Hilos; por omisión, todos")->check(CLI::Range(1, 1024));
    compare_command->add_option("--out", compare.out, "Carpeta de resultados")->capture_default_str();
    compare_command->add_flag("--json", compare.json, "Las diferencias en JSON por la salida estándar, y nada más");
    compare_command->add_flag("--quiet", compare.quiet, "Sin avance");
    with_language(compare_command);

    cli::SweepArguments sweep;
    CLI::App* sweep_command = app.add_subcommand(
        "sweep", "Recorre valores de una o más claves: cómo responde el programa y cuánto vale cada paso");
    sweep_command->add_option("file", sweep.file, "Escenario (YAML)")->required();
    sweep_command
        ->add_option("--vary", sweep.vary,
                     "CLAVE=a:b:n (n valores de a a b), CLAVE=xa:xb:n (factores del valor que tiene) o CLAVE=v,w,…; "
                     "puede repetirse")
        ->required();
    with_experiment(sweep_command, sweep, "Semilla; por omisión, la del escenario",
                    "Réplicas de cada punto; por omisión, las de --effort");

    cli::ExplainArguments explain;
    CLI::App* explain_command = app.add_subcommand(
        "explain",
        "Dos escenarios: qué parte de la diferencia se debe a cada cambio. Uno: qué traería un asesor más en cada "
        "centro y más dinero en cada componente");
    explain_command->add_option("files", explain.files, "Uno o dos escenarios (YAML)")->required()->expected(1, 2);
    with_experiment(explain_command, explain, "Semilla; por omisión, la del primer escenario",
                    "Réplicas de cada caso; por omisión, las de --effort");

    cli::ReportArguments report;
    CLI::App* report_command =
        app.add_subcommand("report", "Hace de nuevo los informes de una corrida, solo con lo que hay en su carpeta");
    std::vector<std::string> formats;
    for (const auto& format : aforo::report::file_formats()) {
        if (formats.empty() || formats.back() != format.name) formats.emplace_back(format.name);
    }
    formats.emplace_back(cli::pdf_format);
    report_command->add_option("runs", report.runs, "Carpetas de corridas (output/<escenario>/run-NNN)")->required();
    report_command->add_option("--format", report.formats, "Formatos, separados por comas")
        ->delimiter(',')
        ->check(CLI::IsMember(formats));
    with_language(report_command);

    cli::VerifyArguments verify;
    CLI::App* verify_command = app.add_subcommand(
        "verify",
        "Compara el modelo con la teoría de colas, en esta máquina: 0 si todo está dentro del error, 1 si no");
    verify_command->add_option("folder", verify.folder, "Carpeta de los escenarios de verificación")
        ->capture_default_str();
    verify_command->add_option("--seed", verify.seed, "Semilla")->check(not_negative)->capture_default_str();
    verify_command->add_option("--replications", verify.replications, "Réplicas de cada escenario")
        ->check(CLI::Range(10, 1'000'000))  // with fewer, the bound on z is so wide that nothing can fail
        ->capture_default_str();
    verify_command->add_option("--threads", verify.threads, "Hilos; por omisión, todos")->check(CLI::Range(1, 1024));
    verify_command->add_flag("--quiet", verify.quiet, "Sin avance");
    with_language(verify_command);

    std::string init_at;
    CLI::App* init_command = app.add_subcommand("init", "Escribe un escenario comentado que corre, del que partir");
    init_command->add_option("where", init_at, "Archivo, o carpeta en que escribir escenario.yaml; por omisión, aquí");
    with_language(init_command);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) return app.exit(e);  // help or version
        fmt::print(stderr, "{}", cli::usage_error(app, e, argc, argv, cli::language(lang)));
        return cli::wrong_input;
    }
    const core::Lang language = cli::language(lang);
    if (compare_command->parsed()) return cli::compare(compare, language);
    if (explain_command->parsed()) return cli::explain(explain, language);
    if (sweep_command->parsed()) return cli::sweep(sweep, language);
    if (verify_command->parsed()) return cli::verify(verify, language);
    if (report_command->parsed()) return cli::report(report, language);
    if (facts_command->parsed()) return cli::facts(facts, language);
    if (rules_command->parsed()) return cli::rules(language);
    if (schema_command->parsed()) return cli::schema(schema);
    if (init_command->parsed()) return cli::init(init_at, language);
    return run_command->parsed() ? cli::run(run, language) : cli::check(check, language);
}

// Not by fmt, which throws when stderr cannot be written either.
int ended(int code, const char* why) {
    std::fprintf(stderr, "aforo: %s\n", why);
    return code;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const int code = dispatch(argc, argv);
        if (std::fflush(stdout) != 0) throw std::system_error(errno, std::generic_category(), "stdout");
        return code;
    } catch (const cli::WrongInput&) {
        return cli::wrong_input;
    } catch (const core::EnvironmentError& e) {
        return ended(cli::environment, e.what());
    } catch (const core::BrokenInvariant& e) {
        return ended(
            cli::broken_invariant,
            ("invariante roto, es un error de aforo · broken invariant, a bug of aforo: " + std::string(e.what()))
                .c_str());
    } catch (const std::system_error& e) {  // of the standard output, or of a thread
        return ended(cli::environment, e.what());
    } catch (const std::bad_alloc&) {
        return ended(cli::environment, "no alcanza la memoria · out of memory");
    } catch (const std::exception& e) {
        return ended(cli::broken_invariant, e.what());
    }
}
