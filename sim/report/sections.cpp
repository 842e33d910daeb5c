#include "aforo/report/sections.hpp"

#include "aforo/report/utf8.hpp"

namespace aforo::report {

std::string part_text(const Part& part) {
    std::string body;
    for (const auto& table : part.tables) {
        body += (body.empty() ? "" : "\n") + table.str();
    }
    if (!part.note.empty()) {
        body += paragraph(part.note);
    }
    return body.empty() ? "" : section(part.title, body);
}

std::string section(const std::string& title, const std::string& body) { return "\n" + title + "\n\n" + body; }

std::string simulated_title(T title, const results::Run& run, Lang lang) {
    return phrase(run.replications == 1 ? T::simulated_once_section : T::simulated_section, lang, text(title, lang));
}

std::string paragraph(const std::string& text) {
    std::string out;
    for (const auto& line : wrapped(text, text_width)) {
        out += " " + line + "\n";
    }
    return out;
}

const results::Estimate* find_money(const results::Run& run, std::string_view measure, int year,
                                    const std::string& component) {
    const std::string name(measure);
    return component.empty() ? run.find(name, year) : run.find(name, year, results::Level::component, component);
}

}  // namespace aforo::report
