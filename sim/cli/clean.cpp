#include "clean.hpp"

#include <fmt/chrono.h>

#include <chrono>

#include "aforo/core/contracts.hpp"
#include "aforo/store/folder.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

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

}  // namespace

int clean(const CleanArguments& a, core::Lang lang) {
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

}  // namespace aforo::cli
