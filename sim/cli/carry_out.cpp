#include "carry_out.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "aforo/core/contracts.hpp"
#include "aforo/core/sha256.hpp"
#include "aforo/core/version.hpp"
#include "aforo/experiment/worlds.hpp"
#include "aforo/render/csv.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/render/terminal.hpp"
#include "aforo/store/input.hpp"
#include "commands.hpp"
#include "delivery.hpp"
#include "media.hpp"
#include "output.hpp"
#include "stored_folder.hpp"
#include "sweep.hpp"
#include "team.hpp"
#include "word.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

const std::vector<std::string> study_files = {store::study_file_name, std::string(store::study_file_name) + "-wal",
                                              std::string(store::study_file_name) + "-shm"};

// Whether both are the same experiment, apart from the numbers of replications and worlds.
bool is_same(const store::StudyFile::Header& a, const store::StudyFile::Header& b) {
    const auto facts = [](auto header) {
        header.facts.erase("replications");
        header.facts.erase("precision");
        header.facts.erase("worlds");
        header.facts.erase(prices_fact);  // items are in the scenario's own
        return header.facts;
    };
    return facts(a) == facts(b) && std::equal(a.inputs.begin(), a.inputs.end(), b.inputs.begin(), b.inputs.end(),
                                              [](const auto& x, const auto& y) { return x.digest == y.digest; });
}

// The folders of earlier results of this command, the latest first.
std::vector<fs::path> earlier(const fs::path& parent, const std::string& command) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) {
        if (it->path().filename().string().starts_with(command + "-")) found.push_back(it->path());
    }
    std::sort(found.rbegin(), found.rend());
    return found;
}

// Earlier results that a new study starts from.
struct Donor {
    fs::path folder;
    int replications = 0;
};

// For a run: copies the values of its replications as contender 0 of the new study.
std::optional<Donor> take_over_run(const Asked& asked, const std::string& digest, const fs::path& parent,
                                   store::StudyFile& file) {
    const auto folders = earlier(parent, "run");
    if (folders.empty()) return std::nullopt;
    for (const fs::path& folder : folders) {
        try {
            const results::Manifest m = manifest_of(folder / "manifest.json");
            if (m.version != core::version || m.program != program_digest() || m.scenario_digest != digest ||
                m.seed != asked.seed)
                continue;
            const store::StoredRun stored = read_run_folder(folder).stored;
            if (stored.run.prices.are_converted()) continue;  // its values are not those that were simulated
            std::vector<store::MeasureKey> keys;
            for (const auto* rows : {&stored.run.rows, &stored.run.series}) {
                for (const auto& r : *rows) {
                    keys.push_back(
                        {stored.run.columns[static_cast<std::size_t>(r.column)].name, r.year, r.month, r.level, r.id});
                }
            }
            (void)file.open(0, digest);
            file.put_keys(0, keys);
            const int n = std::min(stored.run.replications, asked.replications);
            std::vector<double> values(keys.size());
            for (int r = 0; r < n; ++r) {
                for (std::size_t k = 0; k < keys.size(); ++k)
                    values[k] = stored.samples.of(k)[static_cast<std::size_t>(r)];
                file.put(0, r, values);
            }
            file.flush();
            return Donor{folder, n};
        } catch (const std::runtime_error&) {
            continue;  // unreadable folders are skipped
        }
    }
    return std::nullopt;
}

// For other commands: copies their whole study file.
std::optional<Donor> take_over_study(const Asked& asked, const store::StudyFile::Header& header, const fs::path& parent,
                                     const fs::path& to) {
    for (const fs::path& folder : earlier(parent, asked.command)) {
        try {
            const fs::path from = folder / store::study_file_name;
            const results::Manifest m = manifest_of(folder / "manifest.json");
            if (m.program != program_digest() || m.seed != asked.seed || !fs::exists(fs::symlink_status(from)))
                continue;
            if (store::digest_of_file(from) != m.run_file_digest) continue;
            if (!is_same(store::StudyFile(from, store::StudyFile::Use::read).header(), header)) continue;
            fs::copy_file(from, to);
            return Donor{folder, m.replications};
        } catch (const std::runtime_error&) {
            std::error_code ignored;
            fs::remove(to, ignored);
        }
    }
    return std::nullopt;
}

