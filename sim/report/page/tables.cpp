// The tables that the terminal prints, whole: every measure of the programme, by year.
#include "aforo/report/sections.hpp"
#include "page/frame.hpp"
#include "page/parts.hpp"

namespace aforo::report {

namespace {

constexpr std::size_t all_years = 100;  // side by side: a page scrolls

Html shown(const Part& part, bool open) {
    if (part.tables.empty() && part.note.empty()) {
        return {};
    }
    const Html made = part_html(part);
    Attributes attributes = {{"class", "more"}};
    if (open) {
        attributes.push_back({"open", ""});
    }
    return element("details", attributes, {element("summary", {}, {part.title}), made});
}

}  // namespace

Html tables(const Subject& s) {
    Html made = shown(component_part(s.run, s.lang), true);
    made += shown(population_part(s.run, s.lang, all_years), true);
    made += shown(indicator_part(s.run, s.lang, all_years), false);
    for (const auto& part : year_parts(s.run, s.lang, all_years)) {
        made += shown(part, false);
    }
    return made + shown(budget_part(s.run, s.lang), false) + shown(exhaustion_part(s.run, s.lang), true) +
           shown(other_part(s.run, s.lang, all_years), false);
}

}  // namespace aforo::report
