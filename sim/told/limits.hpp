// The sentence about what limits the programme, from the limits and exhaustions of a run.
#pragma once

#include <array>

#include "words.hpp"

namespace aforo::told {

// The limits that reports know, in the order of their table.
inline constexpr std::array<const char*, 5> limit_ids = {"demand", "orientation", "slots", "hours", "funds"};

// From this share of centre-days on, demand alone limits, and nothing else is mentioned.
inline constexpr double nearly_always = 0.75;
// A second shortage is named beside the largest from the share `often` on, and beside demand from `rarely` on. Below
// that nothing is named.
inline constexpr double often = 0.25;
inline constexpr double rarely = 0.05;

// What binds, by year; years with the same story are joined. If a component's funds run out in more than half of a
// year's replications, they cap the year's total from the median day on. Before that day, and in the other years, the
// limit is what has the largest share of centre-days.
[[nodiscard]] document::Sentence limit_sentence(const results::Run& run, Lang lang);

// How a table of limits is read, with the waits and delays that the scenario calls usual.
[[nodiscard]] document::Sentence how_to_read_limits(const results::Run& run, Lang lang);

// The name of a limit: slots → Cupos; the id itself if it is unknown.
[[nodiscard]] std::string limit_name(const std::string& id, Lang lang);
// What is lacking, within a sentence: slots → cupos. With demand nothing is lacking.
[[nodiscard]] Text lack_of(const std::string& id);

// The share of a limit in a year; nullptr when the run has none.
[[nodiscard]] const results::Limit* find_limit(const results::Run& run, int year, const std::string& id);

}  // namespace aforo::told
