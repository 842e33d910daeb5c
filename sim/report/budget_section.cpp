#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "aforo/core/time.hpp"
#include "aforo/report/estimate.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/utf8.hpp"
#include "aforo/results/components.hpp"

namespace aforo::report {

namespace {

// Appropriation, transfers and overrun come to spending and what is unspent. The columns of those two only where the
// run has any.
struct MoneyColumn {
    T title;
    std::string measure;
    bool always = true, has_range = false;
};
const std::array<MoneyColumn, 5> money_columns = {{{T::appropriation, "appropriation"},
                                                   {T::transfers_simulated, "transferred", false},
                                                   {T::overrun_simulated, "overrun", false},
                                                   {T::spending_simulated, "spending", true, true},
                                                   {T::unspent_simulated, "unspent"}}};

Table spending_table(const results::Run& run, Lang lang) {
    const EstimateFormat f(lang, run.replications);
    std::vector<MoneyColumn> shown;
    std::copy_if(money_columns.begin(), money_columns.end(), std::back_inserter(shown),
                 [&](const MoneyColumn& c) { return c.always || run.is_ever(c.measure); });
    std::vector<TableColumn> columns = {{phrase(T::year, lang), Align::left},
                                        {phrase(T::component, lang), Align::left, 24}};
    for (const auto& c : shown) {
        columns.push_back({phrase(c.title, lang)});
        if (c.has_range && run.replications != 1) {
            columns.push_back({phrase(T::range_p10_p90, lang)});
        }
    }
    std::vector<std::string> ids;
    for (const auto& line : run.planned.components) {
        ids.push_back(line.id);
    }
    ids.insert(ids.end(), {results::administration, ""});

    Table table(columns);
    for (const int year : run.years) {
        table.rule();
        for (const auto& id : ids) {
            std::vector<std::string> cells = {id == ids.front() ? std::to_string(year) : "",
                                              printable(component_name(id, lang))};
            for (const auto& c : shown) {
                const auto* estimate = find_money(run, c.measure, year, id);
                cells.push_back(f.mean_and_half_width(estimate, shapes::money));
                if (c.has_range && run.replications != 1) {
                    cells.push_back(f.range(estimate, shapes::money));
                }
            }
            table.row(std::move(cells));
        }
    }
    return table;
}

// 23-12, from a day of the year that may fall between two.
std::string day_of_year(int year, double day, Lang lang) {
    return Format(lang).short_day(core::iso(core::new_year(year) + core::days(static_cast<int>(std::lround(day)) - 1)));
}

std::string day_range(const results::Run& run, const results::Exhaustion& e, Lang lang) {
    const auto* day = run.find("first_refusal_day", e.year, results::Level::component, e.component);
    if (day == nullptr || day->n < 2) {
        return std::string(undefined_mark);
    }
    const std::string low = day_of_year(e.year, day->p10, lang), high = day_of_year(e.year, day->p90, lang);
    return low == high ? low : low + " " + phrase(T::to, lang) + " " + high;
}

}  // namespace

Part budget_part(const results::Run& run, Lang lang) {
    const std::string difference = Format(lang).pesos(run.worst_ledger_difference);
    return {
        phrase(T::section_budget, lang), {spending_table(run, lang)}, phrase(T::ledger_difference, lang, difference)};
}

Part exhaustion_part(const results::Run& run, Lang lang) {
    const Format f(lang);
    std::vector<TableColumn> columns = {{phrase(T::year, lang), Align::left},
                                        {phrase(T::component, lang), Align::left, 24},
                                        {phrase(T::first_refusal, lang)}};
    if (run.replications != 1) {
        columns.insert(columns.end(), {{phrase(T::range_p10_p90, lang)}, {phrase(T::replications, lang)}});
    }
    Table table(columns);
    for (const auto& e : run.exhaustions) {
        if (e.share > 0) {
            const std::string times = f.number(e.share * run.replications), all = f.number(run.replications);
            table.row({std::to_string(e.year), printable(component_name(e.component, lang)),
                       f.short_day(e.median_first_day), day_range(run, e, lang),
                       phrase(T::replications_of, lang, times, all)});
        }
    }
    if (table.empty()) {
        return {};
    }
    return {phrase(T::exhausted_funds, lang), {table}, ""};
}

}  // namespace aforo::report
