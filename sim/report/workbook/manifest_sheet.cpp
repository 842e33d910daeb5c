// What is needed to get the same bits again.
#include <filesystem>

#include "aforo/report/about.hpp"
#include "workbook/sheets.hpp"

namespace aforo::report {

namespace {

// Whose folder the scenario was in is nobody's business: its name is enough to find it.
std::string without_folder(const std::string& file) {
    const std::filesystem::path path(file);
    return path.is_absolute() ? path.filename().string() : file;
}

std::string command_of(const results::Manifest& m) {
    std::string command = m.command;
    const auto at = m.scenario_file.empty() ? std::string::npos : command.find(m.scenario_file);
    if (at != std::string::npos) command.replace(at, m.scenario_file.size(), without_folder(m.scenario_file));
    return command;
}

}  // namespace

void manifest_sheet(Book& book, const Subject& s) {
    const auto& m = s.manifest;
    Page& page = book.add(s.say(T::book_manifest));
    page.limit_width(0, 44);
    page.limit_width(1, 100);
    page.text(0, 0, s.say(T::book_manifest), Style::title);
    std::size_t row = 2;
    const auto add = [&](T label, const std::string& value) {
        page.text(row, 0, s.say(label), Style::label);
        page.text(row++, 1, value, Style::code);
    };
    add(T::manifest_scenario, m.scenario);
    for (const auto& line : about_lines(s.run.about, s.lang)) {
        page.text(row, 0, line.label, Style::label);
        page.text(row++, 1, line.text, Style::code);
    }
    add(T::manifest_file, without_folder(m.scenario_file));
    add(T::manifest_scenario_digest, m.scenario_digest);
    add(T::manifest_results_digest, m.results_digest);
    add(T::manifest_version, m.version);
    add(T::manifest_seed, std::to_string(m.seed));  // more digits than a number of Excel holds
    add(T::manifest_replications, std::to_string(m.replications));
    if (m.precision) add(T::manifest_precision, s.format.percent(*m.precision, 2));
    ++row;
    page.text(row++, 0, s.say(T::manifest_lead), Style::section);
    page.text(row, 1, command_of(m), Style::code);
}

}  // namespace aforo::report
