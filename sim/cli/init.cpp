// aforo init: scenarios to start from. Writes a small commented one that runs, or the list of figures of a sheet and
// the scenario made from a filled list. Never overwrites a file.
#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

#include "aforo/reference/reference.hpp"
#include "aforo/reference/sheet.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "new_file.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::string where;   // a file to write, or an existing folder; "": here, or beside `from`
    bool ficha = false;  // writes the list, with the files it extends beside it
    std::string from;    // a filled list
};

namespace fs = std::filesystem;

const char* scenario_file(core::Lang lang) { return lang == core::Lang::es ? "escenario.yaml" : "scenario.yaml"; }

// The given file, or the file of that name in a given folder.
fs::path file_at(const fs::path& where, const char* name) {
    std::error_code error;
    return (fs::is_directory(where, error) ? where / name : where).lexically_normal();
}

// Says what was written and what to type next.
void tell_next(const fs::path& file, const std::string& next, core::Lang lang) {
    print_out(
        "{}\n\n{}",
        fmt::format(fmt::runtime(core::in(lang, "Se escribió {}. Para seguir:", "Wrote {}. To go on:")), file.string()),
        next);
}

int small_example(const Arguments& a, core::Lang lang) {
    const fs::path file = file_at(a.where.empty() ? "." : a.where, scenario_file(lang));
    write_new(file, reference::starter(lang), lang);
    const std::string word = shell_word(file.string());
    tell_next(file, fmt::format("  aforo check {0}\n  aforo run {0}\n", word), lang);
    return done;
}

bool has_text(const fs::path& file, std::string_view text) {
    std::FILE* in = std::fopen(file.c_str(), "rb");
    if (!in) return false;
    std::string found(text.size() + 1, '\0');
    found.resize(std::fread(found.data(), 1, found.size(), in));
    (void)std::fclose(in);
    return found == text;
}

int list_of_figures(const Arguments& a, core::Lang lang) {
    const fs::path file =
        file_at(a.where.empty() ? "." : a.where, lang == core::Lang::es ? "cifras.yaml" : "figures.yaml");
    std::error_code error;
    if (fs::exists(file, error)) already_there(file, lang);
    // The files that it extends go beside it; each must be missing or have the same text.
    for (const auto& [name, text] : reference::sheet_files()) {
        const fs::path beside = file.parent_path() / name;
        if (fs::exists(beside, error) && !has_text(beside, text)) already_there(beside, lang);
    }
    for (const auto& [name, text] : reference::sheet_files()) {
        const fs::path beside = file.parent_path() / name;
        if (!fs::exists(beside, error)) write_new(beside, text, lang);
    }
    write_new(file, reference::list_of_figures(lang), lang);
    tell_next(file,
              fmt::format(fmt::runtime(core::in(lang, "  complete las cifras\n  aforo init --from {}\n",
                                                "  fill the figures in\n  aforo init --from {}\n")),
                          shell_word(file.string())),
              lang);
    return done;
}

int rest_of_sheet(const Arguments& a, core::Lang lang) {
    const fs::path list = a.from;
    const fs::path beside = list.has_parent_path() ? list.parent_path() : ".";
    const fs::path file = file_at(a.where.empty() ? beside : fs::path(a.where), "escenario.yaml");
    std::error_code error;
    const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
    const auto made = reference::in_proportion(a.from, fs::proximate(list, folder, error).string(), lang);
    for (const auto& d : made.diagnostics) print_err("{}\n", core::to_string(d, lang));
    if (!made.text) return wrong_input;
    write_new(file, *made.text, lang);
    const std::string word = shell_word(file.string());
    tell_next(file, fmt::format("  aforo check {0}\n  aforo calibrate {0}\n", word), lang);
    return done;
}

int init(const Arguments& a, core::Lang lang) {
    if (!a.from.empty()) return rest_of_sheet(a, lang);
    return a.ficha ? list_of_figures(a, lang) : small_example(a, lang);
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
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
    return [a, lang = o.lang()] { return init(*a, lang); };
}

}  // namespace

const Command init_command{"init", "Escribe un escenario comentado que corre, del que partir",
                           "Writes a commented scenario that runs, to start from", options};

}  // namespace aforo::cli
