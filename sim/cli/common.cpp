#include "common.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "output.hpp"

namespace aforo::cli {

namespace {

// The time of the first signal in ms, or 0. All threads read it.
std::atomic<std::int64_t> interrupted_at = 0;
static_assert(std::atomic<std::int64_t>::is_always_lock_free, "a signal handler may not lock");

// Closing terminals and `timeout` send a signal twice within milliseconds, which counts as once.
constexpr std::int64_t one_wish = 300;

void on_signal(int signal) {
    std::timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const std::int64_t ms = std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000 + 1;
    std::int64_t none = 0;
    if (interrupted_at.compare_exchange_strong(none, ms) || ms - none < one_wish) return;
    std::signal(signal, SIG_DFL);
    std::raise(signal);  // delivered when this handler returns
}

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

namespace {

std::string count(std::size_t n, core::Lang lang, const char* es, const char* es_many, const char* en,
                  const char* en_many) {
    return fmt::format("{} {}", n, n == 1 ? core::in(lang, es, en) : core::in(lang, es_many, en_many));
}

}  // namespace

void add_warnings(const std::vector<scenario::Warning>& more, std::vector<scenario::Warning>& warnings) {
    for (const auto& w : more) {
        const bool is_said = std::any_of(warnings.begin(), warnings.end(), [&](const auto& said) {
            return said.path == w.path && said.what == w.what && (said.place == w.place || w.place.line == 0);
        });
        if (!is_said) warnings.push_back(w);
    }
}

void tell_warnings(const std::vector<scenario::Warning>& warnings, Warnings how, core::Lang lang) {
    if (how == Warnings::left) return;
    for (const auto& w : warnings) print_err("{}\n", core::to_string(scenario::told(w, lang), lang));
    if (warnings.empty()) return;
    print_err("{}\n", count(warnings.size(), lang, "aviso", "avisos", "warning", "warnings"));
    if (how == Warnings::as_errors) throw WrongInput{};
}

scenario::Scenario read_or_explain(const std::string& file, core::Lang lang, Warnings how) {
    auto result = scenario::read(file, lang);
    for (const auto& d : result.diagnostics) print_err("{}\n", core::to_string(d));
    if (!result.scenario) {
        print_err("{}\n", count(result.diagnostics.size(), lang, "error", "errores", "error", "errors"));
        throw WrongInput{};
    }
    tell_warnings(result.scenario->warnings, how, lang);
    return std::move(*result.scenario);
}

std::vector<scenario::Scenario> read_all_or_explain(const std::vector<std::string>& files, core::Lang lang) {
    std::vector<scenario::Scenario> scenarios;
    std::vector<scenario::Warning> warnings;
    bool good = true;
    for (const auto& file : files) {
        try {
            scenarios.push_back(read_or_explain(file, lang, Warnings::left));
            add_warnings(scenarios.back().warnings, warnings);
        } catch (const WrongInput&) {
            good = false;
        }
    }
    tell_warnings(warnings, Warnings::told, lang);
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
        print_err("{}\n", fmt::format(fmt::runtime(pattern), files[0], base.first_year, base.last_year, files[i],
                                      h.first_year, h.last_year));
        throw WrongInput{};
    }
}

std::string shell_word(const std::string& word) {
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./-+";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string q;
    if (core::escaped(word) == word) {
        for (const char c : word) q += c == '\'' ? std::string("'\\''") : std::string(1, c);
        return "'" + q + "'";
    }
    for (const char c : word) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte >= 0x7F) {
            q += fmt::format("\\{:03o}", byte);
        } else {
            q += c == '\'' || c == '\\' ? std::string("\\") + c : std::string(1, c);
        }
    }
    return "$'" + q + "'";
}

int nothing_was_finished(core::Lang lang) {
    print_err("{}\n", core::in(lang, "Interrumpido antes de terminar algo: no hay resultados.",
                               "Interrupted before anything was finished: there are no results."));
    return interrupted;
}

int how_it_ended(bool is_interrupted, bool precision_reached, core::Lang lang) {
    if (is_interrupted) {
        print_err("{}\n", core::in(lang, "Interrumpido: los resultados son de lo que se terminó.",
                                   "Interrupted: the results are of what was finished."));
        return interrupted;
    }
    if (!precision_reached) {
        print_err("{}\n", core::in(lang, "No se alcanzó la precisión pedida: suba --replications.",
                                   "The precision asked for was not reached: raise --replications."));
        return not_reached;
    }
    return done;
}

Progress::Progress(core::Lang lang, bool quiet, std::string what)
    : lang_(lang), quiet_(quiet), terminal_(isatty(2) != 0), what_(std::move(what)), started_(seconds_now()) {
    if (what_.empty()) what_ = core::in(lang, "réplicas", "replications");
}

void Progress::operator()(int done, int of) {
    if (quiet_) return;
    if (done < done_ || of != of_) {  // another part of the experiment starts, or there is more to do than expected
        if (done < done_) started_ = seconds_now();
        last_tenth_ = of > 0 ? done * 10 / of : 0;
    }
    done_ = done;
    of_ = of;
    const double elapsed = seconds_now() - started_;
    const double left = elapsed / done * (of - done);
    const auto remaining = core::in(lang_, "quedan", "left");
    if (terminal_) {
        constexpr int width = 30;
        std::string bar;
        for (int i = 0; i < width; ++i) bar += i * of < done * width ? "█" : "░";
        write_err(fmt::format("\r{} {}/{} {}, {} {:.0f} s \033[K{}", bar, done, of, what_, remaining, left,
                              done == of ? "\r\033[K" : ""));
    } else if (done * 10 / of > last_tenth_) {
        last_tenth_ = done * 10 / of;
        write_err(fmt::format("{}/{} {}, {} {:.0f} s\n", done, of, what_, remaining, left));
    }
}

void catch_interruptions() {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction known {};
        ::sigaction(signal, nullptr, &known);
        if (known.sa_handler == SIG_IGN) continue;
        struct sigaction caught {};
        caught.sa_handler = on_signal;
        caught.sa_flags = SA_RESTART;  // system calls that were interrupted are restarted
        ::sigaction(signal, &caught, nullptr);
    }
}

bool is_interrupted() { return interrupted_at.load(std::memory_order_relaxed) != 0; }

}  // namespace aforo::cli