// Copies worlds of the same scenario that another command made, with the fits that led to them; what the new study
// finds there is not simulated again.
std::optional<Donor> take_over_worlds(const Asked& asked, const store::StudyFile::Header& header,
                                      const fs::path& parent, store::StudyFile& file) {
    for (const char* command : {"run", "compare", "sweep", "sensitivity", "rank", "respond"}) {
        for (const fs::path& folder : earlier(parent, command)) {
            try {
                const fs::path from = folder / store::study_file_name;
                const results::Manifest m = manifest_of(folder / "manifest.json");
                if (m.program != program_digest() || m.seed != asked.seed || !fs::exists(fs::symlink_status(from)) ||
                    store::digest_of_file(from) != m.run_file_digest)
                    continue;
                const auto there = store::StudyFile(from, store::StudyFile::Use::read).header();
                const bool has_worlds = !there.inputs.empty() && there.facts.contains("worlds") &&
                                        there.facts.contains("calibration") &&
                                        there.facts.at("calibration") == header.facts.at("calibration") &&
                                        there.inputs.front().digest == header.inputs.front().digest;
                if (!has_worlds) continue;
                file.take(from, experiment::first_place_of_fits, experiment::place_of_alternative(1));
                return Donor{folder, 0};
            } catch (const std::runtime_error&) {
                continue;  // unreadable folders are skipped
            }
        }
    }
    return std::nullopt;
}

// The study's file in the folder: one that earlier results give, or a new one. Nothing, and
// why on stderr, where it cannot be written: what is computed is printed all the same. `how` learns whether it has the
// worlds of another command.
std::unique_ptr<store::StudyFile> study_in(const store::PendingFolder& folder, const Asked& asked,
                                           const store::StudyFile::Header& header, How& how, core::Lang lang) {
    const fs::path path = folder.path() / store::study_file_name;
    try {
        const fs::path parent = folder.path().parent_path();
        std::optional<Donor> donor;
        std::unique_ptr<store::StudyFile> file;
        const bool is_alone = asked.command == "run" && asked.worlds == 0;
        if (!is_alone && !how.anew) donor = take_over_study(asked, header, parent, path);
        if (donor) {
            file = std::make_unique<store::StudyFile>(path);
            file->set("replications", std::to_string(asked.replications));
            if (asked.worlds > 0) file->set("worlds", std::to_string(asked.worlds));
            // The file may hold the scenarios with the pesos of then.
            file->set(prices_fact, core::text_of(prices_of(asked)));
        } else {
            file = std::make_unique<store::StudyFile>(path, header);
            if (asked.command == "run" && !how.anew)
                donor = take_over_run(asked, header.inputs.front().digest, parent, *file);
            const auto worlds =
                asked.worlds > 0 && !how.anew ? take_over_worlds(asked, header, parent, *file) : std::nullopt;
            how.has_worlds = worlds.has_value();
            if (worlds && !how.quiet) {
                print_err("{}\n", fmt::format(fmt::runtime(core::in(
                                                  lang, "Se aprovechan los mundos de {} (--anew simula todo de nuevo).",
                                                  "The worlds of {} are taken over (--anew simulates all anew).")),
                                              core::escaped(worlds->folder.string())));
            }
        }
        if (donor && !how.quiet) {
            print_err("{}\n",
                      fmt::format(fmt::runtime(core::in(
                                      lang, "Se aprovechan las {} réplicas de {} (--anew simula todo de nuevo).",
                                      "The {} replications of {} are taken over (--anew simulates all anew).")),
                                  donor->replications, core::escaped(donor->folder.string())));
        }
        return file;
    } catch (const core::EnvironmentError& e) {
        print_err(
            "aforo: {}\naforo: {}\n", core::escaped(e.what()),
            core::in(lang, "lo que se termine no se irá guardando", "what is finished will not be stored meanwhile"));
        return nullptr;
    }
}

// Saves the data from which the folder can be reported again, and returns their file (empty if there is none). The file
// of a run contains all that its study has and replaces it; otherwise the study file is kept.
fs::path save_data(const store::PendingFolder& to, const Made& made, store::StudyFile* file) {
    const fs::path study = to.path() / store::study_file_name;
    if (!made.save) {
        if (file != nullptr) file->close();
        return file == nullptr ? fs::path() : study;
    }
    made.save(to);
    if (file != nullptr) file->discard();  // only now, so that the results are stored somewhere at all times
    return to.path() / store::run_file_name;
}

