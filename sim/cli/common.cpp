#include "common.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <string_view>

namespace aforo::cli {

namespace {

volatile std::sig_atomic_t interrupted_flag = 0;

double seconds_now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

core::Lang language(const std::string& asked) {
    std::string_view word = asked;
    for (const char* variable : {"AFORO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        if (!word.empty()) break;
        if (const char* value = std::getenv(variable)) word = value;
        if (word == "C" || word.starts_with("C.") || word == "POSIX") word = "";
    }
    return word.starts_with("en") ? core::Lang::en : core::Lang::es;
}

scenario::Scenario read_or_explain(const std::string& file, core::Lang lang) {
    auto result = scenario::read(file, lang);
    for (const auto& d : result.diagnostics) fmt::print(stderr, "{}\n", core::to_string(d));
    if (!result.scenario) {
        const auto n = result.diagnostics.size();
        fmt::print(stderr, "{} {}\n", n, n == 1 ? "error" : core::in(lang, "errores", "errors"));
        throw WrongInput{};
    }
    return std::move(*result.scenario);
}

std::vector<scenario::Scenario> read_all_or_explain(const std::vector<std::string>& files, core::Lang lang) {
    std::vector<scenario::Scenario> scenarios;
    bool good = true;
    for (const auto& file : files) {
        try {
            scenarios.push_back(read_or_explain(file, lang));
        } catch (const WrongInput&) {
            good = false;
        }
    }
    if (!good) throw WrongInput{};
    return scenarios;
}

void demand_same_years(const std::vector<scenario::Scenario>& scenarios, const std::vector<std::string>& files,
                       core::Lang lang) {
    const auto& base = scenarios.front().horizon;
    for (std::size_t i = 1; i < scenarios.size(); ++i) {
        const auto& h = scenarios[i].horizon;
        if (h.first_year == base.first_year && h.last_year == base.last_year) continue;
        const std::string_view pattern =
            core::in(lang, "aforo: {} mide de {} a {} y {} de {} a {}: para comparar, dé a ambos el mismo horizon",
                     "aforo: {} measures {} to {} and {} measures {} to {}: to compare, give both the same horizon");
        fmt::print(stderr, "{}\n",
                   fmt::format(fmt::runtime(pattern), files[0], base.first_year, base.last_year, files[i], h.first_year,
                               h.last_year));
        throw WrongInput{};
    }
}

int nothing_was_finished(core::Lang lang) {
    fmt::print(stderr, "{}\n",
               core::in(lang, "Interrumpido antes de terminar algo: no hay resultados.",
                        "Interrupted before anything was finished: there are no results."));
    return interrupted;
}

int how_it_ended(bool is_interrupted, bool precision_reached, core::Lang lang) {
    if (is_interrupted) {
        fmt::print(stderr, "{}\n",
                   core::in(lang, "Interrumpido: los resultados son de lo que se terminó.",
                            "Interrupted: the results are of what was finished."));
        return interrupted;
    }
    if (!precision_reached) {
        fmt::print(stderr, "{}\n",
                   core::in(lang, "No se alcanzó la precisión pedida: suba --replications.",
                            "The precision asked for was not reached: raise --replications."));
        return not_reached;
    }
    return done;
}

namespace {

// Not by fmt, which throws where stderr cannot be written: no run ends for want of somebody to watch it.
void show(const std::string& text) {
    std::fputs(text.c_str(), stderr);
    std::fflush(stderr);
}

}  // namespace

Progress::Progress(core::Lang lang, bool quiet, std::string what)
    : lang_(lang), quiet_(quiet), terminal_(isatty(2) != 0), what_(std::move(what)), started_(seconds_now()) {
    if (what_.empty()) what_ = core::in(lang, "réplicas", "replications");
}

void Progress::operator()(int done, int of) {
    if (quiet_) return;
    const double elapsed = seconds_now() - started_;
    const double left = elapsed / done * (of - done);
    const auto remaining = core::in(lang_, "quedan", "left");
    if (terminal_) {
        constexpr int width = 30;
        std::string bar;
        for (int i = 0; i < width; ++i) bar += i * of < done * width ? "█" : "░";
        show(fmt::format("\r{} {}/{} {}, {} {:.0f} s \033[K{}", bar, done, of, what_, remaining, left,
                         done == of ? "\r\033[K" : ""));
    } else if (done * 10 / of > last_tenth_) {
        last_tenth_ = done * 10 / of;
        show(fmt::format("{}/{} {}, {} {:.0f} s\n", done, of, what_, remaining, left));
    }
}

void catch_interruptions() {
    const auto raise_flag = [](int) { interrupted_flag = 1; };
    std::signal(SIGINT, raise_flag);
    std::signal(SIGTERM, raise_flag);
    std::signal(SIGHUP, raise_flag);  // the terminal was closed
}

bool is_interrupted() { return interrupted_flag != 0; }

}  // namespace aforo::cli
