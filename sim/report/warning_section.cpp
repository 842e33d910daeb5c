// What the scenario says and does not do: the same table on the terminal and on pages.
#include <fmt/format.h>

#include "aforo/report/sections.hpp"
#include "aforo/report/utf8.hpp"

namespace aforo::report {

Part warning_part(const results::Run& run, Lang lang) {
    if (run.warnings.empty()) return {};
    Table table({{phrase(T::key, lang), Align::left, 32},
                 {phrase(T::warning_place, lang), Align::left, 26},
                 {phrase(T::warning, lang), Align::left, 42}});
    for (const auto& w : run.warnings) {
        std::string text(core::in(lang, w.what.es, w.what.en));
        const auto hint = core::in(lang, w.hint.es, w.hint.en);
        if (!hint.empty()) text.append("; ").append(hint);
        table.row({printable(w.path), printable(fmt::format("{}:{}:{}", w.file, w.line, w.column)), printable(text)});
    }
    const auto n = run.warnings.size();
    return {n == 1 ? phrase(T::warnings_lead_one, lang) : phrase(T::warnings_lead, lang, n), {table}, ""};
}

}  // namespace aforo::report