results::Manifest manifest_for(const Asked& asked, const std::string& digest, const Made& made,
                               const std::string& results_digest, const fs::path& data) {
    results::Manifest m;
    m.version = core::version;
    m.program = program_digest();
    m.scenario = asked.scenarios.front().name;
    m.scenario_file = asked.files.front();
    m.scenario_digest = digest;
    m.seed = asked.seed;
    m.about = made.about;
    m.replications = made.replications;
    m.precision = asked.precision;
    m.results_digest = results_digest;
    m.run_file_digest = store::digest_of_file(data);
    m.command = command_line(asked, made.replications);
    return m;
}

// Tells what is kept of an experiment that could not be finished.
std::string kept(const store::PendingFolder& folder, std::int64_t items, core::Lang lang) {
    return fmt::format(fmt::runtime(core::in(lang, "quedan {} réplicas terminadas; se sigue con: aforo resume {}.",
                                             "{} finished replications are kept; go on with: aforo resume {}.")),
                       items, shell_word(folder.path().string()));
}

}  // namespace

std::optional<Made> make(const Asked& asked, const experiment::Options& options, const How& how, core::Lang lang) {
    const Command* found = experiment_of(asked.command);
    core::ensure(found != nullptr, "an experiment that nobody makes");
    auto made = found->make(asked, options, how, lang);
    // Results are the same in any language.
    if (made && !made->json)
        made->json = whole([tell = made->tell] { return render::document_json(tell({}, core::Lang::en)); });
    return made;
}

namespace {

// Adds results.json and returns its digest.
std::string add_json(const store::PendingFolder& to, const Made& made) {
    core::Sha256 digest;
    to.add("results.json", [&](const core::Out& out) {
        made.json([&](std::string_view piece) {
            digest.add(piece);
            out(piece);
        });
    });
    return digest.hex();
}

void add_media(const store::PendingFolder& to, const std::string& name, const document::Document& told,
               bool is_for_word, core::Lang lang) {
    for (const Medium& medium : media) to.add(file_of(name, medium.format), medium.draw(told));
    if (!is_for_word) return;
    if (can_write_word()) {
        to.add(file_of(name, word_format), word(told));
    } else if (name == report_name) {
        print_err("{}\n", how_to_write_word(lang));
    }
}

int conclude(store::PendingFolder& folder, const std::unique_ptr<store::StudyFile>& file, const Asked& asked,
             const store::StudyFile::Header& header, const How& how, core::Lang lang) {
    experiment::Options options;
    options.seed = asked.seed;
    options.replications = asked.replications;
    options.precision = asked.precision;
    options.prices = prices_of(asked);
    options.threads = how.threads;
    Progress progress(lang, how.quiet);
    options.progress = [&](int done, int of) { progress(done, of); };
    options.stop = is_interrupted;
    for (const auto& input : header.inputs) options.digests.push_back(input.digest);
    std::optional<StudyArchive> archive;
    if (file) options.archive = &archive.emplace(*file);

    options.team = team();
    if (options.team) begin_together(header);
    const std::optional<Made> made = make(asked, options, how, lang);
    if (!made) {
        if (!file) return interrupted;
        file->flush();
        if (file->items() > 0) {
            folder.keep();
            print_err("aforo: {}\n", kept(folder, file->items(), lang));
        }
        return interrupted;
    }
    std::optional<document::Document> told;
    const auto fill = [&](const store::PendingFolder& to) {
        results::Manifest manifest;
        const fs::path data = save_data(to, *made, file.get());
        const std::string results_digest = add_json(to, *made);
        if (!data.empty()) {
            manifest = manifest_for(asked, options.digests.front(), *made, results_digest, data);
            to.add("manifest.json", render::manifest_json(manifest));
        }
        for (const MachineFile& f : made->csv) to.add(f.name, f.write);
        told = made->tell(manifest, lang);
        add_media(to, report_name, *told, made->is_for_word, lang);
        for (const auto& further : made->further)
            add_media(to, further.name, further.tell(manifest, lang), made->is_for_word, lang);
        for (const auto& table : render::table_files(*told)) to.add(table.name, table.bytes);
        if (made->beside) made->beside(to);
    };
    const auto print = [&] {
        if (how.json) return made->json(write_out);
        const document::Document& said = told ? *told : told.emplace(made->tell({}, lang));
        const std::size_t width = terminal_width();
        const std::string all = width > 0 ? render::text(said, width, true) : render::text(said);
        print_out("{}", all + (made->below ? made->below() : ""));
    };
    const auto stays = [&] { return file && file->items() > 0 ? kept(folder, file->items(), lang) : std::string(); };
    return deliver(folder, {asked.command.c_str(), fill, print, how.json, how.open, stays}, made->code, lang);
}

// What has changed in the scenarios since the study was begun. Files that no longer exist do not count.
std::vector<std::string> changed_since(const Asked& asked, core::Lang lang) {
    std::vector<std::string> all;
    std::error_code none;
    if (asked.source && fs::exists(asked.source->file, none)) {
        std::ifstream now(asked.source->file, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(now), {}};
        if (text != asked.source->text) all.push_back(asked.source->file);
    }
    for (std::size_t i = 0; i < asked.files.size(); ++i) {
        std::error_code error;
        if (!fs::exists(asked.files[i], error)) continue;
        const auto now = scenario::read(asked.files[i], lang);
        if (!now.scenario) {
            all.push_back(asked.files[i]);
            continue;
        }
        for (const auto& c : scenario::changes(asked.scenarios[i], *now.scenario))
            all.push_back(fmt::format("{}: {}: {} → {}", asked.files[i], c.path, c.from, c.to));
    }
    return all;
}

void demand_same_program(const store::StudyFile::Header& header, const fs::path& folder, core::Lang lang) {
    const auto fact = [&](const char* name) {
        const auto found = header.facts.find(name);
        return found == header.facts.end() ? std::string("—") : found->second;
    };
    if (fact("version") == core::version && fact("program") == program_digest()) return;
    print_err("aforo: {}\n",
              fmt::format(fmt::runtime(core::in(
                              lang,
                              "{}: lo empezó otro programa (aforo {}, huella {}; este es aforo {}, huella {}): lo que "
                              "falta podría no dar los mismos bits. Hágalo de nuevo con este.",
                              "{}: another program began it (aforo {}, digest {}; this is aforo {}, digest {}): what "
                              "lacks might not give the same bits. Make it anew with this one.")),
                          core::escaped(folder.string()), core::escaped(fact("version")),
                          core::escaped(fact("program").substr(0, 12)), core::version, program_digest().substr(0, 12)));
    throw WrongInput{};
}

}  // namespace

