#include "aforo/report/terminal.hpp"

#include <fmt/format.h>

#include "aforo/report/about.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/report/verdict.hpp"

namespace aforo::report {

namespace {

std::string header(const results::Run& run, Lang lang) {
    const Format f(lang);
    const std::string replications = phrase(run.replications == 1 ? T::replication_count_one : T::replication_count,
                                            lang, f.number(run.replications));
    const std::string run_line = phrase(T::header, lang, printable(run.version), printable(run.scenario), replications,
                                        run.seed, printable(run.digest.substr(0, 8)));
    const std::string how =
        how_to_read(run.replications, lang) + " " + phrase(T::how_to_read_money, lang, run.planned.price_year);
    const std::string mark = draft_mark({&run}, lang), about = about_text(run.about, lang);
    return paragraph(mark.empty() ? run_line : mark + " · " + run_line) + (about.empty() ? "" : paragraph(about)) +
           "\n" + paragraph(limit_sentence(run, lang)) + "\n" + paragraph(how);
}

}  // namespace

std::string summary(const results::Run& run, Lang lang) {
    std::string text = header(run, lang) + part_text(component_part(run, lang)) +
                       part_text(population_part(run, lang)) + part_text(indicator_part(run, lang));
    for (const auto& part : year_parts(run, lang)) {
        text += part_text(part);
    }
    text += part_text(other_part(run, lang)) + part_text(budget_part(run, lang));
    if (const Part funds = exhaustion_part(run, lang); !funds.tables.empty()) {
        text += "\n" + paragraph(funds.title) + "\n" + funds.tables.front().str();
    }
    text += part_text(limit_part(run, lang));
    if (const Part warnings = warning_part(run, lang); !warnings.tables.empty()) {
        text += "\n" + paragraph(warnings.title) + "\n" + warnings.tables.front().str();
    }
    return text + "\n" + paragraph(limit_sentence(run, lang));
}

std::string definitions(const results::Run& run, Lang lang) {
    std::string body;
    for (const auto& column : run.columns) {
        const std::string name = printable(column.name), label = label_of(column, lang);
        const std::string unit = printable(unit_label(column.unit, lang));
        body += paragraph(fmt::format("{}{}, {}", label == name ? "" : label + " — ", name, unit));
        body += paragraph("    " + printable(core::in(lang, column.definition().es, column.definition().en)));
    }
    return phrase(T::definitions_title, lang) + "\n\n" + body;
}

}  // namespace aforo::report
