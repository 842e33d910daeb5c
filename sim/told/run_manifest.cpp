// What is needed to get the same bits again.
#include <filesystem>

#include "about.hpp"
#include "run_parts.hpp"

namespace aforo::told {

namespace {

// Whose folder the scenario was in is nobody's business in a file that is passed on: its name is enough to find it.
std::string without_folder(const std::string& file) {
    const std::filesystem::path path(file);
    return path.is_absolute() ? path.filename().string() : file;
}

std::string command_without_folder(const results::Manifest& m) {
    std::string command = m.command;
    const auto at = m.scenario_file.empty() ? std::string::npos : command.find(m.scenario_file);
    if (at != std::string::npos) command.replace(at, m.scenario_file.size(), without_folder(m.scenario_file));
    return command;
}

Definitions identity(const Subject& s, const std::string& file) {
    const auto& m = s.manifest;
    Definitions all;
    const auto add = [&](const Text& label, const Sentence& value, bool is_code = true) {
        all.items.push_back({s.say(label), value, is_code});
    };
    add({"Escenario", "Scenario"}, sayable(m.scenario), false);
    for (const auto& [label, text] : about_lines(s.run.about, s.lang))
        all.items.push_back({sayable(document::Words{label}), text});
    add({"Archivo", "File"}, sayable(file));
    add({"Huella del escenario (SHA-256)", "Digest of the scenario (SHA-256)"}, sayable(m.scenario_digest));
    add({"Huella de results.json (SHA-256)", "Digest of results.json (SHA-256)"}, sayable(m.results_digest));
    add({"Versión de aforo", "Version of aforo"}, sayable(m.version));
    add({"Semilla", "Seed"}, sayable(std::to_string(m.seed)));  // more digits than a number of Excel holds
    add({"Réplicas", "Replications"}, sayable(std::to_string(m.replications)));
    if (m.precision) add({"Precisión pedida", "Precision asked for"}, sayable(document::share(*m.precision, 2)), false);
    return all;
}

}  // namespace

Section provenance(const Subject& s) {
    constexpr Text title{"Para repetirlo", "To run it again"};
    const auto& m = s.manifest;
    return {"manifiesto",
            in(title, s.lang),
            {Paragraph{s.say(words::run_again)}, document::Command{command_without_folder(m)},
             identity(s, without_folder(m.scenario_file))},
            Media::print,
            in(sheets::manifest, s.lang)};
}

}  // namespace aforo::told
