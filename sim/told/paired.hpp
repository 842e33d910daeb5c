// Paired differences, as comparisons, sweeps, explanations and pairs of runs say them. Private to the module.
#pragma once

#include <string>

#include "aforo/results/difference.hpp"
#include "words.hpp"

namespace aforo::told {

// Words of tables that several experiments have.
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
// Of a difference: itself, and its base, its alternative and its own size as figures with their error.
using Show = document::Estimated::Show;
[[nodiscard]] document::Sentence differing(const results::Difference* d, results::Shape shape);
[[nodiscard]] document::Sentence base_of(const results::Difference& d, results::Shape shape);
[[nodiscard]] document::Sentence alternative_of(const results::Difference& d, results::Shape shape);
[[nodiscard]] document::Sentence size_of(const results::Difference* d, results::Shape shape,
                                         Show show = Show::mean_and_error);
// The same without its sign, where a word says which way it goes.
[[nodiscard]] document::Sentence amount_of(const results::Difference& d, results::Shape shape);
// +1,2 % of the base.
[[nodiscard]] document::Sentence relative_to_base(const results::Difference& d);

// 2024, and «2024–2027» for all measured years together, which are year 0.
[[nodiscard]] document::Sentence years_of(const results::Run& run, int year, Lang lang);
// A key in words; as the scenario spells it where nobody says.
[[nodiscard]] document::Sentence key_of(const results::ParameterChange& change, Lang lang);
// A value of the scenario, its numbers as the reader writes them; «(no está)» where there is none.
[[nodiscard]] document::Sentence as_written(const std::string& value, Lang lang);

}  // namespace aforo::told
