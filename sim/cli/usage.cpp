#include "usage.hpp"

#include <fmt/format.h>

#include <array>
#include <memory>
#include <regex>
#include <vector>

namespace aforo::cli {

namespace {

struct Wording {
    const char* pattern;  // the whole of what CLI11 says
    const char* spanish;
};
// The first that matches; what none matches stays as it is.
constexpr std::array<Wording, 10> wordings = {{
    {R"((.+) is required)", "falta $1"},
    {R"(The following arguments? (?:was|were) not expected: (.+))", "no se esperaba $1"},
    {R"((.+): Value (.+) not in range (.+) to (.+))", "$1: $2 no está entre $3 y $4"},
    {R"((.+): (.+) not in \{(.+)\})", "$1: $2 no es uno de {$3}"},
    {R"((.+): Check (.+) value in .*FAILED)", "$1: $2 no es uno de sus valores"},
    {R"(Could not convert: (.+) = (.+))", "$1: $2 no es un número de los que admite"},
    {R"((.+) requires (.+))", "$1 exige $2"},
    {R"((.+) excludes (.+))", "$1 no va con $2"},
    {R"((.+): .* required .* missing)", "$1: falta su valor"},
    {R"((.+): At Most (\d+) required but received (\d+))", "$1: a lo más $2, y hay $3"},
}};

std::string in_spanish(const std::string& said) {
    for (const auto& w : wordings) {
        const std::regex pattern(w.pattern);
        if (std::regex_match(said, pattern)) return std::regex_replace(said, pattern, w.spanish);
    }
    return said;
}

class Spanish : public CLI::Formatter {
public:
    Spanish() {
        label("Usage", "Uso");
        label("Positionals", "Argumentos");
        label("OPTIONS", "OPCIONES");
        label("SUBCOMMAND", "COMANDO");
        label("REQUIRED", "(obligatorio)");
        label("Excludes", "· no va con");
        label("Needs", "· exige");
    }
    [[nodiscard]] std::string make_group(std::string group, bool is_positional,
                                         std::vector<const CLI::Option*> options) const override {
        return CLI::Formatter::make_group(group == "Options" ? "Opciones" : group, is_positional, options);
    }
};

}  // namespace

void speak_spanish(CLI::App& app) {
    app.formatter(std::make_shared<Spanish>());
    app.set_help_flag("-h,--help", "Imprime esta ayuda y termina");
    app.group("Comandos");
}

std::string usage_error(const CLI::App& app, const CLI::ParseError& error, int argc, char** argv, core::Lang lang) {
    const auto chosen = app.get_subcommands();
    std::string what = error.what();
    if (chosen.empty()) {
        std::string commands;
        for (const auto* c : app.get_subcommands([](const CLI::App*) { return true; }))
            commands += (commands.empty() ? "" : ", ") + c->get_name();
        const std::string given = argc > 1 ? argv[1] : "";
        what = given.empty()
                   ? fmt::format(fmt::runtime(core::in(lang, "falta el comando: {}", "a command is missing: {}")),
                                 commands)
                   : fmt::format(fmt::runtime(core::in(lang, "{} no es un comando; los hay: {}",
                                                       "{} is not a command; there are: {}")),
                                 given, commands);
    } else if (lang == core::Lang::es) {
        what = in_spanish(what);
    }
    return fmt::format("aforo: {}\n{} aforo {}--help\n", what, core::in(lang, "Más en", "More in"),
                       chosen.empty() ? "" : chosen.front()->get_name() + " ");
}

}  // namespace aforo::cli
