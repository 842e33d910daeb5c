// aforo page: the simulator in one HTML file, with the scenarios that it can start from.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "aforo/core/contracts.hpp"
#include "aforo/render/machine.hpp"
#include "aforo/scenario/files.hpp"
#include "aforo/store/folder.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "compare.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::vector<std::string> files;
    std::string output = "simulador.html";
};

// Where `./dev page` leaves the page without scenarios, seen from the program; AFORO_PAGE names another.
constexpr const char* beside_program = "../page/page.html";
constexpr std::string_view no_data = R"(id="data">{}</script>)";

std::string bytes_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    if (!in || !all) throw core::EnvironmentError(path.string());
    return all.str();
}

// The page without scenarios, or an explanation on stderr.
std::string empty_page(core::Lang lang) {
    const char* named = std::getenv("AFORO_PAGE");
    std::error_code error;
    const fs::path path =
        named ? fs::path(named) : fs::read_symlink("/proc/self/exe", error).parent_path() / beside_program;
    if (!fs::is_regular_file(path, error)) {
        print_err("aforo: {}\n",
                  core::in(lang, "no está el motor de la página; ./dev page lo compila (o nómbrelo en AFORO_PAGE)",
                           "the engine of the page is not there; ./dev page compiles it (or name it in AFORO_PAGE)"));
        throw core::EnvironmentError(path.string());
    }
    return bytes_of(path);
}

// The folder that holds all files, which are named in the page as seen from it.
fs::path common_folder(const std::vector<fs::path>& files) {
    fs::path common = files.front().parent_path();
    for (const auto& file : files) {
        while (std::mismatch(common.begin(), common.end(), file.begin(), file.end()).first != common.end())
            common = common.parent_path();
    }
    return common;
}

// {"lang", "bases": [{"path", "name"}…], "files": {path: text}}; no text in it can end the element that holds it.
std::string data_of(const std::vector<std::string>& bases, const std::vector<scenario::Scenario>& read,
                    core::Lang lang) {
    std::vector<fs::path> real, all;
    for (const auto& base : bases) {
        real.push_back(fs::canonical(base));
        for (const auto& file : scenario::files_of(base)) all.push_back(fs::canonical(file));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const fs::path folder = common_folder(all);
    const auto name = [&](const fs::path& file) {
        return render::json_text(file.lexically_relative(folder).generic_string());
    };
    std::string files, starts;
    for (const auto& file : all)
        files += (files.empty() ? "" : ",\n") + name(file) + ": " + render::json_text(bytes_of(file));
    for (std::size_t i = 0; i < real.size(); ++i) {
        starts += fmt::format("{}{{\"path\": {}, \"name\": {}}}", i == 0 ? "" : ",\n", name(real[i]),
                              render::json_text(read[i].name));
    }
    const std::string json = fmt::format("{{\"lang\": \"{}\",\n\"bases\": [{}],\n\"files\": {{{}}}}}",
                                         lang == core::Lang::en ? "en" : "es", starts, files);
    std::string safe;
    for (const char c : json) safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
    return safe;
}

int page(const Arguments& a, core::Lang lang) {
    const auto bases = files_of(a.files);
    const auto read = read_all_or_explain(bases, lang);
    std::string page = empty_page(lang);
    const auto place = page.find(no_data);
    core::ensure(place != std::string::npos, "the page has no place for scenarios");
    const std::string data = data_of(bases, read, lang);
    page.replace(place, no_data.size(), "id=\"data\">" + data + "</script>");
    store::replace_file(a.output, page);
    print_out("{}\n", a.output);
    return done;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.argument("escenarios", "scenarios", a->files, "Archivos YAML, o carpetas: de ellos se puede partir en la página",
               "YAML files, or folders: those that the page can start from")
        ->required();
    o.option("-o,--output", a->output, o.text("ARCHIVO", "FILE"), "La página; por omisión, simulador.html",
             "The page; unless given, simulador.html");
    return [a, lang = o.lang()] { return page(*a, lang); };
}

}  // namespace

const Command page_command{"page", "El simulador en una página HTML, con los escenarios de los que puede partir",
                           "The simulator in one HTML page, with the scenarios that it can start from", options};

}  // namespace aforo::cli
