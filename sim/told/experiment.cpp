#include "experiment.hpp"

#include <utility>

#include "about.hpp"
#include "labels.hpp"
#include "reading.hpp"
#include "warnings.hpp"

namespace aforo::told {

using document::Cell;
using document::Definitions;
using document::Details;
using document::Document;
using document::Media;
using document::Paragraph;
using document::sayable;
using document::Section;
using document::Sentence;
using document::Table;
using document::Tabled;
using results::Run;

namespace {

constexpr Text eyebrow{"aforo · informe de simulación del programa", "aforo · simulation report of the programme"};
constexpr Text made_from{"aforo {0} · {1}", "aforo {0} · {1}"};

Sentence reading_of(const Run& run, Lang lang) {
    return document::joined(
        {how_to_read(run.replications, lang), what_is_not_explored(run, lang), how_to_read_money(run, lang)}, " ");
}

}  // namespace

Document titled(const Run& run, const std::vector<const Run*>& scenarios, Sentence title, Lang lang) {
    Document document{.lang = lang, .replications = run.replications, .name = run.scenario, .version = run.version};
    document.eyebrow = say(eyebrow, lang);
    document.draft = draft_mark(scenarios, lang);
    document.title = std::move(title);
    document.made_from = say(made_from, lang, run.version, replications_of(run, lang));
    return document;
}

Document begun(const Run& run, const std::vector<const Run*>& scenarios, Sentence title, Lang lang) {
    Document document = titled(run, scenarios, std::move(title), lang);
    document.first.emplace_back(Paragraph{reading_of(run, lang), Paragraph::Kind::note, Media::page});
    return document;
}

Paragraph note(Sentence text) { return {std::move(text), Paragraph::Kind::note}; }

Details open_part(Sentence title) { return {.title = std::move(title), .is_open = true}; }

Sentence group_or_all(const std::string& group, Lang lang) {
    constexpr Text everyone{"Todas", "All"};
    return group.empty() ? say(everyone, lang) : sayable(group_label(group, lang));
}

Sentence office_with_id(const Run& run, const std::string& id) {
    const std::string name = office_name(run, id);
    return sayable(name == id ? id : name + " (" + id + ")");
}

Sentence definition_of(const results::Column& column, Lang lang) {
    const auto definition = column.definition();
    return Cell(document::Words{lang == Lang::es ? definition.es : definition.en});
}

document::Mark estimate_mark(std::string label, const results::Estimate& e) {
    return estimate_mark(std::move(label), e, [](double value) { return value; });
}

document::Chart bars_of(std::string axis, Lang lang) {
    return {.kind = document::Chart::Kind::bars,
            .x = axis,
            .tips = {in(words::concept_title, lang), axis},
            .is_of_differences = true};
}

Section warning_section(const std::vector<const Run*>& scenarios, Lang lang) {
    Section section{.id = "avisos", .title = in(warnings_title, lang), .media = Media::page};
    for (const Run* run : scenarios) {
        if (run->warnings.empty()) continue;
        if (scenarios.size() > 1)
            section.blocks.emplace_back(Paragraph{sayable(run->scenario), Paragraph::Kind::heading});
        const Sentence lead = warnings_lead(*run, lang);
        section.blocks.emplace_back(Paragraph{lead});
        section.blocks.emplace_back(Tabled{warnings_table(*run, lang), lead});
    }
    return section;
}

Section sheet_of(std::string name, Sentence title, Sentence about, Table table) {
    Section section{.title = plain(title), .media = Media::workbook, .sheet = std::move(name)};
    section.blocks.emplace_back(Paragraph{std::move(about)});
    section.blocks.emplace_back(Tabled{.table = std::move(table), .is_main = true});
    return section;
}

Section readme_sheet(const Run& run, Sentence title, const document::Verdict& verdict, Lang lang) {
    Section section = readme_sheet(run, std::move(title), std::vector<Sentence>{}, lang);
    document::Verdict first = verdict;
    first.media = Media::workbook;
    section.blocks.insert(section.blocks.begin(), std::move(first));
    return section;
}

Section readme_sheet(const Run& run, Sentence title, const std::vector<Sentence>& sentences, Lang lang) {
    Section section{.title = plain(title), .media = Media::workbook, .sheet = in(sheets::readme, lang)};
    for (const auto& sentence : sentences) section.blocks.emplace_back(Paragraph{sentence});
    section.blocks.emplace_back(Paragraph{how_to_read(run.replications, lang)});
    section.blocks.emplace_back(Paragraph{how_to_read_money(run, lang)});
    section.blocks.emplace_back(Paragraph{say(words::ranges_of_one_scenario, lang)});
    return section;
}

void add_item(Items& items, const Text& label, Sentence value, Lang lang) {
    items.push_back({say(label, lang), std::move(value), true});
}

void add_scenario(Items& items, const Text& label, const Run& run, Lang lang) {
    add_item(items, label, sayable(run.scenario), lang);
    for (const auto& [name, text] : about_lines(run.about, lang))
        items.push_back({Cell(document::Words{name}), text, true});
    add_item(items, words::scenario_digest, sayable(run.digest), lang);
}

namespace {

// The end of the shell word that starts at `at`.
std::size_t end_of_word(const std::string& command, std::size_t at) {
    const bool has_escapes = command.compare(at, 2, "$'") == 0;
    bool is_quoted = false;
    for (; at < command.size() && (is_quoted || command[at] != ' '); ++at) {
        const bool is_escape = command[at] == '\\' && (has_escapes || !is_quoted);
        if (is_escape && at + 1 < command.size()) {
            ++at;
        } else if (command[at] == '\'') {
            is_quoted = !is_quoted;
        }
    }
    return at;
}

}  // namespace

std::string without_folders(const std::string& command) {
    std::string all;
    for (std::size_t at = 0; at < command.size();) {
        const std::size_t end = end_of_word(command, at), name = command.find_first_not_of("$'", at);
        const bool is_file = name < end && command[name] == '/';
        all += command.substr(at, (is_file ? name : end) - at);
        if (is_file) all += command.substr(command.rfind('/', end - 1) + 1, end - command.rfind('/', end - 1) - 1);
        at = command.find_first_not_of(' ', end);
        if (at != std::string::npos) all += command.substr(end, at - end);
    }
    return all;
}

Section to_repeat(const results::Manifest& manifest, Items items, Lang lang) {
    constexpr Text title{"Para repetirlo", "To run it again"};
    Section section{.id = "manifiesto",
                    .title = in(title, lang),
                    .blocks = {},
                    .media = Media::print,
                    .sheet = in(sheets::manifest, lang)};
    if (!manifest.command.empty())
        section.blocks = {Paragraph{say(words::run_again, lang)}, document::Command{without_folders(manifest.command)}};
    section.blocks.emplace_back(Definitions{std::move(items)});
    return section;
}

Section to_repeat(const results::Manifest& manifest, const Run& run, Lang lang) {
    Items items;
    add_item(items, words::version, sayable(run.version), lang);
    add_scenario(items, words::scenario, run, lang);
    add_item(items, words::seed, seed_said(run.seed), lang);
    add_item(items, words::replications, sayable(run.replications), lang);
    return to_repeat(manifest, std::move(items), lang);
}

}  // namespace aforo::told
