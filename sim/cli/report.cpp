#include "report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "aforo/core/contracts.hpp"
#include "aforo/core/sha256.hpp"
#include "aforo/report/formats.hpp"
#include "aforo/report/json.hpp"
#include "aforo/report/page.hpp"
#include "aforo/store/folder.hpp"
#include "aforo/store/input.hpp"
#include "aforo/store/run_file.hpp"
#include "common.hpp"
#include "output.hpp"
#include "pdf.hpp"

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

// A run's folder may come from anybody: nothing is made from it before all that it says agrees.
struct StoredFolder {
    results::Manifest manifest;
    store::StoredRun stored;
};

[[noreturn]] void wrong(const fs::path& path, const std::string& es, const std::string& en) {
    throw core::WrongFile(fmt::format("{}: {}", path.string(), es), fmt::format("{}: {}", path.string(), en));
}

results::Manifest manifest_of(const fs::path& path) {
    constexpr std::size_t most = 1 << 20;
    const auto read = report::read_manifest(store::read_file(path, most));
    if (!read.manifest)
        wrong(path, "no es el manifiesto de una corrida: " + read.problem.es,
              "not the manifest of a run: " + read.problem.en);
    return *read.manifest;
}

// What the manifest says of a file, and what it is.
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

StoredFolder read_folder(const fs::path& folder) {
    const fs::path database = folder / "run.sqlite", results = folder / "results.json";
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
    demand_same(database, "huella del escenario", "digest of the scenario", run.digest, m.scenario_digest);
    demand_same(database, "semilla", "seed", std::to_string(run.seed), std::to_string(m.seed));
    demand_same(database, "réplicas", "replications", std::to_string(run.replications), std::to_string(m.replications));
    demand_same(database, "huella", "digest", store::digest_of_file(database), m.run_file_digest);
    demand_same(database, "huella de lo que results.json dice", "digest of what results.json says",
                core::sha256_hex(report::results_json(run)), m.results_digest);
    if (fs::exists(fs::symlink_status(results)))
        demand_same(results, "huella", "digest", store::digest_of_file(results), m.results_digest);
    return read;
}

bool is_asked(const ReportArguments& a, const report::FileFormat& format) {
    return a.formats.empty() ? format.by_default
                             : std::find(a.formats.begin(), a.formats.end(), format.name) != a.formats.end();
}

// Of the page, which is made anew: the one that is there may be of another run, or of anybody.
void print(const fs::path& folder, const StoredFolder& from, core::Lang lang) {
    const fs::path page = folder / "report.html", pdf = folder / "report.pdf";
    store::replace_file(page, report::run_page(from.stored.run, from.stored.samples, from.manifest, lang));
    print_pdf(page, pdf, lang);
    print_out("{}\n", pdf.string());
}

// A file that cannot be made keeps no other from being made; the exit code of the worst.
int make(const ReportArguments& a, const fs::path& folder, core::Lang lang) {
    const StoredFolder read = read_folder(folder);
    int code = done;
    const auto attempt = [&](const auto& what) {
        try {
            what();
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", core::escaped(e.what()));
            code = environment;
        }
    };
    for (const auto& format : report::file_formats()) {
        if (!is_asked(a, format)) continue;
        attempt([&] {
            const fs::path path = folder / format.file;
            store::replace_file(path, format.make(read.stored.run, read.stored.samples, read.manifest, lang));
            print_out("{}\n", path.string());
        });
    }
    if (std::find(a.formats.begin(), a.formats.end(), pdf_format) != a.formats.end())
        attempt([&] { print(folder, read, lang); });
    return code;
}

}  // namespace

int report(const ReportArguments& a, core::Lang lang) {
    int code = done;
    for (const auto& run : a.runs) {
        try {
            code = std::max(code, make(a, run, lang));
        } catch (const core::WrongFile& e) {
            print_err("{}\n", core::escaped(core::in(lang, e.es, e.en)));
            code = std::max<int>(code, wrong_input);
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", core::escaped(e.what()));
            code = std::max<int>(code, environment);
        }
    }
    return code;
}

}  // namespace aforo::cli
