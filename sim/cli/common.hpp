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

// All that commands write to a terminal or a log goes through here: nothing that a file says drives it. A text of
// others that must stay on its line is escaped before, by core::escaped.
template <class... Args>
void say(std::FILE* to, fmt::format_string<Args...> format, Args&&... args) {
    fmt::print(to, "{}", core::escaped_lines(fmt::format(format, std::forward<Args>(args)...)));
}

// `asked` (es or en, "" when not given), else AFORO_LANG, else the locale, else Spanish.
[[nodiscard]] core::Lang language(const std::string& asked);

// Thrown after the diagnostics are printed on stderr.
struct WrongInput {};

// Told on stderr, and the command goes on; or, asked for with --strict, it is wrong input; or left to who asks.
enum class Warnings { told, as_errors, left };
void tell_warnings(const std::vector<scenario::Warning>& warnings, Warnings how, core::Lang lang);
// Adds those that say nothing of a key that is not said yet: what scenarios inherit is told once.
void add_warnings(const std::vector<scenario::Warning>& more, std::vector<scenario::Warning>& warnings);

// The scenario of a file; prints every mistake and throws WrongInput when there is one. Its warnings are told.
[[nodiscard]] scenario::Scenario read_or_explain(const std::string& file, core::Lang lang,
                                                 Warnings how = Warnings::told);

// All of them; the mistakes of every file are printed before it throws.
[[nodiscard]] std::vector<scenario::Scenario> read_all_or_explain(const std::vector<std::string>& files,
                                                                  core::Lang lang);

// All measure the same years, whose sums and admissions are compared; throws WrongInput where one does not.
void demand_same_years(const std::vector<scenario::Scenario>& scenarios, const std::vector<std::string>& files,
                       core::Lang lang);

// As a shell takes it, in valid UTF-8 whatever its bytes: $'…' for what is no text.
[[nodiscard]] std::string shell_word(const std::string& word);

// Says so on stderr, and returns the exit code.
[[nodiscard]] int nothing_was_finished(core::Lang lang);
// Says on stderr why there is less than was asked for, and returns the exit code.
[[nodiscard]] int how_it_ended(bool is_interrupted, bool precision_reached, core::Lang lang);

// Things done, replications unless said, on stderr: a bar with the time left on a terminal, plain lines off it, nothing
// when quiet.
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

// From now on the first SIGINT, SIGTERM or SIGHUP only raises a flag: what is finished is kept. The next ends the
// process at once. Those that were ignored stay so (nohup).
void catch_interruptions();
[[nodiscard]] bool is_interrupted();

}  // namespace aforo::cli
