// All commands. Each is defined in the file of its name: its texts, its options, and what it does.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aforo/core/language.hpp"
#include "asked.hpp"
#include "options.hpp"

namespace aforo::cli {

inline constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

struct Command {
    const char *name, *es, *en;
    Action (*options)(Options& o);  // adds its options and returns its action
    // Of an experiment, whose folder can be resumed and reported again: makes its results from the options' archive and
    // by simulating the rest; nothing, with the reason on stderr, if too little was finished. And the number of
    // scenarios that it takes.
    std::optional<Made> (*make)(const Asked&, const experiment::Options&, const How&, core::Lang) = nullptr;
    std::size_t least = 0, most = 0;
};

// In the order in which help lists them.
extern const Command run_command, check_command, facts_command, rules_command, schema_command, init_command,
    template_command, calendar_command, fit_command, compare_command, sweep_command, explain_command, calibrate_command,
    sensitivity_command, goal_command, rank_command, respond_command, resume_command, report_command, page_command,
    diff_command, verify_command, clean_command;

// Null if no experiment has that name.
[[nodiscard]] const Command* experiment_of(std::string_view name);

class Commands {
public:
    explicit Commands(core::Lang lang);

    [[nodiscard]] CLI::App& app() { return app_; }
    // Runs the command that was parsed; returns its exit code.
    [[nodiscard]] int run() const;

private:
    std::string asked_;  // the value of --lang, which language_asked() has already used
    CLI::App app_;
    std::vector<std::pair<CLI::App*, Action>> commands_;
};

}  // namespace aforo::cli
