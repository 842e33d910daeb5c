// aforo clean: lists, and removes if asked, what killed commands left unfinished in a folder of results.
#include <fmt/chrono.h>

#include <chrono>
#include <memory>
#include <string>

#include "aforo/core/contracts.hpp"
#include "aforo/store/folder.hpp"
#include "commands.hpp"
#include "common.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

struct Arguments {
    std::string out = "output";
    bool yes = false;  // remove them; otherwise they are only listed
};

std::string date_of(std::filesystem::file_time_type time) {
    const auto at = std::chrono::file_clock::to_sys(time);
    return fmt::format(
        "{:%Y-%m-%d %H:%M}",
        fmt::localtime(std::chrono::system_clock::to_time_t(std::chrono::time_point_cast<std::chrono::seconds>(at))));
}

void list(const store::Unfinished& left, core::Lang lang) {
    const auto kilobytes = (left.bytes + 1023) / 1024;
    print_out("{}  {}  {} {}, {} kB{}\n", core::escaped(left.path.string()), date_of(left.touched), left.files,
              left.files == 1 ? core::in(lang, "archivo", "file") : core::in(lang, "archivos", "files"), kilobytes,
              left.in_use ? core::in(lang, "  en uso: se deja", "  in use: it stays") : "");
}

int clean(const Arguments& a, core::Lang lang) {
    const auto all = store::unfinished(a.out);
    std::size_t left = 0, gone = 0;
    for (const auto& one : all) {
        list(one, lang);
        left += !one.in_use;
    }
    if (left == 0) {
        print_out(fmt::runtime(core::in(lang, "No hay nada sin terminar que quitar en {}.\n",
                                        "There is nothing unfinished to remove in {}.\n")),
                  core::escaped(a.out));
        return done;
    }
    if (!a.yes) {
        print_out("{}{} --yes\n", core::in(lang, "Para quitarlo: aforo clean", "To remove it: aforo clean"),
                  a.out == "output" ? "" : " --out " + shell_word(a.out));
        return done;
    }
    int code = done;
    for (const auto& one : all) {
        try {
            gone += store::remove(one);
        } catch (const core::EnvironmentError& e) {
            print_err("aforo: {}\n", e.what());
            code = environment;
        }
    }
    print_out(fmt::runtime(core::in(lang, "Se quitaron {} de {}.\n", "Removed {} of {}.\n")), gone, all.size());
    return code;
}

Action options(Options& o) {
    const auto a = std::make_shared<Arguments>();
    o.out(a->out);
    o.flag("--yes", a->yes, "Lo quita", "Removes it");
    return [a, lang = o.lang()] { return clean(*a, lang); };
}

}  // namespace

const Command clean_command{"clean", "Lista lo que dejaron sin terminar comandos que murieron, y con --yes lo quita",
                            "Lists what commands that were killed left unfinished, and with --yes removes it", options};

}  // namespace aforo::cli
