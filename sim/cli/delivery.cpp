#include "delivery.hpp"

#include <exception>
#include <new>

#include "aforo/core/contracts.hpp"
#include "media.hpp"
#include "output.hpp"
#include "process.hpp"

namespace aforo::cli {

namespace {

// The outcome of saving a folder.
struct Saved {
    std::string where;       // "" if it was not saved
    std::string failure;     // the system's reason
    std::exception_ptr bug;  // any other error
};

Saved save(store::PendingFolder& folder, const Results& results) {
    Saved saved;
    try {
        results.fill(folder);
        saved.where = folder.commit(results.prefix).string();
    } catch (const core::EnvironmentError& e) {
        saved.failure = e.what();
    } catch (const std::bad_alloc&) {
        saved.failure = "no alcanza la memoria · out of memory";
    } catch (...) {
        saved.bug = std::current_exception();
    }
    return saved;
}

void tell_failures(const Saved& saved, const std::string& output, const std::string& stays, core::Lang lang) {
    const bool is_printed = output.empty();
    if (!saved.failure.empty()) {
        print_err("aforo: {}\n", core::escaped(saved.failure));
        const std::string what =
            stays.empty() ? std::string(core::in(lang, "no queda carpeta.", "no folder is left.")) : stays;
        print_err("aforo: {}: {}{}\n", core::in(lang, "no se pudo guardar", "could not save"), what,
                  is_printed
                      ? core::in(lang, " Lo impreso está completo; con --out los mismos resultados van a otra parte.",
                                 " What is printed is whole; with --out the same results go elsewhere.")
                      : "");
    }
    if (!is_printed) {
        print_err(
            "aforo: {}: {}. {}\n",
            core::in(lang, "no se pudo imprimir todo por la salida estándar",
                     "not everything could be printed on standard output"),
            output,
            saved.where.empty()
                ? std::string(core::in(lang, "Tampoco queda carpeta.", "No folder is left either."))
                : fmt::format("{} {}", core::in(lang, "Los resultados están completos en", "The results are whole in"),
                              saved.where));
    }
}

}  // namespace

int deliver(store::PendingFolder& folder, const Results& results, int code, core::Lang lang) {
    // Saved first, because the reader of a pipe may read slowly or never.
    const Saved saved = save(folder, results);
    results.print();
    if (!results.is_json && !saved.where.empty())
        print_out("\n{} {}\n", core::in(lang, "Resultados en", "Results in"), saved.where);
    const std::string output = output_error();
    const std::string stays = !saved.failure.empty() && results.stays ? results.stays() : "";
    if (!stays.empty()) folder.keep();
    tell_failures(saved, output, stays, lang);
    if (results.open && !saved.where.empty()) open_page(std::filesystem::path(saved.where) / page_file, lang);
    if (saved.bug) std::rethrow_exception(saved.bug);
    return saved.failure.empty() && output.empty() ? code : environment;
}

void tell_unfinished(const std::string& results, core::Lang lang) {
    std::size_t count = 0;
    std::string first;
    for (const auto& left : store::unfinished(results)) {
        if (left.in_use) continue;
        if (count++ == 0) first = left.path.string();
    }
    if (count == 0) return;
    const std::string others =
        count > 1 ? fmt::format(fmt::runtime(core::in(lang, " y {} más", " and {} more")), count - 1) : "";
    const std::string clean = results == "output" ? "aforo clean" : "aforo clean --out " + shell_word(results);
    print_err(
        "aforo: {} {}{}: {}\n",
        core::in(lang, "quedó sin terminar, de una corrida que murió,", "left unfinished, by a run that was killed:"),
        first, others,
        fmt::format(fmt::runtime(core::in(lang, "{0} sigue con ello; {1} lo lista y {1} --yes lo quita",
                                          "{0} goes on with it; {1} lists it and {1} --yes removes it")),
                    results == "output" ? "aforo resume" : "aforo resume " + shell_word(results), clean));
}

}  // namespace aforo::cli
