#include "commands.hpp"

#include <algorithm>
#include <array>

#include "aforo/core/version.hpp"
#include "aforo/scenario/library.hpp"
#include "argument_kinds.hpp"
#include "usage.hpp"

namespace aforo::cli {

namespace {

constexpr auto commands = std::to_array<const Command*>(
    {&run_command,       &check_command,       &facts_command, &rules_command,   &schema_command,  &init_command,
     &template_command,  &calendar_command,    &fit_command,   &compare_command, &sweep_command,   &explain_command,
     &calibrate_command, &sensitivity_command, &goal_command,  &rank_command,    &respond_command, &resume_command,
     &report_command,    &page_command,        &diff_command,  &verify_command,  &clean_command});

// A name of the library becomes its file here and nowhere else, so that commands know files only. What is none is left,
// and whoever reads it says so.
void look_up_in_library(CLI::App& command) {
    for (CLI::Option* option : command.get_options([](const CLI::Option*) { return true; })) {
        if (kind_of(*option) != ArgumentKind::scenario) continue;
        option->transform(CLI::Validator(
            [](std::string& name) {
                name = scenario::found(name).string();
                return std::string();
            },
            ""));
    }
}

}  // namespace

const Command* experiment_of(std::string_view name) {
    const auto found = std::find_if(commands.begin(), commands.end(),
                                    [&](const Command* c) { return c->make != nullptr && name == c->name; });
    return found == commands.end() ? nullptr : *found;
}

Commands::Commands(core::Lang lang)
    : app_(std::string(core::in(lang, "aforo: capacidad y cobertura de un programa, simuladas",
                                "aforo: programme capacity and coverage, simulated")),
           "aforo") {
    app_.set_version_flag("--version", std::string("aforo ") + core::version,
                          std::string(core::in(lang, "Imprime la versión y termina", "Prints the version and ends")));
    app_.require_subcommand(1);
    speak(app_, lang);
    const auto speaks = [&](CLI::App& of) {
        Options(of, lang).option("--lang", asked_, "es|en", "Idioma", "Language")->check(one_of({"es", "en"}, lang));
    };
    for (const Command* c : commands) {
        CLI::App* command = app_.add_subcommand(c->name, std::string(core::in(lang, c->es, c->en)));
        Options of(*command, lang);
        commands_.emplace_back(command, c->options(of));
        look_up_in_library(*command);
        speaks(*command);
    }
    speaks(app_);
}

int Commands::run() const {
    for (const auto& [command, run] : commands_) {
        if (command->parsed()) return run();
    }
    return wrong_input;
}

}  // namespace aforo::cli
