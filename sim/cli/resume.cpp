// aforo resume: continues an experiment that was stopped.
#include <fmt/format.h>

#include <memory>
#include <string>
#include <vector>

#include "aforo/store/folder.hpp"
#include "aforo/store/study_file.hpp"
#include "carry_out.hpp"
#include "commands.hpp"
#include "output.hpp"
#include "work.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::string folder;  // an unfinished folder, or a folder of results that contains one
    int threads = 0;
    double memory = usual_memory;  // GB
    bool as_begun = false, json = false, quiet = false, open = false;
};

namespace fs = std::filesystem;

bool is_study(const fs::path& folder) {
    std::error_code error;
    return fs::is_regular_file(fs::symlink_status(folder / store::study_file_name, error));
}

// The folder that is meant; if there is none, or several, says so and throws WrongInput.
fs::path left_in(const std::string& folder, core::Lang lang) {
    if (is_study(folder)) return folder;
    std::vector<fs::path> found;
    for (const auto& left : store::unfinished(folder)) {
        if (!left.in_use && is_study(left.path)) found.push_back(left.path);
    }
    if (found.size() == 1) return found.front();
    print_err(
        "aforo: {}: {}\n", core::escaped(folder),
        found.empty()
            ? core::in(lang, "no hay nada sin terminar con que seguir", "there is nothing unfinished to go on with")
            : core::in(lang, "quedaron varios sin terminar; nombre uno:", "several were left unfinished; name one:"));
    for (const auto& path : found) print_err("  aforo resume {}\n", shell_word(path.string()));
    throw WrongInput{};
}

int resume(const Arguments& a, core::Lang lang) {
    const fs::path folder = left_in(a.folder, lang);
    How how{.threads = a.threads, .memory = a.memory, .json = a.json, .quiet = a.quiet, .open = a.open};
    // An unfinished folder may already have all its files and lack only its name.
    const bool is_left = folder.filename().string().starts_with(".unfinished-") ||
                         !fs::exists(fs::symlink_status(folder / "manifest.json"));
    if (is_left) return go_on(folder, how, a.as_begun, lang);
    // These results were reported from what was finished; the rest goes to new results, which take the items over.
    Asked asked;
    {
        const store::StudyFile file(folder / store::study_file_name, store::StudyFile::Use::read);
        asked = asked_of(file.header(), folder / store::study_file_name);
    }
    how.out = fs::absolute(folder).parent_path().parent_path().string();
    how.threads = threads_to_go_on(asked, how, lang);
    return carry_out(asked, how, lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
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
    return [a, lang = o.lang()] { return resume(*a, lang); };
}

}  // namespace

const Command resume_command{
    "resume", "Sigue con un experimento donde quedó: da los mismos bits que sin interrupción",
    "Goes on with an experiment where it was stopped: the same bits as without the interruption", options};

}  // namespace aforo::cli
