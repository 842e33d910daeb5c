#include "aforo/report/terminal.hpp"

#include "aforo/report/sections.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

namespace {

std::string header(const results::Run& run, Lang lang) {
    const Format f(lang);
    std::string text = paragraph(phrase(T::header, lang, printable(run.version), printable(run.scenario),
                                        f.number(run.replications), run.seed, printable(run.digest.substr(0, 12))));
    text += paragraph(phrase(run.replications > 1 ? T::how_to_read : T::one_replication, lang));
    return text + paragraph(phrase(T::how_to_read_money, lang, run.planned.price_year));
}

}  // namespace

std::string summary(const results::Run& run, Lang lang) {
    return header(run, lang) + component_section(run, lang) + year_sections(run, lang) + budget_section(run, lang) +
           limit_section(run, lang);
}

std::string definitions(const results::Run& run, Lang lang) {
    std::string body;
    for (const auto& column : run.columns) {
        const std::string label = printable(metric_label(column.name, lang));
        body += paragraph(printable(column.name) + " (" + printable(unit_label(column.unit, lang)) + ")" +
                          (label == column.name ? "" : " — " + label));
        body += paragraph("    " + printable(core::in(lang, column.meaning.es, column.meaning.en)));
    }
    return phrase(T::definitions_title, lang) + "\n\n" + body;
}

}  // namespace aforo::report
