// What every report of a run shows, as tables: the terminal prints them, the page (page.hpp) shows them too.
// A new figure by year is one line of a table in sim/report/year_sections.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aforo/report/format.hpp"
#include "aforo/report/table.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

inline constexpr std::size_t text_width = 98;      // of running text on the terminal
inline constexpr std::size_t years_on_screen = 4;  // columns of years that fit there

// A title, tables under it, and a note to them; any may be missing.
struct Part {
    std::string title;
    std::vector<Table> tables;
    std::string note;
};

// The part as the terminal prints it, after an empty line; nothing when it has no tables and no note.
[[nodiscard]] std::string part_text(const Part& part);
// A section's title and its table, after an empty line.
[[nodiscard]] std::string section(const std::string& title, const std::string& body);
// The title of a section in which all is simulated: it says so once, and its rows need not.
[[nodiscard]] std::string simulated_title(T title, const results::Run& run, Lang lang);
// Running text, wrapped, each line indented like the tables.
[[nodiscard]] std::string paragraph(const std::string& text);

// A component's money; where a total is kept for the programme instead of the components, that one. May be nullptr.
[[nodiscard]] const results::Estimate* find_money(const results::Run& run, std::string_view measure, int year,
                                                  const std::string& component);

[[nodiscard]] Part component_part(const results::Run& run, Lang lang);

// These have a column a year, and as many tables as it takes with at most `years` of them side by side.
[[nodiscard]] Part population_part(const results::Run& run, Lang lang, std::size_t years = years_on_screen);
[[nodiscard]] Part indicator_part(const results::Run& run, Lang lang, std::size_t years = years_on_screen);
// Other outcomes, funnel, waits, use of capacity and whom the programme reaches.
[[nodiscard]] std::vector<Part> year_parts(const results::Run& run, Lang lang, std::size_t years = years_on_screen);
// What no other part shows; empty when there is nothing of the kind.
[[nodiscard]] Part other_part(const results::Run& run, Lang lang, std::size_t years = years_on_screen);

// Budget, spending and what is left, by year and component, down to the ledger's difference.
[[nodiscard]] Part budget_part(const results::Run& run, Lang lang);
// The funds that run out, and when; empty when none do. Its title is a sentence.
[[nodiscard]] Part exhaustion_part(const results::Run& run, Lang lang);
[[nodiscard]] Part limit_part(const results::Run& run, Lang lang);
// What the scenario says and does not do; empty when there is nothing of the kind. Its title is a sentence.
[[nodiscard]] Part warning_part(const results::Run& run, Lang lang);

}  // namespace aforo::report
