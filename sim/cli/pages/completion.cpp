// Completions for bash, zsh and fish. Those of zsh and fish tell what each word means, in the language that the program
// itself would speak.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "pages.hpp"

namespace aforo::cli {

namespace {

constexpr const char* made = "# Made from the commands of the program; do not edit.\n";

// In single quotes for the shell; each is told apart by how it writes such a quote inside.
std::string quoted(std::string_view text, std::string_view quote) {
    std::string q = "'";
    for (const char c : text) q += c == '\'' ? std::string(quote) : std::string(1, c);
    return q + "'";
}
std::string for_zsh(std::string_view text) { return quoted(text, "'\\''"); }
std::string for_fish(std::string_view text) {
    std::string safe;
    for (const char c : text) safe += c == '\\' ? std::string("\\\\") : std::string(1, c);
    return quoted(safe, "\\'");
}

// A text inside a specification of _arguments: these would end it.
std::string in_brackets(std::string_view text) {
    std::string safe;
    for (const char c : text)
        safe += c == '[' || c == ']' || c == ':' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
    return safe;
}

std::vector<std::string> names_of(const std::vector<Parameter>& all) {
    std::vector<std::string> names;
    for (const Parameter& p : all) names.push_back(p.name);
    return names;
}

std::vector<std::string> commands_of(const std::vector<Page>& all) {
    std::vector<std::string> names;
    for (std::size_t i = 1; i < all.size(); ++i) names.push_back(all[i].name);
    return names;
}

// What the shell offers for a value that is not one of some words. Numbers are called N, R, GB: nothing to offer.
std::string offered(const Parameter& p) {
    if (p.is_scenario) return "scenarios";
    if (p.is_folder) return "folders";
    return !p.value.empty() && p.value.size() <= 2 ? "none" : "files";
}
// And where no option is being written.
std::string offered(const Page& page) { return page.arguments.empty() ? "none" : offered(page.arguments.front()); }

std::string action_in_zsh(const Parameter& p) {
    if (!p.words.empty()) return fmt::format("({})", fmt::join(p.words, " "));
    const std::string kind = offered(p);
    return kind == "scenarios" ? "_aforo_scenarios" : kind == "folders" ? "_files -/" : kind == "none" ? " " : "_files";
}

std::string option_in_zsh(const Parameter& p) {
    std::string spec = fmt::format("{}{}[{}]", p.is_repeated ? "*" : "", p.name, in_brackets(p.text));
    if (!p.value.empty()) spec += fmt::format(":{}:{}", in_brackets(p.value), action_in_zsh(p));
    return for_zsh(spec);
}

std::string case_in_zsh(const Page& page) {
    std::string text = fmt::format("        {}) _arguments -s", page.name);
    for (const Parameter& p : page.options) text += " \\\n            " + option_in_zsh(p);
    for (const Parameter& p : page.arguments) {
        const std::string spec =
            fmt::format("{}:{}:{}", p.is_repeated ? "*" : "", in_brackets(p.name), action_in_zsh(p));
        text += " \\\n            " + for_zsh(spec);
    }
    return text + " ;;\n";
}

std::string zsh_in(core::Lang lang) {
    const auto all = pages(lang);
    std::string text = fmt::format("_aforo_{}() {{\n    local -a commands=(\n", lang == core::Lang::es ? "es" : "en");
    for (std::size_t i = 1; i < all.size(); ++i)
        text += fmt::format("        {}\n", for_zsh(all[i].name + ":" + in_brackets(all[i].text)));
    text += "    )\n    local curcontext=$curcontext state line\n    _arguments -C";
    for (const Parameter& p : all.front().options) text += " \\\n        " + option_in_zsh(p);
    text +=
        " \\\n        '1:command:->command' '*::argument:->argument'\n"
        "    case $state in\n    command) _describe -t commands command commands ;;\n"
        "    argument)\n        case $words[1] in\n";
    for (std::size_t i = 1; i < all.size(); ++i) text += case_in_zsh(all[i]);
    return text + "        esac ;;\n    esac\n}\n";
}

std::string option_in_fish(const std::string& condition, const Parameter& p) {
    std::string line =
        fmt::format("    complete -c aforo{} -l {} -d {}", condition, p.name.substr(2), for_fish(p.text));
    if (!p.value.empty()) line += " -r";
    if (!p.words.empty()) line += fmt::format(" -f -a {}", for_fish(fmt::format("{}", fmt::join(p.words, " "))));
    if (!p.value.empty() && p.words.empty() && offered(p) == "none") line += " -f";
    if (p.is_folder) line += " -f -a '(__fish_complete_directories)'";
    return line + "\n";
}

std::string fish_in(core::Lang lang) {
    const auto all = pages(lang);
    std::string text;
    for (const Parameter& p : all.front().options) text += option_in_fish(" -n __fish_use_subcommand", p);
    for (std::size_t i = 1; i < all.size(); ++i) {
        text += fmt::format("    complete -c aforo -n __fish_use_subcommand -f -a {} -d {}\n", all[i].name,
                            for_fish(all[i].text));
        const std::string condition = fmt::format(" -n '__fish_seen_subcommand_from {}'", all[i].name);
        for (const Parameter& p : all[i].options) text += option_in_fish(condition, p);
    }
    return text;
}

// The language that the program takes for its own (language() in common.cpp).
constexpr const char* speaks_english = R"(    local word
    for word in $AFORO_LANG $LC_ALL $LC_MESSAGES $LANG; do
        case $word in
        C | C.* | POSIX) ;;
        en*) return 0 ;;
        *) return 1 ;;
        esac
    done
    return 1
)";

}  // namespace

