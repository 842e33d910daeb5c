#include "aforo/report/estimate.hpp"
#include "aforo/report/sections.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/verdict.hpp"

namespace aforo::report {

namespace {

// The measure of the limit carries its interval; a run that only knows the share shows it alone.
std::string limit_cell(const results::Run& run, int year, const std::string& id, Lang lang) {
    if (const auto* estimate = run.find("limit_" + id, year)) {
        return EstimateFormat(lang, run.replications).mean_and_half_width(estimate, shape_of(run, "limit_" + id));
    }
    const auto* limit = find_limit(run, year, id);
    return limit == nullptr ? std::string(undefined_mark) : Format(lang).percent(limit->share);
}

}  // namespace

Part limit_part(const results::Run& run, Lang lang) {
    std::vector<TableColumn> columns = {{phrase(T::year, lang), Align::left}};
    for (const char* id : limit_ids) {
        columns.push_back({limit_name(id, lang)});
    }
    Table table(columns);
    for (const int year : run.years) {
        std::vector<std::string> cells = {std::to_string(year)};
        for (const char* id : limit_ids) {
            cells.push_back(limit_cell(run, year, id, lang));
        }
        table.row(std::move(cells));
    }
    return {simulated_title(T::section_limits, run, lang), {table}, phrase(T::limits_note, lang)};
}

}  // namespace aforo::report
