// Paired differences, as comparisons, sweeps, explanations and pairs of runs write them. Private to the module.
#pragma once

#include <string>

#include "aforo/results/difference.hpp"
#include "words.hpp"

namespace aforo::told {

// Words of tables that several experiments use.
namespace words {
inline constexpr Text base{"Base", "Base"};
inline constexpr Text alternative{"Alternativa", "Alternative"};
inline constexpr Text from{"Desde", "From"};
inline constexpr Text to{"Hasta", "To"};
inline constexpr Text what_changes{"Qué cambia en el escenario", "What changes in the scenario"};
}  // namespace words
namespace sheets {
inline constexpr Text changes{"Cambios", "Changes"};
}  // namespace sheets

[[nodiscard]] document::Of of(const results::Difference& d);
// Of a difference: the difference itself, its two sides, and its size as figures with their error.
using Show = document::Estimated::Show;
[[nodiscard]] document::Sentence differing(const results::Difference* d, results::Shape shape);
[[nodiscard]] document::Sentence base_of(const results::Difference& d, results::Shape shape);
[[nodiscard]] document::Sentence alternative_of(const results::Difference& d, results::Shape shape);
[[nodiscard]] document::Sentence size_of(const results::Difference* d, results::Shape shape,
                                         Show show = Show::mean_and_error);
// The size without its sign, when a word gives the direction.
[[nodiscard]] document::Sentence amount_of(const results::Difference& d, results::Shape shape);
// The decimals, from `decimals` on and four more at most, with which the value is not written as 0.
[[nodiscard]] int decimals_to_see(double value, int decimals);
// +1,2 % of the base; +0,04 % where that is what it is.
[[nodiscard]] document::Sentence relative_to_base(const results::Difference& d);

// 2024; «2024–2027» for year 0, which is all measured years together.
[[nodiscard]] document::Sentence years_of(const results::Run& run, int year, Lang lang);
// A key in words, or as the scenario spells it when it has no name.
[[nodiscard]] document::Sentence key_of(const results::ParameterChange& change, Lang lang);
// A value of the scenario with its numbers as the reader writes them; «(no está)» when there is none.
[[nodiscard]] document::Sentence as_written(const std::string& value, Lang lang);

}  // namespace aforo::told
