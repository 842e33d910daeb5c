// The sections of the terminal's summary. A new figure by year is one line of a table in sim/report/year_sections.cpp.
#pragma once

#include <string>
#include <string_view>

#include "aforo/report/format.hpp"
#include "aforo/report/texts.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

inline constexpr std::size_t text_width = 98;  // of running text on the terminal

// A section's title and its table, after an empty line.
[[nodiscard]] std::string section(const std::string& title, const std::string& body);
// The title of a section in which all is simulated: it says so once, and its rows need not.
[[nodiscard]] std::string simulated_title(T title, const results::Run& run, Lang lang);
// Running text, wrapped, each line indented like the tables.
[[nodiscard]] std::string paragraph(const std::string& text);

// A component's money; where a total is kept for the programme instead of the components, that one. May be nullptr.
[[nodiscard]] const results::Estimate* find_money(const results::Run& run, std::string_view measure, int year,
                                                  const std::string& component);

[[nodiscard]] std::string component_section(const results::Run& run, Lang lang);

[[nodiscard]] std::string population_section(const results::Run& run, Lang lang);
[[nodiscard]] std::string indicator_section(const results::Run& run, Lang lang);
// Other outcomes, funnel, waits, use of capacity and whom the programme reaches.
[[nodiscard]] std::string year_sections(const results::Run& run, Lang lang);
// What no other section shows; empty when there is nothing of the kind.
[[nodiscard]] std::string other_section(const results::Run& run, Lang lang);

[[nodiscard]] std::string budget_section(const results::Run& run, Lang lang);
[[nodiscard]] std::string limit_section(const results::Run& run, Lang lang);

}  // namespace aforo::report
