#include "rules.hpp"

#include <fmt/core.h>

#include <string_view>

#include "aforo/policy/catalogue.hpp"
#include "output.hpp"

namespace aforo::cli {

namespace {

void print_indented(std::string_view text) {
    while (!text.empty()) {
        const auto end = text.find('\n');
        print_out("      {}\n", text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
}

}  // namespace

int rules(core::Lang lang) {
    const char* separator = "";
    for (const auto& list : policy::catalogues()) {
        print_out("{}{}\n", separator, core::in(lang, list.es, list.en));
        separator = "\n";
        for (const auto& e : list.entries) {
            print_out("\n  {}\n    {}\n", e.name, core::in(lang, e.es, e.en));
            for (const auto& p : e.parameters) print_out("    {}: {}\n", p.key, core::in(lang, p.es, p.en));
            print_indented(e.example);
        }
    }
    return done;
}

}  // namespace aforo::cli