std::string bash_completion(const std::vector<std::string>& library) {
    const auto all = pages(core::Lang::en);
    std::string text = made;
    text +=
        "_aforo() {\n    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= i\n"
        "    local options kind values=\n    COMPREPLY=()\n"
        "    for ((i = 1; i < COMP_CWORD; ++i)); do\n        case ${COMP_WORDS[i]} in\n";
    text += fmt::format("        {})\n            command=${{COMP_WORDS[i]}}\n            break\n            ;;\n",
                        fmt::join(commands_of(all), " | "));
    text += "        esac\n    done\n    case $command in\n";
    for (const Page& page : all) {
        text += fmt::format("    '{}') kind={} options='{}' ;;\n", page.name,
                            page.name.empty() ? "commands" : offered(page), fmt::join(names_of(page.options), " "));
    }
    text += "    esac\n    case $command:$prev in\n";
    for (const Page& page : all) {
        for (const Parameter& p : page.options) {
            if (p.value.empty()) continue;
            text += p.words.empty()
                        ? fmt::format("    '{}':{}) kind={} ;;\n", page.name, p.name, offered(p))
                        : fmt::format("    '{}':{}) values='{}' ;;\n", page.name, p.name, fmt::join(p.words, " "));
        }
    }
    text += "    esac\n";
    text +=
        "    if [[ $values ]]; then\n        COMPREPLY=($(compgen -W \"$values\" -- \"$cur\"))\n"
        "    elif [[ $cur == -* ]]; then\n        COMPREPLY=($(compgen -W \"$options\" -- \"$cur\"))\n"
        "    elif [[ $kind == commands ]]; then\n";
    text += fmt::format("        COMPREPLY=($(compgen -W '{}' -- \"$cur\"))\n", fmt::join(commands_of(all), " "));
    text += "    elif [[ $kind == scenarios ]]; then\n        compopt -o filenames\n";
    text += fmt::format(
        "        COMPREPLY=($(compgen -f -X '!*.yaml' -- \"$cur\"; compgen -d -- \"$cur\"\n"
        "            compgen -W '{}' -- \"$cur\"))\n",
        fmt::join(library, " "));
    text +=
        "    elif [[ $kind == folders ]]; then\n        compopt -o filenames\n"
        "        COMPREPLY=($(compgen -d -- \"$cur\"))\n"
        "    elif [[ $kind == files ]]; then\n        compopt -o filenames\n"
        "        COMPREPLY=($(compgen -f -- \"$cur\"))\n    fi\n}\ncomplete -F _aforo aforo\n";
    return text;
}

std::string zsh_completion(const std::vector<std::string>& library) {
    std::string text = std::string("#compdef aforo\n") + made;
    text += fmt::format(
        "_aforo_scenarios() {{\n    local -a library=({})\n"
        "    _alternative 'files:file:_files -g \"*.yaml\"' 'library:library:compadd -a library'\n}}\n",
        fmt::join(library, " "));
    text += fmt::format("_aforo_speaks_english() {{\n{}}}\n", speaks_english);
    return text + zsh_in(core::Lang::es) + zsh_in(core::Lang::en) +
           "if _aforo_speaks_english; then\n    _aforo_en \"$@\"\nelse\n    _aforo_es \"$@\"\nfi\n";
}

std::string fish_completion(const std::vector<std::string>& library) {
    std::string scenarios, folders;
    for (const Page& page : pages(core::Lang::en)) {
        if (page.name.empty()) continue;
        if (offered(page) == "scenarios") scenarios += " " + page.name;
        if (offered(page) == "folders") folders += " " + page.name;
    }
    std::string text = made;
    text +=
        "function __aforo_speaks_english\n    for word in $AFORO_LANG $LC_ALL $LC_MESSAGES $LANG\n"
        "        switch $word\n            case C 'C.*' POSIX\n            case 'en*'\n                return 0\n"
        "            case '*'\n                return 1\n        end\n    end\n    return 1\nend\n";
    text += fmt::format("complete -c aforo -n '__fish_seen_subcommand_from{}' -a '{}'\n", scenarios,
                        fmt::join(library, " "));
    text += fmt::format("complete -c aforo -n '__fish_seen_subcommand_from{}' -f -a '(__fish_complete_directories)'\n",
                        folders);
    return text + "if __aforo_speaks_english\n" + fish_in(core::Lang::en) + "else\n" + fish_in(core::Lang::es) +
           "end\n";
}

}  // namespace aforo::cli
