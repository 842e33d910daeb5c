// What the commands share: language, exit codes, progress, interruption.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "aforo/core/language.hpp"
#include "aforo/core/text.hpp"
#include "aforo/scenario/reader.hpp"

namespace aforo::cli {

enum Exit : int {
    done = 0,
    broken_invariant = 1,
    wrong_input = 2,
    environment = 3,
    not_reached = 4,
    interrupted = 130
};

// Commands write to terminals and logs only through this function, so no text from a file can control them. A text from
// others that must stay on its line is escaped beforehand with core::escaped.
template <class... Args>
void say(std::FILE* to, fmt::format_string<Args...> format, Args&&... args) {
    fmt::print(to, "{}", core::escaped_lines(fmt::format(format, std::forward<Args>(args)...)));
}

// The language of `asked` (es or en, "" if not given), else of AFORO_LANG, else of the locale, else Spanish.
[[nodiscard]] core::Lang language(const std::string& asked);

// Thrown after the diagnostics are printed on stderr.
struct WrongInput {};

// Print warnings on stderr and go on; treat them as wrong input (--strict); or leave them to the caller.
enum class Warnings { told, as_errors, left };
void tell_warnings(const std::vector<scenario::Warning>& warnings, Warnings how, core::Lang lang);
// Adds warnings about keys not warned about yet, so that inherited ones are told once.
void add_warnings(const std::vector<scenario::Warning>& more, std::vector<scenario::Warning>& warnings);

// Reads the scenario of a file; prints all errors and throws WrongInput if there are any. Prints its warnings.
[[nodiscard]] scenario::Scenario read_or_explain(const std::string& file, core::Lang lang,
                                                 Warnings how = Warnings::told);

// Reads all files; the errors of every file are printed before it throws.
[[nodiscard]] std::vector<scenario::Scenario> read_all_or_explain(const std::vector<std::string>& files,
                                                                  core::Lang lang);

// Throws WrongInput unless all scenarios measure the same years, because sums and admissions over them are compared.
void demand_same_years(const std::vector<scenario::Scenario>& scenarios, const std::vector<std::string>& files,
                       core::Lang lang);

// The word quoted for a shell, in valid UTF-8 whatever its bytes: $'…' for bytes that are not text.
[[nodiscard]] std::string shell_word(const std::string& word);

// Says so on stderr; returns the exit code.
[[nodiscard]] int nothing_was_finished(core::Lang lang);
// Says on stderr why there is less than requested; returns the exit code.
[[nodiscard]] int how_it_ended(bool is_interrupted, bool precision_reached, core::Lang lang);

// Progress on stderr in replications (or in what `what` says): a bar with the remaining time on a terminal, plain lines
// elsewhere, nothing if quiet.
class Progress {
public:
    Progress(core::Lang lang, bool quiet, std::string what = "");
    void operator()(int done, int of);

private:
    core::Lang lang_;
    bool quiet_, terminal_;
    std::string what_;
    double started_;
    int last_tenth_ = 0;
    int done_ = 0, of_ = 0;
};

// From now on, the first SIGINT, SIGTERM or SIGHUP only sets a flag, so that finished work is kept; the next one ends
// the process at once. Signals that were ignored remain so (nohup).
void catch_interruptions();
[[nodiscard]] bool is_interrupted();

}  // namespace aforo::cli
