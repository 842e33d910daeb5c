#include "stored_folder.hpp"

#include <fmt/format.h>

#include <tuple>

#include "aforo/core/contracts.hpp"
#include "aforo/core/sha256.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/store/input.hpp"

namespace aforo::cli {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void wrong(const fs::path& path, const std::string& es, const std::string& en) {
    throw core::WrongFile(fmt::format("{}: {}", path.string(), es), fmt::format("{}: {}", path.string(), en));
}

}  // namespace

results::Manifest manifest_of(const fs::path& path) {
    constexpr std::size_t most = 1 << 20;
    const auto read = render::read_manifest(store::read_file(path, most));
    if (!read.manifest)
        wrong(path, "no es el manifiesto de una corrida: " + read.problem.es,
              "not the manifest of a run: " + read.problem.en);
    return *read.manifest;
}

void demand_same(const fs::path& file, const std::string& what_es, const std::string& what_en, const std::string& found,
                 const std::string& said) {
    if (found == said) return;
    wrong(file,
          fmt::format("los resultados no son los que el manifiesto dice: {} {}, y el manifiesto dice {}; la orden de "
                      "manifest.json hace la corrida de nuevo",
                      what_es, found, said),
          fmt::format(
              "the results are not those that the manifest tells of: {} {}, and the manifest says {}; the command "
              "in manifest.json makes the run anew",
              what_en, found, said));
}

StoredFolder read_run_folder(const fs::path& folder) {
    const fs::path database = folder / store::run_file_name, results = folder / "results.json";
    if (!fs::exists(fs::symlink_status(database))) {
        wrong(folder, "no es la carpeta de una corrida: no tiene run.sqlite",
              "not the folder of a run: it has no run.sqlite");
    }
    StoredFolder read{manifest_of(folder / "manifest.json"), store::load(database)};
    const auto& [m, stored] = read;
    const results::Run& run = stored.run;
    if (run.replications < 1) wrong(database, "tabla run: no tiene réplicas", "table run: it has no replications");
    if (run.planned.years.empty()) wrong(database, "tabla planned: falta years", "table planned: it lacks years");
    demand_same(database, "escenario", "scenario", run.scenario, m.scenario);
    for (const auto& [name_es, name_en, said, told] :
         {std::tuple{"autor", "author", &run.about.author, &m.about.author},
          {"fecha", "date", &run.about.date, &m.about.date},
          {"estado", "status", &run.about.status, &m.about.status},
          {"motivo", "reason", &run.about.reason, &m.about.reason}})
        demand_same(database, name_es, name_en, *said, *told);
    demand_same(database, "huella del escenario", "digest of the scenario", run.digest, m.scenario_digest);
    demand_same(database, "semilla", "seed", std::to_string(run.seed), std::to_string(m.seed));
    demand_same(database, "réplicas", "replications", std::to_string(run.replications), std::to_string(m.replications));
    demand_same(database, "huella", "digest", store::digest_of_file(database), m.run_file_digest);
    demand_same(database, "huella de lo que results.json dice", "digest of what results.json says",
                core::sha256_hex(render::results_json(run)), m.results_digest);
    if (fs::exists(fs::symlink_status(results)))
        demand_same(results, "huella", "digest", store::digest_of_file(results), m.results_digest);
    return read;
}

}  // namespace aforo::cli
