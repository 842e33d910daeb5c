// The sentence that says what limits the programme, from the limits and exhaustions of a run.
#pragma once

#include <array>

#include "words.hpp"

namespace aforo::told {

// The limits that reports know, in the order of their table.
inline constexpr std::array<const char*, 5> limit_ids = {"demand", "orientation", "slots", "hours", "funds"};

// From this share of centre-days on demand limits alone: nothing else is worth a word.
inline constexpr double nearly_always = 0.75;
// Beside the largest, a second shortage is named from this share of centre-days on; beside demand, from the other.
// Under that nothing is named.
inline constexpr double often = 0.25;
inline constexpr double rarely = 0.05;

// What binds by year, years with the same story together. When a component's funds are exhausted in more than half of
// the replications of a year, its money is what caps the year's total, from the median day on; before that, and in the
// other years, what limits is what has the largest share of centre-days.
[[nodiscard]] document::Sentence limit_sentence(const results::Run& run, Lang lang);

// How a table of limits is read, with the waits and delays that the scenario calls usual.
[[nodiscard]] document::Sentence how_to_read_limits(const results::Run& run, Lang lang);

// What a limit is called: slots → Cupos; the id itself for one that nobody knows.
[[nodiscard]] std::string limit_name(const std::string& id, Lang lang);
// Within a sentence, what is lacking: slots → cupos. Demand lacks nothing.
[[nodiscard]] Text lack_of(const std::string& id);

// The year's share of a limit; nullptr when the run has none such.
[[nodiscard]] const results::Limit* find_limit(const results::Run& run, int year, const std::string& id);

}  // namespace aforo::told
