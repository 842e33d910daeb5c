#include <fmt/format.h>

#include <string_view>

#include "aforo/reference/reference.hpp"
#include "aforo/scenario/catalogue.hpp"

namespace aforo::reference {

namespace {

std::string indented(std::string_view text) {
    std::string all;
    while (!text.empty()) {
        const auto end = text.find('\n');
        all += fmt::format("      {}\n", text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return all;
}

}  // namespace

std::string rules(core::Lang lang) {
    std::string text;
    for (const auto& list : scenario::catalogues()) {
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n", list.heading.in(lang));
        for (const auto& e : list.entries) {
            text += fmt::format("\n  {}\n    {}\n", e.word, e.meaning.in(lang));
            for (const auto& p : e.parameters) text += fmt::format("    {}: {}\n", p.key, p.meaning.in(lang));
            text += indented(e.example);
        }
    }
    return text;
}

}  // namespace aforo::reference
