// aforo report: makes the files for people again, from the folder of a run alone.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aforo/core/contracts.hpp"
#include "aforo/core/language.hpp"
#include "aforo/core/pesos.hpp"
#include "aforo/core/sha256.hpp"
#include "aforo/experiment/experiment.hpp"
#include "aforo/render/csv.hpp"
#include "aforo/store/folder.hpp"
#include "aforo/store/input.hpp"
#include "aforo/store/run_file.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "media.hpp"
#include "output.hpp"
#include "pdf.hpp"
#include "process.hpp"
#include "stored_folder.hpp"
#include "stored_results.hpp"
#include "word.hpp"
#include "worlds.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::vector<std::string> runs;      // folders
    std::optional<int> world;           // from 1
    std::vector<std::string> formats;   // names (media.hpp); empty: those that the command makes
    std::optional<core::Pesos> prices;  // that money is told in; unless given, those of the run
    bool annexes = false;               // also on paper: in the PDF, and in what the workbook prints
    bool open = false;                  // shows each page in a browser
};

namespace fs = std::filesystem;

bool is_asked(const Arguments& a, const char* format) {
    return a.formats.empty() || std::find(a.formats.begin(), a.formats.end(), format) != a.formats.end();
}

// Asked for by name, or by default where it is left with the results and can be written.
bool is_word_asked(const Arguments& a, const Made& made) {
    return a.formats.empty() ? made.is_for_word && can_write_word() : is_asked(a, word_format);
}

// Prints the page, which has just been made again.
void print(const fs::path& folder, core::Lang lang) {
    const fs::path pdf = folder / "report.pdf";
    print_pdf(folder / page_file, pdf, lang);
    print_out("{}\n", pdf.string());
}

std::string digest_of(const store::Write& write) {
    core::Sha256 digest;
    write([&](std::string_view piece) { digest.add(piece); });
    return digest.hex();
}

// Reads an experiment that stores its items, such as a comparison, a sweep or an explanation. Items are in the
// scenario's own pesos, so that they can be told in others.
StoredResults read_study_folder(const fs::path& folder, const std::optional<core::Pesos>& prices, core::Lang lang) {
    const fs::path path = folder / store::study_file_name;
    const results::Manifest m = manifest_of(folder / "manifest.json");
    demand_same(path, "huella", "digest", store::digest_of_file(path), m.run_file_digest);
    store::StudyFile file(path, store::StudyFile::Use::read);
    Asked asked = asked_of(file.header(), path);
    StudyArchive archive(file);
    experiment::Options options;
    options.seed = asked.seed;
    options.replications = asked.replications;
    options.precision = asked.precision;
    options.archive = &archive;
    options.stop = [] { return true; };  // nothing is simulated: items that are missing are not reported
    const auto make_it = [&] {
        options.prices = prices_of(asked);
        auto made = cli::make(asked, options, {}, lang);
        if (!made) {
            throw core::WrongFile(fmt::format("{}: le faltan réplicas", path.string()),
                                  fmt::format("{}: it lacks replications", path.string()));
        }
        return std::move(*made);
    };
    Made made = make_it();
    demand_same(path, "huella de lo que results.json dice", "digest of what results.json says", digest_of(made.json),
                m.results_digest);
    const core::Pesos before = prices_of(asked);
    if (prices) asked.prices = prices;
    if (prices_of(asked) == before) return {std::move(made), m};
    demand_prices(asked, lang);
    results::Manifest other = m;
    other.command = command_line(asked, m.replications);
    return {make_it(), other};
}

// The run with its money in other pesos, and the command that makes it so.
void put_in_pesos(const core::Pesos& asked, const fs::path& folder, StoredFolder& run, core::Lang lang) {
    results::Run& told = run.stored.run;
    const auto& index = told.prices.index;
    const core::Pesos pesos = asked.is_said() ? asked : core::Pesos{core::Pesos::Kind::of_year, index.of};
    if (pesos == told.prices.told || told.years.empty()) return;
    if (const auto year = index.lacks(pesos, told.years.front(), told.years.back())) {
        print_err("aforo: {}\n",
                  fmt::format(fmt::runtime(core::in(lang,
                                                    "--prices {}: {}: el índice de la corrida (funding.index) no dice "
                                                    "cuánto cambian los precios entre {} y {}",
                                                    "--prices {}: {}: the index of the run (funding.index) does not "
                                                    "say how prices change between {} and {}")),
                              core::text_of(pesos), core::escaped(folder.string()), index.of, *year));
        throw WrongInput{};
    }
    experiment::Outcome outcome{std::move(told), std::move(run.stored.samples)};
    experiment::tell_in(pesos, outcome);
    run.stored = {std::move(outcome.run), std::move(outcome.samples)};
    const std::string option = " --prices ", said = option + core::text_of(pesos);
    std::string& command = run.manifest.command;
    if (const auto at = command.find(option); at != std::string::npos) {
        command.replace(at, std::min(command.find(' ', at + option.size()), command.size()) - at, said);
    } else if (!command.empty()) {
        command += said;
    }
}

}  // namespace

StoredResults read_results(const fs::path& folder, const std::optional<core::Pesos>& prices, core::Lang lang) {
    const auto has = [&](const char* file) { return fs::exists(fs::symlink_status(folder / file)); };
    if (!has(store::run_file_name) && has(store::study_file_name)) return read_study_folder(folder, prices, lang);
    StoredFolder run = read_run_folder(folder);
    if (prices) put_in_pesos(*prices, folder, run, lang);
    return {made_of(std::make_shared<const store::StoredRun>(std::move(run.stored))), run.manifest};
}

