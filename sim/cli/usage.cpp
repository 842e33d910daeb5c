#include "usage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <optional>
#include <regex>
#include <string_view>

#include "aforo/core/diagnostics.hpp"
#include "aforo/core/text.hpp"

namespace aforo::cli {

namespace {

struct Wording {
    const char* pattern;  // matches the whole message of CLI11
    const char* spanish;
    const char* english;
};
// The first that matches is used; a message that matches none is left unchanged.
constexpr std::array<Wording, 7> wordings = {{
    {R"((.+) is required)", "falta $1", "$1 is missing"},
    {R"(The following arguments? (?:was|were) not expected: (.+))", "no se esperaba $1", "$1 was not expected"},
    {R"((.+) requires (.+))", "$1 exige $2", "$1 requires $2"},
    {R"((.+) excludes (.+))", "$1 no va con $2", "$1 does not go with $2"},
    {R"((.+): .* required .* missing)", "$1: falta su valor", "$1: its value is missing"},
    {R"((.+): At Most (\d+) required but received (\d+))", "$1: a lo más $2, y hay $3",
     "$1: at most $2, and there are $3"},
    {R"(Could not convert: (.+) = (.+))", "$1: $2 no es un valor de los que admite",
     "$1: $2 is no value that it takes"},
}};

std::string worded(const std::string& said, core::Lang lang) {
    for (const auto& w : wordings) {
        const std::regex pattern(w.pattern);
        if (std::regex_match(said, pattern))
            return std::regex_replace(said, pattern, lang == core::Lang::es ? w.spanish : w.english);
    }
    return said;
}

std::string said(core::Lang lang, std::string_view es, std::string_view en, const auto&... args) {
    return fmt::format(fmt::runtime(core::in(lang, es, en)), args...);
}

// A suggestion, or "" if no known word is near.
std::string did_you_mean(const std::string& word, const std::vector<std::string>& known, core::Lang lang) {
    const std::string near = core::nearest(word, known);
    return near.empty() ? "" : said(lang, "; ¿quiso decir {}?", "; did you mean {}?", near);
}

class Words : public CLI::Formatter {
public:
    explicit Words(core::Lang lang) : lang_(lang) {
        const auto say = [&](const char* key, const char* es, const char* en) {
            label(key, std::string(core::in(lang, es, en)));
        };
        say("Usage", "Uso", "Usage");
        say("Positionals", "Argumentos", "Arguments");
        say("OPTIONS", "OPCIONES", "OPTIONS");
        say("SUBCOMMAND", "COMANDO", "COMMAND");
        say("REQUIRED", "(obligatorio)", "(required)");
    }
    [[nodiscard]] std::string make_group(std::string group, bool is_positional,
                                         std::vector<const CLI::Option*> options) const override {
        return CLI::Formatter::make_group(
            group == "Options" ? std::string(core::in(lang_, "Opciones", "Options")) : group, is_positional, options);
    }
    // The type of an option's value; exclusions are described in the option's text.
    [[nodiscard]] std::string make_option_opts(const CLI::Option* option) const override {
        if (option->get_type_size() == 0) return "";
        std::string text;
        if (!option->get_positional()) text += " " + option->get_type_name();
        if (option->get_expected_max() > 1) text += " …";
        if (!option->get_default_str().empty()) text += "=" + option->get_default_str();
        if (option->get_required()) text += " " + get_label("REQUIRED");
        return text;
    }

private:
    core::Lang lang_;
};

template <class T>
std::optional<T> parsed(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// Without an exponent: 0.000001 rather than 1e-06.
std::string plain(double value) {
    std::string text = fmt::format("{:.6f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text;
}

CLI::Validator validator(std::function<std::string(std::string&)> check) { return {std::move(check), "", ""}; }

// The option names of a command, as users write them.
std::vector<std::string> options_of(const CLI::App& command) {
    std::vector<std::string> names;
    for (const CLI::Option* option : command.get_options()) {
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

// Explains an unknown option of the command, or an unknown command.
std::string what_is_unknown(const CLI::App& app, const CLI::App& command, core::Lang lang) {
    std::vector<std::string> commands;
    for (const auto* c : app.get_subcommands([](const CLI::App*) { return true; })) commands.push_back(c->get_name());
    const auto rest = app.remaining(true);
    const auto option = std::find_if(rest.begin(), rest.end(), [](const auto& r) { return r.starts_with('-'); });
    if (option != rest.end()) {
        const std::string name = option->substr(0, option->find('='));
        return said(lang, "{} no es una opción{}", "{} is not an option{}", name,
                    did_you_mean(name, options_of(command), lang));
    }
    if (&command != &app) return "";
    if (rest.empty()) return said(lang, "falta el comando: {}", "a command is missing: {}", fmt::join(commands, ", "));
    return said(lang, "{} no es un comando{}; los hay: {}", "{} is not a command{}; there are: {}", rest.front(),
                did_you_mean(rest.front(), commands, lang), fmt::join(commands, ", "));
}

}  // namespace

std::string language_asked(int argc, char** argv) {
    std::string asked;
    for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i) {
        const std::string_view word = argv[i];
        const std::string_view value = word.starts_with("--lang=")        ? word.substr(7)
                                       : word == "--lang" && i + 1 < argc ? std::string_view(argv[i + 1])
                                                                          : "";
        if (value == "es" || value == "en") asked = value;
    }
    return asked;
}

std::vector<std::string> words_of(int argc, char** argv) {
    std::vector<std::string> words(argv + std::min(argc, 1), argv + argc);
    if (!words.empty() && words.front() == "help") {
        words.erase(words.begin());
        const bool is_of_one = !words.empty() && !words.front().starts_with('-');
        words.insert(words.begin() + (is_of_one ? 1 : 0), "--help");
    }
    return words;
}

void speak(CLI::App& app, core::Lang lang) {
    app.formatter(std::make_shared<Words>(lang));
    app.set_help_flag("-h,--help",
                      std::string(core::in(lang, "Imprime esta ayuda y termina", "Prints this help and ends")));
    app.group(std::string(core::in(lang, "Comandos", "Commands")));
}

CLI::Validator whole(std::uint64_t least, std::uint64_t most, core::Lang lang) {
    return validator([=](std::string& text) -> std::string {
        const auto value = parsed<std::uint64_t>(text);
        if (!value || *value < least || *value > most) {
            return said(lang, "{} no es un entero de {} a {}", "{} is not a whole number from {} to {}", text, least,
                        most);
        }
        text = std::to_string(*value);  // 010 means ten, but CLI11 would read it as octal eight
        return "";
    });
}

CLI::Validator number(double least, double most, core::Lang lang) {
    return validator([=](std::string& text) -> std::string {
        const auto value = parsed<double>(text);
        if (value && *value >= least && *value <= most) return "";  // a text that is not a number is never in range
        return said(lang, "{} no es un número de {} a {}", "{} is not a number from {} to {}", text, plain(least),
                    plain(most));
    });
}

CLI::Validator one_of(std::vector<std::string> words, core::Lang lang) {
    return validator([words = std::move(words), lang](std::string& text) -> std::string {
        if (std::find(words.begin(), words.end(), text) != words.end()) return "";
        return said(lang, "{} no es uno de {}{}", "{} is none of {}{}", text, fmt::join(words, ", "),
                    did_you_mean(text, words, lang));
    });
}

CLI::Validator not_empty(core::Lang lang) {
    return validator([lang](std::string& text) -> std::string {
        return text.empty() ? std::string(core::in(lang, "su valor está vacío", "its value is empty")) : "";
    });
}

std::string usage_error(const CLI::App& app, const CLI::ParseError& error, core::Lang lang) {
    const auto chosen = app.get_subcommands();
    const CLI::App& command = chosen.empty() ? app : *chosen.front();
    std::string what = error.what();
    const bool is_unknown = chosen.empty() || dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
    if (const std::string unknown = is_unknown ? what_is_unknown(app, command, lang) : ""; !unknown.empty()) {
        what = unknown;
    } else {
        what = worded(what, lang);
    }
    return fmt::format("aforo: {}\n{} aforo {}--help\n", core::escaped(what), core::in(lang, "Más en", "More in"),
                       chosen.empty() ? "" : command.get_name() + " ");
}

}  // namespace aforo::cli
