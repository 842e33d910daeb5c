// The sentence that says what limits the programme, from the limits and exhaustions of a run.
#pragma once

#include <string>

#include "aforo/report/format.hpp"
#include "aforo/results/results.hpp"

namespace aforo::report {

// A limit below this share of office time, or funds exhausted in fewer of the replications, is not worth a word:
// the criterion that the plan's own scenario has to meet.
inline constexpr double rarely = 0.05;

// One sentence, with the years that are limited by the same thing together. Each year's limit is the one with the
// largest share; demand when nothing else has a larger one.
[[nodiscard]] std::string limit_sentence(const results::Run& run, Lang lang);

// What a limit is called: slots → Cupos; the id itself for one that the catalogue does not know.
[[nodiscard]] std::string limit_name(const std::string& id, Lang lang);

// The year's share of a limit; nullptr when the run has none such.
[[nodiscard]] const results::Limit* find_limit(const results::Run& run, int year, const std::string& id);

// 15 de octubre, from an exhaustion's day; «—» when there is none.
[[nodiscard]] std::string first_refusal(const results::Exhaustion& exhaustion, Lang lang);

}  // namespace aforo::report
