// All commands: a table of their names, texts and options. What each does is a file of its name.
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
    // Runs the one that was asked for, once it was read; its exit code.
    [[nodiscard]] int run() const;

private:
    std::string asked_;  // --lang, of which language_asked() has made the language
    CLI::App app_;
    std::vector<std::pair<CLI::App*, Action>> commands_;
};

}  // namespace aforo::cli
