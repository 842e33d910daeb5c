#include "verify.hpp"

#include <fmt/core.h>

#include "aforo/report/format.hpp"
#include "aforo/report/table.hpp"
#include "aforo/verify/verify.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

std::string table_of(const std::vector<verify::Comparison>& comparisons, core::Lang lang) {
    using report::Align;
    const report::Format format(lang);
    const auto in = [&](const char* es, const char* en) { return std::string(core::in(lang, es, en)); };
    report::Table table({{in("Escenario", "Scenario"), Align::left},
                         {in("Modelo", "Model"), Align::left},
                         {in("Qué", "What"), Align::left, 32},
                         {in("Exacto", "Exact")},
                         {in("Simulado", "Simulated")},
                         {"± 95 %"},
                         {"z"},
                         {""}});
    for (const auto& c : comparisons) {
        table.row({c.of->file, c.of->model, in(c.of->what_es, c.of->what_en), format.number(c.exact, 5),
                   format.number(c.simulated, 5), format.number(c.half_width, 5), format.signed_number(c.z, 2),
                   c.holds() ? "" : in("✗ fuera", "✗ beyond")});
    }
    return table.str();
}

}  // namespace

int verify(const VerifyArguments& a, core::Lang lang) {
    verify::Options options;
    options.seed = a.seed;
    options.replications = a.replications;
    options.threads = a.threads;
    Progress progress(lang, a.quiet, std::string(core::in(lang, "escenarios", "scenarios")));
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    catch_interruptions();
    const auto comparisons = verify::verify(
        [&](const std::string& name) {
            const std::string file = a.folder + "/" + name + ".yaml";
            scenario::Scenario scenario = read_or_explain(file, lang);
            const Work work{.replications = static_cast<double>(a.replications),
                            .threads = options.threads,
                            .memory = a.memory,
                            .quiet = a.quiet};
            options.threads = threads_that_fit(scenario, file, work, lang);
            return scenario;
        },
        options);

    print_out("{}", table_of(comparisons, lang));
    if (comparisons.size() < verify::cases().size()) return interrupted;
    int beyond = 0;
    for (const auto& c : comparisons) beyond += !c.holds();
    const double bound = comparisons.front().bound;
    print_out("\n");
    if (beyond == 0) {
        print_out(
            fmt::runtime(core::in(
                lang, "{} comparaciones, {} réplicas, semilla {}: todas dentro de |z| ≤ {} (al 0,001 en conjunto).\n",
                "{} comparisons, {} replications, seed {}: all within |z| ≤ {} (0.001 for all together).\n")),
            comparisons.size(), a.replications, a.seed, report::Format(lang).number(bound, 2));
        return done;
    }
    print_out(fmt::runtime(
                  core::in(lang, "{} de {} comparaciones pasan de |z| ≤ {}: este programa no simula lo que dice.\n",
                           "{} of {} comparisons are beyond |z| ≤ {}: this program does not simulate what it says.\n")),
              beyond, comparisons.size(), report::Format(lang).number(bound, 2));
    return broken_invariant;
}

}  // namespace aforo::cli