int carry_out(const Asked& asked, const How& how, core::Lang lang) {
    demand_prices(asked, lang);
    catch_interruptions();
    store::PendingFolder folder(fs::path(how.out) / store::slug(asked.scenarios.front().name));
    const auto header = header_of(asked);
    How with = how;
    const auto file = study_in(folder, asked, header, with, lang);
    return conclude(folder, file, asked, header, with, lang);
}

int threads_to_go_on(Asked& asked, const How& how, core::Lang lang) {
    if (asked.command == "sweep") {
        (void)threads_for(asked, {.threads = how.threads, .memory = how.memory, .quiet = true}, lang);
        asked.grid = grid_of(asked, lang);
    }
    return threads_for(asked, {.threads = how.threads, .memory = how.memory, .quiet = how.quiet}, lang);
}

int go_on(const fs::path& left, const How& how, bool as_begun, core::Lang lang) {
    catch_interruptions();
    store::PendingFolder folder(left, study_files);
    const auto file = std::make_unique<store::StudyFile>(left / store::study_file_name);
    demand_same_program(file->header(), left, lang);
    Asked asked = asked_of(file->header(), left / store::study_file_name);
    if (const auto changed = as_begun ? std::vector<std::string>{} : changed_since(asked, lang); !changed.empty()) {
        print_err("aforo: {}\n",
                  core::in(lang, "el escenario ya no es el que se empezó; --as-begun sigue con el de entonces:",
                           "the scenario is not the one that was begun; --as-begun goes on with that one:"));
        for (const auto& line : changed) print_err("  {}\n", core::escaped(line));
        return wrong_input;
    }
    if (!how.quiet) {
        print_err("{}\n", fmt::format(fmt::runtime(core::in(lang, "Sigue con {} réplicas terminadas: {}",
                                                            "Goes on with {} finished replications: {}")),
                                      file->items(), command_line(asked, asked.replications)));
    }
    How fitting = how;
    fitting.threads = threads_to_go_on(asked, how, lang);
    return conclude(folder, file, asked, file->header(), fitting, lang);
}

}  // namespace aforo::cli