namespace {

// Returns false, with the reason on stderr, if there is no such world.
bool write_world(const Made& made, int number, const fs::path& folder, core::Lang lang) {
    const int worlds = made.worlds ? static_cast<int>(made.worlds->deltas.size()) : 0;
    if (number > worlds) {
        print_err("aforo: {}\n",
                  fmt::format(
                      fmt::runtime(core::in(lang, "{}: tiene {} mundos, no {} (run y compare los hacen con --worlds)",
                                            "{}: it has {} worlds, not {} (run and compare make them with --worlds)")),
                      core::escaped(folder.string()), worlds, number));
        return false;
    }
    const fs::path path = folder / fmt::format("mundo-{:03}.yaml", number);
    store::replace_file(path, made.worlds->deltas[static_cast<std::size_t>(number - 1)]);
    print_out("{}\n", path.string());
    return true;
}

// A file that cannot be made does not prevent the others; returns the worst exit code.
int make(const Arguments& a, const fs::path& folder, core::Lang lang) {
    int code = done;
    const auto attempt = [&](const auto& what) {
        try {
            what();
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", core::escaped(e.what()));
            code = environment;
        }
    };
    const auto write = [&](const std::string& name, const store::Write& pieces) {
        attempt([&] {
            const fs::path path = folder / name;
            store::replace_file(path, pieces);
            print_out("{}\n", path.string());
        });
    };
    const auto [made, manifest] = read_results(folder, a.prices, lang);
    const bool with_pdf = std::find(a.formats.begin(), a.formats.end(), pdf_format) != a.formats.end();
    document::Document told = made.tell(manifest, lang);
    told.has_annexes_on_paper = a.annexes;
    for (const Medium& medium : media) {
        const bool is_shown = a.open && medium.file == page_file;
        if (is_asked(a, medium.format) || is_shown)
            write(medium.file, whole([&, &draw = medium.draw] { return draw(told); }));
    }
    for (const auto& further : made.further) {
        const document::Document other = further.tell(manifest, lang);
        for (const Medium& medium : media) {
            if (is_asked(a, medium.format))
                write(file_of(further.name, medium.format), whole([&, &draw = medium.draw] { return draw(other); }));
        }
        if (is_word_asked(a, made))
            write(file_of(further.name, word_format), whole([&] { return word(other); }));
    }
    if (is_word_asked(a, made)) write(file_of(report_name, word_format), whole([&] { return word(told); }));
    if (is_asked(a, csv_format)) {
        for (const MachineFile& file : made.csv) write(file.name, file.write);
        for (const auto& file : render::table_files(told)) write(file.name, whole([&] { return file.bytes; }));
    }
    if (a.world && !write_world(made, *a.world, folder, lang)) code = wrong_input;
    if (with_pdf) {
        attempt([&] {
            // An existing page may belong to another run, or have been changed.
            store::replace_file(folder / page_file, render::page(told));
            print(folder, lang);
        });
    }
    if (a.open) open_page(folder / page_file, lang);
    return code;
}

int report(const Arguments& a, core::Lang lang) {
    int code = done;
    for (const auto& run : a.runs) {
        try {
            code = std::max(code, make(a, run, lang));
        } catch (const core::WrongFile& e) {
            print_err("{}\n", core::escaped(core::in(lang, e.es, e.en)));
            code = std::max<int>(code, wrong_input);
        } catch (const WrongInput&) {
            code = std::max<int>(code, wrong_input);
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", core::escaped(e.what()));
            code = std::max<int>(code, environment);
        }
    }
    return code;
}

// The values of --format.
std::vector<std::string> formats() {
    std::vector<std::string> names;
    for (const Medium& medium : media) names.emplace_back(medium.format);
    names.insert(names.end(), {word_format, csv_format, pdf_format});
    return names;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("corridas", "runs", a->runs, "Carpetas de resultados (output/<escenario>/run-NNN, compare-NNN…)",
               "Folders of results (output/<scenario>/run-NNN, compare-NNN…)")
        ->required();
    o.option("--format", a->formats, o.text("FORMATOS", "FORMATS"),
             "html, xlsx, docx, csv o pdf; varios, separados por comas",
             "html, xlsx, docx, csv or pdf; several, separated by commas")
        ->delimiter(',')
        ->check(one_of(formats(), o.lang()));
    o.flag("--annexes", a->annexes, "Con los anexos en el papel: en el PDF, y en lo que el libro imprime",
           "With the annexes on paper: in the PDF, and in what the workbook prints");
    o.open(a->open);
    o.number("--world", a->world, 1, most_worlds,
             "Escribe además ese mundo como escenario, mundo-N.yaml: de resultados con --worlds",
             "Writes that world as a scenario too, mundo-N.yaml: of results with --worlds");
    o.prices(a->prices);
    return [a, lang = o.lang()] { return report(*a, lang); };
}

}  // namespace

const Command report_command{"report",
                             "Hace de nuevo los informes de unos resultados, solo con lo que hay en su carpeta",
                             "Makes the reports of some results again, from what is in their folder alone", options};

}  // namespace aforo::cli
