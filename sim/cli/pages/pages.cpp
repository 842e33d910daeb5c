#include "pages.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>

#include "argument_kinds.hpp"
#include "commands.hpp"

namespace aforo::cli {

namespace {

// Of es|en both, of YEAR|nominal|sheet what is to be typed as it stands.
std::vector<std::string> words_of(const std::string& value) {
    std::vector<std::string> words;
    if (value.find('|') == std::string::npos) return words;
    std::istringstream all(value);
    for (std::string word; std::getline(all, word, '|');) {
        const bool is_literal = std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (is_literal) words.push_back(word);
    }
    return words;
}

Parameter parameter(const CLI::Option& of) {
    Parameter p;
    const bool is_argument = of.get_positional();
    const bool is_flag = of.get_type_size() == 0;
    p.name = is_argument ? of.get_name(true) : "--" + of.get_lnames().front();
    p.text = of.get_description();
    p.value = is_flag || is_argument ? "" : of.get_type_name();
    p.unless_given = of.get_default_str();
    p.words = words_of(p.value);
    p.is_required = of.get_required();
    p.is_repeated = of.get_expected_max() > 1;
    p.is_scenario = kind_of(of) == ArgumentKind::scenario;
    p.is_folder = kind_of(of) == ArgumentKind::folder;
    return p;
}

Page page(const std::string& name, const CLI::App& of) {
    Page page{name, of.get_description(), {}, {}};
    for (const CLI::Option* option : of.get_options()) {
        if (option->get_group().empty()) continue;  // hidden
        (option->get_positional() ? page.arguments : page.options).push_back(parameter(*option));
    }
    return page;
}

}  // namespace

std::vector<Page> pages(core::Lang lang) {
    Commands commands(lang);
    const CLI::App& program = commands.app();
    std::vector<Page> all = {page("", program)};
    for (const CLI::App* command : program.get_subcommands([](const CLI::App*) { return true; }))
        all.push_back(page(command->get_name(), *command));
    return all;
}

}  // namespace aforo::cli
