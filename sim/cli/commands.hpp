// All commands: a table of names, texts and options. Each command is implemented in the file of its name.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <utility>
#include <vector>

#include "aforo/core/language.hpp"
#include "options.hpp"

namespace aforo::cli {

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
