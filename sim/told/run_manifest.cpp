// What is needed to reproduce the same bits.
#include "about.hpp"
#include "experiment.hpp"
#include "run_parts.hpp"

namespace aforo::told {

namespace {

Items identity(const Subject& s) {
    const auto& m = s.manifest;
    Items all;
    const auto add = [&](const Text& label, const Sentence& value, bool is_code = true) {
        all.push_back({s.say(label), value, is_code});
    };
    add({"Escenario", "Scenario"}, sayable(m.scenario), false);
    for (const auto& [label, text] : about_lines(s.run.about, s.lang))
        all.push_back({sayable(document::Words{label}), text});
    add({"Archivo", "File"}, sayable(without_folders(m.scenario_file)));
    add({"Huella del escenario (SHA-256)", "Digest of the scenario (SHA-256)"}, sayable(m.scenario_digest));
    add({"Huella de results.json (SHA-256)", "Digest of results.json (SHA-256)"}, sayable(m.results_digest));
    add({"Versión de aforo", "Version of aforo"}, sayable(m.version));
    add({"Semilla", "Seed"}, seed_said(m.seed));
    add({"Réplicas", "Replications"}, sayable(m.replications));
    if (m.precision) add({"Precisión pedida", "Precision asked for"}, sayable(document::share(*m.precision, 2)), false);
    return all;
}

}  // namespace

Section provenance(const Subject& s) { return to_repeat(s.manifest, identity(s), s.lang); }

}  // namespace aforo::told
