#include <array>

#include "aforo/report/estimate.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/report/verdict.hpp"

namespace aforo::report {

namespace {

// An appropriation is given, not simulated, unless the rules of funding moved it.
std::string appropriation_cell(const results::Estimate* e, Lang lang) {
    const EstimateFormat f(lang);
    return e != nullptr && e->sd > 0 ? f.cell(e, {}) : f.mean(e, {});
}

void add_year(const results::Run& run, int year, Lang lang, Table& table) {
    const EstimateFormat f(lang);
    table.row({std::to_string(year)});
    std::vector<std::string> ids;
    for (const auto& line : run.planned.components) {
        ids.push_back(line.id);
    }
    ids.insert(ids.end(), {"admin", ""});
    for (const auto& id : ids) {
        const auto find = [&](std::string_view measure) { return find_money(run, measure, year, id); };
        table.row({"  " + printable(component_name(id, lang)), appropriation_cell(find("appropriation"), lang),
                   f.cell(find("spending"), {}), f.cell(find("unspent"), {})});
    }
    table.rule();
}

std::string exhaustion_lines(const results::Run& run, Lang lang) {
    std::string text;
    for (const auto& e : run.exhaustions) {
        if (e.share > 0) {
            text += paragraph(phrase(T::exhausted, lang, component_name(e.component, lang), e.year,
                                     Format(lang).percent(e.share), first_refusal(e, lang)));
        }
    }
    return text;
}

}  // namespace

std::string section(const std::string& title, const std::string& body) {
    return "\n" + title + "\n\n" + body;
}

std::string paragraph(const std::string& text) {
    std::string out;
    for (const auto& line : wrapped(text, text_width)) {
        out += " " + line + "\n";
    }
    return out;
}

std::string budget_section(const results::Run& run, Lang lang) {
    Table table({{phrase(T::year_and_component, lang), Align::left, 24},
                 {phrase(T::appropriation, lang)},
                 {phrase(T::simulated_suffix, lang, metric_label("spending", lang)), Align::right, 26},
                 {phrase(T::unspent, lang), Align::right, 26}});
    for (const int year : run.years) {
        add_year(run, year, lang, table);
    }
    const std::string difference = Format(lang).pesos(run.worst_ledger_difference);
    return section(phrase(T::section_budget, lang), table.str() + exhaustion_lines(run, lang) +
                                                        paragraph(phrase(T::ledger_difference, lang, difference)));
}

std::string limit_section(const results::Run& run, Lang lang) {
    constexpr std::array<const char*, 5> ids = {"demand", "orientation", "slots", "hours", "funds"};
    std::vector<TableColumn> columns = {{phrase(T::year, lang), Align::left}};
    for (const char* id : ids) {
        columns.push_back({limit_name(id, lang)});
    }
    Table table(columns);
    for (const int year : run.years) {
        std::vector<std::string> cells = {std::to_string(year)};
        for (const char* id : ids) {
            const auto* limit = find_limit(run, year, id);
            cells.push_back(limit == nullptr ? std::string(undefined_mark) : Format(lang).percent(limit->share));
        }
        table.row(std::move(cells));
    }
    return section(phrase(T::section_limits, lang), table.str() + "\n" + paragraph(limit_sentence(run, lang)));
}

}  // namespace aforo::report
